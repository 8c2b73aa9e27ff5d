/**
 * Provides what tests and the demo need from outside the project: browsers and a Korean font.
 *
 *     node src/cli/set-up/provide.ts [chromium] [firefox] [korean-font]
 *
 * Installs what is missing if possible (as root on Debian or Ubuntu). Otherwise prints the command
 * that installs it, and exits with 1. With a question mark (`korean-font?`) a need is optional: the
 * command does not fail without it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from '../browser/browsers.ts';
import type { BrowserKind } from '../build/build-extension.ts';
import { hasKoreanFont } from './korean-font.ts';
import { runStep, say, sayWhatFailed } from './quiet-step.mjs';

type Need = BrowserKind | 'korean-font';

/** The system's command to install packages, and its names for the needed ones. */
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

const UPDATE = ['apt-get', 'update'];

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
const missing = needs.filter(({ need }) => !isThere(need));
const problem = missing.length > 0 ? await install(missing.map(({ need }) => need)) : null;
if (problem !== null) {
  say(problem);
  if (missing.some(({ need, isWish }) => !isWish && !isThere(need))) process.exit(1);
}

/** @returns What went wrong, with the remedy; null if everything is installed. */
async function install(missing: readonly Need[]): Promise<string | null> {
  const installer = findInstaller();
  const names = namesOf(missing);
  const packages = missing.flatMap((need) => installer?.packages[need] ?? []);
  const command = [...(installer?.command ?? []), ...packages];
  const advice = installer ? adviseTo(command.join(' ')) : 'Install with your system’s packages.';
  if (installer !== APT || process.getuid?.() !== 0) return `Missing: ${names}. ${advice}`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  // If the lists cannot be read, those already there may be enough, so go on.
  await runStep('Read what packages there are (apt-get update)', UPDATE, { env });
  say(`To be installed for ${names}: the packages ${packages.join(', ')}${sizeOf(command)}.`);
  const installed = await runStep('Install them (apt-get install)', command, { env });
  if (!installed.ok) {
    sayWhatFailed(installed);
    return `Missing: ${names}. ${advice}`;
  }
  const still = missing.filter((need) => !isThere(need));
  if (still.length === 0) return null;
  return `Still missing after “${command.join(' ')}”: ${namesOf(still)}.`;
}

/** The sizes that apt-get announces to fetch and to use; empty if its output cannot be parsed. */
function sizeOf([program = '', ...args]: readonly string[]): string {
  const asked = ['--assume-no', ...args.filter((arg) => arg !== '--yes')];
  const env = { ...process.env, LC_ALL: 'C' };
  const { stdout } = spawnSync(program, asked, { encoding: 'utf8', env });
  const fetched = /Need to get (?:[\d.,]+ \w+\/)?([\d.,]+ \w+) of archives/.exec(stdout ?? '')?.[1];
  const filled = /After this operation, ([\d.,]+ \w+) of additional/.exec(stdout ?? '')?.[1];
  const parts = [fetched && `${fetched} to fetch`, filled && `${filled} on disk`].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function namesOf(needs: readonly Need[]): string {
  return needs.map((need) => NAMES[need]).join(', ');
}

function adviseTo(command: string): string {
  const prefix = findInstaller() === APT ? 'sudo ' : '';
  return (
    `Install with:\n\n    ${prefix}${command}\n\n` +
    'NEWSGLOSS_CHROMIUM and NEWSGLOSS_FIREFOX name a browser that stands elsewhere. ' +
    'Branded Chrome will not do: it loads no extension from the command line.'
  );
}

function readNeed(text: string): { readonly need: Need; readonly isWish: boolean } {
  const name = text.replace(/\?$/, '');
  if (name in NAMES) return { need: name as Need, isWish: name !== text };
  say(`provide.ts does not know “${text}”, but ${Object.keys(NAMES).join(', ')}.`);
  process.exit(1);
}

function isThere(need: Need): boolean {
  return need === 'korean-font' ? hasKoreanFont() : findBrowser(need) !== null;
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
    // Some systems lack the file.
    return false;
  }
}
