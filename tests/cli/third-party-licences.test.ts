/** Which package a module is of, and the text of the licences. */
import { describe, expect, it } from 'vitest';
import { packageOf, writeLicences } from '../../src/cli/build/third-party-licences.ts';

describe('packageOf', () => {
  it.each([
    ['a package', '/home/me/app/node_modules/idb/build/index.js', 'idb'],
    [
      'a package with a scope',
      '/app/node_modules/@floating-ui/dom/dist/dom.mjs',
      '@floating-ui/dom',
    ],
    ['a package of a package', '/app/node_modules/a/node_modules/@b/c/index.js', '@b/c'],
    ['a path of Windows', 'C:\\app\\node_modules\\preact\\dist\\preact.js', 'preact'],
    ['a module with a query', '/app/node_modules/wxt/dist/virtual.mjs?wxt', 'wxt'],
    ["a helper of Rolldown's", '\0rolldown/runtime.js', 'rolldown'],
    ["a helper of Vite's", '\0vite/preload-helper.js', 'vite'],
  ])('knows %s', (_, id, name) => expect(packageOf(id)).toBe(name));

  it.each([
    ['a file of ours', '/app/src/core/text/span.ts'],
    ['a virtual module', '\0virtual:wxt-plugins'],
  ])('names none for %s', (_, id) => expect(packageOf(id)).toBeNull());
});

describe('writeLicences', () => {
  it('has name, version, licence, address and text of each package', () => {
    const [head, idb, mark, none] = writeLicences(['idb', 'mark.js']).split(/\n\n={80}\n\n/);
    expect(head).toContain('Newsgloss contains code of the packages below');
    expect(idb).toMatch(
      /^idb \d+\.\d+\.\d+\nLicence: ISC\nSource: https:\/\/github\.com\/jakearchibald\/idb\n\n.*Permission to use/s,
    );
    expect(mark).toMatch(
      /^mark\.js [\d.]+\nLicence: MIT\nSource: https:\/\/github\.com\/julmot\/mark\.js\n/,
    );
    expect(none).toBeUndefined();
  });

  it('takes the text from another package of the repository where one has none', () => {
    expect(writeLicences(['wxt'])).toMatch(
      /^wxt [\d.]+\nLicence: MIT\nSource: [^\n]+\n\nMIT License\n/m,
    );
  });

  it('leaves out the licences of what Vite itself contains', () => {
    expect(writeLicences(['vite'])).not.toContain('acorn');
  });

  it('fails where a package has no text', () => {
    expect(() => writeLicences(['puppeteer-core'])).toThrow(
      /comes without the text of its licence.*TEXT_OF/,
    );
  });
});
