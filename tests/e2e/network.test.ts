/**
 * The extension makes no request, whatever it is made to do: but for a glossary by address, to that
 * address alone.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { findWorker } from '../../src/cli/browser/drive.ts';
import { hoverOver } from '../../src/cli/browser/painted.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { hoverUntilCard, waitForCard } from './card.ts';
import { BROWSERS, type Harness, useHarness } from './harness.ts';
import { evaluateInFirefox, store } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { openPopup } from './popup.ts';
import { expectSaid, fill, openSettings, press, pressImport } from './settings-page.ts';

const PAINTED = ['EDSCG', 'NCG', 'USFK'];

describe.each(BROWSERS)('the network in %s', (kind) => {
  const harness = useHarness(kind);

  it('is asked for nothing by the extension, from reading to the popup', async () => {
    const requests = await watchRequests(harness);
    const before = harness.requests.length;
    const page = await harness.visit(
      newsPage({ body: '<p>In Seoul the EDSCG met, and so did the NCG with USFK.</p>' }),
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await expectPainted(page, PAINTED);
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Korea JoongAng Daily/);
    const popup = await openPopup(harness, page);
    await expectSoon(() => popup.$$eval('.term', (terms) => terms.length), 3);
    await popup.close().catch(() => undefined);
    await store(harness.inside, { settings: { version: 1, style: 'marker' } });
    await expectPainted(page, PAINTED);

    expect(asked.filter((url) => /^http/.test(url))).toEqual([page.url()]);
    const { pathname } = new URL(page.url());
    expect(harness.requests.slice(before)).toEqual([pathname, pathname]);
    expect(await requests()).toEqual([]);

    // And it would have been seen, had there been one.
    await harness.inside.evaluate(
      (url) => fetch(url).catch(() => {}),
      `${harness.origin}/from-a-page-of-ours`,
    );
    await wakeAndFetch(harness, `${harness.origin}/from-the-background`);
    const seen = harness.requests.slice(before + 2);
    expect(seen).toContain('/from-a-page-of-ours');
    await expectSoon(async () => (await requests()).length > 0, true);
    harness.leave(page);
  });

  it('is asked for a glossary by its address, and for nothing else', async () => {
    const glossary = makeGlossary({ quay: { long: ['Quay Board'] } }, 'quays');
    const address = harness.put('/quays.json', {
      body: JSON.stringify({ ...glossary, home: `${harness.origin}/home` }),
      type: 'application/json',
    });
    const requests = await watchRequests(harness);
    const settings = await openSettings(harness);
    await fill(settings, 'Address of a glossary', address);
    await press(settings, 'Fetch');
    await pressImport(settings);
    await press(settings, `Check now: ${glossary.title}`);
    await expectSaid(settings, 'Nothing new.');
    const page = await harness.visit(newsPage({ body: '<p>In Seoul the Quay Board met.</p>' }));
    await expectPainted(page, ['Quay Board']);
    // The page may be read anew, with the glossary that has just come.
    await hoverUntilCard(page, 'Quay Board', /It is in this test/);
    expect(await requests()).toEqual([address, address]);
    const { pathname } = new URL(page.url());
    expect(harness.requests.slice(-3)).toEqual(['/quays.json', '/quays.json', pathname]);
    harness.leave(page);
    await settings.close();
  });
});

/** Firefox lets no driver into the background; there the request of its own page must do. */
async function wakeAndFetch(harness: Harness, url: string): Promise<void> {
  if (harness.kind === 'firefox') return;
  const worker = await findWorker(harness);
  await worker.evaluate(
    (address) =>
      fetch(address).then(
        () => {},
        () => {},
      ),
    url,
  );
}

/** Begin to watch the extension's own requests; what it has asked for so far comes back. */
async function watchRequests(harness: Harness): Promise<() => Promise<string[]>> {
  return harness.kind === 'firefox' ? watchInFirefox(harness) : watchWorker(harness);
}

/** The background's; those of content scripts are among the page's. */
async function watchWorker(harness: Harness): Promise<() => Promise<string[]>> {
  const { client } = await findWorker(harness);
  onTestFinished(() => client.send('Network.disable'));
  const seen: string[] = [];
  client.on('Network.requestWillBeSent', ({ request }) => {
    // Its own files, such as the icon of the button, come from its folder.
    if (!request.url.startsWith(harness.home)) seen.push(request.url);
  });
  await client.send('Network.enable');
  return async () => seen;
}

/** All of them: of background, own pages and content scripts. */
async function watchInFirefox(harness: Harness): Promise<() => Promise<string[]>> {
  await evaluateInFirefox(
    harness,
    `(() => {
      globalThis.newsglossRequests = [];
      globalThis.newsglossObserver = { observe(subject) {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
        const { triggeringPrincipal } = loadInfo;
        if (triggeringPrincipal?.isAddonOrExpandedAddonPrincipal) newsglossRequests.push(URI.spec);
      } };
      Services.obs.addObserver(newsglossObserver, 'http-on-opening-request');
    })()`,
  );
  const end = `Services.obs.removeObserver(newsglossObserver, 'http-on-opening-request')`;
  onTestFinished(async () => void (await evaluateInFirefox(harness, end)));
  return async () =>
    JSON.parse(await evaluateInFirefox(harness, 'JSON.stringify(newsglossRequests)'));
}
