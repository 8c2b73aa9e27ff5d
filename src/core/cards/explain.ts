/** Makes the content of a card from an entry: all words are chosen and sorted, nothing is drawn. */

import type { Claim, Entry, Source } from '../glossary/glossary.ts';
import { formatDate, isOverAYearAfter } from '../glossary/partial-date.ts';
import type { LaidClaim, LaidEntry } from '../library/supplements.ts';
import type { Explained } from '../library/told.ts';
import type { Reason } from '../senses/mention.ts';
import type { CardClaim, CardContent, Wording } from './card-content.ts';
import { chooseNames } from './card-names.ts';
import { type CardStrings, wordOfKind, wordOfRelation } from './card-strings.ts';
import { describeParty, nameSource } from './card-words.ts';
import { wordEvent, wordStatement } from './claim-words.ts';
import { compareEntries } from './compare.ts';
import { isDisputed } from './disputes.ts';

/** Where and why the card opens. */
interface CardSetting {
  /** ISO day or time at which the page was published; null if unknown. */
  readonly pageDate: string | null;
  /** Why the sense of the mention was chosen; null if the card was opened from another card. */
  readonly reason: Reason | null;
  /** The mention as the page writes it. */
  readonly written: string;
}

/**
 * Make the content of an entry's card.
 *
 * Claims are sorted: those of the entry's own glossary before added ones, those of texts before
 * general knowledge, then by the day for which they were said to be true, newest first. On one day
 * facts come before views, then the latest events. The gloss is in the reader's language if the
 * entry has it.
 */
export function cardContentOf(
  explained: Explained,
  setting: CardSetting,
  strings: CardStrings,
): CardContent {
  const { entry, language } = explained;
  const sources = new Map(explained.sources.map((source) => [source.id, source]));
  const pageDate = setting.pageDate?.slice(0, 10) ?? null;
  const claims = sortClaims(entry.claims, sources);
  const own = claims.filter(({ from }) => from === undefined);
  return {
    ref: explained.ref,
    ...chooseNames(entry.names, strings.language),
    kind: strings.say(wordOfKind(entry.kind)),
    parties: entry.parties.map((party) => describeParty(party, explained, strings)),
    level: entry.level ? describeLevel(entry.level, language, strings) : null,
    gloss: chooseGloss(entry, language, strings),
    basis: describeBasis(entry, sources, strings),
    claims: claims.map((claim) => ({
      ...describeClaim(claim, explained, sources, pageDate, strings),
      differs: claim.from === undefined && isDisputed(claim, own) ? strings.say('differs') : null,
    })),
    related: explained.related.map(({ ref, how, name }) => ({
      ref,
      how: strings.say(wordOfRelation(how)),
      name,
    })),
    table: compareEntries([explained, ...explained.compared], strings),
    rivals: entry.rivals.map(({ long }) => long),
    namesakes: explained.namesakes,
    alsoIn: explained.alsoIn,
    reason: setting.reason && describeReason(setting.reason, setting.written, strings),
    pageDate,
  };
}

/**
 * Make the content of the card of a term that only the page defines.
 *
 * @param short - The term as the page writes it.
 * @param reason - Of its mention.
 */
export function ownTermContent(
  short: string,
  reason: Reason,
  pageLanguage: string,
  strings: CardStrings,
): CardContent {
  const { long, isGloss = false } = reason.kind === 'own' ? reason : { long: '' };
  const said = { text: long, lang: pageLanguage };
  return {
    ref: null,
    title: { text: short, lang: pageLanguage },
    long: isGloss ? null : said,
    otherNames: [],
    kind: strings.say('own'),
    parties: [],
    level: null,
    gloss: isGloss ? said : null,
    basis: strings.say('fromPage'),
    claims: [],
    related: [],
    table: null,
    rivals: [],
    namesakes: [],
    alsoIn: [],
    reason: strings.say('reasonOwn'),
    pageDate: null,
  };
}

function sortClaims(
  claims: readonly LaidClaim[],
  sources: ReadonlyMap<string, Source>,
): LaidClaim[] {
  const isKnowledge = ({ source }: Claim) => Number(sources.get(source)?.kind === 'background');
  const isAdded = ({ from }: LaidClaim) => Number(from !== undefined);
  const isView = ({ said_by }: Claim) => Number(said_by !== undefined);
  const newest = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
  return [...claims].sort(
    (a, b) =>
      isAdded(a) - isAdded(b) ||
      isKnowledge(a) - isKnowledge(b) ||
      newest(a.asOf, b.asOf) ||
      isView(a) - isView(b) ||
      newest(a.when?.date ?? '', b.when?.date ?? ''),
  );
}

function describeClaim(
  claim: LaidClaim,
  { language, entry }: Explained,
  sources: ReadonlyMap<string, Source>,
  pageDate: string | null,
  strings: CardStrings,
): Omit<CardClaim, 'differs'> {
  const source = sources.get(claim.source);
  const event = wordEvent(claim, entry.kind, strings);
  return {
    ...wordStatement(claim, language, strings),
    asOf: strings.say('asOf', formatDate(claim.asOf, strings.language)),
    source: nameSource(source, strings) ?? claim.source,
    url: readWebAddress(source?.url),
    from: claim.from === undefined ? null : strings.say('from', claim.from),
    aged: pageDate !== null && isOverAYearAfter(pageDate, claim.asOf) ? strings.say('aged') : null,
    date: event === null ? null : (claim.when?.date ?? null),
    event,
  };
}

function describeLevel(
  level: NonNullable<Entry['level']>,
  language: string,
  strings: CardStrings,
): string {
  const { text, saidBy } = wordStatement(level, language, strings);
  const asOf = strings.say('asOf', formatDate(level.asOf, strings.language));
  return [text.text, ...(saidBy === null ? [] : [saidBy]), asOf].join(' · ');
}

function chooseGloss(entry: LaidEntry, language: string, strings: CardStrings): Wording {
  const base = baseOf(strings.language);
  if (baseOf(language) === base) return { text: entry.gloss, lang: language };
  const translation = entry.translations.find(({ lang }) => baseOf(lang) === base);
  return translation
    ? { text: translation.gloss, lang: translation.lang }
    : { text: entry.gloss, lang: language };
}

function describeBasis(
  entry: LaidEntry,
  sources: ReadonlyMap<string, Source>,
  strings: CardStrings,
): string | null {
  const names = entry.basis.map((id) => nameSource(sources.get(id), strings));
  const known = [...new Set(names.filter((name) => name !== null))];
  if (known.length === 0) return null;
  return strings.say('basis', new Intl.ListFormat(strings.language).format(known));
}

function describeReason(reason: Reason, written: string, strings: CardStrings): string {
  switch (reason.kind) {
    case 'name':
      return strings.say('reasonName', written);
    case 'defined':
      return strings.say('reasonDefined', reason.long);
    case 'evidence':
      return strings.say(
        'reasonEvidence',
        new Intl.ListFormat(strings.language).format(reason.words.slice(0, 3)),
      );
    case 'own':
      return strings.say('reasonOwn');
  }
}

/** The normalised address if it is a web address, to which a card may link; else null. */
function readWebAddress(address: string | undefined): string | null {
  const url = URL.parse(address ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

const baseOf = (language: string) => language.split('-')[0];
