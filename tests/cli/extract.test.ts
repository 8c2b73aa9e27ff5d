import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/cli/extract.ts';
import { answerLines } from '../../src/cli/lines/text-lines.ts';

async function run(...chunks: string[]) {
  const written = { output: '', errors: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const bad = await answerLines(
    Readable.from(chunks.map((one) => Buffer.from(one))),
    into('output'),
    into('errors'),
    extract,
  );
  return { bad, ...written };
}

describe('extract', () => {
  it('answers each line with its pairs, each distinct one once, in the order of the text', async () => {
    const text =
      'The Harbour Watch Council (HWC); the Harbour Watch Council (HWC), also known as the Quiet Table, and a Tide Board (TB).';
    const { bad, output, errors } = await run(
      `${JSON.stringify({ id: 'a', text })}\n`,
      '{"id":2,"text":""}',
    );
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        id: 'a',
        pairs: [
          { short: 'HWC', long: 'Harbour Watch Council', start: 4, end: 25, form: 'definition' },
          {
            short: 'Quiet Table',
            long: 'Harbour Watch Council',
            start: 37,
            end: 58,
            form: 'alias',
          },
          { short: 'TB', long: 'Tide Board', start: 103, end: 113, form: 'definition' },
        ],
      },
      { id: 2, pairs: [] },
    ]);
    expect([bad, errors]).toEqual([0, '']);
  });

  it('names each bad line and its remedy, and goes on', async () => {
    const { bad, output, errors } = await run(
      'nope\n[]\n\n{"id":1}\n{"id":{},"text":""}\n{"id":7,"text":"x"}\n',
    );
    expect(bad).toBe(4);
    expect(output).toBe('{"id":7,"pairs":[]}\n');
    expect(errors.trim().split('\n')).toEqual([
      expect.stringMatching(/^line 1: is not JSON: write/),
      expect.stringMatching(/^line 2: is no object: write/),
      expect.stringMatching(/^line 4: has no "text": add/),
      expect.stringMatching(/^line 5: has an "id".*: write/),
    ]);
  });

  it('reads lines that chunks cut, also inside a character, and U+2028 inside a text', async () => {
    const line = Buffer.from('{"id":"한","text":"\u2028핵협의그룹(NCG)"}\r\n');
    const chunks = [...line].map((byte) => Buffer.from([byte]));
    let output = '';
    const sink = new Writable({
      write(chunk, _, done) {
        output += String(chunk);
        done();
      },
    });
    expect(await answerLines(Readable.from(chunks), sink, sink, extract)).toBe(0);
    expect(JSON.parse(output)).toEqual({
      id: '한',
      pairs: [{ short: 'NCG', long: '핵협의그룹', start: 1, end: 6, form: 'definition' }],
    });
  });
});
