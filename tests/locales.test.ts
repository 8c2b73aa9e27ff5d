/** Every string stands in each language, says the same with the same gaps, and is used. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REMEDIES } from '../src/core/faults/fault.ts';
import { EVENTS, KINDS, RELATIONS } from '../src/core/glossary/glossary.ts';
import { readMessages } from './locale-messages.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const english = readMessages(read('assets/locales/en.yml'));
/** The messages of each other language, by its code. */
const others = globSync('assets/locales/*.yml', { cwd: ROOT })
  .map((file) => [basename(file, '.yml'), readMessages(read(file))] as const)
  .filter(([code]) => code !== 'en');

const CARD_STRINGS = 'src/core/cards/card-strings.ts';
/** The words that the card's parts ask for by their keys. */
const cardWords = [
  ...['card_language', 'card_direction'],
  ...[...read(CARD_STRINGS).matchAll(/^ {2}\| '(\w+)'/gm)].map(([, word]) => `card_${word}`),
  ...KINDS.map((kind) => `card_kinds_${kind.replaceAll(' ', '_')}`),
  ...EVENTS.map((event) => `card_events_${event}`),
  ...RELATIONS.map((how) => `card_relations_${how.replaceAll(' ', '_')}`),
];
/** Without the list of those keys, which alone says nothing. */
const code = [...globSync('{src,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT }), 'wxt.config.ts']
  .filter((file) => file !== CARD_STRINGS)
  .map(read)
  .join('\n');

const gapsOf = (text: string) => [...new Set(text.match(/\$\d|%s/g))].sort();

it('has Korean beside English', () => expect(others.map(([code]) => code)).toContain('ko'));

describe.each(others)('the language %s', (_, messages) => {
  it('has the same strings as English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.size).toBeGreaterThan(100);
  });

  it('leaves no string empty, and none in English', () => {
    for (const [key, text] of messages) expect(text.trim(), key).not.toBe('');
    const same = [...messages].filter(([key, text]) => english.get(key) === text);
    const names = ['extension_name', 'card_direction', 'popup_direction', 'settings_siteExample'];
    expect(same.map(([key]) => key).filter((key) => !names.includes(key))).toEqual([]);
  });

  it.each([...english])('fills the same gaps: %s', (key, text) => {
    expect(gapsOf(messages.get(key) ?? '')).toEqual(gapsOf(text));
  });
});

describe('the languages', () => {
  it.each(Object.entries(REMEDIES))(
    'tell the fault “%s” as the command line does',
    (code, words) => {
      expect(english.get(`fault_${code}`)).toBe(words);
    },
  );

  it('hold every word of a card', () => {
    expect(cardWords.length).toBeGreaterThan(60);
    expect(cardWords.filter((key) => !english.has(key))).toEqual([]);
  });

  it('hold no string that nothing says', () => {
    const isUsed = (key: string) => {
      const dotted = key.replace(/_/g, '.');
      if (code.includes(`'${dotted}'`) || code.includes(`__MSG_${key}__`)) return true;
      const [part, ...rest] = key.split('_');
      if (part === 'fault') return Object.hasOwn(REMEDIES, rest.join('_'));
      // Kinds, events and relations are looked up by what a glossary says.
      const isLookedUp =
        rest.length > 1 ||
        /^(?:language|direction)$/.test(rest[0]!) ||
        code.includes(`'${rest[0]}'`);
      return part === 'card' && cardWords.includes(key) && isLookedUp;
    };
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});
