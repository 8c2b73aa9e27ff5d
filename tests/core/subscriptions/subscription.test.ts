import { describe, expect, it } from 'vitest';
import { fetchFault } from '../../../src/core/subscriptions/fetch-fault.ts';
import {
  changeManaged,
  dueAt,
  nextDue,
  type Subscription,
} from '../../../src/core/subscriptions/subscription.ts';

const HOUR = 3_600_000;

const at = (own: Partial<Subscription>): Subscription => ({
  address: 'https://a.example/x.json',
  id: 'x',
  isManaged: false,
  isDaily: true,
  taking: 'look',
  checked: 1_000,
  etag: null,
  sum: '',
  takenSum: null,
  fault: null,
  isWaiting: false,
  hasBefore: false,
  hasAsked: false,
  ...own,
});

describe('a glossary is fetched again', () => {
  it.each<[string, Partial<Subscription>, number | null]>([
    ['never, unless the reader says so', { isDaily: false }, null],
    ['after a day', {}, 1_000 + 24 * HOUR],
    ['after an hour without a connection', { fault: fetchFault('unreachable') }, 1_000 + HOUR],
    ['after an hour when the server was busy', { fault: fetchFault('busy', '503') }, 1_000 + HOUR],
    ['after a day when it was gone', { fault: fetchFault('gone', '404') }, 1_000 + 24 * HOUR],
  ])('%s', (_, own, expected) => expect(dueAt(at(own))).toBe(expected));

  it('when the first of all is due', () => {
    expect(nextDue([at({}), at({ checked: 0 }), at({ isDaily: false })])).toBe(24 * HOUR);
    expect(nextDue([at({ isDaily: false })])).toBeNull();
    expect(nextDue([])).toBeNull();
  });
});

describe('the addresses of a policy', () => {
  const mine = at({ address: 'https://mine.example/x.json' });
  const theirs = at({ address: 'https://office.example/x.json', isManaged: true });

  it.each<[string, string[], string[], Subscription[]]>([
    ['are added once', ['https://new.example/'], ['https://new.example/'], [theirs]],
    ['stay the reader’s where the reader has them', [mine.address, theirs.address], [], []],
    ['go when they are no longer named; the reader’s stay', [], [], [theirs]],
    ['count once', ['https://b.example/', 'https://b.example/'], ['https://b.example/'], [theirs]],
  ])('%s', (_, addresses, added, dropped) =>
    expect(changeManaged([mine, theirs], addresses)).toEqual({ added, dropped }),
  );
});
