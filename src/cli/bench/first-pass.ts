/** Measures the first reading and painting of a page, compared with L and with other libraries. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../build/build-extension.ts';
import { ROOT } from '../build/build-extension.ts';
import { type Bench, MANY_TERMS, medianOf } from './bench.ts';
import type { Group } from './group.ts';
import type { FirstPass, OtherMarks, PainterName } from './in-page-types.ts';
import { type PageName, PLANS, writePage } from './pages.ts';
import { atLeast, atMost, mustBe, type Row } from './table.ts';
import { listNames, makeGlossaries } from './terms.ts';

const TERMS = [30, 1_000, 10_000, MANY_TERMS] as const;

interface Goals {
  /** Script time, in L. */
  readonly pass: Readonly<Record<PainterName, number>>;
  /** Script time without a hit on the page, in L. */
  readonly noHit: number;
  /** How many times faster than mark.js. */
  readonly markJs: number;
}

const GOALS: Readonly<Record<PageName, Goals>> = {
  news: { pass: { highlights: 2.5, marks: 3 }, noHit: 1, markJs: 25 },
  live: { pass: { highlights: 2.5, marks: 3 }, noHit: 1.3, markJs: 30 },
  huge: { pass: { highlights: 2.5, marks: 3.5 }, noHit: 1.3, markJs: 70 },
};

/** Runs of which the median is taken: in full, and with `--quick`. */
const RUNS: Readonly<Record<PageName, readonly [number, number]>> = {
  news: [9, 2],
  live: [7, 1],
  huge: [3, 1],
};

const FIND_AND_REPLACE = 'node_modules/findandreplacedomtext/src/findAndReplaceDOMText.js';

/** One group for each browser and page. Other libraries are measured in Chromium only. */
export const FIRST_PASS: readonly Group[] = (['chromium', 'firefox'] as const).flatMap((kind) =>
  (Object.keys(PLANS) as PageName[]).map((page) => ({
    name: `first pass ${page} ${kind}`,
    isLong: page === 'huge' || (kind === 'firefox' && page === 'live'),
    measure: (bench: Bench) => measurePage(bench, kind, page),
  })),
);

/** All measurements of one page. */
interface Samples {
  readonly limits: number[];
  readonly emptyLimits: number[];
  readonly empty: FirstPass[];
  /** Keyed by `<painter> <terms>`. */
  readonly passes: Map<string, FirstPass[]>;
}

async function* measurePage(bench: Bench, kind: BrowserKind, page: PageName): AsyncGenerator<Row> {
  const { quick, server, names } = bench;
  const plan = PLANS[page];
  const full = server.put(`/${page}`, writePage(plan, names));
  const empty = server.put(`/${page}-empty`, writePage({ ...plan, hits: 0 }, names));
  const terms = termsOf(quick, kind);
  for (const count of terms) bench.index(count);
  const all: Samples = { limits: [], emptyLimits: [], empty: [], passes: new Map() };
  const pass = (address: string, painter: PainterName, count: number) =>
    bench.measure<FirstPass>(kind, address, `bench.firstPass('${painter}', '${count}')`);
  const take = async (painter: PainterName, count: number) => {
    const key = `${painter} ${count}`;
    const taken = await pass(full, painter, count);
    all.passes.set(key, [...(all.passes.get(key) ?? []), taken]);
  };
  // Measure all in turn, so that a busy moment of the machine affects all of them.
  for (let run = 0; run < RUNS[page][quick ? 1 : 0]; run++) {
    all.limits.push(await bench.measure<number>(kind, full, 'bench.limit()'));
    for (const count of terms) await take('highlights', count);
    await take('marks', 1_000);
    all.emptyLimits.push(await bench.measure<number>(kind, empty, 'bench.limit()'));
    all.empty.push(await pass(empty, 'highlights', 1_000));
  }
  const label = kind === 'firefox' ? `Firefox, ${page}` : page;
  yield* passRows(label, page, all);
  yield* emptyRows(label, page, all);
  if (kind === 'chromium') yield* otherRows(bench, page, full, all);
}

/**
 * The numbers of terms to measure. One browser is enough to see how time grows with the terms,
 * since the code is the same.
 */
function termsOf(quick: boolean, kind: BrowserKind): readonly number[] {
  if (!quick) return TERMS;
  return kind === 'firefox' ? [1_000] : [30, 1_000, MANY_TERMS];
}

