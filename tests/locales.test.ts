/** Every string stands in both languages, says the same with the same gaps, and is used. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REMEDIES } from '../src/core/faults/fault.ts';
import { readMessages } from './locale-messages.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const english = readMessages(read('assets/locales/en.yml'));
const korean = readMessages(read('assets/locales/ko.yml'));

const code = [...globSync('{src,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT }), 'wxt.config.ts']
  .map(read)
  .join('\n');
const cardStrings = read('src/core/cards/card-strings.ts');

const gapsOf = (text: string) => [...new Set(text.match(/\$\d|%s/g))].sort();

describe('the languages', () => {
  it('have the same strings', () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.size).toBeGreaterThan(100);
  });

  it('leave no string empty, and none in English', () => {
    for (const [key, text] of korean) expect(text.trim(), key).not.toBe('');
    const same = [...korean].filter(([key, text]) => english.get(key) === text);
    const names = ['extension_name', 'card_direction', 'popup_direction', 'settings_siteExample'];
    expect(same.map(([key]) => key).filter((key) => !names.includes(key))).toEqual([]);
  });

  it.each([...english])('fill the same gaps: %s', (key, text) => {
    expect(gapsOf(korean.get(key) ?? '')).toEqual(gapsOf(text));
  });

  it.each(Object.entries(REMEDIES))(
    'tell the fault “%s” as the command line does',
    (code, words) => {
      expect(english.get(`fault_${code}`)).toBe(words);
    },
  );

  it('hold no string that nothing says', () => {
    const isUsed = (key: string) => {
      const dotted = key.replace(/_/g, '.');
      if (code.includes(`'${dotted}'`) || code.includes(`__MSG_${key}__`)) return true;
      const [part, ...rest] = key.split('_');
      if (part === 'fault') return Object.hasOwn(REMEDIES, rest.join('_'));
      if (part !== 'card') return false;
      const last = rest.slice(rest.length > 1 ? 1 : 0).join('_');
      return new RegExp(`'${last}'`).test(cardStrings) || code.includes(`'card.${rest.join('_')}'`);
    };
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});
