/**
 * The bundled glossary held against the two articles it was made from: every pair, body and fact of
 * them has its place, and no sentence of theirs stands anywhere in the project.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../src/core/glossary/glossary.ts';
import { parseGlossary } from '../src/core/glossary/parse-glossary.ts';
import { findReference, NO_REFERENCE_DATA } from './reference-data.ts';

const ROOT = join(import.meta.dirname, '..');
const FILE = 'assets/glossaries/korea-us-alliance.json';
const glossary = parseGlossary(JSON.parse(readFileSync(join(ROOT, FILE), 'utf8')), FILE);

interface Facts {
  sources: Record<
    string,
    { file: string; publisher: string; headline: string; published: string; url: string | null }
  >;
  pairs: { short: string; long: string; source: string }[];
  alias_pairs: { short: string; entry: string }[];
  bodies: { entry: string; canonical: string; aliases: string[] }[];
  facts: { id: string; entry: string; source: string; as_of: string }[];
}

function readFacts(): Facts | null {
  const file = findReference('sources', 'facts.json');
  return file && JSON.parse(readFileSync(file, 'utf8'));
}

/** White space, hyphens, case, the dots of "U.S." and the kind of apostrophe count for nothing. */
const fold = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('.', '')
    .replace(/[-\s]+/g, ' ');

const entryCalled = (name: string): Entry | undefined =>
  glossary.entries.find(({ names }) => names.some(({ text }) => fold(text) === fold(name)));