function* passRows(label: string, page: PageName, all: Samples): Generator<Row> {
  const limit = medianOf(all.limits);
  const { hits } = PLANS[page];
  for (const painter of ['highlights', 'marks'] as const) {
    const script = scriptOf(all, `${painter} 1000`);
    const note = `${script.toFixed(1)} ms, L is ${limit.toFixed(1)} ms`;
    const what = `${label}: first pass, ${painter}, 1,000 terms`;
    yield atMost(what, script / limit, GOALS[page].pass[painter], ' L', note);
    const found = partOf(all, `${painter} 1000`, 'mentions');
    yield mustBe(`${label}: every hit found, ${painter}`, `${found}`, `${hits}`, found === hits);
  }
  const layout = partOf(all, 'highlights 1000', 'layout');
  yield atMost(`${label}: layout caused, highlights`, layout, 0.5, ' ms');
  if (all.passes.has('highlights 30')) {
    const growth = scriptOf(all, `highlights ${MANY_TERMS}`) / scriptOf(all, 'highlights 30');
    const times = [...all.passes.keys()]
      .filter((key) => key.startsWith('highlights'))
      .map((key) => `${key.split(' ')[1]}: ${scriptOf(all, key).toFixed(1)} ms`);
    yield atMost(`${label}: t(100,000 terms) / t(30 terms)`, growth, 1.15, '×', times.join(', '));
  }
  const aside = partOf(all, 'highlights 1000', 'aside') / limit;
  yield atMost(`${label}: visibility and search for shadow roots`, aside, 1.5, ' L');
}

function* emptyRows(label: string, page: PageName, all: Samples): Generator<Row> {
  const script = medianOf(all.empty.map((pass) => pass.script));
  const limit = medianOf(all.emptyLimits);
  const note = `${script.toFixed(1)} ms, L is ${limit.toFixed(1)} ms`;
  yield atMost(`${label} without a hit`, script / limit, GOALS[page].noHit, ' L', note);
  const writes = Math.max(...all.empty.map(({ domWrites }) => domWrites));
  yield mustBe(`${label} without a hit: DOM writes`, `${writes}`, '0', writes === 0);
  const lists = [...all.passes.values(), all.empty];
  const longest = Math.max(...lists.map((list) => medianOf(list.map((each) => each.longest))));
  yield atMost(`${label}: longest slice of ours`, longest, 8, ' ms');
}

async function* otherRows(
  bench: Bench,
  page: PageName,
  address: string,
  all: Samples,
): AsyncGenerator<Row> {
  const { hits } = PLANS[page];
  const tell = ({ script, marks }: OtherMarks) => `${script.toFixed(0)} ms, ${marks} of ${hits}`;
  const call = `bench.markDefault(${JSON.stringify(bench.names)})`;
  const theirs = await bench.measure<OtherMarks>('chromium', address, call);
  const times = theirs.script / scriptOf(all, 'highlights 30');
  const what = `${page}: faster than mark.js’s default call, 30 terms`;
  yield atLeast(what, times, GOALS[page].markJs, '×', tell(theirs));
  // Its regular expression of 10,000 terms takes minutes on longer pages.
  const most = bench.quick ? 30 : page === 'news' ? 10_000 : 1_000;
  for (const terms of TERMS.filter((count) => count <= most)) {
    const other = await findAndReplace(bench, address, terms);
    const name = `${page}: faster than findAndReplaceDOMText, ${terms.toLocaleString('en')} terms`;
    if (other === null) yield mustBe(name, 'not installed', '≥ 1×', false);
    else {
      const ours = scriptOf(all, `highlights ${terms}`);
      yield atLeast(name, other.script / ours, 1, '×', tell(other));
    }
  }
}

/** Measures findAndReplaceDOMText. It is not a module, so the page loads it as a script. */
async function findAndReplace(
  bench: Bench,
  address: string,
  terms: number,
): Promise<OtherMarks | null> {
  const path = join(ROOT, FIND_AND_REPLACE);
  if (!existsSync(path)) return null;
  const names = JSON.stringify(listNames(makeGlossaries(terms)));
  const runs: OtherMarks[] = [];
  for (let run = 0; run < (bench.quick ? 1 : 3); run++) {
    const load = (page: Page) => page.addScriptTag({ path });
    const call = `bench.findAndReplace(${names})`;
    runs.push(await bench.measure<OtherMarks>('chromium', address, call, load));
  }
  const script = medianOf(runs.map((each) => each.script));
  return { script, marks: runs[0]!.marks };
}

function partOf(all: Samples, key: string, part: keyof FirstPass): number {
  return medianOf((all.passes.get(key) ?? []).map((pass) => pass[part]));
}

const scriptOf = (all: Samples, key: string) => partOf(all, key, 'script');
