/** Builds the extension, and knows its folders. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A browser that the extension is built for. */
export type BrowserKind = 'chromium' | 'firefox';

/** The root folder of the project. */
export const ROOT = join(import.meta.dirname, '../../..');

const TARGETS: Readonly<Record<BrowserKind, string>> = { chromium: 'chrome', firefox: 'firefox' };

/** The folder of the built extension for a browser. */
export function extensionFolder(kind: BrowserKind): string {
  return join(ROOT, '.output', `${TARGETS[kind]}-mv3`);
}

/**
 * Build the extension for a browser, for production.
 *
 * @returns Its folder.
 * @throws Error with the output of the build if it fails.
 */
export async function buildExtension(kind: BrowserKind): Promise<string> {
  await runTool('node_modules/wxt/bin/wxt.mjs', ['build', '--browser', TARGETS[kind]]);
  return extensionFolder(kind);
}

/**
 * Run a build tool in the project's folder, for production.
 *
 * @param script - Its path from there.
 * @throws Error with its output if it fails.
 */
export async function runTool(script: string, args: readonly string[]): Promise<void> {
  // A test runner sets NODE_ENV to `test`, which would give another build than a reader's.
  const { code, output } = await runScript(script, args, { NODE_ENV: 'production' });
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} failed.\n${output}`);
}

/** How a program has ended, and all that it printed. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Run a script of Node in the project's folder.
 *
 * @param script - Its path from there.
 * @param env - Variables that it gets besides ours.
 */
export function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
}
