/** One text: the names it uses, and what it says about them. */

import type { Span } from '../text/span.ts';
import { findSpeaker, goesOn, learnName, learnNames } from './claims/attribution.ts';
import { readEnglishEvents } from './claims/english-events.ts';
import { readKoreanEvents } from './claims/korean-events.ts';
import { readItem } from './claims/list-items.ts';
import { findStatements, readFragment, type Statement } from './claims/statements.ts';
import { findTies } from './claims/ties.ts';
import { findDates } from './dates/dates.ts';
import type {
  DraftClaim,
  DraftRelation,
  DraftText,
  Findings,
  Quote,
} from './format/draft-types.ts';
import { findArticleNames } from './names/article-names.ts';
import { findMentions, type NamedSpan } from './names/mentions.ts';
import { languageOf } from './names/name-keys.ts';
import type { ArticleName } from './names/name-list.ts';
import { fullestNames, meetingKeys, nounsByKey, workingKeys } from './names/name-traits.ts';
import { createTopics } from './names/stand-ins.ts';
import { findPassages } from './prose/boilerplate.ts';
import { uses } from './prose/heuristics.ts';
import type { Passage } from './prose/passage.ts';
import { makePlain } from './prose/plain-text.ts';
import { cutSentences } from './prose/sentences.ts';

/** Dates that refer to an earlier date, which may stand in a sentence without a name. */
const LEANS = /\b(?:that|the same) (?:year|month)\b|그해|같은 해|이듬해/;

/** "No: it was in December.", "That was wrong.", "It did not." */
const RETRACTS =
  /^(?:No[:,—–] |(?:That|This|It) (?:was|is) (?:wrong|false|not (?:so|true|right))|(?:It|They) (?:did|was|were|has|have|had|is) not\.|Neither happened)|^(?:그러나 )?(?:이는|이것은)? ?사실이 아니/;
/** Factor for the confidence in what is said of "it" or "the group". */
const INDIRECT = 0.8;
/** Longest quote, in UTF-16 code units: a longer sentence has lost its full stops. */
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
  const take = ({ start, end }: Span): NamedSpan[] => {
    while (next < mentions.length && mentions[next]!.start < start) next++;
    const named: NamedSpan[] = [];
    while (next < mentions.length && mentions[next]!.end <= end) named.push(mentions[next++]!);
    return named;
  };
  for (const passage of passages) {
    reader.beginPassage(passage);
    const words = ({ start, end }: Span) => plain.text.slice(start, end);
    if (passage.kind === 'heading') reader.beginSection(take(passage)[0]?.key ?? null);
    else if (passage.kind === 'break') reader.beginSection(null);
    else if (passage.kind === 'item') reader.readListItem(words(passage), passage);
    else {
      const sentences = cutSentences(plain.text, passage).map(
        (each) => [each, take(each)] as const,
      );
      const [first] = sentences;
      const label = first === undefined ? null : labelOf(words(first[0]), first[1]);
      if (label !== null) reader.beginSection(label);
      for (const [sentence, named] of label === null ? sentences : sentences.slice(1)) {
        reader.readSentence(words(sentence), sentence, named);
      }
      if (label !== null) reader.beginSection(null);
    }
  }
  const keyOf = (key: string): string => reader.formers.get(key) ?? key;
  const rekey = <TItem extends { readonly key: string }>(item: TItem): TItem => ({
    ...item,
    key: keyOf(item.key),
  });
  return {
    names: names.map(({ start, end, key, text: name, role, sign, kind, confidence }) => ({
      key: keyOf(key),
      text: name,
      lang: languageOf(name),
      role: keyOf(key) === key ? role : 'alias',
      sign,
      kind,
      confidence,
      ...quoteOf(article, { start, end }),
    })),
    claims: reader.claims.map(rekey),
    relations: reader.relations.map((it) => ({ ...rekey(it), to: keyOf(it.to) })),
  };
}

/** The thing that a line of a glossary names, of which the rest speaks: "NCG: Nuclear …". */
function labelOf(words: string, [short, long]: readonly NamedSpan[]): string | null {
  const isLabel = /^[^:.]{2,16}: [^:]{3,90}\.$/.test(words);
  return isLabel && short !== undefined && short.key === long?.key ? short.key : null;
}

