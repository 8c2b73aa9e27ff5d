import { describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../src/core/definitions/find-definitions.ts';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { createReading } from '../../../src/core/reading/reading.ts';
import { sheetOf } from '../../../src/core/reading/sheet.ts';
import { finish } from '../../../src/core/text/slices.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const library = [
  makeGlossary({
    army: { long: ['People’s Harbour Army', 'Chinese harbour navy'], parties: ['CN'] },
    legion: { long: ['Crimson Legion'], parties: ['RU'] },
    union: { long: ['African Harbour Union'] },
    council: { short: ['UNHQC'], long: ['UN Harbour Council', 'Harbour Council'] },
    agency: { long: ['International Harbour Agency'] },
    forces: { long: ['Harbour Forces of the Philippines'], parties: ['PH'] },
    press: { long: ['Korean Harbour Agency'], parties: ['KP'] },
    troops: { long: ['수단 항구군'], parties: ['SD'] },
  }),
];

/** The names that are marked. */
const marked = (text: string, lang = 'en') =>
  annotate(text, library, lang).map(({ start, end }) => text.slice(start, end));

describe('a name that no other body of the library bears', () => {
  it.each([
    'Nepal’s People’s Harbour Army fought.',
    'The Nepalese People’s Harbour Army fought.',
    'The Sudan People’s Harbour Army fought.',
    'The South Chinese harbour navy sailed.',
    'Russia’s Harbour Council met.',
    'The Turkish Harbour Council met.',
    'South African Harbour Unions struck.',
    'The SOUTH AFRICAN HARBOUR UNION STRUCK.',
    'North Korea’s South Korean Harbour Agency wrote.',
  ])('is of others by the word before it: %s', (text) => expect(marked(text)).toEqual([]));

  it.each([
    ['China’s People’s Harbour Army fought.', 'People’s Harbour Army'],
    ['Beijing said Friday’s People’s Harbour Army drill', 'People’s Harbour Army'],
    ['They left Nepal. People’s Harbour Army troops stayed.', 'People’s Harbour Army'],
    ['In Nepal, People’s Harbour Army troops stayed.', 'People’s Harbour Army'],
    ['In Washington People’s Harbour Army officers dined.', 'People’s Harbour Army'],
    ['It is near Taiwan Chinese harbour navy ships sailed.', 'Chinese harbour navy'],
    ['In the north Chinese harbour navy ships sailed.', 'Chinese harbour navy'],
    ['Mali’s Crimson Legion fought.', 'Crimson Legion'],
    ['Egypt’s African Harbour Union envoy', 'African Harbour Union'],
    ['Pakistan’s UN Harbour Council seat', 'UN Harbour Council'],
    ['Britain’s UNHQC envoy', 'UNHQC'],
    ['Iran’s International Harbour Agency envoy', 'International Harbour Agency'],
    ['Spain’s Harbour Forces of the Philippines studies', 'Harbour Forces of the Philippines'],
    ['The North Korean Harbour Agency wrote.', 'Korean Harbour Agency'],
    ['South African ports and the African Harbour Union', 'African Harbour Union'],
  ])('is its own else: %s', (text, name) => expect(marked(text)).toEqual([name]));

  it('is told from its neighbour in Korean', () => {
    expect(marked('남수단 항구군은 싸웠다.', 'ko')).toEqual([]);
    expect(marked('수단 항구군은 싸웠다. 강남 수단 항구군', 'ko')).toHaveLength(2);
  });

  it('says nothing of itself where it is of others', () => {
    const talks = makeGlossary({
      army: { short: ['QHA'], long: ['Quiet Harbour Army'], parties: ['CN'] },
    });
    const marks = (text: string) => annotate(text, [talks]).length;
    expect(marks('China’s Quiet Harbour Army fought.\n\nThe QHA won.')).toBe(2);
    expect(marks('Nepal’s Quiet Harbour Army fought.\n\nThe QHA won.')).toBe(0);
  });
});

describe('a shared name that needs its owner', () => {
  const ministry = (country: string, alias: string) => ({
    short: ['MQD'],
    alias: [alias],
    parties: [country],
    shared: true,
    usually: 0.2,
  });
  const glossary = makeGlossary({
    gb: ministry('GB', 'Ministry of Quiet'),
    ru: ministry('RU', 'Ministry of Quiet'),
  });
  const full = { gb: 'British Ministry of Quiet', ru: 'Russian Ministry of Quiet' };
  const named = {
    ...glossary,
    entries: glossary.entries.map((entry) => {
      const text = full[entry.id as keyof typeof full];
      const [{ usually, shared, ...name }] = entry.names as [(typeof entry.names)[number]];
      return { ...entry, names: [...entry.names, { ...name, text, role: 'long' as const }] };
    }),
  };
  const read = (text: string) =>
    annotate(text, [named], 'en').map(
      ({ start, end, ref }) => `${text.slice(start, end)}→${ref?.replace('sample/', '')}`,
    );

  it('has it in the full name of its body', () => {
    expect(read('The British Ministry of Quiet met. MQD staff left.')).toEqual([
      'British Ministry of Quiet→gb',
      'MQD→gb',
    ]);
    expect(read('The British Ministry of Quiet met.\n\nThe Ministry of Quiet left.')).toEqual([
      'British Ministry of Quiet→gb',
      'Ministry of Quiet→gb',
    ]);
  });

  it('has none where two are named, or another owner stands beside it', () => {
    const both = 'The British Ministry of Quiet met the Russian Ministry of Quiet.';
    expect(read(`${both} MQD staff left.`)).toHaveLength(2);
    expect(read('The British Ministry of Quiet met. Nepal’s MQD left.')).toHaveLength(1);
  });

  it.each([
    [0, 2],
    [1, 1],
  ])('has it for its section: the name stands in section 0, another in %i', (section, count) => {
    const blocks = [
      { text: 'The British Ministry of Quiet met.', section: 0, order: 0 },
      { text: 'MQD staff left.', section, order: 1 },
    ];
    const reading = createReading('en', readDefinitions);
    const batch = finish(reading.begin(sheetOf(blocks)));
    const keys = reading.keys();
    reading.learn(keys.length, lookUp(indexGlossaries([named]), keys));
    finish(reading.takeIn(batch));
    expect(blocks.flatMap((block) => reading.mentionsOf(block))).toHaveLength(count);
  });
});
