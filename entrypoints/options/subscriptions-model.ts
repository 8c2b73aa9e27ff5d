/** Glossaries by address, as the settings page needs them. */
import {
  listSubscriptions,
  watchSubscriptions,
} from '../../src/extension/library/subscription-store.ts';
import {
  changeSubscription,
  declineWaiting,
  goBack,
  readKeptVersion,
  subscribe,
  takeWaiting,
  unsubscribe,
} from '../../src/extension/library/subscriptions.ts';
import { send } from '../../src/extension/messages/messages.ts';
import { createAskAccess, returnAccess } from '../../src/extension/network/host-access.ts';
import type { SubscriptionsModel } from '../../src/ui/shared/settings-model.ts';

export function createSubscriptionsModel(): SubscriptionsModel {
  return {
    list: listSubscriptions,
    watch: watchSubscriptions,
    askAccess: createAskAccess(),
    returnAccess,
    fetchFirst: (address) => send('fetchFirst', address),
    subscribe,
    check: (address) => send('checkSubscription', address),
    change: changeSubscription,
    read: readKeptVersion,
    take: takeWaiting,
    decline: declineWaiting,
    goBack,
    unsubscribe,
  };
}
