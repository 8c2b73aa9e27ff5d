/** Accesses the card's closed shadow root from outside, which only a browser driver can do. */
import type { CDPSession, Frame, Page } from 'puppeteer-core';

const MARK = 'data-newsgloss-card';

/** Click a button or link of the card, found by its text or label, with the real pointer. */
export async function pressInCard(page: Page, name: string): Promise<void> {
  const { x, y } = await findInCard(page, name);
  await page.mouse.click(x, y);
}

/**
 * Scroll a button or link of the card into view.
 *
 * @returns Its centre, in CSS pixels of the viewport.
 * @throws Error if the card has no such element.
 */
export async function findInCard(page: Page, name: string): Promise<{ x: number; y: number }> {
  const point = await inCard(
    page,
    (root, wanted) => {
      const found = [...root.querySelectorAll<HTMLElement>('button, a, summary')].find(
        (it) => (it.ariaLabel ?? it.textContent).trim() === wanted,
      );
      if (!found) return null;
      // A long card scrolls.
      found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    name,
  );
  if (point === null) throw new Error(`The card has no “${name}”.`);
  return point;
}

/**
 * Run a function on the card's closed shadow root, in the page's own context.
 *
 * @param read - Sent as text, so it must not refer to anything outside itself. Its result is sent
 *   as JSON.
 * @param args - Sent as JSON.
 * @returns null if there is no card.
 */
export async function inCard<T, Args extends readonly unknown[]>(
  page: Page,
  read: (root: ShadowRoot, ...args: Args) => T | Promise<T>,
  ...args: Args
): Promise<T | null> {
  const call = `async function () {
    return JSON.stringify((await (${read})(this, ...${JSON.stringify(args)})) ?? null);
  }`;
  const isFirefox = 'connection' in page.browser();
  const json = await (isFirefox ? callInFirefox(page, call) : callInChromium(page, call));
  return json === null ? null : JSON.parse(json);
}

/** The fields of a DevTools protocol node that are used here. */
interface CdpNode {
  /** Names and values alternate. */
  readonly attributes?: readonly string[];
  readonly backendNodeId: number;
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
  readonly contentDocument?: CdpNode;
}

async function callInChromium(page: Page, call: string): Promise<string | null> {
  for (const cdp of sessionsOf(page)) {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const shadow = findShadow(root);
    if (!shadow) continue;
    const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!, // A node resolves to an object, never to a plain value.
      functionDeclaration: call,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }
  return null;
}

/** One session for each process that renders part of the page. Puppeteer does not type it. */
function sessionsOf(page: Page): Set<CDPSession> {
  return new Set(page.frames().map((frame) => (frame as Frame & { client: CDPSession }).client));
}

function findShadow(node: CdpNode): CdpNode | undefined {
  if (node.attributes?.includes(MARK) && node.shadowRoots) return node.shadowRoots[0];
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  if (node.contentDocument) below.push(node.contentDocument);
  for (const child of below) {
    const found = findShadow(child);
    if (found) return found;
  }
  return undefined;
}

/** Firefox's WebDriver BiDi connection, which puppeteer has but does not type. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface BidiNodes {
  readonly nodes: readonly {
    readonly value: { readonly shadowRoot?: { readonly sharedId: string } };
  }[];
}

type BidiCall =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

async function callInFirefox(page: Page, call: string): Promise<string | null> {
  const { connection } = page.browser() as unknown as { connection: Bidi };
  // A frame's id is its browsing context, which puppeteer does not type.
  for (const { _id: context } of page.frames() as (Frame & { _id: string })[]) {
    const located = await connection.send('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: `[${MARK}]` },
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    // A page may have other elements with the same name.
    const { nodes } = located.result as BidiNodes;
    const root = nodes.find(({ value }) => value.shadowRoot)?.value.shadowRoot;
    if (!root) continue;
    const called = await connection.send('script.callFunction', {
      functionDeclaration: call,
      awaitPromise: true,
      target: { context },
      this: { sharedId: root.sharedId },
    });
    const outcome = called.result as BidiCall;
    if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text);
    return outcome.result.value;
  }
  return null;
}
