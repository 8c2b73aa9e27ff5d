/** Work that can be left alone between any two of its steps. */

/** After each step it says how long that was, in UTF-16 code units of text, roughly. */
export type Steps<T> = Generator<number, T, undefined>;

/** Do all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
