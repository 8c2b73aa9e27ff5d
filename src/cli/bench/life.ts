/** Measures what a page costs later: feeds, tickers, idle time, erasing, its own removals. */
import { type Bench, medianOf } from './bench.ts';
import type { Group } from './group.ts';
import type { Erasure, PainterName, Share } from './in-page-types.ts';
import { PLANS, writePage } from './pages.ts';
import { atLeast, atMost, mustBe, type Row } from './table.ts';

const PER_SECOND = 50;
const PAINTERS = ['highlights', 'marks'] as const;

export const LIFE: readonly Group[] = [
  { name: 'feed', measure: measureFeed },
  { name: 'ticker', measure: measureTicker },
  { name: 'rest', measure: measureRest },
  { name: 'erase removals', measure: measureErasing },
];

const run = (steps: string) => `(async () => { ${steps} })()`;
const beginWith = (painter: PainterName, terms = 1_000) =>
  `await bench.begin('${painter}', '${terms}');`;

async function* measureFeed(bench: Bench): AsyncGenerator<Row> {
  const { names } = bench;
  const address = putNews(bench);
  const items = Array.from(
    { length: PER_SECOND * (bench.quick ? 2 : 10) },
    (_, i) => `Item ${i} says that the ${names[i % names.length]} met, and what it said there.`,
  );
  const feed = `bench.feed(${JSON.stringify(items)}, ${PER_SECOND})`;
  const control = await bench.measure<Share>('chromium', address, feed);
  const steps = run(`${beginWith('highlights')} return ${feed}`);
  const fed = await bench.measure<Share>('chromium', address, steps);
  yield atMost('feed of 50 items/s: an item', fed.script / items.length, 0.2, ' ms');
  yield atMost('feed: share of the main thread', (100 * fed.script) / fed.elapsed, 1.2, ' %');
  yield atLeast('feed: frames a second, of control', fed.fps / control.fps, 0.97, '×');
}

async function* measureTicker(bench: Bench): AsyncGenerator<Row> {
  const address = putNews(bench);
  const texts = bench.names.slice(0, 10).map((name) => `The ${name} met and spoke`);
  const tick = `bench.tick(${JSON.stringify(texts)}, ${bench.quick ? 2 : 6})`;
  for (const painter of PAINTERS) {
    const steps = run(`${beginWith(painter)} return ${tick}`);
    const { wrong, script, elapsed } = await bench.measure<Share>('chromium', address, steps);
    const what = `ticker, ${painter}`;
    yield mustBe(`${what}: text as control`, `${wrong} wrong`, '0 wrong', wrong === 0);
    yield atMost(`${what}: share of the main thread`, (100 * script) / elapsed, 3, ' %');
  }
}

async function* measureRest(bench: Bench): AsyncGenerator<Row> {
  const steps = run(`${beginWith('highlights')} return bench.rest(3000)`);
  const calls = await bench.measure<number>('chromium', putNews(bench), steps);
  yield mustBe('at rest: timers, frames, observers', `${calls} in 3 s`, '0', calls === 0);
}

/** An erasure, and the page's own removals before it for comparison. */
interface Removal extends Erasure {
  readonly removals: number;
}

async function* measureErasing(bench: Bench): AsyncGenerator<Row> {
  bench.index(30);
  const many = { elements: 30_000, characters: 900_000, hits: 10_000 };
  const address = bench.server.put('/many', writePage(many, bench.names));
  const runs = bench.quick ? 1 : 5;
  const plain: number[] = [];
  const observed: number[] = [];
  const painted: Record<PainterName, Removal[]> = { highlights: [], marks: [] };
  const removals = 'bench.remove(2000)';
  for (let i = 0; i < runs; i++) {
    plain.push(await bench.measure<number>('chromium', address, removals));
    const watched = run(`bench.observe(); return ${removals}`);
    observed.push(await bench.measure<number>('chromium', address, watched));
    for (const painter of PAINTERS) {
      const steps =
        `bench.remember(); ${beginWith(painter, 30)} const removals = await ${removals}; ` +
        'return { ...bench.erase(), removals };';
      painted[painter].push(await bench.measure<Removal>('chromium', address, run(steps)));
    }
  }
  for (const painter of PAINTERS) {
    const taken = painted[painter];
    const what = `erase ${taken[0]!.mentions} mentions, ${painter}`;
    yield atMost(what, medianOf(taken.map(({ script }) => script)), 12, ' ms');
    const isSame = taken.every(({ isIdentical }) => isIdentical);
    const identity = isSame ? 'identical' : 'changed';
    yield mustBe(`${what}: text nodes`, identity, 'identical', isSame);
    const ratio = medianOf(taken.map((each) => each.removals)) / medianOf(plain);
    const floor = medianOf(observed) / medianOf(plain);
    const note = `any observer alone: ${floor.toFixed(2)}×`;
    yield atMost(`the page’s own 2,000 removals, ${painter}`, ratio, 1.1, '×', note);
  }
}

function putNews(bench: Bench): string {
  bench.index(1_000);
  return bench.server.put('/life', writePage(PLANS.news, bench.names));
}
