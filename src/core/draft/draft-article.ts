/** One text: the names it uses, and what it says about them. */
import type { Span } from '../mention.ts';
import { type ArticleName, findArticleNames } from './article-names.ts';
import { findSpeaker, goesOn, learnName, learnNames } from './attribution.ts';
import { findPassages, type Passage } from './boilerplate.ts';
import { type Clause, findClauses, findKoreanClauses } from './clauses.ts';
import { type DatedSpan, type DatePart, partByDates } from './date-parts.ts';
import { findDates } from './dates.ts';
import type { DraftClaim, DraftName, DraftRelation, DraftText, Evidence } from './draft-types.ts';
import { readEvents } from './events.ts';
import { findMentions, makePlain, type NamedSpan } from './mentions.ts';
import { languageOf } from './name-keys.ts';
import { cutSentences } from './sentences.ts';
import { createTopics, nounsOfName } from './stand-ins.ts';
import { findTies } from './ties.ts';

/** Dates that lean on others, which may stand in sentences that name nothing. */
const LEANS = /\b(?:that|the same) (?:year|month)\b|그해|같은 해|이듬해/;

/** What one text says: items that each name their key. */
export interface Findings {
  readonly names: readonly DraftName[];
  readonly claims: readonly DraftClaim[];
  readonly relations: readonly DraftRelation[];
}

/** A sentence that only names a thing, one that dates it too, and one under a picture. */
const MENTIONED = 0.4;
const DATED = 0.6;
const IN_CAPTION = 0.15;
/** How far "it" and "the group" can be trusted to be what they seem. */
const INDIRECT = 0.8;
/** How far a date can be trusted that shares its words with another one. */
const ONE_OF_SEVERAL = 0.9;
/** Sentences are hardly longer; what is has lost its full stops. UTF-16 code units. */
const MAX_QUOTE = 1_200;

/** Find the names of a text and what it says about them. Takes time linear in its length. */
export function draftArticle(article: DraftText): Findings {
  const { text } = article;
  const passages = findPassages(text);
  const plain = makePlain(text);
  const names = findArticleNames(plain, text, passages);
  if (names.length === 0) return { names: [], claims: [], relations: [] };
  const mentions = findMentions(plain, names);
  const reader = createReader(article, names);
  let next = 0;
  for (const passage of passages) {
    reader.beginPassage(passage);
    for (const sentence of cutSentences(plain.text, passage)) {
      while (next < mentions.length && mentions[next]!.start < sentence.start) next++;
      const named: NamedSpan[] = [];
      while (next < mentions.length && mentions[next]!.end <= sentence.end)
        named.push(mentions[next++]!);
      reader.readSentence(plain.text.slice(sentence.start, sentence.end), sentence, named);
    }
  }
  return {
    names: names.map(({ start, end, key, text: name, role, sign, kind, confidence }) => ({
      key,
      text: name,
      lang: languageOf(name),
      role,
      sign,
      kind,
      confidence,
      ...evidenceOf(article, { start, end }),
    })),
    claims: reader.claims,
    relations: reader.relations,
  };
}

function evidenceOf({ id, text }: DraftText, { start, end }: Span): Evidence {
  // A slice keeps the whole text in memory; a copy of it does not.
  const quote = ` ${text.slice(start, end)}`.slice(1);
  return { source: id, start, end, quote };
}

