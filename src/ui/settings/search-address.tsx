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
  /** What was typed and is not taken; null where the field shows what is stored. */
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const take = (text: string) => {
    const read = readSearchAddress(text);
    setBad('fault' in read ? sayFault(read.fault, t) : '');
    if ('fault' in read) return;
    setTyped(null);
    if (read.address !== value) onChange(read.address);
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
        value={typed ?? value}
        disabled={fixed !== ''}
        aria-invalid={bad !== ''}
        aria-describedby={`${id}-bad ${id}-hint`}
        onInput={(event) => setTyped(event.currentTarget.value)}
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
