/** Puts a text on the clipboard, from a click of the reader's own. */

/**
 * Copy a text. Where the page is not encrypted, or its policy keeps the clipboard from its frames,
 * an element of ours is selected and copied in the old way.
 *
 * @param holder - Inside our own root: the element stands in it for a moment.
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
  return copyBySelection(holder, text);
}

function copyBySelection(holder: HTMLElement, text: string): boolean {
  const { ownerDocument: document } = holder;
  const root = holder.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  const field = document.createElement('textarea');
  field.className = 'copied';
  field.readOnly = true;
  field.value = text;
  holder.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isDone;
}
