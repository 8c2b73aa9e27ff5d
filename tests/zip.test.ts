/**
 * The files for the stores: the same bytes wherever they are made. A reviewer makes them from the
 * sources zip, which holds what that takes, and no pictures but the icons.
 */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../src/cli/build/build-extension.ts';

const run = promisify(execFile);

/** A day ahead of most of the world, and a language in which the capital of i is not I. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

/** In bytes; a third of it is the second glossary. */
const MOST_SOURCES = 1_700_000;

describe('the zips', () => {
  let folder = '';
  let first: Zips;

  beforeAll(async () => {
    first = await readZips(ROOT);
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-sources-'));
    const sources = join(ROOT, '.output', first.sources);
    // Windows has no unzip, but a tar that reads zips.
    await run('unzip', ['-q', sources, '-d', folder]).catch(() =>
      run('tar', ['-xf', sources, '-C', folder]),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('of the sources holds no pictures but the icons, and no tests', async () => {
    const files = globSync('**/*.*', { cwd: folder }).map((it) => it.replaceAll('\\', '/'));
    const others = files.filter((it) => !it.startsWith('assets/static/icons/'));
    expect(files.length).toBeGreaterThan(others.length);
    expect(others.filter((it) => /\.(?:png|jpe?g|gif|webp|svg|mp4)$/.test(it))).toEqual([]);
    expect(files.filter((it) => it.startsWith('tests/'))).toEqual([]);
    const { size } = await stat(join(ROOT, '.output', first.sources));
    expect(size).toBeLessThan(MOST_SOURCES);
  });

  it('are made from the sources again, byte for byte, in another folder, time zone and language', async () => {
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
    const env = { ...process.env, NODE_ENV: 'production', ...ELSEWHERE };
    await run(process.execPath, [wxt, 'zip', '--browser', 'firefox'], { cwd: folder, env });
    const second = await readZips(folder);
    expect(second.name).toBe(first.name);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(second.sourceBytes.equals(first.sourceBytes)).toBe(true);
  });
});

interface Zips {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sources: string;
  readonly sourceBytes: Buffer;
}

async function readZips(folder: string): Promise<Zips> {
  const output = join(folder, '.output');
  const files = await readdir(output);
  const find = (end: string) => files.find((file) => file.endsWith(end)) ?? `no ${end}`;
  const [name, sources] = [find('-firefox.zip'), find('-sources.zip')];
  const [bytes, sourceBytes] = await Promise.all(
    [name, sources].map((file) => readFile(join(output, file))),
  );
  return { name, sources, bytes: bytes as Buffer, sourceBytes: sourceBytes as Buffer };
}
