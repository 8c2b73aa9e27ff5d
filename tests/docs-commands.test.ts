/** Every command that a document names is there, with the options that the document gives it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = ['*.md', 'docs/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: ROOT }));

const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** `npm test`, `npm run -s extract`, `npm run bench -- --quick`, up to the end of the code. */
const COMMAND = /\bnpm (?:run (?:-s |--silent )?([\w:]+)|(start|test)\b)([^`\n#|]*)/g;

interface Named {
  readonly script: string;
  /** `--quick`, `--only`, and the rest of what stands behind `--`. */
  readonly given: string;
}

function commandsIn(text: string): Named[] {
  const inRow = [...text.matchAll(/^\| `npm[^|]*\|[^|]*`-- (--[\w-]+[^`]*)`/gm)].map(
    ([row, given = '']) => ({ script: /npm run (?:-s )?([\w:]+)/.exec(row)?.[1] ?? '', given }),
  );
  const written = [...text.matchAll(COMMAND)].map(([, run, short, rest = '']) => ({
    script: run ?? short ?? '',
    given: / -- (.*)/.exec(rest)?.[1] ?? '',
  }));
  return [...written, ...inRow];
}

/** The source of a command: its file, and the files of its room. */
function sourceOf(script: string): string {
  const file = /src\/cli\/[\w-]+\.ts/.exec(scripts[script] ?? '')?.[0];
  if (file === undefined) return '';
  const room = file.replace(/\.ts$/, '');
  return [file, ...globSync(`${room}/*.ts`, { cwd: ROOT })].map(read).join('\n');
}

/** Whether a command reads an option: by the parser of Node, or by looking for it. */
function knows(source: string, option: string): boolean {
  const name = option.slice(2);
  return new RegExp(`['"]?${name}['"]?: \\{\\s*type:|['"]${option}['"]`).test(source);
}

describe('documents', () => {
  const all = DOCUMENTS.flatMap((document) => commandsIn(read(document)));

  it('name commands, some with options', () => {
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ given }) => given.includes('--')).length).toBeGreaterThan(5);
  });

  it.each(DOCUMENTS)('%s names only commands that are there', (document) => {
    const named = commandsIn(read(document)).map(({ script }) => script);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it.each(DOCUMENTS)('%s gives commands only options that they know', (document) => {
    const unknown = commandsIn(read(document)).flatMap(({ script, given }) =>
      (given.match(/(?<=^|[\s[])--[a-z][\w-]*/g) ?? [])
        // vitest has its own options, and its own help.
        .filter(() => script !== 'test')
        .filter((option) => !knows(sourceOf(script), option))
        .map((option) => `${script} ${option}`),
    );
    expect(unknown).toEqual([]);
  });

  it('README.md has every command of package.json', () => {
    const text = read('README.md');
    const commands = Object.keys(scripts).filter((script) => !/^pre(?=\w)/.test(script));
    const listed = commandsIn(text).map(({ script }) => script);
    expect(commands.filter((script) => !listed.includes(script))).toEqual([]);
  });

  it('name scripts of bash and node that are there', () => {
    const paths = DOCUMENTS.flatMap((document) =>
      [...read(document).matchAll(/\b(?:bash|node) (?!\/)([.\w/-]+\/[\w.-]+)/g)].map(
        ([, path = '']) => path,
      ),
    );
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('commands', () => {
  // The add-on linter is slow: `npm run release` runs the same checks on what it has built.
  it.each(Object.keys(scripts).filter((script) => !/^pre(?=\w)|^lint$/.test(script)))(
    '%s is run by a test',
    (script) => {
      const runs = ['tests/cli/documented', 'tests/e2e/commands', 'tests/zip'].map((file) =>
        read(`${file}.test.ts`),
      );
      const line = new RegExp(`npm (?:run (?:-s )?)?${script}(?![\\w:-])|\\['run', '${script}'\\]`);
      expect(runs.filter((source) => line.test(source))).not.toEqual([]);
    },
  );

  const own = Object.entries(scripts).filter(([, line]) => line.includes('src/cli/'));

  it.each(own)('%s runs files that are there', (_, line) => {
    const files = line.match(/src\/cli\/[\w-]+\.m?[tj]s/g) ?? [];
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it.each(Object.keys(scripts).filter((script) => !script.startsWith('pre') && script !== 'setup'))(
    '%s sets up what it needs first',
    (script) => expect(scripts[`pre${script}`]).toMatch(/^node src\/cli\/setup\.mjs/),
  );
});
