/** The actions of a reviewer. Each returns a new list of choices; the old one is unchanged. */
import type { Choice, ClaimEdit, Edit, ItemEdit, Verdict } from './review-types.ts';

/** Set the verdict on proposals; their edits are kept. */
export function decide(
  choices: readonly Choice[],
  ids: readonly string[],
  verdict: Verdict,
): Choice[] {
  return ids.reduce<Choice[]>(
    (all, id) => change(all, id, (choice) => ({ ...choice, verdict })),
    [...choices],
  );
}

/** Take back that accepted proposals were added to a glossary. */
export function acceptAnew(choices: readonly Choice[], ids: readonly string[]): Choice[] {
  return choices.map((choice) =>
    choice.verdict === 'kept' && ids.includes(choice.entry)
      ? { ...choice, verdict: 'accepted' }
      : choice,
  );
}

/** Edit a proposal; the verdict is kept. */
export function editProposal(choices: readonly Choice[], id: string, edit: Edit): Choice[] {
  return change(choices, id, (choice) => ({ ...choice, edit: { ...choice.edit, ...edit } }));
}

/** Take, leave or mend a name or claim of a proposal. */
export function editItem(
  choices: readonly Choice[],
  id: string,
  list: 'names' | 'claims',
  item: ItemEdit | ClaimEdit,
): Choice[] {
  return change(choices, id, (choice) => {
    const items = choice.edit[list] ?? [];
    const before = items.find((each) => each.id === item.id);
    const others = items.filter((each) => each !== before);
    return { ...choice, edit: { ...choice.edit, [list]: [...others, { ...before, ...item }] } };
  });
}

function change(
  choices: readonly Choice[],
  id: string,
  make: (choice: Choice) => Choice,
): Choice[] {
  const before = choices.find(({ entry }) => entry === id);
  if (before) return choices.map((choice) => (choice === before ? make(choice) : choice));
  return [...choices, make({ entry: id, verdict: 'open', edit: {} })];
}
