/** Puts a text on the clipboard after the reader has pressed a button. */

/** The text that is being copied by a copy event; null at all other times. */
let copying: { readonly text: string; isDone: boolean } | null = null;

/**
 * Copy a text. Where the Clipboard API is missing (no HTTPS) or barred (a policy for frames), this
 * falls back to a copy event, into which a page can put a text of its own.
 *
 * @param holder - An element inside a card that takes a field for a moment.
 * @returns Whether the text was copied.
 */
export async function copyText(holder: HTMLElement, text: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Barred by a policy, which does not bar the copy event.
  }
  return copyByEvent(holder, text);
}

/**
 * Answer a copy event in a card with our text, in place of what a page may have put there. If a
 * page stops the event first, this is not called, so that `copyText` returns false.
 */
export function answerCopy(event: ClipboardEvent): void {
  const { clipboardData } = event;
  // Not our copy: the browser copies what the reader has selected.
  if (copying === null || clipboardData === null) return;
  event.preventDefault();
  clipboardData.clearData();
  clipboardData.setData('text/plain', copying.text);
  copying.isDone = true;
}

function copyByEvent(holder: HTMLElement, text: string): boolean {
  const root = holder.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const field = holder.ownerDocument.createElement('textarea');
  field.className = 'copied';
  field.readOnly = true;
  // A selection is needed, but a page can read it: so not the text itself.
  field.value = '.';
  holder.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const now = { text, isDone: false };
  copying = now;
  holder.ownerDocument.execCommand('copy');
  copying = null;
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return now.isDone;
}
