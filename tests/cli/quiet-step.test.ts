/** What a person sees of a set-up, and what the log keeps. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MODULE = join(import.meta.dirname, '../../src/cli/set-up/quiet-step.mjs');

let folder = '';
const logFile = () => join(folder, 'deep/setup.log');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgloss-step-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Run a step in a process of its own, whose output is no terminal. */
function runStep(command: readonly string[]) {
  const script = `
    import { runStep, sayWhatFailed } from ${JSON.stringify(MODULE)};
    const ran = await runStep('Try it', ${JSON.stringify(command)}, {
      logFile: ${JSON.stringify(logFile())},
    });
    if (!ran.ok) sayWhatFailed(ran);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return { stdout, lines: stderr.trimEnd().split('\n') };
}

const printing = (code: string) => [process.execPath, '-e', code];

describe('a step', () => {
  it('is one line; what its command prints goes into the log', () => {
    const { stdout, lines } = runStep(printing('console.log("much"); console.error("more")'));
    expect(stdout).toBe('');
    expect(lines).toEqual([expect.stringMatching(/^Try it … [\d.]+ s$/)]);
    expect(readFileSync(logFile(), 'utf8')).toMatch(/^\n== .*\nmuch\nmore\n$/);
  });

  it('that fails shows what its command printed last, and names the log', () => {
    runStep(printing('console.log("of an earlier one")'));
    const { lines } = runStep(
      printing('for (let i = 1; i <= 50; i++) console.log(i); process.exitCode = 3'),
    );
    const shown = Array.from({ length: 39 }, (_, i) => String(i + 12));
    expect(lines).toEqual([
      expect.stringMatching(/^Try it … failed after [\d.]+ s$/),
      ...shown,
      `${process.execPath} ended with 3`,
      `All that was printed: ${logFile()}`,
    ]);
  });

  it('whose program is not there fails', () => {
    const { lines } = runStep(['newsgloss-no-such-program']);
    expect(lines.join('\n')).toContain('newsgloss-no-such-program spawn');
  });
});
