import '../../assets/styles/tokens.css';
import '../../assets/styles/page.css';
import '../../entrypoints/options/style.css';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { SyncPart } from '../../src/ui/settings/sync-part.tsx';
import type { SyncModel, SyncView } from '../../src/ui/shared/settings-model.ts';
import { expectContrast, expectNoFaults, expectRoomyTargets } from './access.ts';
import { createTranslate, LOCALE_NAMES, type Locale } from './locales.ts';
import { createSync, syncView } from './sync.ts';

const said: string[] = [];

async function open(model: SyncModel, locale: Locale = 'en') {
  const t = await createTranslate(locale);
  const attempt = async (task: () => Promise<void>) => {
    try {
      await task();
      return true;
    } catch {
      said.push('unsaved');
      return false;
    }
  };
  const part = <SyncPart model={model} attempt={attempt} tell={(it) => said.push(it)} t={t} />;
  render(part, document.body);
  await expect.poll(text).not.toBe('');
}

// biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
const text = () => document.body.innerText;
const theSwitch = () => page.getByRole('switch', { name: 'Sync through my browser' });

afterEach(() => {
  render(null, document.body);
  said.length = 0;
});

describe('sync in the settings', () => {
  it('is off, and says in words what it does and who gets what', async () => {
    const { model, done } = createSync();
    await open(model);
    await expect.element(theSwitch()).toHaveAttribute('aria-checked', 'false');
    expect(text()).toMatch(/your browser keeps a copy with the account/);
    expect(text()).toMatch(/the later text counts, and the earlier one stays before it/);
    expect(text()).not.toMatch(/Delete the copy|Last synced|Nothing has been synced/);
    expect(done).toEqual([]);
  });

  it('is switched on, says when it was at work, and is switched off again', async () => {
    const { model, done, store } = createSync();
    await open(model);
    await theSwitch().click();
    await expect.poll(text).toMatch(/Nothing has been synced yet/);
    // Noon of this machine: at noon UTC it is the next day in New Zealand.
    store(syncView({ met: new Date(2030, 4, 14, 12).getTime() }));
    await expect.poll(text).toMatch(/Last synced: May 14, 2030/);
    await theSwitch().click();
    await expect.poll(text).toMatch(/Your browser’s sync still holds a copy/);
    expect(done).toEqual(['on', 'off']);
  });

  it('deletes what lies there once it is off', async () => {
    const { model, done } = createSync(null, true);
    await open(model);
    await page.getByRole('button', { name: 'Delete the copy' }).click();
    await expect.poll(text).not.toMatch(/Delete the copy/);
    expect(done).toEqual(['delete']);
    expect(said).toEqual(['The copy in your browser’s sync is deleted.']);
  });

  it.each([
    ['newer', /until you update Newsgloss/],
    ['broken', /switch sync off, delete the copy, and switch it on/],
    ['refused', /tried again in ten minutes/],
  ] as const)('says why nothing is synced: %s', async (fault, words) => {
    await open(createSync(syncView({ met: 1, fault })).model);
    await expect.poll(text).toMatch(words);
    expect(text()).not.toMatch(/Last synced/);
  });

  it('names the entries that find no room, and counts the rest', async () => {
    const entries = Array.from({ length: 11 }, (_, i) => `Term${i}`);
    await open(createSync(syncView({ met: 1, left: { entries, others: 1_234 } })).model);
    await expect.poll(text).toMatch(/11 of your entries .*: Term0, .*Term9, …/);
    expect(text()).toMatch(/1,234 terms, sites and settings do not fit/);
  });

  const states: Readonly<Record<string, readonly [SyncView | null, boolean]>> = {
    'off, with a copy': [null, true],
    'at work': [syncView({ met: 1 }), true],
    broken: [syncView({ met: 1, fault: 'broken' }), true],
    'too much': [syncView({ met: 1, left: { entries: ['NCG'], others: 2 } }), true],
  };
  const cases = Object.keys(states).flatMap((state) =>
    LOCALE_NAMES.map((locale) => [state, locale] as const),
  );
  it.each<readonly [string, Locale]>(cases)('has no fault: %s, %s', async (state, locale) => {
    await open(createSync(...states[state]!).model, locale);
    await expect
      .poll(() => document.querySelector('[role=status]:not(:empty), .copy'))
      .toBeTruthy();
    await expectNoFaults(document.body, ['button-name'], ['region']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });

  it('is said in Korean, too', async () => {
    await open(
      createSync(syncView({ met: 1, left: { entries: ['핵협의그룹'], others: 0 } })).model,
      'ko',
    );
    await expect.poll(text).toMatch(/내 항목 1개는 .* 이 기기에만 있습니다: 핵협의그룹/);
  });

  it('stays as it is where it cannot be switched, and says so', async () => {
    const { model } = createSync();
    await open({ ...model, switch: () => Promise.reject(new Error('full')) });
    await theSwitch().click();
    await expect.poll(() => said).toEqual(['unsaved']);
    await expect.element(theSwitch()).toHaveAttribute('aria-checked', 'false');
  });
});
