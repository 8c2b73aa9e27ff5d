import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import type { Translate } from './text.ts';

/** Show what was done, with a button that undoes it. */
export type Tell = (words: string, undo?: () => void) => void;

/**
 * Run a task; if it fails, say so. Resolves with whether it was done.
 *
 * @param failed - What is said of a failure whose cause is not known; by default that it could not
 *   be stored.
 */
export type Attempt = (task: () => Promise<void>, failed?: string) => Promise<boolean>;

/** What was done last. It is shown until something else is done or the reader closes it. */
interface Notice {
  readonly words: string;
  readonly undo: (() => void) | undefined;
}

interface Notices {
  readonly tell: Tell;
  readonly attempt: Attempt;
  /** The line itself. */
  readonly notice: ComponentChildren;
}

/** A line that says what was done and offers to undo it, without a time limit. */
export function useNotices(t: Translate): Notices {
  const [notice, setNotice] = useState<Notice | null>(null);
  const close = () => setNotice(null);
  const undo = () => {
    notice?.undo?.();
    close();
  };
  const line = (
    <div class="told" role="status">
      {notice && (
        <div class="told-line">
          <span>{notice.words}</span>
          {notice.undo && (
            <button type="button" class="link" onClick={undo}>
              {t('settings.undo')}
            </button>
          )}
          <button type="button" class="link" onClick={close}>
            {t('settings.close')}
          </button>
        </div>
      )}
    </div>
  );
  const tell: Tell = (words, undo) => setNotice({ words, undo });
  const attempt: Attempt = async (task, failed = t('popup.unsaved')) => {
    try {
      await task();
      return true;
    } catch (error) {
      console.error(error);
      tell(sayCause(error, t) ?? failed);
      return false;
    }
  };
  return { tell, attempt, notice: line };
}

/** Why a task failed, where its error tells; null if it does not. */
function sayCause(error: unknown, t: Translate): string | null {
  if (error instanceof GlossaryError) return t('settings.unread');
  // A newer version of the extension has upgraded the database.
  const isNewer = error instanceof DOMException && error.name === 'VersionError';
  return isNewer ? t('settings.leftAlone') : null;
}
