/** Letters in other forms are the same letters, in a page and in a glossary. */
import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../../src/core/definitions/find-definitions.ts';
import type { Candidate } from '../../../src/core/matching/candidate.ts';
import { createLexicon, findOccurrences } from '../../../src/core/matching/occurrences.ts';
import { rewriteLetters, usualLetters } from '../../../src/core/text/same-letters.ts';
import { readWords } from '../../../src/core/text/word-keys.ts';
import { fc } from '../../properties.ts';
import { BARE } from '../matching/bare-candidate.ts';

const NAMES = ['NCG', 'C3I', '나토', '국방부', '워싱턴 선언', 'Café Pact', 'Tide Board'];

const candidate = (text: string): Candidate => ({
  ref: `g/${text}`,
  names: [
    {
      text,
      lang: 'en',
      role: 'short',
      case: text === text.toUpperCase() ? 'exact' : 'any',
      ambiguous: false,
    },
  ],
  ...BARE,
});

/** The names of a lexicon in a text, as the text writes them. */
const found = (text: string, names: readonly string[] = NAMES): string[] =>
  findOccurrences(text, createLexicon(names.map(candidate))).map(({ start, end }) =>
    text.slice(start, end),
  );

const decomposed = (text: string) => text.normalize('NFD');
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('names in other forms', () => {
  it.each([
    ['full-width letters', '회의（ＮＣＧ）와 ＮＣＧ가', ['ＮＣＧ', 'ＮＣＧ']],
    ['full-width words', 'the Ｔｉｄｅ　Ｂｏａｒｄ', ['Ｔｉｄｅ　Ｂｏａｒｄ']],
    [
      'decomposed Hangul',
      decomposed('나토는 국방부로부터'),
      [decomposed('나토'), decomposed('국방부')],
    ],
    ['decomposed Hangul without the blank', decomposed('워싱턴선언'), [decomposed('워싱턴선언')]],
    ['a decomposed accent', decomposed('the Café Pact'), [decomposed('Café Pact')]],
    ['mathematical letters', 'die 𝐍𝐂𝐆 tagt', ['𝐍𝐂𝐆']],
    ['a raised digit in a word', 'C³I and C3I', ['C³I', 'C3I']],
    ['a footnote behind a word', 'The NCG¹ met.', ['NCG']],
    ['a number in a circle before a word', '①NCG ②나토', ['NCG', '나토']],
  ])('are found: %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['a full-width handle', '＠ＮＣＧ'],
    ['a decomposed word that is longer', decomposed('나토리 국방부가족')],
    ['a raised digit that makes another word', 'NCG³I'],
    ['a full-width word that is longer', 'ＮＣＧＸ'],
  ])('are not found in %s', (_, text) => expect(found(text)).toEqual([]));

  it.each([
    ['full width', fullWidth],
    ['decomposed', decomposed],
    ['both', (text: string) => fullWidth(decomposed(text))],
  ])('are found by a glossary that has them: %s', (_, rewrite) => {
    const text = 'NCG, 나토는, 워싱턴 선언, the Café Pact';
    expect(found(text, NAMES.map(rewrite))).toEqual(['NCG', '나토', '워싱턴 선언', 'Café Pact']);
  });

  it('stand where the page has them', () => {
    const text = `${decomposed('한국 국방부와')} ＮＣＧ, 나토`;
    expect(found(text)).toEqual([decomposed('국방부'), 'ＮＣＧ', '나토']);
  });
});

describe('definitions in other forms', () => {
  it.each([
    ['full-width letters', '한미 핵협의그룹（ＮＣＧ）회의', 'NCG', '핵협의그룹', 'ＮＣＧ'],
    ['decomposed Hangul', decomposed('한미 핵협의그룹(NCG) 회의'), 'NCG', '핵협의그룹', 'NCG'],
    ['full-width words', 'Ｔｉｄｅ Ｂｏａｒｄ（ＴＢ）', 'TB', 'Tide Board', 'ＴＢ'],
  ])('are found: %s', (_, text, short, long, written) => {
    const [definition] = findDefinitions(text);
    expect(definition).toMatchObject({ short, long });
    const { shortSpan, longSpan } = definition!;
    expect(text.slice(shortSpan.start, shortSpan.end)).toBe(written);
    expect(usualLetters(text.slice(longSpan.start, longSpan.end))).toBe(long);
  });
});

describe('rewriteLetters', () => {
  it.each(['NCG met…', '핵·재래식ㆍ통합', 'a\u00a0blank', '“NCG” – 5 km²', 'Ελλάδα, Łódź'])(
    'leaves %s',
    (text) => expect(usualLetters(text)).toBe(text),
  );

  it('keeps the way back, for any text', () => {
    const unit = fc.constantFrom(
      ...'aＮ가각\u1112\u1162\u11a8\u0301é²ﬁ𝐍ﾅ\u3099가\u11a8 .'.split(/(?:)/u),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('');
        const usual = rewriteLetters(text);
        if (usual === null) return;
        expect(usual.text).toBe(usualLetters(text));
        expect(usual.spanOf({ start: 0, end: usual.text.length })).toEqual({
          start: 0,
          end: text.length,
        });
        const { starts, ends, count } = readWords(text);
        for (let k = 0; k < count; k++) {
          expect(starts[k]).toBeLessThan(ends[k]!);
          expect(ends[k]).toBeLessThanOrEqual(text.length);
          if (k > 0) expect(starts[k]).toBeGreaterThanOrEqual(ends[k - 1]!);
        }
      }),
    );
  });
});
