/** A block of a page, to those who know no page. */

/** A block as the senses see it; which object it is tells blocks apart. */
export interface TextBlock {
  readonly text: string;
  /** Blocks under one heading share a section. */
  readonly section: number;
  /** Place on the page: blocks with a lower number come before. */
  readonly order: number;
  /** Of a cell that opens a row of a table: the text of the row, a tab between its cells. */
  readonly row?: string;
}
