/**
 * Measures how much time and memory Newsgloss costs a page, and prints each figure with its goal.
 *
 *   npm run bench [-- --quick] [-- --only "feed ticker"]
 *
 * Times are given in L: one TreeWalker pass over all text nodes with one `charCodeAt` for each code
 * unit, on the same page in the same run. Each measurement opens a fresh page, whose code has never
 * run; figures are medians. `--quick`: fewer runs, and no largest page. `--only`: the groups whose
 * name contains one of the words. Exits with 1 if a goal is missed.
 */
import { parseArgs } from 'node:util';
import { createBench } from './bench/bench.ts';
import { DRAFTING } from './bench/drafting.ts';
import { EVERYDAY } from './bench/everyday.ts';
import { EXTENSION } from './bench/extension-groups.ts';
import { FIRST_PASS } from './bench/first-pass.ts';
import type { Group } from './bench/group.ts';
import { LIFE } from './bench/life.ts';
import { STORM_GROUPS } from './bench/storms.ts';
import { formatRow, HEAD, type Row } from './bench/table.ts';

const GROUPS: readonly Group[] = [
  ...FIRST_PASS,
  ...LIFE,
  ...EXTENSION,
  EVERYDAY,
  ...DRAFTING,
  ...STORM_GROUPS,
];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

const words = values.only.split(/[\s,]+/).filter(Boolean);
const isWanted = ({ name, isLong }: Group) =>
  words.length > 0 ? words.some((word) => name.includes(word)) : !(values.quick && isLong);
const groups = GROUPS.filter(isWanted);
if (groups.length === 0) {
  console.error(
    `No group is named so. There are:\n${GROUPS.map(({ name }) => `  ${name}\n`).join('')}`,
  );
  process.exit(2);
}

process.exitCode = await measure(groups, values.quick);

async function measure(groups: readonly Group[], quick: boolean): Promise<number> {
  const start = performance.now();
  const rows: Row[] = [];
  const bench = await createBench(quick);
  try {
    console.log(HEAD);
    for (const group of groups) {
      for await (const row of group.measure(bench)) {
        rows.push(row);
        console.log(formatRow(row));
      }
    }
  } finally {
    await bench.close();
  }
  const missed = rows.filter(({ met }) => !met).length;
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.log(`\n${rows.length - missed} of ${rows.length} goals met, in ${seconds} s.`);
  return missed === 0 ? 0 : 1;
}
