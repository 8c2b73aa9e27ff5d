/** How mentions can look. Pages load it, so it knows nothing of the other settings. */

/** How a mention looks. */
export const STYLES = ['dotted', 'solid', 'marker'] as const;

/** The colours of lines and fills; `text` is the colour of the text itself. */
export const COLOURS = ['text', 'blue', 'green', 'red', 'violet'] as const;

type Style = (typeof STYLES)[number];
type Colour = (typeof COLOURS)[number];

/** Style and colour of a mention in one word; the colour `text` is left out. */
export type Look = Style | `${Style}-${Exclude<Colour, 'text'>}`;

/** The look for a style and a colour. */
export function lookOf({
  style,
  colour,
}: {
  readonly style: Style;
  readonly colour: Colour;
}): Look {
  return colour === 'text' ? style : `${style}-${colour}`;
}

/** All looks. */
export const LOOKS: readonly Look[] = STYLES.flatMap((style) =>
  COLOURS.map((colour) => lookOf({ style, colour })),
);
