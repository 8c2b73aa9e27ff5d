/** A glossary that was made up for the tests. */

import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../../src/core/glossary/parse-glossary.ts';

/** A fresh copy of the sample, as a file would hold it. */
export const sampleInput = () => ({
  schema: 1,
  id: 'harbour-terms',
  title: 'Harbour terms',
  version: '1.0.0',
  language: 'en',
  licence: 'CC0-1.0',
  sources: [
    {
      id: 'gazette-2023',
      kind: 'text',
      publisher: 'Quay Gazette',
      title: 'Pilots get a board',
      author: 'A. Writer',
      published: '2023-02-28',
      publishedBasis: 'Printed above it.',
      url: 'https://quay-gazette.example/pilots',
    },
  ],
  entries: [
    {
      id: 'hpb',
      kind: 'body',
      names: [
        { text: 'HPB', lang: 'en', role: 'short', case: 'exact' },
        {
          text: "Harbour Pilots' Board",
          lang: 'en',
          role: 'long',
          case: 'any',
          source: 'gazette-2023',
        },
      ],
      gloss: 'The board that licenses the pilots.',
      basis: ['gazette-2023'],
      translations: [{ lang: 'ko', gloss: '도선사 위원회.' }],
      parties: ['KR', 'port-union'],
      related: [
        { entry: 'port-union', how: 'modelled on', source: 'gazette-2023', said_by: 'Oru' },
      ],
      cues: ['pilots', 'ferry | tug'],
      rivals: [{ long: 'high-pressure boiler', cues: ['steam'] }],
      claims: [
        {
          text: 'Had met twice by February 2023.',
          source: 'gazette-2023',
          asOf: '2023-02-28',
          when: { date: '2023-01', what: 'met' },
        },
      ],
    },
    {
      id: 'port-union',
      kind: 'alliance',
      names: [{ text: 'Port Union', lang: 'en', role: 'long', case: 'any' }],
      gloss: 'An association of harbours.',
      basis: ['gazette-2023'],
    },
  ],
});

type Input = ReturnType<typeof sampleInput>;

/** The sample, changed. */
export function sample(change: (input: Input) => void = () => {}): Glossary {
  const input = sampleInput();
  change(input);
  return parseGlossary(input, 'the sample');
}
