/** The built extension names every package of which it contains something, with its licence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder, ROOT } from '../src/cli/build/build-extension.ts';
import { LICENCES_FILE } from '../src/cli/build/third-party-licences.ts';
import { listAll, listContents } from '../src/cli/release/contents.ts';

const document = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
const documented = [...document.matchAll(/^\| `([^`]+)` /gm)].map(([, name = '']) => name);

describe.each(['chromium', 'firefox'] as const)('the licences in what was built for %s', (kind) => {
  const text = readFileSync(join(extensionFolder(kind), LICENCES_FILE), 'utf8');
  const parts = text.split(/\n\n={80}\n\n/).slice(1);
  const names = parts.map((part) => part.split(' ')[0] ?? '');

  it('are of packages that the list of contents for a release has', () => {
    const { code, printed, output } = listAll();
    expect(code, output).toBe(0);
    expect(listContents(printed, text)).toMatchObject({ count: names.length, missing: [] });
  });

  it('are of the packages that docs/dependencies.md names', () => {
    expect(names).toEqual([...documented].sort());
  });

  it.each(parts.map((part, index) => [names[index] ?? '', part] as const))(
    'of %s are there as text',
    (_, part) => {
      expect(part).toMatch(/^\S+ \d+\.\d+\.\d+\nLicence: [\w.-]+\nSource: https:\/\/\S+\n\n/);
      expect(part).toMatch(/without warrant|"as is"|disclaims? all warrant|warranties/i);
    },
  );
});
