/** Random pages, and what a page's script does with the nodes that it made; a twin says what is right. */
import { expect } from 'vitest';
import { fc } from '../../properties.ts';

/** A part of a page: an element with what is in it, or a text in the place of one. */
export interface Tree {
  readonly tag: string;
  readonly children: readonly (Tree | string)[];
}

/** The parts that pages are built of. */
export function trees(texts: readonly string[]): fc.Arbitrary<Tree[]> {
  const text = fc.constantFrom(...texts);
  const { tree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
    tree: fc.record({
      tag: fc.constantFrom('p', 'div', 'b', 'span', 'i', 'a'),
      children: fc.array(tie('child'), { maxLength: 4 }),
    }),
    child: fc.oneof({ maxDepth: 4 }, { weight: 3, arbitrary: text }, tie('tree')),
  }));
  return fc.array(tree, { minLength: 1, maxLength: 3 });
}

const ACTS = [
  'rewrite',
  'remove',
  'before',
  'append',
  'insert',
  'replace',
  'fill',
  'clear',
] as const;

/** What a page's script does; the numbers choose among its nodes. */
export interface Edit {
  readonly act: (typeof ACTS)[number];
  readonly one: number;
  readonly other: number;
  readonly text: string;
}

/** What a page's script does in one task. */
export function edits(texts: readonly string[]): fc.Arbitrary<Edit[]> {
  const edit = fc.record({
    act: fc.constantFrom(...ACTS),
    one: fc.nat(),
    other: fc.nat(),
    text: fc.constantFrom(...texts),
  });
  return fc.array(edit, { maxLength: 4 });
}

/** The nodes that the page's script made and holds, the place first. */
export function build(place: HTMLElement, trees: readonly Tree[]): Node[] {
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

/** One task's edits. */
export function applyAll(edits: readonly Edit[], nodes: Node[]): void {
  for (const each of edits) apply(each, nodes);
}

function apply({ act, one, other, text }: Edit, nodes: Node[]): void {
  const [place] = nodes;
  const a = nodes[one % nodes.length]!;
  const b = nodes[other % nodes.length]!;
  const isPlace = a === place;
  switch (act) {
    case 'rewrite':
      if (a instanceof Text) a.data = text;
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
    case 'insert':
    case 'replace': {
      if (isPlace || !a.parentNode) break;
      const made = document.createTextNode(text);
      if (act === 'insert') a.parentNode.insertBefore(made, a);
      else a.parentNode.replaceChild(made, a);
      nodes.push(made);
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

/**
 * That a page has the very nodes of its script, with the texts of its twin, and no node besides.
 *
 * @param among - The nodes whose text is compared; those that were taken out have theirs, too.
 */
export function expectTwins(
  page: readonly Node[],
  twin: readonly Node[],
  among: (node: Node) => boolean = () => true,
): void {
  expectSameShape(page[0]!, twin[0]!, page, twin);
  expect(page.filter(among).map(dataOf)).toEqual(twin.filter(among).map(dataOf));
}

/** The same nodes in the same places, by their numbers, and no node besides. */
function expectSameShape(a: Node, b: Node, page: readonly Node[], twin: readonly Node[]): void {
  expect([...a.childNodes].map((node) => page.indexOf(node))).toEqual(
    [...b.childNodes].map((node) => twin.indexOf(node)),
  );
  for (const [i, child] of a.childNodes.entries()) {
    expectSameShape(child, b.childNodes[i]!, page, twin);
  }
}

const dataOf = (node: Node) => (node instanceof Text ? node.data : node.nodeName);
