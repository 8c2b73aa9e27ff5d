/** The texts for the stores, in docs/store, and how long each may be. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../build/build-extension.ts';

/** Languages in which the stores get texts. */
export const STORE_LANGUAGES = ['en', 'ko'] as const;

/** Most characters of each text; docs/store/README.md has the stores' own limits and their sources. */
export const MOST_CHARACTERS = {
  Name: 50,
  Summary: 132,
  Description: 15_000,
  'Single purpose': 1_000,
  'Reason of a permission': 1_000,
  'Notes for reviewers': 3_000,
} as const;

/** A text that a store gets. */
export interface StoreText {
  /** For people: `en: Summary`. */
  readonly what: string;
  readonly kind: keyof typeof MOST_CHARACTERS;
  readonly text: string;
}

/** The sections of a document by their titles, without blanks around them. */
export function readSections(markdown: string): ReadonlyMap<string, string> {
  const [, ...parts] = `\n${markdown}`.split(/\n## /);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end).trim(), part.slice(end).trim()];
    }),
  );
}

/** Why we ask for something, and what would be without it. */
interface Reason {
  readonly asked: string;
  readonly reason: string;
  readonly without: string;
}

/** The reasons in docs/permissions.md: a section for a permission, a row for a command. */
export function readReasons(markdown: string): Reason[] {
  return [
    ...markdown.matchAll(/^### `([^`]+)`\n\n([^#]+?)\n\n_Without it_: (.+?)$/gm),
    ...markdown.matchAll(/^\| `([^`]+)` +\| (.+?) +\| (.+?) +\|$/gm),
  ].map(([, asked = '', reason = '', without = '']) => ({ asked, reason, without }));
}

/** Every text that a store gets. */
export function readStoreTexts(): StoreText[] {
  const read = (path: string) => readFileSync(join(ROOT, 'docs', path), 'utf8');
  const listed = STORE_LANGUAGES.flatMap((language) => {
    const sections = readSections(read(`store/${language}.md`));
    return (['Name', 'Summary', 'Description'] as const).map((kind) => ({
      what: `${language}: ${kind}`,
      kind,
      text: sections.get(kind) ?? '',
    }));
  });
  const permissions = read('permissions.md');
  return [
    ...listed,
    {
      what: 'Single purpose',
      kind: 'Single purpose',
      text: /\*\*Single purpose:\*\* (.+)/.exec(permissions)?.[1] ?? '',
    },
    ...readReasons(permissions).map(({ asked, reason }) => ({
      what: `Reason of ${asked}`,
      kind: 'Reason of a permission' as const,
      text: reason,
    })),
    {
      what: 'Notes for reviewers',
      kind: 'Notes for reviewers',
      text: read('store/review-notes.md').split('\n---\n')[1]?.trim() ?? '',
    },
  ];
}

/** What is wrong with the texts: one that is missing, or longer than the stores take. */
export function findTextFaults(texts: readonly StoreText[]): string[] {
  return texts.flatMap(({ what, kind, text }) => {
    const [length, most] = [[...text].length, MOST_CHARACTERS[kind]];
    if (length === 0) return [`${what} is missing`];
    return length > most ? [`${what} has ${length} characters, ${most} are taken`] : [];
  });
}
