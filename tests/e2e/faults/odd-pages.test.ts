/**
 * Whatever an odd or hostile page does with its own nodes, its text stays its own, its mentions are
 * right afterwards and nobody says a word: each page is compared with itself without us.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, useHarness } from '../harness.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectPainted, expectSoon } from '../paint.ts';
import { awaitFrames, choose, collectErrors, STYLES, type Style } from './fault-page.ts';

const FIRST = ALLIANCE.replace('<p>', '<p id="first">');

/** Frames in which a page is read after a change, as a rule; it need not be. */
const READING_FRAMES = 4;

/** To be waited for: going back takes its time, and what the page does then is part of it. */
const GO_BACK = `new Promise((resolve) => {
  addEventListener('popstate', () => resolve(), { once: true });
  history.back();
})`;

/** What a page does, step by step, and the mentions in the end. */
type Odd = readonly [
  what: string,
  body: string,
  acts: readonly string[],
  painted: readonly string[],
];

const ODD: readonly Odd[] = [
  [
    'writes itself anew with document.write',
    '',
    [
      `document.open();
       document.write('<!DOCTYPE html><title>Anew</title><article><h1>Anew</h1><p>In Seoul NATO and USFK.</p></article>');
       document.close();`,
      `document.querySelector('p').append(' And the EDSCG.')`,
    ],
    ['NATO', 'USFK', 'EDSCG'],
  ],
  [
    'takes another body',
    '',
    [
      `{ const body = document.createElement('body');
         const article = document.createElement('article');
         article.append('In Seoul NATO and USFK.');
         body.append(article);
         window.old = document.body;
         document.body = body; }`,
      `document.body = old`,
      `document.body = document.body.cloneNode(true)`,
      `document.querySelector('article').append('And NATO.')`,
    ],
    [...IN_ALLIANCE, 'NATO'],
  ],
  [
    'takes another root element',
    '',
    [
      `{ const root = document.createElement('html');
         const body = document.createElement('body');
         const article = document.createElement('article');
         article.append('In Seoul NATO and USFK.');
         body.append(article);
         root.append(document.head, body);
         document.documentElement.replaceWith(root); }`,
      `document.querySelector('article').append(' And the EDSCG.')`,
    ],
    ['NATO', 'USFK', 'EDSCG'],
  ],
  [
    'adopts its nodes into another document and back',
    '',
    [
      `{ const other = document.implementation.createHTMLDocument('x');
         window.taken = document.querySelector('#first');
         other.body.append(other.adoptNode(taken)); }`,
      `document.querySelector('article').append(taken)`,
    ],
    IN_ALLIANCE,
  ],
  [
    'moves its nodes into a frame',
    '<iframe></iframe>',
    [
      `document.querySelector('iframe').contentDocument.body.append(document.querySelector('#first'))`,
      `document.querySelector('article').append(document.querySelector('iframe').contentDocument.querySelector('#first'))`,
    ],
    IN_ALLIANCE,
  ],
  [
    'clones its paragraphs',
    '',
    [
      `for (let i = 0; i < 3; i++) document.querySelector('article').append(document.querySelector('#first').cloneNode(true))`,
      `document.querySelector('article').append(document.importNode(document.querySelector('#first'), true))`,
    ],
    Array(5).fill(IN_ALLIANCE).flat(),
  ],
  [
    'writes its own HTML back',
    '<div id="box"><p>In Seoul the EDSCG.</p><p>NATO <b>and</b> USFK.</p></div>',
    [
      `{ const box = document.querySelector('#box'); box.innerHTML = box.innerHTML; }`,
      `{ const box = document.querySelector('#box'); box.outerHTML = box.outerHTML; }`,
      `{ const box = document.querySelector('#box'); box.insertAdjacentHTML('beforeend', box.innerHTML); }`,
    ],
    [...IN_ALLIANCE, 'EDSCG', 'NATO', 'USFK', 'EDSCG', 'NATO', 'USFK'],
  ],
  [
    'wraps its text with a range',
    '',
    [
      `{ const range = document.createRange();
         range.selectNodeContents(document.querySelector('#first'));
         range.surroundContents(document.createElement('mark')); }`,
      `{ const mark = document.querySelector('mark');
         const range = document.createRange();
         range.selectNodeContents(mark);
         range.insertNode(document.createElement('i')); }`,
      `{ const mark = document.querySelector('mark'); mark.replaceWith(...mark.childNodes); }`,
    ],
    IN_ALLIANCE,
  ],
  [
    'takes the contents of a range out and in',
    '',
    [
      `{ const range = document.createRange();
         range.selectNodeContents(document.querySelector('#first'));
         window.cut = range.extractContents(); }`,
      `document.querySelector('#first').append(cut)`,
    ],
    IN_ALLIANCE,
  ],
  [
    'is edited, and then no longer',
    '<p id="edit">In Seoul the EDSCG.</p>',
    [
      `document.querySelector('#edit').contentEditable = 'true'`,
      `document.querySelector('#edit').contentEditable = 'false'`,
      `document.querySelector('#edit').contentEditable = 'true'`,
      `document.querySelector('#edit').removeAttribute('contenteditable')`,
    ],
    [...IN_ALLIANCE, 'EDSCG'],
  ],
  [
    'empties the registry of highlights',
    '',
    [`CSS.highlights.clear()`, `document.querySelector('article').append('And NATO.')`],
    [...IN_ALLIANCE, 'NATO'],
  ],
  [
    'has tables, ruby, bidi text, details and slots',
    `<table><tbody><tr><th>Body</th><td>EDSCG</td></tr><tr><td id="cell">NATO</td><td>USFK</td></tr></tbody></table>
     <p><ruby>USFK<rt>NCG</rt></ruby> and <bdi>NATO</bdi> and <bdo dir="rtl">NCG</bdo>.</p>
     <details><summary>NATO asked</summary><p>USFK answered.</p></details>`,
    [
      `document.querySelector('#cell').textContent = 'Nobody'`,
      `document.querySelector('tbody').insertRow(0).insertCell().append('The NCG')`,
      `document.querySelector('tbody').append(document.querySelector('tbody').firstChild)`,
      `document.querySelector('details').open = true`,
      `document.querySelector('bdi').replaceWith(...document.querySelector('bdi').childNodes)`,
    ],
    [...IN_ALLIANCE, 'EDSCG', 'USFK', 'NCG', 'USFK', 'NATO', 'NCG', 'NATO', 'USFK'],
  ],
  [
    'slots its text into a shadow root',
    '<div id="host"><span slot="a">The EDSCG.</span><p>And NATO.</p></div>',
    [
      `document.querySelector('#host').attachShadow({ mode: 'open' }).append(document.createElement('slot'))`,
      `{ const slot = document.createElement('slot'); slot.name = 'a'; document.querySelector('#host').shadowRoot.prepend(slot); }`,
      `document.querySelector('#host span').textContent = 'The EDSCG and USFK.'`,
    ],
    [...IN_ALLIANCE, 'EDSCG', 'USFK', 'NATO'],
  ],
  [
    'breaks its own prototypes',
    '',
    [
      `{ window.broken = [];
         const spoil = (owner, name, value) => {
           broken.push([owner, name, Object.getOwnPropertyDescriptor(owner, name)]);
           Object.defineProperty(owner, name, { value, writable: true, configurable: true });
         };
         for (const owner of [Node, Element, CharacterData, Document, Array, Map, Set, WeakMap, String]) {
           for (const name of ['appendChild', 'insertBefore', 'replaceWith', 'remove', 'getRootNode', 'compareDocumentPosition', 'appendData', 'createTreeWalker', 'createRange', 'filter', 'map', 'get', 'add', 'set', 'slice']) {
             if (Object.hasOwn(owner.prototype, name)) spoil(owner.prototype, name, () => { throw new Error('broken'); });
           }
         }
         for (const name of ['MutationObserver', 'Highlight', 'StaticRange', 'NodeFilter']) spoil(window, name, null);
         document.querySelector('article').insertAdjacentText('beforeend', 'And NATO.'); }`,
      `document.querySelector('article').insertAdjacentText('beforeend', ' And the EDSCG.')`,
      `for (const [owner, name, was] of broken) {
         if (was) Object.defineProperty(owner, name, was);
         else delete owner[name];
       }`,
    ],
    [...IN_ALLIANCE, 'NATO', 'EDSCG'],
  ],
  [
    'goes back in its history with another body each time',
    '',
    [
      `{ window.bodies = [document.body];
         const body = document.createElement('body');
         const article = document.createElement('article');
         article.append('In Seoul NATO and USFK.');
         body.append(article);
         bodies.push(body);
         addEventListener('popstate', () => { document.body = bodies[0]; });
         history.pushState(null, '', '?two');
         document.body = body; }`,
      GO_BACK,
      `history.pushState(null, '', '?three'); document.body = bodies[1];`,
      GO_BACK,
    ],
    IN_ALLIANCE,
  ],
  [
    'joins, splits and sorts its text nodes',
    '<ul><li>NATO asked</li><li>the EDSCG came</li><li>and USFK</li></ul>',
    [
      `{ const list = document.querySelector('ul'); list.append(...[...list.children].reverse()); }`,
      `document.querySelector('li').append(' with ', 'NATO', ' and no more')`,
      `document.querySelector('li').normalize()`,
    ],
    [...IN_ALLIANCE, 'USFK', 'NATO', 'EDSCG', 'NATO'],
  ],
  [
    'throws all nodes about',
    '<div><p>One <b>NATO</b>.</p><p>Two <i>USFK</i>.</p></div>',
    [
      `{ const fragment = document.createDocumentFragment();
         fragment.append(...document.querySelector('article').childNodes);
         document.querySelector('article').append(fragment); }`,
      `document.querySelector('p b').before(document.querySelector('p i'), ' and ')`,
      `document.querySelector('article').prepend(document.querySelector('#first'))`,
    ],
    [...IN_ALLIANCE, 'USFK', 'NATO'],
  ],
];

