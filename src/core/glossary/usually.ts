/** How often a name means its entry. */

/** A name that means one thing as often as this needs no proof. */
export const NEARLY_ALWAYS = 0.95;
