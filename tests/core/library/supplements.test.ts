import { describe, expect, it } from 'vitest';
import { OWN_GLOSSARY } from '../../../src/core/glossary/own-glossary.ts';
import { layTogether } from '../../../src/core/library/supplements.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const entry = { short: ['QTG'], long: ['Quiet Talks Group'] };
const talks = makeGlossary({ qtg: { ...entry, gloss: 'It talks.' } }, 'talks');

describe('what a reader adds to an entry of another glossary', () => {
  it('is laid onto it where it only adds', () => {
    const mine = makeGlossary({ qtg: { ...entry, gloss: 'It talks.' } }, OWN_GLOSSARY);
    expect(layTogether([talks, mine]).map(({ entries }) => entries.length)).toEqual([1, 0]);
  });

  it('stands for itself where the reader explains it in words of his own', () => {
    const mine = makeGlossary({ qtg: { ...entry, gloss: 'My own words.' } }, OWN_GLOSSARY);
    expect(layTogether([talks, mine]).map(({ entries }) => entries.length)).toEqual([1, 1]);
  });
});
