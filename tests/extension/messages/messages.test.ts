import '../fake-browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BACKGROUND_DOORS } from '../../../src/extension/messages/background-doors.ts';
import { handle, send } from '../../../src/extension/messages/messages.ts';
import { PAGE_DOORS } from '../../../src/extension/messages/page-doors.ts';

type Listener = (message: unknown, sender: object, answer: () => void) => unknown;

/** What listens now, to be called as the browser would. */
function listeners() {
  const heard: Listener[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((each) => {
    heard.push(each as Listener);
  });
  vi.spyOn(fakeBrowser.runtime.onMessage, 'removeListener').mockImplementation((each) => {
    heard.splice(heard.indexOf(each as Listener), 1);
  });
  return heard;
}

const ours = { id: fakeBrowser.runtime.id, tab: { id: 7 }, frameId: 2 };
let life: AbortController;

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
});

describe('a message', () => {
  it('reaches its handler, with its sender, and brings the answer', async () => {
    const heard = listeners();
    const explain = vi.fn(async () => null);
    handle({ explain }, BACKGROUND_DOORS, life.signal);
    const message = { name: 'explain', args: ['a/b'] };
    expect(await heard[0]!(message, ours, () => {})).toBeNull();
    expect(explain).toHaveBeenCalledWith(ours, 'a/b');
  });

  it.each<[string, unknown, object]>([
    ['of another extension', { name: 'explain', args: ['a/b'] }, { ...ours, id: 'other' }],
    ['of nobody', { name: 'explain', args: ['a/b'] }, {}],
    ['of another kind', 'explain', ours],
    ['that is null', null, ours],
    ['without arguments', { name: 'explain' }, ours],
    ['with an object for arguments', { name: 'explain', args: { 0: 'a/b', length: 1 } }, ours],
    ['with wrong arguments', { name: 'explain', args: [1] }, ours],
    ['with too many arguments', { name: 'explain', args: ['a/b', 'c/d'] }, ours],
    ['for another end', { name: 'summarise', args: [1] }, ours],
    ['with a name that objects know', { name: 'constructor', args: ['a/b'] }, ours],
    ['with a name that is none', { name: { explain: 1 }, args: ['a/b'] }, ours],
  ])('%s is ignored', (_, message, sender) => {
    const heard = listeners();
    const explain = vi.fn(async () => null);
    handle({ explain }, BACKGROUND_DOORS, life.signal);
    expect(heard[0]!(message, sender, () => {})).toBeUndefined();
    expect(explain).not.toHaveBeenCalled();
  });

  it('is ignored where its sender may not ask it', () => {
    const heard = listeners();
    const explain = vi.fn(async () => null);
    const mayAsk = vi.fn(() => false);
    const door = vi.fn(() => true);
    handle({ explain }, { explain: door }, life.signal, mayAsk);
    expect(heard[0]!({ name: 'explain', args: ['a/b'] }, ours, () => {})).toBeUndefined();
    expect(mayAsk).toHaveBeenCalledWith(ours, 'explain', ['a/b']);
    expect(explain).not.toHaveBeenCalled();
    // To check what is sent without end would hold up the messages of other tabs.
    expect(door).not.toHaveBeenCalled();
  });

  it('is heard no more once the signal has aborted', () => {
    const heard = listeners();
    handle({ explain: async () => null }, BACKGROUND_DOORS, life.signal);
    life.abort();
    expect(heard).toEqual([]);
  });

  it('is sent with its name and arguments', async () => {
    const sending = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue([] as never);
    await send('setKnown', 'a/b', true);
    expect(sending).toHaveBeenCalledWith({ name: 'setKnown', args: ['a/b', true] });
  });

  it('throws when the background is stopped over it, which the polyfill calls no answer', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
    await expect(send('identify', 'NCG')).rejects.toThrow('has ended');
  });

  it('that cannot be delivered throws', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('No one is there.'));
    await expect(send('explain', 'a/b')).rejects.toThrow('No one is there.');
  });
});

const reason = { kind: 'name' };
const term = { ref: 'a/b', name: 'NCG', long: '', count: 1, reason };
const summary = { state: 'read', terms: [term], over: 0, since: 1.5 };

const dfn = { kind: 'dfn', says: '', start: 0, end: 3 };
const sheet = {
  first: 0,
  text: 'NCGtwo',
  ends: [3, 6],
  sections: [1, 1],
  orders: [1, 1.5],
  markup: [[0, [dfn]]],
};
const telling = { page: 'p', count: 0, lang: 'en', sheets: [sheet], gone: [], orders: [] };

