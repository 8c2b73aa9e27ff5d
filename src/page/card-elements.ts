/** Elements of the card: made of plain values, text as text. */
import type { Wording } from '../core/card-content.ts';

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
