/** Keeps the elements that wrap mentions out of what a reader copies with its looks. */
import { isNothing, pickEdits } from '../text/edits.ts';
import { ELEMENT } from '../text/own-element.ts';
import type { Painter } from './painter.ts';

/** An element of ours that was taken from around its nodes. */
interface Lifted {
  readonly element: Element;
  readonly nodes: readonly ChildNode[];
}

/**
 * Put before a painter that wraps what lifts its elements out of a selection while that is copied,
 * and puts them back in the next task. The browser then copies what it would copy without us, in
 * all its styles; a text of our own making would have none.
 *
 * The page's text nodes stay as they are, and the painter does not hear of what is lifted. Where the
 * page changes something meanwhile, all is put back at once, for the painter to mend. A copy that
 * the page has made itself, or that holds no element of ours, is left alone. While nothing is
 * painted, nothing is listened to.
 */
export function keepCopiesPlain(painter: Painter, document: Document): Painter {
  let lifted: Lifted[] = [];
  let listening: AbortController | null = null;

  function listen(): void {
    if (listening) return;
    listening = new AbortController();
    const { signal } = listening;
    // After all listeners of the page, which may have its own way.
    document.defaultView?.addEventListener('copy', onCopy, { signal });
  }

  function onCopy(event: ClipboardEvent): void {
    const selection = document.getSelection();
    if (!event.isTrusted || event.defaultPrevented || lifted.length > 0) return;
    // Firefox can select in several places, which a script cannot select again as they were.
    if (selection?.rangeCount !== 1) return;
    const inside = [...document.querySelectorAll(ELEMENT)].filter((element) =>
      selection.containsNode(element, true),
    );
    if (inside.length === 0) return;
    keepSelection(selection, () => {
      lifted = inside.map(lift);
    });
    setTimeout(putBack);
  }

  function putBack(): void {
    const selection = document.getSelection();
    if (!selection || lifted.length === 0) return;
    keepSelection(selection, () => {
      for (const { element, nodes } of lifted) {
        // What the page has taken meanwhile is its own; the painter will see it.
        if (!nodes[0]?.isConnected) continue;
        nodes[0].before(element);
        element.append(...nodes);
      }
    });
    lifted = [];
  }

  return {
    ...painter,
    paint(block, mentions) {
      putBack();
      if (mentions.length > 0) listen();
      painter.paint(block, mentions);
    },
    erase(block) {
      putBack();
      painter.erase(block);
    },
    eraseAll() {
      putBack();
      listening?.abort();
      listening = null;
      painter.eraseAll();
    },
    repair(edits) {
      if (lifted.length === 0) return painter.repair(edits);
      const ours = new Set<Node>(lifted.map(({ element }) => element));
      // A lifted element is taken off the page, and its text out of it.
      const theirs = edits.shifts.filter(
        ({ target, removed }) => !ours.has(target) && !(removed[0] && ours.has(removed[0])),
      );
      const rest = pickEdits(edits, theirs);
      if (isNothing(rest)) return new Set();
      putBack();
      return painter.repair(rest);
    },
  };
}

function lift(element: Element): Lifted {
  const nodes = [...element.childNodes];
  element.replaceWith(...nodes);
  return { element, nodes };
}

/** Boundaries inside a node that is moved would be left where it was. */
function keepSelection(selection: Selection, change: () => void): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  change();
  if (!anchorNode?.isConnected || !focusNode?.isConnected) return;
  const isSame =
    selection.anchorNode === anchorNode &&
    selection.anchorOffset === anchorOffset &&
    selection.focusNode === focusNode &&
    selection.focusOffset === focusOffset;
  if (isSame) return;
  selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}
