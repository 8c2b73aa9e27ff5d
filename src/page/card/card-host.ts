/** The card's element in the page: out of reach of the page's styles, scripts and event handlers. */

import {
  append,
  contains,
  matchesSelector,
  ownerDocumentOf,
  parentNodeOf,
} from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';
import { answerCopy } from './copy.ts';

/**
 * Marks the host, which is an element of the browser's own: a page could define one with a hyphen in
 * its name, and the constructor of a custom element gets hold of its closed root.
 */
const HOST_MARK = 'data-newsgloss-card';

/**
 * What happens in a card and is not for the page: kept from all its listeners but those on the window
 * that hear it in the capture phase and were there before the card; see `Host.keep`.
 */
const KEPT_EVENTS = [
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
  ],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
  ...['dblclick', 'contextmenu'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'wheel'],
  ...['keydown', 'keyup', 'keypress', 'focus', 'blur', 'focusin', 'focusout'],
  ...['copy', 'cut', 'paste', 'beforecopy', 'selectstart', 'toggle'],
  ...['dragstart', 'drag', 'dragend', 'dragenter', 'dragover', 'dragleave', 'drop'],
] as const;

/** They have to reach the buttons of the card, so that a page can hear them on the way there. */
const PRESSES = ['click', 'auxclick'] as const;

const hosts = new WeakSet<Element>();

/** An open card's elements. */
export interface Host {
  readonly element: HTMLElement;
  /** The visible box; what a card shows goes in here. */
  readonly box: HTMLElement;
  /** Keep an event from the page if it comes from inside; whoever heard it first may ask for that. */
  keep(event: Event): void;
  /** Take it away for good: a page may keep the element, and finds nothing in it. */
  close(): void;
}

/** What a host is made with. */
interface HostOptions {
  readonly document: Document;
  readonly mode: 'closed' | 'open';
  readonly css: string;
  readonly language: string;
  readonly direction: string;
  /** Whether a press in the card counts. */
  allows?(event: Event): boolean;
  /** Hears the keys that are pressed in the card. */
  onKey?(event: KeyboardEvent): void;
}

/** Whether an element is the host of a card of ours. */
export const isHost = (element: Element): boolean => hosts.has(element);

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
  const life = new AbortController();
  guardPresses(root, options, life.signal);
  const keep = makeKeep(element, options);
  keepEvents(document.defaultView, keep, life.signal);
  hosts.add(element);
  element.popover = 'manual';
  append(container, element);
  element.showPopover();
  // The card is as large as its own style says, and stands where the page's mentions are.
  const zoom = element.currentCSSZoom;
  if (zoom !== 1) box.style.setProperty('zoom', String(1 / zoom));
  return {
    element,
    box,
    keep,
    close() {
      life.abort();
      element.remove();
      root.replaceChildren();
    },
  };
}

/** Put a host above all that has come into the top layer since. */
export function raiseHost({ element }: Host): void {
  element.hidePopover();
  element.showPopover();
}

/**
 * Where the card's element must stand to be seen and clicked: everything outside a modal dialog is
 * inert, and a press outside a popover closes it; so inside the one that holds the mention.
 */
export function findContainer(node: Node): Element {
  const document = ownerDocumentOf(node) ?? (node as Document);
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    if (isElement(at) && matchesSelector(at, 'dialog:modal, :popover-open')) return at;
  }
  const { fullscreenElement, documentElement } = document;
  return fullscreenElement && contains(fullscreenElement, node)
    ? fullscreenElement
    : documentElement;
}

/** Let through only what counts, and nothing back out to the page. */
function guardPresses(root: ShadowRoot, { allows }: HostOptions, signal: AbortSignal): void {
  const guard = (event: Event) => {
    if (allows?.(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of PRESSES) {
    root.addEventListener(type, guard, { capture: true, signal });
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
}

const makeKeep =
  (element: Element, { onKey }: HostOptions) =>
  (event: Event): void => {
    if (!event.composedPath().includes(element)) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown') onKey?.(event as KeyboardEvent);
    if (event.type === 'copy') answerCopy(event as ClipboardEvent);
  };

function keepEvents(view: Window | null, keep: (event: Event) => void, signal: AbortSignal): void {
  for (const type of KEPT_EVENTS) {
    // A listener that could forbid them would make the page's own scrolling wait.
    const passive = /^(?:wheel|touch)/.test(type);
    view?.addEventListener(type, keep, { capture: true, passive, signal });
  }
}

/** A constructed sheet works where a page's policy forbids style elements. */
function adoptSheet(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}

function parentOf(node: Node): Node | null {
  return parentNodeOf(node) ?? (node instanceof ShadowRoot ? node.host : null);
}
