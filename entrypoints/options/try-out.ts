/** Reads a part of one of our own pages as a visited page is read, by the settings that hold. */
import '../../assets/styles/mentions.css';
import type { Settings } from '../../src/core/settings/settings.ts';
import { readLibraryState } from '../../src/extension/library/library-filter.ts';
import { watchLibrary } from '../../src/extension/library/library-revision.ts';
import { readSettings, watchSettings } from '../../src/extension/storage/settings.ts';
import card from '../card.ts';
import { createDesk } from '../content/desk.ts';
import { type Session, startSession, type Wish } from '../content/session.ts';
import definitions from '../definitions.ts';
import marker from '../marker.ts';

/** Paint an element, and keep it as the settings say, until the signal aborts. */
export function tryOut(element: Element, signal: AbortSignal): void {
  // They need not be brought in: no script of ours is sent to our own pages.
  card.main();
  definitions.main();
  marker.main();
  const desk = createDesk(signal);
  let session: Promise<Session> | null = null;
  const restart = () => {
    void session?.then((each) => each.end());
    session = Promise.all([readSettings(), readLibraryState()]).then(([settings, { filter }]) =>
      startSession(wishOf(settings), () => undefined, signal, element, desk, filter),
    );
    session.catch(() => undefined);
  };
  watchSettings((settings) => void session?.then((each) => each.follow(wishOf(settings))), signal);
  watchLibrary(restart, signal);
  restart();
}

/** What the reader knows is to be seen here all the same. */
const wishOf = (settings: Settings): Wish => ({ ...settings, quiet: [] });
