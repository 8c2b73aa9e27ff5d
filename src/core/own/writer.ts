import type { Writer } from './own-entries.ts';

/** The words with which the reader's own glossary begins. */
type WriterKey = 'popup.language' | 'settings.ownTitle' | 'settings.ownNote';

/**
 * What is needed to write entries into the reader's own glossary.
 *
 * @param say - Gives the words of a key in the reader's language.
 * @param today - ISO day.
 */
export function createWriter(say: (key: WriterKey) => string, today: string): Writer {
  return {
    language: say('popup.language'),
    title: say('settings.ownTitle'),
    note: say('settings.ownNote'),
    today,
  };
}
