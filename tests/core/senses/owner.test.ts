import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/core/reading/annotate.ts';
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
