/**
 * Faults: "a page that changes in tens of thousands of places in one task". It goes on at once, and
 * what it says in the end is painted. How long it stands still is measured by the bench; a cost that
 * grows with the square of the changes takes minutes here.
 */
import { describe, it } from 'vitest';
import { BROWSERS, useHarness } from '../harness.ts';
import { newsPage } from '../news-page.ts';
import { expectPainted, expectSoon, textsOf } from '../paint.ts';
import { choose, STYLES } from './fault-page.ts';

const TERM = 'In Seoul the EDSCG met again.';
const CHANGES = 20_000;

/** What the page's script does so many times in one task, with the place that it is done in. */
const STORMS: readonly (readonly [name: string, inPlace: string, act: string])[] = [
  ['puts empty elements behind a text', 'Text', `place.append(document.createElement('i'))`],
  [
    'puts links with a picture behind a text',
    'Text',
    `place.appendChild(document.createElement('a')).append(document.createElement('img'))`,
  ],
  [
    'puts lines and parts into one cell',
    '<table><tr><td></td><td>x</td></tr></table>',
    `place.querySelector('td').append('Line ' + i, document.createElement('div'))`,
  ],
  [
    'puts items at the top of a list',
    '<ul></ul>',
    `place.firstChild.insertAdjacentHTML('afterbegin', '<li>Item ' + i + '</li>')`,
  ],
  [
    'takes the words of one paragraph out, one by one',
    '<span>NATO spoke. </span>'.repeat(CHANGES / 10),
    `place.firstChild?.remove()`,
  ],
];

describe.each(BROWSERS)('a page that changes in many places at once in %s', (kind) => {
  const harness = useHarness(kind);

  describe.each(STYLES)('painted %s', (style) => {
    it.each(STORMS)('%s, and goes on', async (_, inPlace, act) => {
      await choose(harness.inside, style);
      const body = `<p>${TERM}</p><div id="place">${inPlace}</div>`;
      const page = await harness.visit(newsPage({ body }));
      await expectSoon(async () => (await textsOf(page))[0], 'EDSCG');
      await page.evaluate(
        `{
          const place = document.querySelector('#place');
          for (let i = 0; i < ${CHANGES}; i++) ${act};
        }`,
      );
      await page.evaluate(() => {
        document.querySelector('#place')!.replaceWith('And USFK followed.');
      });
      await expectPainted(page, ['EDSCG', 'USFK']);
      await page.close();
    });
  });
});
