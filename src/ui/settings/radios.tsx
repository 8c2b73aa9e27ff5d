import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: ComponentChildren;
  readonly hint?: string;
}

interface RadiosProps<T extends string> {
  readonly legend: string;
  readonly options: readonly RadioOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** Why the choice cannot be changed; empty if it can. */
  readonly fixed: string;
  /** Whether the options are side by side, for short labels. */
  readonly inline?: boolean;
}

/** A question with a few answers, of which one is chosen. */
export function Radios<T extends string>(props: RadiosProps<T>) {
  const { legend, options, value, onChange, fixed, inline = false } = props;
  const id = useId();
  return (
    <fieldset class={inline ? 'radios inline' : 'radios'} disabled={fixed !== ''}>
      <legend>
        {legend}
        {fixed !== '' && <span class="fixed">{fixed}</span>}
      </legend>
      {options.map((option) => (
        <div key={option.value}>
          <label class="choice">
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              {...(option.hint && { 'aria-describedby': `${id}-${option.value}` })}
            />
            <span>{option.label}</span>
          </label>
          {option.hint && (
            <p class="hint" id={`${id}-${option.value}`}>
              {option.hint}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
