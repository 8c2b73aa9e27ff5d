/** Brings what is stored here and what lies in the browser's sync together. */
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import { createOwnGlossary, type Writer } from '../../core/own/own-entries.ts';
import { readArea } from '../../core/sync/area.ts';
import { fillArea } from '../../core/sync/fill-area.ts';
import type { Items } from '../../core/sync/items.ts';
import { describeLeft, NOTHING_LEFT } from '../../core/sync/left.ts';
import { meetChoices, meetOwn, type Replica } from '../../core/sync/replica.ts';
import { changeGlossary } from '../library/glossary-store.ts';
import { updateChoices } from '../storage/settings.ts';
import { readSyncArea, writeSyncArea } from './sync-area.ts';
import { lockSync, readSync, type SyncState, storeSync } from './sync-store.ts';

/** What came of it: nothing is left to write, something is, or the browser refused. */
type Outcome = 'done' | 'more' | 'refused';

/**
 * Apply what other devices have changed, and write what was changed here if that is allowed now.
 * Does nothing while sync is off.
 *
 * @param writer - What own entries get here if there is no glossary of them yet.
 */
export function meet(writer: Writer, mayWrite: boolean): Promise<Outcome> {
  return lockSync(async () => {
    const state = await readSync();
    if (state === null) return 'done';
    const stored = await readSyncArea().catch(() => null);
    const area = stored === null ? { fault: 'refused' as const } : readArea(stored);
    if ('fault' in area) {
      await storeFault(state, area.fault);
      return stored === null ? 'refused' : 'done';
    }
    const replica = await apply(state.replica, area.items, writer);
    const { set, remove, left } = fillArea(area.items, replica.items, Date.now());
    const known = { replica, met: Date.now(), left: describeLeft(left, replica.items) };
    const isMore = Object.keys(set).length > 0;
    // What the browser refused is still to be written, until it has taken it.
    const isRefused = isMore && !mayWrite && state.fault === 'refused';
    // Before it is written: what was written must not be taken for a change from elsewhere.
    await storeSync({ ...known, fault: isRefused ? 'refused' : null });
    if (!isMore) return 'done';
    if (!mayWrite) return 'more';
    try {
      await writeSyncArea(set, remove);
      return 'done';
    } catch {
      await storeSync({ ...known, fault: 'refused' });
      return 'refused';
    }
  });
}

async function storeFault(state: SyncState, fault: SyncState['fault']): Promise<void> {
  await storeSync({ ...state, met: Date.now(), fault, left: NOTHING_LEFT });
}

/** Apply what lies there to the settings and own entries, each in one step with what is stored. */
async function apply(known: Replica, held: Items, writer: Writer): Promise<Replica> {
  const now = Date.now();
  let replica = known;
  await updateChoices((choices) => {
    const met = meetChoices(replica, held, choices, now);
    replica = met.replica;
    return met.local;
  });
  try {
    await changeGlossary(OWN_GLOSSARY, (stored) => {
      const own = stored ?? createOwnGlossary(writer);
      const met = meetOwn(replica, held, own, now);
      replica = met.replica;
      return met.local === own ? stored : met.local;
    });
  } catch (error) {
    // Own entries that cannot be read stay as they are, here and there; the rest is synced.
    if (!(error instanceof GlossaryError)) throw error;
  }
  return replica;
}
