/**
 * The files for the stores: the same bytes wherever they are made. A reviewer makes them from the
 * sources zip, which holds what that takes, and no pictures but the icons.
 */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../src/cli/build/build-extension.ts';
import { zipNames } from '../src/cli/release/stores.ts';

const run = promisify(execFile);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/**
 * A day ahead of most of the world, a language in which the capital of i is not I, and a shell in which
 * other things are built for development.
 */
const ELSEWHERE = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  NODE_ENV: 'development',
};

/** In bytes; a third of it is the second glossary. */
const MOST_SOURCES = 1_700_000;

describe('the zips', () => {
  let folder = '';
  let first: ReadonlyMap<string, Buffer>;

  beforeAll(async () => {
    first = await readZips(ROOT);
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-sources-'));
    const sources = join(ROOT, '.output', zipNames(version).sources);
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
    expect(first.get(zipNames(version).sources)?.length).toBeLessThan(MOST_SOURCES);
  });

  // As docs/store/review-notes.md asks of a reviewer, except that the packages are here already.
  it('are made from the sources again, byte for byte, in another folder, time zone and language', async () => {
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const env = { ...process.env, ...ELSEWHERE };
    await run(npm, ['run', 'zip'], { cwd: folder, env, shell: process.platform === 'win32' });
    const second = await readZips(folder);
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [name, bytes] of second) expect(first.get(name)?.equals(bytes), name).toBe(true);
  });
});

/** The zips of the present version that lie in `.output` of a folder, by their names. */
async function readZips(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const zips = Object.values(zipNames(version)).map(
    async (name) => [name, await readFile(join(root, '.output', name))] as const,
  );
  return new Map(await Promise.all(zips));
}
