/**
 * The glossary: its shape and its types, from one declaration.
 *
 * A glossary comes from outside (a bundled file, storage, an import), so it is checked once, by
 * `parseGlossary`; behind it the types are trusted. Everything in it is plain text.
 */
import * as v from 'valibot';
import type { FaultCode } from '../faults/fault.ts';
import { isReadable } from '../text/look-alikes.ts';

/** The newest version of the format that this build can read. */
export const SCHEMA_VERSION = 1;

/** Caps on what comes from outside: enough for any honest glossary, too little to hurt a browser. */
export const CAPS = {
  entries: 50_000,
  namesPerEntry: 50,
  listPerEntry: 200,
  sources: 10_000,
  /** Entries that may have one name: more than there are countries, each with its ministries. */
  bearers: 200,
  /** Names that may begin with the same two words: a page looks through all of them at each. */
  beginnings: 2_000,
  /** UTF-16 code units. */
  id: 80,
  name: 200,
  gloss: 600,
  claim: 600,
  label: 300,
  url: 2_000,
} as const;

export const KINDS = [
  'body',
  'alliance',
  'command',
  'force',
  'ministry',
  'think tank',
  'meeting',
  'agreement',
  'law',
  'program',
  'exercise',
  'weapon',
  'concept',
  'place',
] as const;

/** How an entry relates to another one; read as "this entry … that entry". */
export const RELATIONS = [
  'modelled on',
  'rests on',
  'part of',
  'set up by',
  'carries out',
  'concerns',
  'met at',
  'confused with',
] as const;

/** What happened at the date of a claim. */
export const EVENTS = [
  'founded',
  'met',
  'signed',
  'lapsed',
  'planned',
  'announced',
  'said',
  'reported',
] as const;

/** A schema's message is the code of the fault: its words are chosen where it is told. */
const code = (fault: FaultCode): string => fault;

const line = (max: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(code('empty')),
    v.maxLength(max, code('tooLong')),
    v.check(isPlainText, code('notPlain')),
    v.check(isReadable, code('unseen')),
  );

const identifier = v.pipe(
  v.string(),
  v.maxLength(CAPS.id, code('tooLong')),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, code('badId')),
);

const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, code('badLanguage')),
);

/** A whole day: `2022-03-16`. */
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, code('badDate')),
  v.check(isRealDate, code('noSuchDate')),
);

/** A day, a month or a year: `2018-01-05`, `2018-01`, `2018`. */
const dateOrPart = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, code('badPartialDate')),
  v.check(isRealDate, code('noSuchDate')),
);

const address = v.pipe(
  v.string(),
  v.maxLength(CAPS.url, code('tooLong')),
  v.regex(/^https?:\/\/\S+$/, code('badAddress')),
  v.check(isWebAddress, code('noSuchAddress')),
);

/** The length is checked before the items are: millions of faulty ones would fill the memory. */
const list = <const TItem extends v.GenericSchema>(
  item: TItem,
  max: number = CAPS.listPerEntry,
  tooMany: FaultCode = 'tooMany',
) => v.pipe(v.array(v.unknown()), v.maxLength(max, code(tooMany)), v.array(item));

const sourceSchema = v.strictObject({
  id: identifier,
  /** `text`: what was read. `background`: general knowledge that the texts take for granted. */
  kind: v.optional(v.picklist(['text', 'background']), 'text'),
  publisher: line(CAPS.label),
  title: line(CAPS.label),
  author: v.optional(line(CAPS.label)),
  published: day,
  /** How the date is known, where the source does not print it. */
  publishedBasis: v.optional(line(CAPS.label)),
  url: v.optional(address),
});

const nameSchema = v.strictObject({
  text: line(CAPS.name),
  lang: language,
  role: v.picklist(['short', 'long', 'alias']),
  /** `exact`: only as written (CNI, Pentagon). `any`: upper and lower case alike. */
  case: v.picklist(['exact', 'any']),
  /**
   * The share of its uses in news of all subjects, from 0 to 1, in which the name means this entry:
   * the larger, the less else has to speak for it. Worked out from its letters unless said.
   */
  usually: v.optional(
    v.pipe(v.number(), v.minValue(0, code('notAShare')), v.maxValue(1, code('notAShare'))),
  ),
  /**
   * Bodies of several countries bear the name: it means this entry where a country among its
   * parties is named as the owner ("Seoul's Joint Chiefs of Staff").
   */
  shared: v.optional(v.boolean()),
  /** The source that has this name; the entry's basis unless said. */
  source: v.optional(identifier),
});

