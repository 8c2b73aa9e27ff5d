/**
 * Faults: "iframes", "open shadow roots", "contenteditable, inputs, code editors …" and "SVG, XML,
 * feeds, PDF and JSON viewers". That frames of six kinds, open and closed roots and each excluded
 * element are read or left as they should be stands in ../reading.test.ts; here are the others.
 */
import type { Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hoverOver } from '../../../src/cli/browser/painted.ts';
import { pause } from '../../../src/cli/browser/until.ts';
import { waitForCard } from '../card.ts';
import { BROWSERS, useHarness } from '../harness.ts';
import { ALLIANCE, IN_ALLIANCE, newsPage } from '../news-page.ts';
import { expectLeftAlone, expectPainted, expectSoon, textsOf } from '../paint.ts';
import { awaitFrames, choose, collectErrors, readOwnHtml, STYLES } from './fault-page.ts';

const MORE_FRAMES: readonly (readonly [what: string, make: (other: string) => string])[] = [
  ['in a frame', () => '<iframe src="/nest"></iframe>'],
  ['of another origin in a sandbox', (other) => `<iframe sandbox src="${other}/inner"></iframe>`],
  [
    'of a blob',
    () => `<iframe></iframe><script>
      const blob = new Blob([${JSON.stringify(ALLIANCE)}], { type: 'text/html' });
      document.querySelector('iframe').src = URL.createObjectURL(blob);
    </script>`,
  ],
  ['of a data address', () => `<iframe src="data:text/html,<p>EDSCG and USFK.</p>"></iframe>`],
  [
    'that is taken away at once',
    () => `<iframe src="/inner"></iframe><script>
      setTimeout(() => document.querySelector('iframe').remove(), 30);
    </script>`,
  ],
];

/** Frames in which a page is read after a change, as a rule. */
const READING_FRAMES = 12;

/** How a reader or a page makes text editable after it was painted. */
const EDITABLE: readonly (readonly [what: string, make: string])[] = [
  ['by contenteditable', 'document.querySelector("#edit").contentEditable = "true"'],
  ['by its parent', 'document.querySelector("article").contentEditable = "plaintext-only"'],
  ['by the design mode of the document', 'document.designMode = "on"'],
];

const DOCUMENTS: readonly (readonly [what: string, type: string, body: string])[] = [
  [
    'SVG',
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">USFK</text></svg>',
  ],
  ['XML', 'application/xml', '<notes><note>EDSCG and USFK in Seoul</note></notes>'],
  [
    'XHTML without prose',
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>USFK</body></html>',
  ],
  [
    'RSS',
    // As most are served; what is called a feed by its type, Firefox saves instead of showing it.
    'text/xml',
    '<rss version="2.0"><channel><title>EDSCG</title><item><title>USFK</title></item></channel></rss>',
  ],
  ['JSON', 'application/json', '{"article": "EDSCG and USFK in Seoul"}'],
  ['plain text', 'text/plain', 'EDSCG and USFK in Seoul'],
  ['PDF', 'application/pdf', makePdf('EDSCG and USFK in Seoul')],
];

