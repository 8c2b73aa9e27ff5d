/**
 * Any page, any edits, any painting in between: the page's text is its own after each step, no
 * mention stands on a wrong word, and erasing gives back the identical nodes. A twin of the page
 * that nobody paints, edited in the same way, says what is right.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Painter, PlacedMention } from '../../src/page/painter.ts';
import { blocksOf, change, mentionsOf, PAINTERS, stage } from './painting.ts';

/** The full number is 1,000; so many keep the run short. */
const RUNS = 200;
/** The same pages at each run, so that a failure is the work of a change; others by other seeds. */
const SEED = 20261121;
const WORDS = ['NCG', 'USFK', 'U.S. Forces Korea', '[PTX]'];
const TEXTS = [
  'NCG',
  'The NCG met ',
  'U.S. ',
  'Forces',
  ' Korea',
  ' ',
  '',
  'USFK, PTX: NCG',
  'U.S. Forces Korea',
  'x',
];

interface Tree {
  readonly tag: string;
  readonly children: readonly (Tree | string)[];
}

const text = fc.constantFrom(...TEXTS);
const { tree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom('p', 'div', 'b', 'span', 'i', 'a'),
    children: fc.array(tie('child'), { maxLength: 4 }),
  }),
  child: fc.oneof({ maxDepth: 4 }, { weight: 3, arbitrary: text }, tie('tree')),
}));

/** What a page's script does with the nodes that it made; numbers choose among them. */
const edit = fc.record({
  act: fc.constantFrom(
    'rewrite',
    'remove',
    'before',
    'append',
    'insert',
    'replace',
    'fill',
    'clear',
  ),
  one: fc.nat(),
  other: fc.nat(),
  text,
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Edits in one step are reported together, as those of one task are. */
const step = fc.record({
  edits: fc.array(edit, { maxLength: 4 }),
  after: fc.constantFrom('paint', 'paint', 'erase', 'style', 'nothing'),
});

describe.each(PAINTERS)('%s', (_, { create, painted }) => {
  it('never changes what a page says, and gives it back as it was', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 3 }),
        fc.array(step, { maxLength: 5 }),
        (trees, steps) => {
          const place = stage('');
          const page = build(place, trees);
          const twin = build(document.createElement('main'), trees);
          const painter = create();
          const shown = paintAll(place, painter);
          expect(place.textContent).toBe(twin[0]!.textContent);
          for (const { edits, after } of steps) {
            applyAll(edits, twin);
            change(place, painter, () => applyAll(edits, page));
            expect(place.textContent).toBe(twin[0]!.textContent);
            expectRightWords(painter, shown);
            if (after === 'paint') shown.push(...paintAll(place, painter));
            if (after === 'style') painter.setStyle('solid');
            if (after === 'erase') for (const { block } of shown.slice(-3)) painter.erase(block);
            expect(place.textContent).toBe(twin[0]!.textContent);
            expectRightWords(painter, shown);
          }
          painter.eraseAll();
          expect([...painted('dotted'), ...painted('solid')]).toEqual([]);
          expectSameShape(place, twin[0]!, page, twin);
          expect(page.map(dataOf)).toEqual(twin.map(dataOf));
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

/** The nodes that the page's script made and holds, the place first. */
function build(place: HTMLElement, trees: readonly Tree[]): Node[] {
  const nodes: Node[] = [place];
  const grow = (parent: Node, child: Tree | string) => {
    const node =
      typeof child === 'string'
        ? document.createTextNode(child)
        : document.createElement(child.tag);
    nodes.push(node);
    parent.appendChild(node);
    if (typeof child !== 'string') for (const each of child.children) grow(node, each);
  };
  for (const each of trees) grow(place, each);
  return nodes;
}

/**
 * One task's edits. A text node is rewritten once in each: twice, the second time to just what a
 * wrapped mention left of it, is the one thing that the mark painter cannot see.
 */
function applyAll(edits: readonly Edit[], nodes: Node[]): void {
  const rewritten = new Set<Node>();
  for (const each of edits) apply(each, nodes, rewritten);
}

function apply({ act, one, other, text }: Edit, nodes: Node[], rewritten: Set<Node>): void {
  const [place] = nodes;
  const a = nodes[one % nodes.length]!;
  const b = nodes[other % nodes.length]!;
  const isPlace = a === place;
  switch (act) {
    case 'rewrite':
      if (a instanceof Text && !rewritten.has(a)) a.data = text;
      rewritten.add(a);
      break;
    case 'remove':
      if (!isPlace) a.parentNode?.removeChild(a);
      break;
    case 'before':
      if (b !== place && !a.contains(b)) b.parentNode?.insertBefore(a, b);
      break;
    case 'append':
      if (b instanceof Element && !a.contains(b)) b.appendChild(a);
      break;
    case 'insert': {
      const made = document.createTextNode(text);
      if (!isPlace && a.parentNode) {
        a.parentNode.insertBefore(made, a);
        nodes.push(made);
      }
      break;
    }
    case 'replace': {
      const made = document.createTextNode(text);
      if (!isPlace && a.parentNode) {
        a.parentNode.replaceChild(made, a);
        nodes.push(made);
      }
      break;
    }
    case 'fill':
      if (a instanceof Element) {
        a.textContent = text;
        if (a.firstChild) nodes.push(a.firstChild);
      }
      break;
    case 'clear':
      if (a instanceof Element) a.replaceChildren();
      break;
  }
}

function paintAll(place: Node, painter: Painter): PlacedMention[] {
  return blocksOf(place, painter).flatMap((block) => {
    const mentions = mentionsOf(block, ...WORDS);
    painter.paint(block, mentions);
    return mentions.map((mention) => ({ mention, block }));
  });
}

function expectRightWords(painter: Painter, shown: readonly PlacedMention[]): void {
  for (const placed of shown) {
    const range = painter.rangeOf(placed);
    if (!range) continue;
    const { start, end } = placed.mention;
    expect(String(range)).toBe(placed.block.text.slice(start, end));
  }
}

/** The same nodes in the same places, by their numbers, and no node besides. */
function expectSameShape(a: Node, b: Node, page: Node[], twin: Node[]): void {
  expect([...a.childNodes].map((node) => page.indexOf(node))).toEqual(
    [...b.childNodes].map((node) => twin.indexOf(node)),
  );
  for (const [i, child] of a.childNodes.entries()) {
    expectSameShape(child, b.childNodes[i]!, page, twin);
  }
}

const dataOf = (node: Node) => (node instanceof Text ? node.data : node.nodeName);
