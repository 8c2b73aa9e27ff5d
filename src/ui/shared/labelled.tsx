import type { ComponentChildren } from 'preact';

interface LabelledProps {
  /** Of the control. */
  readonly id: string;
  readonly label: string;
  /** A word behind the label, such as “optional”. */
  readonly aside?: string | undefined;
  /** The control, and what is said of it. */
  readonly children: ComponentChildren;
}

/** A control below its label. */
export function Labelled({ id, label, aside, children }: LabelledProps) {
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
        {aside && <span class="optional"> {aside}</span>}
      </label>
      {children}
    </div>
  );
}
