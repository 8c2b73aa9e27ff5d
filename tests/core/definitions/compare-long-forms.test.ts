import { describe, expect, it } from 'vitest';
import { compareLongForms } from '../../../src/core/definitions/compare-long-forms.ts';

const EDSCG = 'Extended Deterrence Strategy and Consultation Group';
const CNI = 'conventional-nuclear integration';

describe('compareLongForms', () => {
  it.each<[string, string, string]>([
    ['itself', 'Nuclear Consultative Group', 'Nuclear Consultative Group'],
    ['another case', 'NUCLEAR CONSULTATIVE GROUP', 'Nuclear Consultative Group'],
    ['other endings', 'Extended Deterrence Strategy Consultative Group', EDSCG],
    ['an ampersand', 'Extended Deterrence Strategy & Consultation Group', EDSCG],
    ['another order', 'nuclear and conventional integration', CNI],
    ['British spelling', 'Ministry of National Defence', 'Ministry of National Defense'],
    [
      'American spelling',
      'North Atlantic Treaty Organization',
      'North Atlantic Treaty Organisation',
    ],
    ['soft hyphens', 'Nuclear Con\u00adsultative Group', 'Nuclear Consultative Group'],
    ['accents', 'Institut National Énergie', 'Institut National Energie'],
    ['Hangul with a side before it', '한미 핵협의그룹', '핵협의그룹'],
    ['Hangul with other blanks', '확장억제 전략 협의체', '확장억제전략협의체'],
  ])('same: %s', (_, one, other) => expect(compareLongForms(one, [other])).toBe('same'));

  it.each<[string, string, string]>([
    ['another body', 'National Portrait Gallery', 'Nuclear Planning Group'],
    ['one shared word', 'Newcastle College Group', 'Nuclear Consultative Group'],
    ['another integration', 'critical national infrastructure', CNI],
    ['another script', 'Nuclear Consultative Group', '핵협의그룹'],
    ['other Hangul', '국가안보실', '핵협의그룹'],
    ['nothing', '', 'Nuclear Consultative Group'],
    ['function words alone', 'of the', 'Nuclear Consultative Group'],
  ])('different: %s', (_, one, other) => expect(compareLongForms(one, [other])).toBe('different'));

  it('unsure between', () => {
    expect(compareLongForms('Nuclear Contact Group', ['Nuclear Consultative Group'])).toBe(
      'unsure',
    );
  });

  it('leaves names of relatives out, but not those of the entry itself', () => {
    const known = ['Nuclear Planning Group'];
    expect(compareLongForms('NATO Nuclear Planning Group', known, ['NATO'])).toBe('same');
    expect(compareLongForms('Group', known, ['Nuclear Planning'])).toBe('different');
  });

  it('takes the best of several, and none for none', () => {
    expect(compareLongForms('핵협의그룹', ['Nuclear Consultative Group', '핵협의그룹'])).toBe(
      'same',
    );
    expect(compareLongForms('Nuclear Consultative Group', [])).toBe('different');
  });
});
