/**
 * Threats: "a pack freezes pages", "no page is ever frozen". No pure function costs more than its
 * input: twice the text, or twice the entries, cost about twice the time.
 *
 * The project has no timed assertions. This is the only exception: what is asserted is a ratio of
 * CPU times of one run, over sizes that take long enough to be told apart.
 */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readPage, type TreeNode } from '../../src/core/articles/read-page.ts';
import { readMarkdown, readPlainText } from '../../src/core/articles/read-text.ts';
import { compareLongForms } from '../../src/core/definitions/compare-long-forms.ts';
import { findDefiners } from '../../src/core/definitions/definers.ts';
import { findDefinitions, readDefinitions } from '../../src/core/definitions/find-definitions.ts';
import { draftGlossary } from '../../src/core/draft/draft-glossary.ts';
import { findJsonFault } from '../../src/core/faults/json-place.ts';
import type { ForeignEntry, ForeignFile } from '../../src/core/formats/foreign.ts';
import { readForeign } from '../../src/core/formats/read-foreign.ts';
import { tellFormat } from '../../src/core/formats/tell-format.ts';
import { bringEntries, toGlossary } from '../../src/core/formats/to-glossary.ts';
import { glossaryToAnki } from '../../src/core/formats/write-anki.ts';
import { glossaryToTbx } from '../../src/core/formats/write-tbx.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { deriveCues } from '../../src/core/library/cues.ts';
import { explainEntry } from '../../src/core/library/library-answers.ts';
import { indexGlossaries, listCandidates } from '../../src/core/library/library-index.ts';
import { identify, searchLibrary } from '../../src/core/library/search.ts';
import { layTogether } from '../../src/core/library/supplements.ts';
import { readImport } from '../../src/core/packs/backup.ts';
import { lintGlossary } from '../../src/core/packs/pack-check.ts';
import {
  csvToGlossary,
  glossaryToCsv,
  glossaryToRows,
  rowsToGlossary,
} from '../../src/core/packs/pack-csv.ts';
import { diffPacks } from '../../src/core/packs/pack-diff.ts';
import { glossaryToMarkdown } from '../../src/core/packs/pack-markdown.ts';
import { unitePacks } from '../../src/core/packs/pack-merge.ts';
import { annotate } from '../../src/core/reading/annotate.ts';
import { startReview } from '../../src/core/review/start-review.ts';
import { cutParagraphs } from '../../src/core/review/text-spans.ts';
import { siteOf } from '../../src/core/settings/site.ts';
import { HOSTILE_GLOSSARIES, makeHostile } from './glossary/hostile-glossaries.ts';
import { makeGlossary } from './glossary/sample-glossary.ts';
import { isLinear, measureGrowth } from './growth.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const INDEX = indexGlossaries([
  makeGlossary({
    nato: { short: ['NATO'], long: ['North Atlantic Treaty Organization'] },
    npg: { short: ['NPG'], long: ['Nuclear Planning Group'], cues: ['NATO'], related: ['nato'] },
  }),
]);

const node = (text: string): TreeNode => ({
  nodeType: 3,
  nodeName: '#text',
  textContent: text,
  childNodes: [],
});
const element = (childNodes: readonly TreeNode[]): TreeNode => ({
  nodeType: 1,
  nodeName: 'SPAN',
  textContent: '',
  childNodes,
});
const readTree = (body: TreeNode) =>
  readPage({ body, querySelector: () => null, querySelectorAll: () => [] }, null);

/** Files that are none are refused: that must not take long either. */
function refused(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
  }
}

type TextFormat = Exclude<ForeignFile['format'], 'yomitan'>;

/** Read a text as a file of a format, or refuse it. */
const readAs = (format: TextFormat, content: string) =>
  refused(() => readForeign({ format, name: 'a', content }, () => ''));

/** A dictionary whose one explanation is the text. */
function readDictionary(text: string): void {
  const utf8 = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const files = {
    'index.json': utf8({ format: 3 }),
    'term_bank_1.json': utf8([[text, '', '', '', 0, [text], 0, '']]),
  };
  const content = zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>;
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  refused(() => readForeign({ format: 'yomitan', name: 'a', content }, decode));
}

/** What a foreign file says, with the names and explanations of a glossary. */
const toForeign = ({ entries }: Glossary): ForeignEntry[] =>
  entries.map(({ names, gloss }) => ({
    id: null,
    names: names.map(({ text, lang }) => ({ text, lang, role: null })),
    glosses: [{ text: gloss, lang: null }],
    source: gloss,
    line: null,
  }));

function takeForeign(entries: readonly ForeignEntry[]): void {
  const about = { title: null, language: null, publisher: null, published: null, url: null };
  const said = { title: 'a', publisher: '', published: '' };
  const taker = { today: '2026-01-02', undated: 'today', isFree: () => true };
  refused(() => toGlossary('a', about, bringEntries({ about, entries }), said, taker));
}

const worded = (text: string) => ({ text, lang: null, role: null });

