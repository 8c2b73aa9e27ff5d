/** Pages are read and painted, also what changes in them later, and are otherwise left as they are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPainted } from '../../src/cli/browser/painted.ts';
import { ROOT } from '../../src/cli/build/build-extension.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { badgeOf } from './inside.ts';
import { newsPage } from './news-page.ts';
import { expectLeftAlone, expectPainted, expectSoon, textsOf } from './paint.ts';
import { expectUntouched, REMEMBER } from './untouched.ts';

/** Makes it plain of which world the letters speak. */
const ALLIANCE = '<p>The Nuclear Consultative Group (NCG) met in Seoul with USFK.</p>';
const IN_ALLIANCE = ['Nuclear Consultative Group', 'NCG', 'USFK'];

/** Each holds terms, and none of them is to be painted. */
const NO_PROSE = [
  '<p>Run <code>USFK</code> now.</p>',
  '<pre>USFK NCG</pre>',
  '<p>Press <kbd>NCG</kbd> twice.</p>',
  '<textarea>USFK</textarea><input value="USFK"><select><option>USFK</select>',
  '<div contenteditable="true">USFK and NCG</div>',
  '<p hidden>USFK</p><p style="display: none">NCG</p>',
  '<p style="visibility: hidden">USFK</p>',
  '<svg><text x="0" y="20">USFK</text></svg>',
  // Longer words and addresses.
  '<p>SENATOR CNIL NCGX usfk.example.org @USFK a@NCG.org</p>',
].join('');

/** Frames of all kinds: of the same origin, of another, from an attribute, from a script, in a sandbox. */
const makeFrames = (other: string): readonly string[] => [
  '<iframe src="/inner"></iframe>',
  `<iframe src="${other}/inner"></iframe>`,
  `<iframe srcdoc="${ALLIANCE}"></iframe>`,
  `<iframe id="written"></iframe><script>
    document.querySelector('#written').contentDocument.body.innerHTML = '${ALLIANCE}';
  </script>`,
  '<iframe sandbox src="/inner"></iframe>',
  '<iframe sandbox="allow-scripts" src="/inner"></iframe>',
];

