/** Reads the terms that a page explains to machines: DefinedTerm of https://schema.org/DefinedTerm. */
import { readLinkedItems } from '../../core/articles/linked-data.ts';
import type { Markup } from '../../core/text/text-block.ts';
import type { Block } from './blocks.ts';
import { attributeOf, findAllIn, localNameOf, matchesSelector } from './node-properties.ts';
import { isElement } from './nodes.ts';

/** JSON-LD of the page, and terms in microdata and RDFa. */
const SAYING =
  'script[type="application/ld+json" i],[itemtype$="/DefinedTerm"],[typeof$="DefinedTerm"]';
const PROPERTIES = ['termCode', 'name', 'description'];
/** Longer texts are cut, in UTF-16 code units. */
const LONGEST_TEXT = 1_000;
/** The most terms that one element may say. */
const MOST_TERMS = 1_000;

/**
 * Read the terms that a part of a page explains: a block without text for each element that does so.
 * They have no place on the page, so they count as standing before all that has.
 */
export function readSaidTerms(root: Node): Block[] {
  if (root instanceof ShadowRoot) return [];
  const elements = [...findAllIn(root as Document | Element, SAYING)];
  if (isElement(root) && matchesSelector(root, SAYING)) elements.push(root);
  return elements.flatMap((element) => {
    const isScript = localNameOf(element) === 'script';
    const terms = isScript ? inScript(element) : [inElement(element)];
    if (terms.length === 0) return [];
    const markup = terms.slice(0, MOST_TERMS).map((values): Markup => {
      const says = values.map((value) => value.slice(0, LONGEST_TEXT)).join('\0');
      return { kind: 'term', says, start: 0, end: 0 };
    });
    return {
      text: '',
      markup,
      nodes: [],
      starts: [],
      root: element,
      container: null,
      isHeading: false,
      section: 0,
      // Infinity cannot be told: messages hold no such number.
      order: Number.MIN_SAFE_INTEGER,
    };
  });
}

function inScript({ textContent }: Element): string[][] {
  if (!textContent?.includes('DefinedTerm')) return [];
  return [...readLinkedItems([textContent])]
    .filter((item) => /\bDefinedTerm\b/.test(`${item['@type']}`))
    .map((item) => PROPERTIES.map((key) => (typeof item[key] === 'string' ? item[key] : '')));
}

const inElement = (element: Element): string[] =>
  PROPERTIES.map((name) => {
    // The fields of a form could stand for its text.
    const [value] = findAllIn(element, `:is([itemprop~=${name}],[property$=${name}]):not(form)`);
    return (value && (attributeOf(value, 'content') ?? value.textContent)) ?? '';
  });
