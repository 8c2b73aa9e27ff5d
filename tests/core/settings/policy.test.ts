import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPolicySchema, POLICY_SCHEMA_FILE } from '../../../src/cli/policy-schema.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';
import { layOver } from '../../../src/core/settings/layer.ts';
import { fixedBy, NO_POLICY, type Policy, readPolicy } from '../../../src/core/settings/policy.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';
import { isSiteOn } from '../../../src/core/settings/site-switches.ts';

const DOCS = join(import.meta.dirname, '../../../docs/policies');

describe('readPolicy', () => {
  it.each<[string, unknown, Policy]>([
    ['nothing', undefined, NO_POLICY],
    ['null', null, NO_POLICY],
    ['a text', 'policy', NO_POLICY],
    ['an empty one', {}, NO_POLICY],
    [
      'a setting',
      { settings: { style: 'solid' } },
      { choices: { style: 'solid' }, glossaries: [], addresses: [] },
    ],
    [
      'a wrong setting beside a right one',
      { settings: { style: 'neon', on: false } },
      { choices: { on: false }, glossaries: [], addresses: [] },
    ],
    [
      'barred sites',
      { sitesBarred: ['a.example', 7] },
      { choices: { sitesBarred: ['a.example'] }, glossaries: [], addresses: [] },
    ],
    ['no list of glossaries', { glossaries: 'x' }, NO_POLICY],
    [
      'glossaries as they are and as texts',
      { glossaries: [{ id: 'a' }, '{"id":"b"}', '{'] },
      { choices: {}, glossaries: [{ id: 'a' }, { id: 'b' }, '{'], addresses: [] },
    ],
    [
      'addresses of glossaries',
      { glossaryAddresses: ['https://a.example/x.json', 7] },
      { choices: {}, glossaries: [], addresses: ['https://a.example/x.json'] },
    ],
  ])('reads %s', (_, stored, expected) => expect(readPolicy(stored)).toEqual(expected));

  it('bars a site whatever the reader chose', () => {
    const { choices } = readPolicy({ sitesBarred: ['a.example'] });
    const settings = layOver({ pages: 'listed', sitesListed: ['a.example'] }, choices);
    expect(isSiteOn(settings, 'a.example')).toBe(false);
    expect([...fixedBy({ choices })]).toEqual(['sitesBarred']);
  });
});

describe('the schema for Chrome', () => {
  it('is the one that is written', () => {
    const written: unknown = JSON.parse(readFileSync(POLICY_SCHEMA_FILE, 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(createPolicySchema())));
  });

  it('knows every setting that can be fixed', () => {
    const known = Object.keys(createPolicySchema().properties?.settings?.properties ?? {});
    // The reader's own words about terms, and what has a place of its own.
    const others = ['known', 'notHere', 'sitesBarred'];
    expect(known.sort()).toEqual(
      Object.keys(DEFAULT_SETTINGS)
        .filter((key) => !others.includes(key))
        .sort(),
    );
  });
});

describe('the files to copy', () => {
  const chrome = JSON.parse(readFileSync(join(DOCS, 'chrome.json'), 'utf8'));
  const firefox = JSON.parse(readFileSync(join(DOCS, 'firefox.json'), 'utf8'));

  it.each([
    ['Chrome', Object.values(chrome['3rdparty'].extensions)[0]],
    ['Firefox', firefox.data],
  ])('can be read as a whole: %s', (_, policy) => {
    const { settings, sitesBarred, glossaries } = policy as Record<string, unknown>;
    const read = readPolicy(policy);
    expect(read.choices).toEqual({ ...(settings as object), sitesBarred });
    expect(read.glossaries).toEqual(glossaries);
    for (const glossary of read.glossaries) parseGlossary(glossary, 'docs');
  });
});