function createReader(article: DraftText, names: readonly ArticleName[]) {
  const claims: DraftClaim[] = [];
  const relations: DraftRelation[] = [];
  const fullNames = new Map<string, string>();
  const has = traitsOf(names);
  const topics = createTopics(nounsByKey(names), has.meetings);
  const asOf = article.published;
  const leans = LEANS.test(article.text);
  let kind: Passage['kind'] = 'prose';
  let lastDate: string | null = null;
  let lastSpeaker: string | null = null;
  let said: string | null = null;

  function beginPassage(passage: Passage): void {
    kind = passage.kind;
    said = null;
  }

  function readSentence(words: string, sentence: Span, mentions: readonly NamedSpan[]): void {
    if (words.length > MAX_QUOTE) return;
    const standIns = topics.find(words, sentence.start, mentions);
    learnNames(words, fullNames);
    const subjects = [...mentions, ...standIns].sort((a, b) => a.start - b.start);
    topics.learn(words, sentence.start, subjects);
    const isTold = subjects.length > 0 || said !== null || /["”]|\bsa(?:id|ys)\b/.test(words);
    const speaker = isTold ? findSpeaker(words, { last: lastSpeaker, fullNames }) : null;
    if (speaker !== null) {
      lastSpeaker = speaker;
      learnName(speaker, fullNames);
    }
    said = speaker ?? (said !== null && goesOn(words) ? said : null);
    if (subjects.length === 0 && !leans) return;
    const dates = findDates(words, { published: asOf, last: lastDate });
    lastDate = dates.at(-1)?.date ?? lastDate;
    if (subjects.length === 0) return;
    const events = readEvents(words, dates);
    const named = subjects.map((each) => ({ ...each, ...relative(each, sentence) }));
    for (const mention of distinct(named)) {
      const own = dates.map((date) => has.event(mention.key) && isOwnDate(date, mention, named));
      let left = dates.map((_, i) => i).filter((i) => own[i]);
      for (const clause of clausesOf(words, mention, left.length > 0)) {
        const inside = left.filter(
          (i) => clause.start <= dates[i]!.start && dates[i]!.end <= clause.end,
        );
        left = left.filter((i) => !inside.includes(i));
        const dated = inside.map((i) => ({
          start: dates[i]!.start,
          end: dates[i]!.end,
          when: { ...events[i]!, ...(clause.event && { what: clause.event }) },
        }));
        for (const part of partsOf(words, clause, dated)) {
          if (isOfAnother(words, part, mention, named)) continue;
          claims.push(createClaim(mention, clause, sentence, part));
        }
      }
    }
    readTies(words, sentence, named);
  }

  function clausesOf(words: string, mention: Span, isDated: boolean): Clause[] {
    const end = words.length;
    if (kind === 'caption') return [{ start: 0, end, form: 'mentions', confidence: IN_CAPTION }];
    const find = /[가-힣]/.test(words) ? findKoreanClauses : findClauses;
    const clauses = find(words, mention).filter((clause) => clause.end - clause.start > 8);
    const covered = clauses.reduce((sum, clause) => sum + clause.end - clause.start, 0);
    if (covered >= end * 0.8) return clauses;
    const confidence = isDated ? DATED : MENTIONED;
    return [...clauses, { start: 0, end, form: isDated ? 'happened' : 'mentions', confidence }];
  }

  function createClaim(
    { key, indirect }: NamedSpan,
    clause: Clause,
    sentence: Span,
    { when, says, isAlone }: DatePart,
  ): DraftClaim {
    const span = { start: sentence.start + clause.start, end: sentence.start + clause.end };
    const trust = (indirect ? INDIRECT : 1) * (isAlone ? 1 : ONE_OF_SEVERAL);
    return {
      key,
      form: clause.form,
      asOf,
      when,
      ...(says !== null && { says }),
      ...(said !== null && { said_by: said }),
      confidence: Math.round(clause.confidence * trust * 100) / 100,
      ...evidenceOf(article, span),
    };
  }

  function readTies(words: string, sentence: Span, named: readonly NamedSpan[]): void {
    if (named.length < 2) return;
    for (const { from, to, start, end, how, confidence } of findTies(words, named)) {
      relations.push({
        key: from.key,
        how,
        to: to.key,
        toName: words.slice(to.start, to.end),
        ...(said !== null && { said_by: said }),
        confidence,
        ...evidenceOf(article, { start: sentence.start + start, end: sentence.start + end }),
      });
    }
  }

  return { claims, relations, beginPassage, readSentence };
}

const relative = ({ start, end }: Span, { start: from }: Span): Span => ({
  start: start - from,
  end: end - from,
});

/** The first mention of each thing: a sentence says one thing about it, however often it is named. */
function distinct(mentions: readonly NamedSpan[]): NamedSpan[] {
  const seen = new Set<string>();
  return mentions.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function nounsByKey(names: readonly ArticleName[]): Map<string, Set<string>> {
  const nouns = new Map<string, Set<string>>();
  for (const { key, text, role } of names) {
    if (role === 'short') continue;
    const known = nouns.get(key) ?? new Set();
    for (const noun of nounsOfName(text)) known.add(noun);
    nouns.set(key, known);
  }
  return nouns;
}

/** What can meet, and what can begin, be signed or end: no concept and no place. */
function traitsOf(names: readonly ArticleName[]) {
  const keysOf = (test: (name: ArticleName) => boolean) =>
    new Set(names.filter(test).map(({ key }) => key));
  const meeting = keysOf(({ kind }) => kind === 'body' || kind === 'alliance');
  const timeless = keysOf(({ sign }) => sign === 'concept');
  return {
    meetings: (key: string) => meeting.has(key),
    event: (key: string) => !timeless.has(key),
  };
}

/** What explains a thing stays whole, whatever dates it names. */
function partsOf(words: string, clause: Clause, dates: readonly DatedSpan[]): DatePart[] {
  if (clause.form !== 'defines') return partByDates(words, clause, dates);
  const { start, end } = clause;
  return [{ start, end, when: dates.map(({ when }) => when), says: null, isAlone: true }];
}

/** "The X met in July, and the Y met in June": a part that begins with a name is of that one. */
function isOfAnother(
  words: string,
  part: Span,
  mention: NamedSpan,
  named: readonly NamedSpan[],
): boolean {
  if (part.start <= mention.start && mention.end <= part.end) return false;
  return named.some(
    ({ key, start }) =>
      key !== mention.key &&
      start >= part.start &&
      /^(?:the )?$/i.test(words.slice(part.start, start)),
  );
}

/** A name right behind a date owns it; else the date speaks of names before it, or soon after. */
function isOwnDate(date: Span, mention: Span, named: readonly Span[]): boolean {
  const owner = named.find(({ start }) => start >= date.end && start - date.end <= OWNS);
  if (owner !== undefined) return owner.start === mention.start;
  return mention.start < date.start || mention.start - date.end <= SOON;
}

/** UTF-16 code units between a date and a name. */
const OWNS = 2;
const SOON = 30;
