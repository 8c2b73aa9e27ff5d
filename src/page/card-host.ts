/** The card's element in the page: out of reach of the page's styles, and of its event handlers. */
import { isElement } from './nodes.ts';

/** A click this soon after the card appeared, in milliseconds, was meant for what lay under it. */
const CLICK_GUARD_MS = 300;

/**
 * Marks the host, which is an element of the browser's own: a page could define one with a hyphen in
 * its name, and the constructor of a custom element gets hold of its closed root.
 */
const HOST_MARK = 'data-newsgloss-card';

/** What ends at the card: a page's shortcuts, outside-click handlers and copy handlers are not for it. */
const SEALED_EVENTS = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'copy',
  'focusin',
  'focusout',
  'wheel',
] as const;

/** An open card's elements. */
export interface Host {
  readonly element: HTMLElement;
  /** The visible box; what a card shows goes in here. */
  readonly box: HTMLElement;
}

/** What a host is made with. */
export interface HostOptions {
  readonly document: Document;
  readonly mode: 'closed' | 'open';
  readonly css: string;
  readonly language: string;
  readonly direction: string;
  /** The time of events, in milliseconds, as `performance.now` gives it. */
  now(): number;
}

/**
 * Put the card's element, empty, above everything on the page.
 *
 * @param container - Where it becomes a child; see `findContainer`.
 */
export function openHost(container: Element, options: HostOptions): Host {
  const { document, mode, css } = options;
  const element = document.createElement('div');
  element.setAttribute(HOST_MARK, '');
  const root = element.attachShadow({ mode });
  adoptSheet(root, css);
  const box = document.createElement('div');
  box.className = 'card tokens';
  box.lang = options.language;
  box.dir = options.direction;
  root.append(box);
  guardClicks(root, options.now);
  for (const type of SEALED_EVENTS) root.addEventListener(type, seal, { passive: true });
  element.popover = 'manual';
  container.append(element);
  element.showPopover();
  return { element, box };
}

/**
 * Where the card's element must stand to be seen and clicked: everything outside a modal dialog is
 * inert, and a press outside a popover closes it; so inside the one that holds the mention.
 */
export function findContainer(node: Node): Element {
  const document = node.ownerDocument ?? (node as Document);
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    if (isElement(at) && at.matches('dialog:modal, :popover-open')) return at;
  }
  const { fullscreenElement } = document;
  return fullscreenElement?.contains(node) ? fullscreenElement : document.documentElement;
}

function seal(event: Event): void {
  event.stopPropagation();
}

/** Only a click of the reader's own, and only after the card could be seen, is a click. */
function guardClicks(root: ShadowRoot, now: () => number): void {
  const openedAt = now();
  const guard = (event: Event) => {
    // When it was made, not when it is heard: a busy page hears it late.
    const madeAt = Math.min(event.timeStamp, now());
    if (event.isTrusted && madeAt - openedAt >= CLICK_GUARD_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  root.addEventListener('click', guard, { capture: true });
  root.addEventListener('auxclick', guard, { capture: true });
}

/** A constructed sheet works where a page's policy forbids style elements. */
function adoptSheet(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}

function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
