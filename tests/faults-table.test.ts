/** docs/faults.md names the test of each fault: it may not name one that is gone. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const table = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8');
const rows = table.split('\n').filter((line) => /^\| (?!fault |threat |---)/.test(line));

describe('the table of faults', () => {
  it('has rows', () => expect(rows.length).toBeGreaterThan(20));

  it.each(rows.map((row) => [row.split('|')[1]?.trim() ?? '', row] as const))(
    'has a test for: %s',
    (_, row) => {
      const named = [...row.matchAll(/`(tests\/[\w/.-]+)`((?:(?: |; )“[^”]+”)+)/g)];
      if (!row.includes('npm run soak')) expect(named).not.toEqual([]);
      for (const [, file = '', titles = ''] of named) {
        expect(existsSync(join(ROOT, file)), file).toBe(true);
        const code = readFileSync(join(ROOT, file), 'utf8');
        for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g)) {
          expect(code.includes(title), `${file} has no test “${title}”`).toBe(true);
        }
      }
    },
  );
});
