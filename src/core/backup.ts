/**
 * A file with everything of a reader (settings and glossaries), or a single glossary: written for
 * export, and checked as a whole for import, where nothing is taken unless all of it can be.
 */
import { type Fault, type Glossary, GlossaryError, parseGlossary } from './glossary.ts';
import { type Choices, readLayer } from './settings.ts';

/** The version of the form. */
export const BACKUP_VERSION = 1;

/** UTF-16 code units: a glossary by itself, and a file with all of them. */
export const MOST_TEXT = { glossary: 5_000_000, backup: 50_000_000 } as const;

/** What a file brings. */
export interface ImportContent {
  /** Null where it is a glossary alone: then the settings stay. */
  readonly choices: Choices | null;
  readonly glossaries: readonly { readonly glossary: Glossary; readonly on: boolean | null }[];
}

/** Write a file with everything, to be read by people too. */
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
 * @param text - Of the file.
 * @param origin - Its name, for the messages.
 * @throws GlossaryError naming path and remedy of each fault; nothing of the file is usable then.
 */
export function readImport(text: string, origin: string): ImportContent {
  if (text.length > MOST_TEXT.backup) throw tooLong(origin, MOST_TEXT.backup);
  const content = parseJson(text, origin);
  if (typeof content !== 'object' || content === null || !('newsgloss' in content)) {
    if (text.length > MOST_TEXT.glossary) throw tooLong(origin, MOST_TEXT.glossary);
    return { choices: null, glossaries: [{ glossary: parseGlossary(content, origin), on: null }] };
  }
  return readBackup(content as Readonly<Record<string, unknown>>, origin);
}

function readBackup(
  { newsgloss, settings, glossaries = [] }: Readonly<Record<string, unknown>>,
  origin: string,
): ImportContent {
  if (newsgloss !== BACKUP_VERSION) {
    throw fault(
      origin,
      'newsgloss',
      `must be ${BACKUP_VERSION}: update Newsgloss to read this file`,
    );
  }
  if (!Array.isArray(glossaries)) throw fault(origin, 'glossaries', 'must be a list');
  const { choices, unreadable } = readLayer(settings);
  const faults: Fault[] = unreadable.map((key) => ({
    path: key === '' ? 'settings' : `settings.${key}`,
    remedy: 'is not known to this version: remove it or update Newsgloss',
  }));
  const read: { glossary: Glossary; on: boolean | null }[] = [];
  const ids = new Set<string>();
  glossaries.forEach((each: unknown, i) => {
    const at = `glossaries[${i}]`;
    const { on, content } = (each ?? {}) as { on?: unknown; content?: unknown };
    try {
      const glossary = parseGlossary(content, origin);
      if (ids.has(glossary.id)) {
        faults.push({
          path: `${at}.content.id`,
          remedy: `is "${glossary.id}", which stands twice`,
        });
      }
      ids.add(glossary.id);
      read.push({ glossary, on: typeof on === 'boolean' ? on : null });
    } catch (error) {
      if (!(error instanceof GlossaryError)) throw error;
      for (const { path, remedy } of error.faults) {
        faults.push({ path: path === '' ? `${at}.content` : `${at}.content.${path}`, remedy });
      }
    }
  });
  if (faults.length > 0) throw new GlossaryError(origin, faults);
  return { choices, glossaries: read };
}

function parseJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault(
      origin,
      placeOf(String(error), text),
      'is not JSON: mend the file, or export it anew',
    );
  }
}

/** Both browsers say where JSON breaks, each in its own words. */
function placeOf(message: string, text: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line) return `line ${line}, column ${column}`;
  const [, position] = /position (\d+)/.exec(message) ?? [];
  // Of a short file Chromium shows the place itself.
  const [, shown] = /"([\s\S]*)"(?:\.\.\.)? is not valid/.exec(message) ?? [];
  const at = position ? Number(position) : text.indexOf(shown ?? '\0');
  // Where nothing is said, the file ends too early.
  return `line ${(at < 0 ? text : text.slice(0, at)).split('\n').length}`;
}

function tooLong(origin: string, most: number): GlossaryError {
  return fault(origin, '', `must not be longer than ${most / 1_000_000} million characters`);
}

function fault(origin: string, path: string, remedy: string): GlossaryError {
  return new GlossaryError(origin, [{ path, remedy }]);
}
