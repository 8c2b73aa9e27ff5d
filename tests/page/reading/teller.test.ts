/** What a page tells of its text, and how it gets over a background that has forgotten it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Telling } from '../../../src/core/reading/telling.ts';
import {
  closeReader,
  expectShown,
  listen,
  openReader,
  paragraph,
  pass,
  read,
  stage,
} from './reading-page.ts';

const NUCLEAR = 'Nuclear Consultative Group';

afterEach(closeReader);

/** Reads pages as `listen` does, and can be stopped, as the background is; keeps what it is told. */
function createBackground() {
  let listener = listen();
  const told: Telling[] = [];
  return {
    told,
    texts: () => told.flatMap(({ sheets }) => sheets.map(({ text }) => text)),
    stop() {
      listener = listen();
    },
    read(telling: Telling) {
      told.push(telling);
      return listener.read(telling);
    },
  };
}

describe('a page tells', () => {
  it('its text once, and then only what is new and what is gone', async () => {
    const background = createBackground();
    const { place } = await read('<p>NCGRP</p><p>one</p>', background);
    place.lastElementChild!.remove();
    place.append(paragraph('USFKO'));
    await expectShown('NCGRP', 'USFKO');
    expect(background.texts()).toEqual(['NCGRPone', 'USFKO']);
    expect(background.told.map(({ count, gone }) => [count, gone])).toEqual([
      [0, []],
      [1, [1]],
    ]);
  });

  it('nothing while it rests, and nothing of clocks', async () => {
    const background = createBackground();
    const { place } = await read('<p>NCGRP</p><p>12:00</p>', background);
    await pass(2_000);
    place.lastElementChild!.firstChild!.nodeValue = '12:01';
    await pass(1_000);
    place.lastElementChild!.firstChild!.nodeValue = '12:02';
    await pass(1_000);
    expect(background.texts()).toEqual(['NCGRP12:00']);
    expect(background.told.length).toBeLessThanOrEqual(2);
  });

  it('the first part of a long page alone, so that it is painted soon', async () => {
    const background = createBackground();
    const lines = Array.from({ length: 40 }, () => `<p>NCGRP ${'x'.repeat(5_000)}</p>`);
    await read(lines.join(''), background);
    await expectShown(...lines.map(() => 'NCGRP'));
    const lengths = background.told.map(({ sheets }) =>
      sheets.reduce((length, { text }) => length + text.length, 0),
    );
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths[0]).toBeLessThan(60_000);
  });
});

describe('a page whose background was stopped', () => {
  it('tells all that is on it again, with the next change', async () => {
    const background = createBackground();
    const { place } = await read('<p>NCGRP</p><p>one</p><p>two</p>', background);
    place.children[1]!.remove();
    await pass(100);
    background.stop();
    place.append(paragraph(NUCLEAR));
    await expectShown('NCGRP', NUCLEAR);
    expect(background.texts().slice(-2)).toEqual(['NCGRPtwo', NUCLEAR]);
  });

  it('goes by what it said before, where a term is defined there', async () => {
    const background = createBackground();
    const { place, reader } = await read('<p>The Last Urban Hall (LUH) stands.</p>', background);
    background.stop();
    place.append(paragraph('The LUH is old.'));
    await expectShown('LUH');
    const [mention] = reader.mentions();
    const found = reader.definitionOf(mention!);
    expect(found?.block.nodes[0]).toBe(place.querySelector('p')!.firstChild);
  });

  it('gets over it in the middle of its first reading', async () => {
    const background = createBackground();
    const lines = Array.from({ length: 40 }, () => `<p>NCGRP ${'x'.repeat(5_000)}</p>`);
    stage(lines.join(''));
    const opening = openReader({
      read(telling) {
        const found = background.read(telling);
        if (background.told.length === 1) background.stop();
        return found;
      },
    });
    await opening;
    await expectShown(...lines.map(() => 'NCGRP'));
  });

  it('gets over an answer that was lost, though the telling were read', async () => {
    const background = createBackground();
    let isLost = false;
    const { place } = await read('<p>NCGRP</p>', {
      async read(telling) {
        const found = await background.read(telling);
        if (!isLost) return found;
        isLost = false;
        throw new Error('The background has ended before it answered.');
      },
    });
    isLost = true;
    place.append(paragraph('USFKO'));
    await pass(100);
    expect(isLost).toBe(false);
    await expectShown('NCGRP', 'USFKO');
  });
});

it('a page whose blocks are numbered anew is told again', async () => {
  const background = createBackground();
  const { place } = await read('<p>The Old Union of Harbours (OUH) met.</p><p>end</p>', background);
  let before = place.firstElementChild!;
  const after = place.lastElementChild!;
  // Each halves the gap, since another block comes in elsewhere before the next.
  for (let i = 0; i < 25; i++) {
    const item = paragraph(`item ${i}`);
    before.after(item);
    await pass(60);
    place.append(paragraph(`more ${i}`));
    await pass(60);
    before = item;
  }
  after.before(paragraph('The OUH rose.'));
  await expectShown('OUH');
  expect(new Set(background.told.map(({ page }) => page)).size).toBe(2);
  const orders = background.told.at(-1)?.sheets.flatMap((sheet) => sheet.orders) ?? [];
  expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
});
