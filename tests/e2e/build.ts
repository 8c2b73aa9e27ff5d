/**
 * Before the end-to-end tests: builds the extension for both browsers, once, and packs it for
 * Firefox. No test may do so: the others would find it gone meanwhile.
 */
import { buildExtension, runTool } from '../../src/cli/build-extension.ts';

export default async function build(): Promise<void> {
  await buildExtension('chromium');
  await runTool('node_modules/wxt/bin/wxt.mjs', ['zip', '--browser', 'firefox']);
}
