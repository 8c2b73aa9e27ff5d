/** Builds what a card shows: plain values in, DOM nodes out, text as text. */
import type { CardClaim, CardContent, CardParty } from '../core/card-content.ts';
import type { CardStrings } from '../core/card-strings.ts';
import type { EntryRef } from '../core/mention.ts';
import { countGlance, groupClaims } from './card-claims.ts';
import { type Maker, makerOf, write } from './card-elements.ts';
import { drawTimeline } from './timeline.ts';

/** Parties in view; an alliance has dozens. */
const PARTIES_IN_VIEW = 4;

/** What the buttons of a card do. */
export interface CardActions {
  openRelated(ref: EntryRef): void;
  /** Null on the first card of a walk. */
  readonly back: (() => void) | null;
  /** Something was unfolded or folded: the card has another size, to be seen from `from` on. */
  changed(from: HTMLElement | null): void;
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
  const more = buildMore(
    make,
    document,
    content,
    content.claims.slice(glance.length),
    strings,
    actions,
  );
  if (more) fragment.append(buildFold(make, more, strings, actions));
  if (content.reason) {
    const why = make('p', 'why');
    why.append(make('span', 'label', strings.why), ' ', content.reason);
    fragment.append(why);
  }
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

/** What unfolds: the timeline, the older claims, the level and the related entries. */
function buildMore(
  make: Maker,
  document: Document,
  content: CardContent,
  older: readonly CardClaim[],
  strings: CardStrings,
  actions: CardActions,
): HTMLElement | null {
  const more = make('div', 'more');
  const timeline = drawTimeline(document, content.claims, content.pageDate, strings);
  if (timeline) more.append(timeline);
  more.append(...groupClaims(make, older));
  const rows = buildRows(make, content, strings, actions);
  if (rows.length > 0) {
    const list = make('ul', 'rows');
    list.append(...rows);
    more.append(list);
  }
  return more.childElementCount > 0 ? more : null;
}

/** The button that unfolds in place; below it, so that nothing above moves. */
function buildFold(
  make: Maker,
  more: HTMLElement,
  strings: CardStrings,
  { changed }: CardActions,
): DocumentFragment {
  const fragment = more.ownerDocument.createDocumentFragment();
  const fold = make('button', 'fold', strings.more);
  fold.type = 'button';
  fold.ariaExpanded = 'false';
  more.hidden = true;
  fold.addEventListener('click', () => {
    more.hidden = !more.hidden;
    fold.ariaExpanded = String(!more.hidden);
    changed(more.hidden ? null : fold);
  });
  fragment.append(fold, more);
  return fragment;
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
    const button = make('button', 'relation', name);
    button.type = 'button';
    button.addEventListener('click', () => openRelated(ref));
    rowOf(how).append(' ', button);
  }
  return [...rows.values()];
}

function buildBack(make: Maker, back: () => void, strings: CardStrings): HTMLElement {
  const button = make('button', 'back', strings.back);
  button.type = 'button';
  button.addEventListener('click', back);
  return button;
}
