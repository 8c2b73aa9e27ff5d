/** When a page has settled and when it holds an article, asked of a page that changes. */
import { expect, it } from 'vitest';
import { watchForArticle, whenLoadedAndCalm } from '../../../src/page/reading/lifecycle.ts';
import { createClock } from '../card/card-sample.ts';
import { nextTask } from './reading-page.ts';

it.each([
  ['resolves once the page is calm', false],
  ['resolves when it is called off', true],
])('%s, and listens to nothing from then on', async (_, isCalledOff) => {
  const life = new AbortController();
  const heard = new Set<unknown>();
  const heardEver = new Set<unknown>();
  const signal = Object.assign(life.signal, {
    addEventListener: (_type: string, listener: () => void) => {
      heard.add(listener);
      heardEver.add(listener);
      EventTarget.prototype.addEventListener.call(life.signal, 'abort', listener);
    },
    removeEventListener: (_type: string, listener: () => void) => {
      heard.delete(listener);
      EventTarget.prototype.removeEventListener.call(life.signal, 'abort', listener);
    },
  });
  const calm = whenLoadedAndCalm(document, signal);
  if (isCalledOff) life.abort();
  await calm;
  expect([heardEver.size, heard.size]).toEqual([1, 0]);
});

it('finds an article however late it comes, and looks ever less often until then', async () => {
  const page = new DOMParser().parseFromString('<p>Menu</p>', 'text/html');
  const clock = createClock();
  const life = new AbortController();
  const verdicts: boolean[] = [];
  watchForArticle(page, (holds) => verdicts.push(holds), life.signal, clock);
  const text = page.querySelector('p')?.firstChild as Text;
  let looks = 0;
  for (let minute = 0; minute < 30; minute++) {
    text.data = `Menu ${minute}`;
    await nextTask();
    expect(clock.timers()).toBe(1);
    clock.pass(60_000);
    looks += 1 - clock.timers();
  }
  expect([looks, verdicts]).toEqual([30, []]);

  page.body.innerHTML = '<article>The EDSCG met.</article>';
  await nextTask();
  clock.pass(59_000);
  expect(verdicts).toEqual([]);
  clock.pass(1_000);
  expect(verdicts).toEqual([true]);

  page.body.append('More.');
  await nextTask();
  life.abort();
  expect(clock.timers()).toBe(0);
});
