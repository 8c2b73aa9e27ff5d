/** A page that has taken over its process has the rights of our content script, and gets no further. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { readStored, stopBackground, store } from '../inside.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted } from '../paint.ts';
import { type RendererWorld, runInRenderer } from '../renderer.ts';

declare const chrome: RendererWorld;

const BODY = '<p>In Seoul the EDSCG met, and ZORGX looked on.</p>';
const FORGED = makeGlossary(
  { forged: { short: ['ZORGX'], long: ['Zorg Exchange Group'] } },
  'forged',
);

describe.each(BROWSERS)('a page that has taken over its process, in %s,', (kind) => {
  const harness = useHarness(kind);

  async function visit(): Promise<Page> {
    const page = await harness.visit(newsPage({ body: BODY }));
    await expectPainted(page, ['EDSCG']);
    return page;
  }

  /** Send messages from a page's process, all at once; what comes back, in their order. */
  async function sendFrom(page: Page, ...messages: readonly (readonly [string, ...unknown[]])[]) {
    const [answers] = await runInRenderer(
      harness.inside,
      page.url(),
      (all: readonly (readonly [string, ...unknown[]])[]) =>
        Promise.all(
          all.map(([name, ...args]) =>
            chrome.runtime.sendMessage({ name, args }).then(
              (answer) => answer ?? null,
              () => null,
            ),
          ),
        ),
      messages,
    );
    return answers ?? [];
  }

  it('cannot put a glossary into storage that other pages are read with', async () => {
    const page = await visit();
    const [before] = await runInRenderer(
      harness.inside,
      page.url(),
      async (glossary: unknown) => {
        const items = { glossaries: [glossary], 'library-revision': Date.now() };
        return chrome.storage.local.set(items).then(
          () => 'stored',
          () => 'refused',
        );
      },
      FORGED,
    );
    expect(before).toBe(kind === 'chromium' ? 'refused' : 'stored');
    await stopBackground(harness);
    const other = await visit();
    harness.leave(other);
    harness.leave(page);
  });

  it('cannot blind other pages by what it stores', async () => {
    const page = await visit();
    await runInRenderer(harness.inside, page.url(), async () => {
      const all = await chrome.storage.local.get(null).catch(() => ({}));
      for (const [key, value] of Object.entries(all as Record<string, { bits?: string }>)) {
        if (typeof value?.bits !== 'string') continue;
        const bits = '0'.repeat(value.bits.length);
        await chrome.storage.local.set({ [key]: { ...value, bits } });
      }
    });
    const other = await visit();
    harness.leave(other);
    harness.leave(page);
  });

  it('reads nothing of what the reader has stored', async () => {
    await store(harness.inside, { settings: { version: 1, sitesOff: ['secret.example'] } });
    const page = await visit();
    const [stored] = await runInRenderer(harness.inside, page.url(), () =>
      chrome.storage.local.get(null).then(JSON.stringify, () => 'refused'),
    );
    const [synced] = await runInRenderer(harness.inside, page.url(), () =>
      chrome.storage.sync.get(null).then(JSON.stringify, () => 'refused'),
    );
    // Firefox closes its storage to no script of the extension.
    if (kind === 'chromium') expect([stored, synced]).toEqual(['refused', 'refused']);
    const answers = await sendFrom(page, ['askPlace']);
    expect(answers[0]).not.toBeNull();
    expect(JSON.stringify(answers)).not.toContain('secret.example');
    harness.leave(page);
  });

  it('gets no answer that is meant for the extension’s own pages', async () => {
    const page = await visit();
    const answers = await sendFrom(
      page,
      ['summarise', 1],
      ['searchLibrary', 'NATO', 20],
      ['explainAll', ['korea-us-alliance/ncg']],
      ['listFaults'],
    );
    expect(answers).toEqual([null, null, null, null]);
    harness.leave(page);
  });

  it('is answered so many questions and no more', async () => {
    const page = await visit();
    // It names nothing, so that the answer costs nothing: what is asked about does not count.
    const question = ['identify', 'Quill'] as const;
    const answers = await sendFrom(page, ...Array.from({ length: 1_000 }, () => question));
    const count = answers.filter((answer) => answer !== null).length;
    expect(count).toBeGreaterThanOrEqual(200);
    expect(count).toBeLessThan(1_000);
    // What is asked in its tab is refused for a while.
    await page.close();
  });

  it('cannot hush entry after entry', async () => {
    const page = await visit();
    const choices = Array.from(
      { length: 100 },
      (_, i) => ['setKnown', 'korea-us-alliance/edscg', i % 2 === 0] as const,
    );
    await sendFrom(page, ...choices, ['setKnown', 'korea-us-alliance/ncg', true]);
    const stored = JSON.stringify(await readStored(harness.inside, 'settings'));
    expect(stored).toContain('known');
    expect(stored).not.toContain('/ncg');
    // A reader's choice in its tab is refused for a while.
    await page.close();
  });
});
