/**
 * Whatever a page does in however many places at once: to follow it, and to read the lines that it
 * touched, costs as many looks as there are records and nodes, and not as many as pairs of them.
 */
import { describe, expect, it } from 'vitest';
import { createBlockList } from '../../../src/page/text/block-list.ts';
import { readChangedLines } from '../../../src/page/text/changed-lines.ts';
import { createChanges } from '../../../src/page/text/changes.ts';
import { readEdits } from '../../../src/page/text/edits.ts';
import { WATCHED_ATTRIBUTES } from '../../../src/page/text/watched-attributes.ts';
import { fc } from '../../properties.ts';
import { readBlocks, stage } from '../reading/reading-page.ts';
import { build, trees } from './random-page.ts';

/** Looks for each record and each node that was ever on the page. */
const MOST_LOOKS = 8;
/** A burst is as many changes at the most; a storm is up to five bursts in one task. */
const MOST_TIMES = 1_000;
const TEXTS = ['The NCGRP met ', 'x', ' ', '', '—'];
const TAGS = ['i', 'span', 'b', 'p', 'div', 'li', 'br', 'img', 'code', 'td'];

const made = fc.record({
  tag: fc.constantFrom('', '#comment', ...TAGS),
  inside: fc.constantFrom('', '', 'img', 'div', 'i'),
  text: fc.constantFrom(...TEXTS),
});
const burst = fc.record({
  act: fc.constantFrom('append', 'prepend', 'between', 'rewrite', 'remove', 'turn', 'wrap', 'hide'),
  at: fc.nat(),
  times: fc.integer({ min: 1, max: MOST_TIMES }),
  made,
});

type Made = typeof made extends fc.Arbitrary<infer T> ? T : never;
type Burst = typeof burst extends fc.Arbitrary<infer T> ? T : never;

function make({ tag, inside, text }: Made): ChildNode {
  if (tag === '') return document.createTextNode(text);
  if (tag === '#comment') return document.createComment(text);
  const element = document.createElement(tag);
  if (inside !== '') element.append(document.createElement(inside));
  if (text !== '') element.append(text);
  return element;
}

/** Nodes under a place, the place first. */
function nodesIn(place: Node): Node[] {
  const walker = document.createTreeWalker(place);
  const nodes = [place];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function perform(place: HTMLElement, { act, at, times, made: spec }: Burst): void {
  const nodes = nodesIn(place);
  const elements = nodes.filter((node) => node instanceof HTMLElement);
  const target = elements[at % elements.length]!;
  const count = { times };
  const each = (work: (i: number) => void) => {
    for (let i = 0; i < count.times; i++) work(i);
  };
  if (act === 'append') each(() => target.append(make(spec)));
  if (act === 'prepend') each(() => target.prepend(make(spec)));
  if (act === 'between') {
    const [first] = target.childNodes;
    each(() => (first ? first.after(make(spec)) : target.append(make(spec))));
  }
  if (act === 'rewrite') {
    const texts = nodes.filter((node) => node instanceof Text);
    each((i) => {
      const text = texts[i % texts.length];
      if (text) text.data = spec.text;
    });
  }
  if (act === 'remove') each(() => target.lastChild?.remove());
  if (act === 'turn') each(() => target.lastChild && target.prepend(target.lastChild));
  if (act === 'wrap') {
    count.times = Math.min(times, 200);
    each(() => {
      const around = document.createElement('span');
      around.append(...target.childNodes);
      target.append(around);
    });
  }
  if (act === 'hide') each((i) => target.setAttribute('contenteditable', String(i % 2 === 0)));
}

describe('a storm of changes', () => {
  it('is followed and read in as many looks as there are changes', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        trees(TEXTS),
        fc.array(burst, { minLength: 1, maxLength: 5 }),
        (parts, bursts) => {
          const place = stage('');
          build(place, parts);
          let looks = 0;
          const pageText = (node: Text) => {
            looks++;
            return node.data;
          };
          const list = createBlockList();
          list.insert(readBlocks(place, (node) => node.data));
          const changes = createChanges(() => list, pageText);
          const observer = new MutationObserver(() => {});
          observer.observe(place, {
            childList: true,
            characterData: true,
            subtree: true,
            attributeFilter: WATCHED_ATTRIBUTES,
          });
          const seen = new Set(nodesIn(place));
          for (const each of bursts) {
            perform(place, each);
            for (const node of nodesIn(place)) seen.add(node);
          }
          const records = observer.takeRecords();
          const edits = readEdits(records);
          for (const top of edits.added) for (const node of nodesIn(top)) seen.add(node);
          const steps = changes.follow(edits);
          while (!steps.next().done) looks++;
          const most = MOST_LOOKS * (records.length + seen.size);
          expect(looks).toBeLessThanOrEqual(most);

          looks = 0;
          const { gone, lines } = changes.take();
          list.remove(gone);
          const source = {
            ownerOf: list.ownerOf,
            pageText,
            mayRead: () => true,
            isDue: () => false,
          };
          for (const { blocks, grown } of readChangedLines(lines, source)) {
            list.remove(grown);
            list.insert(blocks);
          }
          expect(looks).toBeLessThanOrEqual(most);
        },
      ),
      { numRuns: 60 },
    );
  });
});
