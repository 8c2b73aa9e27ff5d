/** The parts of a card that unfold: more about it, which is which, and why it is highlighted. */
import type { CardContent } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { NamedEntry } from '../../core/library/told.ts';
import type { CardActions } from './card-actions.ts';
import { buildFold } from './card-actions.ts';
import { groupClaims } from './card-claims.ts';
import { type Maker, makeButton, makeIconButton } from './card-elements.ts';
import { buildTable } from './card-table.ts';
import { drawTimeline } from './timeline.ts';

/**
 * Build the parts that unfold: a line with a button for each, and the parts below it.
 *
 * @param inView - How many claims are in view already.
 */
export function buildFolds(
  make: Maker,
  content: CardContent,
  inView: number,
  strings: CardStrings,
  actions: CardActions,
): HTMLElement[] {
  const table = make('div', 'part-which');
  if (content.table) {
    table.append(...buildTable(make, content.table, strings, actions.openRelated));
  }
  const parts: [string, HTMLElement][] = [
    [strings.more, buildMore(make, content, inView, strings, actions)],
    [strings.which, table],
    [strings.why, buildWhy(make, content, strings, actions)],
  ];
  const filled = parts.filter(([, part]) => part.childElementCount > 0);
  if (filled.length === 0) return [];
  const folds = make('div', 'folds');
  folds.append(...filled.map(([words, part]) => buildFold(make, words, part, actions.changed)));
  return [folds, ...filled.map(([, part]) => part)];
}

/** The timeline, the older claims, the level and the related entries. */
function buildMore(
  make: Maker,
  content: CardContent,
  inView: number,
  strings: CardStrings,
  actions: CardActions,
): HTMLElement {
  const more = make('div', 'more');
  const { claims, pageDate } = content;
  // Dates from other glossaries are left out: they could stretch the line over centuries.
  const own = claims.filter(({ from }) => from === null);
  const timeline = drawTimeline(more.ownerDocument, own, pageDate, strings);
  if (timeline) more.append(timeline);
  more.append(...groupClaims(make, claims.slice(inView)));
  const rows = buildRows(make, content, strings, actions);
  if (rows.length > 0) {
    const list = make('ul', 'rows');
    list.append(...rows);
    more.append(list);
  }
  return more;
}

/** Why the term is highlighted, and what else its letters can mean. */
function buildWhy(
  make: Maker,
  { ref, reason, alsoIn, rivals, namesakes }: CardContent,
  strings: CardStrings,
  { openRelated, showPlace }: CardActions,
): HTMLElement {
  const why = make('div', 'why');
  if (reason) why.append(make('p', 'reason', reason));
  if (ref !== null && showPlace) why.append(buildPlace(make, showPlace, strings));
  if (alsoIn.length > 0) {
    why.append(make('p', 'label', strings.alsoIn));
    why.append(buildNames(make, 'namesakes', alsoIn, openRelated));
  }
  if (rivals.length + namesakes.length === 0) return why;
  why.append(make('p', 'label', strings.others));
  if (namesakes.length > 0) why.append(buildNames(make, 'namesakes', namesakes, openRelated));
  if (rivals.length > 0) {
    const list = make('ul', 'rivals');
    list.append(...rivals.map((rival) => make('li', '', rival)));
    why.append(list);
  }
  return why;
}

/** Build a list of entries, each a button that opens its card. */
export function buildNames(
  make: Maker,
  className: string,
  entries: readonly NamedEntry[],
  openRelated: (ref: EntryRef) => void,
): HTMLElement {
  const list = make('ul', className);
  for (const { ref, name } of entries) {
    const item = make('li', '');
    const button = makeButton(make, 'relation', name, () => openRelated(ref));
    button.dir = 'auto';
    item.append(button);
    list.append(item);
  }
  return list;
}

/** Build the rows of the level and of the related entries, one for each kind of relation. */
function buildRows(
  make: Maker,
  { level, related }: CardContent,
  strings: CardStrings,
  { openRelated }: CardActions,
): HTMLLIElement[] {
  const rows = new Map<string, HTMLLIElement>();
  const rowOf = (label: string) => {
    const row = rows.get(label) ?? make('li', 'row');
    if (!rows.has(label)) row.append(make('span', 'label', label));
    rows.set(label, row);
    return row;
  };
  if (level) rowOf(strings.level).append(' ', level);
  for (const { ref, how, name } of related) {
    rowOf(how).append(
      ' ',
      makeButton(make, 'relation', name, () => openRelated(ref)),
    );
  }
  return [...rows.values()];
}

/** Build the button that shows the page's own definition. */
export function buildPlace(make: Maker, showPlace: () => void, strings: CardStrings): HTMLElement {
  return makeIconButton(make, 'place', 'place', strings.showPlace, false, showPlace);
}

/** Scroll an unfolded part into view; if it is too long, its beginning. */
export function showPart(box: HTMLElement, part: HTMLElement): void {
  // Leave room above it for the button that unfolded it.
  const margin = box.querySelector<HTMLElement>('.folds')?.offsetHeight ?? 0;
  // Only one of the two scrolls: in a low window it is the whole card.
  for (const scroller of [box, part.parentElement ?? box]) {
    const room = scroller.scrollTop + scroller.clientHeight;
    if (part.offsetTop + part.offsetHeight > room) scroller.scrollTop = part.offsetTop - margin;
  }
}
