/** The pictures for README and stores: their contents, and the appearances they are taken in. */
import type { Page } from 'puppeteer-core';
import { pressInCard } from '../browser/card-root.ts';
import { findWorker, openOwnPage, type Session } from '../browser/drive.ts';
import { hoverOver, tapOn, waitForPaint } from '../browser/painted.ts';
import type { BrowserKind } from '../build/build-extension.ts';
import { dress, type Scheme, type Size } from './dress.ts';

export type Language = 'en' | 'ko';

/** The session and settings for taking a picture. */
export interface Shot {
  readonly session: Session;
  /** The origin of the sample site. */
  readonly origin: string;
  readonly language: Language;
  readonly scheme: Scheme;
}

/** A picture, and how to open the page that it shows. */
export interface Picture {
  readonly name: string;
  readonly looks: readonly (readonly [Language, ...Scheme[]])[];
  /** By default Chromium. */
  readonly browser?: BrowserKind;
  open(shot: Shot): Promise<Page>;
}

/** The size that stores require, in CSS pixels. */
export const STORE: Size = { width: 1280, height: 800 };
/** The size of pictures that no store needs, in CSS pixels. */
const WINDOW: Size = { width: 1000, height: 720 };
const PHONE: Size = { width: 390, height: 844 };

const BOTH: Picture['looks'] = [
  ['en', 'light', 'dark'],
  ['ko', 'light', 'dark'],
];
const ALL: Picture['looks'] = [
  ['en', 'light', 'dark', 'forced'],
  ['ko', 'light', 'dark'],
];
const SOME: Picture['looks'] = [
  ['en', 'light', 'dark', 'forced'],
  ['ko', 'light'],
];

/** A picture of a card: the page's path, the term, and the button to press in the card. */
interface Scene {
  readonly path: string;
  readonly term: string;
  /** Which mention of it, from 0 on; by default the first. */
  readonly nth?: number;
  readonly fold?: string;
}

export const ENGLISH: Scene = { path: '/alliance.html', term: 'EDSCG' };
export const KOREAN: Scene = { path: '/korean.html', term: 'EDSCG' };

export const PICTURES: readonly Picture[] = [
  { name: 'card', looks: ALL, open: cardOn(STORE, { en: ENGLISH, ko: KOREAN }) },
  {
    name: 'card-timeline',
    looks: SOME,
    open: cardOn(WINDOW, {
      en: { ...ENGLISH, fold: 'More' },
      ko: { ...KOREAN, fold: '더 보기' },
    }),
  },
  {
    name: 'card-which',
    looks: SOME,
    open: cardOn(WINDOW, {
      en: { ...ENGLISH, term: 'NPG', fold: 'Which is which' },
      ko: { ...KOREAN, fold: '어떻게 다른가' },
    }),
  },
  {
    name: 'card-korean-page',
    looks: [['en', 'light']],
    open: cardOn(WINDOW, { en: KOREAN, ko: KOREAN }),
  },
  { name: 'card-phone', looks: BOTH, open: cardOn(PHONE, { en: ENGLISH, ko: KOREAN }) },
  {
    name: 'card-firefox',
    looks: [['en', 'light']],
    browser: 'firefox',
    open: cardOn(WINDOW, { en: ENGLISH, ko: KOREAN }),
  },
  { name: 'popup', looks: ALL, open: openPopup },
  { name: 'popup-phone', looks: [['en', 'light', 'dark']], open: openPopupTab },
  {
    name: 'review',
    looks: [
      ['en', 'light', 'dark', 'forced'],
      ['ko', 'light'],
    ],
    open: reviewIn(STORE, ''),
  },
  { name: 'review-edit', looks: [['en', 'light']], open: reviewIn(STORE, 'e') },
  { name: 'review-phone', looks: [['en', 'light']], open: reviewIn(PHONE, '') },
  {
    name: 'texts',
    looks: [['en', 'light']],
    open: (shot) => openOwn(shot, 'options.html#texts', STORE),
  },
  { name: 'settings', looks: BOTH, open: (shot) => openOwn(shot, 'options.html', STORE) },
  { name: 'settings-phone', looks: BOTH, open: (shot) => openOwn(shot, 'options.html', PHONE) },
  { name: 'welcome', looks: BOTH, open: (shot) => openOwn(shot, 'welcome.html', STORE) },
  { name: 'welcome-phone', looks: BOTH, open: (shot) => openOwn(shot, 'welcome.html', PHONE) },
];

export function cardOn(size: Size, scenes: Readonly<Record<Language, Scene>>): Picture['open'] {
  return async ({ session, origin, language, scheme }) => {
    const { path, term, nth, fold } = scenes[language];
    const page = await session.browser.newPage();
    await dress(page, scheme, size);
    await page.goto(origin + path);
    await page.bringToFront();
    await waitForPaint(page);
    await (size === PHONE ? tapOn : hoverOver)(page, term, nth);
    await page.waitForSelector('[data-newsgloss-card]');
    // A card ignores clicks in its first moments.
    await new Promise((resolve) => setTimeout(resolve, 400));
    if (fold) await pressInCard(page, fold);
    return page;
  };
}

function openPopup(shot: Shot): Promise<Page> {
  return openPopupOver(shot, articleIn(shot.language));
}

async function openPopupOver(shot: Shot, path: string): Promise<Page> {
  const { session, scheme } = shot;
  await openArticle(shot, path);
  const address = `${session.home}popup.html`;
  const appears = session.browser.waitForTarget((it) => it.url() === address);
  await (await findWorker(session)).evaluate('chrome.action.openPopup()');
  const popup = await (await appears).asPage();
  await dress(popup, scheme, null);
  return popup;
}

/** Articles of the sample site that define what no glossary has. */
const REVIEWED: Readonly<Record<Language, string>> = { en: ENGLISH.path, ko: '/harbour.html' };

/** The review of a sample article, added through the popup, with the first proposal open. */
export function reviewIn(size: Size, key: '' | 'e'): Picture['open'] {
  return async (shot) => {
    const { home, browser } = shot.session;
    const popup = await openPopupOver(shot, REVIEWED[shot.language]);
    const appears = browser.waitForTarget((it) => it.url().startsWith(`${home}review.html`));
    await popup.$eval('.foot-link.add', (button) => (button as HTMLElement).click());
    const page = await (await appears).page();
    if (page === null) throw new Error('The review has no page.');
    await dress(page, shot.scheme, size);
    await page.waitForSelector('.proposal-head:focus');
    if (key) await page.keyboard.press(key);
    return page;
  };
}

/** The popup on a phone, where it fills a tab of its own. */
async function openPopupTab(shot: Shot): Promise<Page> {
  const popup = await openOwn(shot, 'popup.html', PHONE);
  await openArticle(shot, articleIn(shot.language));
  await popup.reload();
  await popup.waitForSelector('.term');
  await popup.bringToFront();
  return popup;
}

const articleIn = (language: Language): string => (language === 'ko' ? KOREAN : ENGLISH).path;

async function openArticle({ session, origin }: Shot, path: string): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(origin + path);
  await page.bringToFront();
  await waitForPaint(page);
}

export async function openOwn({ session, scheme }: Shot, path: string, size: Size): Promise<Page> {
  const page = await openOwnPage(session, path);
  await dress(page, scheme, size);
  await waitForPaint(page);
  return page;
}
