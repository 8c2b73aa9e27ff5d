/** What a file in a foreign format says, before it becomes a glossary of ours. */

import { type Fault, type FaultCode, faultAt } from '../faults/fault.ts';
import { GlossaryError } from '../glossary/parse-glossary.ts';
import { dayOf } from '../glossary/partial-date.ts';

/** The foreign formats that are told by their content. */
export type Format = 'tbx' | 'yomitan' | 'contextive' | 'markdown' | 'page';

/** A text with its language tag; null if the file names none. */
export interface Worded {
  readonly text: string;
  readonly lang: string | null;
}

/** A name as the file has it; the role is null if the file says nothing of it. */
export interface ForeignName extends Worded {
  readonly role: 'short' | 'long' | 'alias' | null;
}

/** One term of the file. The texts are as they stand there, with line breaks and at any length. */
export interface ForeignEntry {
  /** What the file calls the entry; null if it has no ids. */
  readonly id: string | null;
  readonly names: readonly ForeignName[];
  readonly glosses: readonly Worded[];
  /** The source that the file names for this entry. */
  readonly source: string | null;
  /** The line of the file, from 1; null if unknown. */
  readonly line: number | null;
}

/** What the file says of itself; null for what it leaves out. */
export interface About {
  readonly title: string | null;
  /** The language of what bears no tag of its own. */
  readonly language: string | null;
  readonly publisher: string | null;
  /** ISO day. */
  readonly published: string | null;
  readonly url: string | null;
}

export interface ForeignGlossary {
  /** A table is one whose columns the reader has named. */
  readonly format: Format | 'table';
  /** The name of the file. */
  readonly file: string;
  readonly about: About;
  readonly entries: readonly ForeignEntry[];
}

/** A file that says nothing of itself. */
export const UNSAID: About = {
  title: null,
  language: null,
  publisher: null,
  published: null,
  url: null,
};

/** A foreign file before it is read: text, or the bytes of an archive. */
export type ForeignFile =
  | { readonly format: 'yomitan'; readonly name: string; readonly content: Uint8Array<ArrayBuffer> }
  | {
      readonly format: Exclude<Format, 'yomitan'>;
      readonly name: string;
      readonly content: string;
    };

/** The fault of a whole file, or of a line in it, as an error. */
export function failure(
  file: string,
  code: FaultCode,
  place: Partial<Pick<Fault, 'path' | 'line' | 'column'>> = {},
  ...values: readonly string[]
): GlossaryError {
  return new GlossaryError(file, [{ ...faultAt('', code, ...values), ...place }]);
}

/** The day at the start of a timestamp; null if there is none, or none that exists. */
export function dayIn(stamp: string | undefined): string | null {
  const [, year, month, day] = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(stamp ?? '') ?? [];
  return realDay(Number(year), Number(month), Number(day));
}

/** A day as ISO date; null if the calendar has none such. */
export function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? dayOf(date) : null;
}
