/** Shows a progress bar on stderr. */
import type { Writable } from 'node:stream';

/** Width of the bar in characters; milliseconds between two updates. */
const WIDTH = 24;
const EVERY_MS = 100;

interface Progress {
  readonly step: (done: number) => void;
  readonly end: () => void;
}

/**
 * Create a progress bar.
 *
 * @param total - null if unknown: then only the count is shown.
 * @param screen - Nothing is drawn unless it is a terminal.
 */
export function createProgress(
  total: number | null,
  noun: string,
  screen: Writable & { readonly isTTY?: boolean },
): Progress {
  let drawn = 0;
  let line = '';
  const draw = (done: number) => {
    const share = total === null || total === 0 ? 0 : Math.min(1, done / total);
    const filled = Math.round(share * WIDTH);
    const bar = total === null ? '' : `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} `;
    line = `${bar}${done}${total === null ? '' : `/${total}`} ${noun}`;
    screen.write(`\r${line}`);
  };
  return {
    step: (done) => {
      if (screen.isTTY !== true || Date.now() - drawn < EVERY_MS) return;
      drawn = Date.now();
      draw(done);
    },
    end: () => {
      if (line !== '') screen.write(`\r${' '.repeat(line.length)}\r`);
    },
  };
}
