/** Why work on a page ends early, told from faults of ours. */

/** Thrown where nothing is wrong: the page or the library has changed under the work. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

const reported = new Set<string>();

/** Tell of a fault of ours in the console, once; the work goes on without what it broke. */
export function reportFault(error: unknown): void {
  if (error instanceof Interruption || reported.has(String(error))) return;
  reported.add(String(error));
  console.error(error);
}
