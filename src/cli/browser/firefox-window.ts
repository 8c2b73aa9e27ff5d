/** Runs scripts in Firefox's own window, which may see all of the browser. */
import type { Browser } from 'puppeteer-core';

/** WebDriver BiDi as Firefox speaks it; puppeteer has the connection, but not in its types. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** What Firefox answers to a script. */
interface Outcome {
  readonly result?: { readonly value?: string | number };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Run a script in the window of a Firefox that was started with system access.
 *
 * @param expression - Its result, or what its promise comes to, is a string or a number.
 * @returns Undefined where the result is something else.
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
