/** What must hold before a version goes to the stores, and what to do when one refuses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkAudit,
  checkChangelog,
  checkTests,
  checkTree,
  checkVersion,
  formatChecks,
} from '../../src/cli/release/checks.ts';
import { listContents } from '../../src/cli/release/contents.ts';
import { findPictureFault, listPictures } from '../../src/cli/release/pictures.ts';
import { adviceFor, KEYS, missingKeys, submitArguments } from '../../src/cli/release/stores.ts';

const HEAD = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);

describe('checkVersion', () => {
  it.each([
    ['a new one', '1.2.3', '1.2.3', null, true, '1.2.3'],
    ['one whose tag is here', '1.2.3', '1.2.3', HEAD, true, '1.2.3'],
    ['one whose tag is elsewhere', '1.2.3', '1.2.3', OTHER, false, /raise the version/],
    ['one that the lock file lacks', '1.2.3', '1.2.2', null, false, /npm install/],
    ['one that a store cannot read', '1.2.3-rc1', '1.2.3-rc1', null, false, /not three numbers/],
    ['one with a zero in front', '1.02.3', '1.02.3', null, false, /not three numbers/],
  ])('judges %s', (_, version, locked, tagged, ok, found) => {
    const check = checkVersion(version, locked, tagged, HEAD);
    expect(check.verdict).toBe(ok ? 'holds' : 'fails');
    expect(check.found).toMatch(found);
  });
});

describe('checkChangelog', () => {
  const top = '# Changelog\n\n';
  it.each([
    [
      'a version with its lines',
      '## 1.1.0\n\n- New.\n- Mended.\n\n## 1.0.0\n\n- First.\n',
      true,
      '2 lines for 1.1.0',
    ],
    ['an empty “Unreleased”', '## 1.1.0\n\n- New.\n\n## Unreleased\n', true, '1 lines'],
    [
      'lines for a later one',
      '## Unreleased\n\n- Soon.\n\n## 1.1.0\n\n- New.\n',
      false,
      /1 lines under “Unreleased”.*not on top/,
    ],
    ['no heading', '## 1.0.0\n\n- First.\n', false, /no “## 1\.1\.0”/],
    [
      'a heading without lines',
      '## 1.1.0\n\n## 1.0.0\n\n- First.\n',
      false,
      /no “## 1\.1\.0” with a line/,
    ],
    ['a version further down', '## 2.0.0\n\n- Later.\n\n## 1.1.0\n\n- New.\n', false, /not on top/],
  ])('judges %s', (_, text, ok, found) => {
    const check = checkChangelog(top + text, '1.1.0');
    expect(check.verdict).toBe(ok ? 'holds' : 'fails');
    expect(check.found).toMatch(found);
  });
});

describe('checkTree', () => {
  it('holds where nothing is uncommitted', () => expect(checkTree('').verdict).toBe('holds'));
  it('names some of what is not committed', () => {
    expect(checkTree(' M README.md\n?? a\n?? b\n?? c')).toMatchObject({
      verdict: 'fails',
      found: '4 files not committed, such as README.md, a, b',
    });
  });
  it('says where there is no git to ask', () => {
    expect(checkTree(null)).toMatchObject({ verdict: 'unchecked', found: /from a clone/ });
  });
});

describe('checkTests', () => {
  const tally = (commit: string, counts: string) =>
    `Of commit ${commit}\nSkipped, 2: no data\n${counts}\n`;
  it.each([
    [
      'a clean run of this commit',
      tally(HEAD, '900 passed, 0 failed, 2 skipped'),
      'holds',
      /^900 passed/,
    ],
    [
      'one of another commit',
      tally(OTHER, '900 passed, 0 failed, 2 skipped'),
      'unchecked',
      /was of bbbbbbb: run bash/,
    ],
    [
      'one of a changed tree',
      tally(`${HEAD}, changed`, '900 passed, 0 failed, 0 skipped'),
      'unchecked',
      /changed tree/,
    ],
    [
      'one with a failure',
      tally(HEAD, '899 passed, 1 failed, 2 skipped'),
      'fails',
      '899 passed, 1 failed',
    ],
    ['one in which nothing ran', tally(HEAD, '0 passed, 0 failed, 0 skipped'), 'fails', '0 passed'],
    ['one of no known commit', '9 passed, 0 failed, 0 skipped\n', 'unchecked', /no commit/],
    ['one that says nothing', '', 'fails', /has no end/],
    ['none', null, 'unchecked', /no run is known/],
  ])('judges %s', (_, text, verdict, found) => {
    const check = checkTests(text, HEAD);
    expect(check.verdict).toBe(verdict);
    expect(check.found).toMatch(found);
  });
});

describe('checkAudit', () => {
  it.each([
    ['none', JSON.stringify({ metadata: { vulnerabilities: { total: 0 } } }), 'holds', 'none'],
    [
      'some',
      JSON.stringify({ metadata: { vulnerabilities: { total: 2 } } }),
      'fails',
      /^2: see npm audit/,
    ],
    [
      'a registry that has no such service',
      JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example' }),
      'unchecked',
      /could not be asked for \(405 Method Not Allowed.*\): release from where npm audit/,
    ],
    ['no answer', '', 'unchecked', /says nothing/],
  ])('judges %s', (_, answer, verdict, found) => {
    const check = checkAudit(answer);
    expect(check.verdict).toBe(verdict);
    expect(check.found).toMatch(found);
  });
});

describe('listContents', () => {
  const component = (name: string, version: string, ...properties: readonly string[]) => ({
    'bom-ref': `${name}@${version}`,
    name,
    version,
    properties: properties.map((each) => ({ name: each, value: 'true' })),
  });
  const sbom = JSON.stringify({
    components: [
      component('yaml', '2.9.1'),
      component('wxt', '0.21.4', 'cdx:npm:package:development'),
      component('vitest', '5.1.1', 'cdx:npm:package:development'),
    ],
    dependencies: [
      { ref: 'newsgloss@1.0.0', dependsOn: ['yaml@2.9.1', 'vitest@5.1.1'] },
      { ref: 'vitest@5.1.1', dependsOn: [] },
      { ref: 'wxt@0.21.4', dependsOn: ['vitest@5.1.1'] },
    ],
  });

  it('has what is in the extension, whatever it is for otherwise, and nothing else', () => {
    const licences = 'Head.\n\nyaml 2.9.1\nLicence: ISC\n\nwxt 0.21.4\nLicence: MIT\n';
    const { text, count, missing } = listContents(sbom, licences);
    expect([count, missing]).toEqual([2, []]);
    expect(JSON.parse(text)).toEqual({
      components: [component('yaml', '2.9.1'), component('wxt', '0.21.4')],
      dependencies: [
        { ref: 'newsgloss@1.0.0', dependsOn: ['yaml@2.9.1'] },
        { ref: 'wxt@0.21.4', dependsOn: [] },
      ],
    });
  });

  it('names what is in the extension and not in the list', () => {
    expect(listContents(sbom, 'idb 8.0.4\nLicence: ISC\n').missing).toEqual(['idb@8.0.4']);
  });
});

describe('formatChecks', () => {
  const holds = { what: 'version', found: '1.2.3', verdict: 'holds' } as const;

  it('says of each whether it holds, and counts those that do not', () => {
    const fails = { what: 'lint', found: '1 error\nin a file', verdict: 'fails' } as const;
    const unchecked = { what: 'tests', found: 'no run', verdict: 'unchecked' } as const;
    expect(formatChecks([holds, fails, unchecked])).toBe(
      [
        '✓ version  1.2.3',
        '✗ lint     1 error',
        '           in a file',
        '? tests    no run',
        '1 of 3 do not hold, 1 of 3 could not be checked.',
      ].join('\n'),
    );
    expect(formatChecks([holds, unchecked])).toMatch(/\n1 of 2 could not be checked\.$/);
    expect(formatChecks([holds])).toMatch(/\nAll holds\.$/);
  });
});

describe('pictures for the stores', () => {
  const icon = readFileSync(join(import.meta.dirname, '../../docs/images/card-light.png'));

  it('are those of the table, in each language', () => {
    const document =
      '| file | size |\n| --- | --- |\n| `card` | 1280×800 | Caption |\n| `tile` | 440×280 | |\n';
    expect(listPictures(document).map(({ file, width }) => `${file} ${width}`)).toEqual([
      'card-en.png 1280',
      'card-ko.png 1280',
      'tile-en.png 440',
      'tile-ko.png 440',
    ]);
  });

  it.each([
    ['one as it should be', 1280, icon, null],
    ['one of another size', 640, icon, 'x.png is 1280×800, not 640×800'],
    ['one that is missing', 1280, null, 'x.png is missing'],
    ['one that is none', 1280, Buffer.from('<svg/>'), 'x.png is no PNG'],
  ])('judge %s', (_, width, bytes, fault) => {
    expect(findPictureFault({ file: 'x.png', width, height: 800 }, bytes)).toBe(fault);
  });

  it('may not be transparent', () => {
    const transparent = Buffer.from(icon.subarray(0, 26));
    transparent[25] = 6;
    const wanted = { file: 'x.png', width: 1280, height: 800 };
    expect(findPictureFault(wanted, transparent)).toMatch(/transparency/);
  });
});

describe('a submission', () => {
  it('takes its keys from the environment, and says which are missing', () => {
    const environment = { FIREFOX_JWT_ISSUER: 'x', FIREFOX_JWT_SECRET: '' };
    expect(missingKeys(['firefox'], environment)).toEqual(['FIREFOX_JWT_SECRET']);
    expect(missingKeys(['chrome', 'firefox'], environment)).toHaveLength(KEYS.chrome.length + 1);
  });

  it('names the files of the version and no key', () => {
    expect(submitArguments('firefox', '1.2.3').join(' ')).toBe(
      'submit --firefox-extension-id newsgloss@newsgloss --firefox-zip .output/newsgloss-1.2.3-firefox.zip --firefox-sources-zip .output/newsgloss-1.2.3-sources.zip',
    );
    expect(submitArguments('chrome', '1.2.3').join(' ')).not.toMatch(/key|secret|token/);
  });

  it.each([
    ['a version that is there', 'Version 1.2.3 already exists.', /Raise it in package\.json/],
    ['a key that has run out', 'Request failed with status 401', /Make a new one/],
    ['a review that is pending', 'ITEM_NOT_UPDATABLE: pending review', /Wait for its end/],
    ['haste', 'Request was throttled (429)', /in an hour/],
    ['a dead line', 'TypeError: fetch failed', /could not be reached/],
    ['anything else', 'Manifest is odd', /Read what it says above/],
  ])('that is refused for %s says what to do', (_, output, advice) => {
    expect(adviceFor('chrome', output)).toMatch(advice);
    expect(adviceFor('chrome', output)).toContain('npm run release -- --only chrome');
  });
});
