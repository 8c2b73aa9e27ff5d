/** The tools of these tests see what they should, on a page that paints and opens cards by itself. */
import { describe, expect, it } from 'vitest';
import { inCard, pressInCard } from '../../src/cli/browser/card-root.ts';
import { hoverOver, readPainted } from '../../src/cli/browser/painted.ts';
import { cardOf, waitForCard, waitForNoCard } from './card.ts';
import { BROWSERS, useHarness } from './harness.ts';
import { newsPage } from './news-page.ts';

/** No article, so that the extension leaves it alone; its highlight has a name of its own. */
const PAINTED = `<!DOCTYPE html><title>Lamps</title><p style="margin-top: 3000px">First a <i id="a">la<b>mp</b></i>, then a <news-gloss own>rope</news-gloss>.</p>
    <script>
      const pieces = ['#a', '#a b'].map((it) => document.querySelector(it).firstChild);
      const ranges = pieces.map((node) => new StaticRange({
        startContainer: node, startOffset: 0, endContainer: node, endOffset: node.length,
      }));
      CSS.highlights.set('newsgloss-harness', new Highlight(...ranges));
      CSS.highlights.set('someone-else', new Highlight(document.createRange()));
      document.querySelector('#a').onmouseenter = () => {
        const host = document.createElement('div');
        host.dataset.newsglossCard = '';
        const root = host.attachShadow({ mode: 'closed' });
        const card = document.createElement('section');
        card.className = 'tokens';
        card.style = 'position: fixed; left: 40px; top: 50px; width: 200px';
        const button = document.createElement('button');
        button.textContent = 'Close';
        button.onclick = () => host.remove();
        card.append('It gives light.', button);
        root.append(card);
        document.body.append(host);
      };
    </script>`;

describe.each(BROWSERS)('the harness in %s', (kind) => {
  const harness = useHarness(kind);

  it('reads what is painted, by highlights and by elements, in order', async () => {
    const page = await harness.visit(PAINTED);
    const painted = (await readPainted(page)).map(({ text, by, own }) => ({ text, by, own }));
    expect(painted).toEqual([
      { text: 'lamp', by: 'newsgloss-harness', own: false },
      { text: 'rope', by: 'news-gloss', own: true },
    ]);
    await page.close();
  });

  it('goes on in a tab that was left, where nothing is hovered', async () => {
    const first = await harness.visit(PAINTED);
    await hoverOver(first, 'lamp');
    await waitForCard(first, /light/);
    harness.leave(first);
    const page = await harness.visit(
      '<!DOCTYPE html><title>Oil</title><p style="margin-top: 40px; height: 800px">For one lamp.',
    );
    expect(page).toBe(first);
    expect(await page.evaluate(() => document.querySelector('p:hover'))).toBeNull();
    await page.close();
  });

  it('hovers a mention far down, reads the card in its closed root and presses in it', async () => {
    const page = await harness.visit(PAINTED);
    expect(await cardOf(page)).toBeNull();
    await hoverOver(page, 'lamp');
    const card = await waitForCard(page, /light/);
    expect(card.box).toMatchObject({ x: 40, y: 50, width: 200 });
    expect(await inCard(page, (root, word) => root.mode + word, '!')).toBe('closed!');
    await pressInCard(page, 'Close');
    await waitForNoCard(page);
    await page.close();
  });

  it('reads cards in frames of this and of another site', async () => {
    harness.put('/painted', PAINTED);
    for (const origin of [harness.origin, harness.otherOrigin]) {
      const frame = `<iframe src="${origin}/painted" style="width: 600px; height: 400px"></iframe>`;
      const page = await harness.visit(newsPage({ body: frame }));
      const inner = page.frames().find((it) => it.url().endsWith('/painted'))!;
      await hoverOver(page, 'lamp', 0, inner);
      expect((await waitForCard(page)).text).toContain('It gives light.');
      await page.close();
    }
  });

  it('says what is painted when a text is not', async () => {
    const page = await harness.visit(PAINTED);
    await expect(hoverOver(page, 'anchor')).rejects.toThrow('lamp, rope');
    await page.close();
  });
});
