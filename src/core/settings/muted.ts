/** Which entries are muted: everywhere, since the reader knows them, or on one site. */
import type { EntryRef } from '../glossary/entry-ref.ts';
import type { Settings } from './settings.ts';
import { covers } from './site.ts';

/** Whether an entry is muted on a site: the reader knows it, or does not want it there. */
export function isMuted(
  { known, notHere }: Pick<Settings, 'known' | 'notHere'>,
  ref: EntryRef,
  site: string | null,
): boolean {
  return (
    known.includes(ref) ||
    notHere.some((each) => each.ref === ref && site !== null && covers(each.site, site))
  );
}

/** Mute an entry everywhere, since the reader knows it, or undo that. */
export function setKnown(settings: Settings, ref: EntryRef, isKnown: boolean): Settings {
  const others = settings.known.filter((other) => other !== ref);
  return { ...settings, known: isKnown ? [...others, ref] : others };
}

/** Mute an entry on one site, or undo that. */
export function setNotHere(
  settings: Settings,
  ref: EntryRef,
  site: string,
  isNotHere: boolean,
): Settings {
  const others = settings.notHere.filter((each) => each.ref !== ref || !covers(each.site, site));
  return { ...settings, notHere: isNotHere ? [...others, { ref, site }] : others };
}
