/** Tells work that the page or the library has cut short from faults of our own. */

/** Thrown when work must stop though nothing is wrong: the page or the library has changed. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

const reported = new Set<string>();

/** Write a fault of ours to the console, once; reading goes on without what it broke. */
export function reportFault(error: unknown): void {
  if (error instanceof Interruption || reported.has(String(error))) return;
  reported.add(String(error));
  console.error(error);
}
