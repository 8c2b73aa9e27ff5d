/** What an administrator lays down holds, is shown as such, and cannot be changed. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPainted } from '../../src/cli/browser/painted.ts';
import type { BrowserKind } from '../../src/cli/build/build-extension.ts';
import { extensionFolder } from '../../src/cli/build/build-extension.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { type FaultyServer, json, startFaultyServer } from './faulty-server.ts';
import { BROWSERS, type Harness, launch } from './harness.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, textsOf } from './paint.ts';
import { openPopup } from './popup.ts';
import { expectSaid, openSettings } from './settings-page.ts';

const BODY = '<p>The Span Bridge Authority and USFK met in Seoul.</p>';
const policyWith = (address: string) => ({
  settings: { style: 'solid', sitesListed: ['news.example'] },
  sitesBarred: ['localhost'],
  glossaries: [makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'bridges')],
  glossaryAddresses: [address, 'http://unencrypted.example/x.json'],
});
const QUAYS = { ...makeGlossary({ quay: { long: ['Quay Board'] } }, 'quays'), title: 'Quays' };

/** By this, what the tests have laid down is known from an administrator's own. */
const FOR_TESTS = 'A policy of the tests of Newsgloss';
const CHROMIUM_FILE = '/etc/chromium/policies/managed/newsgloss-test.json';
const FIREFOX_FILE = join(homedir(), '.mozilla/managed-storage/newsgloss@newsgloss.json');

describe.each(BROWSERS)('a policy in %s', (kind) => {
  let harness: Harness;
  let undo: (() => Promise<void>) | null = null;
  let server: FaultyServer;
  beforeAll(async () => {
    server = await startFaultyServer();
    undo = await layDown(kind, policyWith(server.put('/quays.json', json(QUAYS))));
    if (undo) harness = await launch(kind);
  });
  afterAll(async () => {
    await harness?.close();
    await undo?.();
    await server?.close();
  });

  it('fetches glossaries, which are shown as what they are', async ({ skip }) => {
    if (!undo) skip('No policy can be laid down here: that takes an administrator.');
    const page = await harness.visit(newsPage({ body: '<p>The Quay Board met in Seoul.</p>' }));
    await expectPainted(page, ['Quay Board']);
    const settings = await openSettings(harness);
    await expectSaid(settings, /Quays\s+1 entry · version 1\.0\.0 · from your administrator/);
    await expectSaid(settings, /From http:\/\/127\.0\.0\.1:\d+\/quays\.json · checked on/);
    expect(await settings.$('.subscription input, .glossary .remove')).toBeNull();
    expect(server.asked.map(({ path }) => path)).toEqual(['/quays.json']);
    await settings.close();
    await page.close();
  });

  it('fixes settings, bars sites and brings glossaries', async ({ skip }) => {
    if (!undo) skip('No policy can be laid down here: that takes an administrator.');
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPainted(page, ['Span Bridge Authority', 'USFK']);
    expect((await readPainted(page)).map(({ by }) => by)).toEqual([
      'newsgloss-solid',
      'newsgloss-solid',
    ]);
    const barred = harness.put('/barred', newsPage({ body: BODY }));
    const other = await harness.visit(barred.replace('127.0.0.1', 'localhost'));
    // The popup says so once it has heard from the page.
    const popup = await openPopup(harness, other);
    await expectSaid(popup, 'Your administrator has blocked Newsgloss on this site');
    expect(await textsOf(other)).toEqual([]);
    await popup.close().catch(() => undefined);
    await page.close();
    await other.close();
  });

  it('is shown as what it is, and cannot be changed', async ({ skip }) => {
    if (!undo) skip('No policy can be laid down here: that takes an administrator.');
    // The glossary that is fetched comes last.
    const page = await harness.visit(newsPage({ body: '<p>The Quay Board met in Seoul.</p>' }));
    await expectPainted(page, ['Quay Board']);
    const settings = await openSettings(harness);
    await expectSaid(settings, /Style\s*Set by your administrator/);
    await expectSaid(
      settings,
      /Only read these sites\s*Set by your administrator\s+With all their subdomains\s+news\.example/,
    );
    await expectSaid(settings, /Blocked by your administrator\s+localhost/);
    await expectSaid(settings, /1 entry · version 1\.0\.0 · from your administrator/);
    const states = await settings.evaluate(() => ({
      fixed: [...document.querySelectorAll<HTMLFieldSetElement>('fieldset.radios:disabled')].map(
        (it) => it.querySelector('legend')?.firstChild?.textContent,
      ),
      switches: [...document.querySelectorAll<HTMLButtonElement>('.glossary .switch')].map(
        (it) => it.disabled,
      ),
      removable: document.querySelectorAll('#sites .link, .glossary .remove').length,
    }));
    expect(states).toEqual({
      fixed: ['Style'],
      switches: [false, false, true, true],
      removable: 0,
    });
    await settings.close();
    await page.close();
  });
});

/**
 * The id that Chromium gives an unpacked extension: the first half of the SHA-256 of its folder's
 * path, its hexadecimal digits written from a to p (`GenerateIdForPath` in Chromium's
 * components/crx_file/id_util.cc; on Windows the path is in UTF-16 there).
 */
function idOf(folder: string): string {
  const encoding = process.platform === 'win32' ? 'utf16le' : 'utf8';
  const digest = createHash('sha256').update(folder, encoding).digest('hex').slice(0, 32);
  return digest.replaceAll(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
}

/** @returns What takes the policy away again; null where nobody may lay one down. */
async function layDown(
  kind: BrowserKind,
  policy: ReturnType<typeof policyWith>,
): Promise<(() => Promise<void>) | null> {
  const file = kind === 'chromium' ? CHROMIUM_FILE : FIREFOX_FILE;
  const content =
    kind === 'chromium'
      ? {
          description: FOR_TESTS,
          '3rdparty': { extensions: { [idOf(extensionFolder('chromium'))]: policy } },
        }
      : {
          name: 'newsgloss@newsgloss',
          description: FOR_TESTS,
          type: 'storage',
          data: policy,
        };
  // What a run that was stopped has left is no policy of an administrator.
  const found = await readFile(file, 'utf8').catch(() => null);
  const before = found?.includes(FOR_TESTS) ? null : found;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(content));
  } catch {
    return null;
  }
  return () => (before === null ? rm(file, { force: true }) : writeFile(file, before));
}
