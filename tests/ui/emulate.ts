/** How the reader's system shows colours. */
import { cdp } from 'vitest/browser';

const SCHEMES = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [{ name: 'forced-colors', value: 'active' }],
} as const;

export type Scheme = keyof typeof SCHEMES;

/** Show colours so from now on; null goes back to the usual. */
export async function emulateScheme(scheme: Scheme | null): Promise<void> {
  const features = scheme ? SCHEMES[scheme].map((feature) => ({ ...feature })) : [];
  await cdp().send('Emulation.setEmulatedMedia', { features });
}
