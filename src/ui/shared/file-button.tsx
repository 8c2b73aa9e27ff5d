import { useId } from 'preact/hooks';

interface FileButtonProps {
  readonly label: string;
  /** Endings and types, as an input takes them. */
  readonly accept: string;
  /** Whether several may be chosen at once. */
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that asks for a file, or for several. */
export function FileButton({ label, accept, multiple = false, onFiles }: FileButtonProps) {
  const id = useId();
  return (
    <label class="button file" for={id}>
      {label}
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={({ currentTarget: input }) => {
          const files = [...(input.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file may be chosen again once it has been mended.
          input.value = '';
        }}
      />
    </label>
  );
}
