/** Shares parts between the extension's scripts in a frame, which run in one isolated world. */

/** Listens from the first moment of a page on, for a handler that is set later. */
export interface Ear {
  hear: ((event: Event) => void) | null;
}

/** The events it hears: a page that listens first can stop them for all later listeners. */
const HEARD = [
  ...['pointermove', 'pointerover', 'pointerdown', 'pointerup'],
  ...['click', 'scroll', 'keydown', 'keypress', 'keyup', 'beforetoggle', 'copy'],
] as const;

/**
 * Events in a card that the page must not hear. Its capturing listeners on the window that are older
 * than ours still do; in Firefox there are none where `ear.ts` runs.
 */
export const KEPT_EVENTS = [
  ...[
    'pointerdown',
    'pointerup',
    'pointermove',
    'pointerrawupdate',
    'pointerover',
    'pointerout',
    'pointerenter',
    'pointerleave',
    'pointercancel',
    'gotpointercapture',
    'lostpointercapture',
  ],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
  ...['dblclick', 'contextmenu', 'DOMActivate'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  ...['wheel', 'DOMMouseScroll', 'MozMousePixelScroll'],
  ...['keydown', 'keyup', 'keypress', 'focus', 'blur', 'focusin', 'focusout'],
  ...['copy', 'cut', 'paste', 'beforecopy', 'selectstart', 'toggle', 'beforetoggle'],
  ...['dragstart', 'drag', 'dragend', 'dragenter', 'dragover', 'dragleave', 'drop'],
] as const;

/** Events for which the page would wait with its scrolling, if a listener could cancel them. */
export const PASSIVE = /wheel|touch|Scroll/;

/** Listen to events on the window, before they reach anything on the page. */
export function listenEarly(
  hear: (event: Event) => void,
  until: { readonly signal?: AbortSignal } = {},
  types: readonly string[] = HEARD,
): void {
  for (const type of types) {
    addEventListener(type, hear, { capture: true, passive: PASSIVE.test(type), ...until });
  }
}

/** Listen early to all events that a card keeps from the page. */
export function listenToAll(hear: (event: Event) => void): void {
  listenEarly(hear, {}, [...new Set<string>([...HEARD, ...KEPT_EVENTS, 'auxclick'])]);
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

/**
 * Leave a part for the scripts that come later.
 *
 * @param frame - The global object of another frame, which only Chromium shows as our scripts there
 *   see it.
 */
export function leavePart<K extends keyof FrameParts>(
  name: K,
  part: FrameParts[K],
  frame: object = globalThis,
): void {
  Object.assign(frame, { [keyOf(name)]: part });
}

/** The part that a script has left, here or in another frame; undefined before that. */
export function findPart<K extends keyof FrameParts>(
  name: K,
  frame: object = globalThis,
): FrameParts[K] | undefined {
  return (frame as { [key: symbol]: FrameParts[K] | undefined })[keyOf(name)];
}
