/**
 * Faults: "text rewritten under a mention (ticker)", "infinite feed; SPA navigation; bfcache;
 * prerender" and "a page that mutates on each mutation". How soon new text is painted is measured
 * by the bench; here nothing is timed.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { hoverOver } from '../../../src/cli/browser/painted.ts';
import { pause } from '../../../src/cli/browser/until.ts';
import { waitForCard } from '../card.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { badgeOf, holdBackground } from '../inside.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectAt, expectLeftAlone, expectPainted, expectSoon, goBack } from '../paint.ts';
import { expectSaid, fill, openSettings, press } from '../settings-page.ts';
import { choose, STYLES } from './fault-page.ts';

/** How a page writes the text of its ticker. */
const WRITES = [
  'by the data of its node',
  'by textContent',
  'by a new node',
  'by a piece in front of it',
] as const;
type Write = (typeof WRITES)[number];

/** How long what a page asks for is held back; it has left before, even on a loaded machine. */
const HELD_MS = 2_000;
/** How soon a page asks about a text that is new to it. */
const ASKING_MS = 300;

describe.each(BROWSERS)('pages that change in %s', (kind) => {
  const harness = useHarness(kind);

  describe.each(STYLES)('painted %s', (style) => {
    it('a ticker, however it is written, says its own in every frame', async () => {
      await choose(harness.inside, style);
      // A line of its own for each: one that has changed often is read less often.
      const tickers = WRITES.map(() => '<p class="ticker">Go.</p>').join('');
      const page = await harness.visit(newsPage({ body: ALLIANCE + tickers }));
      await expectPainted(page, IN_ALLIANCE);
      // Each does all of a frame in one go, so none is seen half written by another.
      const found = await Promise.all(WRITES.map((how, i) => page.evaluate(tick, how, i)));
      for (const [i, { wrong, painted }] of found.entries()) {
        expect(wrong, WRITES[i]).toEqual([]);
        expect(painted, `frames in which one written ${WRITES[i]} was painted`).toBeGreaterThan(0);
      }
      await expectPainted(page, [...IN_ALLIANCE, ...WRITES.flatMap(() => ['NATO', 'USFK'])]);
      harness.leave(page);
    });

    it('an endless feed is painted once each, and what has left it is forgotten', async () => {
      await choose(harness.inside, style);
      const page = await harness.visit(newsPage({ body: `${ALLIANCE}<div id="feed"></div>` }));
      await expectPainted(page, IN_ALLIANCE);
      await page.evaluate(feed, 200, 50);
      await expectPainted(page, [...IN_ALLIANCE, ...Array<string>(50).fill('EDSCG')]);
      expect(await page.$$eval('#feed p', (all) => all.map((it) => it.textContent))).toEqual(
        Array.from({ length: 50 }, (_, i) => `Item ${150 + i} of the EDSCG.`),
      );
      harness.leave(page);
    });
  });

  it('a page that goes to and fro within itself is painted anew each time', async () => {
    const page = await harness.visit(ROUTED);
    await expectPainted(page, ['EDSCG']);
    for (const [step, wanted] of ROUTE) {
      await page.evaluate(step);
      await expectPainted(page, wanted);
    }
    harness.leave(page);
  });

  it('a page kept while another was shown is painted once, counts and opens cards', async () => {
    const watch = `<script>addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.kept = persisted;
    })</script>`;
    // What must not be stored is not kept either.
    const headers = { 'cache-control': 'no-cache' };
    const body = newsPage({ body: ALLIANCE + watch });
    const address = harness.put('/kept', { body, headers });
    const page = await harness.visit(address);
    await expectPainted(page, IN_ALLIANCE);
    await page.goto(harness.put('/between', newsPage({ body: '<p>Seoul asked the EDSCG.</p>' })));
    await expectPainted(page, ['EDSCG']);
    await expectSoon(() => badgeOf(harness.inside, page.url()), '1');
    await goBack(page, address);
    await expectPainted(page, IN_ALLIANCE);
    expect(await page.evaluate(() => document.documentElement.dataset.kept)).toBe('true');
    await expectSoon(() => badgeOf(harness.inside, address), '3');
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence/);
    await page.close();
  });

  // Firefox drops an answer that comes while the page that asked is kept.
  it('a page kept while the background was to answer it is read on, and opens cards', async () => {
    const headers = { 'cache-control': 'no-cache' };
    const body = newsPage({ body: `${ALLIANCE}<p id="late"></p>` });
    const address = harness.put('/unanswered', { body, headers });
    const page = await harness.visit(address);
    await expectPainted(page, IN_ALLIANCE);
    const isFree = holdBackground(harness, HELD_MS);
    await page.$eval('#late', (it) => it.append('NATO answered.'));
    // Nothing tells from outside that the page has asked.
    await pause(ASKING_MS);
    await page.goto(harness.put('/meanwhile', newsPage({ body: '<p>In Seoul USFK.</p>' })));
    await isFree;
    // The page that asked later has its answer.
    await expectPainted(page, ['USFK']);
    await goBack(page, address);
    await expectPainted(page, [...IN_ALLIANCE, 'NATO']);
    await hoverOver(page, 'NATO');
    await waitForCard(page, /North Atlantic/);
    await page.close();
  });

  // Highlights change nothing that a page could see: only elements can be fought.
  it('a page that goes on and on fighting is given up, and the badge says so', async () => {
    await choose(harness.inside, 'marker');
    const page = await harness.visit(
      newsPage({ body: `${ALLIANCE}<div id="fight"><p>NATO asked.</p></div>` }),
    );
    await expectSoon(() => badgeOf(harness.inside, page.url()), '4');
    await page.evaluate(fightOn);
    await expect.poll(() => badgeOf(harness.inside, page.url())).toBe('–');
    expect(await page.$$eval('news-gloss', (all) => all.length)).toBe(0);
    expect(await page.$eval('#fight', (it) => it.textContent)).toBe('NATO asked.');
    await page.evaluate(() => document.querySelector('article')?.append('USFK answered.'));
    await expectLeftAlone(harness, page);
    harness.leave(page);
  });

  it('a page that changes something at each change keeps its text, and ours ends', async () => {
    const page = await harness.visit(newsPage({ body: `${ALLIANCE}<p id="echo"></p>` }));
    await expectPainted(page, IN_ALLIANCE);
    await page.evaluate(echo);
    await expectPainted(page, [...IN_ALLIANCE, ...Array<string>(40).fill('NATO')]);
    harness.leave(page);
  });

  it('a page kept while the highlights were switched off, or on, is as they are now', async () => {
    const headers = { 'cache-control': 'no-cache' };
    const address = harness.put('/switched', { body: newsPage({ body: ALLIANCE }), headers });
    const between = harness.put('/between', newsPage({ body: '<p>Seoul asked the EDSCG.</p>' }));
    const page = await harness.visit(address);
    await expectPainted(page, IN_ALLIANCE);
    for (const on of [false, true]) {
      // Firefox's driver waits for ever for a navigation away from a page that was kept.
      await page.evaluate((to) => location.assign(to), between);
      await expectAt(page, between);
      await expectPainted(page, on ? [] : ['EDSCG']);
      await choose(harness.inside, 'dotted', on);
      await expectPainted(page, on ? ['EDSCG'] : []);
      await goBack(page, address);
      await expectPainted(page, on ? IN_ALLIANCE : []);
    }
    await page.close();
  });

  it('a page kept while the library changed is read with it as it is now', async () => {
    const headers = { 'cache-control': 'no-cache' };
    const body = newsPage({ body: `${ALLIANCE}<p>The Lantern Point Forum met.</p>` });
    const address = harness.put('/changed', { body, headers });
    const page = await harness.visit(address);
    await expectPainted(page, IN_ALLIANCE);
    await page.goto(harness.put('/between', newsPage({ body: '<p>Nobody met.</p>' })));
    const settings = await openSettings(harness);
    await press(settings, 'Add an entry');
    await fill(settings, 'Term', 'Lantern Point Forum');
    await fill(settings, 'Explanation', 'Made up.');
    await settings.$eval('.own-form [type=submit]', (it) => (it as HTMLElement).click());
    await expectSaid(settings, /Lantern Point Forum[\s\S]*Edit/);
    await settings.close();
    await page.bringToFront();
    await goBack(page, address);
    await expectPainted(page, [...IN_ALLIANCE, 'Lantern Point Forum']);
    await page.close();
  });

  // Chromium ends what a page waits for when it keeps it; there is no reaching into its background.
  if (kind === 'firefox') {
    it('a page kept before its card had come opens cards', async () => {
      const headers = { 'cache-control': 'no-cache' };
      const address = harness.put('/cardless', { body: newsPage({ body: ALLIANCE }), headers });
      await harness.inside.evaluate(delayCard, HELD_MS);
      // The background lives on: it would keep all later tests waiting.
      onTestFinished(() => harness.inside.evaluate(delayNothing));
      const page = await harness.visit(address);
      await expectPainted(page, IN_ALLIANCE);
      await hoverOver(page, 'EDSCG');
      await expectSoon(() => harness.inside.evaluate(whereCardIs), 'on its way');
      await page.goto(harness.put('/meanwhile', newsPage({ body: '<p>Nobody met.</p>' })));
      await expectSoon(() => harness.inside.evaluate(whereCardIs), 'brought');
      await harness.inside.evaluate(delayNothing);
      await goBack(page, address);
      await hoverOver(page, 'USFK');
      await waitForCard(page, /Forces Korea/);
      await page.close();
    });
  }

  // Firefox does not prerender (about:support names no such feature): there is nothing to test.
  if (kind === 'chromium') {
    it('a prerendered page is neither painted nor counted before it is shown', async () => {
      const body = '<p>Seoul asked NATO and USFK.</p><script>localStorage.ready = 1</script>';
      const next = harness.put('/next', newsPage({ body }));
      const rules = JSON.stringify({
        prerender: [{ source: 'list', urls: [next], eagerness: 'immediate' }],
      });
      const page = await harness.visit(
        newsPage({ body: `${ALLIANCE}<script type="speculationrules">${rules}</script>` }),
      );
      await expectPainted(page, IN_ALLIANCE);
      await expectSoon(() => page.evaluate(() => localStorage.ready), '1');
      await expectSoon(() => badgeOf(harness.inside, page.url()), '3');
      const before = await harness.inside.evaluate(readReports);
      // A page that comes later has been counted.
      const later = await harness.browser.newPage();
      await later.goto(harness.put('/later', newsPage({ body: ALLIANCE })));
      await expectSoon(() => badgeOf(harness.inside, later.url()), '3');
      await later.close();
      await expectSoon(() => harness.inside.evaluate(readReports), before);
      await page.bringToFront();
      await page.evaluate((address) => {
        location.href = address;
      }, next);
      await expectAt(page, next);
      await expectPainted(page, ['NATO', 'USFK']);
      const activated = await page.evaluate(() => {
        const [entry] = performance.getEntriesByType(
          'navigation',
        ) as (PerformanceNavigationTiming & {
          activationStart: number;
        })[];
        return entry!.activationStart > 0;
      });
      expect(activated, 'that it was prerendered at all').toBe(true);
      await expectSoon(() => badgeOf(harness.inside, next), '2');
      await page.close();
    });
  }
});

