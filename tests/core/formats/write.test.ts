/** What goes out in foreign formats, and what comes back of it. */
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { spelledOut } from '../../../src/core/formats/entry-names.ts';
import { glossaryToAnki } from '../../../src/core/formats/write-anki.ts';
import { glossaryToTbx } from '../../../src/core/formats/write-tbx.ts';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { readCsv } from '../../../src/core/packs/csv-text.ts';
import { fc } from '../../properties.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';
import { openForeign, take } from './read.ts';

const LANGUAGES = ['en', 'ko', 'ja', 'pt-BR'];
/** Any text of a glossary, also with the marks of XML and tables. */
const line = fc
  .stringMatching(/^[A-Za-z0-9가-힣あ-ん<>&"'#\]=;, \\-]{1,40}$/)
  .map((text) => text.trim().replace(/\s+/g, ' '))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const name = fc.record({
  text: line,
  lang: fc.constantFrom(...LANGUAGES),
  role: fc.constantFrom('short', 'long', 'alias'),
  case: fc.constantFrom('exact', 'any'),
});
const entry = fc.record({
  names: fc.uniqueArray(name, { minLength: 1, maxLength: 5, selector: ({ text }) => text }),
  gloss: line,
  translations: fc.uniqueArray(
    fc.record({ lang: fc.constantFrom('ko', 'ja', 'pt-BR'), gloss: line }),
    { maxLength: 3, selector: ({ lang }) => lang },
  ),
});
const glossaries = fc.array(entry, { minLength: 1, maxLength: 6 }).map((entries) =>
  parseGlossary(
    {
      ...makeGlossary({}),
      language: 'en',
      entries: entries.map((each, i) => ({ ...each, id: `e${i}`, kind: 'body', basis: ['paper'] })),
    },
    'any',
  ),
);

/**
 * What must come back: ids, names with language and role, explanations with their language. An
 * explanation that spells a short form out comes back as its full name, too.
 */
const kept = ({ title, language, entries }: Glossary) => ({
  title,
  language,
  entries: entries.map(({ id, names, gloss, translations }) => ({
    id,
    names: [...names, ...spelledOut(names, { lang: language, gloss })]
      .map(({ text, lang, role }) => `${text} ${lang} ${role}`)
      .sort(),
    glosses: [{ lang: language, gloss }, ...translations]
      .map((each) => `${each.lang} ${each.gloss}`)
      .sort(),
  })),
});

describe('TBX', () => {
  it('keeps names, explanations and languages of any glossary', async () => {
    await fc.assert(
      fc.asyncProperty(glossaries, async (glossary) => {
        const again = take(await openForeign('again.tbx', glossaryToTbx(glossary)));
        expect(kept(again)).toEqual(kept(glossary));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the source of an explanation as a text, and statements as notes', async () => {
    const glossary = makeGlossary({ quay: { long: ['Quay Board'] } });
    const [first] = glossary.entries;
    const claims = [
      {
        text: 'It met.',
        source: 'paper',
        asOf: '2026-01-02',
        when: { date: '2026-01', what: 'met' },
      } as const,
    ];
    const text = glossaryToTbx({ ...glossary, entries: [{ ...first!, claims }] });
    expect(text).toContain(
      '<note>It met. (met 2026-01; A paper: A text (2026-01-02); as of 2026-01-02)</note>',
    );
    expect(take(await openForeign('again.tbx', text)).sources).toMatchObject([
      { kind: 'text', publisher: 'A paper: A text (2026-01-02)' },
    ]);
  });

  it('is XML in which every element stands where TBX-Basic has it', () => {
    const glossary = makeGlossary({ quay: { short: ['QB'], long: ['Quay Board', '부두 위원회'] } });
    const paths = new Set<string>();
    const open: string[] = [];
    const parser = new Parser(
      {
        onopentagname(tag) {
          open.push(tag);
          paths.add(open.join('/'));
        },
        onclosetag(tag, isImplied) {
          expect([tag, isImplied]).toEqual([open.pop(), false]);
        },
      },
      { xmlMode: true },
    );
    parser.write(glossaryToTbx(glossary));
    parser.end();
    const entryPath = 'tbx/text/body/conceptEntry';
    expect([...paths].filter((path) => path.startsWith(entryPath))).toEqual([
      entryPath,
      `${entryPath}/langSec`,
      `${entryPath}/langSec/descripGrp`,
      `${entryPath}/langSec/descripGrp/descrip`,
      `${entryPath}/langSec/descripGrp/admin`,
      `${entryPath}/langSec/termSec`,
      `${entryPath}/langSec/termSec/term`,
      `${entryPath}/langSec/termSec/termNote`,
    ]);
  });
});

describe('notes for Anki', () => {
  it('have front, back and tags', () => {
    const glossary = makeGlossary({
      quay: { short: ['QTG'], long: ['Quiet Talks Group'] },
      hash: { long: ['#1 "Quay"'] },
    });
    expect(glossaryToAnki(glossary)).toBe(
      [
        '#separator:tab',
        '#html:false',
        '#columns:Front\tBack\tTags',
        '#tags column:3',
        'QTG\tQuiet Talks Group — It is in this test.\tsample body',
        '"#1 ""Quay"""\tIt is in this test.\tsample body',
        '',
      ].join('\n'),
    );
  });

  it('are three cells each, whatever the texts hold', () => {
    fc.assert(
      fc.property(glossaries, (glossary) => {
        const body = glossaryToAnki(glossary).split('\n').slice(4, -1);
        expect(body).toHaveLength(glossary.entries.length);
        expect(body.every((row) => !row.startsWith('#'))).toBe(true);
        const { rows } = readCsv(`sep=\t\n${body.join('\n')}`);
        expect(rows.map((row) => [row.length, row[0]])).toEqual(
          glossary.entries.map(({ names }) => [3, names[0]?.text]),
        );
      }),
    );
  });
});
