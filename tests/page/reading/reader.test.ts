import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answer,
  closeReader,
  createListPainter,
  eventually,
  expectShown,
  openReader,
  paragraph,
  pass,
  read,
  stage,
  textsOf,
} from './reading-page.ts';

const HUDSON = 'Hudson Institute of Talks';
const NUCLEAR = 'Nuclear Consultative Group';

afterEach(closeReader);

describe('a reader shows', () => {
  it.each<[string, string, string[]]>([
    ['names', `<p>The NCGRP (${NUCLEAR})</p>`, ['NCGRP', NUCLEAR]],
    ['names in reading order', '<h1>USFKO</h1><p>NCGRP and USFKO</p>', ['USFKO', 'NCGRP', 'USFKO']],
    [
      'a name broken by tags',
      '<p>Hud<b>son</b> Institute <i>of <a href="#">Ta</a></i>lks</p>',
      [HUDSON],
    ],
    [
      'a name broken by lines',
      '<p>Hudson<br>Institute\n  of&nbsp;Talks</p>',
      ['Hudson Institute of Talks'],
    ],
    ['a name with soft breaks', '<p>Hudson Insti&shy;tute of T<wbr>alks</p>', [HUDSON]],
    ['a name with a note', '<p>NCGRP<sup>1</sup></p>', ['NCGRP']],
    [
      'nothing in fields, code and editors',
      '<code>NCGRP</code><textarea>NCGRP</textarea><p contenteditable>NCGRP</p>',
      [],
    ],
    ['nothing where there is nothing', '<p>No names here.</p>', []],
    ['nothing on an empty page', '', []],
  ])('%s', async (_, markup, expected) => {
    const { place } = await read(markup);
    const before = place.getHTML();
    await expectShown(...expected);
    expect(place.getHTML()).toBe(before);
  });

  it.each([
    ...['display: none', 'visibility: hidden', 'content-visibility: hidden', 'font-size: 0'],
    'opacity: 0',
  ])('nothing under %s', async (style) => {
    await read(`<div style="${style}"><p>NCGRP</p></div><p>USFKO</p>`);
    await expectShown('USFKO');
  });

  it('what was hidden once it is shown', async () => {
    const { place } = await read('<div hidden><p>NCGRP</p></div><p style="display:none">USFKO</p>');
    await expectShown();
    place.querySelector('div')!.hidden = false;
    await expectShown('NCGRP');
    place.querySelector<HTMLElement>('main > p')!.style.display = '';
    await expectShown('NCGRP', 'USFKO');
  });

  it.each(['visibility: hidden', 'opacity: 0'])(
    'what a style shows later, of which the page tells nothing: %s',
    async (held) => {
      const style = document.createElement('style');
      style.textContent = `#held { ${held} }`;
      await read('<div id="held"><p>NCGRP</p></div><p>USFKO</p>');
      document.head.append(style);
      await expectShown('NCGRP', 'USFKO');
      closeReader();
      await read('<div id="held"><p>NCGRP</p></div><p>USFKO</p>');
      await expectShown('USFKO');
      style.sheet!.deleteRule(0);
      await expectShown('NCGRP', 'USFKO');
      style.remove();
    },
  );

  it('what has no box of its own', async () => {
    const contents = 'style="display: contents"';
    await read(`<p>The <b ${contents}>NCGRP</b></p><p ${contents}>USFKO</p>`);
    await expectShown('NCGRP', 'USFKO');
  });

  it('what has no box of its own once it is shown', async () => {
    const { place } = await read('<div hidden><p style="display: contents">NCGRP</p></div>');
    await expectShown();
    place.querySelector('div')!.hidden = false;
    await expectShown('NCGRP');
  });

  it('what can be seen, all of which was asked for before any of it was painted', async () => {
    const acts: string[] = [];
    const painter = { ...createListPainter(), prepare: () => void acts.push('ask') };
    const paint = vi.spyOn(painter, 'paint').mockImplementation(() => void acts.push('paint'));
    const ask = vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(() => {
      acts.push('ask');
      return true;
    });
    const { reader } = await read('<p>USFKO met NCGRP.</p>'.repeat(500), { painter });
    ask.mockRestore();
    expect(reader.mentions()).toHaveLength(1_000);
    expect(paint).toHaveBeenCalledTimes(500);
    // After each change of the page its styles are worked out anew for the next question.
    expect(acts.lastIndexOf('ask')).toBeLessThan(acts.indexOf('paint'));
  });

  it('what eyes see, though a dialog left it hidden from reading aloud', async () => {
    await read('<div aria-hidden="true"><p>NCGRP</p>USFKO</div>');
    await expectShown('NCGRP', 'USFKO');
  });

  it('no pull quote, which repeats a sentence and so is kept from being read aloud', async () => {
    await read('<p>USFKO</p><p aria-hidden="true">“NCGRP”</p>');
    await expectShown('USFKO');
  });

  it('the page’s own terms by their newest meaning', async () => {
    const { place, reader } = await read(
      '<p>The Lights Union of Harbours (LUH).</p><p>The LUH left.</p>',
    );
    const longs = () => reader.mentions().map(({ mention: { reason } }) => reason);
    await eventually(() =>
      expect(longs()).toEqual([{ kind: 'own', long: 'Lights Union of Harbours' }]),
    );
    place.firstChild!.firstChild!.nodeValue = 'The Last Urban Hall (LUH).';
    await eventually(() => expect(longs()).toEqual([{ kind: 'own', long: 'Last Urban Hall' }]));
  });
});

