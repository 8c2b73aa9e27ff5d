/** What a reader has done is there when the browser comes back. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { openOwnPage } from '../../src/cli/browser/drive.ts';
import { readPainted } from '../../src/cli/browser/painted.ts';
import { BROWSERS, type Harness, launchForTest } from './harness.ts';
import { newsPage } from './news-page.ts';
import { expectPainted, expectSoon, textsOf } from './paint.ts';
import { OFF_EVERYWHERE, openPopup, pressSwitch, textOf } from './popup.ts';
import { makeProfile, removeProfile } from './profile.ts';
import { addArticle, expectInHand, expectStored, statesOf } from './review.ts';
import { expectSaid, fill, openSettings, press, submitEntry } from './settings-page.ts';

const NEWS = newsPage({ body: '<p>The Lantern Point Forum met in Seoul with USFK.</p>' });
const ARTICLE = newsPage({
  body: `
    <p>The Coastal Lookout Council (CLC) is a body that watches the straits of Velm.</p>
    <p>The Harbour Pilotage Board (HPB), which was set up in August 2022, met the CLC.</p>
    <p>The Nuclear Consultative Group (NCG) met with the HPB on Monday.</p>`,
});

describe.each(BROWSERS)('a restart of %s', (kind) => {
  it('keeps what was switched off, chosen and written, and a review that is half done', async () => {
    const profile = await makeProfile(kind);
    onTestFinished(() => removeProfile(profile));
    const first = await launchForTest(kind, { profile });
    const review = await reviewHalf(first);
    await chooseAndWrite(first);
    await switchOff(first);
    await first.close();

    const second = await launchForTest(kind, { profile });
    const page = await second.visit(NEWS);
    const popup = await openPopup(second, page);
    // The popup says so once it has heard from the page.
    await expectSoon(() => textOf(popup, 'main'), OFF_EVERYWHERE);
    expect(await textsOf(page)).toEqual([]);
    await pressSwitch(popup, 'Highlights');
    const painted = async () => (await readPainted(page)).map(({ text, by }) => [text, by]);
    await expect.poll(painted).toContainEqual(['Lantern Point Forum', 'newsgloss-solid-red']);
    expect(await painted()).toContainEqual(['USFK', 'newsgloss-solid-red']);
    const later = await openOwnPage(second, review);
    await expectInHand(later, 'NCG');
    expect(await statesOf(later)).toEqual(['CLC: accepted', 'HPB: rejected', 'NCG: open']);
  });
});

/** Review the first two proposals of an article, with a new tab between them. */
async function reviewHalf(harness: Harness): Promise<string> {
  const page = await addArticle(harness, await harness.visit(ARTICLE));
  await expectInHand(page, 'CLC');
  await page.keyboard.press('a');
  await expectInHand(page, 'HPB');
  const path = (await page.evaluate(() => location.href)).slice(harness.home.length);
  await expectStored(page, 1);
  await page.close();
  const again = await openOwnPage(harness, path);
  await expectInHand(again, 'HPB');
  expect(await statesOf(again)).toEqual(['CLC: accepted', 'HPB: open', 'NCG: open']);
  await again.keyboard.press('r');
  await expectInHand(again, 'NCG');
  return path;
}

/** Choose a look, and write an entry. */
async function chooseAndWrite(harness: Harness): Promise<void> {
  const settings = await openSettings(harness);
  await press(settings, 'Solid');
  await press(settings, 'Red');
  await press(settings, 'Add an entry');
  await fill(settings, 'Term', 'Lantern Point Forum');
  await fill(settings, 'Explanation', 'Made up.');
  await submitEntry(settings);
  await expectSaid(settings, /Lantern Point Forum[\s\S]*Edit/);
}

async function switchOff(harness: Harness): Promise<void> {
  const page = await harness.visit(NEWS);
  await expectSoon(async () => (await readPainted(page)).length > 0, true);
  const popup = await openPopup(harness, page);
  await pressSwitch(popup, 'Highlights');
  await expectPainted(page, []);
}
