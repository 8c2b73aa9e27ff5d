import { describe, expect, it } from 'vitest';
import { createBlockList } from '../../../src/page/text/block-list.ts';
import type { Block } from '../../../src/page/text/blocks.ts';
import { fc } from '../../properties.ts';
import { readBlocks, stage } from '../reading/reading-page.ts';

const blocksOf = (root: Node) => readBlocks(root, (node) => node.data);
const textsOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text);

describe('a block list', () => {
  it('keeps document order, whatever comes in and goes in whatever order', () => {
    const place = stage(Array.from({ length: 40 }, (_, i) => `<p>p${i}</p>`).join(''));
    const all = blocksOf(place);
    const steps = fc.array(fc.array(fc.nat(39), { maxLength: 12 }), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (turns) => {
        const list = createBlockList();
        const present = new Set<Block>();
        for (const turn of turns) {
          const chosen = [...new Set(turn)].map((i) => all[i]!);
          const gone = new Set(chosen.filter((block) => present.has(block)));
          const added = chosen.filter((block) => !present.has(block));
          list.remove(gone);
          list.insert(added);
          for (const block of gone) present.delete(block);
          for (const block of added) present.add(block);
          expect(list.blocks).toEqual(all.filter((block) => present.has(block)));
          const orders = list.blocks.map(({ order }) => order);
          expect(orders.every((order, i) => i === 0 || order > orders[i - 1]!)).toBe(true);
        }
        for (const block of all) {
          expect(list.ownerOf(block.nodes[0]!)).toBe(present.has(block) ? block : undefined);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its order when a thousand come into the same place', () => {
    const place = stage('<p>first</p><p>last</p>');
    const list = createBlockList();
    list.insert(blocksOf(place));
    for (let i = 0; i < 1000; i++) {
      const added = document.createElement('p');
      added.textContent = `p${i}`;
      place.firstChild!.after(added);
      list.insert(blocksOf(added));
    }
    expect(textsOf(list.blocks)).toEqual(textsOf(blocksOf(place)));
    const orders = list.blocks.map(({ order }) => order);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    expect(list.numberings).toBe(0);
  });

  it('keeps its order beside blocks that the page has taken out unseen', () => {
    const place = stage(Array.from({ length: 30 }, (_, i) => `<p>p${i}</p>`).join(''));
    const all = blocksOf(place);
    const list = createBlockList();
    list.insert(all.filter((_, i) => i % 2 === 0));
    const lost = new Set(all.filter((_, i) => i % 4 === 0));
    for (const { root } of lost) root.remove();
    const late = all.filter((_, i) => i % 2 === 1);
    for (const block of late.toReversed()) list.insert([block]);
    list.remove(lost);
    expect(textsOf(list.blocks)).toEqual(textsOf(blocksOf(place)));
  });

  it('puts text of shadow roots where their hosts are, also inside one another', () => {
    const place = stage('<p>before</p><section></section><p>after</p>');
    const outer = place.querySelector('section')!.attachShadow({ mode: 'open' });
    outer.append(...['one', 'inner', 'two'].map((name) => document.createElement(`x-${name}`)));
    for (const host of outer.children) {
      host.attachShadow({ mode: 'open' }).append(host.localName.slice(2));
    }
    const roots = [...outer.children].map((host) => host.shadowRoot!);
    const list = createBlockList();
    list.insert([...blocksOf(roots[2]!), ...blocksOf(place)]);
    list.insert([...blocksOf(roots[1]!), ...blocksOf(roots[0]!)]);
    expect(textsOf(list.blocks)).toEqual(['before', 'one', 'inner', 'two', 'after']);
  });

  it('begins a section at a heading and at a part with a subject of its own', () => {
    const place = stage(
      '<h1>a</h1><p>b</p><p>c</p><h2>d</h2><p>e</p><aside>f</aside><article><p>g</p></article>',
    );
    const list = createBlockList();
    list.insert(blocksOf(place));
    const [a, b, c, d, e, f, g] = list.blocks.map(({ section }) => section);
    expect([b, c]).toEqual([a, a]);
    expect(e).toBe(d);
    expect(new Set([a, d, f, g]).size).toBe(4);
  });

  it('leaves another block’s text to it', () => {
    const place = stage('<p>one</p>');
    const [old] = blocksOf(place);
    const [fresh] = blocksOf(place);
    const list = createBlockList();
    list.insert([old!]);
    list.insert([fresh!]);
    list.remove(new Set([old!]));
    expect(list.ownerOf(place.firstChild!.firstChild!)).toBe(fresh);
  });
});
