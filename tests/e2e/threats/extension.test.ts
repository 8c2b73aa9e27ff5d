/** Who can reach the extension from outside, and what that brings: nothing but what a page needs. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { findTab } from '../../../src/cli/browser/drive.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { badgeOf } from '../inside.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted, expectSoon } from '../paint.ts';
import { openPopup, textOf } from '../popup.ts';
import { type RendererWorld, runInRenderer } from '../renderer.ts';
import { addArticle } from '../review.ts';
import { expectSaid } from '../settings-page.ts';
import { chooseInMenu } from '../summon.ts';

declare const chrome: RendererWorld;

const BODY = '<p>In Seoul the EDSCG met.</p>';

describe.each(BROWSERS)('from outside, in %s', (kind) => {
  const harness = useHarness(kind);

  async function visit(body = BODY): Promise<Page> {
    const page = await harness.visit(newsPage({ body }));
    await expectPainted(page, ['EDSCG']);
    return page;
  }

  it('one page cannot take badge and popup from the others', async () => {
    const frames = '<iframe srcdoc="<p>Nothing stands here."></iframe>'.repeat(4);
    const page = await visit(`${BODY}${frames}`);
    await runInRenderer(harness.inside, page.url(), async () => {
      // Stored as they are, those of five frames are more than the session has room for.
      const terms = Array.from({ length: 600 }, (_, i) => {
        const long = `${i} ${'and so on '.repeat(190)}`;
        return { ref: null, name: `T${i}`, long, count: 1, reason: { kind: 'own', long } };
      });
      const summary = { state: 'read', terms, since: performance.timeOrigin, over: 0 };
      await chrome.runtime.sendMessage({ name: 'report', args: [summary] });
    });
    const other = await visit();
    await expectSoon(() => badgeOf(harness.inside, other.url()), '1');
    const popup = await openPopup(harness, other);
    await expectSoon(() => textOf(popup, 'h2'), '1 term on this page');
    await popup.close().catch(() => undefined);
    const crowded = await openPopup(harness, page);
    await expectSoon(
      async () => /more terms are not listed/.test(await textOf(crowded, 'main')),
      true,
    );
    await crowded.close().catch(() => undefined);
    harness.leave(page);
    harness.leave(other);
  });

  it('a selection that is to be added is in no address', async () => {
    const page = await visit();
    await chooseInMenu(harness, page, { menuItemId: 'add', selectionText: ' Lantern\n Point ' });
    const settings = await findTab(harness, 'the settings', (it) =>
      it.startsWith(`${harness.home}options.html`),
    );
    await settings.waitForSelector('[name=term]');
    expect(await settings.$eval('[name=term]', (it) => (it as HTMLInputElement).value)).toBe(
      'Lantern Point',
    );
    expect(await settings.evaluate(() => decodeURIComponent(location.href))).not.toContain(
      'Lantern',
    );
    await settings.close();
    harness.leave(page);
  });

  it('a page cannot say that its article stands elsewhere', async () => {
    const head =
      '<meta property="og:site_name" content="The Quay Times">' +
      '<meta property="og:url" content="https://quay-times.example/pilots">';
    const body =
      '<p>The Coastal Lookout Council (CLC) is a consulting body designed to watch the straits between the islands of Ostrand and Velm.</p>' +
      '<p>The third meeting of the CLC is scheduled for June and will be led by the harbour masters, who have not met since early March.</p>';
    const page = await harness.visit(newsPage({ body, head }));
    const review = await addArticle(harness, page);
    await expectSaid(review, /127\.0\.0\.1[\s\S]*The Quay Times[\s\S]*quay-times\.example/);
    const stored = await review.evaluate(async () => {
      const opening = indexedDB.open('newsgloss-reviews');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const asking = opening.result.transaction('heads').objectStore('heads').getAll();
      await new Promise((resolve) => asking.addEventListener('success', resolve));
      opening.result.close();
      return asking.result.map(({ source }) => source.url);
    });
    expect(stored).toContain(page.url());
    expect(stored).not.toContain('https://quay-times.example/pilots');
    await review.close();
    harness.leave(page);
  });

  it('a page can neither open nor frame a page of the extension', async () => {
    const own = ['options.html#add=x', 'popup.html', 'review.html', 'welcome.html'];
    const frames = own.map((path) => `<iframe src="${harness.home}${path}"></iframe>`);
    const page = await visit(`${BODY}${frames.join('')}`);
    for (const frame of page.frames().slice(1)) {
      const address = await frame.evaluate(() => location.href).catch(() => '');
      expect(address).not.toContain(harness.home);
    }
    await page
      .evaluate((address) => {
        open(address);
        location.href = address;
      }, `${harness.home}options.html#add=x`)
      .catch(() => undefined);
    // What opens later is there later.
    harness.leave(await visit());
    for (const each of await harness.browser.pages()) {
      const address = await each.evaluate(() => location.href).catch(() => '');
      expect(address).not.toContain('options.html');
    }
    await page.close();
  });

  it('another extension is neither answered nor connected', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'newsgloss-other-'));
    await writeOther(folder, harness.id, harness.origin);
    const id = await harness.browser.installExtension(folder);
    await expectSoon(
      () => harness.requests.filter((path) => path.startsWith('/told/')),
      ['/told/refused refused refused closed'],
    );
    await harness.browser.uninstallExtension(id);
    await rm(folder, { recursive: true });
  });
});

/** An extension that asks ours for all that it can think of, and tells the test's site what came of it. */
async function writeOther(folder: string, target: string, origin: string): Promise<void> {
  const manifest = {
    manifest_version: 3,
    name: 'Another extension',
    version: '1.0',
    background: { service_worker: 'other.js', scripts: ['other.js'] },
    host_permissions: ['http://*/*'],
    content_security_policy: { extension_pages: "script-src 'self'" },
    browser_specific_settings: {
      gecko: { id: 'other@other', data_collection_permissions: { required: ['none'] } },
    },
  };
  const code = `(async () => {
    const messages = [
      { name: 'explain', args: ['korea-us-alliance/ncg'] },
      { name: 'listFaults', args: [] },
      { name: 'setKnown', args: ['korea-us-alliance/ncg', true] },
    ];
    const answers = messages.map((message) =>
      chrome.runtime.sendMessage('${target}', message).then((answer) => String(answer), () => 'refused'));
    const port = chrome.runtime.connect('${target}');
    const end = new Promise((resolve) => {
      port.onDisconnect.addListener(() => resolve('closed'));
      port.onMessage.addListener(() => resolve('heard'));
    });
    const all = await Promise.all([...answers, end]);
    await fetch('${origin}/told/' + encodeURIComponent(all.join(' ')), { mode: 'no-cors' });
  })();`;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'other.js'), code);
}
