/** Prints the versions of programs and fonts of this machine that tests depend on. */
import { spawnSync } from 'node:child_process';
import { availableParallelism, release, totalmem, type } from 'node:os';
import { findBrowser } from './browser/browsers.ts';
import type { BrowserKind } from './build/build-extension.ts';

const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;

const rows: readonly (readonly [string, string])[] = [
  ['system', `${type()} ${release()}, ${availableParallelism()} cores, ${memory}`],
  ['place', `${timeZone}, ${locale}`],
  ['Node', process.version],
  ['npm', ask('npm', ['--version']) ?? 'none'],
  ['Chromium', versionOf('chromium')],
  ['Firefox', versionOf('firefox')],
  ['fonts', listFonts()],
];
for (const [name, value] of rows) console.log(`${name.padEnd(9)} ${value}`);

function versionOf(kind: BrowserKind): string {
  const path = findBrowser(kind);
  if (path === null) return 'none';
  return `${ask(path, ['--version']) ?? 'tells no version'} (${path})`;
}

/**
 * The number of font families that fontconfig knows, and the ones it chooses; other systems have no
 * fontconfig.
 */
function listFonts(): string {
  const families = ask('fc-list', [':', 'family']);
  if (families === null) return 'those of the system (there is no fontconfig)';
  const count = new Set(families.split('\n').filter(Boolean)).size;
  const taken = ['sans-serif', 'serif', 'monospace', 'sans-serif:lang=ko'].map(
    (wanted) => `${wanted} ${ask('fc-match', ['-f', '%{family[0]}', wanted]) || 'none'}`,
  );
  return `${count} families: ${taken.join(', ')}`;
}

/** The standard output of a program; null if it cannot be run. */
function ask(program: string, args: readonly string[]): string | null {
  const shell = process.platform === 'win32';
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', shell });
  return status === 0 ? stdout.trim() : null;
}
