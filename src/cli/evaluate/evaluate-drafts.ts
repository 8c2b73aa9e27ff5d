/**
 * Scores drafts of labelled articles.
 *
 * The labels say what an article contains: its organisations with their names, kinds and
 * explanations, its events, and statements that would be wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftGlossary } from '../../core/draft/draft-glossary.ts';
import type { DraftEntry, DraftText } from '../../core/draft/format/draft-types.ts';
import { chooseGloss } from '../../core/review/wording.ts';

interface LabelledBody {
  readonly id: string;
  /** Finding any one of them is enough. */
  readonly names: readonly string[];
  /** Words of the text that explain it; empty if the text does not explain it. */
  readonly gloss_ok: readonly string[];
  /** Counts neither as missed when absent nor as wrong when present. */
  readonly may?: boolean;
}

interface LabelledEvent {
  /** Id of an organisation; `*` for an event of none. */
  readonly body: string;
  readonly event: readonly string[];
  readonly date: string;
  readonly may?: boolean;
}

interface Labels {
  readonly bodies: readonly LabelledBody[];
  readonly events: readonly LabelledEvent[];
  readonly must_not: { readonly names: readonly string[]; readonly glosses: readonly string[] };
}

/** An article with its labels. */
export interface LabelledArticle extends Labels {
  readonly text: DraftText;
}

/** Counts over articles, and the errors, one a line. */
export interface DraftScore {
  readonly dates: number;
  readonly rightDates: number;
  readonly falseDates: number;
  readonly owedDates: number;
  readonly foundDates: number;
  readonly proposals: number;
  readonly rightProposals: number;
  readonly bodies: number;
  readonly foundBodies: number;
  readonly doubles: number;
  readonly forbidden: number;
  readonly explained: number;
  readonly rightGlosses: number;
  readonly errors: readonly string[];
}

/**
 * Read labelled articles: `gold.json`, `sources.json` and `texts/`.
 *
 * @returns An empty list if the folder has no labels.
 */
export function readLabelledArticles(folder: string): LabelledArticle[] {
  if (!existsSync(join(folder, 'gold.json'))) return [];
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const gold: Readonly<Record<string, Labels>> = JSON.parse(read('gold.json'));
  const sources: readonly (DraftText & { readonly file: string })[] = JSON.parse(
    read('sources.json'),
  );
  return sources.flatMap(({ file, ...source }) => {
    const labels = gold[source.id];
    return labels ? [{ ...labels, text: { ...source, text: read(join('texts', file)) } }] : [];
  });
}

