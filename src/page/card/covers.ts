/** Finds what a page has put where it may be drawn over a card. */
import type { Clock } from '../frame/clock.ts';
import { animationsOf, matchesSelector } from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';
import { isHost } from './card-host.ts';
import { outerOf, type RootOf } from './flat-tree.ts';

/**
 * The elements that a page can put into the top layer, where the card is. `:is` passes over what a
 * browser does not know: in Chromium the list of a `<select>` can be drawn by the page.
 */
const RAISED = ':is(:popover-open, dialog:modal, :fullscreen, select:open)';

/** A search of a document is followed by a rest of so many times the time that it took. */
const REST_FACTOR = 50;
/** The longest rest, in milliseconds. */
const LONGEST_REST_MS = 10_000;

/**
 * Watch what a page raises in a document, not in its shadow trees. A large document takes long to
 * search: then that is due the less often, but at once after something was heard to be raised,
 * which could be gone again before the next press.
 */
export function watchRaised(document: Document, clock: Pick<Clock, 'now'>) {
  let raised = listRaised(document);
  let dueAt = Number.NEGATIVE_INFINITY;
  return {
    isDue: () => clock.now() >= dueAt,
    /** Search the document for what has been raised since the last search. */
    findNew(): Element[] {
      const before = raised;
      const from = clock.now();
      raised = listRaised(document);
      const to = clock.now();
      dueAt = to + Math.min(REST_FACTOR * (to - from), LONGEST_REST_MS);
      return [...raised].filter((other) => !before.has(other));
    },
    /** Count something as new when it is found again: it has been raised anew. */
    forget(other: Element): void {
      raised.delete(other);
      dueAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** List what a page has raised in a document or shadow tree, not in the shadow trees below it. */
function listRaised(tree: Document | ShadowRoot): Set<Element> {
  const raised = [...tree.querySelectorAll(RAISED), ...listLeaving(tree)];
  return new Set(raised.filter((other) => !isHost(other)));
}

/** What is closed, but drawn in the top layer as long as the page has it take to go. */
function listLeaving(tree: Document | ShadowRoot): Element[] {
  return animationsOf(tree).flatMap((animation) => {
    const isLeaving = (animation as Partial<CSSTransition>).transitionProperty === 'overlay';
    return (isLeaving && (animation.effect as KeyframeEffect | null)?.target) || [];
  });
}

/** Whether something raised stays above the card until the card is raised again. */
export const isAbove = (other: Element): boolean =>
  !matchesSelector(other, ':is(dialog:modal, :fullscreen)');

/**
 * Whether something raised in a shadow tree lies where a box is. Whether it lies above or below
 * cannot be told: the page can keep the events of its own shadow trees from us.
 */
export function isOverlaidFromShadow(box: HTMLElement, rootOf: RootOf): boolean {
  const { ownerDocument: document } = box;
  const area = box.getBoundingClientRect();
  const trees: (Document | ShadowRoot)[] = [document];
  for (const tree of trees) {
    for (const element of tree.querySelectorAll('*')) {
      const root = isHost(element) ? null : rootOf(element);
      if (root) trees.push(root);
    }
    if (tree === document) continue;
    for (const other of listRaised(tree)) {
      if (!isAround(other, box, rootOf) && areMet(other.getBoundingClientRect(), area)) return true;
    }
  }
  return false;
}

/** Whether a view transition of an element or of one around it is under way: it draws over both. */
export function isInTransition(element: Element, rootOf: RootOf): boolean {
  for (let at: Node | null = element; at; at = outerOf(at, rootOf)) {
    if (isElement(at) && matchesSelector(at, ':is(:active-view-transition)')) return true;
  }
  return false;
}

function isAround(outer: Element, inner: Node, rootOf: RootOf): boolean {
  for (let at: Node | null = inner; at; at = outerOf(at, rootOf)) if (at === outer) return true;
  return false;
}

const areMet = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;
