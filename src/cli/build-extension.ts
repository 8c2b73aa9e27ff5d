/** Builds the extension, and knows where the built one stands. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserKind } from './browsers.ts';

/** The top folder of the project. */
export const ROOT = join(import.meta.dirname, '../..');

const TARGETS: Readonly<Record<BrowserKind, string>> = { chromium: 'chrome', firefox: 'firefox' };

/** The folder that holds the built extension for a browser. */
export function extensionFolder(kind: BrowserKind): string {
  return join(ROOT, '.output', `${TARGETS[kind]}-mv3`);
}

/**
 * Build the extension for a browser, for production.
 *
 * @returns Its folder.
 * @throws Error with all that the build printed, when it fails.
 */
export async function buildExtension(kind: BrowserKind): Promise<string> {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const args = [wxt, 'build', '--browser', TARGETS[kind]];
  // A test runner says `test`, and would get a build for developing, with this folder's path in it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`The build for ${kind} failed.\n${output}`);
  return extensionFolder(kind);
}
