import type { Translate } from './text.ts';

/** Show what was done, with a button that undoes it. */
export type Tell = (words: string, undo?: () => void) => void;

/** Run a task that stores something; if it fails, say so. Resolves with whether it was done. */
export type Attempt = (task: () => Promise<void>) => Promise<boolean>;

/** What was done last. It is shown until something else is done or the reader closes it. */
export interface Told {
  readonly words: string;
  readonly undo: (() => void) | undefined;
}

interface UndoBarProps {
  readonly told: Told | null;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** A line that says what was done and offers to undo it, without a time limit. */
export function UndoBar({ told, onClose, t }: UndoBarProps) {
  return (
    <div class="told" role="status">
      {told && (
        <div class="told-line">
          <span>{told.words}</span>
          {told.undo && (
            <button
              type="button"
              class="link"
              onClick={() => {
                told.undo?.();
                onClose();
              }}
            >
              {t('settings.undo')}
            </button>
          )}
          <button type="button" class="link" onClick={onClose}>
            {t('settings.close')}
          </button>
        </div>
      )}
    </div>
  );
}
