/** Tells what the names of elements say about the text in them. */

/** What the name of an element says about the text in it: one bit for each trait. */
export const TRAIT = {
  inline: 1,
  excluded: 2,
  container: 4,
  heading: 8,
  raised: 16,
  cell: 32,
  aside: 64,
  term: 128,
} as const;

const TRAITS = new Map<string, number>();
const give = (trait: number, names: string) => {
  for (const name of names.split(' ')) TRAITS.set(name, (TRAITS.get(name) ?? 0) | trait);
};

// Elements that do not break a line of text; all others are boundaries.
give(
  TRAIT.inline,
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NEWS-GLOSS NOBR Q RB RP RT ' +
    'RTC RUBY S SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR',
);
// Elements whose text is not prose or must not be touched.
give(
  TRAIT.excluded,
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION OPTGROUP DATALIST CODE PRE KBD SAMP ' +
    'IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SVG MATH HEAD TITLE RT RP RTC',
);
// Readings (ruby), which stand above a word and not in it.
give(TRAIT.aside, 'RT RP RTC');
// Elements that hold a part of a page with a subject of its own.
give(TRAIT.container, 'ARTICLE SECTION ASIDE NAV HEADER FOOTER DIALOG');
give(TRAIT.heading, 'H1 H2 H3 H4 H5 H6');
give(TRAIT.raised, 'SUB SUP');
// Elements that name a term and may say what it means.
give(TRAIT.term, 'ABBR ACRONYM DFN');
// Elements that may open a row that pairs a term with what it means.
give(TRAIT.cell, 'DT TD TH');
// The most common elements without a trait, so that one look-up finds them.
give(0, 'HTML BODY MAIN DIV P UL OL LI DL DT DD TABLE TBODY TR TD TH FIGURE FIGCAPTION BLOCKQUOTE');

/** The traits of an element by its name, which is in lower case outside HTML and inside SVG. */
export function traitsOf(name: string): number {
  return TRAITS.get(name) ?? TRAITS.get(name.toUpperCase()) ?? 0;
}