const ROUTED = newsPage({
  body: `<p>Seoul: EDSCG.</p><script>
    const texts = { '?two': 'Seoul: NATO and USFK.', '?three': 'Seoul: EDSCG and USFK.', '?four': 'Nobody.' };
    function show() {
      document.querySelector('p').textContent = texts[location.search] ?? 'Seoul: EDSCG.';
    }
    addEventListener('popstate', show);
    function go(way, address) { history[way](null, '', address); show(); }
  </script>`,
});

const ROUTE: readonly (readonly [step: string, painted: readonly string[]])[] = [
  [`go('pushState', '?two')`, ['NATO', 'USFK']],
  [`go('replaceState', '?three')`, ['EDSCG', 'USFK']],
  [`go('pushState', '?four')`, []],
  ['history.back()', ['EDSCG', 'USFK']],
  ['history.back()', ['EDSCG']],
  ['history.forward()', ['EDSCG', 'USFK']],
];

// What follows is sent to the page as text, so each stands by itself.

/** Write a text 25 times, once a frame; names what was wrong, by frames. */
async function tick(how: Write, which: number): Promise<{ wrong: string[]; painted: number }> {
  const ticker = document.querySelectorAll('.ticker')[which]!;
  let mine = 'Go.';
  let node = ticker.firstChild as Text;
  const wrong: string[] = [];
  let painted = 0;
  const write = (text: string) => {
    mine = text;
    if (how === 'by the data of its node') node.data = text;
    else if (how === 'by textContent') ticker.textContent = text;
    else if (how === 'by a new node') {
      const next = document.createTextNode(text);
      node.replaceWith(next);
      node = next;
    } else {
      // Only what the node holds for the page can be put in front of: set it whole first.
      if (!text.endsWith(node.data)) node.data = '';
      node.insertData(0, text.slice(0, text.length - node.data.length));
    }
  };
  const look = (when: string) => {
    if (ticker.textContent !== mine) wrong.push(`${when}: ${ticker.textContent}, not ${mine}`);
    const ranges: Range[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('newsgloss')) continue;
      for (const part of highlight) {
        const range = document.createRange();
        try {
          range.setStart(part.startContainer, part.startOffset);
          range.setEnd(part.endContainer, part.endOffset);
          ranges.push(range);
        } catch {
          wrong.push(`${when}: a range beyond its text`);
        }
      }
    }
    for (const element of document.querySelectorAll('news-gloss')) {
      const range = document.createRange();
      range.selectNodeContents(element);
      ranges.push(range);
    }
    for (const range of ranges) {
      if (!/^(?:EDSCG|NCG|USFK|NATO)$/.test(String(range))) wrong.push(`${when}: ${range} painted`);
    }
    if (ranges.some(({ startContainer }) => ticker.contains(startContainer))) painted++;
  };
  const words = ['NATO', 'nobody', 'USFK and NATO', 'USFK', ''];
  for (let i = 0; i < 25; i++) {
    // Now and then it rests on a name, so that there is something to rewrite.
    const rest = i % 10 === 2 ? 12 : 1;
    write(`${'·'.repeat(i % 7)} ${words[i % 5]} at ${i}`);
    await null;
    look(`frame ${i}, after its script`);
    for (let frame = 0; frame < rest; frame++) {
      await new Promise(requestAnimationFrame);
      look(`frame ${i}, before the next`);
    }
  }
  write('In the end NATO asked USFK.');
  return { wrong, painted };
}

