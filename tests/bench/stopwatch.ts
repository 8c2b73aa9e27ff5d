/** Measures what the page's own scripts do not: every stretch in which code of ours runs. */

export interface Stopwatch {
  /** Begin anew. */
  reset(): void;
  /** Time a task, with the microtasks that it leaves behind. One inside another is part of it. */
  time<T>(task: () => T, isIdle?: boolean): T;
  /** Hand something over and wait for it off the clock. */
  pause<T>(task: () => Promise<T>): Promise<T>;
  /** The stretch is over: what runs next is none of ours. */
  stop(): void;
  /** Milliseconds of all stretches; with `isIdle`, of those that idle callbacks began, or of the others. */
  total(isIdle?: boolean): number;
  longest(): number;
  /** When the last stretch ended, by `performance.now`. */
  endedAt(): number;
}

/** So many microtasks in a row without work: then none of ours is left. */
const HOPS = 30;
/** Between two microtasks, no work, in ms: an isolated page's clock goes in steps of 0.02 in Firefox. */
const UNNOTICED_MS = 0.03;

interface Stretch {
  readonly ms: number;
  readonly isIdle: boolean;
}

export function createStopwatch(): Stopwatch {
  const stretches: Stretch[] = [];
  let since: number | null = null;
  let isIdle = false;
  let end = 0;
  let turn = 0;

  function start(fromIdle: boolean): void {
    if (since !== null) return;
    turn++;
    isIdle = fromIdle;
    since = performance.now();
  }

  function stop(at = performance.now()): void {
    if (since === null) return;
    stretches.push({ ms: at - since, isIdle });
    since = null;
    end = at;
  }

  /** The stretch ends with the last microtask of it: nobody tells, so it is looked for. */
  function stopWhenIdle(): void {
    const mine = turn;
    let last = performance.now();
    let worked = last;
    let left = HOPS;
    const hop = () => {
      if (turn !== mine || since === null) return;
      const now = performance.now();
      if (now - last > UNNOTICED_MS) {
        worked = now;
        left = HOPS;
      }
      last = now;
      if (left-- > 0) queueMicrotask(hop);
      else stop(worked);
    };
    queueMicrotask(hop);
  }

  const sum = (list: readonly Stretch[]) => list.reduce((ms, each) => ms + each.ms, 0);
  return {
    reset() {
      stretches.length = 0;
    },
    time(task, fromIdle = false) {
      if (since !== null) return task();
      start(fromIdle);
      try {
        return task();
      } finally {
        stopWhenIdle();
      }
    },
    async pause(task) {
      const fromIdle = isIdle;
      stop();
      try {
        return await task();
      } finally {
        start(fromIdle);
        stopWhenIdle();
      }
    },
    stop: () => stop(),
    total: (of) => sum(stretches.filter((each) => of === undefined || each.isIdle === of)),
    longest: () => Math.max(0, ...stretches.map(({ ms }) => ms)),
    endedAt: () => end,
  };
}

/** Put every door by which the browser calls code of ours under the clock. */
export function watchDoors(watch: Stopwatch): { readonly calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const timed =
    <A extends readonly unknown[], R>(kind: string, callback: (...args: A) => R) =>
    (...args: A): R => {
      calls.set(kind, (calls.get(kind) ?? 0) + 1);
      return watch.time(() => callback(...args), kind === 'idle');
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
  const post = scheduler.postTask.bind(scheduler);
  scheduler.postTask = (task, options) => watch.pause(() => post(task, options));
  return { calls };
}
