/** What a form needs to write entries into the reader's own glossary. */
import { useMemo } from 'preact/hooks';
import type { Writer } from '../../core/own/own-entries.ts';
import { createWriter } from '../../core/own/writer.ts';
import type { Translate } from './text.ts';

/** @param today - The current day, as an ISO date. */
export function useWriter(today: string, t: Translate): Writer {
  return useMemo(() => createWriter(t, today), [t, today]);
}
