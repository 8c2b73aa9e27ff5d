/** Reads a part of one of our own pages like a visited page, by the current settings. */
import '../../assets/styles/mentions.css';
import type { Settings } from '../../src/core/settings/settings.ts';
import { watchLibrary } from '../../src/extension/library/library-revision.ts';
import { readSettings, watchSettings } from '../../src/extension/storage/settings.ts';
import card from '../card.ts';
import { createDesk } from '../content/desk.ts';
import { type Session, startSession, type Wish } from '../content/session.ts';
import marker from '../marker.ts';
import sieve from '../sieve.ts';

/** Paint an element, and keep it painted by the settings until the signal aborts. */
export function tryOut(element: Element, signal: AbortSignal): void {
  // Run here, since the background loads no scripts into our own pages.
  card.main();
  marker.main();
  sieve.main();
  const desk = createDesk(signal);
  let session: Promise<Session> | null = null;
  let sessionLife = new AbortController();
  const restart = () => {
    sessionLife.abort();
    sessionLife = new AbortController();
    const life = AbortSignal.any([signal, sessionLife.signal]);
    session = readSettings().then((settings) =>
      startSession(wishOf(settings), () => undefined, life, element, desk),
    );
    // Where the background is away, the next change of the settings or the library tries again.
    session.catch(() => undefined);
  };
  const follow = (settings: Settings) =>
    void session?.then(
      (each) => each.follow(wishOf(settings)),
      () => undefined,
    );
  watchSettings(follow, signal);
  watchLibrary(restart, signal);
  restart();
}

/** The settings without muted entries: the sample shows also what the reader knows. */
const wishOf = (settings: Settings): Wish => ({ ...settings, muted: [] });
