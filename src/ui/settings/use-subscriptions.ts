import { useEffect, useState } from 'preact/hooks';
import type { Subscription } from '../../core/subscriptions/subscription.ts';
import type { SubscriptionsModel } from '../shared/settings-model.ts';

/** The glossaries that have an address, as they are stored now. */
export function useSubscriptions(model: SubscriptionsModel): readonly Subscription[] {
  const [all, setAll] = useState<readonly Subscription[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const list = async () => {
      // If storage is switched off, there are none.
      const found = await model.list().catch(() => []);
      if (!stop.signal.aborted) setAll(found);
    };
    model.watch(() => void list(), stop.signal);
    void list();
    return () => stop.abort();
  }, [model]);
  return all;
}
