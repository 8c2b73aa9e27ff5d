/** Keeps the focus where the next act is, where an act takes away what had it. */

/** Where an element stands: its ancestors from the inside, each with the number of the child on the way. */
type Place = readonly { readonly outer: Element; readonly at: number }[];

/** Where the row was that Undo would bring back, and what stood beside it. */
interface Gone {
  readonly place: Place;
  readonly beside: ReadonlySet<Element>;
}

const FOCUSABLE =
  'button:not(:disabled), input:not(:disabled), select, textarea, a[href], summary, [tabindex="-1"]';

/**
 * Watch a page. Whatever had the focus and goes (a row that is removed, a form that closes, Undo once
 * it is pressed) hands it to what now stands in its place, else to what stands before. What Undo
 * brings back gets it once it is there. A reader who has gone elsewhere stays there.
 */
export function keepFocus(page: HTMLElement, signal: AbortSignal): void {
  let had: Element | null = null;
  let place: Place = [];
  let gone: Gone | null = null;
  let isAwaited = false;
  let given: Element | null = null;
  page.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      had = target;
      place = placeOf(target, page);
      if (target !== given) isAwaited = false;
    },
    { signal },
  );
  const give = (next: Element | null) => {
    given = next;
    if (next instanceof HTMLElement) next.focus();
  };
  const look = () => {
    const isFree = document.activeElement === document.body || document.activeElement === given;
    const back = isAwaited && isFree ? findBack(gone) : null;
    if (back !== null) {
      isAwaited = false;
      give(back);
      return;
    }
    if (had === null || had.isConnected || document.activeElement !== document.body) return;
    const isUndo = place.some(({ outer }) => outer.matches('.told'));
    if (isUndo) {
      const come = findBack(gone);
      isAwaited = come === null;
      give(come ?? nextIn(gone?.place ?? place));
      return;
    }
    const lost = place.slice(place.findIndex(({ outer }) => outer.isConnected));
    gone = { place: lost, beside: new Set(lost[0]?.outer.children) };
    give(nextIn(lost));
  };
  const observer = new MutationObserver(look);
  observer.observe(page, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

function placeOf(element: Element, page: Element): Place {
  const place: { outer: Element; at: number }[] = [];
  for (let inner = element; inner !== page && inner.parentElement !== null; ) {
    const outer = inner.parentElement;
    place.push({ outer, at: [...outer.children].indexOf(inner) });
    inner = outer;
  }
  return place;
}

/** What has come back where something had gone. */
function findBack(gone: Gone | null): Element | null {
  const [row] = gone?.place ?? [];
  const come = row && [...row.outer.children].find((child) => !gone?.beside.has(child));
  return come?.querySelector(FOCUSABLE) ?? null;
}

/** The nearest place for the focus, from the inside: behind first, then before. */
function nextIn(place: Place): Element | null {
  for (const { outer, at } of place) {
    if (!outer.isConnected) continue;
    const children = [...outer.children];
    const near = [...children.slice(at), ...children.slice(0, at).reverse()];
    for (const child of near) {
      const found = child.matches(FOCUSABLE) ? child : child.querySelector(FOCUSABLE);
      if (found !== null) return found;
    }
  }
  return null;
}
