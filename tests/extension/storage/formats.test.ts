import '../fake-browser.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { readImport } from '../../../src/core/packs/backup.ts';
import { parseReviewHead } from '../../../src/core/review/parse-review.ts';
import { readLayer } from '../../../src/core/settings/layer.ts';
import { countSeen } from '../../../src/extension/storage/seen.ts';
import { readFaults } from '../../core/faults/said-faults.ts';

type Records = readonly (readonly [key: string, value: unknown])[];
type Stores = Readonly<Record<string, { readonly records: Records }>>;

/** What the first version's build has stored; see tests/e2e/update.test.ts. */
const { local, databases } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/stored-0.1.0.json'), 'utf8'),
) as {
  readonly local: Readonly<Record<string, unknown>>;
  readonly databases: Readonly<Record<string, { readonly stores: Stores }>>;
};
const recordsOf = (database: string, store: string): Records =>
  databases[database]?.stores[store]?.records ?? [];

beforeEach(() => fakeBrowser.reset());

describe('what version 0.1.0 has stored', () => {
  it('has settings of which each can be read', () => {
    expect(readLayer(local.settings)).toEqual({
      choices: {
        colour: 'red',
        style: 'solid',
        known: ['korea-us-alliance/edscg'],
        sitesOff: ['localhost'],
      },
      unreadable: [],
    });
  });

  it('has glossaries that can be read', () => {
    const contents = recordsOf('newsgloss', 'contents').filter(([id]) => id !== '(import)');
    expect(contents.map(([id, content]) => parseGlossary(content, id).title)).toEqual([
      'Bridges',
      'My glossary',
    ]);
  });

  it('has a review whose decisions can be read', () => {
    const [[, head] = []] = recordsOf('newsgloss-reviews', 'heads');
    expect(parseReviewHead(head)?.choices.map(({ entry, verdict }) => [entry, verdict])).toEqual([
      ['clc', 'accepted'],
      ['hpb', 'rejected'],
    ]);
  });

  it('has a list of entries met that can be read', async () => {
    await fakeBrowser.storage.local.set({ seen: local.seen });
    expect(await countSeen()).toBe(5);
  });
});

describe('what a later version has stored', () => {
  it('is left out of the list of entries met where it is no string', async () => {
    await fakeBrowser.storage.local.set({ seen: ['a/b', { ref: 'a/c' }, 7, null] });
    expect(await countSeen()).toBe(1);
  });

  it('is refused as a backup, by the place that has its version', () => {
    const faults = readFaults(() => readImport('{"newsgloss":2,"glossaries":[]}', 'backup.json'));
    expect(faults.map(({ path }) => path)).toEqual(['newsgloss']);
  });
});
