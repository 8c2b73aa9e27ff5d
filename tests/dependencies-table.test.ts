/** docs/dependencies.md names every package that gets into the build, and why it is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface PackageFile {
  readonly license?: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const packageFile = (folder: string): PackageFile => JSON.parse(read(`${folder}package.json`));

const [asked = '', brought = ''] = read('docs/dependencies.md')
  .split('\n## ')
  .filter((part) => /^(?:Asked for|Brought along)/.test(part));

/** The rows of a part: name, licence, and the other cells. */
const rowsOf = (part: string) =>
  [...part.matchAll(/^\| `([^`]+)` +\| ([\w.-]+) +\| (.+?) +\|$/gm)].map(
    ([, name = '', licence = '', rest = '']) => ({ name, licence, cells: rest.split(/ +\| +/) }),
  );

describe('docs/dependencies.md', () => {
  const rows = [...rowsOf(asked), ...rowsOf(brought)];

  it('lists the dependencies of package.json, and no other', () => {
    const { dependencies = {} } = packageFile('');
    expect(rowsOf(asked).map(({ name }) => name)).toEqual(Object.keys(dependencies).sort());
  });

  it.each(rows)(
    'has the licence of $name, a reason and who keeps it',
    ({ name, licence, cells }) => {
      expect(licence).toBe(packageFile(`node_modules/${name}/`).license);
      for (const cell of cells) expect(cell).toMatch(/\S/);
      expect(cells[0]).toMatch(/\w+ \w+ \w+/);
    },
  );

  it('pins each to one version', () => {
    const { dependencies = {} } = packageFile('');
    const loose = Object.entries(dependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
