/** The parts of a card that unfold: more about it, which is which, and why it is highlighted. */
import type { CardContent } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { NamedEntry } from '../../core/library/told.ts';
import type { CardActions } from './card-actions.ts';
import { buildFold } from './card-actions.ts';
import { type Maker, makeButton, makeIconButton } from './card-elements.ts';
import { buildTable } from './card-table.ts';
import { drawTimeline } from './timeline.ts';

/**
 * Build the parts that unfold: a line with a button for each, and the parts below it, so that what
 * unfolds is seen while the explanation above stays.
 *
 * @param older - The claims that are not in view; they unfold with the first part.
 * @param unfolded - Whether each part is unfolded at first.
 */
export function buildFolds(
  make: Maker,
  content: CardContent,
  older: HTMLElement,
  strings: CardStrings,
  actions: CardActions,
  unfolded: readonly boolean[],
): HTMLElement[] {
  const table = make('div', 'part-which');
  if (content.table) {
    table.append(...buildTable(make, content.table, strings, actions.openRelated));
  }
  const parts: [string, HTMLElement[]][] = [
    [strings.say('more'), [buildMore(make, content, strings, actions), older]],
    [strings.say('which'), [table]],
    [strings.say('why'), [buildWhy(make, content, strings, actions)]],
  ];
  const filled = parts
    .map(([words, all]) => [words, all.filter((part) => part.childElementCount > 0)] as const)
    .filter(([, all]) => all.length > 0);
  if (filled.length === 0) return [];
  const folds = make('div', 'folds');
  folds.append(
    ...filled.map(([words, all], i) =>
      buildFold(make, words, all, unfolded[i] ?? false, actions.changed),
    ),
  );
  return [folds, ...filled.flatMap(([, all]) => all.filter((part) => part !== older))];
}

/** The timeline, the level and the related entries. */
function buildMore(
  make: Maker,
  content: CardContent,
  strings: CardStrings,
  actions: CardActions,
): HTMLElement {
  const more = make('div', 'more');
  const { claims, pageDate } = content;
  // Dates from other glossaries are left out: they could stretch the line over centuries.
  const own = claims.filter(({ from }) => from === null);
  const timeline = drawTimeline(more.ownerDocument, own, pageDate, strings);
  if (timeline) more.append(timeline);
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
    why.append(make('p', 'label', strings.say('alsoIn')));
    why.append(buildNames(make, 'namesakes', alsoIn, openRelated));
  }
  if (rivals.length + namesakes.length === 0) return why;
  why.append(make('p', 'label', strings.say('others')));
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
  if (level) rowOf(strings.say('level')).append(' ', level);
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
  return makeIconButton(make, 'place', 'place', strings.say('showPlace'), false, showPlace);
}

/** How much of an unfolded part is brought into view at least, in CSS pixels: two lines. */
const FIRST_LINES = 48;

/**
 * Bring the beginning of an unfolded part into view, but scroll no further than to the explanation:
 * who unfolds more goes on reading from there.
 */
export function showPart(box: HTMLElement, part: HTMLElement): void {
  const scroll = box.querySelector<HTMLElement>('.scroll');
  if (!scroll || part.parentElement !== scroll) return;
  const wanted = part.offsetTop + Math.min(part.offsetHeight, FIRST_LINES);
  const start = box.querySelector<HTMLElement>('.gloss')?.offsetTop ?? part.offsetTop;
  const least = wanted - scroll.offsetTop - scroll.clientHeight;
  const most = Math.max(0, start - scroll.offsetTop);
  scroll.scrollTop = Math.max(scroll.scrollTop, Math.min(least, most));
}

/** What a reader has unfolded in a card, and how far it is scrolled, in CSS pixels. */
export interface CardState {
  readonly unfolded: readonly boolean[];
  readonly scrolled: number;
}

/** The state of a card that was just opened. */
export const NEW_STATE: CardState = { unfolded: [], scrolled: 0 };

/** Read the state of the card that is shown. */
export function readState(box: HTMLElement): CardState {
  const folds = [...box.querySelectorAll('.fold')];
  return {
    unfolded: folds.map(({ ariaExpanded }) => ariaExpanded === 'true'),
    scrolled: box.querySelector('.scroll')?.scrollTop ?? 0,
  };
}