const TEXT_ENTRIES: readonly [name: string, size: number, run: (text: string) => unknown][] = [
  ['findDefinitions', 8_000, findDefinitions],
  ['findDefiners', 128_000, (text) => findDefiners(text, [text.length])],
  ['annotate', 8_000, (text) => annotate(text, INDEX, 'en')],
  [
    'draftGlossary',
    8_000,
    (text) =>
      draftGlossary([{ id: 'a', publisher: 'P', title: 'T', published: '2026-01-02', text }]),
  ],
  ['csvToGlossary', 32_000, (text) => refused(() => csvToGlossary(text, 'a.csv'))],
  ['findJsonFault', 64_000, findJsonFault],
  ['readImport', 128_000, (text) => refused(() => readImport(text, 'a.json'))],
  ['readMarkdown', 64_000, readMarkdown],
  ['readPlainText', 128_000, readPlainText],
  ['readPage, a span a letter', 16_000, (text) => readTree(element([...text].map(node)))],
  ['readPage, one text', 128_000, (text) => readTree(element([node(text)]))],
  ['cutParagraphs', 64_000, cutParagraphs],
  [
    'startReview',
    64_000,
    (text) => startReview({ text, about: { publisher: text, title: text } }, 'id', '2026-01-02'),
  ],
  ['searchLibrary', 64_000, (text) => searchLibrary(INDEX, text, 20)],
  ['identify', 64_000, (text) => identify(INDEX, text)],
  ['compareLongForms', 4_000, (text) => compareLongForms(text, [text])],
  ['tellFormat', 64_000, tellFormat],
  ['readForeign, TBX', 64_000, (text) => readAs('tbx', `<tbx><text><body><tig><term>${text}`)],
  ['readForeign, Markdown', 64_000, (text) => readAs('markdown', `Term\n: ${text}\n\n${text}`)],
  ['readForeign, page', 32_000, (text) => readAs('page', `<dl><dt>${text}<dd>${text}`)],
  [
    'readForeign, Contextive',
    16_000,
    (text) => readAs('contextive', `contexts:\n- terms:\n  - name: a\n    definition: ${text}`),
  ],
  ['readForeign, Yomitan', 64_000, readDictionary],
  [
    'toGlossary',
    64_000,
    (text) =>
      takeForeign([
        { id: text, names: [worded(text)], glosses: [worded(text)], source: text, line: null },
      ]),
  ],
  ['siteOf', 128_000, (text) => siteOf(`https://${text}`)],
];

type RunOnGlossaries = (one: Glossary, other: Glossary) => unknown;

const index = (...glossaries: readonly Glossary[]) => indexGlossaries(layTogether(glossaries));

const GLOSSARY_ENTRIES: readonly [name: string, size: number, run: RunOnGlossaries][] = [
  ['indexGlossaries', 2_000, (one, other) => indexGlossaries([one, other])],
  ['layTogether', 2_000, (one, other) => layTogether([one, other])],
  ['listCandidates', 1_000, (one, other) => listCandidates(index(one, other))],
  ['deriveCues', 2_000, (one) => one.entries.map((entry) => deriveCues(entry, one))],
  ['annotate', 400, (one, other) => annotate('NATO and Talks Group. '.repeat(10), [one, other])],
  ['explainEntry', 2_000, (one, other) => explainEntry(index(one, other), `${one.id}/e0`)],
  ['searchLibrary', 2_000, (one, other) => searchLibrary(index(one, other), 'harbour', 20)],
  ['unitePacks', 2_000, unitePacks],
  ['diffPacks', 1_000, (one, other) => diffPacks(one, { ...other, id: one.id })],
  ['lintGlossary', 2_000, lintGlossary],
  ['parseGlossary', 1_000, (one) => refused(() => parseGlossary(one, 'a.json'))],
  ['rowsToGlossary', 1_000, (one) => refused(() => rowsToGlossary(glossaryToRows(one), 'a.csv'))],
  ['glossaryToCsv', 1_000, glossaryToCsv],
  ['glossaryToMarkdown', 500, glossaryToMarkdown],
  ['glossaryToTbx', 500, glossaryToTbx],
  ['glossaryToAnki', 1_000, glossaryToAnki],
  ['toGlossary', 1_000, (one) => takeForeign(toForeign(one))],
];

/** On an idle machine all take some ten seconds; one that others keep busy takes many times that. */
const PATIENCE = { timeout: 600_000 };

describe('twice the text costs twice the time', PATIENCE, () => {
  it.each(TEXT_ENTRIES)('in %s', (_, size, run) => {
    const tooFast = HOSTILE_TEXTS.flatMap(([what, make]) => {
      const prepare = (length: number) => {
        const text = make(length);
        return () => run(text);
      };
      const growth = measureGrowth(prepare, size);
      return isLinear(growth) ? [] : [`${what}: × ${growth?.toFixed(1)} a doubling`];
    });
    expect(tooFast).toEqual([]);
  });
});

describe('twice the entries cost twice the time', PATIENCE, () => {
  it.each(GLOSSARY_ENTRIES)('in %s', (_, size, run) => {
    const tooFast = HOSTILE_GLOSSARIES.flatMap(([what, make]) => {
      const prepare = (count: number) => {
        const one = makeHostile('one', count, make);
        const other = makeHostile('other', count, make);
        return () => run(one, other);
      };
      const growth = measureGrowth(prepare, size);
      return isLinear(growth) ? [] : [`${what}: × ${growth?.toFixed(1)} a doubling`];
    });
    expect(tooFast).toEqual([]);
  });
});

it('finds definitions in steps: none of them is long', () => {
  const count = 500;
  const steps = readDefinitions('가나다라마(ABC)'.repeat(count));
  let taken = 0;
  while (!steps.next().done) taken++;
  expect(taken).toBeGreaterThanOrEqual(count);
});

it('reads a page that is nested 100,000 deep', () => {
  let body = element([node('deep')]);
  for (let depth = 0; depth < 100_000; depth++) body = element([body]);
  expect(readTree(body).text).toBe('deep');
});
