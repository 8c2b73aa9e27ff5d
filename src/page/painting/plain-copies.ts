/** Keeps the elements that wrap mentions out of formatted copies that readers make. */
import { isNothing, pickEdits } from '../text/edits.ts';
import { ELEMENT } from '../text/own-element.ts';
import type { Painter } from './painter.ts';

/** An element of ours that was removed from around its nodes for the time of a copy. */
interface Lifted {
  readonly element: Element;
  readonly nodes: readonly ChildNode[];
}

/**
 * Extend a painter that wraps: while a selection is copied, its elements are lifted out, and the
 * next task puts them back. The browser then copies with all styles what it would copy without us;
 * a text that we put on the clipboard would have no styles.
 *
 * The page's text nodes stay as they are, and the painter does not learn of the lifting. If the
 * page changes something meanwhile, all is put back at once and the painter repairs it. A copy that
 * the page makes itself, or without an element of ours, is left alone. We listen for copies only
 * while something is painted.
 */
export function keepCopiesPlain(painter: Painter, document: Document): Painter {
  let lifted: Lifted[] = [];
  let listening: AbortController | null = null;

  function listen(): void {
    if (listening) return;
    listening = new AbortController();
    const { signal } = listening;
    // On the window, after all listeners of the page, which may prevent the copy.
    document.defaultView?.addEventListener('copy', onCopy, { signal });
  }

  function onCopy(event: ClipboardEvent): void {
    const selection = document.getSelection();
    if (!event.isTrusted || event.defaultPrevented || lifted.length > 0) return;
    // Firefox allows several ranges, and a script cannot restore those as they were.
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
        // Nodes that the page has removed meanwhile stay as they are; the painter repairs them.
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
      // Lifting makes two kinds of records: texts leave our element, and it leaves the page.
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

/** Make a change and restore the selection: a moved node leaves its boundaries behind. */
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
