import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A title that is scrolled into view and focused once it is there; it must be focusable. */
export function useShownTitle(): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => {
    title.current?.scrollIntoView({ block: 'nearest' });
    title.current?.focus({ preventScroll: true });
  }, []);
  return title;
}
