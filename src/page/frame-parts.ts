/** What the scripts of the extension leave for each other in a frame: they share a world of their own. */

/** Each by its name; those that are brought in later are declared where that is done. */
export interface FrameParts {
  /** Aborted when all of the extension in the frame is to end. */
  readonly life: AbortController;
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
