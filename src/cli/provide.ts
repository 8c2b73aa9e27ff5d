/**
 * Sees to what tests and demo need from outside the project: browsers and a Korean font.
 *
 *     node src/cli/provide.ts [chromium] [firefox] [korean-font]
 *
 * What is missing is installed where that is possible (root on Debian or Ubuntu). Else it is named
 * with the command that installs it, and the exit code is 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type BrowserKind, findBrowser } from './browsers.ts';

type Need = BrowserKind | 'korean-font';

/** How a system installs packages, and what it calls the needed ones. */
interface Installer {
  readonly command: readonly string[];
  readonly packages: Readonly<Record<Need, readonly string[]>>;
}

const NAMES: Readonly<Record<Need, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  'korean-font': 'a font with Korean letters',
};

const KOREAN_FONT = ['fonts-noto-cjk', 'fontconfig'];

const APT: Installer = {
  command: ['apt-get', 'install', '--yes', '--no-install-recommends'],
  packages: isUbuntu()
    ? { chromium: ['chromium-browser'], firefox: ['firefox'], 'korean-font': KOREAN_FONT }
    : { chromium: ['chromium'], firefox: ['firefox-esr'], 'korean-font': KOREAN_FONT },
};

const HOMEBREW: Installer = {
  command: ['brew', 'install', '--cask'],
  packages: { chromium: ['chromium'], firefox: ['firefox'], 'korean-font': [] },
};

const WINGET: Installer = {
  command: ['winget', 'install'],
  packages: { chromium: ['Hibbiki.Chromium'], firefox: ['Mozilla.Firefox'], 'korean-font': [] },
};

const needs = process.argv.slice(2).map(readNeed);
provide(needs.filter((need) => !isThere(need)));

function provide(missing: readonly Need[]): void {
  if (missing.length === 0) return;
  const installer = findInstaller();
  const names = missing.map((need) => NAMES[need]).join(', ');
  const packages = missing.flatMap((need) => installer?.packages[need] ?? []);
  const command = [...(installer?.command ?? []), ...packages].join(' ');
  if (installer !== APT || process.getuid?.() !== 0) {
    fail(
      `Missing: ${names}. ${installer ? adviseTo(command) : 'Install with your system’s packages.'}`,
    );
  }
  console.error(`Installing ${names} …\n  ${command}`);
  run(['apt-get', 'update']);
  run([...installer.command, ...packages]);
  const still = missing.filter((need) => !isThere(need));
  if (still.length > 0) {
    fail(`Still missing after “${command}”: ${still.map((need) => NAMES[need]).join(', ')}.`);
  }
}

function adviseTo(command: string): string {
  const prefix = findInstaller() === APT ? 'sudo ' : '';
  return (
    `Install with:\n\n    ${prefix}${command}\n\n` +
    'NEWSGLOSS_CHROMIUM and NEWSGLOSS_FIREFOX name a browser that stands elsewhere. ' +
    'Branded Chrome will not do: it loads no extension from the command line.'
  );
}

function readNeed(text: string): Need {
  if (text in NAMES) return text as Need;
  return fail(`provide.ts does not know “${text}”, but ${Object.keys(NAMES).join(', ')}.`);
}

function isThere(need: Need): boolean {
  return need === 'korean-font' ? hasKoreanFont() : findBrowser(need) !== null;
}

/** macOS and Windows bring Korean fonts along; elsewhere fontconfig knows. */
function hasKoreanFont(): boolean {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  return (stdout ?? '').trim() !== '';
}

function findInstaller(): Installer | null {
  if (process.platform === 'darwin') return HOMEBREW;
  if (process.platform === 'win32') return WINGET;
  return existsSync('/usr/bin/apt-get') ? APT : null;
}

function isUbuntu(): boolean {
  try {
    return /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function run([command = '', ...args]: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(command, args, {
    stdio: ['inherit', process.stderr, process.stderr],
    env,
  });
  if (error || status !== 0) fail(`${command} failed${error ? `: ${error.message}` : ''}.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
