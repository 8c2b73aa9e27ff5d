/** Glossaries for tests, from a line for each entry. */

import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';

interface SampleEntry {
  readonly short?: readonly string[];
  readonly long?: readonly string[];
  readonly alias?: readonly string[];
  readonly case?: 'exact' | 'any';
  readonly gloss?: string;
  readonly cues?: readonly string[];
  readonly related?: readonly string[];
  readonly parties?: readonly string[];
  /** Of all its names. */
  readonly usually?: number;
  readonly shared?: boolean;
  readonly rivals?: readonly { readonly long: string; readonly cues?: readonly string[] }[];
}

/** Make a glossary; its entries bear the keys of `entries` as ids. Short forms are `exact`. */
export function makeGlossary(
  entries: Readonly<Record<string, SampleEntry>>,
  id = 'sample',
): Glossary {
  return parseGlossary(
    {
      schema: 1,
      id,
      title: 'A glossary for tests',
      version: '1.0.0',
      language: 'en',
      licence: 'CC0-1.0',
      sources: [{ id: 'paper', publisher: 'A paper', title: 'A text', published: '2026-01-02' }],
      entries: Object.entries(entries).map(([entry, sample]) => ({
        id: entry,
        kind: 'body',
        names: [
          ...(sample.short ?? []).map((text) => nameOf(text, 'short', 'exact')),
          ...(sample.long ?? []).map((text) => nameOf(text, 'long', sample.case ?? 'any')),
          ...(sample.alias ?? []).map((text) => nameOf(text, 'alias', sample.case ?? 'any')),
        ].map((name) => ({
          ...name,
          ...(sample.usually !== undefined && { usually: sample.usually }),
          ...(sample.shared && { shared: true }),
        })),
        parties: sample.parties ?? [],
        gloss: sample.gloss ?? 'It is in this test.',
        basis: ['paper'],
        related: (sample.related ?? []).map((other) => ({
          entry: other,
          how: 'concerns',
          source: 'paper',
        })),
        cues: sample.cues ?? [],
        rivals: sample.rivals ?? [],
      })),
    },
    id,
  );
}

function nameOf(text: string, role: string, letterCase: string): object {
  const lang = /[가-힣]/.test(text) ? 'ko' : 'en';
  return { text, lang, role, case: letterCase };
}
