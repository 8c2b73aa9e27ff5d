/** Measures what the page's own scripts do not: every stretch in which code of ours runs. */

export interface Stopwatch {
  /** Milliseconds of each stretch, in order. */
  readonly slices: number[];
  /** Callbacks of ours that ran, by what called them. */
  readonly calls: Map<string, number>;
  /** Time a stretch. One inside another belongs to the outer one. */
  time<T>(task: () => T, kind?: string): T;
  /** Time what runs until the promise is waited for, and what runs after it. */
  pause<T>(promise: () => Promise<T>): Promise<T>;
  /** Start and end a stretch by hand, for `async` functions. */
  start(): void;
  stop(): void;
  total(): number;
}

export function createStopwatch(): Stopwatch {
  const slices: number[] = [];
  const calls = new Map<string, number>();
  let since: number | null = null;
  const start = () => {
    since ??= performance.now();
  };
  const stop = () => {
    if (since === null) return;
    slices.push(performance.now() - since);
    since = null;
  };
  return {
    slices,
    calls,
    start,
    stop,
    time(task, kind = 'direct') {
      calls.set(kind, (calls.get(kind) ?? 0) + 1);
      if (since !== null) return task();
      start();
      try {
        return task();
      } finally {
        // What the task leaves to microtasks still belongs to it.
        queueMicrotask(() => queueMicrotask(() => queueMicrotask(stop)));
      }
    },
    async pause(promise) {
      const waiting = promise();
      stop();
      try {
        return await waiting;
      } finally {
        start();
        // The stretch ends with the task that it runs in, if nobody waits again before.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => channel.port1.close();
        queueMicrotask(() => setTimeout0(stop));
      }
    },
    total: () => slices.reduce((sum, each) => sum + each, 0),
  };
}

const setTimeout0 = (task: () => void) => task;