describe('the background’s door', () => {
  it.each<[keyof typeof BACKGROUND_DOORS, readonly unknown[]]>([
    ['read', [telling]],
    ['read', [{ ...telling, sheets: [], gone: [1, 2], orders: [[1, 0.5]] }]],
    ['explain', ['a/b']],
    ['report', [summary]],
    ['report', [{ state: 'off', terms: [], over: 7, since: 0 }]],
    [
      'report',
      [{ ...summary, terms: [{ ...term, ref: null, reason: { kind: 'own', long: 'X' } }] }],
    ],
    ['report', [{ ...summary, terms: [{ ...term, reason: { kind: 'evidence', words: ['x'] } }] }]],
    ['askPlace', []],
    ['loadPart', ['card']],
    ['loadPart', ['marker']],
    ['setRules', [true]],
    ['summarise', [3]],
    ['listFaults', []],
  ])('lets %s in with %j', (name, args) => expect(BACKGROUND_DOORS[name]!(args)).toBe(true));

  it.each<[keyof typeof BACKGROUND_DOORS, readonly unknown[]]>([
    ['read', []],
    ['read', [{ ...telling, gone: ['1'] }]],
    ['read', [{ ...telling, orders: [[1]] }]],
    ['read', [{ ...telling, count: -1 }]],
    ['read', [{ ...telling, more: 'x' }]],
    ['read', [{ ...telling, sheets: [{ ...sheet, ends: [2, 1, 6] }] }]],
    ['read', [{ ...telling, sheets: [{ ...sheet, ends: [3, 5] }] }]],
    ['read', [{ ...telling, sheets: [{ ...sheet, sections: [1] }] }]],
    ['read', [{ ...telling, sheets: [{ ...sheet, orders: [Number.NaN, 2] }] }]],
    ['read', [{ ...telling, sheets: [{ ...sheet, markup: [[2, []]] }] }]],
    ['read', [{ ...telling, sheets: [{ ...sheet, markup: [[0, [{ kind: 'b' }]]] }] }]],
    ['explain', [null]],
    ['explain', ['x'.repeat(2_001)]],
    ['report', [{ ...summary, state: 'other' }]],
    ['report', [{ ...summary, since: '1' }]],
    ['report', [{ ...summary, over: -1 }]],
    ['report', [{ ...summary, terms: [{ ...term, ref: 'no entry' }] }]],
    ['report', [{ ...summary, terms: [{ ...term, count: '1' }] }]],
    ['report', [{ ...summary, terms: [{ ...term, reason: { kind: 'other' } }] }]],
    ['report', [{ ...summary, terms: [{ ...term, reason: { kind: 'own' } }] }]],
    ['report', [{ ...summary, terms: [{ ...term, more: 'x' }] }]],
    ['report', [{ ...summary, more: 'x' }]],
    ['loadPart', ['../background.js']],
    ['setRules', ['content.css']],
    ['summarise', ['1']],
  ])('does not let %s in with %j', (name, args) =>
    expect(BACKGROUND_DOORS[name]!(args)).toBe(false),
  );

  it('does not let in more than an honest page would send', () => {
    const says = 'x'.repeat(3_003);
    const over = [
      { ...sheet, text: 'x'.repeat(20_000_001), ends: [3, 20_000_001] },
      { ...sheet, markup: [[0, [{ ...dfn, says }]]] },
      { ...sheet, markup: [[0, Array(1_001).fill(dfn)]] },
    ];
    for (const each of over) {
      expect(BACKGROUND_DOORS.read([{ ...telling, sheets: [each] }])).toBe(false);
    }
    expect(BACKGROUND_DOORS.report([{ ...summary, terms: Array(2_301).fill(term) }])).toBe(false);
  });
});

describe('the page’s door', () => {
  it.each<[keyof typeof PAGE_DOORS, readonly unknown[], boolean]>([
    ['isThere', [], true],
    ['isThere', [1], false],
    ['jump', [{ ref: null, name: 'NCG' }], true],
    ['jump', [{ ref: 'a/b', name: 'NCG' }], true],
    ['jump', [{ ref: 1, name: 'NCG' }], false],
    ['jump', [{ ref: null }], false],
    ['jump', [null], false],
    ['jump', [], false],
    ['askAgain', [], true],
    ['askAgain', [{}], false],
  ])('%s with %j: %s', (name, args, expected) => expect(PAGE_DOORS[name](args)).toBe(expected));
});