/** Where each fact of the articles stands: the entry, and words that its claim cannot do without. */
const CLAIMS: readonly (readonly [fact: string, entry: string, source: string, words: RegExp])[] = [
  [
    'f01',
    'edscg',
    'joongang-2022',
    /diplomats and defence officials talk through extended deterrence/,
  ],
  ['f02', 'edscg', 'joongang-2022', /set up on 19 October 2016 .*foreign and defence ministers/i],
  ['f03', 'edscg', 'joongang-2022', /2\+2 working group/],
  [
    'f04',
    'edscg',
    'joongang-2022',
    /national power.*diplomatic, informational, military and economic/,
  ],
  ['f05', 'edscg', 'joongang-2022', /twice by March 2022: in 2016 and in January 2018/],
  ['f06', 'edscg', 'joongang-2022', /pause .*Seoul's outreach to Pyongyang/],
  [
    'f07',
    'edscg',
    'joongang-2022',
    /North Korea condemned its opening session of 2016 as a provocation/,
  ],
  [
    'f08',
    'edscg',
    'joongang-2022',
    /NATO served as its model, South Korea's foreign ministry said .*2016/,
  ],
  ['f09', 'edscg', 'joongang-2022', /Yoon .*asked for it to be revived while he was running/],
  ['f10', 'edscg', 'joongang-2022', /failed Hanoi summit of 2019 neither Washington nor Seoul/],
  ['f11', 'npg', 'joongang-2022', /NATO framework.*without nuclear arms.*carrying out deterrence/],
  [
    'f12',
    'nato',
    'joongang-2022',
    /military defence of the United States, Canada and its European members/,
  ],
  ['f13', 'hudson-institute', 'joongang-2022', /think tank in Washington, of conservative leaning/],
  [
    'f14',
    'strategic-assets',
    'joongang-2022',
    /Army Secretary said on 15 March 2022 .*South Korea and Japan/,
  ],
  [
    'f15',
    'nuclear-umbrella',
    'joongang-2022',
    /Yoon .*candidate.*made concrete.*strategic assets on the peninsula/,
  ],
  [
    'f16',
    'ncg',
    'koreatimes-2024',
    /two countries.*Seoul and Washington .*nuclear and wider defence policy/,
  ],
  [
    'f17',
    'ncg',
    'koreatimes-2024',
    /began work in July 2023.*planning jointly on nuclear matters/i,
  ],
  ['f18', 'ncg', 'koreatimes-2024', /rest on the Washington Declaration of April 2023/],
  [
    'f19',
    'ncg',
    'koreatimes-2024',
    /framework document at the Pentagon on Monday, 12 February 2024.*Cho Chang-rae.*Vipin Narang/,
  ],
  [
    'f20',
    'ncg',
    'koreatimes-2024',
    /twice by February 2024: first in Seoul \(July 2023\), then in Washington \(December 2023\)/,
  ],
  [
    'f20',
    'ncg',
    'koreatimes-2024',
    /As of February 2024 a third meeting was planned for June 2024 in Seoul/,
  ],
  [
    'f21',
    'ncg',
    'koreatimes-2024',
    /Kim Sung-han.*open to the idea of Japan.*a view, not a membership/,
  ],
  [
    'f22',
    'washington-declaration',
    'koreatimes-2024',
    /signed in April 2023 by Presidents Yoon Suk Yeol and Joe Biden.*NCG/i,
  ],
  ['f23', 'cni', 'koreatimes-2024', /joint exercises .*core points of the Washington Declaration/i],
  [
    'f24',
    'usfk',
    'koreatimes-2024',
    /Trump might threaten .*cut the number of US troops.*Seoul pay more/,
  ],
  ['f25', 'asan-institute', 'koreatimes-2024', /think tank; Yang Uk .*defence analyst/],
  ['f26', 'pentagon', 'koreatimes-2024', /framework document .*signed here/],
  [
    'f27',
    'ministry-of-national-defense',
    'koreatimes-2024',
    /South Korea's ministry.*announced.*photo/,
  ],
  [
    'f28',
    'extended-deterrence',
    'koreatimes-2024',
    /US commitment .*NCG is to strengthen against Pyongyang's nuclear threat/,
  ],
  [
    'f29',
    'strategic-assets',
    'koreatimes-2024',
    /deployed regularly on the Korean Peninsula under the Washington Declaration/,
  ],
  [
    'f30',
    'nato',
    'koreatimes-2024',
    /Trump told a rally .*encourage Russia to act as it likes toward members that do not pay/,
  ],
];

/** Claims that give somebody's view or words, and whose. */
const ATTRIBUTED: readonly (readonly [fact: string, said_by: RegExp])[] = [
  ['f06', /analysts/],
  ['f07', /North Korea/],
  ['f08', /foreign ministry/],
  ['f09', /Yoon/],
  ['f13', /JoongAng/],
  ['f14', /Wormuth/],
  ['f15', /Yoon/],
  ['f21', /Kim Sung-han/],
  ['f23', /Park Won-gon/],
  ['f24', /Yang Uk/],
  ['f29', /Park Won-gon/],
  ['f30', /Trump/],
];

const claimsOf = (fact: string) =>
  CLAIMS.filter(([id]) => id === fact).flatMap(([, entry, , words]) =>
    (glossary.entries.find(({ id }) => id === entry)?.claims ?? []).filter(({ text }) =>
      words.test(text),
    ),
  );

describe('the bundled glossary', () => {
  it.each(CLAIMS)('tells fact %s at %s, from %s', (_, entry, source, words) => {
    const claims = glossary.entries.find(({ id }) => id === entry)?.claims ?? [];
    const found = claims.filter(({ text }) => words.test(text));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      source,
      asOf: glossary.sources.find(({ id }) => id === source)?.published,
    });
  });

  it.each(ATTRIBUTED)('says whose view %s is', (fact, saidBy) => {
    for (const { said_by } of claimsOf(fact)) expect(said_by).toMatch(saidBy);
    expect(claimsOf(fact).length).toBeGreaterThan(0);
  });

  const claimsAt = (entry: string) => glossary.entries.find(({ id }) => id === entry)?.claims ?? [];

  it('keeps the founding of the EDSCG apart from its first session', () => {
    const dates = claimsAt('edscg').map(({ when }) => when && `${when.what} ${when.date}`);
    expect(dates).toEqual(expect.arrayContaining(['founded 2016-10-19', 'met 2016']));
  });

  it('does not call the EDSCG ministerial, nor give it a level', () => {
    const edscg = glossary.entries.find(({ id }) => id === 'edscg');
    expect(edscg?.level).toBeUndefined();
    expect(JSON.stringify([edscg?.gloss, edscg?.claims])).not.toMatch(/\bministerial/);
  });

  it('takes nothing about what began in 2023 from an article of 2022', () => {
    for (const entry of ['ncg', 'washington-declaration', 'cni']) {
      expect(claimsAt(entry).filter(({ source }) => source === 'joongang-2022')).toEqual([]);
    }
  });

  it('attributes both readings of what the EDSCG was modelled on', () => {
    const edscg = glossary.entries.find(({ id }) => id === 'edscg');
    expect(edscg?.related.filter(({ how }) => how === 'modelled on')).toEqual([
      expect.objectContaining({ entry: 'nato', said_by: expect.stringContaining('ministry') }),
      expect.objectContaining({ entry: 'npg', said_by: 'Korea JoongAng Daily' }),
    ]);
  });
});

/** Phrases that facts list beside the names of a body, and why they are no names here. */
const NO_NAMES = new Map([
  [
    'U.S.-Korea Extended Deterrence Strategy and Consultation Group',
    'the countries stand outside the name',
  ],
  ["NATO's Nuclear Planning Group", 'the owner stands outside the name'],
  ['the Pentagon', 'the article stands outside the name'],
  [
    'Ministry of National Defense (South Korea)',
    'the bracket tells it from others, nobody writes it',
  ],
  ['U.S. nuclear umbrella', 'the country stands outside the name'],
  ['U.S. strategic assets', 'the country stands outside the name'],
  ['nuclear strategic assets', 'the adjective stands outside the name'],
  ['defense ministry', 'a description: every country has one'],
  ["Seoul's defense ministry", 'a description, not a name'],
]);

