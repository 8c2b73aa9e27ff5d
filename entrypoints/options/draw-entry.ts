import cardCss from '../../assets/styles/card.css?inline';
import tokensCss from '../../assets/styles/tokens.css?inline';
import type { CardStrings } from '../../src/core/cards/card-strings.ts';
import { cardContentOf } from '../../src/core/cards/explain.ts';
import type { EntryRef } from '../../src/core/glossary/entry-ref.ts';
import type { Explained } from '../../src/core/library/told.ts';
import { buildCard } from '../../src/page/card/card-view.ts';

/** Here the card is a part of the page and not above it, and all its parts are unfolded. */
const IN_PAGE_CSS = `
  :host { position: static !important; width: auto !important; height: auto !important; }
  .card { position: static; width: auto; max-width: none; min-width: 0; box-shadow: none; animation: none; }
  .foot, .folds { display: none; }
  .title { scroll-margin: 40vh; }
`;

/**
 * Draw an entry as its card shows it, with all parts unfolded.
 *
 * @param explain - Gives the explanation of a related entry, which is then drawn in its place.
 */
export function drawEntry(
  root: ShadowRoot,
  explained: Explained,
  explain: (ref: EntryRef) => Explained | null,
  strings: CardStrings,
): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokensCss + cardCss + IN_PAGE_CSS);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement('div');
  box.className = 'card tokens';
  box.lang = strings.language;
  box.dir = strings.direction;
  root.replaceChildren(box);

  const draw = (shown: Explained, before: readonly Explained[]) => {
    const content = cardContentOf(shown, { pageDate: null, reason: null, written: '' }, strings);
    const last = before.at(-1);
    const fragment = buildCard(document, content, strings, {
      openRelated(ref) {
        const other = explain(ref);
        if (other) draw(other, [...before, shown]);
      },
      back: last ? () => draw(last, before.slice(0, -1)) : null,
      showPlace: null,
      changed: () => undefined,
      setKnown: null,
      setNotHere: null,
      copy: async () => false,
    });
    const hadFocus = root.activeElement !== null;
    box.replaceChildren(fragment);
    box.querySelector('.foot')?.remove();
    for (const part of box.querySelectorAll<HTMLElement>('.folds ~ [hidden]')) part.hidden = false;
    box.querySelector('.folds')?.remove();
    if (hadFocus) box.querySelector('button')?.focus();
  };
  draw(explained, []);
}
