/** A block of a page as the core knows it, without the DOM. */

/** A block of text. Two blocks are the same only if they are the same object. */
export interface TextBlock {
  readonly text: string;
  /** Blocks under one heading share a section. */
  readonly section: number;
  /** Position on the page: a block with a lower number stands before one with a higher. */
  readonly order: number;
  /** On the first cell of a table row: the text of the whole row, with tabs between its cells. */
  readonly row?: string;
}
