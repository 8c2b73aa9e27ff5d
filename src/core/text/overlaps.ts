/** Tests spans for overlap with many others, each in logarithmic time. */
import type { Span } from './span.ts';

/**
 * Make the test whether a span overlaps any of some others.
 *
 * @param spans - In any order; they may overlap each other. Offsets are UTF-16 code units.
 */
export function createOverlapTest(spans: readonly Span[]): (span: Span) => boolean {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return ({ start, end }) => {
    let low = 0;
    let high = united.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((united[middle] as Span).end <= start) low = middle + 1;
      else high = middle;
    }
    return (united[low]?.start ?? Infinity) < end;
  };
}
