/** Rows that are measured with the project's own modules in a page: no extension, no other scripts. */
import type { Browser } from 'puppeteer-core';
import { indexGlossaries } from '../../core/library-index.ts';
import { medianOf, onFreshPage } from './fresh-page.ts';
import type { DefaultMarks, Erasure, FirstPass, PainterName, Share } from './in-page-types.ts';
import { type PageName, PLANS, writePage } from './pages.ts';
import type { BenchServer } from './sources.ts';
import { atLeast, atMost, mustBe, type Row } from './table.ts';
import { listNames, makeGlossaries, TERMS_ON_PAGES } from './terms.ts';

const IN_PAGE = '/tests/bench/in-page.ts';

export interface BenchOptions {
  readonly browser: Browser;
  readonly server: BenchServer;
  /** Fewer runs, and without the largest page. */
  readonly quick: boolean;
  /** First pass alone. */
  readonly firstPassOnly: boolean;
}

type Measure = <T>(address: string, expression: string) => Promise<T>;

const TERMS = [30, 1_000, 10_000, 100_000] as const;
const TERMS_QUICK = [30, 1_000, 100_000] as const;

const FIRST_PASS_GOALS: Record<PainterName, Record<PageName, number>> = {
  highlights: { news: 2.5, live: 2.5, huge: 2.5 },
  marks: { news: 3, live: 3, huge: 3.5 },
};
const MARK_JS_GOALS: Record<PageName, number> = { news: 25, live: 30, huge: 70 };
const NO_HIT_GOALS: Record<PageName, number> = { news: 1, live: 1.3, huge: 1.3 };

/** Measure all rows, one after the other. */
export async function* measurePages(options: BenchOptions): AsyncGenerator<Row> {
  const { browser, server, quick } = options;
  const names = listNames(makeGlossaries(TERMS_ON_PAGES));
  const measure: Measure = (address, expression) =>
    onFreshPage(browser, address, IN_PAGE, (page) => page.evaluate(expression) as Promise<never>);
  const terms = quick ? TERMS_QUICK : TERMS;
  for (const count of terms) {
    server.addIndex(String(count), indexGlossaries(makeGlossaries(count)));
  }
  let longest = 0;
  for (const page of Object.keys(PLANS) as PageName[]) {
    if (quick && page === 'huge') continue; // Each of its measurements takes seconds.
    const plan = PLANS[page];
    const address = server.put(`/${page}`, writePage(plan, names));
    const empty = server.put(`/${page}-empty`, writePage({ ...plan, hits: 0 }, names));
    const runs = runsOn(page, quick);
    const limits: number[] = [];
    const passes = new Map<string, FirstPass[]>();
    const without: FirstPass[] = [];
    const take = async (painter: PainterName, count: number) => {
      const pass = await measure<FirstPass>(address, `bench.firstPass('${painter}', '${count}')`);
      const key = `${painter} ${count}`;
      passes.set(key, [...(passes.get(key) ?? []), pass]);
    };
    // By turns, so that a busy moment of the machine falls on all of them.
    for (let run = 0; run < runs; run++) {
      limits.push(await measure<number>(address, 'bench.limit()'));
      for (const count of terms) await take('highlights', count);
      await take('marks', 1_000);
      without.push(await measure<FirstPass>(empty, "bench.firstPass('highlights', '1000')"));
    }
    const limit = medianOf(limits);
    const of = (key: string, part: keyof FirstPass) =>
      medianOf((passes.get(key) ?? []).map((pass) => pass[part]));
    yield* firstPassRows(page, limit, plan.hits, of);
    const note = terms
      .map((count) => `${count}: ${of(`highlights ${count}`, 'script').toFixed(1)} ms`)
      .join(', ');
    yield atMost(
      `${page}: t(100,000 terms) / t(30 terms)`,
      of('highlights 100000', 'script') / of('highlights 30', 'script'),
      1.15,
      '×',
      note,
    );
    const noHit = medianOf(without.map(({ script }) => script)) / limit;
    yield atMost(`${page} without a hit`, noHit, NO_HIT_GOALS[page], ' L');
    const writes = Math.max(...without.map(({ domWrites }) => domWrites));
    yield mustBe(`${page} without a hit: DOM writes`, String(writes), '0', writes === 0);
    yield atMost(
      `${page}: visibility and search for shadow roots`,
      of('highlights 1000', 'aside') / limit,
      1.5,
      ' L',
    );
    const all = [...passes.values(), without].map((list) =>
      medianOf(list.map((pass) => pass.longest)),
    );
    longest = Math.max(longest, ...all);
    if (options.firstPassOnly) continue;
    const ours = of('highlights 30', 'script');
    const call = `bench.markDefault(${JSON.stringify(names)})`;
    const theirs = await measure<DefaultMarks>(address, call);
    yield atLeast(
      `${page}: faster than mark.js’s default call, 30 terms`,
      theirs.script / ours,
      MARK_JS_GOALS[page],
      '×',
      `${theirs.script.toFixed(0)} ms, finds ${theirs.marks} of ${plan.hits}`,
    );
  }
  yield atMost('longest slice of ours on all pages', longest, 8, ' ms');
  if (!options.firstPassOnly) yield* measureLife(measure, server, names, quick);
}

