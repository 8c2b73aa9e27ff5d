/** Checks messages to the background: the process of a page may have been taken over. */
import * as v from 'valibot';
import { MOST_MARKUP, MOST_SAID } from '../../core/reading/telling.ts';
import type { Messages, Name } from './messages.ts';
import { MOST_TERMS } from './report-caps.ts';

/** Text of one sheet, in UTF-16 code units; the gate lets no more through at once. */
const MOST_TEXT = 20_000_000;
/** Blocks of one sheet, and blocks that are gone. */
const MOST_BLOCKS = 1_000_000;
/** Entries in one message of the popup. */
const MOST_REFS = 20_000;
/** Terms in the report of a frame, which caps them itself. */
const MOST_REPORTED = MOST_TERMS.frame.ours + MOST_TERMS.frame.own;

const text = v.pipe(v.string(), v.maxLength(2_000));
/** `<glossary id>/<entry id>`, as in the settings; null for a term of the page's own. */
const ref = v.nullable(v.pipe(v.string(), v.maxLength(161), v.regex(/^[^/]+\/[^/]+$/)));
const whole = v.pipe(v.number(), v.integer());
const reason = v.variant('kind', [
  v.strictObject({ kind: v.literal('name') }),
  v.strictObject({ kind: v.literal('defined'), long: text }),
  v.strictObject({ kind: v.literal('own'), long: text, isGloss: v.exactOptional(v.boolean()) }),
  v.strictObject({ kind: v.literal('evidence'), words: v.pipe(v.array(text), v.maxLength(10)) }),
]);
const term = v.strictObject({ ref, name: text, long: text, count: whole, reason });
const summary = v.strictObject({
  state: v.picklist(['read', 'off', 'left', 'resting']),
  terms: v.pipe(v.array(term), v.maxLength(MOST_REPORTED)),
  over: v.pipe(whole, v.minValue(0)),
  since: v.number(),
});

const markup = v.strictObject({
  kind: v.picklist(['row', 'abbr', 'dfn', 'dt', 'term']),
  says: v.pipe(v.string(), v.maxLength(MOST_SAID)),
  start: whole,
  end: whole,
});
const wholes = v.pipe(v.array(whole), v.maxLength(MOST_BLOCKS));
const numbers = v.pipe(v.array(v.number()), v.maxLength(MOST_BLOCKS));
const parts = v.strictObject({
  first: whole,
  text: v.pipe(v.string(), v.maxLength(MOST_TEXT)),
  ends: wholes,
  sections: wholes,
  orders: numbers,
  markup: v.pipe(
    v.array(v.strictTuple([whole, v.pipe(v.array(markup), v.maxLength(MOST_MARKUP))])),
    v.maxLength(MOST_BLOCKS),
  ),
});
/** The blocks follow one another, to the end of the text; each has all that belongs to it. */
const sheet = v.pipe(
  parts,
  v.check(({ text, ends, sections, orders, markup }) => {
    const isInOrder = ends.every((end, i) => end >= (ends[i - 1] ?? 0));
    const isWhole = (ends.at(-1) ?? 0) === text.length;
    const hasAll = sections.length === ends.length && orders.length === ends.length;
    return isInOrder && isWhole && hasAll && markup.every(([i]) => i >= 0 && i < ends.length);
  }),
);
const telling = v.strictObject({
  page: text,
  count: v.pipe(whole, v.minValue(0)),
  lang: text,
  sheets: v.pipe(v.array(sheet), v.maxLength(MOST_BLOCKS)),
  gone: wholes,
  orders: v.pipe(v.array(v.strictTuple([whole, v.number()])), v.maxLength(MOST_BLOCKS)),
});

/**
 * The arguments that each message to the background may carry. The compiler holds each schema to the
 * signature of its message.
 */
const SCHEMAS = {
  read: v.strictTuple([telling]),
  explain: v.strictTuple([text]),
  report: v.strictTuple([summary]),
  identify: v.strictTuple([text]),
  setKnown: v.strictTuple([text, v.boolean()]),
  setNotHere: v.strictTuple([text, v.boolean()]),
  searchLibrary: v.strictTuple([text, v.pipe(whole, v.minValue(0))]),
  explainAll: v.strictTuple([v.pipe(v.array(text), v.maxLength(MOST_REFS))]),
  askPlace: v.strictTuple([]),
  askSearchAddress: v.strictTuple([]),
  bringIn: v.strictTuple([v.boolean(), v.number()]),
  loadPart: v.strictTuple([v.picklist(['card', 'marker', 'sieve', 'shadow-css'])]),
  setRules: v.strictTuple([v.boolean()]),
  summarise: v.strictTuple([whole]),
  listFaults: v.strictTuple([]),
  fetchFirst: v.strictTuple([text]),
  checkSubscription: v.strictTuple([text]),
} satisfies { readonly [K in Name]?: v.GenericSchema<unknown, Parameters<Messages[K]>> };

type Door = (args: readonly unknown[]) => boolean;

const doors = Object.entries(SCHEMAS).map(([name, schema]): [string, Door] => [
  name,
  (args) => v.is(schema, args),
]);

/** One door for each schema, by the name of its message: `fromEntries` forgets the names. */
export const BACKGROUND_DOORS = Object.fromEntries(doors) as unknown as {
  readonly [K in keyof typeof SCHEMAS]: Door;
};
