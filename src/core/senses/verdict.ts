/** Compares the page's wording of a long form with the names of an entry. */
import { compareLongForms } from '../definitions/compare-long-forms.ts';
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Candidate, Reading } from '../matching/candidate.ts';
import type { PageEvidence } from './evidence.ts';
import type { SenseContext } from './sense-context.ts';

/** `akin`: in another language, yet half alike. `unsure`: the comparison does not decide. */
export type Verdict = 'same' | 'akin' | 'unsure' | 'different';

/** For each page: the verdicts of one turn. In the next one more names of an entry may be known. */
const verdictsOf = new WeakMap<PageEvidence, { turn: number; known: Map<string, Verdict> }>();

/**
 * Compare a long form of the page with an entry. For a shared name `same` becomes `unsure`: the
 * long form does not show which country's body is meant either.
 */
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
 * Compare the page's wording with the entry's. If the entry has no names in the page's language, a
 * different wording proves nothing (`unsure`), and half a likeness (Grupo Consultivo Nuclear) is
 * `akin`.
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
