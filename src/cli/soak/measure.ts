/** What a browser holds on to: measured after it has let go of all that it can. */
import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/drive.ts';
import { evaluateInWindow } from '../browser/firefox-window.ts';

/** What is there at one moment. Firefox tells of the heap alone. */
export interface Sample {
  /** Navigations until then. */
  readonly at: number;
  /** Bytes: the heap of the page's process; in Firefox the memory of all pages and of ours. */
  readonly heap: number;
  /** Nodes that live, those in no document included. */
  readonly nodes: number | null;
  /** Trees in no document that a script still holds. */
  readonly detached: number | null;
  readonly listeners: number | null;
}

/** Look at a page that is at rest. */
export function measure(session: Session, page: Page, at: number): Promise<Sample> {
  return session.kind === 'chromium' ? measureChromium(page, at) : measureFirefox(session, at);
}

async function measureChromium(page: Page, at: number): Promise<Sample> {
  const cdp = await page.createCDPSession();
  // Once for what is dropped, once more for what that held.
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  // Last, since it makes handles for all that it names.
  await cdp.send('DOM.enable');
  const { detachedNodes } = await cdp.send('DOM.getDetachedDomNodes');
  await cdp.detach();
  const detached = detachedNodes.length;
  return { at, heap: usedSize, nodes, detached, listeners: jsEventListeners };
}

async function measureFirefox(session: Session, at: number): Promise<Sample> {
  const heap = await evaluateInWindow(
    session,
    `(async () => {
      const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
      await new Promise((done) => manager.minimizeMemoryUsage(done));
      const { children } = await ChromeUtils.requestProcInfo();
      const ours = children.filter(({ type }) => /^(?:web|extension)/i.test(type));
      return ours.reduce((sum, { memory }) => sum + memory, 0);
    })()`,
  );
  return { at, heap: Number(heap), nodes: null, detached: null, listeners: null };
}

/**
 * How fast a figure grows, by least squares.
 *
 * @returns Per 1,000 navigations; 0 where there are not two samples.
 */
export function slopeOf(samples: readonly Sample[], of: Exclude<keyof Sample, 'at'>): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const xs = samples.map(({ at }) => at / 1_000);
  const ys = samples.map((sample) => sample[of] ?? 0);
  const [x, y] = [mean(xs), mean(ys)];
  const spread = xs.reduce((sum, each) => sum + (each - x) ** 2, 0);
  if (!(spread > 0)) return 0;
  return xs.reduce((sum, each, i) => sum + (each - x) * ((ys[i] as number) - y), 0) / spread;
}
