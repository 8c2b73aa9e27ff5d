/** What the painter tests share: both painters, blocks from markup, and what is seen on the page. */
import css from '../../../assets/styles/mentions.css?inline';
import type { Mention } from '../../../src/core/senses/mention.ts';
import { createHighlightPainter } from '../../../src/page/painting/highlight-painter.ts';
import { createMarkPainter } from '../../../src/page/painting/mark-painter.ts';
import type { MentionStyle, Painter } from '../../../src/page/painting/painter.ts';
import type { Block } from '../../../src/page/text/blocks.ts';
import { readEdits } from '../../../src/page/text/edits.ts';
import { readBlocks } from '../reading/reading-page.ts';

export interface PainterCase {
  readonly create: (style?: MentionStyle) => Painter;
  /** The painted pieces in reading order, as text; those of the page's own terms in brackets. */
  readonly painted: (style?: MentionStyle) => string[];
}

export const readCss = async () => css;

export const PAINTERS: readonly (readonly [name: string, painter: PainterCase])[] = [
  [
    'the highlight painter',
    {
      create: (style = 'dotted') => createHighlightPainter({ document, style, readCss }),
      painted: (style = 'dotted') =>
        [
          ...rangesOf(`newsgloss-${style}`, (text) => text),
          ...rangesOf(`newsgloss-page-${style}`, (text) => `[${text}]`),
        ]
          .sort((a, b) => (isBefore(a.at, b.at) ? -1 : 1))
          .map(({ text }) => text),
    },
  ],
  [
    'the mark painter',
    {
      create: (style = 'dotted') => createMarkPainter({ document, style, readCss }),
      painted: (style = 'dotted') =>
        marksIn(document, style).map((element) =>
          element.hasAttribute('own') ? `[${element.textContent}]` : String(element.textContent),
        ),
    },
  ],
];

/** Elements of the mark painter, also in open shadow roots. */
export function marksIn(root: ParentNode, style: string): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(Element.prototype.matches.call(element, `news-gloss[look="${style}"]`) ? [element] : []),
    ...(element.shadowRoot ? marksIn(element.shadowRoot, style) : []),
  ]);
}

interface Painted {
  readonly text: string;
  readonly at: AbstractRange;
}

/** Static ranges whose text is out of the document are not painted, by the standard. */
function rangesOf(name: string, show: (text: string) => string): Painted[] {
  return [...(CSS.highlights.get(name) ?? [])]
    .filter(({ startContainer }) => startContainer.isConnected)
    .map((at) => {
      const { data } = at.startContainer as Text;
      return { at, text: show(data.slice(at.startOffset, at.endOffset)) };
    });
}

function isBefore(a: AbstractRange, b: AbstractRange): boolean {
  if (a.startContainer === b.startContainer) return a.startOffset < b.startOffset;
  const position = a.startContainer.compareDocumentPosition(b.startContainer);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** A fresh stage in the page, with our sheet, holding `markup`; the one before is taken away. */
export function stage(markup: string): HTMLElement {
  document.body.replaceChildren();
  const sheet = document.createElement('style');
  sheet.textContent = css;
  const place = document.createElement('main');
  // The stage's markup is the test's own.
  place.setHTMLUnsafe(markup);
  document.body.append(sheet, place);
  return place;
}

/** The blocks of a place, as the reader would read them. */
export function blocksOf(place: Node, painter: Painter): Block[] {
  return readBlocks(place, painter.pageText);
}

/** Mentions of each word in a block, everywhere; a word in brackets is the page's own term. */
export function mentionsOf({ text }: Pick<Block, 'text'>, ...words: string[]): Mention[] {
  return words.flatMap((written) => {
    const own = written.startsWith('[');
    const word = own ? written.slice(1, -1) : written;
    const found: Mention[] = [];
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const span = { start, end: start + word.length };
      found.push(
        own
          ? { ...span, ref: null, reason: { kind: 'own', long: 'Page Term' } }
          : { ...span, ref: `test/${word.toLowerCase()}`, reason: { kind: 'name' } },
      );
    }
    return found;
  });
}

/** Paint words in every block of a place. */
export function paintWords(place: Node, painter: Painter, ...words: string[]): Block[] {
  const blocks = blocksOf(place, painter);
  for (const block of blocks) painter.paint(block, mentionsOf(block, ...words));
  return blocks;
}

export function textNodesOf(place: Node): Text[] {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** A page as it was: to be compared byte for byte and node for node. */
export function photograph(place: HTMLElement): { html: string; nodes: Text[]; texts: string[] } {
  const nodes = textNodesOf(place);
  return { html: place.getHTML(), nodes, texts: nodes.map(({ data }) => data) };
}

/** Do as a page's script does, then what the watcher does before the next frame. */
export function change(place: Node, painter: Painter, act: () => void): ReadonlySet<Block> {
  return painter.repair(readEdits(recordsOf(place, act)));
}

/** The mutation records of what an act does to a page. */
export function recordsOf(place: Node, act: () => void): readonly MutationRecord[] {
  const observer = new MutationObserver(() => {});
  observer.observe(place, { childList: true, characterData: true, subtree: true });
  act();
  const records = observer.takeRecords();
  observer.disconnect();
  return records;
}

/** The middle of the painted word, in the viewport. */
export function pointAt(place: Node, word: string): { x: number; y: number } {
  for (const node of textNodesOf(place)) {
    const start = node.data.indexOf(word);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + word.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  throw new Error(`"${word}" is in no text node`);
}
