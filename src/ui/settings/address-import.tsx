import { useId, useState } from 'preact/hooks';
import { type FetchFault, fetchFault } from '../../core/subscriptions/fetch-fault.ts';
import { readPackAddress } from '../../core/subscriptions/pack-address.ts';
import type { SubscriptionsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';
import { FaultList } from './fault-list.tsx';
import { sayAddressFault, sayFetchFault } from './fetch-words.ts';
import type { Offer } from './import-preview.tsx';

interface AddressImportProps {
  readonly model: SubscriptionsModel;
  /** Shows what was fetched, as a file is shown. */
  readonly offer: (offered: Offer) => void;
  readonly t: Translate;
}

type State =
  | { readonly name: 'idle' | 'fetching' }
  | { readonly name: 'bad'; readonly words: string; readonly faults: FetchFault['faults'] };

/** A form that fetches a glossary from an address for a first look. */
export function AddressImport({ model, offer, t }: AddressImportProps) {
  const [text, setText] = useState('');
  const [state, setState] = useState<State>({ name: 'idle' });
  const id = useId();
  const fail = (words: string, faults?: FetchFault['faults']) =>
    setState({ name: 'bad', words, faults });
  const fetchIt = async (address: string, access: ReturnType<SubscriptionsModel['askAccess']>) => {
    setState({ name: 'fetching' });
    const { has, asked } = await access;
    const giveBack = () => void (asked && model.returnAccess(address));
    // Where the background gives no answer, the reader can only try again, as with a host.
    const found = has
      ? await model.fetchFirst(address).catch(() => fetchFault('unreachable'))
      : fetchFault('withheld');
    if ('code' in found) {
      giveBack();
      return fail(sayFetchFault(found, address, t), found.faults);
    }
    setState({ name: 'idle' });
    setText('');
    const { glossary, etag, sum } = found;
    offer({
      name: address,
      glossary,
      async onTaken() {
        await model.subscribe({ address, glossary, etag, sum, hasAsked: asked });
        return async () => void (await model.unsubscribe(address));
      },
      onLeft: giveBack,
    });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const read = readPackAddress(text);
    if ('fault' in read) fail(sayAddressFault(read.fault, t));
    // Browsers let us ask only at once, in the click itself.
    else void fetchIt(read.address, model.askAccess(read.address));
  };
  const isBad = state.name === 'bad';
  return (
    <form class="by-address" onSubmit={submit} noValidate>
      <h3>{t('address.title')}</h3>
      <div class="add">
        <input
          type="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          aria-label={t('address.label')}
          value={text}
          aria-invalid={isBad}
          aria-describedby={`${id}-bad ${id}-hint`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={state.name === 'fetching'}>
          {t('address.fetch')}
        </button>
      </div>
      <div id={`${id}-bad`} role="status">
        {state.name === 'fetching' && <p>{t('address.fetching')}</p>}
        {isBad && (
          <div class="bad">
            <p>{state.words}</p>
            {state.faults && <FaultList faults={state.faults} t={t} />}
          </div>
        )}
      </div>
      <p class="hint" id={`${id}-hint`}>
        {t('address.hint')}
      </p>
    </form>
  );
}
