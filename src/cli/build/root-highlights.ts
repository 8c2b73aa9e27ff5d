/** A step of Chromium's build: what the rules for ranges cost a page. */

/**
 * Chromium keeps a style for each `::highlight` rule with every element that the rule matches: of 21
 * rules for all elements each working out of a page's styles took four to five times as long. Bound
 * to the root they are inherited, and it takes about two fifths more. Firefox inherits nothing, and
 * works the rules out where a range is painted.
 */
export function rootHighlights() {
  return {
    name: 'root-highlights',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!id.includes('mentions.css')) return null;
      return { code: code.replace(/(?<=^\s*)::highlight\(/gm, ':root::highlight('), map: null };
    },
  };
}
