/**
 * Keeps the words of a card from `window.find`, by which Firefox lets a page search closed shadow
 * roots, and with what is found hands it their nodes.
 */

/** Holds words for screen readers, in an attribute that `card.css` draws too small to be seen. */
const TAG = 'i';
const KEY = 'words';

/**
 * From now on, have all text in a root stand in elements that are inert, which is not searched.
 * Screen readers pass over it, too: they get the same words from an attribute around it, which is
 * not searched either.
 */
export function hideText(root: ShadowRoot): void {
  // Its callback comes before any script of the page runs.
  const observer = new MutationObserver(() => hideIn(root));
  observer.observe(root, { childList: true, subtree: true });
}

function hideIn(root: ShadowRoot): void {
  // What is inert may not tell the direction.
  for (const element of root.querySelectorAll<HTMLElement>('[dir="auto"]')) {
    element.dir = element.matches(':dir(rtl)') ? 'rtl' : 'ltr';
  }
  for (const drawing of root.querySelectorAll<SVGElement>('svg[role="img"]')) hideDrawing(drawing);
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('svg, [inert]')) continue;
    const words = root.ownerDocument.createElement(TAG);
    // Of two blanks in a row the first is drawn, and that one is too small.
    if (text.data.trim() !== '') words.dataset[KEY] = text.data;
    const shown = root.ownerDocument.createElement('span');
    shown.inert = true;
    text.replaceWith(words);
    words.append(shown);
    shown.append(text);
  }
}

/** What is inert is not searched either, but not read aloud: so its name stands around it. */
function hideDrawing(drawing: SVGElement): void {
  const { ownerDocument: document } = drawing;
  const image = document.createElement('div');
  image.role = 'img';
  image.ariaLabel = drawing.ariaLabel;
  const inside = document.createElement('div');
  inside.inert = true;
  drawing.replaceWith(image);
  drawing.removeAttribute('role');
  inside.append(drawing);
  image.append(inside);
}
