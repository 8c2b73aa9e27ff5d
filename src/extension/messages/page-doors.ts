/** Checks messages to a page, which come from the extension. Small, so it uses no schemas. */
import type { Doors } from './messages.ts';

const isNothing = (args: readonly unknown[]) => args.length === 0;
const isText = ([text]: readonly unknown[]) => typeof text === 'string';

export const PAGE_DOORS = {
  isThere: isNothing,
  askAgain: isNothing,
  hasFocus: isNothing,
  step: ([direction]) => direction === 'next' || direction === 'previous',
  explainSelection: isText,
  say: isText,
  jump: ([term]) =>
    isObject(term) &&
    (term.ref === null || typeof term.ref === 'string') &&
    typeof term.name === 'string',
} satisfies Doors;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
