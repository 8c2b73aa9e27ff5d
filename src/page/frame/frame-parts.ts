/** What the scripts of the extension leave for each other in a frame: they share a world of their own. */

/** What listens from the first moment of a page on, for whoever comes later. */
export interface Ear {
  hear: ((event: Event) => void) | null;
}

/** What it hears: a page that stops these stops them for all that listen after it. */
const HEARD = [
  ...['pointermove', 'pointerover', 'pointerdown', 'pointerup'],
  ...['click', 'scroll', 'keydown', 'keypress', 'keyup'],
] as const;

/** Hear them on the window, before they reach anything on the page. */
export function listenEarly(
  hear: (event: Event) => void,
  until: { readonly signal?: AbortSignal } = {},
): void {
  for (const type of HEARD) {
    // A listener that could forbid them would make the page's own scrolling wait.
    addEventListener(type, hear, { capture: true, passive: !type.startsWith('key'), ...until });
  }
}

/** Each by its name; those that are brought in later are declared where that is done. */
export interface FrameParts {
  /** Aborted when all of the extension in the frame is to end. */
  readonly life: AbortController;
  /** Hears the reader's events before all listeners of the page. */
  readonly ear: Ear;
}

/**
 * A symbol, since a page can make an element a property of its window by any string: with
 * `<a id=…>`, which a content script of Chromium finds on its own window too.
 */
const keyOf = (name: keyof FrameParts) => Symbol.for(`newsgloss-${name}`);

export function leavePart<K extends keyof FrameParts>(name: K, part: FrameParts[K]): void {
  Object.assign(globalThis, { [keyOf(name)]: part });
}

/** Undefined while nobody has left it. */
export function findPart<K extends keyof FrameParts>(name: K): FrameParts[K] | undefined {
  return (globalThis as { [key: symbol]: FrameParts[K] | undefined })[keyOf(name)];
}