const claimSchema = v.strictObject({
  text: line(CAPS.claim),
  source: identifier,
  /** The day for which it was said to be true. */
  asOf: day,
  /** Whose view it is, where it is a view: an attributed view is never told as a fact. */
  said_by: v.optional(line(CAPS.label)),
  /** What happened when; a claim about a state has none. */
  when: v.optional(v.strictObject({ date: dateOrPart, what: v.picklist(EVENTS) })),
  /** The sentence it was taken from: only in glossaries that a reader builds for himself. */
  quote: v.optional(line(2_000)),
});

const relationSchema = v.strictObject({
  entry: identifier,
  how: v.picklist(RELATIONS),
  source: identifier,
  said_by: v.optional(line(CAPS.label)),
});

const rivalSchema = v.strictObject({
  /** What the same letters stand for there; the card names it as another meaning. */
  long: line(CAPS.name),
  cues: v.optional(list(line(CAPS.name)), []),
});

export const entrySchema = v.strictObject({
  id: identifier,
  kind: v.picklist(KINDS),
  names: v.pipe(list(nameSchema, CAPS.namesPerEntry), v.minLength(1, code('noName'))),
  /** One or two plain sentences for a person who has never heard of it. */
  gloss: line(CAPS.gloss),
  /** The sources that the gloss rests on. */
  basis: v.pipe(list(identifier), v.minLength(1, code('noBasis'))),
  /** The gloss in other languages. */
  translations: v.optional(list(v.strictObject({ lang: language, gloss: line(CAPS.gloss) })), []),
  /** ISO 3166 codes of countries (`KR`), or ids of entries of this glossary (`nato`). */
  parties: v.optional(
    list(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}|[a-z0-9]+(?:-[a-z0-9]+)*)$/, code('badCode')))),
    [],
  ),
  /** At which level it meets or acts, where a source says so. */
  level: v.optional(
    v.strictObject({
      text: line(CAPS.label),
      source: identifier,
      asOf: day,
      said_by: v.optional(line(CAPS.label)),
    }),
  ),
  related: v.optional(list(relationSchema), []),
  /** Words and phrases that speak for this sense when they stand near. */
  cues: v.optional(list(line(CAPS.name)), []),
  rivals: v.optional(list(rivalSchema), []),
  claims: v.optional(list(claimSchema), []),
});

export const glossarySchema = v.strictObject({
  $schema: v.optional(v.string()),
  schema: v.literal(SCHEMA_VERSION),
  id: identifier,
  title: line(CAPS.label),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, code('badVersion'))),
  language,
  licence: line(CAPS.label),
  sources: list(sourceSchema, CAPS.sources),
  entries: list(entrySchema, CAPS.entries, 'tooManyEntries'),
});

/** A set of entries with the sources they rest on. */
export type Glossary = v.InferOutput<typeof glossarySchema>;
/** One text that claims were taken from. */
export type Source = Glossary['sources'][number];
/** One sense of a term. */
export type Entry = Glossary['entries'][number];
/** A string by which an entry is written. */
export type Name = Entry['names'][number];
/** One dated, sourced statement. */
export type Claim = Entry['claims'][number];
/** How an entry stands to another one. */
export type Relation = Entry['related'][number];
/** A meaning of the same letters that is not ours. */
export type Rival = Entry['rivals'][number];

/**
 * No control characters, no halves of a surrogate pair, and no format characters, which turn the
 * direction of text or hide in it, nor letters without a shape, such as the Hangul fillers. The two
 * joiners are letters' business in Persian and Hindi.
 */
function isPlainText(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5|(?![\u200c\u200d])\p{Cf}/u.test(
    text,
  );
}

/** Whether a date, or a part of one, stands in the calendar. */
function isRealDate(text: string): boolean {
  const [year = 0, month = 1, dayOfMonth = 1] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

/** The parser of addresses drops control characters, so none may hide where it would pass. */
function isWebAddress(text: string): boolean {
  if (!isPlainText(text)) return false;
  try {
    return ['https:', 'http:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
