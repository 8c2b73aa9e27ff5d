/** Waits inside a page, which costs less than to ask it again and again from outside. */
import type { Frame, Page } from 'puppeteer-core';

/** Longest wait, in ms: a page may have no clock, and who needs longer asks from outside. */
const INSIDE_MS = 1_500;

/** Between two looks, in ms; more where a look takes long. */
const LOOK_MS = 10;

/**
 * Let a page wait until something is so there, for a while at most. It proves nothing, and fails
 * never: the page may have gone, or have made its own clock. Ask afterwards whether it is so.
 *
 * @param isSo - Runs in the page, on `args`, so it must not refer to anything outside itself.
 * @param args - Sent as JSON.
 */
export async function waitInPage<Args extends readonly unknown[]>(
  page: Page | Frame,
  isSo: string | ((...args: Args) => boolean),
  ...args: Args
): Promise<void> {
  const wait = `(async () => {
    const isSo = ${isSo};
    // A page behind another one has a slow clock.
    for (const start = Date.now(); !document.hidden && Date.now() - start < ${INSIDE_MS}; ) {
      const before = Date.now();
      if (isSo(...${JSON.stringify(args)})) return;
      const took = Date.now() - before;
      await new Promise((resolve) => setTimeout(resolve, ${LOOK_MS} + 4 * took));
    }
  })()`;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, INSIDE_MS);
  });
  await Promise.race([page.evaluate(wait).catch(() => undefined), limit]);
  clearTimeout(timer);
}
