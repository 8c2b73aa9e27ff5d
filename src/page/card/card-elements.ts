/** Makes the elements of a card. Text is set as text, never as markup. */
import type { Wording } from '../../core/cards/card-content.ts';
import { drawIcon, type IconName } from './card-icons.ts';

/** Makes an element with a class and text. */
export type Maker = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text?: string,
) => HTMLElementTagNameMap[K];

/** Create a maker of elements for a document. */
export function makerOf(document: Document): Maker {
  return (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
}

/** Write text from a glossary into an element, with its own language and direction. */
export function write<T extends HTMLElement>(element: T, wording: Wording): T {
  element.textContent = wording.text;
  element.lang = wording.lang;
  element.dir = 'auto';
  return element;
}

/** What each button does. */
const acts = new WeakMap<Element, () => void>();

/** What the button around a node does; undefined if there is none. */
export function actOf(node: Node): (() => void) | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const button = element?.closest('button');
  return button ? acts.get(button) : undefined;
}

/** Make a button with words; it takes real clicks only. */
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
  acts.set(button, act);
  return button;
}

/** Make a button with an icon before its words, or, if bare, with the words as its label. */
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