/** Add items, five in each frame, and let only so many stay. */
async function feed(items: number, keep: number): Promise<void> {
  const place = document.querySelector('#feed')!;
  for (let i = 0; i < items; i++) {
    const item = document.createElement('p');
    item.textContent = `Item ${i} of the EDSCG.`;
    place.append(item);
    if (place.childElementCount > keep) place.firstElementChild?.remove();
    if (i % 5 === 4) await new Promise(requestAnimationFrame);
  }
}

/** Put a new paragraph in the place of each one that has an element in it: no line is ever the same. */
function fightOn(): void {
  const place = document.querySelector('#fight')!;
  const strike = () => {
    if (!place.querySelector('news-gloss')) return;
    const fresh = document.createElement('p');
    fresh.textContent = 'NATO asked.';
    place.replaceChildren(fresh);
  };
  new MutationObserver(strike).observe(place, { childList: true, subtree: true });
  strike();
}

/** Add a line for each batch of changes that is seen, forty times. */
function echo(): void {
  const place = document.querySelector('#echo')!;
  let lines = 0;
  const observer = new MutationObserver(() => {
    if (lines++ === 40) return observer.disconnect();
    const line = document.createElement('span');
    line.textContent = `Line ${lines} of NATO. `;
    place.append(line);
  });
  observer.observe(document, {
    childList: true,
    attributes: true,
    characterData: true,
    subtree: true,
  });
  place.setAttribute('lang', 'en');
}