describe('a reader', () => {
  /** What is told is told once on a page, so each step has a fault of its own. */
  const failAt = (step: string) => () => {
    throw new TypeError(`a fault of ours in ${step}`);
  };

  it('tells of a fault of ours, once, and of none where the library is away', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const away = async () => {
      throw new Error('The background is being replaced.');
    };
    await read('<p>NCGRP</p>', { lookUp: away });
    await pass(3_000);
    expect(error).not.toHaveBeenCalled();
    const broken = { ...createListPainter(), paint: failAt('painting once') };
    await read('<p>NCGRP</p>', { painter: broken });
    await pass(3_000);
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });

  const failingList = (step: string): never[] =>
    Object.defineProperty([], 0, { get: failAt(step), enumerable: true });
  it.each<[string, Parameters<typeof openReader>[0]]>([
    ['reading lines', { painter: { ...createListPainter(), pageText: failAt('lines') } }],
    ['taking the answer', { read: async () => failingList('answer') }],
    ['preparing to paint', { painter: { ...createListPainter(), prepare: failAt('preparing') } }],
    ['painting', { painter: { ...createListPainter(), paint: failAt('painting') } }],
    ['ending to paint', { painter: { ...createListPainter(), commit: failAt('ending') } }],
    [
      'mending what a page has broken',
      { painter: { ...createListPainter(), repair: failAt('mending') } },
    ],
    ['telling of changes', { onChange: failAt('telling') }],
  ])('tells of a fault of ours once, though it comes again: %s', async (_, options) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { place } = await read(`<p>The ${NUCLEAR} (NCGRP) met.</p>`, options);
    await pass(3_000);
    place.append(paragraph(`The ${HUDSON} (HITT) and NCGRP met.`));
    await pass(3_000);
    expect(error).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: expect.stringMatching(/^a fault of ours/) }),
    );
    error.mockRestore();
  });

  it('asks again when the library was away', async () => {
    let isAway = true;
    const lookUp = (keys: readonly number[]) =>
      isAway ? Promise.reject(new Error('The background is being replaced.')) : answer(keys);
    const { place } = await read('<p>NCGRP</p><section></section>', { lookUp });
    place.querySelector('section')!.attachShadow({ mode: 'open' }).append('USFKO');
    place.append(paragraph(NUCLEAR));
    isAway = false;
    await expectShown('NCGRP', 'USFKO', NUCLEAR);
  });

  it('tells when the last mention has gone', async () => {
    const onChange = vi.fn();
    const { place, reader } = await read('<p>NCGRP</p><p>Nothing.</p>', { onChange });
    place.firstElementChild?.remove();
    await eventually(() => expect(reader.mentions()).toEqual([]));
    onChange.mockClear();
    await eventually(() => expect(onChange).toHaveBeenCalledTimes(1));
  });

  it('tells of changes, and of many at once in few words', async () => {
    const onChange = vi.fn();
    const { place } = await read('<p>NCGRP</p>', { onChange });
    expect(onChange).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 30; i++) {
      place.append(paragraph('USFKO'));
      await pass(10);
    }
    await expectShown('NCGRP', ...Array(30).fill('USFKO'));
    await eventually(() => expect(onChange.mock.calls.length).toBeGreaterThan(1));
    expect(onChange.mock.calls.length).toBeLessThan(30);
  });

  it('leaves nothing when it stops, and follows no more', async () => {
    const { place, painter, stop } = await read('<p>NCGRP</p>');
    await expectShown('NCGRP');
    stop();
    expect(textsOf(painter)).toEqual([]);
    place.append(paragraph('USFKO'));
    await pass(120);
    expect(textsOf(painter)).toEqual([]);
  });

  it('paints nothing when it was stopped while the library answered', async () => {
    stage('<p>NCGRP</p>');
    let give = () => {};
    const lookUp = async (keys: readonly number[]) => {
      await new Promise<void>((resolve) => {
        give = resolve;
      });
      return answer(keys);
    };
    const life = new AbortController();
    const opening = openReader({ lookUp, signal: life.signal });
    life.abort();
    give();
    const { painter } = await opening;
    expect(textsOf(painter)).toEqual([]);
  });
});
