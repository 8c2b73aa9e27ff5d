/** From an article to entries of the reader's: proposed, reviewed by key, explained on the page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { hoverUntilCard, pressMore, waitForCard } from './card.ts';
import { awaitFrames } from './faults/fault-page.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon } from './paint.ts';
import { openPopup } from './popup.ts';
import {
  addArticle,
  countTabs,
  expectInHand,
  expectStored,
  findReview,
  isInFront,
  statesOf,
} from './review.ts';
import { chooseFile, dropFiles, expectSaid, fill, openSettings, press } from './settings-page.ts';

const BODY = `
<p>The Coastal Lookout Council (CLC) is a consulting body designed to watch the straits between the islands of Ostrand and Velm.</p>
<p>The Harbour Pilotage Board (HPB), which was set up in August 2022, spoke about the lights along the coast. The Nuclear Consultative Group (NCG) met with the HPB on Monday, and nobody said for how long.</p>
<p>The third meeting of the CLC is scheduled for June and will be led by the harbour masters, who have not met since early March.</p>`;
const ARTICLE = newsPage({
  body: BODY,
  head: '<meta property="og:site_name" content="Quay Gazette">',
});

describe.each(BROWSERS)('a review in %s', (kind) => {
  const harness = useHarness(kind);

  it('takes an article to the glossary by key, and pages follow at once', async () => {
    const page = await harness.visit(ARTICLE);
    const review = await addArticle(harness, page);
    await expectSaid(review, 'A quiet day in Quill Harbour');
    await expectSaid(review, 'Quay Gazette · 20 February 2024');
    await expectInHand(review, 'CLC');
    await review.keyboard.press('a');
    await expectInHand(review, 'HPB');
    await review.keyboard.press('r');
    await expectInHand(review, 'NCG');
    await review.keyboard.press('u');
    await expectInHand(review, 'HPB');
    await review.keyboard.press('e');
    await expectSoon(() => review.evaluate(() => document.activeElement?.localName), 'textarea');
    await review.evaluate(() => (document.activeElement as HTMLTextAreaElement).select());
    await review.keyboard.type('It examines those who guide ships.');
    await review.keyboard.press('Escape');
    await expectInHand(review, 'HPB');
    await review.keyboard.press('a');
    await expectInHand(review, 'NCG');
    await review.keyboard.press('r');
    await expectSoon(() => statesOf(review), ['CLC: accepted', 'HPB: accepted', 'NCG: rejected']);
    await expectSaid(review, '3 of 3 reviewed');

    await page.bringToFront();
    // What is not in a glossary yet is the page's own.
    expect(await explained(page, 'CLC')).not.toContain('Quay Gazette');
    await review.bringToFront();
    await review.$eval('.bar .main', (button) => (button as HTMLElement).click());
    await expectSaid(review, '2 entries added to “My glossary”');
    await page.bringToFront();
    await expectSoon(async () => /Quay Gazette/.test(await explained(page, 'CLC')), true);
    const guides = 'It examines those who guide ships.';
    await expectSoon(async () => (await explained(page, 'HPB')).includes(guides), true);

    await review.bringToFront();
    await review.$eval('.told-line .link', (button) => (button as HTMLElement).click());
    await expectSoon(() => statesOf(review), ['CLC: accepted', 'HPB: accepted', 'NCG: rejected']);
    await page.bringToFront();
    await expectSoon(async () => /Quay Gazette/.test(await explained(page, 'CLC')), false);
    await review.close();
    harness.leave(page);
  });

  it('stands in one tab: to add the article again, or to continue, brings that to the front', async () => {
    const page = await harness.visit(ARTICLE);
    const review = await addArticle(harness, page);
    const settings = await openSettings(harness, '#texts');
    expect(await isInFront(review)).toBe(false);
    await press(settings, 'Continue with A quiet day in Quill Harbour');
    await expectSoon(() => isInFront(review), true);
    await page.bringToFront();
    const popup = await openPopup(harness, page);
    await popup.waitForSelector('.foot-link.add');
    await popup.$eval('.foot-link.add', (button) => (button as HTMLElement).click());
    await expectSoon(() => isInFront(review), true);
    expect(await countTabs(review)).toBe(1);
    await popup.close().catch(() => undefined);
    await settings.close();
    await review.close();
    harness.leave(page);
  });

  it('adds a dated statement to an entry that comes with Newsgloss, on its own card', async () => {
    const body =
      '<p>The Nuclear Consultative Group (NCG) met in Port Ostrand on February 12, 2024, and both sides spoke about the lights along the coast for most of the day.</p>' +
      '<p>Nothing was decided. The harbour masters of both towns wrote down what was said, and will compare their notes in the summer.</p>';
    const head = '<meta property="og:site_name" content="Quay Gazette">';
    const page = await harness.visit(newsPage({ body, head }));
    await expectPainted(page, ['Nuclear Consultative Group', 'NCG']);
    const review = await addArticle(harness, page);
    await expectInHand(review, 'NCG');
    await expectSaid(review, 'New facts for NCG');
    await expectSaid(review, 'Met 12 February 2024');
    await review.keyboard.press('a');
    await expectSoon(() => statesOf(review), ['NCG: accepted']);
    await review.$eval('.bar .main', (button) => (button as HTMLElement).click());
    await expectSaid(review, '1 entry added to “My glossary”');
    await page.bringToFront();
    // What another glossary adds stands below what the entry says of itself.
    await expectSoon(async () => /Quay Gazette/.test(await unfolded(page, 'NCG')), true);
    await expectSoon(async () => /South Korea/.test(await explained(page, 'NCG')), true);
    await expectPainted(page, ['Nuclear Consultative Group', 'NCG']);
    await review.close();
    harness.leave(page);
  });

  it('mends what a statement says by key, and refuses a date after its source', async () => {
    const body =
      '<p>The Nuclear Consultative Group (NCG) met in Port Ostrand on February 12, 2024, and both sides spoke about the lights along the coast for most of the day.</p>' +
      '<p>Nothing was decided. The harbour masters of both towns wrote down what was said, and will compare their notes in the summer.</p>';
    const head = '<meta property="og:site_name" content="Quay Gazette">';
    const page = await harness.visit(newsPage({ body, head }));
    const review = await addArticle(harness, page);
    await expectInHand(review, 'NCG');
    await review.keyboard.press('e');
    // It takes the focus a frame after it is drawn.
    await expectSoon(
      () => review.evaluate(() => document.activeElement?.matches('.item-form *')),
      true,
    );
    await fill(review, 'When', '2024-03-12');
    await fill(review, 'Who says so', 'Mara Vellin');
    await review.keyboard.press('Escape');
    await expectInHand(review, 'NCG');
    await review.keyboard.press('a');
    await expectSaid(review, 'The source is from 20 February 2024, and this date is later.');
    await expectSoon(() => valueInHand(review), '2024-03-12');
    await fill(review, 'When', '2024-02-13');
    await review.keyboard.press('Escape');
    await expectInHand(review, 'NCG');
    await expectSaid(review, 'Met 13 February 2024 · According to Mara Vellin');
    await review.keyboard.press('a');
    await expectSoon(() => statesOf(review), ['NCG: accepted']);
    await review.$eval('.bar .main', (button) => (button as HTMLElement).click());
    await expectSaid(review, '1 entry added to “My glossary”');
    await page.bringToFront();
    await expectSoon(async () => /Mara Vellin/.test(await unfolded(page, 'NCG')), true);
    await review.close();
    harness.leave(page);
  });

  it('begins with a text that is pasted, or a file that is chosen, and stands in the settings', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'newsgloss-texts-'));
    const settings = await openSettings(harness, '#texts');
    try {
      await fill(settings, 'Paste text', 'The Quiet Talks Group (QTG) is a body of two towns.');
      await press(settings, 'Review it');
      const pasted = await findReview(harness);
      await expectSaid(pasted, 'Fill in what is missing first.');
      await fill(pasted, 'Published by', 'My own note');
      await fillDay(pasted, '2024-02-20');
      await press(pasted, 'QTG Quiet Talks Group');
      await pasted.keyboard.press('a');
      await expectSoon(() => statesOf(pasted), ['QTG: accepted']);
      await expectStored(pasted, 1);
      await pasted.close();

      await writeFile(join(folder, 'page.html'), ARTICLE);
      await settings.bringToFront();
      await expectSaid(settings, '1 of 1 reviewed');
      await chooseFile(settings, join(folder, 'page.html'), 'texts');
      const chosen = await findReview(harness);
      await expectInHand(chosen, 'CLC');
      await expectSaid(chosen, 'Quay Gazette · 20 February 2024');
      expect(await chosen.$$eval('.source-text p', (all) => all.length)).toBe(3);
      await press(chosen, 'Discard this review');
      await chosen.close();

      await writeFile(join(folder, 'photo.txt'), new Uint8Array([0x89, 0x50, 0, 1]));
      await settings.bringToFront();
      await chooseFile(settings, join(folder, 'photo.txt'), 'texts');
      await expectSaid(settings, 'photo.txt is not a text file.');
    } finally {
      await settings.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('begins with files that are dropped, or several that are chosen, each its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'newsgloss-texts-'));
    const settings = await openSettings(harness, '#texts');
    const progress = () =>
      settings.$$eval('#texts .review-name', (rows) => rows.map((row) => row.textContent ?? ''));
    try {
      const dropped = { 'one.md': '# First note\n\nThe ZETA met.', 'two.txt': 'Second note.' };
      await dropFiles(settings, { ...dropped, 'three.txt': ' ' }, 'texts');
      await expectSaid(settings, '2 texts are ready for review.');
      await expectSaid(settings, 'three.txt has no text in it.');
      const paths = [join(folder, 'page.html'), join(folder, 'four.txt')] as const;
      await writeFile(paths[0], ARTICLE);
      await writeFile(paths[1], 'Fourth note.');
      await chooseFile(settings, paths, 'texts');
      const titles = ['First note', 'Second note', 'A quiet day', 'Fourth note'];
      await expectSoon(async () => {
        const rows = (await progress()).join();
        return titles.filter((title) => rows.includes(title));
      }, titles);
      expect((await progress()).join()).toContain('Quay Gazette');
      await press(settings, 'Continue with A quiet day');
      const review = await findReview(harness);
      await expectInHand(review, 'CLC');
      await press(review, 'Discard this review');
      await review.close();
    } finally {
      await settings.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('takes an article that stands in open shadow roots', async () => {
    const body = `<x-story><template shadowrootmode="open"><x-text><template shadowrootmode="open">${BODY}</template></x-text></template></x-story>`;
    const head = '<meta property="og:site_name" content="Quay Gazette">';
    const page = await harness.visit(newsPage({ body, head }));
    const review = await addArticle(harness, page);
    await expectInHand(review, 'CLC');
    await expectSaid(review, 'who have not met since early March');
    await press(review, 'Discard this review');
    await review.close();
    harness.leave(page);
  });

  it('says when a page holds no article', async () => {
    const page = await harness.visit('<!DOCTYPE html><title>Sign in</title><input>');
    const popup = await openPopup(harness, page);
    await popup.waitForSelector('.foot-link.add');
    await popup.$eval('.foot-link.add', (button) => (button as HTMLElement).click());
    await expectSaid(popup, 'No article found on this page.');
    await popup.close().catch(() => undefined);
    harness.leave(page);
  });

  it('is not offered on the browser’s own pages: a text can be pasted', async () => {
    const page = await harness.browser.newPage();
    const popup = await openPopup(harness, page);
    await expectSaid(popup, 'This page cannot be read');
    await expectSaid(popup, 'Paste a text in Settings');
    expect(await popup.$('.foot-link.add')).toBeNull();
    await popup.close().catch(() => undefined);
    await page.close();
  });
});

/** A field for days is filled by parts when it is typed in, in the order of the reader's country. */
async function fillDay(review: Page, day: string): Promise<void> {
  await review.$eval(
    'input[type=date]',
    (field, value) => {
      (field as HTMLInputElement).value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    day,
  );
}

/** What the field that has the focus holds. */
const valueInHand = (review: Page): Promise<string | undefined> =>
  review.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);

/** What the card of a name says when all of it is shown. */
async function unfolded(page: Page, name: string): Promise<string> {
  await page.mouse.move(0, 0);
  // Else the browser may see no move away: after Esc a mention stays quiet until the pointer has left.
  await awaitFrames(page, 2);
  await hoverUntilCard(page, name);
  await pressMore(page);
  const { text } = await waitForCard(page);
  await page.keyboard.press('Escape');
  return text;
}

/** What the card of a term says. */
async function explained(page: Page, name: string): Promise<string> {
  await page.mouse.move(0, 0);
  // Else the browser may see no move away: after Esc a mention stays quiet until the pointer has left.
  await awaitFrames(page, 2);
  const { text } = await hoverUntilCard(page, name);
  await page.keyboard.press('Escape');
  return text;
}
