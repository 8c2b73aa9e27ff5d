/** Limits on a glossary from outside: no honest one reaches them, and a browser can bear them. */
export const CAPS = {
  entries: 50_000,
  namesPerEntry: 50,
  listPerEntry: 200,
  sources: 10_000,
  /** Entries that may share one name: enough for one body in each country. */
  bearers: 200,
  /** Names that may begin with the same two words: wherever these stand, all are compared. */
  beginnings: 2_000,
  /** UTF-16 code units. */
  id: 80,
  name: 200,
  gloss: 600,
  claim: 600,
  label: 300,
  /** A line of the timeline holds it with its date. */
  eventLabel: 40,
  url: 2_000,
} as const;
