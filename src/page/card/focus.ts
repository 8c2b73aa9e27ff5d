/** Where the reader's focus and caret are, and how they come back there. */
import { focus, shadowRootOf } from '../text/node-properties.ts';

/** Remember focus and selection; what comes back puts them there again, if they are still there. */
export function rememberFocus(document: Document): () => void {
  const focused = findFocused(document);
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
      // The page has shortened the text meanwhile.
    }
  };
}

/** The element with the focus, also inside open shadow roots of the page. */
function findFocused(document: Document): Element | null {
  let focused = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined = focused && shadowRootOf(focused)?.activeElement;
    if (!inner) return focused;
    focused = inner;
  }
}

function readSelection({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection) {
  return { anchorNode, anchorOffset, focusNode, focusOffset };
}
