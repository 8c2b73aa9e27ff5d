import { describe, expect, it } from 'vitest';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { createPageReadings } from '../../../src/core/reading/page-readings.ts';
import type { Telling } from '../../../src/core/reading/telling.ts';
import { toldSheet } from '../../../src/core/reading/told-sheet.ts';
import { finish, type Steps } from '../../../src/core/text/slices.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const index = indexGlossaries([
  makeGlossary({
    group: { short: ['QTG'], long: ['Quiet Talks Group'], cues: ['delegates'] },
    bridge: { long: ['Span Bridge Authority'] },
  }),
]);
const library = async (keys: readonly number[]) => lookUp(index, keys);
const run = async <T>(steps: Steps<T>) => finish(steps);

/** A page that tells its text in parts. */
function open(options: Partial<Parameters<typeof createPageReadings>[0]> = {}, most?: number) {
  const readings = createPageReadings({ lookUp: library, run, ...options }, most);
  return { readings, page: tell(readings, '1 0', 'first') };
}

function tell(readings: ReturnType<typeof createPageReadings>, key: string, page: string) {
  let count = 0;
  let first = 0;
  return {
    /** Tell blocks, which get the numbers from 0 on, and which numbers are gone. */
    async read(
      texts: readonly string[],
      gone: readonly number[] = [],
      more: Partial<Telling> = {},
    ) {
      const blocks = texts.map((text, i) => ({ text, section: 1, order: first + i }));
      const sheet = toldSheet(blocks, first);
      first += texts.length;
      const sheets = texts.length > 0 ? [sheet] : [];
      const telling: Telling = {
        page,
        count: count++,
        lang: 'en',
        sheets,
        gone,
        orders: [],
        ...more,
      };
      return readings.read(key, telling);
    },
  };
}

type Found = Awaited<ReturnType<ReturnType<typeof tell>['read']>>;
const spans = (found: Found) =>
  found?.map(({ number, mentions }) => [number, mentions.map(({ start, end }) => [start, end])]);

describe('the reading of a page that is told in parts', () => {
  it('says where mentions stand, and nothing of blocks without any', async () => {
    const { page } = open();
    const found = await page.read(['Nothing.', 'The Span Bridge Authority met.']);
    expect(spans(found)).toEqual([[1, [[4, 25]]]]);
    expect(found?.[0]?.mentions[0]).toMatchObject({
      ref: 'sample/bridge',
      reason: { kind: 'name' },
    });
  });

  it('says what later text changes in the mentions of earlier text', async () => {
    const { page } = open();
    expect(spans(await page.read(['QTG MET.']))).toEqual([]);
    const found = await page.read(['The Quiet Talks Group and its delegates rose.']);
    expect(new Map(spans(found) as never).get(0)).toEqual([[0, 3]]);
  });

  it('says once that a block has no mention any more', async () => {
    const { page } = open();
    await page.read(['The Last Urban Hall (LUH) stands.', 'The LUH is old.']);
    expect(spans(await page.read([], [0]))).toEqual([[1, []]]);
    expect(spans(await page.read(['More.'], []))).toEqual([]);
  });

  it('says where the page defines a term, but not at that place itself', async () => {
    const { page } = open();
    const text = 'The Last Urban Hall (LUH) stands.';
    const found = await page.read([text, 'The LUH is old.']);
    const [block] = found ?? [];
    expect(block?.number).toBe(1);
    const [place] = block?.defined ?? [];
    expect(place).toMatchObject({ at: 4, number: 0 });
    expect(text.slice(place?.start, place?.end)).toBe('Last Urban Hall (LUH');
  });

  it('goes by the orders that blocks have now', async () => {
    const { page } = open();
    const texts = ['The Last Urban Hall (LUH) stands.', 'The LUH is old.'];
    expect(spans(await page.read(texts, [], { orders: [] }))).toEqual([[1, [[4, 7]]]]);
    // The definition now stands behind: a term is marked only behind its definition.
    const orders = [[0, 7]] as const;
    const found = await page.read(['The Lights Union of Harbours (LUH) rose.'], [], { orders });
    expect(new Map(spans(found) as never).get(1)).toEqual([]);
  });

  it('reads no more in text that is gone', async () => {
    const { page } = open();
    await page.read(['QTG MET.', 'The delegates of the Quiet Talks Group rose.']);
    await page.read([], [0, 1]);
    expect(spans(await page.read(['QTG MET.']))).toEqual([]);
  });

  it('takes what one page tells one after the other, however they come', async () => {
    const { page } = open();
    const first = page.read(['The Last Urban Hall (LUH) stands.']);
    const second = page.read(['The LUH is old.']);
    expect([spans(await first), spans(await second)]).toEqual([[], [[1, [[4, 7]]]]]);
  });
});

describe('what a page told before is not known', () => {
  it('where the page has told it to another background', async () => {
    const { readings } = open();
    const page = tell(readings, '1 0', 'p');
    expect(await page.read(['QTG'], [], { count: 3 })).toBeNull();
  });

  it('where something told was lost on the way, and all that comes later', async () => {
    const { page } = open();
    await page.read(['One.']);
    expect(await page.read(['Two.'], [], { count: 2 })).toBeNull();
    expect(await page.read(['Three.'], [], { count: 1 })).toBeNull();
  });

  it('where another page has come into the frame', async () => {
    const { readings, page } = open();
    await page.read(['One.']);
    await tell(readings, '1 0', 'second').read(['One.']);
    expect(await page.read(['Two.'])).toBeNull();
  });

  it('where the library failed in the middle of it', async () => {
    let isAway = true;
    const { page } = open({
      lookUp: async (keys) => {
        if (isAway) throw new Error('The database is closed.');
        return library(keys);
      },
    });
    await expect(page.read(['The Span Bridge Authority met.'])).rejects.toThrow('closed');
    isAway = false;
    expect(await page.read(['More.'])).toBeNull();
    const again = await page.read(['The Span Bridge Authority met.'], [], { count: 0 });
    expect(again?.[0]?.mentions).toHaveLength(1);
  });

  it('where its tab was closed; other tabs go on', async () => {
    const { readings, page } = open();
    const other = tell(readings, '11 0', 'other');
    await page.read(['One.']);
    await other.read(['One.']);
    readings.forget('1 ');
    expect([await page.read(['Two.']), await other.read(['Two.'])]).toEqual([null, []]);
  });

  it('where there is no room for all pages: the one told last longest ago goes first', async () => {
    const { readings, page } = open({}, 15_100);
    const second = tell(readings, '2 0', 'second');
    const third = tell(readings, '3 0', 'third');
    await page.read(['x'.repeat(45)]);
    await second.read(['x'.repeat(45)]);
    await page.read(['y']);
    await third.read(['x'.repeat(45)]);
    expect([await page.read(['z']), await second.read(['z'])]).toEqual([[], null]);
  });

  it('where most of a long text has left the page since', async () => {
    const { page } = open();
    const long = 'x'.repeat(370_000);
    await page.read([long, long, long, 'QTG']);
    expect(await page.read([], [0, 1, 2])).toEqual([]);
    expect(await page.read(['More.'])).toBeNull();
  });

  it('never of the page that is told now, however long it is', async () => {
    const { page } = open({}, 100);
    await page.read(['x'.repeat(500)]);
    expect(await page.read(['QTG'])).toEqual([]);
  });
});
