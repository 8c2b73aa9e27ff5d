/**
 * Measures how well Newsgloss finds the meanings of names on pages, and says which bars are met.
 *
 *   npm run evaluate [-- FOLDER] [--browser firefox] [--pure] [--set SET] [--errors] [--json FILE]
 *
 * FOLDER: labelled pages other than the project's own and the reference data. `--pure`: without a
 * browser, in seconds. `--set`: one set only. Rules may be tuned on `dev`, whose errors may be
 * looked at, but never on `held`. `--errors`: a line for each false or missed mention. Exits with 1
 * if a bar is missed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findReference } from '../../tests/reference-data.ts';
import { parseGlossary } from '../core/glossary/parse-glossary.ts';
import type { BrowserKind } from './build/build-extension.ts';
import { buildExtension, ROOT } from './build/build-extension.ts';
import { BUNDLED_FILES } from './build/bundled-files.ts';
import { evaluateInBrowser } from './evaluate/evaluate-browser.ts';
import { rowsOfDrafts, rowsOfHeuristics } from './evaluate/evaluate-draft-rows.ts';
import { readLabelledArticles } from './evaluate/evaluate-drafts.ts';
import { rowsOfArticlePairs, rowsOfReferencePairs } from './evaluate/evaluate-pairs.ts';
import { evaluatePure } from './evaluate/evaluate-pure.ts';
import { type EvaluationPage, isOfAll, readEvaluationPages } from './evaluate/evaluation-pages.ts';
import {
  formatErrors,
  formatRows,
  type Row,
  rowOfChangedTexts,
  rowsOfArticles,
  rowsOfPassages,
  rowsOfSecurity,
} from './evaluate/evaluation-table.ts';
import type { Judgement } from './evaluate/score.ts';
import { createNameTable } from './evaluate/surface-names.ts';
import { fromCaller } from './lines/command.ts';

const OWN_DATA = join(ROOT, 'tests/eval/data');

/** The result, which is printed at the end and written as JSON. */
interface Outcome {
  readonly rows: Row[];
  readonly errors: string[];
  readonly judgements: { readonly group: string; readonly judgements: readonly Judgement[] }[];
}

try {
  process.exitCode = await evaluate(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function evaluate(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chromium' },
      pure: { type: 'boolean', default: false },
      set: { type: 'string' },
      errors: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const kind = readKind(values.browser);
  const pages = readPages(positionals[0]).filter(({ set }) => set === (values.set ?? set));
  if (pages.length === 0) throw new Error(`No page is in the set ${values.set}.`);
  const outcome: Outcome = { rows: [], errors: [], judgements: [] };
  addPure(outcome, pages);
  if (!values.pure) await addBrowser(outcome, kind, pages);
  outcome.rows.push(...rowsOfArticlePairs(pages));
  const reference = pages.some(({ set }) => set === 'reference') ? findReference() : null;
  if (reference) outcome.rows.push(...rowsOfReferencePairs(reference));
  addDrafts(outcome, pages);

  console.log(formatRows(outcome.rows));
  if (values.errors) {
    const ofRows = outcome.rows.flatMap(({ errors }) => errors ?? []);
    console.log(['', ...outcome.errors, ...ofRows].join('\n'));
  }
  if (values.json) writeFileSync(fromCaller(values.json), formatJson(outcome));
  const missed = outcome.rows.filter(({ met }) => !met).length;
  console.log(`\n${outcome.rows.length - missed} of ${outcome.rows.length} bars met.`);
  return missed === 0 ? 0 : 1;
}

function readKind(browser: string): BrowserKind {
  if (browser === 'chromium' || browser === 'firefox') return browser;
  throw new Error(`--browser is ${browser}, but must be chromium or firefox.`);
}

function readPages(folder: string | undefined): EvaluationPage[] {
  if (folder !== undefined) {
    const pages = readEvaluationPages(fromCaller(folder), 'folder');
    if (pages.length > 0) return pages;
    throw new Error(`${folder} has neither passages.jsonl nor articles/gold.json.`);
  }
  const reference = findReference('eval');
  if (reference === null) console.log('No reference data here: the project’s own pages alone.');
  return [
    ...readEvaluationPages(OWN_DATA, 'own'),
    ...readEvaluationPages(join(OWN_DATA, 'security'), 'security'),
    ...(reference ? readEvaluationPages(reference, 'reference') : []),
  ];
}

function readGlossaries() {
  return BUNDLED_FILES.map((file) => parseGlossary(JSON.parse(readFileSync(file, 'utf8')), file));
}

function addPure(outcome: Outcome, pages: readonly EvaluationPage[]): void {
  const passages = pages.filter(({ kind }) => kind === 'passage');
  const judgements = evaluatePure(passages, readGlossaries());
  for (const [set, judged] of bySet(judgements)) {
    const group = `text, ${set}`;
    outcome.rows.push(
      ...(isOfAll(set) ? rowsOfSecurity(group, judged) : rowsOfPassages(group, judged)),
    );
    add(outcome, group, judged);
  }
}

async function addBrowser(
  outcome: Outcome,
  kind: BrowserKind,
  pages: readonly EvaluationPage[],
): Promise<void> {
  await buildExtension(kind);
  const judgements = await evaluateInBrowser(kind, pages, createNameTable(readGlossaries()));
  for (const [set, judged] of bySet(judgements)) {
    const group = `${kind}, ${set}`;
    const ofKind = (wanted: string) => judged.filter(({ page }) => page.kind === wanted);
    const rowsOf = isOfAll(set) ? rowsOfSecurity : rowsOfPassages;
    outcome.rows.push(...rowsOf(group, ofKind('passage')));
    outcome.rows.push(...rowsOfArticles(group, ofKind('article')));
    outcome.rows.push(rowOfChangedTexts(group, judged));
    add(outcome, group, judged);
  }
}

/**
 * Add the rows of drafts, for which the labelled articles are stored beside the pages of a set: the
 * project's own and the reference data.
 */
function addDrafts({ rows }: Outcome, pages: readonly EvaluationPage[]): void {
  const has = (...sets: readonly string[]) => pages.some(({ set }) => sets.includes(set));
  const own = has('dev', 'held') ? readLabelledArticles(join(OWN_DATA, 'drafts')) : [];
  const folder = has('reference') ? findReference('eval', 'drafts') : null;
  const reference = folder ? readLabelledArticles(folder) : [];
  rows.push(...rowsOfDrafts('drafts, own', own), ...rowsOfDrafts('drafts, reference', reference));
  rows.push(...rowsOfHeuristics([...own, ...reference]));
}

function bySet<T extends Judgement>(judgements: readonly T[]): Map<string, T[]> {
  return Map.groupBy(judgements, ({ page }) => page.set);
}

function add({ errors, judgements }: Outcome, group: string, judged: readonly Judgement[]): void {
  errors.push(...formatErrors(group, judged));
  judgements.push({ group, judgements: judged });
}

function formatJson({ rows, judgements }: Outcome): string {
  const pages = judgements.flatMap(({ group, judgements: judged }) =>
    judged.map(({ page, found, missed }) => ({ group, id: page.id, found, missed })),
  );
  return `${JSON.stringify({ rows, pages }, null, 1)}\n`;
}
