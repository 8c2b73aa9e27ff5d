/** How large what was built is: within the limits of src/cli/build/bundle-sizes.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder } from '../src/cli/build/build-extension.ts';
import { measureSizes } from '../src/cli/build/bundle-sizes.ts';

describe.each(['chromium', 'firefox'] as const)('the size of what was built for %s', (kind) => {
  const folder = extensionFolder(kind);
  const sizes = measureSizes(folder);

  it.each(sizes)('of $what is at most $most KB', ({ what, kb, most }) => {
    console.log(`${what}: ${kb.toFixed(2)} of ${most} KB`);
    expect(kb).toBeLessThanOrEqual(most);
  });

  it('is measured of each part, of what every frame runs, of what comes later, and of all', () => {
    const measured = sizes.map(({ what }) => what);
    expect(measured).toEqual(
      expect.arrayContaining([
        ...['scout.js', 'background.js', 'options.html', 'what every frame runs'],
        ...['the largest part that comes later', 'all together'],
      ]),
    );
    for (const { kb } of sizes) expect(kb).toBeGreaterThan(0.1);
  });

  it('is in every frame that of two scripts, without a style sheet', () => {
    const { content_scripts } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const everywhere = content_scripts.flatMap(({ js, css = [] }: Parts) => [...js, ...css]);
    expect(everywhere).toEqual(['ear.js', 'scout.js']);
  });
});

/** What a manifest has run in pages. */
interface Parts {
  readonly js: readonly string[];
  readonly css?: readonly string[];
}
