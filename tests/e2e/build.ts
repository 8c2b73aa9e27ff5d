/** Before the end-to-end tests: builds the extension for both browsers, once. */
import { buildExtension } from '../../src/cli/build-extension.ts';

export default async function build(): Promise<void> {
  await buildExtension('chromium');
  await buildExtension('firefox');
}
