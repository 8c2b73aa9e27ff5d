/** Texts and drafts that come from outside (a file, a pipe, storage), checked at the door. */
import * as v from 'valibot';
import { faultOfIssue } from '../../faults/schema-fault.ts';
import { code, dateOrPart, day, identifier as id } from '../../glossary/fields.ts';
import { EVENTS, KINDS, RELATIONS } from '../../glossary/glossary.ts';
import { GlossaryError } from '../../glossary/parse-glossary.ts';
import { DRAFT_VERSION, type Draft, type DraftText } from './draft-types.ts';

const words = v.string();
const offset = v.pipe(v.number(), v.integer(code('notWhole')), v.minValue(0, code('negative')));
const confidence = v.pipe(
  v.number(),
  v.minValue(0, code('negative')),
  v.maxValue(1, code('tooLarge')),
);

const source = {
  id,
  publisher: words,
  title: words,
  author: v.optional(words),
  published: v.nullable(day),
  url: v.optional(words),
};
const quote = { source: id, start: offset, end: offset, quote: words };

const nameSchema = v.strictObject({
  key: words,
  text: words,
  lang: words,
  role: v.picklist(['short', 'long', 'alias']),
  sign: v.picklist(['defined', 'alias', 'named', 'concept', 'actor', 'venue', 'undefined']),
  kind: v.nullable(v.picklist(KINDS)),
  confidence,
  ...quote,
});

const claimSchema = v.strictObject({
  key: words,
  form: v.picklist(['defines', 'describes', 'happened', 'mentions']),
  asOf: v.nullable(day),
  when: v.array(
    v.strictObject({
      date: dateOrPart,
      what: v.picklist(EVENTS),
      ordinal: v.optional(v.number()),
      words,
    }),
  ),
  says: v.optional(words),
  said_by: v.optional(words),
  confidence,
  ...quote,
});

const relationSchema = v.strictObject({
  key: words,
  how: v.picklist(RELATIONS),
  to: words,
  toName: words,
  said_by: v.optional(words),
  confidence,
  ...quote,
});

const entrySchema = v.strictObject({
  id: words,
  kind: v.nullable(v.picklist(KINDS)),
  undefined: v.boolean(),
  confidence,
  names: v.array(nameSchema),
  claims: v.array(claimSchema),
  relations: v.array(relationSchema),
  conflicts: v.array(
    v.strictObject({
      what: v.picklist(EVENTS),
      ordinal: v.optional(v.number()),
      dates: v.array(words),
    }),
  ),
  rivals: v.array(words),
});

const draftSchema = v.strictObject({
  draft: v.literal(DRAFT_VERSION),
  // A draft of an older version has none: its acronyms are not told apart by what stands beside them.
  sources: v.array(v.strictObject({ ...source, names: v.optional(v.array(words), () => []) })),
  entries: v.array(entrySchema),
});

const textSchema = v.strictObject({
  ...source,
  publisher: v.optional(words, ''),
  title: v.optional(words, ''),
  published: v.optional(v.nullable(day), null),
  text: words,
});

/**
 * Check a draft.
 *
 * @throws GlossaryError naming `origin`, and path and remedy of each fault.
 */
export function parseDraft(input: unknown, origin: string): Draft {
  return parse(draftSchema, input, origin);
}

/** Whether a value means to be a draft, and no glossary. */
export function isDraft(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'draft' in input;
}

/**
 * Check a text with its source. What is left out of the source stays empty: nobody guesses it.
 *
 * @throws GlossaryError naming `origin`, and path and remedy of each fault.
 */
export function parseDraftText(input: unknown, origin: string): DraftText {
  return parse(textSchema, input, origin);
}

function parse<TSchema extends v.GenericSchema>(
  schema: TSchema,
  input: unknown,
  origin: string,
): v.InferOutput<TSchema> {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  throw new GlossaryError(
    origin,
    result.issues.map((issue) => faultOfIssue(issue)),
  );
}
