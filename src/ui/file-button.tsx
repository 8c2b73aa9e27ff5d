import { useId } from 'preact/hooks';

interface FileButtonProps {
  readonly label: string;
  /** Endings and types, as an input takes them. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file. */
export function FileButton({ label, accept, onFile }: FileButtonProps) {
  const id = useId();
  return (
    <label class="button file" for={id}>
      {label}
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={({ currentTarget: input }) => {
          const file = input.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again once it has been mended.
          input.value = '';
        }}
      />
    </label>
  );
}
