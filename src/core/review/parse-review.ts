/** Checks reviews that come from storage. */
import * as v from 'valibot';
import { EVENTS, KINDS } from '../glossary/glossary.ts';
import type { ReviewHead } from './review-types.ts';

const text = v.string();
const item = { id: text, on: v.optional(v.boolean()), text: v.optional(text) };
const source = {
  publisher: text,
  title: text,
  published: v.nullable(v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  url: v.optional(text),
};
const claim = {
  ...item,
  what: v.optional(v.nullable(v.picklist(EVENTS))),
  date: v.optional(text),
  by: v.optional(text),
  from: v.optional(v.nullable(v.object(source))),
};

const headSchema = v.object({
  id: text,
  begun: text,
  source: v.object({
    ...source,
    id: v.pipe(text, v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
    author: v.optional(text),
  }),
  claimed: v.optional(v.object({ publisher: v.optional(text), site: v.optional(text) })),
  target: v.union([v.object({ id: text }), v.object({ title: text })]),
  choices: v.array(
    v.object({
      entry: text,
      verdict: v.picklist(['open', 'accepted', 'rejected', 'kept']),
      edit: v.object({
        into: v.optional(v.nullable(text)),
        kind: v.optional(v.picklist(KINDS)),
        gloss: v.optional(text),
        long: v.optional(text),
        names: v.optional(v.array(v.object(item))),
        claims: v.optional(v.array(v.object(claim))),
      }),
    }),
  ),
  total: v.nullable(v.number()),
});

/** Check the head of a review; null if this version cannot read it. */
export function parseReviewHead(input: unknown): ReviewHead | null {
  const result = v.safeParse(headSchema, input);
  return result.success ? result.output : null;
}
