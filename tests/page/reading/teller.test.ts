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

  it('of a line without end a part that can be read', async () => {
    const background = createBackground();
    const lines = Array.from({ length: 500 }, () => 'x'.repeat(1_000)).join('<br>');
    const { place } = await read(`<p>NCGRP ${lines}</p><p>USFKO</p>`, background);
    await expectShown('NCGRP', 'USFKO');
    expect(place.textContent.length).toBeGreaterThan(500_000);
    for (const text of background.texts()) expect(text.length).toBeLessThan(500_000);
  });

  it('a changed line with a name that has no letter, and one that opens a row', async () => {
    const background = createBackground();
    const row = '<table><tr><td>117</td><td>A Hull of Lights (HL)</td></tr></table>';
    const { place } = await read(`<p>NCGRP</p>${row}`, background);
    place.querySelector('p')!.firstChild!.nodeValue = '2+2';
    place.querySelector('td')!.firstChild!.nodeValue = '118';
    await pass(100);
    expect(background.texts().slice(1).join()).toMatch(/2\+2.*118|118.*2\+2/);
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

  it('shows no longer what rested on text that has left it meanwhile', async () => {
    const background = createBackground();
    const html = '<p>The Last Urban Hall (LUH) stands.</p><p>The LUH is old.</p><p>NCGRP</p>';
    const { place } = await read(html, background);
    await expectShown('LUH', 'NCGRP');
    background.stop();
    place.firstElementChild!.remove();
    await expectShown('NCGRP');
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
    expect(new Set(background.told.map(({ page }) => page)).size).toBe(2);
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

it('a page whose blocks are numbered anew tells their orders, and no text again', async () => {
  const background = createBackground();
  const ends = '<p>end</p>'.repeat(20);
  const { place } = await read(`<p>The Old Union of Harbours (OUH) met.</p>${ends}`, background);
  const [first, ...others] = [...place.children];
  let before = first!;
  // Each halves the gap, since others come in at many other places before the next.
  for (let i = 0; i < 25; i++) {
    const item = paragraph(`item ${i}`);
    before.after(item);
    await pass(60);
    for (let far = 1; far < 10; far++) {
      others[2 * far]!.after(paragraph(`far ${i}`));
      await pass(60);
    }
    before = item;
  }
  others[0]!.before(paragraph('The OUH rose.'));
  await expectShown('OUH');
  expect(new Set(background.told.map(({ page }) => page)).size).toBe(1);
  expect(background.told.some(({ orders }) => orders.length > 25)).toBe(true);
});
