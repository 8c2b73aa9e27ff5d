/**
 * The worked example of docs/building-glossaries.md, with a stand-in for Spark's `pipe`: each part of
 * a corpus goes through a process of its own, by the very command that stands there.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/build/build-extension.ts';
import { HARBOUR, ISLANDS, LOOKOUT } from '../core/draft/draft-texts.ts';

const run = promisify(execFile);

/** Many texts of a few papers, so that the parts know the same terms. */
const CORPUS = Array.from({ length: 12 }, (_, i) => {
  const text = [HARBOUR, LOOKOUT, ISLANDS][i % 3]!;
  return { ...text, id: `${text.id}-${i}` };
});

const asLines = (texts: readonly unknown[]) =>
  texts.map((text) => `${JSON.stringify(text)}\n`).join('');

/** The command as documented, for this checkout and this Node. */
async function readCommand(): Promise<readonly string[]> {
  const docs = await readFile(join(ROOT, 'docs/building-glossaries.md'), 'utf8');
  const [, command = ''] = /\.pipe\("([^"]+)"/.exec(docs) ?? [];
  const words = command.replaceAll('/opt/newsgloss', ROOT).split(' ');
  expect(words[0]).toBe('node');
  return [process.execPath, ...words.slice(1)];
}

/** What `pipe` does with one part: its lines in, the command's lines out. */
function pipe(command: readonly string[], part: string) {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (lines: string) => {
    output += lines;
  });
  child.stdin.end(part);
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
}

describe('the example with Spark', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-pipe-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const glossary = (...args: readonly string[]) =>
    run(process.execPath, [join(ROOT, 'src/cli/glossary.ts'), ...args]);

  it('gives from parts, in whatever order they come back, the draft of the whole', async () => {
    const command = await readCommand();
    const parts = [CORPUS.slice(0, 1), CORPUS.slice(1, 6), [], CORPUS.slice(6)].map(asLines);
    const answers = await Promise.all(parts.map((part) => pipe(command, part)));
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const drafts = join(folder, 'drafts.ndjson');
    await writeFile(
      drafts,
      answers
        .reverse()
        .map(({ output }) => output)
        .join(''),
    );
    const corpus = join(folder, 'corpus.ndjson');
    await writeFile(corpus, asLines(CORPUS));
    await glossary('merge', drafts, '-o', join(folder, 'merged.json'));
    await glossary('draft', corpus, '-o', join(folder, 'whole.json'));
    const [merged, whole] = await Promise.all(
      ['merged.json', 'whole.json'].map((name) => readFile(join(folder, name), 'utf8')),
    );
    expect(merged).toBe(whole);
    expect(JSON.parse(whole ?? '').sources).toHaveLength(CORPUS.length);
  });

  it('fails a part with a line that cannot be read, as checkCode asks, and answers the others', async () => {
    const { code, output } = await pipe(
      await readCommand(),
      `not JSON\n${asLines(CORPUS.slice(0, 2))}`,
    );
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(2);
  });
});
