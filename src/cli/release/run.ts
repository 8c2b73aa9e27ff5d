/** Runs a program and takes what it prints. */
import { spawnSync } from 'node:child_process';
import { ROOT } from '../build/build-extension.ts';

/** What a program left. */
export interface Ran {
  /** Null: it could not be run, or was ended. */
  readonly code: number | null;
  /** Standard output, without the line end. */
  readonly printed: string;
  /** Both outputs. */
  readonly output: string;
}

/** More than any of our tools prints, in bytes. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** In the project's folder, unless another one is given. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.environment },
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    shell: process.platform === 'win32',
  });
  const output = error ? error.message : `${stdout}${stderr}`.trim();
  return { code: status, printed: (stdout ?? '').trimEnd(), output };
}
