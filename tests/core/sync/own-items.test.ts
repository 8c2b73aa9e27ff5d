import { describe, expect, it } from 'vitest';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { copyOf } from '../../../src/core/sync/items.ts';
import { createDevice, type Device, exchange, meet, settle, writeEntry } from './devices.ts';

const START = Date.UTC(2030, 4, 14);

describe('own entries', () => {
  it('bring their sources along, each under an id of its own', () => {
    const [one, other] = [createDevice('aa'), createDevice('bb')];
    const account = {};
    const put = (device: Device, term: string, title: string) => {
      writeEntry(device, term, `${term}.`);
      const source = { id: 'paper', kind: 'text', publisher: 'P', title, published: '2030-01-01' };
      device.own = parseGlossary(
        {
          ...device.own,
          sources: [...device.own.sources, source],
          entries: device.own.entries.map((entry) => ({ ...entry, basis: ['paper'] })),
        },
        'own',
      );
    };
    put(one, 'NCG', 'One');
    put(other, 'QTG', 'Other');
    settle([one, other], account, START + 1);
    for (const { own } of [one, other]) {
      const titleOf = (id: string) => {
        const basis = own.entries.find((entry) => entry.id === id)?.basis[0];
        return own.sources.find((source) => source.id === basis)?.title;
      };
      expect([titleOf('ncg'), titleOf('qtg')]).toEqual(['One', 'Other']);
      expect(own.sources.map(({ id }) => id).sort()).toEqual(['own-note', 'paper', 'paper-2']);
    }
  });

  it('get their relations back once the entry that they lead to is there', () => {
    const [one, other] = [createDevice('aa'), createDevice('bb')];
    const account = {};
    writeEntry(one, 'NCG', 'N.');
    writeEntry(one, 'QTG', 'Q.');
    one.own = parseGlossary(
      {
        ...one.own,
        entries: one.own.entries.map((entry) =>
          entry.id === 'ncg'
            ? { ...entry, related: [{ entry: 'qtg', how: 'rests on', source: 'own-note' }] }
            : entry,
        ),
      },
      'own',
    );
    meet(one, START + 1);
    const { '1/own/qtg': late, ...first } = one.area;
    other.area = structuredClone(first);
    meet(other, START + 2);
    expect(other.own.entries.map(({ related }) => related)).toEqual([[]]);
    other.area['1/own/qtg'] = late;
    meet(other, START + 3);
    expect(other.own.entries.find(({ id }) => id === 'ncg')?.related).toHaveLength(1);
    exchange(other, account, () => true);
    exchange(one, account, () => false);
    expect(meet(one, START + 4)).toBe(false);
  });

  it('get ids for overruled texts that fit the format', () => {
    const id = copyOf(`${'a'.repeat(69)}-${'b'.repeat(10)}`, 'text');
    expect(id).toMatch(/^a{69}-[\da-z]{1,7}$/);
  });
});
