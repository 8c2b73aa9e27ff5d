/** The rooms of the house and their doors: who may import whom, and what no room may hold. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** What each folder may import, by folder or package; sub-paths of a package count as the package. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/core': ['valibot'],
  'src/page': ['src/core', 'mark.js', '@floating-ui/dom', '@mozilla/readability'],
  'src/extension': ['src/core', 'wxt', 'idb', 'valibot', 'assets'],
  'src/ui': ['src/core', 'src/extension', 'preact', 'mark.js', '@wxt-dev/i18n', '#i18n'],
  'src/cli': [
    'src/core',
    'node',
    'puppeteer-core',
    'linkedom',
    '@mozilla/readability',
    '@valibot/to-json-schema',
    // The one place that names the optional data beside the project.
    'tests/reference-data.ts',
  ],
  entrypoints: [
    'src/core',
    'src/page',
    'src/extension',
    'src/ui',
    'assets',
    'wxt',
    'preact',
    '@wxt-dev/i18n',
    '#i18n',
    '@mozilla/readability',
  ],
};

/** Types alone may cross here: nothing of it is left in a build. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = {
  'src/cli': ['src/extension'],
};

const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'unsafe HTML',
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
  ],
  ['type any', /(?::|\bas|<|\||,)\s*any\b(?!['"])/],
  [
    'enum or namespace, which Node cannot run as they stand',
    /^\s*(?:export\s+)?(?:const\s+)?(?:enum|namespace)\s/m,
  ],
  ['webextension-polyfill but through wxt/browser', /['"]webextension-polyfill['"]/],
];

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  readonly text: string;
}

const files = globSync('{src,entrypoints}/**/*.{ts,tsx,mjs}', { cwd: ROOT }).map(toSlashes).sort();

describe('the house', () => {
  it('has rooms with files in them', () => {
    for (const room of Object.keys(MAY_IMPORT)) {
      expect(
        files.filter((file) => roomOf(file) === room),
        room,
      ).not.toEqual([]);
    }
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it('keeps to its doors', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file) ?? '';
      return importsOf(file)
        .filter(({ from, typeOnly }) => {
          const types = typeOnly ? (MAY_IMPORT_TYPES[room] ?? []) : [];
          return from !== room && ![...(MAY_IMPORT[room] ?? []), ...types].includes(from);
        })
        .map(({ text }) => `${file}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it('takes isProbablyReaderable alone from readability into the page', () => {
    const taken = files
      .filter((file) => roomOf(file) === 'src/page')
      .flatMap(importsOf)
      .filter(({ from }) => from === '@mozilla/readability');
    for (const { text } of taken) {
      expect(text.replace(/\s+/g, ' ')).toMatch(
        /^import (?:type )?(?:\{ isProbablyReaderable \}|isProbablyReaderable) from/,
      );
    }
  });

  it.each(FORBIDDEN)('holds no %s', (_, pattern) => {
    expect(files.filter((file) => pattern.test(codeOf(file)))).toEqual([]);
  });

  it('holds no TODO without a date', () => {
    const undated = /\b(?:TODO|FIXME)\b(?!\s*\(?\d{4}-\d{2}-\d{2})/;
    expect(files.filter((file) => undated.test(readText(file)))).toEqual([]);
  });

  it('holds no barrels', () => expect(files.filter((file) => isBarrel(codeOf(file)))).toEqual([]));

  it('has a ground floor that has never heard of a browser', () => {
    const outside = /\b(?:document|window|browser|chrome|globalThis|process)\s*(?:\.|\?\.|\()/;
    const core = files.filter((file) => roomOf(file) === 'src/core');
    expect(core.filter((file) => outside.test(withoutStrings(codeOf(file))))).toEqual([]);
  });
});

describe('imports are read from text', () => {
  it.each([
    ['src/core/x.ts', "import { browser } from 'wxt/browser';", ['wxt']],
    ['src/page/x.ts', "import type { A } from '../extension/messages.ts';", ['src/extension']],
    [
      'src/ui/x.tsx',
      "import {\n  useState,\n} from 'preact/hooks';\nimport '../page/card.ts';",
      ['preact', 'src/page'],
    ],
    ['src/cli/x.ts', "const a = await import('node:fs');", ['node']],
    ['src/core/x.ts', "export { a } from './y.ts';", ['src/core']],
    ['src/ui/x.ts', "import { i18n } from '#i18n';", ['#i18n']],
  ])('%s: %s', (file, text, expected) => {
    expect(readImports(file, text).map(({ from }) => from)).toEqual(expected);
  });
});

function importsOf(file: string): Import[] {
  return readImports(file, readText(file));
}

function readImports(file: string, text: string): Import[] {
  const pattern =
    /(?<=^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[^'";=]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/g;
  return [...withoutComments(text).matchAll(pattern)].map(([whole, type, still, lazy]) => ({
    from: targetOf(file, still ?? lazy ?? ''),
    typeOnly: type !== undefined,
    text: whole.trim(),
  }));
}

/** The room or the package that an import leads to. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const path = toSlashes(normalize(join(dirname(file), specifier)));
    return roomOf(path) ?? (path.startsWith('assets/') ? 'assets' : path);
  }
  if (specifier.startsWith('node:')) return 'node';
  const [scope = '', name] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function roomOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((room) => file.startsWith(`${room}/`));
}

function isBarrel(code: string): boolean {
  const statements = code.split(';').map((it) => it.trim());
  const kept = statements.filter((it) => it !== '' && !/^export\s[^=]*\sfrom\s/.test(it));
  return statements.some((it) => it !== '') && kept.length === 0;
}

function codeOf(file: string): string {
  return withoutComments(readText(file));
}

function withoutStrings(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function toSlashes(path: string): string {
  return path.replaceAll(sep, '/');
}
