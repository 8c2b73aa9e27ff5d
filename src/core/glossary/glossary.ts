/**
 * The format of a glossary: schema and types, from one declaration.
 *
 * A glossary comes from outside (a bundled file, storage, an import), so `parseGlossary` checks it
 * once; all other code trusts the types. All strings in it are plain text.
 */
import * as v from 'valibot';
import { CAPS } from './caps.ts';
import { address, code, dateOrPart, day, identifier, language, line, list } from './fields.ts';

/** The newest version of the format that this build can read. */
export const SCHEMA_VERSION = 1;

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

/** How an entry relates to another one: "this entry <relation> that entry". */
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

export const sourceSchema = v.strictObject({
  id: identifier,
  /** `text`: a text that was read. `background`: general knowledge that the texts presuppose. */
  kind: v.optional(v.picklist(['text', 'background']), 'text'),
  publisher: line(CAPS.label),
  title: line(CAPS.label),
  author: v.optional(line(CAPS.label)),
  published: day,
  /** How the date is known if the source does not print it. */
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
   * The share (0 to 1) of the name's uses, in news of all subjects, that mean this entry. The
   * larger it is, the less evidence a mention needs. Without it the letters of the name decide.
   */
  usually: v.optional(
    v.pipe(v.number(), v.minValue(0, code('notAShare')), v.maxValue(1, code('notAShare'))),
  ),
  /**
   * True if bodies of several countries have this name. It means this entry where one of its
   * parties is named as the owner ("Seoul's Joint Chiefs of Staff").
   */
  shared: v.optional(v.boolean()),
  /** The source in which this name occurs; by default the entry's basis. */
  source: v.optional(identifier),
});

/** What a claim or a level says in another language. */
const wordingSchema = v.strictObject({
  lang: language,
  text: line(CAPS.claim),
  said_by: v.optional(line(CAPS.label)),
  /** The words of `when.label`. */
  label: v.optional(line(CAPS.eventLabel)),
});

const claimSchema = v.strictObject({
  text: line(CAPS.claim),
  source: identifier,
  /** The day for which it was said to be true. */
  asOf: day,
  /** Whose view it is, if it is a view: we never state an attributed view as a fact. */
  said_by: v.optional(line(CAPS.label)),
  /** The event that the claim tells of; a claim about a lasting state has none. */
  when: v.optional(
    v.strictObject({
      date: dateOrPart,
      what: v.picklist(EVENTS),
      /** The event in a few words ("framework document signed"), for the timeline. */
      label: v.optional(line(CAPS.eventLabel)),
    }),
  ),
  translations: v.optional(list(wordingSchema)),
  /** The sentence it was taken from; only in glossaries that readers build for themselves. */
  quote: v.optional(line(2_000)),
});

const relationSchema = v.strictObject({
  entry: identifier,
  how: v.picklist(RELATIONS),
  source: identifier,
  said_by: v.optional(line(CAPS.label)),
});

const rivalSchema = v.strictObject({
  /** The other meaning of the same letters, as a card names it. */
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
  /** The level at which it meets or acts (such as ministers), if a source says so. */
  level: v.optional(
    v.strictObject({
      text: line(CAPS.label),
      source: identifier,
      asOf: day,
      said_by: v.optional(line(CAPS.label)),
      translations: v.optional(list(v.omit(wordingSchema, ['label']))),
    }),
  ),
  related: v.optional(list(relationSchema), []),
  /** Words and phrases that are evidence for this sense where they stand near a name. */
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
  /** The page on the web that tells of the glossary, for people. */
  home: v.optional(address),
  /** The SHA-256 of the published file, by `checkSeal`; not kept, since storing changes the file. */
  sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, code('badSum')))),
  sources: list(sourceSchema, CAPS.sources),
  entries: list(entrySchema, CAPS.entries, 'tooManyEntries'),
});

/** A set of entries with the sources they rest on. */
export type Glossary = Omit<v.InferOutput<typeof glossarySchema>, 'sha256'>;
/** One text that claims were taken from. */
export type Source = Glossary['sources'][number];
/** One sense of a term. */
export type Entry = Glossary['entries'][number];
/** A string that denotes an entry in a text. */
export type Name = Entry['names'][number];
/** One dated, sourced statement. */
export type Claim = Entry['claims'][number];
/** How an entry relates to another one. */
export type Relation = Entry['related'][number];
/** Another meaning of the same letters, outside the glossary. */
export type Rival = Entry['rivals'][number];
