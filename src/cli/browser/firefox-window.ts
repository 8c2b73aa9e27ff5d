/** Runs scripts in the window of Firefox itself, which have access to the whole browser. */
import type { Browser } from 'puppeteer-core';

/** Firefox's WebDriver BiDi connection, which puppeteer has but does not type. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Firefox's answer to a script. */
interface Outcome {
  readonly result?: { readonly value?: string | number };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Run a script in the window of a Firefox that was started with system access.
 *
 * @param expression - Evaluates to a string or a number, or to a promise of one.
 * @returns The result; undefined if it is of another type.
 * @throws Error with what the script threw.
 */
export async function evaluateInWindow(
  { browser }: { readonly browser: Browser },
  expression: string,
): Promise<string | number | undefined> {
  const { connection } = browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: readonly { context: string }[] };
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  const outcome = result as Outcome;
  if (outcome.exceptionDetails) throw new Error(outcome.exceptionDetails.text);
  return outcome.result?.value;
}
