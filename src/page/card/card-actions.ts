/** What a reader can do with a term from its card. Everything can be taken back. */
import type { CardStrings } from '../../core/cards/card-strings.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { type Maker, makeButton, makeIconButton } from './card-elements.ts';
import type { IconName } from './card-icons.ts';

/** Each rejects, or says false, when it could not be done. */
interface CardDeeds {
  /** Null for a term that the page alone defines: it has no entry to know. */
  readonly setKnown: ((isKnown: boolean) => Promise<void>) | null;
  readonly setNotHere: ((isNotHere: boolean) => Promise<void>) | null;
  copy(): Promise<boolean>;
  /** The card has another size; this part of it is to be seen. */
  changed(part: HTMLElement | null): void;
}

/** What the buttons of a card do. */
export interface CardActions extends CardDeeds {
  openRelated(ref: EntryRef): void;
  /** Null on the first card of a walk. */
  readonly back: (() => void) | null;
  /** Null where the page does not define the term. */
  readonly showPlace: (() => void) | null;
}

/** Build the row of buttons at the card's foot, and the line that says what came of them. */
export function buildActions(make: Maker, deeds: CardDeeds, strings: CardStrings): HTMLElement {
  const foot = make('div', 'foot');
  const row = make('div', 'actions');
  row.role = 'group';
  row.ariaLabel = strings.actions;
  const status = make('p', 'status');
  status.role = 'status';
  const undo = make('div', 'undo-row');
  foot.append(row, status, undo);

  function say(words: string): void {
    status.textContent = words;
    deeds.changed(foot);
  }

  /** Do it, say so, and offer to take it back. */
  async function act(deed: (isSo: boolean) => Promise<void>, words: string): Promise<void> {
    try {
      await deed(true);
    } catch {
      return say(strings.unsaved);
    }
    const back = makeIconButton(make, 'action', 'undo', strings.undo, false, () => {
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
      return say(strings.unsaved);
    }
    const hadFocus = isFocused(undo);
    row.hidden = false;
    undo.replaceChildren();
    if (hadFocus) row.querySelector('button')?.focus({ preventScroll: true });
    say('');
  }

  const add = (icon: IconName, words: string, press: () => void) =>
    row.append(makeIconButton(make, 'action', icon, words, false, press));
  add('copy', strings.copy, () => {
    void deeds.copy().then((isDone) => say(isDone ? strings.copied : strings.uncopied));
  });
  const { setKnown, setNotHere } = deeds;
  if (setKnown) add('know', strings.know, () => void act(setKnown, strings.known));
  if (setNotHere) add('notHere', strings.notHere, () => void act(setNotHere, strings.quietHere));
  return foot;
}

/** Whether the focus is in a part of the card; the document itself sees the card alone. */
function isFocused(part: HTMLElement): boolean {
  const root = part.getRootNode();
  return root instanceof ShadowRoot && part.contains(root.activeElement);
}

/** A button that unfolds a part of the card in place. */
export function buildFold(
  make: Maker,
  words: string,
  part: HTMLElement,
  changed: (from: HTMLElement | null) => void,
): HTMLButtonElement {
  part.hidden = true;
  const fold = makeButton(make, 'fold', words, () => {
    part.hidden = !part.hidden;
    fold.ariaExpanded = String(!part.hidden);
    changed(part.hidden ? null : part);
  });
  fold.ariaExpanded = 'false';
  return fold;
}