/** Of a page of the extension: what its background keeps of the tabs. */
async function readReports(): Promise<object> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { session: { get(): Promise<object> } } };
  };
  return chrome.storage.session.get();
}

/** Keep the card, which a page asks for once the pointer is over a mention, back for so many ms. */
function delayCard(ms: number): void {
  const { scripting } = chrome.extension.getBackgroundPage().browser;
  const { executeScript } = scripting;
  globalThis.keptBack = { executeScript, card: 'not asked for' };
  scripting.executeScript = async (injection) => {
    const { keptBack } = globalThis;
    if (!keptBack || !injection.files?.includes('/card.js')) return executeScript(injection);
    keptBack.card = 'on its way';
    await new Promise((resolve) => setTimeout(resolve, ms));
    return executeScript(injection).finally(() => {
      keptBack.card = 'brought';
    });
  };
}

/** Bring it at once again. */
function delayNothing(): void {
  const { keptBack } = globalThis;
  if (!keptBack) return;
  chrome.extension.getBackgroundPage().browser.scripting.executeScript = keptBack.executeScript;
  globalThis.keptBack = undefined;
}

function whereCardIs(): string | undefined {
  return globalThis.keptBack?.card;
}

type ExecuteScript = (injection: { readonly files?: readonly string[] }) => Promise<unknown>;

declare global {
  /** In a page of the extension. */
  var keptBack:
    | { readonly executeScript: ExecuteScript; card: 'not asked for' | 'on its way' | 'brought' }
    | undefined;
}

declare const chrome: {
  readonly extension: {
    getBackgroundPage(): { readonly browser: { scripting: { executeScript: ExecuteScript } } };
  };
};