describe.each(BROWSERS)('odd pages in %s', (kind) => {
  const harness = useHarness(kind);
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    // A root element without its icon asks for this one.
    harness.put('/favicon.ico', { body: '', type: 'image/png' });
    // One tab for all: a new one each time takes as long as the test.
    page = await harness.browser.newPage();
    errors = collectErrors(page);
    await page.bringToFront();
  });

  /** The whole page after each step. */
  async function run([what, body, acts, painted]: Odd, style: Style | null) {
    await choose(harness.inside, style ?? 'dotted', style !== null);
    const address = harness.put('/odd', newsPage({ body: FIRST + body }));
    errors.length = 0;
    await page.goto(address);
    const steps: string[] = [];
    if (style) await expectSoon(async () => (await readPage(page)).painted > 0, true);
    for (const act of acts) {
      await page.evaluate(act);
      if (style) await awaitFrames(page, READING_FRAMES);
      steps.push((await readPage(page)).html);
    }
    if (style) {
      await expectPainted(page, painted);
      await choose(harness.inside, style, false);
      // A page that is just being read anew is bare for a moment, and painted again before that.
      const read = async () => (await readPage(page)).raw;
      await expect.poll(read, { message: `${what}, erased` }).toBe(steps.at(-1));
      await expectPainted(page, []);
    }
    expect(errors).toEqual([]);
    return steps;
  }

  it.each(ODD)('a page that %s is its own, and painted in the end', async (...odd) => {
    const wanted = await run(odd, null);
    for (const style of STYLES) expect(await run(odd, style), style).toEqual(wanted);
  });
});

function readPage(page: Page) {
  return page.evaluate(() => {
    const raw = document.documentElement.outerHTML;
    let painted = document.querySelectorAll('news-gloss').length;
    for (const [name, { size }] of CSS.highlights)
      if (name.startsWith('newsgloss')) painted += size;
    return { raw, html: raw.replace(/<\/?news-gloss(?:\s[^>]*)?>/g, ''), painted };
  });
}
