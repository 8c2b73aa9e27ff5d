/** The rooms of docs/house.md and their doors: who may import whom, and what no room may hold. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** A room as docs/house.md has it. */
interface Room {
  readonly name: string;
  /** Rooms (a folder stands for the rooms below it), packages (sub-paths count as the package). */
  readonly mayImport: readonly string[];
  /** What it may import types of: nothing of them is left in a build. */
  readonly mayImportTypes: readonly string[];
}

const ROOMS = readRooms(readText('docs/house.md'));

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

/** A file with more lines has more than one job. */
const MOST_LINES = 250;

interface Import {
  /** The room or the package. */
  readonly from: string;
  /** The file, if it is one of ours. */
  readonly file: string | null;
  readonly typeOnly: boolean;
  readonly text: string;
}

const files = globSync('{src,entrypoints}/**/*.{ts,tsx,mjs}', { cwd: ROOT }).map(toSlashes).sort();

describe('the house', () => {
  it('has rooms with files in them, and no file outside', () => {
    expect(ROOMS.length).toBeGreaterThan(30);
    for (const { name } of ROOMS) {
      expect(
        files.filter((file) => roomOf(file) === name),
        name,
      ).not.toEqual([]);
    }
    const outside = files.filter((file) => roomOf(file) === undefined);
    expect(outside).toEqual(['src/core/globals.d.ts']);
  });

  it('keeps to its doors', () => {
    const wrong = files.flatMap((file) => {
      const room = ROOMS.find(({ name }) => name === roomOf(file));
      return importsOf(file)
        .filter(({ from, typeOnly }) => {
          const allowed = [
            ...(room?.mayImport ?? []),
            ...(typeOnly ? (room?.mayImportTypes ?? []) : []),
          ];
          return from !== room?.name && !allowed.some((it) => isIn(from, it));
        })
        .map(({ text }) => `${file}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it('opens no door that nobody goes through', () => {
    const unused = ROOMS.flatMap(({ name, mayImport, mayImportTypes }) => {
      const taken = files.filter((file) => roomOf(file) === name).flatMap(importsOf);
      return [...mayImport, ...mayImportTypes]
        .filter((door) => !taken.some(({ from }) => isIn(from, door)))
        .map((door) => `${name} → ${door}`);
    });
    expect(unused).toEqual([]);
  });

  it.each([
    ['room', roomsAbove],
    ['file', filesAbove],
  ])('has no %s that imports itself by way of others', (_, next) => {
    expect(findCircle(next)).toEqual([]);
  });

  it('takes isProbablyReaderable alone from readability into the page', () => {
    const taken = files
      .filter((file) => file.startsWith('src/page/'))
      .flatMap(importsOf)
      .filter(({ from }) => from === '@mozilla/readability');
    for (const { text } of taken) {
      expect(text.replace(/\s+/g, ' ')).toMatch(
        /^import (?:type )?(?:\{ isProbablyReaderable \}|isProbablyReaderable) from/,
      );
    }
  });

  it(`holds no file over ${MOST_LINES} lines`, () => {
    const long = files.filter((file) => readText(file).split('\n').length - 1 > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('has one door to the network', () => {
    const asks = /(?<![.\w])fetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/;
    const others = /^(?:src\/cli|tests)\//;
    expect(files.filter((file) => !others.test(file) && asks.test(codeOf(file)))).toEqual([
      // From the extension's own package.
      'src/extension/library/bundled.ts',
      'src/extension/network/fetch-pack.ts',
    ]);
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
    const core = files.filter((file) => file.startsWith('src/core/'));
    expect(core.filter((file) => outside.test(withoutStrings(codeOf(file))))).toEqual([]);
  });
});

describe('imports are read from text', () => {
  it.each([
    ['src/core/text/x.ts', "import { browser } from 'wxt/browser';", ['wxt']],
    [
      'src/page/card/x.ts',
      "import type { A } from '../../extension/tabs/badge.ts';",
      ['src/extension/tabs'],
    ],
    [
      'src/ui/popup/x.tsx',
      "import {\n  useState,\n} from 'preact/hooks';\nimport '../../page/card/card.ts';",
      ['preact', 'src/page/card'],
    ],
    ['src/cli/x.ts', "const a = await import('node:fs');", ['node']],
    ['src/core/text/x.ts', "export { a } from './y.ts';", ['src/core/text']],
    ['src/ui/shared/x.ts', "import { i18n } from '#i18n';", ['#i18n']],
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
    file: fileOf(file, still ?? lazy ?? ''),
    typeOnly: type !== undefined,
    text: whole.trim(),
  }));
}

/** The room or the package that an import leads to. */
function targetOf(file: string, specifier: string): string {
  const path = fileOf(file, specifier);
  if (path !== null) return roomOf(path) ?? (path.startsWith('assets/') ? 'assets' : path);
  if (specifier.startsWith('node:')) return 'node';
  const [scope = '', name] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function fileOf(file: string, specifier: string): string | null {
  return specifier.startsWith('.') ? toSlashes(normalize(join(dirname(file), specifier))) : null;
}

/** The innermost room of a file; commands alone lie beside rooms. */
function roomOf(file: string): string | undefined {
  const folder = dirname(file);
  const rooms = ROOMS.filter(({ name }) => isIn(folder, name)).map(({ name }) => name);
  const room = rooms.sort((a, b) => b.length - a.length)[0];
  return room === 'src/cli' && folder !== room ? undefined : room;
}

/** Whether a room is the other one, or lies below it. */
function isIn(room: string, other: string): boolean {
  return room === other || room.startsWith(`${other}/`);
}

/** Rows of the tables: the room, what may stand in it, what it may import. */
function readRooms(markdown: string): Room[] {
  return [...markdown.matchAll(/^\| `([^`]+)` +\|[^|]+\|([^|]*)\|$/gm)].map(
    ([, name = '', doors = '']) => {
      const all = [...doors.matchAll(/`([^`]+)`( \(types\))?/g)];
      const doorsWhere = (isTypes: boolean) =>
        all.filter((door) => (door[2] !== undefined) === isTypes).map(([, door = '']) => door);
      return { name, mayImport: doorsWhere(false), mayImportTypes: doorsWhere(true) };
    },
  );
}

function roomsAbove(): Map<string, Set<string>> {
  const above = new Map<string, Set<string>>();
  for (const [file, imported] of filesAbove()) {
    const room = roomOf(file) ?? '';
    const rooms = above.get(room) ?? new Set();
    above.set(room, rooms);
    for (const each of imported) {
      const other = roomOf(each) ?? '';
      if (other !== room) rooms.add(other);
    }
  }
  return above;
}

function filesAbove(): Map<string, Set<string>> {
  return new Map(
    files.map((file) => [file, new Set(importsOf(file).flatMap(({ file }) => file ?? []))]),
  );
}

/** The first circle that is found, its first member again at the end; empty where there is none. */
function findCircle(next: () => ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const graph = next();
  const done = new Set<string>();
  const search = (at: string, way: readonly string[]): string[] => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return [];
    done.add(at);
    for (const other of graph.get(at) ?? []) {
      const circle = search(other, [...way, at]);
      if (circle.length > 0) return circle;
    }
    return [];
  };
  for (const start of graph.keys()) {
    const circle = search(start, []);
    if (circle.length > 0) return circle;
  }
  return [];
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
