/** The rules of drafting that can be left out, so that the evaluation shows what each is worth. */

/** Every rule that guesses, by name, with what it does. */
export const HEURISTICS = {
  tense: 'tense, mood and negation tell what happened',
  reach: 'since, until and from–to date no event',
  recurrence: 'what happens every year happened in none',
  denial: 'what was denied, or hangs on an “if”, did not happen',
  contradiction: 'nothing has happened after the day of its text',
  nominal: 'nouns date: “an initiative of 1992”',
  'stand-ins': '“it” and “the group” stand for a name',
  lists: 'headings and the lists below them',
  datelines: 'a dateline is no text',
  fragments: 'a phrase below a heading explains it',
  initials: 'acronyms spelled out elsewhere',
  beside: 'long and short names side by side',
  explained: 'names told by their explanation',
  widening: 'words before a defined name that belong to it',
  clips: 'clipped Korean names',
  omitted: 'below a heading sentences may leave out their subject',
  titles: 'a line of capitals names what the words below explain',
  doers: '“a unit that X set up”: X did it, and was not set up',
  workers: 'an agency or a secretariat does not meet: a summit is another’s',
  thought: 'what stands once behind “a” is only thought of',
  former: '“was called X” names the same thing',
  classes: 'an explanation names a class of things',
  opinions: 'views, irony and questions explain nothing',
} as const;

export type Heuristic = keyof typeof HEURISTICS;

let left: Heuristic | null = null;

/** Whether a rule is in use; all are, but in the evaluation. */
export const uses = (heuristic: Heuristic): boolean => heuristic !== left;

/** Run something with one rule left out. For the evaluation; nothing may be awaited in `run`. */
export function without<TResult>(heuristic: Heuristic, run: () => TResult): TResult {
  left = heuristic;
  try {
    return run();
  } finally {
    left = null;
  }
}