describe.each(BROWSERS)('documents in %s', (kind) => {
  const harness = useHarness(kind);
  beforeAll(() => {
    harness.put('/favicon.ico', { body: '', type: 'image/png' });
    harness.put('/inner', newsPage({ body: ALLIANCE }));
    harness.put('/nest', newsPage({ body: `${ALLIANCE}<iframe src="/inner"></iframe>` }));
  });

  it.each(MORE_FRAMES)('a frame %s is painted, or left alone in silence', async (_, make) => {
    const page = await harness.tab();
    const errors = collectErrors(page);
    const other = harness.otherOrigin;
    await page.goto(harness.put('/frames', newsPage({ body: ALLIANCE + make(other) })));
    await page.bringToFront();
    await expectPainted(page, IN_ALLIANCE);
    for (const frame of page.frames().slice(1)) await expectAllOrNothing(frame);
    expect(errors).toEqual([]);
    harness.leave(page);
  });

  it.each<[what: string, make: (other: string) => string]>([
    [
      'that a script has written',
      () => `<iframe></iframe><script>
        const inner = document.querySelector('iframe').contentDocument.body;
        inner.append('In Seoul the EDSCG met again.');
      </script>`,
    ],
    [
      'that is opened and written long after the page has come',
      () => `<iframe></iframe><script>
        const write = () => {
          const inner = document.querySelector('iframe').contentDocument;
          inner.open();
          inner.write('<!DOCTYPE html><p>In Seoul the EDSCG met again.</p>');
          inner.close();
        };
        addEventListener('load', () => setTimeout(write, 500));
      </script>`,
    ],
    ['with its document in an attribute', () => '<iframe srcdoc="In Seoul the EDSCG."></iframe>'],
    ['of another origin', (other) => `<iframe src="${other}/inner"></iframe>`],
    ['in a sandbox', () => '<iframe sandbox src="/inner"></iframe>'],
  ])('a card opens in a frame %s', async (_, make) => {
    const frame = make(harness.otherOrigin);
    const sized = frame.replace('<iframe', '<iframe width="600" height="400"');
    const page = await harness.visit(newsPage({ body: ALLIANCE + sized }));
    const inner = page.frames()[1]!;
    await expectSoon(async () => (await textsOf(inner))[0], 'EDSCG');
    await hoverOver(page, 'EDSCG', 0, inner);
    await waitForCard(page, /Extended Deterrence/);
    harness.leave(page);
  });

  describe.each(STYLES)('painted %s', (style) => {
    it('an open shadow root that is added, changes and goes is followed', async () => {
      await choose(harness.inside, style);
      const page = await harness.visit(newsPage({ body: `${ALLIANCE}<div id="place"></div>` }));
      await expectPainted(page, IN_ALLIANCE);
      await page.evaluate(() => {
        const host = document.createElement('section');
        const root = host.attachShadow({ mode: 'open' });
        const line = document.createElement('p');
        line.textContent = 'The EDSCG in the shadow.';
        root.append(line);
        document.querySelector('#place')?.append(host);
      });
      await expectSoon(() => shadowTextsOf(page), ['EDSCG']);
      await page.evaluate(() => {
        const line = document.querySelector('section')?.shadowRoot?.querySelector('p');
        line!.textContent = 'In Seoul NATO and USFK.';
      });
      await expectSoon(() => shadowTextsOf(page), ['NATO', 'USFK']);
      await choose(harness.inside, style, false);
      await expectSoon(() => shadowTextsOf(page), []);
      const left = await page.evaluate(() => {
        const root = document.querySelector('section')?.shadowRoot;
        return { html: root?.innerHTML, sheets: root?.adoptedStyleSheets.length };
      });
      expect(left).toEqual({ html: '<p>In Seoul NATO and USFK.</p>', sheets: 0 });
      harness.leave(page);
    });

    it('what is written in an editor keeps its caret and can be undone', async () => {
      await choose(harness.inside, style);
      const page = await harness.visit(
        newsPage({ body: `${ALLIANCE}<p id="edit" contenteditable="true">Dear NATO</p>` }),
      );
      await expectPainted(page, IN_ALLIANCE);
      await page.click('#edit');
      await page.keyboard.press('End');
      await page.keyboard.type(', the EDSCG and');
      await awaitFrames(page, READING_FRAMES);
      await page.keyboard.type(' USFK');
      await awaitFrames(page, READING_FRAMES);
      expect(await readEditor(page)).toEqual({
        html: 'Dear NATO, the EDSCG and USFK',
        nodes: 1,
        caret: 29,
      });
      await page.keyboard.down('Control');
      for (let i = 0; i < 25; i++) await page.keyboard.press('z');
      await page.keyboard.up('Control');
      await expectSoon(() => page.$eval('#edit', (it) => it.textContent), 'Dear NATO');
      await expectPainted(page, IN_ALLIANCE);
      harness.leave(page);
    });
  });

  // Highlights are not in the text, and stay until it changes; elements must be out of it at once.
  it.each(EDITABLE)(
    'text that becomes editable %s is free of elements when it is edited',
    async (_, make) => {
      await choose(harness.inside, 'marker');
      const page = await harness.visit(
        newsPage({ body: `${ALLIANCE}<p id="edit">In Seoul the EDSCG.</p>` }),
      );
      await expectPainted(page, [...IN_ALLIANCE, 'EDSCG']);
      await page.evaluate(make);
      await page.click('#edit');
      await page.keyboard.press('End');
      await page.keyboard.type(' And USFK.');
      const html = () => page.$eval('#edit', (it) => it.innerHTML);
      await expectSoon(html, 'In Seoul the EDSCG. And USFK.');
      harness.leave(page);
    },
  );

  it('a document of any other kind is unchanged', async () => {
    const addresses = DOCUMENTS.map(
      ([what, type, body]) =>
        [what, harness.put(`/${what.replaceAll(' ', '-')}`, { body, type })] as const,
    );
    const open = async ([what, address]: readonly [string, string]) => {
      const page = await harness.browser.newPage();
      return { what, address, page, errors: collectErrors(page) };
    };
    const tabs = await Promise.all(addresses.map(open));
    const show = async (on: boolean) => {
      await choose(harness.inside, 'marker', on);
      // Where the browser saves a document instead of showing it, the tab stays as it was.
      await Promise.all(tabs.map(({ page, address }) => page.goto(address).catch(() => {})));
    };
    await show(false);
    const plain = new Map<string, { readonly text: string; readonly errors: readonly string[] }>();
    for (const { what, page, errors } of tabs) {
      await page.bringToFront();
      if (what === 'PDF' && kind === 'firefox')
        await page.waitForSelector('.textLayer .endOfContent');
      plain.set(what, { text: await readAtRest(page), errors: errors.splice(0) });
    }
    await show(true);
    await expectLeftAlone(harness, tabs[0]!.page);
    for (const { what, page, errors } of tabs) {
      await page.bringToFront();
      // A viewer builds its document by and by.
      await expect.poll(() => readMarkup(page), { message: what }).toBe(plain.get(what)?.text);
      expect(await textsOf(page), what).toEqual([]);
      expect(errors, what).toEqual(plain.get(what)?.errors);
      await page.close();
    }
  });
});

