/** The figures of drafts and their bars, and what each drafting rule contributes. */
import { HEURISTICS, type Heuristic, without } from '../../core/draft/prose/heuristics.ts';
import { type DraftScore, type LabelledArticle, scoreDrafts } from './evaluate-drafts.ts';
import type { Row } from './evaluation-table.ts';

/** The bars, in per cent. */
const DRAFT_BARS = {
  falseDates: 3,
  dates: [95, 70],
  bodies: [92, 90],
  glosses: 70,
} as const;

const share = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole);
const inWords = (part: number, whole: number): string =>
  `${share(part, whole).toFixed(1)} % (${part} of ${whole})`;

/** Rows for the drafts of labelled articles. */
export function rowsOfDrafts(group: string, articles: readonly LabelledArticle[]): Row[] {
  if (articles.length === 0) return [];
  const score = scoreDrafts(articles);
  const { dates, rightDates, falseDates, owedDates, foundDates } = score;
  const { proposals, rightProposals, bodies, foundBodies } = score;
  const pair = (
    p: readonly [number, number],
    r: readonly [number, number],
    bar: readonly [number, number],
  ) => ({
    figures: `P ${inWords(...p)}, R ${inWords(...r)}`,
    bar: `P ≥ ${bar[0]}, R ≥ ${bar[1]}`,
    met: share(...p) >= bar[0] && share(...r) >= bar[1],
  });
  return [
    {
      group,
      name: 'false dates',
      figures: inWords(falseDates, dates),
      bar: `≤ ${DRAFT_BARS.falseDates} %`,
      met: falseDates === 0 || share(falseDates, dates) <= DRAFT_BARS.falseDates,
      errors: score.errors,
    },
    {
      group,
      name: 'dates',
      ...pair([rightDates, dates], [foundDates, owedDates], DRAFT_BARS.dates),
    },
    {
      group,
      name: 'bodies',
      ...pair([rightProposals, proposals], [foundBodies, bodies], DRAFT_BARS.bodies),
    },
    {
      group,
      name: 'explanations',
      figures: inWords(score.rightGlosses, score.explained),
      bar: `≥ ${DRAFT_BARS.glosses} %`,
      met: share(score.rightGlosses, score.explained) >= DRAFT_BARS.glosses,
    },
    {
      group,
      name: 'doubles, forbidden',
      figures: `${score.doubles}, ${score.forbidden}`,
      bar: '0, 0',
      met: score.doubles + score.forbidden === 0,
    },
  ];
}

/** The number of right statements minus the number of wrong ones. */
const netOf = (it: DraftScore): number =>
  it.rightDates +
  it.rightProposals +
  it.rightGlosses -
  (it.dates - it.rightDates) -
  (it.proposals - it.rightProposals) -
  it.doubles -
  it.forbidden;

/** A row for each drafting rule: right minus wrong statements, with the rule and without it. */
export function rowsOfHeuristics(articles: readonly LabelledArticle[]): Row[] {
  if (articles.length === 0) return [];
  const whole = scoreDrafts(articles);
  return Object.keys(HEURISTICS).map((name) => {
    const part = without(name as Heuristic, () => scoreDrafts(articles));
    const figures = `${netOf(whole)} with, ${netOf(part)} without; false dates ${whole.falseDates}, ${part.falseDates}`;
    return {
      group: 'rules of drafts',
      name,
      figures,
      bar: 'more with',
      met: netOf(whole) > netOf(part),
    };
  });
}
