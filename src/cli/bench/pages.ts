/** Generates pages with a given size and number of hits, structured like news pages. */
import { type Chance, createChance } from './chance.ts';
import { capitalise, drawWord } from './vocabulary.ts';

interface PagePlan {
  readonly elements: number;
  /** UTF-16 code units of text. */
  readonly characters: number;
  readonly hits: number;
}

/** A news article, the live blog of a day, and a page larger than any should be. */
export const PLANS = {
  news: { elements: 1_042, characters: 12_700, hits: 16 },
  live: { elements: 10_700, characters: 331_000, hits: 817 },
  huge: { elements: 87_000, characters: 3_700_000, hits: 8_870 },
} satisfies Record<string, PagePlan>;

export type PageName = keyof typeof PLANS;

/** A paragraph with its link, emphasis and surrounding box, and its share of lists and headings. */
const PARAGRAPH = { elements: 5, characters: 260 } as const;
/** An item of a list of links. Most elements of a real page are of this kind. */
const LINK = { elements: 2, characters: 14 } as const;

/**
 * Write a page. Two thirds of its text nodes are blank, as on real pages.
 *
 * @param terms - The names at the hits, used in turn, before and after punctuation of all kinds.
 */
export function writePage(plan: PagePlan, terms: readonly string[]): string {
  const chance = createChance(3);
  const { paragraphs, links } = split(plan);
  const parts: string[] = [];
  let hits = 0;
  for (let i = 0; i < paragraphs; i++) {
    if (i % 8 === 0) parts.push(writeHeading(chance));
    const wanted = Math.round(((i + 1) * plan.hits) / paragraphs) - hits;
    const inThis = Array.from({ length: wanted }, (_, k) => terms[(hits + k) % terms.length]!);
    hits += wanted;
    parts.push(writeParagraph(chance, inThis));
    const due = Math.round(((i + 1) * links) / paragraphs) - Math.round((i * links) / paragraphs);
    parts.push(writeLinks(chance, due));
  }
  return frame(parts.join('\n'));
}

/** How many paragraphs and links together have the given elements and characters. */
function split({ elements, characters }: PagePlan): { paragraphs: number; links: number } {
  const perElement = LINK.characters / LINK.elements;
  const paragraphs = Math.round(
    (characters - elements * perElement) / (PARAGRAPH.characters - PARAGRAPH.elements * perElement),
  );
  return {
    paragraphs,
    links: Math.round((elements - paragraphs * PARAGRAPH.elements) / LINK.elements),
  };
}

function frame(body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A made-up page</title>
<meta property="og:type" content="article">
<style>body { font: 16px/1.5 serif; max-width: 46em; margin: 0 auto; } li { display: inline-block; }</style>
</head>
<body>
<article>
${body}
</article>
</body>
</html>
`;
}

function writeHeading(chance: Chance): string {
  return `<h2>${capitalise(writeWords(chance, 30))}</h2>`;
}

function writeParagraph(chance: Chance, terms: readonly string[]): string {
  const length = PARAGRAPH.characters / 5;
  const [before, link, stress, after] = [1, 0.3, 0.3, 2.2].map((share) =>
    writeWords(chance, length * share),
  );
  const hits = terms.map((term, i) => writeHit(chance, term, i)).join(' ');
  const text = capitalise(before!);
  return `<div>
  <p>${text} <a href="#">${link}</a> ${hits} <em>${stress}</em>, ${after}.</p>
</div>`;
}

function writeHit(chance: Chance, term: string, number: number): string {
  const forms = [`the ${term} said`, `(${term})`, `“${term},”`, `${term}.`];
  return `${forms[number % forms.length]} ${capitalise(writeWords(chance, 10))}`;
}

function writeLinks(chance: Chance, count: number): string {
  const items = Array.from(
    { length: count },
    () =>
      `  <li>\n    <a href="#">${capitalise(writeWords(chance, LINK.characters - 7))}</a>\n  </li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

/** Running text of at least `length` UTF-16 code units. */
export function writeWords(chance: Chance, length: number): string {
  let text = drawWord(chance);
  while (text.length < length) text += ` ${drawWord(chance)}`;
  return text;
}
