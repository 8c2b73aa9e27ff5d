/** Whatever a page does to its text: what was followed is what is read afresh. */
import { describe, expect, it } from 'vitest';
import { fc } from '../../properties.ts';
import {
  eventually,
  listTexts,
  openReader,
  pass,
  readAfresh,
  stage,
  textsOf,
} from './reading-page.ts';

const TEXTS = [
  ...[
    'NCGRP',
    'NCG',
    'RP',
    'USFKO',
    'Hudson Institute of Talks',
    'Hudson ',
    'Institute',
    ' of Talks',
  ],
  ...['북대서양', '조약기구', '미', '를', ' ', '\n', 's', '.', '\u00ad', 'x', ''],
];
const INLINE = ['b', 'a', 'span', 'sup', 'ruby', 'bdi', 'slot', 'label', 'news-gloss'];
const BLOCK = [
  'p',
  'div',
  'section',
  'h2',
  'br',
  'wbr',
  'img',
  'hr',
  'code',
  'td',
  'dt',
  'dd',
  'tr',
  'table',
  'details',
  'summary',
  'rt',
  'option',
  'x-any',
  'article',
];

const place = fc.nat(1_000);
const node = fc.oneof(
  fc.record({ text: fc.constantFrom(...TEXTS) }),
  fc.record({ name: fc.constantFrom(...INLINE, ...BLOCK), text: fc.constantFrom(...TEXTS) }),
);
type NodeSpec = { readonly name?: string; readonly text: string };

const edit = fc.oneof(
  fc.record({ act: fc.constant('insert' as const), at: place, to: place, node }),
  fc.record({ act: fc.constant('remove' as const), at: place }),
  fc.record({ act: fc.constant('move' as const), at: place, to: place }),
  fc.record({ act: fc.constant('write' as const), at: place, text: fc.constantFrom(...TEXTS) }),
  fc.record({ act: fc.constant('cut' as const), at: place }),
  fc.record({
    act: fc.constant('wrap' as const),
    at: place,
    name: fc.constantFrom(...INLINE, 'div'),
  }),
  fc.record({ act: fc.constant('unwrap' as const), at: place }),
  fc.record({ act: fc.constant('normalize' as const) }),
  fc.record({ act: fc.constant('edit' as const), at: place, on: fc.boolean() }),
  fc.record({ act: fc.constant('wait' as const) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Nodes of the stage without itself; elements that hold no text are among them. */
function nodesOf(main: Node): ChildNode[] {
  const walker = document.createTreeWalker(main);
  const nodes: ChildNode[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as ChildNode);
  return nodes;
}

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % (items.length || 1)];

function make({ name, text }: NodeSpec): ChildNode {
  if (name === undefined) return new Text(text);
  const element = document.createElement(name);
  if (!['br', 'wbr', 'img', 'hr'].includes(name)) element.append(text);
  return element;
}

function insert(main: Node, added: ChildNode, to: number): void {
  const target = pick([main, ...nodesOf(main)], to) as ChildNode;
  if (added.contains(target)) return;
  if (target === main || (target.hasChildNodes() && to % 2 === 0)) target.appendChild(added);
  else target.before(added);
}

async function perform(main: Node, step: Edit): Promise<void> {
  if (step.act === 'wait') return pass(30);
  if (step.act === 'normalize') return main.normalize();
  const nodes = nodesOf(main);
  const target = pick(nodes, step.at);
  if (step.act === 'insert') return insert(main, make(step.node), step.to);
  if (!target) return;
  if (step.act === 'remove') target.remove();
  if (step.act === 'move') insert(main, target, step.to);
  if (step.act === 'write' && target instanceof Text) target.data = step.text;
  if (step.act === 'cut' && target instanceof Text) target.splitText(target.length >> 1);
  if (step.act === 'wrap') {
    const wrapper = document.createElement(step.name);
    target.replaceWith(wrapper);
    wrapper.append(target);
  }
  if (target instanceof HTMLElement && step.act === 'unwrap') {
    target.replaceWith(...target.childNodes);
  }
  if (target instanceof HTMLElement && step.act === 'edit') {
    target.contentEditable = step.on ? 'true' : 'false';
  }
}

describe('a reader that has followed a page', () => {
  it('shows what one shows that reads it afresh', { timeout: 120_000 }, async () => {
    const pages = fc.array(node, { maxLength: 12 });
    const scripts = fc.array(edit, { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(pages, scripts, async (page, script) => {
        const main = stage('');
        main.append(...page.map(make));
        const { reader, painter, stop } = await openReader();
        for (const step of script) await perform(main, step);
        const fresh = await readAfresh();
        await eventually(() => expect(listTexts(reader)).toEqual(fresh));
        expect(textsOf(painter)).toEqual(fresh.toSorted());
        stop();
      }),
      { numRuns: 60 },
    );
  });
});
