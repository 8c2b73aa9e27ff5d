/** How a page's wording of a name stands to what an entry is called. */
import { compareLongForms } from '../definitions/compare-long-forms.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, Reading } from '../matching/candidate.ts';
import type { PageEvidence } from './evidence.ts';
import type { SenseContext } from './sense-context.ts';

/** `akin`: half of it is alike. `unsure`: the two cannot be compared. */
export type Verdict = 'same' | 'akin' | 'unsure' | 'different';

/** By page: the verdicts of the turn in which it is read; in the next one it may know more names. */
const verdictsOf = new WeakMap<PageEvidence, { turn: number; known: Map<string, Verdict> }>();

/** The long form of a shared name tells one country's body from another's no better than the short one. */
export function verdictOn(context: SenseContext, long: string, { ref, name }: Reading): Verdict {
  const { evidence } = context;
  let verdicts = verdictsOf.get(evidence);
  if (verdicts?.turn !== evidence.turn) {
    verdicts = { turn: evidence.turn, known: new Map() };
    verdictsOf.set(evidence, verdicts);
  }
  const key = `${ref} ${long}`;
  const verdict = verdicts.known.get(key) ?? compareWithPage(context, long, ref);
  verdicts.known.set(key, verdict);
  return name.shared && verdict === 'same' ? 'unsure' : verdict;
}

/**
 * How the page's wording stands to the entry's. In a language that the entry has no names in it
 * cannot differ; where half of it is alike all the same (Grupo Consultivo Nuclear), it is akin.
 */
function compareWithPage({ evidence, lang }: SenseContext, long: string, ref: EntryRef): Verdict {
  const candidate = evidence.candidates.get(ref);
  if (!candidate) return 'different';
  const ignorable = ['US', 'ROK', 'South Korea', ...namesOfRelatives(evidence, candidate)];
  const closeness = compareLongForms(long, candidate.longForms, ignorable);
  if (lang === '' || candidate.languages.some((each) => lang.startsWith(each))) return closeness;
  if (closeness === 'unsure') return 'akin';
  return closeness === 'different' ? 'unsure' : closeness;
}

function namesOfRelatives({ candidates }: PageEvidence, { related }: Candidate): string[] {
  return related.flatMap((ref) => candidates.get(ref)?.names.map(({ text }) => text) ?? []);
}
