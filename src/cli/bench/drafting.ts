/** Measures how fast glossaries are drafted from texts. */

import { draftGlossary } from '../../core/draft/draft-glossary.ts';
import type { DraftText } from '../../core/draft/format/draft-types.ts';
import { type Bench, medianOf } from './bench.ts';
import { createChance } from './chance.ts';
import type { Group } from './group.ts';
import { writeWords } from './pages.ts';
import { atLeast, type Row } from './table.ts';
import { makeGlossaries } from './terms.ts';
import { capitalise } from './vocabulary.ts';

const ARTICLES = 1_000;
const MEGABYTE = 1_000_000;

export const DRAFTING: readonly Group[] = [{ name: 'draft', measure: measureDrafting }];

function* measureDrafting(bench: Bench): Generator<Row> {
  const texts = writeArticles();
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const speeds: number[] = [];
  let entries = 0;
  for (let run = 0; run < (bench.quick ? 2 : 5); run++) {
    const start = performance.now();
    entries = draftGlossary(texts).entries.length;
    speeds.push(bytes / MEGABYTE / ((performance.now() - start) / 1_000));
  }
  const note = `${(bytes / MEGABYTE).toFixed(1)} MB in ${ARTICLES} articles, ${entries} entries`;
  yield atLeast('drafting a glossary', medianOf(speeds), 5, ' MB/s', note);
}

/** Generated news articles of about 5 KB each, which define organisations and report on them. */
function writeArticles(): DraftText[] {
  const chance = createChance(5);
  const bodies = makeGlossaries(600).flatMap(({ entries }) => entries);
  return Array.from({ length: ARTICLES }, (_, i) => {
    const words = (length: number) => writeWords(chance, length);
    const paragraphs = Array.from({ length: 9 }, (_, k) => {
      const { names } = bodies[(i * 3 + (k % 3)) % bodies.length]!;
      const [short, long] = [names[0]!.text, names[1]!.text];
      const told = [
        `The ${long} (${short}) met in ${capitalise(words(6))} on March ${1 + (i % 28)}, 2024.`,
        `Established in ${1990 + (i % 30)}, the ${short} is a body that ${words(60)}.`,
        `“${capitalise(words(80))},” said an officer of the ${short}.`,
      ];
      return `${told[k % 3]} ${capitalise(words(180))}. ${capitalise(words(220))}.`;
    });
    return {
      id: `article-${i}`,
      publisher: 'Nobody',
      title: capitalise(words(40)),
      published: `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`,
      text: paragraphs.join('\n\n'),
    };
  });
}
