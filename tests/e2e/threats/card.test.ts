/**
 * What a page may try against an open card, in both browsers. docs/faults.md names these tests under
 * Threats. Events that no reader caused stand in ../faults/hostile.test.ts.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';

import { hoverOver } from '../../../src/cli/painted.ts';
import { waitForCard } from '../card.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted } from '../paint.ts';

const ALLIANCE = '<p>In Seoul the EDSCG met again, and so did the NCG with USFK.</p>';
const IN_ALLIANCE = ['EDSCG', 'NCG', 'USFK'];

describe.each(BROWSERS)('a page against the card in %s', (kind) => {
  const harness = useHarness(kind);

  /** A page with an open card over its first mention. */
  async function openCard(script = '', body = ''): Promise<Page> {
    const head = `<script>${script}</script>`;
    const page = await harness.visit(newsPage({ body: ALLIANCE + body, head }));
    await expectPainted(page, IN_ALLIANCE);
    await hoverOver(page, 'EDSCG');
    await waitForCard(page, /Extended Deterrence/);
    return page;
  }

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
