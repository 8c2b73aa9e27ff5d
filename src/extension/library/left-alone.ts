/** Tells whether part of what is stored is beyond this version of the extension, and so left alone. */
import { isNewerLayer } from '../../core/settings/layer.ts';
import { isOfNewerVersion } from '../storage/database.ts';
import { countUnreadableReviews } from '../storage/review-store.ts';
import { readStoredSettings } from '../storage/settings.ts';
import { listGlossaries } from './glossary-store.ts';
import { listSubscriptions } from './subscription-store.ts';

/**
 * Whether a newer version has written settings or upgraded a database, or a review cannot be read.
 *
 * Added glossaries that cannot be read are not counted: the list of glossaries names each. Never
 * fails: where storage is switched off, there is nothing to leave alone.
 */
export async function hasLeftAlone(): Promise<boolean> {
  const found = [
    readStoredSettings().then(isNewerLayer),
    countUnreadableReviews().then((count) => count > 0),
    listGlossaries().then(() => false),
    listSubscriptions().then(() => false),
  ];
  return (await Promise.all(found.map((it) => it.catch(isOfNewerVersion)))).includes(true);
}
