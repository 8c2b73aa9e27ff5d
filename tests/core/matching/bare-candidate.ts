/** What a candidate has beside its names, where a test is about names alone. */
import type { Candidate } from '../../../src/core/matching/candidate.ts';

export const BARE: Omit<Candidate, 'ref' | 'names'> = {
  longForms: [],
  languages: [],
  related: [],
  cues: [],
  rivals: [],
  parties: [],
  isBody: true,
};
