/** Passages put together as the items of one page: each keeps the sense that it has alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type EvaluationPage,
  readEvaluationPages,
} from '../../src/cli/evaluate/evaluation-pages.ts';
import { countScore, type Judgement, judge } from '../../src/cli/evaluate/score.ts';
import { readDefinitions } from '../../src/core/definitions/find-definitions.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { indexGlossaries, lookUp } from '../../src/core/library/library-index.ts';
import { createReading } from '../../src/core/reading/reading.ts';
import { sheetOf } from '../../src/core/reading/sheet.ts';
import { finish } from '../../src/core/text/slices.ts';
import type { TextBlock } from '../../src/core/text/text-block.ts';

const file = join(import.meta.dirname, '../../assets/glossaries/korea-us-alliance.json');
const index = indexGlossaries([parseGlossary(JSON.parse(readFileSync(file, 'utf8')), file)]);
const passages = readEvaluationPages(join(import.meta.dirname, 'data'), 'own').filter(
  ({ kind }) => kind === 'passage',
);

/** Each page holds every tenth passage of its language: items that have nothing to do with each other. */
const PAGES = 10;

function judgePages(set: string, isSectioned: boolean): Judgement[] {
  return ['en', 'ko'].flatMap((lang) => {
    const items = passages.filter((each) => each.set === set && each.lang === lang);
    return Array.from({ length: PAGES }, (_, page) =>
      judgePage(
        items.filter((_, i) => i % PAGES === page),
        isSectioned,
      ),
    ).flat();
  });
}

function judgePage(items: readonly EvaluationPage[], isSectioned: boolean): Judgement[] {
  const blocks = new Map<TextBlock, { item: EvaluationPage; offset: number }>();
  for (const [section, item] of items.entries()) {
    for (const { 0: text, index: offset } of item.text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
      const block = { text, section: isSectioned ? section : 0, order: blocks.size };
      blocks.set(block, { item, offset });
    }
  }
  const reading = createReading(items[0]?.lang ?? '', readDefinitions);
  const batch = finish(reading.begin(sheetOf([...blocks.keys()])));
  const keys = reading.keys();
  reading.learn(keys.length, lookUp(index, keys));
  finish(reading.takeIn(batch));
  return items.map((item) => {
    const own = [...blocks].filter(([, place]) => place.item === item);
    const found = own.flatMap(([block, { offset }]) =>
      reading.mentionsOf(block).flatMap(({ ref, ...span }) => {
        if (ref === null) return [];
        const [start, end] = [span.start + offset, span.end + offset];
        return [{ ref, start, end, surface: item.text.slice(start, end) }];
      }),
    );
    return judge(item, found);
  });
}

describe('a page of many subjects', () => {
  it.each<[set: string, shape: string, least: number]>([
    ['dev', 'items in sections of their own', 97],
    ['held', 'items in sections of their own', 95],
    ['dev', 'items that follow one another', 88],
    ['held', 'items that follow one another', 88],
  ])('%s: %s', (set, shape, least) => {
    const { f1, precision, recall } = countScore(judgePages(set, shape.includes('own')));
    console.log(`${set}: ${shape}: P ${precision.toFixed(1)} R ${recall.toFixed(1)}`);
    expect(f1).toBeGreaterThanOrEqual(least);
  });
});
