/** A build step that writes the licences of all packages of which something is in the build. */
import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './build-extension.ts';

/** The file in the built extension. */
export const LICENCES_FILE = 'THIRD-PARTY-LICENCES.txt';

/** Modules that a bundler makes itself, and the package whose code they hold. */
const MADE_BY: readonly (readonly [start: string, name: string])[] = [
  ['\0rolldown/', 'rolldown'],
  ['\0vite/', 'vite'],
];

/** Packages that come without the text of their licence: a package of the same repository has it. */
const TEXT_OF: Readonly<Record<string, string>> = {
  wxt: '@wxt-dev/webextension-polyfill',
  '@wxt-dev/browser': '@wxt-dev/webextension-polyfill',
  '@wxt-dev/i18n': '@wxt-dev/webextension-polyfill',
};

/** What is known of a package; the fields of its package.json that are used here. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository?: string | { readonly url: string };
}

/** The part of the bundler's output that is used here. */
interface Output {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

/**
 * Make the plugin that notes packages while bundles are built, and the hook that writes the file
 * after the last one. Workers are bundled apart, and need the plugin as well.
 *
 * @throws Error during the build if a package has no text of its licence.
 */
export function thirdPartyLicences() {
  const names = new Set<string>();
  const plugin = {
    name: 'third-party-licences',
    generateBundle(_: unknown, bundle: Readonly<Record<string, Output>>) {
      for (const { modules = {} } of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const name = renderedLength > 0 ? packageOf(id) : null;
          if (name !== null) names.add(name);
        }
      }
    },
  };
  const write = (folder: string) =>
    writeFile(join(folder, LICENCES_FILE), writeLicences([...names].sort()));
  return { plugin, write };
}

/** The package of a module by the module's id; null if it is ours. */
export function packageOf(id: string): string | null {
  const maker = MADE_BY.find(([start]) => id.startsWith(start));
  if (maker) return maker[1];
  const path = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
  if (path === id.replaceAll('\\', '/')) return null;
  return /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

/**
 * The text of the file.
 *
 * @param names - Packages of node_modules.
 * @throws Error naming a package without the text of its licence.
 */
export function writeLicences(names: readonly string[]): string {
  const head = [
    'Newsgloss contains code of the packages below, as their authors published it or changed while',
    'Newsgloss is built (wxt.config.ts and src/cli/build, in its sources, show the changes).',
  ].join('\n');
  return [head, ...names.map(writeLicence)].join(`\n\n${'='.repeat(80)}\n\n`);
}

function writeLicence(name: string): string {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  const { version, license, repository }: Package = JSON.parse(readFileSync(file, 'utf8'));
  const address = typeof repository === 'string' ? repository : (repository?.url ?? '');
  return [`${name} ${version}`, `Licence: ${license}`, `Source: ${webAddress(address)}`, '']
    .concat(readText(name).trim())
    .join('\n');
}

function readText(name: string): string {
  const folder = join(ROOT, 'node_modules', TEXT_OF[name] ?? name);
  const [file] = globSync('{LICENSE,LICENCE,COPYING}*', { cwd: folder }).sort();
  if (file === undefined) {
    throw new Error(
      `${name} comes without the text of its licence. Find a package of the same repository that ` +
        'has it, and name it in src/cli/build/third-party-licences.ts (TEXT_OF).',
    );
  }
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  // Vite appends the licences of what its own program contains, none of which is in our build.
  return text.split(/^# Licenses of bundled dependencies$/m)[0] ?? text;
}

/** `git+https://github.com/a/b.git` and `a/b` as an address to read. */
function webAddress(repository: string): string {
  const path = repository.replace(/^(?:git\+)?(?:git|https):\/\//, '').replace(/\.git$/, '');
  return `https://${/^[\w.-]+\.\w+\//.test(path) ? path : `github.com/${path}`}`;
}
