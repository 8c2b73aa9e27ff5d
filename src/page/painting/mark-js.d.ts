/**
 * The part of mark.js's source module that a subclass needs; `@types/mark.js` describes only the
 * bundled build. Written after mark.js 8.11.1.
 */
declare module 'mark.js/src/lib/mark.js' {
  export interface MarkRange {
    start: number;
    length: number;
  }

  /** `value` is the text of all nodes joined; `start` and `end` are offsets in it. */
  export interface TextNodes {
    value: string;
    nodes: { start: number; end: number; node: Text }[];
  }

  export interface MarkRangesOptions<TRange extends MarkRange> {
    each(element: HTMLElement, range: TRange): void;
  }

  export default class Mark {
    constructor(context: Element | readonly Element[]);
    /** The options of the last call; they keep its callbacks and nodes alive. */
    set opt(options: object);
    protected getTextNodes(callback: (found: TextNodes) => void): void;
    /** @returns The text node right after the wrapping element. */
    protected wrapRangeInTextNode(node: Text, start: number, end: number): Text;
    /** Sorts and edits `ranges`. */
    markRanges<TRange extends MarkRange>(
      ranges: TRange[],
      options: MarkRangesOptions<TRange>,
    ): void;
  }
}
