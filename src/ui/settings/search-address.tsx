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

/** A field for the address at which a card's foot offers to look its term up. */
export function SearchAddress({ value, onChange, fixed, t }: SearchAddressProps) {
  const [bad, setBad] = useState('');
  const id = useId();
  const take = (text: string) => {
    const read = readSearchAddress(text);
    setBad('fault' in read ? sayFault(read.fault, t) : '');
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
        value={value}
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
