/**
 * All dots that stand between two Korean words (나토·북대서양조약기구), for a class of a regular
 * expression. Keyboards, fonts and agencies each have another one: Hangul's own, the katakana dot,
 * those of Greek and of word division, bullets and operators.
 */
export const MIDDLE_DOTS = '·ㆍᆞ・･‧•∙⋅\\u0387\\u16eb\\u2981\\u2e31\\u2e33\\ua78f';
