import '../../assets/styles/tokens.css';
import '../../assets/styles/page.css';
import '../../entrypoints/welcome/style.css';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';
import { expectContrast, expectNoFaults, expectRoomyTargets } from './access.ts';
import { createTranslate, LOCALE_NAMES, type Locale } from './locales.ts';

async function open(locale: Locale = 'en', mayRead = true) {
  const tried: Element[] = [];
  let signal: AbortSignal | undefined;
  const pressed: string[] = [];
  const t = await createTranslate(locale);
  document.documentElement.lang = t('popup.language');
  document.documentElement.dir = t('popup.direction');
  document.title = t('welcome.title');
  render(
    <Welcome
      tryOut={(element, until) => {
        tried.push(element);
        signal = until;
      }}
      mayRead={mayRead}
      onAsk={async () => pressed.push('ask') > 1}
      onDone={() => pressed.push('done')}
      onSettings={() => pressed.push('settings')}
      t={t}
    />,
    document.body,
  );
  await expect.poll(() => tried.length).toBe(1);
  return { tried, pressed, signal: () => signal };
}

afterEach(() => render(null, document.body));

describe('the welcome page', () => {
  it('has its article read, and that alone, until it goes', async () => {
    const { tried, signal } = await open();
    expect(tried.map(({ localName }) => localName)).toEqual(['article']);
    render(null, document.body);
    await expect.poll(() => signal()?.aborted).toBe(true);
  });

  it('ends with a press, or leads to the settings', async () => {
    const { pressed } = await open();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Settings' }).click();
    expect(pressed).toEqual(['done', 'settings']);
  });

  it('asks for access where the browser gave none, until it is given', async () => {
    const { pressed } = await open('en', false);
    const button = page.getByRole('button', { name: 'Allow on all sites' });
    await button.click();
    await button.click();
    await expect.poll(() => button.elements()).toEqual([]);
    expect(pressed).toEqual(['ask', 'ask']);
  });

  it.each(['en', 'ko'] as const)('is one screen: %s', async (locale) => {
    await page.viewport(1280, 800);
    await open(locale);
    const { scrollHeight, clientHeight } = document.documentElement;
    expect(scrollHeight).toBeLessThanOrEqual(clientHeight);
    await page.viewport(414, 896);
  });

  it.each(LOCALE_NAMES)('has no fault: %s', async (locale) => {
    await open(locale, false);
    await expectNoFaults(document.body, ['button-name', 'region']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});