describe.each(BROWSERS)('reading in %s', (kind) => {
  const harness = useHarness(kind);

  it('paints the terms of the sample article, and nothing else of it changes', async () => {
    const article = await readFile(join(ROOT, 'src/cli/sample/alliance.html'), 'utf8');
    const page = await harness.visit(article.replace(/<\/body>\s*<\/html>\s*$/, REMEMBER));
    await expectPainted(page, [
      ...['NCG', 'table-top exercise', 'extended deterrence', 'Nuclear Consultative Group'],
      ...['NCG', 'NCG'],
      ...['Washington Declaration', 'Extended Deterrence Strategy and Consultation Group', 'EDSCG'],
      ...['2+2 working group', 'EDSCG', 'NCG', 'NATO', 'Nuclear Planning Group', 'NPG', 'NPG'],
      ...['nuclear umbrella', 'Conventional-nuclear integration', 'CNI', 'U.S. Forces Korea'],
      ...['USFK', 'strategic assets', 'Ministry of National Defense', 'Pentagon', '핵협의그룹'],
    ]);
    const names = (await readPainted(page)).map(({ by }) => by);
    expect(new Set(names)).toEqual(new Set(['newsgloss-dotted']));
    await expectUntouched(page);
    harness.leave(page);
  });

  it('paints Korean names before their particles', async () => {
    const article = await readFile(join(ROOT, 'src/cli/sample/korean.html'), 'utf8');
    const page = await harness.visit(article.replace(/<\/body>\s*<\/html>\s*$/, REMEMBER));
    await expectPainted(page, [
      ...['핵협의그룹', '주한미군', 'USFK', '국방부', '핵협의그룹', 'NCG', 'NCG', '워싱턴 선언'],
      ...['확장억제', '확장억제전략협의체', 'EDSCG', 'EDSCG', 'NCG', '나토', '핵기획그룹', 'NPG'],
      ...['핵우산', '핵·재래식 통합', 'CNI', '주한미군', '전략자산', '국방부'],
    ]);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('paints exact spans, also of names that tags, lines and soft hyphens break', async () => {
    const body =
      '<p>Seoul’s (USFK), “NCG”, NCG. NCG’s and NCGs; USFK-led, non-NATO; the ROK-U.S. NCG: ' +
      'NCG를. The <b>Nuclear</b> <i>Consul</i>tative\nGroup, strategic&nbsp;assets and ' +
      'extended deter&shy;rence.</p>';
    const page = await harness.visit(newsPage({ body: body + REMEMBER }));
    await expectPainted(page, [
      ...['USFK', 'NCG', 'NCG', 'NCG', 'NCGs', 'USFK', 'NATO', 'ROK', 'NCG', 'NCG'],
      ...['Nuclear Consultative\nGroup', 'strategic\u00a0assets', 'extended deter\u00adrence'],
    ]);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('leaves alone what is no prose', async () => {
    const page = await harness.visit(newsPage({ body: NO_PROSE + ALLIANCE + REMEMBER }));
    await expectPainted(page, IN_ALLIANCE);
    await expectUntouched(page);
    harness.leave(page);
  });

  it('leaves a page without an article alone', async () => {
    const page = await harness.visit(
      '<!DOCTYPE html><title>Sign in</title><form><label>NCG <input></label> USFK Seoul</form>',
    );
    await expectLeftAlone(harness, page);
    harness.leave(page);
  });

  it('leaves a page without terms as it is, byte for byte', async () => {
    const html = newsPage({
      body: '<p>The ferry left on time, and <em>nobody</em> aboard had anything to explain.</p>',
    });
    const page = await harness.visit(html);
    await expectLeftAlone(harness, page);
    const now = await page.evaluate(() => document.documentElement.outerHTML);
    expect(`<!DOCTYPE html>${now}`).toBe(html);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    harness.leave(page);
  });

  it('cannot be found by a page that asks for its files', async () => {
    const page = await harness.visit(newsPage({ body: '<p>Who is there?</p>' }));
    const found = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'found',
          () => 'nothing',
        ),
      `${harness.home}manifest.json`,
    );
    expect(found).toBe('nothing');
    harness.leave(page);
  });

  it('paints text that comes, changes and goes', async () => {
    const page = await harness.visit(newsPage({ body: `${ALLIANCE}<p id="later"></p>` }));
    await expectPainted(page, IN_ALLIANCE);
    const later = await page.$('#later');
    const write = (text: string) =>
      later?.evaluate((element, words) => {
        element.textContent = words;
      }, text);
    await write('The EDSCG comes back.');
    await expectPainted(page, [...IN_ALLIANCE, 'EDSCG']);
    await later?.evaluate((element) => {
      (element.firstChild as Text).data = 'Both NATO and the EDSCG do.';
    });
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    await later?.evaluate((element) => {
      (element.firstChild as Text).insertData(0, 'In the end ');
    });
    await expectPainted(page, [...IN_ALLIANCE, 'NATO', 'EDSCG']);
    await write('Nobody comes.');
    await expectPainted(page, IN_ALLIANCE);
    await later?.evaluate((element) => {
      element.previousElementSibling?.remove();
    });
    await expectPainted(page, []);
    harness.leave(page);
  });

  it('paints what is shown later', async () => {
    const body = `${ALLIANCE}<div id="rest" style="display: none"><p>The EDSCG, too.</p></div>`;
    const page = await harness.visit(newsPage({ body }));
    await expectPainted(page, IN_ALLIANCE);
    await page.$eval('#rest', (element) => element.removeAttribute('style'));
    await expectPainted(page, [...IN_ALLIANCE, 'EDSCG']);
    harness.leave(page);
  });

  it('follows a page that navigates within itself', async () => {
    const page = await harness.visit('<!DOCTYPE html><title>Courier</title><main></main>');
    const show = (path: string, html: string) =>
      page.evaluate(
        (address, content) => {
          history.pushState(null, '', address);
          const parsed = new DOMParser().parseFromString(content, 'text/html');
          document.querySelector('main')?.replaceChildren(...parsed.body.childNodes);
        },
        path,
        html,
      );
    await show('/first', `<article><h1>First</h1>${ALLIANCE}</article>`);
    await expectPainted(page, IN_ALLIANCE);
    await show('/second', '<article><h1>Second</h1><p>Seoul asks NATO and USFK.</p></article>');
    await expectPainted(page, ['NATO', 'USFK']);
    await show('/search', '<h1>Search</h1><form><label>NCG, USFK, Seoul <input></label></form>');
    // It is read on for a moment, until it is seen to hold no article any more.
    await expectSoon(() => badgeOf(harness.inside, `${harness.origin}/search`), '');
    await expectLeftAlone(harness, page);
    await show('/fourth', `<article><h1>Fourth</h1>${ALLIANCE}</article>`);
    await expectPainted(page, IN_ALLIANCE);
    harness.leave(page);
  });

  it('finds an article that a script writes after the page has loaded', async () => {
    const page = await harness.visit('<!DOCTYPE html><title>Courier</title><div id="app"></div>');
    await page.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      document.querySelector('#app')?.append(...parsed.body.childNodes);
    }, `<article><h1>Late</h1>${ALLIANCE}</article>`);
    await expectPainted(page, IN_ALLIANCE);
    harness.leave(page);
  });

  it('paints frames of all kinds', async () => {
    harness.put('/inner', newsPage({ body: ALLIANCE }));
    const frames = makeFrames(harness.otherOrigin);
    const page = await harness.visit(newsPage({ body: ALLIANCE + frames.join('') }));
    await expectPainted(page, IN_ALLIANCE);
    const inner = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(inner).toHaveLength(frames.length);
    for (const frame of inner) await expectPainted(frame, IN_ALLIANCE);
    harness.leave(page);
  });

  it('paints open shadow roots, with lines that are drawn there, and leaves closed ones', async () => {
    const body = `<p>Seoul and USFK.</p><div id="open"></div><div id="closed"></div><script>
      for (const mode of ['open', 'closed']) {
        const root = document.getElementById(mode).attachShadow({ mode });
        const line = document.createElement('p');
        line.textContent = 'The EDSCG in ' + mode;
        root.append(line);
      }
    </script>`;
    const page = await harness.visit(newsPage({ body }));
    await expectPainted(page, ['USFK', 'EDSCG']);
    const readLine = () =>
      page.evaluate(() => {
        const line = document.querySelector('#open')?.shadowRoot?.querySelector('p');
        return line && getComputedStyle(line, '::highlight(newsgloss-dotted)').textDecorationLine;
      });
    // The rules are brought in when the first such root is painted.
    await expectSoon(readLine, 'underline');
    harness.leave(page);
  });

  // Seen to fail twice in Chromium on a busy machine, for a reason not known yet; 2026-11-29.
  it('reads tabs that were open before it was installed', async () => {
    const page = await harness.visit(newsPage({ body: ALLIANCE }));
    await expectPainted(page, IN_ALLIANCE);
    await harness.uninstall();
    const other = await harness.visit(newsPage({ body: `${ALLIANCE}<p>EDSCG</p>${REMEMBER}` }));
    expect(await textsOf(other)).toEqual([]);
    await harness.install();
    await other.bringToFront();
    await expectPainted(other, [...IN_ALLIANCE, 'EDSCG']);
    await expectUntouched(other);
    await page.bringToFront();
    await expectPainted(page, IN_ALLIANCE);
    await page.close();
    await other.close();
  });
});
