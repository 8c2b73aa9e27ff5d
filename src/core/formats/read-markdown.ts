/**
 * Reads terms from Markdown: abbreviations (`*[NCG]: Nuclear Consultative Group`) and definition
 * lists as PHP Markdown Extra and Pandoc have them:
 *
 *     Term
 *     : Its definition
 */

import { withoutLinks } from '../articles/markdown-marks.ts';
import { CAPS } from '../glossary/caps.ts';
import { type ForeignEntry, type ForeignGlossary, failure, UNSAID } from './foreign.ts';

/** Longest file, in UTF-16 code units, as of a glossary of ours. */
const MOST_LENGTH = 5_000_000;

const ABBREVIATION = /^ {0,3}\*\[([^\]]+)\]:[ \t]*(\S.*)$/;
const DEFINITION = /^ {0,3}[:~][ \t]+(\S.*)$/;
const HEADING = /^#[ \t]+(\S.*?)[ \t]*#*$/;

/** Read the terms of a Markdown file. @throws GlossaryError if it exceeds a limit. */
export function readMarkdownTerms(text: string, file: string): ForeignGlossary {
  if (text.length > MOST_LENGTH) {
    throw failure(file, 'tooBig', {}, String(MOST_LENGTH / 1_000_000));
  }
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  let fence: string | null = null;
  const entries: ForeignEntry[] = [];
  let title: string | null = null;
  const push = (entry: ForeignEntry) => {
    if (entries.length >= CAPS.entries) {
      throw failure(file, 'tooManyEntries', { line: entry.line ?? 1 }, String(CAPS.entries));
    }
    entries.push(entry);
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) {
      fence = fence === null ? mark : null;
    }
    if (fence !== null) continue;
    title ??= HEADING.exec(line)?.[1] ?? null;
    const [, short, long] = ABBREVIATION.exec(line) ?? [];
    if (short !== undefined && long !== undefined) push(abbreviation(short, long, i + 1));
    else if (DEFINITION.test(line)) {
      const { entry, end } = readDefinition(lines, i);
      if (entry) push(entry);
      i = end;
    }
  }
  const about = { ...UNSAID, title: title === null ? null : bare(title) };
  return { format: 'markdown', file, about, entries };
}

/** The opening or closing line of fenced code. */
const FENCE = /^ {0,3}(```|~~~)/;

/** An abbreviation and what it stands for, which is its full name unless it is a sentence. */
function abbreviation(short: string, long: string, line: number): ForeignEntry {
  const meaning = bare(long);
  const isName = meaning.length <= CAPS.name && !/[.;!?。]$/.test(meaning);
  return {
    id: null,
    names: [
      { text: bare(short), lang: null, role: 'short' },
      ...(isName ? [{ text: meaning, lang: null, role: 'long' as const }] : []),
    ],
    glosses: isName ? [] : [{ text: meaning, lang: null }],
    source: null,
    line,
  };
}

/**
 * Read a definition whose first line is at `start`, with the terms above it.
 *
 * @returns The entry, null if no term stands above; and the last line that was read.
 */
function readDefinition(
  lines: readonly string[],
  start: number,
): { entry: ForeignEntry | null; end: number } {
  const terms = termsAbove(lines, start);
  const parts: string[] = [];
  let end = start;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] as string;
    const isBlank = line.trim() === '';
    const first = DEFINITION.exec(line)?.[1];
    // Behind an empty line what belongs to the definition is set in, or begins another one.
    const goesOn = i === end + 1 || /^(?: {4}|\t)/.test(line);
    if (isBlank) continue;
    if (first === undefined && (!goesOn || isTermBelow(lines, i))) break;
    parts.push(bare(first ?? line));
    end = i;
  }
  const [name, ...others] = terms;
  if (name === undefined) return { entry: null, end };
  const entry: ForeignEntry = {
    id: null,
    names: [
      { text: name, lang: null, role: null },
      ...others.map((text) => ({ text, lang: null, role: 'alias' as const })),
    ],
    glosses: [{ text: parts.join(' '), lang: null }],
    source: null,
    line: start - terms.length + 1,
  };
  return { entry, end };
}

/** Whether a line is the term of the definition below it. */
const isTermBelow = (lines: readonly string[], at: number): boolean =>
  !/^(?: {4}|\t)/.test(lines[at] as string) && DEFINITION.test(lines[at + 1] ?? '');

/** Most terms of one definition, each on a line of its own. */
const MOST_TERMS = 8;

/** The terms above a definition: the lines of the paragraph that ends there. */
function termsAbove(lines: readonly string[], start: number): string[] {
  const last = (lines[start - 1] ?? '').trim() === '' ? start - 2 : start - 1;
  const terms: string[] = [];
  for (let i = last; i >= 0 && terms.length < MOST_TERMS; i--) {
    const line = lines[i] as string;
    if (line.trim() === '' || DEFINITION.test(line) || /^(?: {4}|\t|#|>|\|)/.test(line)) break;
    terms.unshift(bare(line));
  }
  return terms;
}

/** A text without the marks of Markdown: links, emphasis, code, backslashes. */
function bare(text: string): string {
  return withoutLinks(text)
    .replace(/(\*\*|__|[*_`])(?=\S)([^*_`]*)(?<=\S)\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
