/** Work that can be left alone between any two of its steps. */

export type Steps<T> = Generator<void, T, undefined>;

/** Do all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
