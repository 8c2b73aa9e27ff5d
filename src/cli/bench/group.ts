/** A part of the measurements that can be asked for by its name. */
import type { Bench } from './bench.ts';
import type { Row } from './table.ts';

export interface Group {
  /** What `--only` looks at. */
  readonly name: string;
  /** Left out of `--quick`: each of its measurements takes seconds. */
  readonly isLong?: boolean;
  measure(bench: Bench): Iterable<Row> | AsyncIterable<Row>;
}
