/**
 * Scores how well `findDefinitions` finds the pairs that people marked in third-party texts.
 *
 * The texts are optional reference data in a folder beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../core/definitions/definition.ts';
import { findDefinitions } from '../../core/definitions/find-definitions.ts';

/** One text of a set and its marked answers: pairs as `short|long`, or spans as `start-end`. */
interface MarkedText {
  readonly text: string;
  readonly gold: ReadonlySet<string>;
}

/** A set of texts, and the function that writes our finds in the form of its answers. */
export interface ExtractionSet {
  readonly texts: readonly MarkedText[];
  readonly answer: (definition: Definition) => string;
}

/** Counts over a set, and its errors. */
export interface ExtractionScore {
  readonly right: number;
  readonly found: number;
  readonly marked: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly errors: readonly ExtractionError[];
}

/** An answer that is missing (`missed`) or wrong (`false`); `text` is an index into the set. */
interface ExtractionError {
  readonly text: number;
  readonly kind: 'missed' | 'false';
  readonly answer: string;
}

/** Replace each run of white space by one blank. */
const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

const pairOf = ({ short, long }: Definition): string => `${collapse(short)}|${collapse(long)}`;

/**
 * Read MED1250: 1,250 abstracts with their pairs (US National Library of Medicine).
 *
 * Blank lines separate records. A record is a number, a title, an abstract, then one line `
 * short|long|…` for each pair. A line that starts with `//` is a comment. The file is Latin-1.
 */
export function readMed1250(folder: string): ExtractionSet | null {
  const path = join(folder, 'eval/extraction/MED1250_labeled');
  if (!existsSync(path)) return null;
  // A few records contain a blank line, so split at the number that begins a record.
  const records = readFileSync(path, 'latin1').split(/(?<=\n\s*)(?=^\d+\s*$)/m);
  return { texts: records.map(readAbstract), answer: pairOf };
}

function readAbstract(record: string): MarkedText {
  const gold = new Set<string>();
  const prose: string[] = [];
  for (const line of record.split(/\r?\n/).filter((one) => !one.startsWith('//'))) {
    if (line.startsWith('  ') && line.includes('|')) {
      const [short = '', long = ''] = line.split('|');
      gold.add(`${collapse(short)}|${collapse(long)}`);
    } else if (line.trim() !== '') prose.push(line);
  }
  return { text: prose.slice(1).join('\n'), gold };
}

interface LegalText {
  readonly text: string;
  readonly 'long-forms': readonly (readonly [number, number])[];
}

/** Read the United Nations texts of the AAAI-22 shared task on acronyms, with marked long forms. */
export function readLegalTexts(folder: string): ExtractionSet | null {
  const path = join(folder, 'eval/extraction/sdu22_ae_legal_train.json');
  if (!existsSync(path)) return null;
  const data: readonly LegalText[] = JSON.parse(readFileSync(path, 'utf8'));
  const texts = data.map(({ text, 'long-forms': spans }) => ({
    text,
    gold: new Set(spans.map(([start, end]) => `${start}-${end}`)),
  }));
  return { texts, answer: ({ longSpan }) => `${longSpan.start}-${longSpan.end}` };
}

/** Compare what is found with what was marked; aliases do not count. */
export function scoreExtraction({ texts, answer }: ExtractionSet): ExtractionScore {
  let right = 0;
  let found = 0;
  let marked = 0;
  const errors: ExtractionError[] = [];
  texts.forEach(({ text, gold }, index) => {
    const pairs = distinctPairs(findDefinitions(text)).filter(({ form }) => form === 'definition');
    const answers = new Set(pairs.map(answer));
    for (const one of answers) {
      if (gold.has(one)) right++;
      else errors.push({ text: index, kind: 'false', answer: one });
    }
    for (const one of gold) {
      if (!answers.has(one)) errors.push({ text: index, kind: 'missed', answer: one });
    }
    found += answers.size;
    marked += gold.size;
  });
  return { right, found, marked, ...rates(right, found, marked), errors };
}

function rates(right: number, found: number, marked: number) {
  const precision = found === 0 ? 0 : right / found;
  const recall = marked === 0 ? 0 : right / marked;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** Each distinct pair of short and long form, at its first place. */
export function distinctPairs(definitions: readonly Definition[]): Definition[] {
  const seen = new Set<string>();
  return definitions.filter((definition) => {
    const pair = `${definition.form}|${definition.short}|${definition.long}`;
    if (seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}
