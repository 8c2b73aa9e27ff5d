/** Measures by a trace how long the engine compiles scripts while a page loads. */
import type { Browser } from 'puppeteer-core';

/** The fields of a trace event that are used; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  /** X: the event has a duration. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

/** Parsing and compiling, of whole scripts and of the functions in them, in Chromium 156. */
const COMPILES = /^(?:v8\.compile|V8\.\w*(?:Compile|Parse))/;

/**
 * How long the main threads of all pages parse and compile scripts, in milliseconds, from the request
 * for a page until `ms` milliseconds after its load. One visit, since what is compiled hardly varies.
 */
export async function timeCompiling(
  browser: Browser,
  address: string,
  ms: number,
): Promise<number> {
  const page = await browser.newPage();
  await page.tracing.start({
    categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'],
  });
  await page.goto(address);
  await new Promise((resolve) => setTimeout(resolve, ms));
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  await page.close();
  return lengthOfUnion(trace.traceEvents) / 1_000;
}

/** The time in which at least one such event goes on, thread by thread: they lie in one another. */
function lengthOfUnion(events: readonly TraceEvent[]): number {
  const isMain = ({ name, args }: TraceEvent) =>
    name === 'thread_name' && args.name === 'CrRendererMain';
  const threads = events.filter(isMain);
  return threads.reduce((sum, { pid, tid }) => {
    const compiles = events
      .filter((each) => each.pid === pid && each.tid === tid && each.ph === 'X')
      .filter(({ name }) => COMPILES.test(name))
      .sort((a, b) => a.ts - b.ts);
    let length = 0;
    let until = 0;
    for (const { ts, dur = 0 } of compiles) {
      length += Math.max(0, ts + dur - Math.max(ts, until));
      until = Math.max(until, ts + dur);
    }
    return sum + length;
  }, 0);
}
