/** Glossaries by address for tests of pages: a world of plain values in place of a server. */
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { type FetchFault, fetchFault } from '../../src/core/subscriptions/fetch-fault.ts';
import type { Checked, Subscription } from '../../src/core/subscriptions/subscription.ts';
import type { SubscriptionsModel } from '../../src/ui/shared/settings-model.ts';

interface FakeWorld {
  readonly model: SubscriptionsModel;
  /** What was done, in order: `take https://…`. */
  readonly done: string[];
  /** Change what is stored, as the background does. */
  store(...all: readonly Subscription[]): void;
}

interface FakeOptions {
  readonly stored?: readonly Subscription[];
  /** What waits at an address. */
  readonly waiting?: Glossary;
  /** What a first fetch brings. */
  readonly first?: Glossary | FetchFault;
  /** What comes of a check; null if nobody can be asked. */
  readonly checked?: Checked | null;
  /** Whether the browser had withheld the host, and whether the reader grants it now. */
  readonly withheld?: 'granted' | 'denied';
}

export const subscriptionAt = (own: Partial<Subscription> = {}): Subscription => ({
  address: 'https://quays.example/quays.json',
  id: 'bridges',
  isManaged: false,
  isDaily: false,
  taking: 'look',
  checked: Date.UTC(2030, 4, 13),
  etag: null,
  sum: 'a',
  takenSum: null,
  fault: null,
  isWaiting: false,
  hasBefore: false,
  hasAsked: false,
  ...own,
});

export function createSubscriptions(options: FakeOptions = {}): FakeWorld {
  const { waiting, first = fetchFault('gone', '404'), checked = 'same', withheld } = options;
  let stored = options.stored ?? [];
  let tell: () => void = () => {};
  const done: string[] = [];
  const note = (what: string) => async (address: string) => void done.push(`${what} ${address}`);
  const store = (...all: readonly Subscription[]) => {
    stored = all;
    tell();
  };
  const model: SubscriptionsModel = {
    list: async () => stored,
    watch: (callback) => {
      tell = callback;
    },
    askAccess: async () => ({ has: withheld !== 'denied', asked: withheld === 'granted' }),
    returnAccess: note('return'),
    fetchFirst: async () => ('code' in first ? first : { glossary: first, etag: null, sum: 'a' }),
    async subscribe({ address, glossary: { id }, etag, sum, hasAsked }) {
      done.push(`subscribe ${address}`);
      store(...stored, subscriptionAt({ address, id, etag, sum, hasAsked }));
    },
    async check(address) {
      done.push(`check ${address}`);
      if (checked === null) throw new Error('The background is away.');
      return checked;
    },
    async change(address, wish) {
      done.push(`change ${address}`);
      store(...stored.map((each) => (each.address === address ? { ...each, ...wish } : each)));
    },
    read: async () => waiting ?? null,
    take: note('take'),
    decline: note('decline'),
    goBack: note('back'),
    async unsubscribe(address) {
      done.push(`unsubscribe ${address}`);
      const before = stored;
      store(...stored.filter((each) => each.address !== address));
      return async () => store(...before);
    },
  };
  return { model, done, store };
}
