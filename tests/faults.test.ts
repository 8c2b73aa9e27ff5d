/** docs/faults.md names the tests of each fault: it may not name one that is gone. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8');
/** Each fault or threat in bold, with the lines below it. */
const faults = [...text.matchAll(/^- \*\*(.+)\*\*\n((?: {2}- .+\n)*)/gm)].map(
  ([, name = '', lines = '']) => [name, lines] as const,
);

describe('the list of faults', () => {
  it('is read as a whole', () => {
    expect(faults.length).toBeGreaterThan(20);
    expect(faults.map(([name]) => name)).toHaveLength(text.match(/^- /gm)?.length ?? 0);
    expect(text.match(/^\|/gm)).toBeNull();
  });

  it.each(faults)('has a test for: %s', (_, lines) => {
    const named = [...lines.matchAll(/^ {2}- `(tests\/[\w/.-]+)`((?:(?: |; )“[^”]+”)+)$/gm)];
    if (!lines.includes('`npm run soak`')) expect(named).not.toEqual([]);
    const others = /^ {2}- (?:`tests\/|`npm run soak`$|Limits: )/;
    expect(lines.split('\n').filter((line) => line !== '' && !others.test(line))).toEqual([]);
    expect(named).toHaveLength(lines.match(/^ {2}- `tests\//gm)?.length ?? 0);
    for (const [, file = '', titles = ''] of named) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      const code = readFileSync(join(ROOT, file), 'utf8');
      for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g)) {
        expect(code.includes(title), `${file} has no test “${title}”`).toBe(true);
      }
    }
  });
});
