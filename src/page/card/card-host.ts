/** The element of a card: out of reach of the page's styles, scripts and event listeners. */

import { KEPT_EVENTS, PASSIVE } from '../frame/frame-parts.ts';
import { append, matchesSelector, ownerDocumentOf, rootOf } from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';
import { actOf } from './card-elements.ts';
import { answerCopy } from './copy.ts';
import { outerOf, type RootOf } from './flat-tree.ts';
import { hideText } from './hide-text.ts';

/**
 * The attribute that marks the host. The host is a `div`, since a page could define a custom
 * element by our name, whose constructor would get the closed root.
 */
const HOST_MARK = 'data-newsgloss-card';

/**
 * Events that must reach the buttons of the card, so that a page can hear them on their way; not in
 * Firefox, see `press`.
 */
const PRESSES = ['click', 'auxclick'] as const;

const hosts = new WeakSet<Element>();

/** The elements of an open card. */
export interface Host {
  readonly element: HTMLElement;
  /** The visible box, which takes the content of the card. */
  readonly box: HTMLElement;
  /** Whether an event comes from inside the card. */
  contains(event: Event): boolean;
  hasFocus(): boolean;
  /** Stop an event from inside the card. An earlier listener of ours can call it too. */
  keep(event: Event): void;
  /** Remove the host for good and empty it, since a page may have kept the element. */
  close(): void;
}

/** What `openHost` needs. */
interface HostOptions {
  readonly document: Document;
  readonly mode: 'closed' | 'open';
  readonly css: string;
  readonly language: string;
  readonly direction: string;
  /** Whether words have to be kept from the page's `window.find`, as in Firefox; see `hideText`. */
  readonly hidesText?: boolean;
  /** Called with each event that `keep` gets, also those outside the card. */
  hear?(event: Event): void;
  /** Whether a press in the card counts. */
  allows?(event: Event): boolean;
  /** Called for each key pressed in the card. */
  onKey?(event: KeyboardEvent): void;
}

/** Whether an element is the host of a card of ours. */
export const isHost = (element: Element): boolean => hosts.has(element);

/**
 * Add an empty card to the page, above everything else.
 *
 * @param container - The parent of its element; see `findContainer`.
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
  // Chromium's `window.find` passes over what is in an element that HTML gives no end tag: else a
  // page could guess its way through a card, letter by letter.
  const unsearched = document.createElement('bgsound');
  unsearched.append(box);
  root.append(unsearched);
  if (options.hidesText) hideText(root);
  const life = new AbortController();
  guardPresses(root, options, life.signal);
  const isInside = (event: Event) => isFrom(event, element, root);
  const keep = makeKeep(isInside, options);
  keepEvents(document.defaultView, keep, life.signal);
  hosts.add(element);
  element.popover = 'manual';
  append(container, element);
  element.showPopover();
  // Undo the page's zoom, so that the card keeps its size and its positions are viewport pixels.
  const zoom = element.currentCSSZoom;
  if (zoom !== 1) box.style.setProperty('zoom', String(1 / zoom));
  return {
    element,
    box,
    contains: isInside,
    hasFocus: () => (rootOf(element) as Partial<ShadowRoot>).activeElement === element,
    keep,
    close() {
      life.abort();
      element.remove();
      root.replaceChildren();
    },
  };
}

/** Move a host to the top of the top layer. */
export function raiseHost({ element }: Host): void {
  element.hidePopover();
  element.showPopover();
}

/**
 * Find the parent in which a card can be seen and clicked: the modal dialog, popover or fullscreen
 * element in which the mention is shown. Outside a modal dialog everything is inert, and a press
 * outside a popover closes it.
 */
export function findContainer(node: Node, findRoot: RootOf): Element {
  for (let at: Node | null = node; at !== null; at = outerOf(at, findRoot)) {
    const isRaised = isElement(at) && matchesSelector(at, 'dialog:modal,:popover-open,:fullscreen');
    if (isRaised) return at as Element;
  }
  return (ownerDocumentOf(node) ?? (node as Document)).documentElement;
}

/** Let only allowed presses reach the buttons, and none bubble out to the page. */
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
  (isInside: Host['contains'], { onKey, hear, allows }: HostOptions) =>
  (event: Event): void => {
    hear?.(event);
    if (!isInside(event)) return;
    if ((PRESSES as readonly string[]).includes(event.type)) {
      press(event, allows);
      return;
    }
    event.stopImmediatePropagation();
    if (event.type === 'keydown') onKey?.(event as KeyboardEvent);
    if (event.type === 'copy') answerCopy(event as ClipboardEvent);
  };

/** Whether an event comes from inside a card, even if a closed tree around the card hides that. */
function isFrom(event: Event, element: Element, root: ShadowRoot): boolean {
  if (event.composedPath().includes(element) || root.contains(innerOf(event))) return true;
  const tree = rootOf(element);
  if (!(tree instanceof ShadowRoot) || tree.mode === 'open' || !event.isTrusted) return false;
  if (event instanceof MouseEvent) {
    return tree.elementFromPoint(event.clientX, event.clientY) === element;
  }
  return /^(?:key|copy)/.test(event.type) && tree.activeElement === element;
}

/**
 * The node in a closed root that Firefox tells every listener of, also a page's, and so hands it the
 * root. It does so even where the pointer has just left an element of the page for the card.
 */
function innerOf(event: Event): Node | null {
  const { explicitOriginalTarget: inner } = event as { explicitOriginalTarget?: unknown };
  return inner instanceof Node ? inner : null;
}

/** Press a button where no listener of the page may hear of it; else the press goes on to it. */
function press(event: Event, allows: HostOptions['allows']): void {
  const inner = innerOf(event);
  if (inner === null) return;
  event.stopImmediatePropagation();
  if (!allows?.(event)) event.preventDefault();
  else if (event.type === 'click') actOf(inner)?.();
}

function keepEvents(view: Window | null, keep: (event: Event) => void, signal: AbortSignal): void {
  for (const type of [...KEPT_EVENTS, ...PRESSES]) {
    const passive = PASSIVE.test(type);
    view?.addEventListener(type, keep, { capture: true, passive, signal });
  }
}

/** Adopt a constructed sheet, which works even if the page's policy forbids style elements. */
function adoptSheet(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
