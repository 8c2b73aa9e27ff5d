import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { MOST_LISTED } from '../../../src/core/settings/settings.ts';
import { meetChoices } from '../../../src/core/sync/replica.ts';
import { valuesOfChoices } from '../../../src/core/sync/setting-items.ts';
import {
  type Area,
  createDevice,
  type Device,
  dropEntry,
  glossesOf,
  know,
  meet,
  settle,
  writeEntry,
} from './devices.ts';

const START = Date.UTC(2030, 4, 14);
const HOUR_MS = 3_600_000;

/** Two devices that have met. */
function pair(): { one: Device; other: Device; account: Area } {
  const [one, other] = [createDevice('aa'), createDevice('bb')];
  const account: Area = {};
  settle([one, other], account, START);
  return { one, other, account };
}

describe('a device that joins', () => {
  it('takes the settings that are there, and adds its lists to theirs', () => {
    const { one, account } = pair();
    one.choices = { pages: 'all', known: ['a/one'], sitesOff: ['one.example'] };
    settle([one], account, START + 1);
    const late = createDevice('cc');
    late.choices = { pages: 'listed', style: 'solid', known: ['a/two'] };
    settle([late, one], account, START + 2);
    expect(late.choices).toEqual({
      pages: 'all',
      style: 'solid',
      known: ['a/two', 'a/one'],
      sitesOff: ['one.example'],
    });
    expect(one.choices.style).toBe('solid');
  });

  it('loses nothing to a removal that it did not know of', () => {
    const { one, account } = pair();
    know(one, 'a/one', true);
    writeEntry(one, 'NCG', 'Theirs.');
    settle([one], account, START + 1);
    know(one, 'a/one', false);
    dropEntry(one, 'ncg');
    settle([one], account, START + HOUR_MS);
    const late = createDevice('cc');
    know(late, 'a/one', true);
    writeEntry(late, 'NCG', 'Mine.');
    settle([late, one], account, START + 2);
    for (const device of [late, one]) {
      expect(device.choices.known).toEqual(['a/one']);
      expect(glossesOf(device)).toEqual(['Mine.']);
    }
  });
});

describe('a change on two devices', () => {
  it('of a setting: the later one holds', () => {
    const { one, other, account } = pair();
    one.choices = { style: 'solid' };
    other.choices = { style: 'marker' };
    meet(other, START + 10);
    meet(one, START + 20);
    settle([one, other], account, START + 30);
    expect([one.choices.style, other.choices.style]).toEqual(['solid', 'solid']);
  });

  it('of a text: the later one holds, the earlier one stands before it as an entry', () => {
    const { one, other, account } = pair();
    writeEntry(one, 'NCG', 'First.');
    settle([one, other], account, START + 5);
    writeEntry(one, 'NCG', 'Earlier.');
    writeEntry(other, 'NCG', 'Later.');
    meet(one, START + 10);
    meet(other, START + 20);
    settle([one, other], account, START + 30);
    for (const { own } of [one, other]) {
      expect(own.entries.map(({ id, gloss }) => [id.slice(0, 4), gloss])).toEqual([
        ['ncg-', 'Earlier.'],
        ['ncg', 'Later.'],
      ]);
      expect(parseGlossary(own, 'own')).toEqual(own);
    }
  });

  it('of a text, where the other device removed it: the text stays', () => {
    const { one, other, account } = pair();
    writeEntry(one, 'NCG', 'First.');
    settle([one, other], account, START + 5);
    writeEntry(one, 'NCG', 'Changed.');
    dropEntry(other, 'ncg');
    meet(one, START + 10);
    meet(other, START + HOUR_MS);
    settle([one, other], account, START + 30);
    expect([glossesOf(one), glossesOf(other)]).toEqual([['Changed.'], ['Changed.']]);
  });

  it('keeps a text that was overruled removed once the reader has removed it', () => {
    const { one, other, account } = pair();
    writeEntry(one, 'NCG', 'Earlier.');
    writeEntry(other, 'NCG', 'Later.');
    meet(one, START + 10);
    meet(other, START + 20);
    const before = structuredClone(other.area);
    settle([one, other], account, START + 30);
    dropEntry(one, one.own.entries[0]?.id ?? '');
    settle([one, other], account, START + 40);
    // The browser brings an old state of the account once more.
    Object.assign(account, before);
    settle([one, other], account, START + 50);
    expect([glossesOf(one), glossesOf(other)]).toEqual([['Later.'], ['Later.']]);
  });

  it('that knew the other is no conflict, however wrong the clock is', () => {
    const { one, other, account } = pair();
    writeEntry(one, 'NCG', 'First.');
    know(one, 'a/one', true);
    settle([one, other], account, START + HOUR_MS);
    writeEntry(other, 'NCG', 'Second.');
    know(other, 'a/one', false);
    settle([other, one], account, START - HOUR_MS);
    expect([glossesOf(one), one.choices.known]).toEqual([['Second.'], []]);
  });
});

describe('what a device cannot read', () => {
  it('is handed on as it is, and changes nothing here', () => {
    const { one, other, account } = pair();
    one.choices = { pages: 'all' };
    settle([one, other], account, START + 1);
    const strange: Area = {
      '1/some/3': {
        'setting/pages': ['zzzzzzzz', 'clever'],
        'setting/unheard': ['zzzzzzzz', true],
        'known/no reference': ['zzzzzzzz', 1],
        'notHere/a': ['zzzzzzzz', 1],
      },
      '1/own/odd': ['zzzzzzzz', { zz: 1 }, { names: [], gloss: 7 }],
      '1/own/Not an id': ['zzzzzzzz', { zz: 1 }, {}],
      '1/own/unsourced': [
        'zzzzzzzz',
        { zz: 1 },
        {
          kind: 'concept',
          names: [{ text: 'X', lang: 'en', role: 'long', case: 'any' }],
          gloss: 'X.',
          basis: ['none'],
        },
      ],
    };
    Object.assign(account, structuredClone(strange));
    settle([one, other], account, START + 2);
    expect(one.choices).toEqual({ pages: 'all', known: undefined, notHere: undefined });
    expect(one.own.entries).toEqual([]);
    expect(account).toMatchObject(strange);
  });

  it('is no removal: a list that is not there', () => {
    const { one, other, account } = pair();
    know(one, 'a/one', true);
    settle([one, other], account, START + 1);
    one.choices = {};
    settle([one, other], account, START + 2);
    expect([one.choices.known, other.choices.known]).toEqual([['a/one'], ['a/one']]);
  });
});

describe('lists', () => {
  it('that are full take no more from elsewhere, and nothing goes for it', () => {
    const { one, other, account } = pair();
    know(one, 'z/theirs', true);
    settle([one], account, START + 1);
    const known = Array.from({ length: MOST_LISTED }, (_, i) => `a/${i}`);
    other.choices = { known };
    settle([other, one], account, START + 2);
    expect(other.choices.known).toEqual(known);
    expect(other.left.length).toBeGreaterThan(10_000);
    expect(one.choices.known).toContain('z/theirs');
  });

  it('are synced all but those of an administrator, and a name with half a sign stays here', () => {
    const { one } = pair();
    const met = meetChoices(
      one.replica,
      new Map(),
      { sitesOff: ['\ud800.example', 'a.example'], sitesBarred: ['b.example'] },
      START,
    );
    expect([...met.replica.items.keys()]).toEqual(['sitesOff/a.example']);
    const notHere = [{ ref: 'a/b', site: 'c/d.example' }];
    expect([...valuesOfChoices({ notHere }).keys()]).toEqual(['notHere/a/b/c/d.example']);
  });
});
