/** When a page has settled, asked of a page that changes. */
import { expect, it } from 'vitest';
import { whenLoadedAndCalm } from '../../../src/page/reading/lifecycle.ts';

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
