/** Says why a glossary could not be fetched, and what the reader can do. */
import type { FetchFault } from '../../core/subscriptions/fetch-fault.ts';
import { type AddressFault, hostOf } from '../../core/subscriptions/pack-address.ts';
import type { Translate } from '../shared/text.ts';

/** Say what happened and what to do, in one or two sentences. */
export function sayFetchFault({ code, values }: FetchFault, address: string, t: Translate): string {
  const host = hostOf(address);
  const [one = '', two = ''] = values;
  const texts: Readonly<Record<FetchFault['code'], string>> = {
    unreachable: t('address.fault.unreachable', [host]),
    withheld: t('address.fault.withheld', [host]),
    moved: t('address.fault.moved'),
    gone: t('address.fault.gone', [one]),
    barred: t('address.fault.barred', [host, one]),
    busy: t('address.fault.busy', [host, one]),
    status: t('address.fault.status', [host, one]),
    slow: t('address.fault.slow', [host]),
    tooBig: t('address.fault.tooBig', [one]),
    notJson: t('address.fault.notJson', [one]),
    notText: t('address.fault.notText'),
    faulty: t('address.fault.faulty'),
    sealBroken: t('address.fault.sealBroken'),
    otherId: t('address.fault.otherId', [one, two]),
    taken: t('address.fault.taken', [one]),
    shrunk: t('address.fault.shrunk', [one, two]),
    changed: t('address.fault.changed'),
    unsaved: t('address.fault.unsaved'),
  };
  return texts[code];
}

/** Say why an address cannot be used. */
export function sayAddressFault(fault: AddressFault, t: Translate): string {
  const texts: Readonly<Record<AddressFault, string>> = {
    empty: t('address.empty'),
    notAddress: t('address.notAddress'),
    notSecure: t('address.notSecure'),
    user: t('address.user'),
    tooLong: t('address.tooLong'),
  };
  return texts[fault];
}
