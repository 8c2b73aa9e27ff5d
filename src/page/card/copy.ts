/** Puts a text on the clipboard, from a press of the reader's own. */

/** What is being copied by selection, while that lasts. */
let copying: { readonly text: string; isDone: boolean } | null = null;

/**
 * Copy a text. Where the page is not encrypted, or its policy keeps the clipboard from its frames,
 * it goes the old way, by an event, in which a page can put a text of its own.
 *
 * @param holder - Inside a card: an element stands in it for a moment.
 * @returns Whether it was done.
 */
export async function copyText(holder: HTMLElement, text: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Barred by a policy: the old way is not.
  }
  return copyByEvent(holder, text);
}

/**
 * Answer a copy event of a card: what is copied is our text, whatever a page has put there before.
 * A page that hears the event first and ends it there is found out, since this is never called.
 */
export function answerCopy(event: ClipboardEvent): void {
  const { clipboardData } = event;
  // What the reader has selected himself the browser copies.
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
  // Something has to be selected; a page can read what is.
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
