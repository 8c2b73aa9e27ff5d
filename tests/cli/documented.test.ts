/** The lines that documents give for the command line, run as they stand there, in a folder of a reader's. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/build/build-extension.ts';
import { HARBOUR, ISLANDS, LOOKOUT } from '../core/draft/draft-texts.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';

const run = promisify(execFile);
const read = (path: string) => readFile(join(ROOT, path), 'utf8');

let folder = '';
const at = (name: string) => join(folder, name);

/** npm says here where it was called, unless that is known already. */
const { INIT_CWD: _, ...env } = process.env;

/** A line of a document in the reader's folder; npm is told where the project lies. */
function runLine(line: string, cwd = folder) {
  const there = line.replaceAll('npm run', `npm --prefix '${ROOT}' run`);
  return run('bash', ['-c', `set -o pipefail; ${there}`], { cwd, env });
}

/** The lines of the blocks of shell in a document that are ours; others' programs are not here. */
async function linesOf(document: string): Promise<string[]> {
  const blocks = [...(await read(document)).matchAll(/^```sh\n(.*?)^```$/gms)];
  return blocks.flatMap(([, block = '']) =>
    block.split('\n').filter((line) => /^(?:npm|echo) /.test(line)),
  );
}

const pack = (id: string, entries: Parameters<typeof makeGlossary>[0]) =>
  JSON.stringify(makeGlossary(entries, id));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgloss-lines-'));
  await mkdir(at('texts'));
  const files: Readonly<Record<string, string>> = {
    'texts/a.txt': HARBOUR.text,
    'texts/b.md': LOOKOUT.text,
    'texts/c.html': `<!DOCTYPE html><title>C</title><article><p>${ISLANDS.text}</p></article>`,
    'sources.json': JSON.stringify([
      { file: 'a.txt', id: 'a-1', publisher: 'A', title: 'A', published: '2023-02-28' },
    ]),
    'pack.json': pack('pack', { qtg: { long: ['Quiet Talks Group'] } }),
    'a.json': pack('a', { qtg: { long: ['Quiet Talks Group'] } }),
    'b.json': pack('b', { tb: { long: ['Tide Board'] } }),
    'old.json': pack('same', { qtg: { long: ['Quiet Talks Group'] } }),
    'new.json': pack('same', { tb: { long: ['Tide Board'] } }),
    'mine.json': pack('mine', { qtg: { long: ['Quiet Talks Group'] } }),
    'theirs.json': pack('theirs', { tb: { long: ['Tide Board'] } }),
    'corpus.ndjson': [HARBOUR, LOOKOUT].map((text) => `${JSON.stringify(text)}\n`).join(''),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(at(name), text);
  const sample = (name: string) => join(ROOT, 'tests/fixtures/formats', name);
  await copyFile(sample('basic-dca.tbx'), at('words.tbx'));
  await copyFile(sample('abbreviations.md'), at('letters.md'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Each line starts npm and two Nodes, one line after the other: slow machines take minutes. */
const PATIENCE = { timeout: 600_000 };

describe('the lines for the command line', PATIENCE, () => {
  it('of docs/building-glossaries.md draft, check, merge and compare', async () => {
    const lines = await linesOf('docs/building-glossaries.md');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) await runLine(line);
    expect(JSON.parse(await readFile(at('both.json'), 'utf8')).entries).toHaveLength(2);
    expect(JSON.parse(await readFile(at('draft.json'), 'utf8')).entries.length).toBeGreaterThan(1);
  });

  it('of docs/bringing-glossaries.md convert, there and back', async () => {
    const lines = await linesOf('docs/bringing-glossaries.md');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) await runLine(line);
    expect(await readFile(at('words.tbx'), 'utf8')).toContain('<conceptEntry');
    expect(JSON.parse(await readFile(at('letters.json'), 'utf8')).title).toBe('Letters');
  });

  it('of docs/annotate.md answer what stands there', async () => {
    const document = await read('docs/annotate.md');
    const [line = ''] = await linesOf('docs/annotate.md');
    const { stdout } = await runLine(line);
    const answer = /^```json\n(.*?)^```$/ms.exec(document)?.[1] ?? '';
    expect(JSON.parse(stdout)).toEqual(JSON.parse(answer));
    const other = /`(npm run -s annotate -- --glossary [^`]+)`/.exec(document)?.[1] ?? '';
    const told = await runLine(
      `echo '{"id":1,"text":"The Quiet Talks Group met the Tide Board."}' | ${other}`,
    );
    expect(JSON.parse(told.stdout).mentions).toHaveLength(2);
  });

  it('of README.md extract definitions', async () => {
    const text = 'The Harbour Watch Council (HWC) met.';
    const line = 'npm run -s extract';
    const { stdout } = await runLine(`echo '${JSON.stringify({ id: 1, text })}' | ${line}`);
    expect(JSON.parse(stdout).pairs).toMatchObject([{ short: 'HWC' }]);
  });

  it('of docs/publishing-glossaries.md seal a glossary', async () => {
    const example = /```json\n(.*?)```/s.exec(await read('docs/publishing-glossaries.md'))?.[1];
    await writeFile(at('terms.json'), example ?? '');
    await runLine('npm run -s glossary -- seal terms.json');
    expect(await readFile(at('terms.json'), 'utf8')).toMatch(/"sha256": "(?!0{64})[0-9a-f]{64}"/);
  });

  it('of CONTRIBUTING.md check a glossary that comes along', async () => {
    const line = /`(npm run -s glossary -- check [^`]+)`/.exec(await read('CONTRIBUTING.md'))?.[1];
    await runLine(line ?? 'false', ROOT);
  });

  it('of README.md print what tests depend on', async () => {
    const { stdout } = await runLine('npm run -s versions');
    expect(stdout).toMatch(/^Node +v\d+/m);
  });
});
