import { describe, expect, it } from 'vitest';
import { writeChecked } from '../../src/cli/build/checked-glossaries.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';

const glossary = makeGlossary({ group: { short: ['QTG'], long: ['Quiet Talks Group'] } }, 'talks');

describe('a glossary that is packed', () => {
  it('is whole, and named by what it holds', () => {
    const { rivals: _, ...entry } = glossary.entries[0]!;
    const text = JSON.stringify({ ...glossary, entries: [entry] }, null, 2);
    const { name, source } = writeChecked('talks.json', text);
    expect(JSON.parse(source)).toEqual(glossary);
    expect(name).toMatch(/^talks-[0-9a-f]{8}\.json$/);
    expect(writeChecked('talks.json', text.replace('Quiet', 'Calm')).name).not.toBe(name);
  });

  it('is refused when it is broken', () => {
    expect(() => writeChecked('talks.json', '{"schema":1}')).toThrow(/^talks\.json: /);
  });
});