function runsOn(page: PageName, quick: boolean): number {
  if (page === 'huge') return 3;
  return quick ? 3 : 7;
}

function* firstPassRows(
  page: PageName,
  limit: number,
  hits: number,
  of: (key: string, part: keyof FirstPass) => number,
): Generator<Row> {
  for (const painter of ['highlights', 'marks'] as const) {
    const key = `${painter} 1000`;
    const script = of(key, 'script');
    yield atMost(
      `${page}: first pass, ${painter}, 1,000 terms`,
      script / limit,
      FIRST_PASS_GOALS[painter][page],
      ' L',
      `${script.toFixed(1)} ms, L is ${limit.toFixed(1)} ms`,
    );
    const found = of(key, 'mentions');
    yield mustBe(`${page}: every hit found, ${painter}`, `${found}`, `${hits}`, found === hits);
    if (painter === 'highlights') {
      yield atMost(`${page}: layout caused, ${painter}`, of(key, 'layout'), 0.5, ' ms');
    }
  }
}

/** What happens after the first pass: feeds, tickers, rest, erasing, the page's own removals. */
async function* measureLife(
  measure: Measure,
  server: BenchServer,
  names: readonly string[],
  quick: boolean,
): AsyncGenerator<Row> {
  const news = server.put('/life', writePage(PLANS.news, names));
  const seconds = quick ? 4 : 10;
  const items = Array.from(
    { length: 50 * seconds },
    (_, i) => `Item ${i} says that the ${names[i % names.length]} met, and what it said there.`,
  );
  const feed = `bench.feed(${JSON.stringify(items)}, 50)`;
  const start = "await bench.begin('highlights', '1000');";
  const run = (steps: string) => `(async () => { ${steps} })()`;
  const control = await measure<Share>(news, feed);
  const fed = await measure<Share>(news, run(`${start} return ${feed}`));
  yield atMost('feed of 50 items/s: an item', fed.script / items.length, 0.2, ' ms');
  yield atMost('feed: share of the main thread', (100 * fed.script) / fed.elapsed, 1.2, ' %');
  yield atLeast('feed: frames a second, of control', fed.fps / control.fps, 0.97, '×');

  const texts = names.slice(0, 10).map((name) => `The ${name} met and spoke`);
  const tick = `bench.tick(${JSON.stringify(texts)}, ${quick ? 3 : 6})`;
  for (const painter of ['highlights', 'marks'] as const) {
    const begin = `await bench.begin('${painter}', '1000');`;
    const ticked = await measure<Share>(news, run(`${begin} return ${tick}`));
    const wrong = `${ticked.wrong} wrong`;
    yield mustBe(`ticker, ${painter}: text as control`, wrong, '0 wrong', ticked.wrong === 0);
    const share = (100 * ticked.script) / ticked.elapsed;
    yield atMost(`ticker, ${painter}: share of the main thread`, share, 3, ' %');
  }

  const calls = await measure<number>(news, run(`${start} return bench.rest(3000)`));
  yield mustBe('at rest: timers, frames, observers', `${calls} in 3 s`, '0', calls === 0);

  const many = { elements: 30_000, characters: 900_000, hits: 10_000 };
  const full = server.put('/many', writePage(many, names));
  for (const painter of ['highlights', 'marks'] as const) {
    const begin = `bench.remember(); await bench.begin('${painter}', '30');`;
    const erased = await measure<Erasure>(full, run(`${begin} return bench.erase()`));
    const what = `erase ${erased.mentions} mentions, ${painter}`;
    yield atMost(what, erased.script, 12, ' ms');
    const identity = erased.isIdentical ? 'identical' : 'changed';
    yield mustBe(`${what}: text nodes`, identity, 'identical', erased.isIdentical);
    const plain: number[] = [];
    const painted: number[] = [];
    for (let i = 0; i < (quick ? 3 : 5); i++) {
      plain.push(await measure<number>(full, 'bench.remove(2000)'));
      painted.push(await measure<number>(full, run(`${begin} return bench.remove(2000)`)));
    }
    const ratio = medianOf(painted) / medianOf(plain);
    yield atMost(`the page’s own 2,000 removals, ${painter}`, ratio, 1.1, '×');
  }
}
