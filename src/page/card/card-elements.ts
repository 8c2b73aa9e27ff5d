/** Elements of the card: made of plain values, text as text. */
import type { Wording } from '../../core/cards/card-content.ts';
import { drawIcon, type IconName } from './card-icons.ts';

/** Makes an element with a class and text. */
export type Maker = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text?: string,
) => HTMLElementTagNameMap[K];

/** Elements for a document. */
export function makerOf(document: Document): Maker {
  return (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
}

/** Text from a glossary: in its own language and direction, whatever the card's are. */
export function write<T extends HTMLElement>(element: T, wording: Wording): T {
  element.textContent = wording.text;
  element.lang = wording.lang;
  element.dir = 'auto';
  return element;
}

/** A button with words. */
export function makeButton(
  make: Maker,
  className: string,
  words: string,
  act: () => void,
): HTMLButtonElement {
  const button = make('button', className, words);
  button.type = 'button';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return button;
}

/** A button with a sign before its words, or with a sign alone, named by them. */
export function makeIconButton(
  make: Maker,
  className: string,
  icon: IconName,
  words: string,
  isBare: boolean,
  act: () => void,
): HTMLButtonElement {
  const button = makeButton(make, className, isBare ? '' : words, act);
  button.prepend(drawIcon(button.ownerDocument, icon));
  if (isBare) button.ariaLabel = words;
  return button;
}
