/** A group of measurements that can be selected by its name. */
import type { Bench } from './bench.ts';
import type { Row } from './table.ts';

export interface Group {
  /** The name that `--only` searches. */
  readonly name: string;
  /** Whether `--quick` skips the group, since each of its measurements takes seconds. */
  readonly isLong?: boolean;
  measure(bench: Bench): Iterable<Row> | AsyncIterable<Row>;
}
