/** Builds the zips from the sources zip as a reviewer does: in another folder, with nothing of ours. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../build/build-extension.ts';
import { type Check, toCheck } from './checks.ts';
import { run } from './run.ts';
import { zipNames } from './stores.ts';

/** Another day than most of the world has, and a language in which the capital of i is not I. */
const ELSEWHERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

/** What is checked, as the table calls it. */
export const FROM_SOURCES = 'the same from the sources';

/**
 * Unpack the sources zip in a new folder and run `npm run zip` there, which installs its packages
 * itself. Each zip must have the same bytes as ours.
 */
export function checkElsewhere(version: string): Check {
  const names = Object.values(zipNames(version));
  const folder = mkdtempSync(join(tmpdir(), 'newsgloss-elsewhere-'));
  try {
    const sources = join(ROOT, '.output', zipNames(version).sources);
    const unpacked = run('unzip', ['-q', sources, '-d', folder]);
    if (unpacked.code !== 0) return toCheck(FROM_SOURCES, [`not unpacked: ${unpacked.output}`], '');
    const built = run('npm', ['run', 'zip'], { cwd: folder, environment: ELSEWHERE });
    if (built.code !== 0)
      return toCheck(FROM_SOURCES, [`not built: ${built.output.slice(-400)}`], '');
    const others = names.filter((name) => hashOf(folder, name) !== hashOf(ROOT, name));
    const faults = others.map((name) => `${name} has other bytes`);
    return toCheck(
      FROM_SOURCES,
      faults,
      `${names.length} zips, in ${ELSEWHERE.TZ} and ${ELSEWHERE.LANG}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first 12 digits of the SHA-256 of a zip; empty if there is none. */
export function hashOf(folder: string, name: string): string {
  try {
    const bytes = readFileSync(join(folder, '.output', name));
    return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  } catch {
    // There is no such file.
    return '';
  }
}
