/** Kinds and events, in the reader's language. */
import type { EventName } from '../../core/cards/card-strings.ts';
import type { Entry } from '../../core/glossary/glossary.ts';
import type { Translate } from './text.ts';

export function kindText(kind: Entry['kind'], t: Translate): string {
  const texts = {
    body: t('card.kinds.body'),
    alliance: t('card.kinds.alliance'),
    command: t('card.kinds.command'),
    force: t('card.kinds.force'),
    ministry: t('card.kinds.ministry'),
    'think tank': t('card.kinds.think_tank'),
    meeting: t('card.kinds.meeting'),
    agreement: t('card.kinds.agreement'),
    law: t('card.kinds.law'),
    program: t('card.kinds.program'),
    exercise: t('card.kinds.exercise'),
    weapon: t('card.kinds.weapon'),
    concept: t('card.kinds.concept'),
    place: t('card.kinds.place'),
  };
  return texts[kind];
}

/** What happened at the date of a claim, in the reader's language. */
export function eventText(event: EventName, t: Translate): string {
  const texts = {
    founded: t('card.events.founded'),
    met: t('card.events.met'),
    signed: t('card.events.signed'),
    lapsed: t('card.events.lapsed'),
    planned: t('card.events.planned'),
    announced: t('card.events.announced'),
    said: t('card.events.said'),
    reported: t('card.events.reported'),
  };
  return texts[event];
}