/** A document as text, without what is another each time it is loaded. */
async function readMarkup(page: Page): Promise<string> {
  const text = await page.evaluate(() => new XMLSerializer().serializeToString(document));
  return text.replaceAll(/\s?(?:original-url|internalid)="[^"]*"/g, '');
}

/** A viewer builds its document by and by: as it is when it has stayed the same for a while. */
async function readAtRest(page: Page): Promise<string> {
  for (let last = await readMarkup(page); ; ) {
    await pause(100);
    const next = await readMarkup(page);
    if (next === last) return next;
    last = next;
  }
}

async function expectAllOrNothing(frame: Frame): Promise<void> {
  const wanted = [IN_ALLIANCE, ['EDSCG', 'USFK'], []].map(String);
  const isOne = async () => wanted.includes(String(await textsOf(frame)));
  // One that is taken away may have been there a moment ago.
  await expectSoon(async () => frame.detached || (await isOne()), true);
}

/** Painted texts in the open root of the only `section`. */
function shadowTextsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('section')?.shadowRoot;
    const texts = [...(root?.querySelectorAll('news-gloss') ?? [])].map((it) => it.textContent);
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('newsgloss')) continue;
      for (const { startContainer, startOffset, endOffset } of highlight) {
        if (startContainer.isConnected && startContainer.getRootNode() === root) {
          texts.push((startContainer as Text).data.slice(startOffset, endOffset));
        }
      }
    }
    return texts;
  });
}

async function readEditor(page: Page) {
  const html = await readOwnHtml(page, '#edit');
  return page.evaluate(
    (text) => {
      const { anchorNode, anchorOffset } = getSelection()!;
      const editor = document.querySelector('#edit')!;
      const before = document.createRange();
      before.setStart(editor, 0);
      before.setEnd(anchorNode!, anchorOffset);
      return { html: text, nodes: editor.childNodes.length, caret: String(before).length };
    },
    html.replaceAll('&nbsp;', ' '),
  );
}

/** The smallest PDF of one line. */
function makePdf(line: string): string {
  const stream = `BT /F1 18 Tf 20 100 Td (${line}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join('')}`;
  return `${text}${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
}
