import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TextSource } from '../../core/articles/text-source.ts';
import type { Draft, DraftEntry } from '../../core/draft/format/draft-types.ts';
import type { Told } from '../../core/library/told.ts';
import { type KnownEntry, matchKnown } from '../../core/review/known-entries.ts';
import { type Proposal, propose } from '../../core/review/proposals.ts';
import {
  type Choice,
  PROPOSAL,
  type Review,
  type ReviewHead,
  type ReviewTarget,
} from '../../core/review/review-types.ts';
import type { ReviewModel } from './review-model.ts';

/** Steps of undo that are kept. */
const MOST_STEPS = 200;

/** Storage refused it, or the review is over or was discarded in another tab. */
type Unsaved = 'refused' | 'gone';

/** A review that is open, and the actions on it. */
interface OpenReview {
  readonly review: Review;
  /** The review as it is now, for what runs later. */
  now(): Review;
  /** Null until the text has been drafted. */
  readonly draft: Draft | null;
  /** All proposals to decide about, in the order of the text. */
  readonly proposals: readonly Proposal[];
  /** Entries of the library about which the text says nothing new. */
  readonly idle: readonly Proposal[];
  /** Why the last change is not stored; null if it is. */
  readonly unsaved: Unsaved | null;
  readonly canUndo: boolean;
  /**
   * Change choices.
   *
   * @param typing - Names the field being typed in: typing in one field is one step of undo.
   */
  change(make: (choices: readonly Choice[]) => readonly Choice[], typing?: string): void;
  /** Undo the last step. Returns the id of its proposal; null if there was no step. */
  undo(): string | null;
  setSource(source: TextSource): void;
  setTarget(target: ReviewTarget): void;
  /**
   * Continue with another state of the review, as after its entries were put into a glossary.
   *
   * @param isOver - Whether the review is no longer stored.
   */
  replace(review: Review, isOver: boolean): void;
}

/** Keep a review open. Each change is stored at once, so that the tab may be closed at any time. */
export function useReview(model: ReviewModel, start: Review): OpenReview {
  const [review, setReview] = useState(start);
  const [past, setPast] = useState<readonly (readonly Choice[])[]>([]);
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null);
  const draft = useDraft(model, review);
  const known = useKnown(model, draft, review.choices);
  const all = useMemo(
    () => (draft && known ? propose(draft.entries, known, review.choices) : []),
    [draft, known, review.choices],
  );
  const proposals = useMemo(() => all.filter(({ isIdle }) => !isIdle), [all]);
  const idle = useMemo(() => all.filter(({ isIdle }) => isIdle), [all]);
  // Several handlers may run for one event before the component is rendered again.
  const latest = useRef(review);
  const typed = useRef('');

  const update = (change: Partial<Review>, isOver = false) => {
    const next = { ...latest.current, ...change };
    latest.current = next;
    setReview(next);
    const { text: _, ...head } = next;
    if (!isOver) save(model, head).then(setUnsaved);
  };
  const total = known ? proposals.length : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: run once the proposals are known
  useEffect(() => {
    if (total !== null && total !== review.total) update({ total });
  }, [total]);

  return {
    review,
    now: () => latest.current,
    draft: known && draft,
    proposals,
    idle,
    unsaved,
    canUndo: past.length > 0,
    change(make, typing = '') {
      const before = latest.current.choices;
      if (typing === '' || typing !== typed.current) {
        setPast((steps) => [...steps.slice(-MOST_STEPS), before]);
      }
      typed.current = typing;
      update({ choices: make(before) });
    },
    undo() {
      const before = past.at(-1);
      if (before === undefined) return null;
      const after = latest.current.choices;
      typed.current = '';
      setPast(past.slice(0, -1));
      update({ choices: before });
      return after.find((choice) => !before.includes(choice))?.entry ?? null;
    },
    setSource: (source) => update({ source }),
    setTarget: (target) => update({ target }),
    replace(next, isOver) {
      setPast([]);
      update(next, isOver);
    },
  };
}

/** @returns Why it is not stored; null if it is. */
async function save(model: ReviewModel, head: ReviewHead): Promise<Unsaved | null> {
  try {
    return (await model.save(head)) ? null : 'gone';
  } catch {
    return 'refused';
  }
}

/**
 * The draft of the text. It is made again when the source's day changes, since relative dates
 * depend on it.
 */
function useDraft(model: ReviewModel, { source, text }: Review): Draft | null {
  const [draft, setDraft] = useState<Draft | null>(null);
  const { published } = source;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the draft depends on no other field
  useEffect(() => {
    let current = true;
    void model.draft({ ...source, published, text }).then((made) => current && setDraft(made));
    return () => {
      current = false;
    };
  }, [model, text, published]);
  return useMemo(() => {
    const names = draft?.sources[0]?.names ?? [];
    return draft && { ...draft, sources: [{ ...source, names }] };
  }, [draft, source]);
}

type Known = ReadonlyMap<string, KnownEntry>;

/** What the library knows of the drafted entries, by name or because the reader chose the entry. */
function useKnown(
  model: ReviewModel,
  draft: Draft | null,
  choices: readonly Choice[],
): Known | null {
  const entries = draft?.entries ?? null;
  const [found, setFound] = useState<Known | null>(null);
  const [byHand, setByHand] = useState<ReadonlyMap<string, Told>>(new Map());
  useEffect(() => {
    let current = true;
    if (entries) void findKnown(model, entries).then((known) => current && setFound(known));
    return () => {
      current = false;
    };
  }, [model, entries]);
  const wanted = [...new Set(choices.flatMap(({ edit }) => refOf(edit.into) ?? []))].join('\n');
  useEffect(() => {
    let current = true;
    const refs = wanted.split('\n').filter((ref) => ref !== '');
    void Promise.all(refs.map((ref) => model.explain(ref))).then((tolds) => {
      const there = tolds.filter((told): told is Told => told !== null);
      if (current) setByHand(new Map(there.map((told) => [told.ref, told])));
    });
    return () => {
      current = false;
    };
  }, [model, wanted]);
  return useMemo(() => {
    if (!found) return null;
    const known = new Map(found);
    for (const { entry, edit } of choices) {
      const told = byHand.get(refOf(edit.into) ?? '');
      if (told) known.set(entry, { told, by: 'name' });
    }
    return known;
  }, [found, byHand, choices]);
}

const refOf = (into: string | null | undefined): string | null =>
  into && !into.startsWith(PROPOSAL) ? into : null;

async function findKnown(model: ReviewModel, entries: readonly DraftEntry[]): Promise<Known> {
  const names = new Set(entries.flatMap((entry) => entry.names.map(({ text }) => text)));
  // If the library cannot be asked, all entries count as new.
  const tolds = await model.findNamed([...names]).catch(() => []);
  const byName = new Map<string, Told[]>();
  for (const told of tolds) {
    for (const name of new Set(told.entry.names.map(({ text }) => text.toLowerCase()))) {
      byName.set(name, [...(byName.get(name) ?? []), told]);
    }
  }
  const known = new Map<string, KnownEntry>();
  for (const entry of entries) {
    const sharing = entry.names.flatMap(({ text }) => byName.get(text.toLowerCase()) ?? []);
    const match = matchKnown(entry, [...new Set(sharing)]);
    if (match) known.set(entry.id, match);
  }
  return known;
}
