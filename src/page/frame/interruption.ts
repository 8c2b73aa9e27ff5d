/** Tells work that the page or the library has cut short from faults of our own. */

/**
 * Thrown when work must stop though nothing is wrong with us: the page or the library has changed,
 * or the background gave no answer.
 */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

const reported = new Set<string>();

/** Write a fault of ours to the console, once in a frame; what it did not break goes on. */
export function reportFault(error: unknown): void {
  if (error instanceof Interruption || reported.has(String(error))) return;
  reported.add(String(error));
  console.error(error);
}
