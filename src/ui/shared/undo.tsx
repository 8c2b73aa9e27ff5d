import type { Translate } from './text.ts';

/** Tell what was done, with a way back. */
export type Tell = (words: string, undo?: () => void) => void;

/** What was done last; it stays until something else is done or it is put away. */
export interface Told {
  readonly words: string;
  readonly undo: (() => void) | undefined;
}

interface UndoBarProps {
  readonly told: Told | null;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** A line at the foot of the window: what was done, and the way back. No clock runs against the reader. */
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
