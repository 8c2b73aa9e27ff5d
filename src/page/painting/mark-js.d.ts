/**
 * The part of mark.js's own module that a subclass needs; `@types/mark.js` describes the bundled
 * build alone. Written after mark.js 8.11.1.
 */
declare module 'mark.js/src/lib/mark.js' {
  export interface MarkRange {
    start: number;
    length: number;
  }

  /** `value` is the text of all nodes in a row; `start` and `end` are offsets in it. */
  export interface TextNodes {
    value: string;
    nodes: { start: number; end: number; node: Text }[];
  }

  export interface MarkRangesOptions<TRange extends MarkRange> {
    each(element: HTMLElement, range: TRange): void;
  }

  export default class Mark {
    constructor(context: Element | readonly Element[]);
    /** Those of the last call, with what they hold. */
    set opt(options: object);
    protected getTextNodes(callback: (found: TextNodes) => void): void;
    /** @returns The text behind what was wrapped, which stands just before it. */
    protected wrapRangeInTextNode(node: Text, start: number, end: number): Text;
    /** Sorts and edits `ranges`. */
    markRanges<TRange extends MarkRange>(
      ranges: TRange[],
      options: MarkRangesOptions<TRange>,
    ): void;
  }
}
