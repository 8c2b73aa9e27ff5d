/** A block of a page as the core knows it, without the DOM. */

import type { Span } from './span.ts';

/** What the markup of a page says of a part of a block. */
export interface Markup extends Span {
  /**
   * - `row`: the block opens a row of a table or list, and `says` is its first two cells with a tab
   *   between them.
   * - `abbr`, `dfn`: such an element, and `says` its title; that of a `dfn` may be empty.
   * - `dt`: a term of a list, and `says` what the list says about it.
   * - `term`: a DefinedTerm of schema.org, anywhere on the page, and `says` its code, name and
   *   description with U+0000 between them; each may be empty.
   */
  readonly kind: 'row' | 'abbr' | 'dfn' | 'dt' | 'term';
  readonly says: string;
}

/** A block of text. Two blocks are the same only if they are the same object. */
export interface TextBlock {
  readonly text: string;
  /** Blocks under one heading share a section. */
  readonly section: number;
  /** Position on the page: a block with a lower number stands before one with a higher. */
  readonly order: number;
  readonly markup?: readonly Markup[];
}
