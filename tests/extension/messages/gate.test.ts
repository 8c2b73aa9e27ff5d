import '../fake-browser.ts';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BACKGROUND_DOORS } from '../../../src/extension/messages/background-doors.ts';
import { createGate, isOwnPage } from '../../../src/extension/messages/gate.ts';
import type { Name, Sender } from '../../../src/extension/messages/messages.ts';

fakeBrowser.runtime.getURL = (path) => `chrome-extension://newsgloss${path}`;

const OURS = 'chrome-extension://newsgloss/options.html';
const NEWS = 'https://news.example/a';
const tab = (id: number, url: string) => ({ id, url, incognito: false });
const page: Sender = { tab: tab(1, NEWS), url: NEWS, frameId: 0 };

/** How many of so many messages get through. */
function count(gate: ReturnType<typeof createGate>, sender: Sender, name: Name, times: number) {
  const telling = { sheets: [{ text: 'x'.repeat(4_000_000) }] };
  const args = name === 'read' ? [telling] : ['a/b'];
  let passed = 0;
  for (let i = 0; i < times; i++) if (gate.mayAsk(sender, name, args)) passed++;
  return passed;
}

describe('a page of the extension', () => {
  it.each<[string, Sender, boolean]>([
    ['the toolbar window', { url: OURS }, true],
    ['a page of ours in a tab', { url: OURS, tab: tab(3, OURS) }, true],
    ['a news page', page, false],
    ['a news page that gives our address for its own', { ...page, url: OURS }, false],
    ['a frame of a news page in a window without tabs', { url: NEWS }, false],
    ['an empty page', { url: 'about:blank', tab: tab(3, 'about:blank') }, false],
    ['an empty page that gives our address', { url: OURS, tab: tab(3, 'about:blank') }, false],
    ['a tab whose address is not told', { url: OURS, tab: { id: 3, incognito: false } }, false],
    ['nobody', {}, false],
  ])('is told from others: %s', (_, sender, expected) => expect(isOwnPage(sender)).toBe(expected));
});

describe('the gate', () => {
  it('lets pages of ours ask all they like', () => {
    const gate = createGate(() => 0);
    expect(count(gate, { url: OURS }, 'explainAll', 1_000)).toBe(1_000);
    expect(count(gate, { url: OURS }, 'explain', 1_000)).toBe(1_000);
  });

  it.each<Name>(['summarise', 'searchLibrary', 'explainAll', 'listFaults'])(
    'lets no other ask for %s',
    (name) =>
      expect(
        count(
          createGate(() => 0),
          page,
          name,
          1,
        ),
      ).toBe(0),
  );

  it.each<[Name, number]>([
    ['explain', 200],
    ['setKnown', 20],
    ['read', 4],
    ['report', 1_000],
    ['askPlace', 1_000],
  ])('lets a page send %s so many times at once: %d', (name, most) =>
    expect(
      count(
        createGate(() => 0),
        page,
        name,
        1_000,
      ),
    ).toBe(most),
  );

  it.each(Object.keys(BACKGROUND_DOORS) as Name[])('lets nobody send %s without end', (name) =>
    expect(
      count(
        createGate(() => 0),
        page,
        name,
        10_000,
      ),
    ).toBeLessThanOrEqual(5_000),
  );

  it('does not rest on what a message should carry', () => {
    const gate = createGate(() => 0);
    const odd = [
      undefined,
      { sheets: 7, gone: 'x', orders: { length: 1e9 } },
      { sheets: [null, { text: { length: -1e9 }, ends: 5, markup: [null, [1]] }] },
    ];
    for (const telling of odd) expect(gate.mayAsk(page, 'read', [telling])).toBe(true);
    expect(count(gate, page, 'read', 1_000)).toBe(4);
  });

  it.each<[string, object]>([
    ['blocks without text', { sheets: [{ text: '', ends: Array(100_000).fill(0) }] }],
    [
      'what markup says',
      { sheets: [{ text: '', markup: [[0, Array(2_500).fill({ says: 'x'.repeat(3_000) })]] }] },
    ],
    ['markup', { sheets: [{ text: '', markup: [[0, Array(100_000).fill({})]] }] }],
    ['blocks that are gone', { gone: Array(100_000).fill(1) }],
    ['orders', { orders: Array(100_000).fill([1, 1]) }],
  ])('counts what a telling costs besides its text: %s', (_, telling) => {
    const gate = createGate(() => 0);
    let passed = 0;
    while (passed < 100 && gate.mayAsk(page, 'read', [telling])) passed++;
    expect(passed).toBe(2);
  });

  it('lets a page tell a long list of abbreviations', () => {
    const row = { kind: 'row', says: 'Alpha Bravo Council', start: 0, end: 3 };
    const markup = Array.from({ length: 8_000 }, (_, i) => [i, [row]]);
    const telling = { sheets: [{ text: 'x'.repeat(200_000), ends: Array(8_000).fill(0), markup }] };
    expect(createGate(() => 0).mayAsk(page, 'read', [telling])).toBe(true);
  });

  it('counts kinds that do the same together, and tabs apart', () => {
    const gate = createGate(() => 0);
    expect(count(gate, page, 'explain', 1_000)).toBe(200);
    expect(count(gate, page, 'identify', 1)).toBe(0);
    expect(count(gate, { ...page, frameId: 9 }, 'identify', 1)).toBe(0);
    expect(count(gate, { ...page, tab: tab(2, NEWS) }, 'identify', 1)).toBe(1);
    expect(count(gate, page, 'setKnown', 1)).toBe(1);
  });

  it('lets more through as time goes by, and never more than at once', () => {
    let now = 0;
    const gate = createGate(() => now);
    count(gate, page, 'explain', 1_000);
    now += 1_000;
    expect(count(gate, page, 'explain', 1_000)).toBe(10);
    now += 3_600_000;
    expect(count(gate, page, 'explain', 1_000)).toBe(200);
  });

  it('forgets a tab that is closed', () => {
    const gate = createGate(() => 0);
    count(gate, page, 'explain', 1_000);
    gate.forget(1);
    expect(count(gate, page, 'explain', 1)).toBe(1);
  });
});
