/** The pictures that the stores ask for, all in their sizes; docs/store/README.md has the captions. */
import type { Page } from 'puppeteer-core';
import { dress, type Size } from './dress.ts';
import { cardOn, ENGLISH, KOREAN, openOwn, type Picture, reviewIn, STORE } from './pictures.ts';

/** The size of a small promotional tile, in CSS pixels. Source: developer.chrome.com/docs/webstore/images. */
const TILE: Size = { width: 440, height: 280 };

const LANGUAGES: Picture['looks'] = [
  ['en', 'light'],
  ['ko', 'light'],
];

/** What the promotional tile says below the name. */
const SAYINGS = {
  en: 'Security news, explained<br>where you read it',
  ko: '안보 뉴스의 약어를<br>읽는 자리에서 바로',
};

export const STORE_PICTURES: readonly Picture[] = [
  { name: 'card', looks: LANGUAGES, open: cardOn(STORE, { en: ENGLISH, ko: KOREAN }) },
  {
    name: 'card-which',
    looks: LANGUAGES,
    open: cardOn(STORE, {
      en: { ...ENGLISH, term: 'NCG', nth: 3, fold: 'Which is which' },
      ko: { ...KOREAN, term: 'NCG', nth: 2, fold: '어떻게 다른가' },
    }),
  },
  { name: 'review', looks: LANGUAGES, open: reviewIn(STORE, '') },
  { name: 'settings', looks: LANGUAGES, open: (shot) => openOwn(shot, 'options.html', STORE) },
  { name: 'tile', looks: LANGUAGES, open: openTile },
];

/** The icon, the name and a line, in the colours of assets/styles/tokens.css. */
async function openTile({
  session,
  language,
  scheme,
}: Parameters<Picture['open']>[0]): Promise<Page> {
  const page = await session.browser.newPage();
  await dress(page, scheme, TILE);
  await page.setContent(`<!doctype html>
    <html lang="${language}">
    <style>
      body { margin: 0; height: 100vh; background: #fffdf9; color: #1d1b18;
        display: grid; place-content: center; justify-items: center; text-align: center;
        font: 20px/1.4 "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", sans-serif; }
      svg { width: 72px }
      h1 { margin: 10px 0 8px; font-size: 34px; line-height: 1.2 }
      u { text-decoration: underline dotted 2px; text-underline-offset: 5px }
      p { margin: 0; color: #625d55 }
    </style>
    <svg viewBox="0 0 16 16"><rect width="16" height="16" rx="3.5" fill="#1a6585"/>
      <g fill="#fffdf9"><path d="M3 2h3l5 6V3h-1V2h3v1h-1v7h-1L5 3.5V9h1v1H3V9h1V3H3z"/>
      <circle cx="4" cy="13" r="1"/><circle cx="8" cy="13" r="1"/><circle cx="12" cy="13" r="1"/></g>
    </svg>
    <h1><u>Newsgloss</u></h1>
    <p>${SAYINGS[language]}</p>`);
  return page;
}
