import { useState } from 'preact/hooks';

/** What makes an element take files that are dropped on it. */
export interface DropZone {
  /** A file is held over it. */
  readonly isOver: boolean;
  readonly listeners: {
    onDragEnter(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

/** Make a zone that takes files; text and links that are dragged over it are left alone. */
export function useDropZone(onFiles: (files: readonly File[]) => void): DropZone {
  const [isOver, setOver] = useState(false);
  const holdsFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  const take = (event: DragEvent) => {
    if (!holdsFile(event)) return;
    // The browser would open the file in place of the page.
    event.preventDefault();
    setOver(true);
  };
  return {
    isOver,
    listeners: {
      onDragEnter: take,
      onDragOver: take,
      onDragLeave({ currentTarget, relatedTarget }) {
        const isInside =
          relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
        if (!isInside) setOver(false);
      },
      onDrop(event) {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onFiles(files);
      },
    },
  };
}