describe('the two articles', () => {
  it('are named as sources, with the day that facts give them', ({ skip }) => {
    const facts = readFacts() ?? skip(NO_REFERENCE_DATA);
    for (const [id, { publisher, headline, published, url }] of Object.entries(facts.sources)) {
      const source = glossary.sources.find((each) => each.id === id);
      expect(source).toMatchObject({ publisher, title: headline, published });
      expect(source?.url ?? null).toBe(url);
    }
  });

  it('have each of their pairs and aliases in one entry', ({ skip }) => {
    const facts = readFacts() ?? skip(NO_REFERENCE_DATA);
    for (const { short, long } of facts.pairs) {
      const names = entryCalled(long)?.names ?? [];
      expect(names, long).toContainEqual(expect.objectContaining({ text: short, role: 'short' }));
      expect(names, short).toContainEqual(expect.objectContaining({ text: long, role: 'long' }));
    }
    for (const { short, entry } of facts.alias_pairs) {
      expect(entryCalled(short)?.id, short).toBe(entryCalled(entry)?.id ?? 'an entry');
    }
  });

  it('have each of their bodies as an entry, with all its names', ({ skip }) => {
    const facts = readFacts() ?? skip(NO_REFERENCE_DATA);
    const noNames = new Set([...NO_NAMES.keys()].map(fold));
    for (const { entry, canonical, aliases } of facts.bodies) {
      const id = entryCalled(entry)?.id;
      expect(id, entry).toBeDefined();
      for (const name of [canonical, ...aliases]) {
        if (noNames.has(fold(name))) expect(entryCalled(name), name).toBeUndefined();
        else expect(entryCalled(name)?.id, name).toBe(id);
      }
    }
    expect(glossary.entries).toHaveLength(facts.bodies.length);
  });

  it('have each of their facts in the table above, at its entry, with its source and day', ({
    skip,
  }) => {
    const facts = readFacts() ?? skip(NO_REFERENCE_DATA);
    for (const fact of facts.facts) {
      const rows = CLAIMS.filter(([id]) => id === fact.id);
      expect(rows.length, fact.id).toBeGreaterThan(0);
      for (const [id, entry, source] of rows) {
        expect([id, entry, source]).toEqual([fact.id, entryCalled(fact.entry)?.id, fact.source]);
      }
      for (const claim of claimsOf(fact.id)) expect(claim.asOf, fact.id).toBe(fact.as_of);
    }
  });

  it('leave no six words in a row anywhere in the project', ({ skip }) => {
    const facts = readFacts() ?? skip(NO_REFERENCE_DATA);
    const cut = createCutter(facts);
    const ofArticles = new Set(
      Object.values(facts.sources).flatMap(({ file }) =>
        cut(readFileSync(findReference('sources', file) ?? '', 'utf8')),
      ),
    );
    expect(ofArticles.size).toBeGreaterThan(500);
    const copied = listTextFiles().flatMap((file) =>
      cut(readFileSync(join(ROOT, file), 'utf8'))
        .filter((six) => ofArticles.has(six))
        .map((six) => `${file}: ${six}`),
    );
    expect(copied).toEqual([]);
  });
});

/** Six words in a row: fewer are common property, more would be a quotation. */
const RUN = 6;

/** Persons in the articles: their names, like those of bodies, are nobody's sentences. */
const PERSONS = [
  'Cho Chang-rae',
  'Christine Wormuth',
  'Donald Trump',
  'Joe Biden',
  'Kim Jong-un',
  'Kim Sung-han',
  'Kim Tae-hyo',
  'Kurt Campbell',
  'Lee Hyo-jin',
  'Park Won-gon',
  'Vipin Narang',
  'Yang Uk',
  'Yoon Suk Yeol',
  'Yoon Suk-yeol',
];

/** Make a function that lists all runs of six words of a text; no run goes across a name. */
function createCutter(facts: Facts): (text: string) => string[] {
  const names = [
    ...PERSONS,
    ...Object.values(facts.sources).map(({ headline }) => headline),
    ...facts.pairs.flatMap(({ short, long }) => [short, long]),
    ...facts.bodies.flatMap(({ canonical, aliases }) => [canonical, ...aliases]),
    ...glossary.entries.flatMap((entry) => entry.names.map(({ text }) => text)),
  ]
    // Short forms of up to three letters stay in: that only makes the rule stricter.
    .filter((name) => name.length > 3)
    .map(straighten);
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map((n) => RegExp.escape(n));
  const name = new RegExp(`(?<![a-z0-9])(?:${longestFirst.join('|')})(?![a-z0-9])`, 'g');
  return (text) =>
    straighten(text)
      .replace(name, '\n')
      .split('\n')
      .flatMap((part) => {
        const words = part.match(/[a-z0-9']+/g) ?? [];
        return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '));
      });
}

const straighten = (text: string) => text.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ');

/** All text of the project: what git knows, and what it would take up next. */
function listTextFiles(): string[] {
  const known = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const gone = new Set(deleted.split('\0'));
  return known
    .split('\0')
    .filter((file) => /\.(?:json|jsonl|ts|tsx|mjs|md|html|yml|txt|css|svg)$/.test(file))
    .filter((file) => file !== 'package-lock.json' && !gone.has(file));
}
