/** Builds what a card shows: plain values in, DOM nodes out, text as text. */
import type { CardChoice, CardContent, CardParty, NamedEntry } from '../core/card-content.ts';
import type { CardStrings } from '../core/card-strings.ts';
import type { EntryRef } from '../core/mention.ts';
import { buildActions, buildFold, type CardDeeds } from './card-actions.ts';
import { countGlance, groupClaims } from './card-claims.ts';
import { type Maker, makeButton, makeIconButton, makerOf, write } from './card-elements.ts';
import { buildTable } from './card-table.ts';
import { drawTimeline } from './timeline.ts';

/** Parties in view; an alliance has dozens. */
const PARTIES_IN_VIEW = 4;

/** What the buttons of a card do. */
export interface CardActions extends CardDeeds {
  openRelated(ref: EntryRef): void;
  /** Null on the first card of a walk. */
  readonly back: (() => void) | null;
  /** Null where the page does not define the term. */
  readonly showPlace: (() => void) | null;
}

/** What keeps the card open, or closes it: null for what is not offered. */
export interface CardTools {
  readonly pin: (() => void) | null;
  readonly close: (() => void) | null;
}

/** The id of the title inside the card's root, for `aria-labelledby`. */
export const TITLE_ID = 'title';

/** Build the whole content of a card. */
export function buildCard(
  document: Document,
  content: CardContent,
  strings: CardStrings,
  actions: CardActions,
): DocumentFragment {
  const make = makerOf(document);
  const fragment = document.createDocumentFragment();
  if (actions.back) fragment.append(buildBack(make, actions.back, strings));
  fragment.append(buildHead(make, content));
  if (content.gloss) fragment.append(write(make('p', 'gloss'), content.gloss));
  if (content.basis) fragment.append(make('p', 'basis', content.basis));
  const glance = content.claims.slice(0, countGlance(content.claims));
  if (glance.length > 0) {
    const claims = make('div', 'claims');
    claims.append(...groupClaims(make, glance));
    fragment.append(claims);
  }
  if (content.ref === null && actions.showPlace) {
    fragment.append(buildPlace(make, actions.showPlace, strings));
  }
  fragment.append(...buildFolds(make, content, glance.length, strings, actions));
  fragment.append(buildActions(make, actions, strings));
  return fragment;
}

/** Build a card that has one sentence to say: loading, gone or failed. */
export function buildNotice(
  document: Document,
  text: string,
  back: (() => void) | null,
  strings: CardStrings,
): DocumentFragment {
  const make = makerOf(document);
  const fragment = document.createDocumentFragment();
  if (back) fragment.append(buildBack(make, back, strings));
  const notice = make('p', 'notice', text);
  notice.id = TITLE_ID;
  fragment.append(notice);
  return fragment;
}

/** Build a card that asks which of some entries is meant, or says that there is none. */
export function buildChoice(
  document: Document,
  { title, words, entries }: CardChoice,
  openRelated: (ref: EntryRef) => void,
): DocumentFragment {
  const make = makerOf(document);
  const fragment = document.createDocumentFragment();
  const head = make('p', 'title', title);
  head.id = TITLE_ID;
  head.dir = 'auto';
  fragment.append(head, make('p', 'gloss', words));
  if (entries.length > 0) fragment.append(buildNames(make, 'choices', entries, openRelated));
  return fragment;
}

/** The signs in the corner: keep it open, close it. */
export function buildTools(
  document: Document,
  { pin, close }: CardTools,
  strings: CardStrings,
): HTMLElement {
  const make = makerOf(document);
  const tools = make('div', 'tools');
  if (pin) tools.append(makeIconButton(make, 'tool', 'pin', strings.pin, true, pin));
  if (close) tools.append(makeIconButton(make, 'tool', 'close', strings.close, true, close));
  return tools;
}

function buildHead(make: Maker, content: CardContent): HTMLElement {
  const head = make('div', 'head');
  head.append(buildSigns(make, content));
  const title = write(make('p', 'title'), content.title);
  title.id = TITLE_ID;
  head.append(title);
  if (content.long) head.append(write(make('p', 'long'), content.long));
  for (const twin of content.twins) head.append(write(make('p', 'twin'), twin));
  return head;
}

function buildSigns(make: Maker, { kind, parties }: CardContent): HTMLElement {
  const signs = make('p', 'signs');
  signs.append(make('span', 'kind', kind));
  for (const party of parties.slice(0, PARTIES_IN_VIEW)) signs.append(' ', buildParty(make, party));
  const more = parties.length - PARTIES_IN_VIEW;
  if (more > 0) signs.append(' ', make('span', 'party', `+${more}`));
  return signs;
}

function buildParty(make: Maker, { code, name }: CardParty): HTMLElement {
  const party = make('span', 'party');
  if (code) {
    const sign = make('span', 'code', code);
    // The name beside it says the same.
    sign.ariaHidden = 'true';
    party.append(sign, ' ');
  }
  party.append(name);
  return party;
}

/** What unfolds, each part by its own button: the buttons in one line, the parts below it. */
function buildFolds(
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
  const timeline = drawTimeline(more.ownerDocument, claims, pageDate, strings);
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
  { ref, reason, rivals, namesakes }: CardContent,
  strings: CardStrings,
  { openRelated, showPlace }: CardActions,
): HTMLElement {
  const why = make('div', 'why');
  if (reason) why.append(make('p', 'reason', reason));
  if (ref !== null && showPlace) why.append(buildPlace(make, showPlace, strings));
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

function buildNames(
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

/** The level, and the related entries: one row for each way in which they relate. */
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
    rowOf(how).append(' ', makeButton(make, 'relation', name, () => openRelated(ref)));
  }
  return [...rows.values()];
}

function buildPlace(make: Maker, showPlace: () => void, strings: CardStrings): HTMLElement {
  return makeIconButton(make, 'place', 'place', strings.showPlace, false, showPlace);
}

function buildBack(make: Maker, back: () => void, strings: CardStrings): HTMLElement {
  return makeButton(make, 'back', strings.back, back);
}
