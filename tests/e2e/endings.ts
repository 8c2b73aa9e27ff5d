/** A run that is broken off leaves no browser behind: Firefox would live on. */
import type { ChildProcess } from 'node:child_process';
import type { Browser } from 'puppeteer-core';

const running = new Set<ChildProcess>();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill('SIGKILL');
    process.kill(process.pid, 'SIGKILL');
  });
}

/** End a browser with the process of this worker, when that is ended by a signal. */
export function endWithWorker(browser: Browser): void {
  const child = browser.process();
  if (!child) return;
  running.add(child);
  child.once('exit', () => running.delete(child));
}
