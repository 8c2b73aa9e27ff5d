import { describe, expect, it } from 'vitest';
import {
  addPhrase,
  collectKeys,
  createMatcher,
  findHolders,
  findPhrases,
  keyOf,
} from '../../../src/core/matching/matcher.ts';
import { appendWords, createWords, readWords } from '../../../src/core/text/word-keys.ts';

type Case = 'exact' | 'any';

/** What is found of some phrases in a text, as the text writes it. */
function found(phrases: readonly string[], text: string, letterCase: Case = 'any'): string[] {
  const matcher = createMatcher<string>();
  for (const phrase of phrases) addPhrase(matcher, phrase, letterCase, phrase);
  return findPhrases(matcher, text, readWords(text)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('readWords', () => {
  it.each([
    ['letters and digits', 'F-35 in 2022', ['F', '35', 'in', '2022']],
    ['initials as one word', 'the U.S.-ROK pact', ['the', 'U.S', 'ROK', 'pact']],
    ['a sentence’s end as no initial', 'Plan B. Then A.', ['Plan', 'B', 'Then', 'A']],
    ['Hangul by syllables', '한미 NCG를', ['한', '미', 'NCG', '를']],
    ['a soft hyphen as nothing', 'con\u00adven\u200btional', ['con\u00adven\u200btional']],
    ['no invisible end', 'NCG\u00ad NPG\u200b', ['NCG', 'NPG']],
    ['underscores as letters', 'NCG_x', ['NCG_x']],
    ['middle dots between words', '한ㆍ미 한・미 한·미', ['한', '미', '한', '미', '한', '미']],
    ['an emoji as none', '🇰🇷NCG🚀', ['NCG']],
    ['nothing', ' — …\n', []],
  ])('reads %s', (_, text, expected) => {
    const { count, starts, ends } = readWords(text);
    const words = Array.from({ length: count }, (__, i) => text.slice(starts[i], ends[i]));
    expect(words).toEqual(expected);
  });

  it('goes on growing', () => {
    const words = createWords(1);
    appendWords(words, 'a '.repeat(1000));
    expect(words.count).toBe(1000);
    expect(words.starts[999]).toBe(1998);
  });
});

describe('keyOf', () => {
  it.each([
    ['case', 'Nuclear Umbrella', 'nuclear umbrella'],
    ['a plural of one word', 'NCG', 'NCGs'],
    ['full stops', 'U.S.', 'US'],
    ['a hyphen', 'extended-deterrence', 'extended deterrence'],
    ['later words', 'Nuclear Planning Group', 'Nuclear Planning Office'],
    ['soft hyphens', 'Penta\u00adgon', 'Pentagon'],
  ])('is the same but for %s', (_, one, other) => expect(keyOf(one)).toBe(keyOf(other)));

  it('differs between phrases, and there is none without a word', () => {
    expect(keyOf('Hudson Institute')).not.toBe(keyOf('Asan Institute'));
    expect(keyOf('· — ·')).toBeNull();
  });

  it('is among the keys that a text with the phrase asks for', () => {
    const words = readWords('of the U.S. Forces Korea');
    const keys = new Set<number>();
    collectKeys(words, 0, words.count, keys);
    expect(keys.has(keyOf('US Forces Korea')!)).toBe(true);
    expect(keys.has(keyOf('Forces')!)).toBe(true);
    expect(keys.has(keyOf('of Korea')!)).toBe(false);
  });
});

describe('findPhrases', () => {
  it.each([
    ['several blanks', 'nuclear umbrella', 'the nuclear \n umbrella', ['nuclear \n umbrella']],
    ['a no-break space', 'nuclear umbrella', 'nuclear\u00a0umbrella', ['nuclear\u00a0umbrella']],
    ['a hyphen for a blank', 'extended deterrence', 'extended-deterrence', ['extended-deterrence']],
    [
      'a blank for a hyphen',
      'conventional-nuclear plan',
      'conventional nuclear plan',
      ['conventional nuclear plan'],
    ],
    [
      'a no-break hyphen',
      'conventional-nuclear plan',
      'conventional‑nuclear plan',
      ['conventional‑nuclear plan'],
    ],
    ['no full stops', 'U.S. Forces Korea', 'US Forces Korea', ['US Forces Korea']],
    ['full stops', 'US Forces Korea', 'U.S. Forces Korea', ['U.S. Forces Korea']],
    ['a soft hyphen', 'Pentagon', 'the Pen\u00adta\u00adgon', ['Pen\u00adta\u00adgon']],
    ['a missing blank in Hangul', '워싱턴 선언', '워싱턴선언', ['워싱턴선언']],
    ['a missing blank behind a digit', '1718 위원회', '유엔 1718위원회는', ['1718위원회']],
    ['a missing blank behind a letter', 'NSC 상임위', 'NSC상임위를', ['NSC상임위']],
    ['a missing blank before a digit', '나토 조약 5조', '나토 조약5조', ['나토 조약5조']],
    [
      'countries set in other ways',
      '한미연합사',
      '한·미연합사, 한미 연합사, 한ㆍ미 연합사, 한 미 연합사',
      ['한·미연합사', '한미 연합사', '한ㆍ미 연합사', '한 미 연합사'],
    ],
    ['countries without their dots', '한·미·일 회의', '한미일회의', ['한미일회의']],
    [
      'a middle dot of another kind',
      '핵·재래식 통합',
      '핵ㆍ재래식 통합, 핵・재래식 통합',
      ['핵ㆍ재래식 통합', '핵・재래식 통합'],
    ],
    ['a curly apostrophe', "Asia's Institute", 'Asia’s Institute', ['Asia’s Institute']],
    ['a plural', 'strategic asset', 'strategic assets', ['strategic assets']],
    ['a sign behind', 'C++', 'in C++, not C', ['C++']],
    ['its bracket', '세이프(SAFE)', '유럽 세이프(SAFE)의 기금', ['세이프(SAFE)']],
    ['full-width brackets', '세이프(SAFE)', '세이프（SAFE）의 기금', ['세이프（SAFE）']],
    ['the stop of initials', 'US J Street', 'a U.S. J. Street', ['U.S. J. Street']],
    ['an emoji before', '🚀launch', 'the 🚀launch', ['🚀launch']],
    ['a singular', 'strategic assets', 'a strategic asset', ['strategic asset']],
  ])('finds a phrase over %s', (_, phrase, text, expected) =>
    expect(found([phrase], text)).toEqual(expected),
  );

  it.each([
    ['a comma between', 'nuclear umbrella', 'nuclear, umbrella'],
    ['a sentence’s end between', 'nuclear umbrella', 'gone nuclear. Umbrella sales'],
    ['a sentence’s end behind capitals', 'PLA Navy', 'belong to the PLA. Navy patrols followed'],
    ['a bracket that stays open', '세이프(SAFE)', '세이프(SAFE·유럽 기금)'],
    ['a comma between countries', '한미연합사', '한, 미 연합사와 한미, 연합사'],
    ['a dot or a blank elsewhere', '한미연합사', '한미연·합사와 한미연 합사'],
    ['a dot or a blank behind one country', '미사일국', '미·사일국과 미 사일국'],
    ['a blank missing between letters', 'K9 Thunder', 'K9Thunder'],
    ['a dash between', 'nuclear umbrella', 'nuclear — umbrella'],
    ['a barrier between', 'nuclear umbrella', 'nuclear \ufffc umbrella'],
    ['a slash for a hyphen', 'conventional-nuclear plan', 'conventional/nuclear plan'],
    ['a plural inside', 'strategic asset plan', 'strategic assets plan'],
    ['a longer word', 'SENATO', 'SENATOR'],
    ['a part of a word', 'NATO', 'SENATOR'],
    ['a sign missing', 'C++', 'vitamin C'],
    ['one of two signs', 'C++', 'grade C+'],
    ['an emoji missing', '🚀launch', 'the launch'],
    ['one word missing', 'nuclear planning group', 'nuclear group'],
  ])('finds none with %s', (_, phrase, text) => expect(found([phrase], text)).toEqual([]));

  it.each<[string, string, string, Case, string[]]>([
    ['small letters for exact', 'CNI', 'the cni plugin', 'exact', []],
    ['small letters for any', 'Nuclear Umbrella', 'nuclear umbrella', 'any', ['nuclear umbrella']],
    ['capitals for any', 'nuclear umbrella', 'NUCLEAR UMBRELLA', 'any', ['NUCLEAR UMBRELLA']],
    ['a headline in capitals', 'Pentagon', 'PENTAGON WARNS KOREA', 'exact', ['PENTAGON']],
    ['one word in capitals', 'Pentagon', 'the group PENTAGON sang', 'exact', []],
    ['a common noun for exact', 'Pentagon', 'a regular pentagon', 'exact', []],
    ['a plural in small letters', 'NCG', 'three NCGs', 'exact', ['NCGs']],
    ['a plural in a headline', 'UAV', 'UKRAINE DOWNS 40 UAVS', 'exact', ['UAVS']],
    ['a capital S in a sentence', 'UAV', 'the UAVS of Ukraine', 'exact', []],
    ['a name without its s', 'Hamas', 'the city of Hama', 'exact', []],
    ['an acronym without its s', 'AIDS', 'the AID group', 'exact', []],
    ['a headline without the s', 'Hamas', 'REBELS CAPTURE HAMA IN SYRIA', 'exact', []],
    ['one of several', 'Oslo Accords', 'the first Oslo Accord', 'exact', ['Oslo Accord']],
    ['one of a kind, for any', 'drones', 'a drone', 'any', ['drone']],
  ])('minds case: %s', (_, phrase, text, letterCase, expected) =>
    expect(found([phrase], text, letterCase)).toEqual(expected),
  );

  it('looks for capitals in the words of its own text alone', () => {
    const matcher = createMatcher<string>();
    addPhrase(matcher, 'Pentagon', 'exact', 'pentagon');
    const words = createWords();
    const texts = ['ONE TWO SIX', 'PENTAGON', 'TEN OLD MEN'];
    const ends = texts.map((text) => {
      appendWords(words, text);
      return words.count;
    });
    expect(findPhrases(matcher, texts[1]!, words, ends[0], ends[1])).toEqual([]);
  });

  it('gives all phrases, by start and then longest first', () => {
    const phrases = ['NATO', 'NATO Summit', 'Summit Declaration', 'Declaration'];
    expect(found(phrases, 'The NATO Summit Declaration')).toEqual([
      'NATO Summit',
      'NATO',
      'Summit Declaration',
      'Declaration',
    ]);
  });
});

describe('findHolders', () => {
  it.each([
    ['no text', ['Quiet Talks'], [], []],
    ['no phrase', [], ['Quiet Talks'], []],
    ['words and pairs of words', ['QTG', 'Quiet Talks'], ['a QTG', 'none', 'Quiet Talks'], [0, 2]],
    ['each text once', ['QTG'], ['QTG QTG QTG', 'QTG'], [0, 1]],
    ['no pair across two texts', ['Quiet Talks'], ['Quiet', 'Talks', ''], []],
    ['texts behind empty ones', ['QTG'], ['', '…', '', 'QTG', ''], [3]],
  ])('of %s', (_, phrases, texts, expected) => {
    const matcher = createMatcher<string>();
    for (const phrase of phrases) addPhrase(matcher, phrase, 'any', phrase);
    const words = createWords();
    const ends = texts.map((text) => {
      appendWords(words, text);
      return words.count;
    });
    expect(findHolders(matcher, words.keys.slice(0, words.count), ends)).toEqual(expected);
  });
});
