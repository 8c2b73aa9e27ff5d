/** What a reader can do with a term from its card. Every change can be undone. */
import type { SearchLink } from '../../core/cards/card-content.ts';
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { type Maker, makeButton, makeIconButton } from './card-elements.ts';
import type { IconName } from './card-icons.ts';

/** What the card can do with its entry. Each rejects, or gives false, if it failed. */
interface CardDeeds {
  /** Null for a term that only the page defines: it has no entry. */
  readonly setKnown: ((isKnown: boolean) => Promise<void>) | null;
  readonly setNotHere: ((isNotHere: boolean) => Promise<void>) | null;
  copy(): Promise<boolean>;
  /** Called after the size of the card has changed; `part` is to be scrolled into view. */
  changed(part: HTMLElement | null): void;
}

/** All that the buttons of a card can do. */
export interface CardActions extends CardDeeds {
  openRelated(ref: EntryRef): void;
  /** Leads to the card before; null if there is none. */
  readonly back: (() => void) | null;
  /** Shows where the page defines the term; null if it does not. */
  readonly showPlace: (() => void) | null;
}

/** Build the row of buttons at the foot of the card, and the line that reports their result. */
export function buildActions(
  make: Maker,
  deeds: CardDeeds,
  searchLink: SearchLink | undefined,
  strings: CardStrings,
): HTMLElement {
  const foot = make('div', 'foot');
  const row = make('div', 'actions');
  row.role = 'group';
  row.ariaLabel = strings.say('actions');
  const status = make('p', 'status');
  status.role = 'status';
  const undo = make('div', 'undo-row');
  foot.append(row, status, undo);

  function say(words: string): void {
    status.textContent = words;
    deeds.changed(foot);
  }

  /** Do something, report it, and offer to undo it. */
  async function act(deed: (isSo: boolean) => Promise<void>, words: string): Promise<void> {
    try {
      await deed(true);
    } catch {
      return say(strings.say('unsaved'));
    }
    const back = makeIconButton(make, 'action', 'undo', strings.say('undo'), false, () => {
      void takeBack(deed);
    });
    const hadFocus = isFocused(row);
    row.hidden = true;
    undo.replaceChildren(back);
    if (hadFocus) back.focus({ preventScroll: true });
    say(words);
  }

  async function takeBack(deed: (isSo: boolean) => Promise<void>): Promise<void> {
    try {
      await deed(false);
    } catch {
      return say(strings.say('unsaved'));
    }
    const hadFocus = isFocused(undo);
    row.hidden = false;
    undo.replaceChildren();
    if (hadFocus) row.querySelector('button')?.focus({ preventScroll: true });
    say('');
  }

  const add = (icon: IconName, words: string, press: () => void) =>
    row.append(makeIconButton(make, 'action', icon, words, false, press));
  add('copy', strings.say('copy'), () => {
    void deeds.copy().then((isDone) => say(strings.say(isDone ? 'copied' : 'uncopied')));
  });
  const { setKnown, setNotHere } = deeds;
  if (setKnown) add('know', strings.say('know'), () => void act(setKnown, strings.say('known')));
  if (setNotHere)
    add('notHere', strings.say('notHere'), () => void act(setNotHere, strings.say('mutedHere')));
  if (searchLink) row.append(buildSearchLink(make, searchLink));
  return foot;
}

/** Build the link that looks the term up elsewhere. Where it leads learns nothing of the page. */
export function buildSearchLink(make: Maker, { words, address }: SearchLink): HTMLElement {
  const link = make('a', 'search', words);
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

/** Whether the focus is in a part of the card, which only its shadow root knows. */
function isFocused(part: HTMLElement): boolean {
  const root = part.getRootNode();
  return root instanceof ShadowRoot && part.contains(root.activeElement);
}

/** Build a button that unfolds parts of the card in place. The first one is brought into view. */
export function buildFold(
  make: Maker,
  words: string,
  parts: readonly HTMLElement[],
  startsOpen: boolean,
  changed: (from: HTMLElement | null) => void,
): HTMLButtonElement {
  let isOpen = startsOpen;
  const fold = makeButton(make, 'fold', words, () => {
    isOpen = !isOpen;
    draw();
    changed(isOpen ? (parts[0] ?? null) : null);
  });
  const draw = () => {
    for (const part of parts) part.hidden = !isOpen;
    fold.ariaExpanded = String(isOpen);
  };
  draw();
  return fold;
}
