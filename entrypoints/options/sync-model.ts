/** Sync through the browser, as the settings page needs it. */
import { clearSyncArea, readSyncArea } from '../../src/extension/sync/sync-area.ts';
import { readSync, switchSync, watchSync } from '../../src/extension/sync/sync-store.ts';
import type { SyncModel } from '../../src/ui/shared/settings-model.ts';

export function createSyncModel(): SyncModel {
  return {
    read: readSync,
    watch: watchSync,
    switch: switchSync,
    hasCopy: async () => Object.keys(await readSyncArea()).length > 0,
    deleteCopy: clearSyncArea,
  };
}
