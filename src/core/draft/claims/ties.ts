/** Relations that a sentence states between two names in it. */
import type { Span } from '../../text/span.ts';
import type { DraftRelation } from '../format/draft-types.ts';

/** A mention of one thing, by its key. */
interface Named extends Span {
  readonly key: string;
}

/** A relation inside one sentence. */
interface Tie extends Span {
  readonly how: DraftRelation['how'];
  readonly from: Named;
  readonly to: Named;
  readonly confidence: number;
}

/** Phrases right before the other name, by how they end; articles, dates and owners may follow. */
const BEFORE: readonly (readonly [how: DraftRelation['how'], words: RegExp, confidence: number])[] =
  [
    [
      'modelled on',
      ending('model(?:l)?ed (?:after|on)|patterned (?:after|on)|copied from|inspired by'),
      0.85,
    ],
    ['modelled on', ending('similar to|comparable to|akin to|interpreted to refer to'), 0.4],
    ['rests on', ending('based on|rests on|under|pursuant to|in line with|built on'), 0.7],
    ['set up by', ending('(?:established|set up|created|launched) (?:by|under)|founded by'), 0.8],
    ['part of', ending('part of|under the umbrella of|subsidiary of|arm of'), 0.75],
    ['carries out', ending('implements?|carr(?:ies|y) out|enforces?'), 0.6],
  ];

function ending(words: string): RegExp {
  return new RegExp(String.raw`\b(?:${words})$`);
}

/** The last words of all phrases: where none stands, no phrase is searched. */
const LAST_WORD = /^(?:after|on|from|by|to|under|with|of|implements?|out|enforces?)$/;
/** What may stand between a phrase and the name: an article, an owner, a month and its year. */
const BETWEEN =
  /^(?:the|its|their|U\.S\.|\d{4}|\S+['’]s?|Jan\S*|Feb\S*|Mar\S*|Apr\S*|May|June?|July?|Aug\S*|Sep\S*|Oct\S*|Nov\S*|Dec\S*)$/;
/** Length of the text before a name in which a phrase is sought, in UTF-16 code units. */
const REACH = 80;

/** Where the words end that may be a phrase: before articles, owners and dates. */
function endOfPhrase(words: string, before: number): number {
  let end = before;
  while (end > 0 && words[end - 1] === ' ') {
    const start = words.lastIndexOf(' ', end - 2) + 1;
    if (!BETWEEN.test(words.slice(start, end - 1))) break;
    end = start;
  }
  return words[end - 1] === ' ' ? end - 1 : end;
}

/** Behind the other name, before ours: NATO를 본뜬 NCG, 워싱턴선언에 따라 … NCG. */
const KOREAN: readonly (readonly [how: DraftRelation['how'], words: RegExp, confidence: number])[] =
  [
    ['modelled on', /^["”’']?(?:\([^()]*\))?(?:을|를) (?:본뜬|본떠|모델로|모방)/, 0.85],
    [
      'rests on',
      /^["”’']?(?:\([^()]*\))?(?:에 따라|을 바탕으로|를 바탕으로|에 기반|을 토대로|를 토대로|에 근거)/,
      0.7,
    ],
    ['part of', /^["”’']?(?:\([^()]*\))?(?:의 산하|\s?산하|의 일부)/, 0.7],
  ];

/**
 * Find the relations of a sentence.
 *
 * @param named - Mentions in the order of the sentence, offsets from its beginning.
 */
export function findTies(words: string, named: readonly Named[]): Tie[] {
  const ties: Tie[] = [];
  const isKorean = /[가-힣]/.test(words);
  for (const [k, to] of named.entries()) {
    const end = endOfPhrase(words, to.start);
    const hit = findPhrase(words, end);
    const from = hit === undefined ? null : lastOther(named.slice(0, k), to);
    if (hit !== undefined && from !== null && isTied(words.slice(from.end, end), hit[1])) {
      const start = Math.min(from.start, to.start);
      ties.push({ how: hit[0], from, to, start, end: to.end, confidence: hit[2] });
    }
    const tie = isKorean ? tieKorean(words, to, named, k) : null;
    if (tie !== null) ties.push(tie);
  }
  return ties;
}

/** How far a name may stand before a phrase that hangs on it, and before one with a verb. */
const HANGS = 12;
const SPEAKS = 160;

/** "exercises based on X" ties the exercises to X; "it was modelled after X", the subject. */
function isTied(between: string, phrase: RegExp): boolean {
  const lead = between.slice(0, phrase.exec(between)?.index ?? 0);
  const hasVerb = /\b(?:is|was|are|were|been|be)(?: \w+ly)? $/.test(lead);
  return lead.length <= (hasVerb ? SPEAKS : HANGS);
}

function findPhrase(words: string, end: number) {
  const before = words.slice(Math.max(0, end - REACH), end);
  if (!LAST_WORD.test(before.slice(before.lastIndexOf(' ') + 1))) return undefined;
  return BEFORE.find(([, pattern]) => pattern.test(before));
}

/** The name before, unless it is only the owner of the one that follows. */
function lastOther(before: readonly Named[], to: Named): Named | null {
  return before.findLast(({ key, end }) => key !== to.key && to.start - end > 3) ?? null;
}

/** The topic before, else the name behind. */
function tieKorean(words: string, to: Named, named: readonly Named[], at: number): Tie | null {
  const hit = KOREAN.find(([, pattern]) => pattern.test(words.slice(to.end, to.end + 40)));
  if (hit === undefined) return null;
  const isOther = ({ key }: Named) => key !== to.key;
  const topic = named
    .slice(0, at)
    .findLast((it) => isOther(it) && /^[은는이가] /.test(words.slice(it.end)));
  const from = topic ?? named.slice(at + 1).find(isOther);
  if (from === undefined) return null;
  const [start, end] = [Math.min(from.start, to.start), Math.max(from.end, to.end)];
  return { how: hit[0], from, to, start, end, confidence: hit[2] };
}
