import { useState } from 'preact/hooks';

/** What makes an element accept dropped files. */
interface DropZone {
  /** Whether a file is dragged over the element. */
  readonly isOver: boolean;
  readonly listeners: {
    onDragEnter(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

/** Create a zone that accepts files. Dragged text and links are ignored. */
export function useDropZone(onFiles: (files: readonly File[]) => void): DropZone {
  const [isOver, setOver] = useState(false);
  const holdsFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
  const take = (event: DragEvent) => {
    if (!holdsFile(event)) return;
    // Otherwise the browser would open the file instead of the page.
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
