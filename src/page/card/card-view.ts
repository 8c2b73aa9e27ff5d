/** Builds the DOM of a card from plain values. Text is set as text, never as markup. */
import type { CardChoice, CardContent, CardParty } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { CardActions } from './card-actions.ts';
import { buildActions, buildSearchLink } from './card-actions.ts';
import { countGlance, groupClaims } from './card-claims.ts';
import { type Maker, makeButton, makeIconButton, makerOf, write } from './card-elements.ts';
import { buildFolds, buildNames, buildPlace } from './card-folds.ts';

/** How many parties are shown: an alliance has dozens. */
const PARTIES_IN_VIEW = 4;

/** The buttons in the corner of the card; null for one that is not offered. */
export interface CardTools {
  /** Shows and hides the actions where there is no room for them; see card.css. */
  readonly act: (() => boolean) | null;
  readonly pin: (() => void) | null;
  readonly close: (() => void) | null;
}

/** The id of the title inside the card's root, for `aria-labelledby`. */
export const TITLE_ID = 'title';

/**
 * Build the whole content of a card: its top with the name, which stays; the part that scrolls,
 * explanation first; the foot with the actions.
 *
 * @param unfolded - Which of its parts are unfolded at first, in their order.
 */
export function buildCard(
  document: Document,
  content: CardContent,
  strings: CardStrings,
  actions: CardActions,
  unfolded: readonly boolean[] = [],
): DocumentFragment {
  const make = makerOf(document);
  const scroll = make('div', 'scroll');
  if (content.long) scroll.append(write(make('p', 'long'), content.long));
  for (const other of content.otherNames) scroll.append(write(make('p', 'other-name'), other));
  if (content.gloss) scroll.append(write(make('p', 'gloss'), content.gloss));
  if (content.basis) scroll.append(make('p', 'basis', content.basis));
  const glance = content.claims.slice(0, countGlance(content.claims));
  if (content.ref === null && actions.showPlace) {
    scroll.append(buildPlace(make, actions.showPlace, strings));
  }
  const claims = make('div', 'claims');
  claims.append(...groupClaims(make, glance));
  const older = make('div', 'older');
  older.append(...groupClaims(make, content.claims.slice(glance.length)));
  scroll.append(...buildFolds(make, content, older, strings, actions, unfolded));
  if (glance.length > 0) scroll.append(claims, older);
  const fragment = gather(
    document,
    scroll,
    buildActions(make, actions, content.searchLink, strings),
  );
  fragment.prepend(buildTop(make, content, actions.back, strings));
  return fragment;
}

/** Build the content for one sentence: loading, gone or failed. */
export function buildNotice(
  document: Document,
  text: string,
  back: (() => void) | null,
  strings: CardStrings,
): DocumentFragment {
  const make = makerOf(document);
  const scroll = make('div', 'scroll');
  if (back) scroll.append(buildBack(make, back, strings));
  const notice = make('p', 'notice', text);
  notice.id = TITLE_ID;
  scroll.append(notice);
  return gather(document, scroll);
}

/** Build the content that asks which of several entries is meant, or says that there is none. */
export function buildChoice(
  document: Document,
  { title, words, entries, searchLink }: CardChoice,
  openRelated: (ref: EntryRef) => void,
): DocumentFragment {
  const make = makerOf(document);
  const scroll = make('div', 'scroll');
  const head = make('p', 'title', title);
  head.id = TITLE_ID;
  head.dir = 'auto';
  scroll.append(head, make('p', 'gloss', words));
  if (entries.length > 0) scroll.append(buildNames(make, 'choices', entries, openRelated));
  if (!searchLink) return gather(document, scroll);
  const foot = make('div', 'foot');
  foot.append(buildSearchLink(make, searchLink));
  return gather(document, scroll, foot);
}

/** Build the icon buttons in the corner: actions, pin and close. */
export function buildTools(
  document: Document,
  { act, pin, close }: CardTools,
  strings: CardStrings,
): HTMLElement {
  const make = makerOf(document);
  const tools = make('div', 'tools');
  if (act) tools.append(buildActs(make, act, strings));
  if (pin) tools.append(makeIconButton(make, 'tool', 'pin', strings.say('pin'), true, pin));
  if (close) tools.append(makeIconButton(make, 'tool', 'close', strings.say('close'), true, close));
  return tools;
}

/** @param scroll - The part that scrolls. It can take the focus, so that keys scroll it. */
function gather(document: Document, scroll: HTMLElement, ...foot: HTMLElement[]): DocumentFragment {
  scroll.tabIndex = -1;
  const fragment = document.createDocumentFragment();
  fragment.append(scroll, ...foot);
  return fragment;
}

function buildActs(make: Maker, act: () => boolean, strings: CardStrings): HTMLElement {
  const button = makeIconButton(make, 'tool acts', 'act', strings.say('actions'), true, () => {
    button.ariaExpanded = String(act());
  });
  button.ariaExpanded = 'false';
  return button;
}

/** Build what stays in view while the rest scrolls: the way back, the signs and the title. */
function buildTop(
  make: Maker,
  content: CardContent,
  back: (() => void) | null,
  strings: CardStrings,
): HTMLElement {
  const top = make('div', 'top');
  if (back) top.append(buildBack(make, back, strings));
  const head = make('div', 'head');
  const title = write(make('p', 'title'), content.title);
  title.id = TITLE_ID;
  head.append(buildSigns(make, content), title);
  top.append(head);
  return top;
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
    // The name beside it says the same to screen readers.
    sign.ariaHidden = 'true';
    party.append(sign, ' ');
  }
  party.append(name);
  return party;
}

function buildBack(make: Maker, back: () => void, strings: CardStrings): HTMLElement {
  return makeButton(make, 'back', strings.say('back'), back);
}
