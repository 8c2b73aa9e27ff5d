/** Shares parts between the extension's scripts in a frame, which run in one isolated world. */

/** Listens from the first moment of a page on, for a handler that is set later. */
export interface Ear {
  hear: ((event: Event) => void) | null;
}

/** The events it hears: a page that listens first can stop them for all later listeners. */
const HEARD = [
  ...['pointermove', 'pointerover', 'pointerdown', 'pointerup'],
  ...['click', 'scroll', 'keydown', 'keypress', 'keyup'],
] as const;

/** Listen to these events on the window, before they reach anything on the page. */
export function listenEarly(
  hear: (event: Event) => void,
  until: { readonly signal?: AbortSignal } = {},
): void {
  for (const type of HEARD) {
    // Passive: a listener that could cancel them would make the page's scrolling wait.
    addEventListener(type, hear, { capture: true, passive: !type.startsWith('key'), ...until });
  }
}

/** The parts by name. Parts that are loaded later are declared where they are loaded. */
export interface FrameParts {
  /** Aborted when the extension is to end in this frame. */
  readonly life: AbortController;
  /** Hears the reader's events before all listeners of the page. */
  readonly ear: Ear;
}

/**
 * The key of a part. It is a symbol because a page can put an element under any string key of its
 * window, by `<a id=…>`, and content scripts of Chromium find that on their own window too.
 */
const keyOf = (name: keyof FrameParts) => Symbol.for(`newsgloss-${name}`);

export function leavePart<K extends keyof FrameParts>(name: K, part: FrameParts[K]): void {
  Object.assign(globalThis, { [keyOf(name)]: part });
}

/** The part that a script has left; undefined before that. */
export function findPart<K extends keyof FrameParts>(name: K): FrameParts[K] | undefined {
  return (globalThis as { [key: symbol]: FrameParts[K] | undefined })[keyOf(name)];
}
