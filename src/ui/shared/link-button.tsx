interface LinkButtonProps {
  readonly label: string;
  /** What it is called where other rows have a button with the same label. */
  readonly name: string;
  /** A further class. */
  readonly class?: string;
  readonly onPress: () => void;
}

/** A button of a row, drawn as a link. */
export function LinkButton({ label, name, class: more, onPress }: LinkButtonProps) {
  return (
    <button
      type="button"
      class={more === undefined ? 'link' : `link ${more}`}
      aria-label={name}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
