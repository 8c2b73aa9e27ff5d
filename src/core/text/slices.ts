/** Work in steps: between any two of them the caller may pause it or give it up. */

export type Steps<T> = Generator<void, T, undefined>;

/** Do all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
