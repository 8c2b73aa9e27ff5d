import { describe, expect, it } from 'vitest';
import { type FoundText, foundAt } from '../../../src/core/review/found-text.ts';
import { parseReviewHead } from '../../../src/core/review/parse-review.ts';
import { startReview } from '../../../src/core/review/start-review.ts';

const ADDRESS = 'https://www.quay.example/pilots?a=1';
type About = FoundText['about'];

describe('a text that was found at an address', () => {
  it.each<[string, About, string, About, FoundText['claimed']]>([
    ['that says nothing', {}, ADDRESS, { publisher: 'quay.example', url: ADDRESS }, undefined],
    [
      'that names itself',
      { publisher: 'Quay Gazette', title: 'Pilots' },
      ADDRESS,
      { publisher: 'Quay Gazette', title: 'Pilots', url: ADDRESS },
      { publisher: 'Quay Gazette' },
    ],
    [
      'that gives an address on its own site',
      { publisher: 'Quay Gazette', url: 'https://quay.example/other' },
      ADDRESS,
      { publisher: 'Quay Gazette', url: ADDRESS },
      { publisher: 'Quay Gazette' },
    ],
    [
      'that gives itself out for another',
      { publisher: 'The Quay Times', url: 'https://quay-times.example/pilots' },
      ADDRESS,
      { publisher: 'quay.example', url: ADDRESS },
      { publisher: 'The Quay Times', site: 'quay-times.example' },
    ],
    [
      'that gives another’s address alone',
      { url: 'https://quay-times.example/pilots' },
      ADDRESS,
      { publisher: 'quay.example', url: ADDRESS },
      { site: 'quay-times.example' },
    ],
    [
      'whose address holds a name that looks like a site',
      {},
      'https://quay-times.example:x@evil.example/a#b',
      { publisher: 'evil.example', url: 'https://evil.example/a' },
      undefined,
    ],
    [
      'that gives an address with such a name',
      { url: 'https://www.quay.example@evil.example/a' },
      ADDRESS,
      { publisher: 'quay.example', url: ADDRESS },
      { site: 'evil.example' },
    ],
    [
      'that gives something that is no address',
      { publisher: 'Quay Gazette', url: 'javascript:alert(1)' },
      ADDRESS,
      { publisher: 'Quay Gazette', url: ADDRESS },
      { publisher: 'Quay Gazette' },
    ],
  ])('%s', (_, about, address, expected, claimed) => {
    const found = foundAt({ text: 'Text.', about }, address);
    expect(found.about).toEqual(expected);
    expect(found.claimed).toEqual(claimed);
  });

  it('keeps its claim with its review, on one line and without hidden characters', () => {
    const about = { publisher: 'The\u202e Quay\nTimes', url: 'https://quay-times.example/' };
    const { text: _, ...head } = startReview(foundAt({ text: 'Text.', about }, ADDRESS), 'r', '');
    expect(head.claimed).toEqual({ publisher: 'The Quay Times', site: 'quay-times.example' });
    expect(parseReviewHead(head)).toEqual(head);
  });
});
