/** Words that stand for a thing named before: "the group", "the document", "the third meeting". */
import type { Span } from '../mention.ts';
import { findAll } from './matches.ts';
import type { NamedSpan } from './mentions.ts';

/** Nouns that a body or a paper is called by, once it has been named. */
const NOUNS =
  'group|body|forum|council|committee|commission|alliance|organization|institute|command|agency|board|dialogue|mechanism|declaration|treaty|pact|accord|agreement|document|framework|memorandum|charter|protocol|statement';
const STAND_IN = new RegExp(String.raw`\b[Tt]he (${NOUNS})\b(?! (?:of|on|for)\b)`, 'g');
const MEETING =
  /\b[Tt]he (?:inaugural|first|second|third|fourth|fifth|next|last|latest|previous|final|opening) (?:meeting|session|round|conference|gathering|summit)\b(?! (?:of|between|in \d{4} in)\b)|(?:첫|제?\d차|[두세네] 번째|다음) (?:회의|회담)/g;
/** "a framework document on the X", "the X framework document": afterwards "the document" is of X. */
const PAPER_BEFORE =
  /\b(document|agreement|framework|memorandum|declaration|statement|pact|deal|charter|protocol) (?:on|of|for|about|establishing|creating) (?:the |a )?$/;
const PAPER_BEHIND =
  /^ (?:framework )?(document|agreement|memorandum|declaration|statement|pact|charter|protocol)\b/;
/** "It" at the beginning stands for what the sentence before began with. */
const PRONOUN = /^(?:It|Its)\b/;
/** Before a subject stands at most a phrase of time or manner, and an article. */
const BEFORE_SUBJECT = /^["“]?(?:[^,]{1,60}, )?(?:[Tt]he |[Aa]n? )?(?:\S+['’]s )?$/;
/** Who is told to have met is the one whose next meeting is told, whoever is named in between. */
const MET = /(?<!\bnot )\b(?:met|meets?|meetings?|session|conference|convened)\b|회의|회담/;
/** A stand-in further from its name than this is anybody's guess. Sentences. */
const MEETING_REACH = 4;

/** What the article has spoken of up to here. */
export interface Topics {
  /** Find what stands in for names in a sentence; `named` are its mentions. */
  readonly find: (words: string, start: number, named: readonly NamedSpan[]) => NamedSpan[];
  /** Take note of a sentence that has been read, with what stands in for names in it. */
  readonly learn: (words: string, start: number, named: readonly NamedSpan[]) => void;
}

/**
 * Create the memory of one article.
 *
 * @param nouns - For each key, the nouns that it may be called by (the head of its name).
 * @param meets - Whether what a key stands for can meet.
 */
export function createTopics(
  nouns: ReadonlyMap<string, ReadonlySet<string>>,
  meets: (key: string) => boolean,
): Topics {
  const byNoun = new Map<string, string>();
  let body: { key: string; at: number; hasMet: boolean } | null = null;
  let subject: string | null = null;
  let sentence = 0;

  function find(words: string, start: number, named: readonly NamedSpan[]): NamedSpan[] {
    const found: NamedSpan[] = [];
    const add = (span: Span, key: string | undefined) => {
      const isNamed = named.some(
        (each) => each.start < start + span.end && start + span.start < each.end,
      );
      if (key === undefined || isNamed || named.some((each) => each.key === key)) return;
      found.push({ key, start: start + span.start, end: start + span.end, indirect: true });
    };
    const pronoun = subject === null ? null : PRONOUN.exec(words);
    if (pronoun !== null) add({ start: 0, end: pronoun[0].length }, subject ?? undefined);
    for (const { 0: match, 1: noun = '', index } of findAll(STAND_IN, words)) {
      add({ start: index, end: index + match.length }, byNoun.get(noun));
    }
    if (body !== null && sentence - body.at <= MEETING_REACH) {
      for (const { 0: match, index } of findAll(MEETING, words)) {
        add({ start: index, end: index + match.length }, body.key);
      }
    }
    return found;
  }

  function learn(words: string, start: number, named: readonly NamedSpan[]): void {
    sentence++;
    const first = named[0];
    const isSubject =
      first !== undefined && BEFORE_SUBJECT.test(words.slice(0, first.start - start));
    subject = isSubject ? first.key : null;
    const meeting = named.find(({ key }) => meets(key));
    const hasMet = MET.test(words);
    const isFresh = body?.hasMet && sentence - body.at <= MEETING_REACH;
    if (meeting !== undefined && (hasMet || !isFresh)) {
      body = { key: meeting.key, at: sentence, hasMet };
    }
    for (const { key, ...span } of named) {
      for (const noun of nouns.get(key) ?? []) byNoun.set(noun, key);
      const before = words.slice(Math.max(0, span.start - start - 40), span.start - start);
      const paper =
        PAPER_BEFORE.exec(before)?.[1] ?? PAPER_BEHIND.exec(words.slice(span.end - start))?.[1];
      if (paper !== undefined) byNoun.set(paper, key);
    }
  }

  return { find, learn };
}

/** The nouns that a thing may be called by: the head of its name, in small letters. */
export function nounsOfName(name: string): string[] {
  const words = name.toLowerCase().split(/\s+/);
  const stop = words.findIndex((word, i) => i > 0 && /^(?:of|for|on)$/.test(word));
  const head = (stop < 0 ? words : words.slice(0, stop)).at(-1);
  return head !== undefined && new RegExp(`^(?:${NOUNS})$`).test(head) ? [head] : [];
}
