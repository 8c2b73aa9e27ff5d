/** Kinds and events, in the reader's language. */
import { wordOfKind } from '../../core/cards/card-strings.ts';
import type { Entry, EVENTS } from '../../core/glossary/glossary.ts';
import type { Translate } from './text.ts';

export const kindText = (kind: Entry['kind'], t: Translate): string =>
  t(`card.${wordOfKind(kind)}`);

/** What happened at the date of a claim, in the reader's language. */
export const eventText = (event: (typeof EVENTS)[number], t: Translate): string =>
  t(`card.events.${event}`);