function quoteOf({ id, text }: DraftText, { start, end }: Span): Quote {
  // A copy, since a slice would keep the whole text in memory.
  const quote = ` ${text.slice(start, end)}`.slice(1);
  return { source: id, start, end, quote };
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its parts share what has been read of the article so far
function createReader(article: DraftText, names: readonly ArticleName[]) {
  const claims: DraftClaim[] = [];
  const relations: DraftRelation[] = [];
  /** Keys of names that are no longer used, with those of today. */
  const formers = new Map<string, string>();
  const fullNames = new Map<string, string>();
  const fullest = fullestNames(article.text, names);
  const topics = createTopics(nounsByKey(names), meetingKeys(names), workingKeys(names));
  const asOf = article.published;
  const leans = LEANS.test(article.text);
  let kind: Passage['kind'] = 'prose';
  let lastDate: string | null = null;
  let lastSpeaker: string | null = null;
  let said: string | null = null;
  /** Where the claims of the sentence before begin. */
  let lastFrom = 0;

  function beginPassage(passage: Passage): void {
    kind = passage.kind;
    said = null;
  }

  function beginSection(key: string | null): void {
    topics.beginSection(key);
    lastDate = null;
  }

  /** "Last met: 27 July 2024", below the heading that names what met. */
  function readListItem(words: string, item: Span): void {
    const key = topics.section();
    if (key === null) return;
    const statement = readItem(words, fullest.get(key) ?? '', asOf);
    if (statement === null) return;
    claims.push(createClaim({ key, ...item }, statement, item));
  }

  function readSentence(words: string, sentence: Span, mentions: readonly NamedSpan[]): void {
    if (words.length > MAX_QUOTE) return;
    if (RETRACTS.test(words)) retract();
    lastFrom = claims.length;
    const opening = topics.opening();
    const fragment = opening === null ? null : readFragment(words, fullest.get(opening) ?? '');
    if (opening !== null && fragment !== null) {
      claims.push(createClaim({ key: opening, ...sentence }, fragment, sentence));
      topics.beginSection(opening, true);
      if (!topics.isBare(words)) return;
    }
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
    lastDate = dates.at(-1)?.past ?? dates.at(-1)?.ahead ?? lastDate;
    if (subjects.length === 0) return;
    const named = subjects.map((each) => ({ ...each, ...relative(each, sentence) }));
    const read = /[가-힣]/.test(words) ? readKoreanEvents : readEnglishEvents;
    const events = read(words, named, dates, asOf);
    for (const [former, now] of findFormer(words, named)) formers.set(former, now);
    for (const mention of distinct(named)) {
      const own = events.filter((event) => event.mention.key === mention.key);
      const name = fullest.get(mention.key) ?? '';
      const all = named.filter(({ key }) => key === mention.key);
      for (const statement of findStatements(words, kind, all, name, own)) {
        claims.push(createClaim(mention, statement, sentence));
      }
    }
    readTies(words, sentence, named);
  }

  function createClaim(
    { key, indirect }: NamedSpan,
    { form, when, says, ...part }: Statement,
    sentence: Span,
  ): DraftClaim {
    const span = { start: sentence.start + part.start, end: sentence.start + part.end };
    return {
      key,
      form,
      asOf,
      when,
      ...(says !== null && { says: ` ${says}`.slice(1) }),
      ...(said !== null && { said_by: said }),
      confidence: Math.round(part.confidence * (indirect ? INDIRECT : 1) * 100) / 100,
      ...quoteOf(article, span),
    };
  }

  /** Take back the dated claims of the sentence before, which this one denies. */
  function retract(): void {
    for (let i = lastFrom; i < claims.length; i++) claims[i] = { ...claims[i]!, when: [] };
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
        ...quoteOf(article, { start: sentence.start + start, end: sentence.start + end }),
      });
    }
  }

  return { claims, relations, formers, beginPassage, beginSection, readListItem, readSentence };
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

const FORMER =
  /^["”’']?(?: ?\([^()]{1,40}\))?(?: (?:was|were|had been) (?:then |first |originally |formerly |once |previously |initially )?(?:called|known as|named)|, (?:formerly|originally|previously|once|until \d{4})(?: called| known as)?)(?: the)? $/;

/** "It was called X until 2018": pairs of the key of the former name and that of today's. */
function findFormer(words: string, named: readonly NamedSpan[]): (readonly [string, string])[] {
  if (!uses('former')) return [];
  return named.slice(1).flatMap(({ key, start }, i) => {
    const today = named[i]!;
    const isFormer = key !== today.key && FORMER.test(words.slice(today.end, start));
    return isFormer ? [[key, today.key] as const] : [];
  });
}
