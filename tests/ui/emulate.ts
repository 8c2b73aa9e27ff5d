/** How the reader's system shows colours, and with what it points. */
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';

const SCHEMES = {
  light: { 'prefers-color-scheme': 'light' },
  dark: { 'prefers-color-scheme': 'dark' },
  forced: { 'forced-colors': 'active' },
  'forced, dark': { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
} as const;

export type Scheme = keyof typeof SCHEMES;

/** Check what is shown in one scheme after the other. Nothing fades: colours are final at once. */
export async function inSchemes(
  schemes: readonly Scheme[],
  check: (scheme: Scheme) => Promise<void>,
): Promise<void> {
  try {
    for (const scheme of schemes) {
      await emulateMedia({ ...SCHEMES[scheme], 'prefers-reduced-motion': 'reduce' });
      expect(matchMedia('(forced-colors: active)').matches).toBe(scheme.startsWith('forced'));
      expect(matchMedia('(prefers-color-scheme: dark)').matches).toBe(scheme.endsWith('dark'));
      await check(scheme);
    }
  } finally {
    await emulateMedia({});
  }
}

/** Point with a finger from now on, or with a mouse again. */
export async function emulateTouch(enabled: boolean): Promise<void> {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled });
}

async function emulateMedia(features: Readonly<Record<string, string>>): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}
