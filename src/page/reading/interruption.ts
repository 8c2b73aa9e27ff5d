/** Why work on a page ends early, told from faults of ours. */

/** Thrown where nothing is wrong: the page or the library has changed under the work. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

const told = new Set<string>();

/** Tell of a fault of ours in the console, once; the work goes on without what it broke. */
export function tellFault(error: unknown): void {
  if (error instanceof Interruption || told.has(String(error))) return;
  told.add(String(error));
  console.error(error);
}
