/** Measures the memory of a browser, after garbage collection. */
import type { Page } from 'puppeteer-core';
import type { Session } from '../browser/drive.ts';
import { evaluateInWindow } from '../browser/firefox-window.ts';

/** A measurement. In Firefox, only the heap is known. */
export interface Sample {
  /** Navigations until then. */
  readonly at: number;
  /** Bytes: the heap of the page's process; in Firefox, memory of all pages and the extension. */
  readonly heap: number;
  /** All nodes, including detached ones. */
  readonly nodes: number | null;
  /** Detached trees that a script still references. */
  readonly detached: number | null;
  readonly listeners: number | null;
}

/** Measure a page that is idle. */
export function measure(session: Session, page: Page, at: number): Promise<Sample> {
  return session.kind === 'chromium' ? measureChromium(page, at) : measureFirefox(session, at);
}

async function measureChromium(page: Page, at: number): Promise<Sample> {
  const cdp = await page.createCDPSession();
  // Repeated, since what the dropped objects held is collected in the next run.
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  // Last, since it creates references to all nodes that it lists.
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
 * The growth of a figure, by least squares.
 *
 * @returns Per 1,000 navigations; 0 with fewer than two samples.
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
