/** Faults as people read them in tests: their places and remedies in English. */
import { type Fault, placeOf, remedyOf } from '../../../src/core/faults/fault.ts';
import { GlossaryError } from '../../../src/core/glossary/parse-glossary.ts';

/** What a reading finds wrong, in words; nothing where it succeeds. */
export function readFaults(read: () => unknown): { path: string; remedy: string }[] {
  try {
    read();
  } catch (error) {
    if (error instanceof GlossaryError) return sayFaults(error.faults);
    throw error;
  }
  return [];
}

export function sayFaults(faults: readonly Fault[]): { path: string; remedy: string }[] {
  return faults.map((fault) => ({
    path: fault.path === '' && fault.line === undefined ? '' : placeOf(fault),
    remedy: remedyOf(fault),
  }));
}
