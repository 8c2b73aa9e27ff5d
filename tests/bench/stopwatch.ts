/** Measures what the page's own scripts do not: every stretch in which code of ours runs. */

export interface Stopwatch {
  /** Milliseconds of each stretch without a turn for the page, in order. */
  readonly slices: number[];
  /** Begin anew. */
  reset(): void;
  /** Time a task, with the microtasks that it leaves behind. One inside another is part of it. */
  time<T>(task: () => T): T;
  /** Hand something over and wait for it off the clock. */
  pause<T>(task: () => Promise<T>): Promise<T>;
  total(): number;
  longest(): number;
}

/** So many microtasks in a row without an end is how deep the code's own awaiting goes. */
const HOPS = 30;

export function createStopwatch(): Stopwatch {
  const slices: number[] = [];
  let since: number | null = null;
  let turn = 0;

  function start(): void {
    if (since !== null) return;
    turn++;
    since = performance.now();
  }

  function stop(at = performance.now()): void {
    if (since === null) return;
    slices.push(at - since);
    since = null;
  }

  /** The stretch ends when no microtask of it is left: nobody tells, so it is looked for. */
  function stopWhenIdle(): void {
    const mine = turn;
    let left = HOPS;
    const hop = () => {
      if (turn !== mine || since === null) return;
      const now = performance.now();
      if (left-- > 0) queueMicrotask(hop);
      else stop(now);
    };
    queueMicrotask(hop);
  }

  return {
    slices,
    reset() {
      slices.length = 0;
    },
    time(task) {
      if (since !== null) return task();
      start();
      try {
        return task();
      } finally {
        stopWhenIdle();
      }
    },
    async pause(task) {
      stop();
      try {
        return await task();
      } finally {
        start();
        stopWhenIdle();
      }
    },
    total: () => slices.reduce((sum, each) => sum + each, 0),
    longest: () => Math.max(0, ...slices),
  };
}

/** Put every door by which the browser calls code of ours under the clock. */
export function watchDoors(watch: Stopwatch): { readonly calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const timed =
    <A extends readonly unknown[], R>(kind: string, callback: (...args: A) => R) =>
    (...args: A): R => {
      calls.set(kind, (calls.get(kind) ?? 0) + 1);
      return watch.time(() => callback(...args));
    };
  const { setTimeout: later, requestIdleCallback: idle, requestAnimationFrame: frame } = window;
  Object.assign(window, {
    setTimeout: (task: () => void, ms?: number) => later(timed('timer', task), ms),
    requestIdleCallback: (task: IdleRequestCallback, options?: IdleRequestOptions) =>
      idle(timed('idle', task), options),
    requestAnimationFrame: (task: FrameRequestCallback) => frame(timed('frame', task)),
    MutationObserver: class extends MutationObserver {
      constructor(callback: MutationCallback) {
        super(timed('mutation', callback));
      }
    },
    IntersectionObserver: class extends IntersectionObserver {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super(timed('intersection', callback), options);
      }
    },
  });
  const resume = scheduler.yield.bind(scheduler);
  scheduler.yield = () => watch.pause(resume);
  return { calls };
}
