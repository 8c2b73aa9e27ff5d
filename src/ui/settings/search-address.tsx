import { useId, useState } from 'preact/hooks';
import { readSearchAddress, type SearchAddressFault } from '../../core/settings/search-address.ts';
import type { Translate } from '../shared/text.ts';

interface SearchAddressProps {
  readonly value: string;
  readonly onChange: (address: string) => void;
  /** Why it cannot be changed; empty if it can. */
  readonly fixed: string;
  readonly t: Translate;
}

interface Refused {
  readonly text: string;
  readonly fault: SearchAddressFault;
}

/** A field for the address at which a card's foot offers to look its term up. */
export function SearchAddress({ value, onChange, fixed, t }: SearchAddressProps) {
  /** What was typed and could not be taken: it stays in the field, to be mended. */
  const [refused, setRefused] = useState<Refused | null>(null);
  const bad = refused ? sayFault(refused.fault, t) : '';
  const id = useId();
  const take = (text: string) => {
    const read = readSearchAddress(text);
    setRefused('fault' in read ? { text, fault: read.fault } : null);
    if ('address' in read && read.address !== value) onChange(read.address);
  };
  return (
    <div class="search-address">
      <label for={id}>{t('settings.searchAddress')}</label>
      {fixed !== '' && <span class="fixed">{fixed}</span>}
      <input
        id={id}
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        value={refused?.text ?? value}
        disabled={fixed !== ''}
        aria-invalid={bad !== ''}
        aria-describedby={`${id}-bad ${id}-hint`}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <p class="bad" id={`${id}-bad`} role="status">
        {bad}
      </p>
      <p class="hint" id={`${id}-hint`}>
        {t('settings.searchAddressHint')}
      </p>
    </div>
  );
}

function sayFault(fault: SearchAddressFault, t: Translate): string {
  const texts: Readonly<Record<SearchAddressFault, string>> = {
    notSecure: t('settings.searchNotSecure'),
    noPlace: t('settings.searchNoPlace'),
    twoPlaces: t('settings.searchTwoPlaces'),
    notAddress: t('settings.searchNotAddress'),
    tooLong: t('settings.searchTooLong'),
  };
  return texts[fault];
}
