import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const library = [makeGlossary({ pact: { short: ['QPNT'], long: ['Quiet Pact on Noise'] } })];

/** The names found, as the text has them at their spans. */
const read = (text: string): string[] =>
  annotate(text, library, 'en').map(({ start, end }) => text.slice(start, end));

describe('annotate', () => {
  it.each<[string, string, string[]]>([
    ['over the end of a line', 'The Quiet\nPact on Noise', ['Quiet\nPact on Noise']],
    ['over no blank line', 'The Quiet\n\nPact on Noise', []],
    ['over no line of blanks', 'The Quiet\n \t\r\nPact on Noise', []],
    ['behind blank lines', '\n\n \n\t Quiet Pact on Noise', ['Quiet Pact on Noise']],
    ['between them', 'a\n\n\n \n  Quiet Pact on Noise \n\n\nb\n', ['Quiet Pact on Noise']],
    ['in a text of white space', ' \n\n\t\n', []],
    ['in none', '', []],
  ])('reads %s', (_, text, expected) => expect(read(text)).toEqual(expected));

  it('reads a paragraph of ten million letters', () => {
    const text = `${'One line, and no blank one.\n'.repeat(360_000)}The Quiet Pact on Noise`;
    expect(read(text)).toEqual(['Quiet Pact on Noise']);
  });
});