/** Draft each article by itself, and count. */
export function scoreDrafts(articles: readonly LabelledArticle[]): DraftScore {
  const scores = articles.map(scoreDraft);
  const sum = (key: Exclude<keyof DraftScore, 'errors'>) =>
    scores.reduce((total, score) => total + score[key], 0);
  return {
    dates: sum('dates'),
    rightDates: sum('rightDates'),
    falseDates: sum('falseDates'),
    owedDates: sum('owedDates'),
    foundDates: sum('foundDates'),
    proposals: sum('proposals'),
    rightProposals: sum('rightProposals'),
    bodies: sum('bodies'),
    foundBodies: sum('foundBodies'),
    doubles: sum('doubles'),
    forbidden: sum('forbidden'),
    explained: sum('explained'),
    rightGlosses: sum('rightGlosses'),
    errors: scores.flatMap(({ errors }) => errors),
  };
}

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/["“”]/g, '')
    .replace(/[‐-–—]/g, '-')
    .replace(/^the /, '');

function scoreDraft({ text, bodies, events, must_not }: LabelledArticle): DraftScore {
  const errors: string[] = [];
  const report = (what: string, detail: string) => errors.push(`${text.id}  ${what}: ${detail}`);
  const byName = new Map(bodies.flatMap((it) => it.names.map((name) => [keyOf(name), it])));
  const proposed = new Map<LabelledBody, DraftEntry[]>();
  const found = new Set<LabelledEvent>();
  const forbiddenNames = new Set(must_not.names.map(keyOf));
  const count = { dates: 0, rightDates: 0, falseDates: 0, proposals: 0, forbidden: 0 };
  for (const entry of draftGlossary([text]).entries) {
    const name = entry.names.map((it) => it.text).join(' / ');
    const hits = entry.names.flatMap((it) => byName.get(keyOf(it.text)) ?? []);
    const body = hits.find(({ may }) => !may) ?? hits[0];
    if (!body?.may) count.proposals++;
    if (body === undefined) report('no body', name);
    else proposed.set(body, [...(proposed.get(body) ?? []), entry]);
    if (entry.names.some((it) => forbiddenNames.has(keyOf(it.text)))) count.forbidden++;
    for (const [what, date] of datesOf(entry)) {
      const own = events.filter((it) => body === undefined || it.body === body.id);
      const right = own.filter((it) => it.date === date && it.event.includes(what));
      count.dates++;
      if (right.length > 0) count.rightDates++;
      else if (!own.some((it) => isVague(it, what, date))) {
        count.falseDates++;
        report('false date', `${name}: ${what} ${date}`);
      }
      for (const event of right) found.add(event);
    }
    const gloss = chooseGloss(entry)?.quote;
    if (gloss !== undefined && must_not.glosses.some((it) => bare(gloss) === bare(it))) {
      count.forbidden++;
      report('no explanation', `${name}: ${gloss}`);
    }
  }
  const owed = bodies.filter(({ may }) => !may);
  const mayIds = new Set(bodies.filter(({ may }) => may).map(({ id }) => id));
  const owedEvents = events.filter(({ may, body }) => !may && !mayIds.has(body));
  const explained = owed.filter(({ gloss_ok }) => gloss_ok.length > 0);
  for (const body of owed) if (!proposed.has(body)) report('missed body', body.names[0] ?? '');
  for (const it of owedEvents) {
    if (!found.has(it)) report('missed date', `${it.body} ${it.event[0]} ${it.date}`);
  }
  return {
    ...count,
    owedDates: owedEvents.length,
    foundDates: owedEvents.filter((it) => found.has(it)).length,
    rightProposals: owed.filter((body) => proposed.has(body)).length,
    bodies: owed.length,
    foundBodies: owed.filter((body) => proposed.has(body)).length,
    doubles: [...proposed.values()].reduce((total, entries) => total + entries.length - 1, 0),
    explained: explained.length,
    rightGlosses: explained.filter((body) => proposed.get(body)?.some(explains(body))).length,
    errors,
  };
}

/** The distinct pairs of event and date of an entry. */
function datesOf({ claims }: DraftEntry): (readonly [string, string])[] {
  const all = claims.flatMap(({ when }) => when.map(({ what, date }) => `${what} ${date}`));
  return [...new Set(all)].map((each) => each.split(' ') as [string, string]);
}

/** Whether a date is right but less exact than the text. */
const isVague = ({ event, date: exact }: LabelledEvent, what: string, date: string): boolean =>
  exact.startsWith(`${date}-`) && event.includes(what);

const bare = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:!?”"’')\]]+$/, '');

/** Whether an explanation, without the name, overlaps the labelled words by at least half. */
const explains =
  ({ names, gloss_ok }: LabelledBody) =>
  (entry: DraftEntry): boolean => {
    const unnamed = (words: string): string => {
      let rest = bare(words).replace(/^(?:the |a |an )/i, '');
      for (const name of names.toSorted((a, b) => b.length - a.length)) {
        if (rest.startsWith(name))
          rest = rest.slice(name.length).replace(/^["”’)]*(?: ?\([^()]*\))?,? /, '');
      }
      return rest;
    };
    const gloss = unnamed(chooseGloss(entry)?.quote ?? '');
    return gloss_ok.map(unnamed).some((right) => {
      const [short, long] = gloss.length < right.length ? [gloss, right] : [right, gloss];
      return long.includes(short) && short.length >= long.length / 2;
    });
  };
