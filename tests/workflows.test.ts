/** Hosted runs: actions are pinned, rights are the least, and keys are where they are used. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEYS } from '../src/cli/release/stores.ts';

const ROOT = join(import.meta.dirname, '..');
const FILES = globSync('.github/workflows/*.yml', { cwd: ROOT });

describe.each(FILES)('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');

  it('pins each action by its commit, and says of which version that is', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used)
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read the code and do no more', () => {
    expect(text.match(/^ *permissions:\n(?: +.+\n)+/gm)).toEqual([
      'permissions:\n  contents: read\n',
    ]);
    expect(text).not.toContain('pull_request_target');
    const checkouts = text.match(/uses: actions\/checkout@/g)?.length;
    expect(text.match(/persist-credentials: false/g)?.length).toBe(checkouts);
  });

  it('puts nothing that others write into a command', () => {
    const commands = text.match(/run: .*/g) ?? [];
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });
});

describe('.github/workflows/release.yml', () => {
  const text = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');

  it('gives keys to the one step that sends, and all that it asks for', () => {
    const step = text.split(/\n {6}- /).filter((part) => part.includes('secrets.'));
    expect(step).toHaveLength(1);
    expect(step[0]).toMatch(/^if: github\.event_name == 'push'\n {8}run: npm run release\n/);
    const given = [...(step[0] ?? '').matchAll(/^ +([A-Z_]+): \$\{\{ secrets\.\1 \}\}$/gm)];
    expect(given.map(([, name]) => name)).toEqual([...KEYS.chrome, ...KEYS.firefox]);
  });
});
