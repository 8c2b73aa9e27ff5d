/** How often a name means its entry. */

/** The share of its uses (0 to 1) from which on a name needs no evidence. */
export const NEARLY_ALWAYS = 0.95;
