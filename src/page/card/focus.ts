/** Remembers the focus and the selection, and restores them. */
import { focus } from '../text/node-properties.ts';
import type { RootOf } from './flat-tree.ts';

/** Remember focus and selection. The function returned restores them, if their nodes remain. */
export function rememberFocus(document: Document, rootOf: RootOf): () => void {
  const focused = findFocused(document, rootOf);
  const selection = document.getSelection();
  const at = selection && readSelection(selection);
  return () => {
    if (focused instanceof HTMLElement || focused instanceof SVGElement) {
      focus(focused, { preventScroll: true });
    }
    if (!selection || !at?.anchorNode?.isConnected || !at.focusNode?.isConnected) return;
    const now = readSelection(selection);
    if (Object.entries(at).every(([key, value]) => now[key as keyof typeof now] === value)) return;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = at;
    try {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    } catch {
      // An offset is out of range: the page has shortened the text meanwhile.
    }
  };
}

/** The element with the focus, also inside shadow roots of the page. */
function findFocused(document: Document, rootOf: RootOf): Element | null {
  let focused = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined = focused && rootOf(focused)?.activeElement;
    if (!inner) return focused;
    focused = inner;
  }
}

function readSelection({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection) {
  return { anchorNode, anchorOffset, focusNode, focusOffset };
}
