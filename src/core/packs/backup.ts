/**
 * Writes and reads files with all settings and glossaries of a reader, and reads single glossaries.
 * A file is imported only if all of it is valid.
 */
import { type Fault, type FaultCode, faultAt, MOST_FAULTS } from '../faults/fault.ts';
import { findJsonFault, lineOf } from '../faults/json-place.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../glossary/parse-glossary.ts';
import { readLayer } from '../settings/layer.ts';
import type { Choices } from '../settings/settings.ts';
import type { Way } from './pack-merge.ts';

/** The version of the format of a backup. */
const BACKUP_VERSION = 1;

/** Most glossaries in one file. */
const MOST_GLOSSARIES = 1_000;
/** Most commas and opening brackets in a file: to parse millions more would fill the memory. */
const MOST_PARTS = 5_000_000;

/** Longest text of a single glossary and of a backup, in UTF-16 code units. */
export const MOST_TEXT = { glossary: 5_000_000, backup: 50_000_000 } as const;

/** The content of an imported file. */
export interface ImportContent {
  /** Null for a single glossary: the reader's settings then stay as they are. */
  readonly choices: Choices | null;
  readonly glossaries: readonly BroughtGlossary[];
}

/** A glossary of an imported file. */
interface BroughtGlossary {
  readonly glossary: Glossary;
  /** If it is null, a stored one keeps its state and a new one is on. */
  readonly on: boolean | null;
  /** If it is absent, the glossary replaces the stored one. */
  readonly way?: Way;
}

/** Write a backup as indented JSON, so that people can read it too. */
export function writeBackup(
  settings: unknown,
  glossaries: readonly { readonly on: boolean; readonly content: unknown }[],
  saved: Date,
): string {
  const kept = glossaries.map(({ on, content }) => ({ on, content }));
  const backup = {
    newsgloss: BACKUP_VERSION,
    saved: saved.toISOString(),
    settings: settings ?? {},
    glossaries: kept,
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

/**
 * Read a file for import.
 *
 * @param text - The text of the file.
 * @param origin - The name of the file, for messages.
 * @throws GlossaryError with the faults and their paths; nothing of the file may be used then.
 */
export function readImport(text: string, origin: string): ImportContent {
  // A text without this word is no backup: its length can be judged without parsing it.
  const most = text.includes('"newsgloss"') ? MOST_TEXT.backup : MOST_TEXT.glossary;
  if (text.length > most) throw tooLong(origin, most);
  if (countParts(text) > MOST_PARTS) throw fail(origin, '', 'tooManyParts', countOf(MOST_PARTS));
  const content = parseJson(text, origin);
  if (typeof content !== 'object') throw fail(origin, '', 'notPack');
  if (typeof content !== 'object' || content === null || !('newsgloss' in content)) {
    if (text.length > MOST_TEXT.glossary) throw tooLong(origin, MOST_TEXT.glossary);
    return { choices: null, glossaries: [{ glossary: parseGlossary(content, origin), on: null }] };
  }
  return readBackup(content as Readonly<Record<string, unknown>>, origin);
}

/**
 * Parse the text of one glossary, within the limits of `readImport`.
 *
 * @returns What `JSON.parse` made of it, unchecked.
 * @throws GlossaryError if it is too long or no JSON.
 */
export function parseOnePack(text: string, origin: string): unknown {
  if (text.length > MOST_TEXT.glossary) throw tooLong(origin, MOST_TEXT.glossary);
  if (countParts(text) > MOST_PARTS) throw fail(origin, '', 'tooMany', String(MOST_PARTS));
  return parseJson(text, origin);
}

function readBackup(
  { newsgloss, settings, glossaries = [] }: Readonly<Record<string, unknown>>,
  origin: string,
): ImportContent {
  if (newsgloss !== BACKUP_VERSION) {
    throw fail(origin, 'newsgloss', 'badBackup', String(BACKUP_VERSION));
  }
  if (!Array.isArray(glossaries)) throw fail(origin, 'glossaries', 'notList');
  if (glossaries.length > MOST_GLOSSARIES) {
    throw fail(origin, 'glossaries', 'tooManyGlossaries', countOf(MOST_GLOSSARIES));
  }
  const { choices, unreadable } = readLayer(settings);
  const faults: Fault[] = unreadable.map((key) =>
    faultAt(key === '' ? 'settings' : `settings.${key}`, 'unknownSetting'),
  );
  const read: { glossary: Glossary; on: boolean | null }[] = [];
  const ids = new Set<string>();
  for (const [i, each] of (glossaries as readonly unknown[]).entries()) {
    if (faults.length > MOST_FAULTS) break;
    const at = `glossaries[${i}]`;
    const { on, content } = (each ?? {}) as { on?: unknown; content?: unknown };
    try {
      const glossary = parseGlossary(content, origin);
      if (ids.has(glossary.id)) {
        faults.push(faultAt(`${at}.content.id`, 'twice', glossary.id));
      }
      ids.add(glossary.id);
      read.push({ glossary, on: typeof on === 'boolean' ? on : null });
    } catch (error) {
      if (!(error instanceof GlossaryError)) throw error;
      for (const fault of error.faults) {
        const path = fault.path === '' ? `${at}.content` : `${at}.content.${fault.path}`;
        faults.push({ ...fault, path });
      }
    }
  }
  if (faults.length > 0) throw new GlossaryError(origin, faults);
  return { choices, glossaries: read };
}

function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = findJsonFault(text) ?? text.length;
    const code = at === text.length ? 'endsEarly' : 'notJson';
    throw new GlossaryError(origin, [{ ...faultAt('', code), ...lineOf(text, at) }]);
  }
}

/** Count commas and opening brackets. Each value but the outermost follows one of them. */
function countParts(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === COMMA || sign === BRACKET || sign === BRACE) count++;
  }
  return count;
}

const [COMMA, BRACKET, BRACE] = [0x2c, 0x5b, 0x7b];

function tooLong(origin: string, most: number): GlossaryError {
  return most === MOST_TEXT.glossary
    ? fail(origin, '', 'tooLongPack', String(most / 1_000_000))
    : fail(origin, '', 'tooLongExport', countOf(most));
}

/** A number with commas between its thousands, as both languages write it. */
const countOf = (most: number): string => most.toLocaleString('en');

function fail(
  origin: string,
  path: string,
  code: FaultCode,
  ...values: readonly string[]
): GlossaryError {
  return new GlossaryError(origin, [faultAt(path, code, ...values)]);
}
