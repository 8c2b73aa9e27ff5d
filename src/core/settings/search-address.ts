/** The address at which a reader looks a term up, such as `https://search.example/?q=%s`. */

/** Why an address cannot be used. */
export type SearchAddressFault = 'notSecure' | 'noPlace' | 'twoPlaces' | 'notAddress' | 'tooLong';

/** Where the term stands. */
const PLACE = '%s';

/** Longest address, in UTF-16 code units. */
const LONGEST = 500;

/** Longest term that is put into an address, in UTF-16 code units: a selection may be a page long. */
const LONGEST_TERM = 200;

/** @returns The address, empty for none; or why it is none. */
export function readSearchAddress(
  text: string,
): { readonly address: string } | { readonly fault: SearchAddressFault } {
  const address = text.trim();
  if (address === '') return { address };
  if (address.length > LONGEST) return { fault: 'tooLong' };
  if (!/^https:\/\//i.test(address)) return { fault: 'notSecure' };
  const places = address.split(PLACE).length - 1;
  if (places !== 1) return { fault: places === 0 ? 'noPlace' : 'twoPlaces' };
  return isSound(address) ? { address } : { fault: 'notAddress' };
}

/** The address for one term. */
export function searchAddressFor(address: string, term: string): string {
  // A function, since a string in its place may hold patterns such as `$&`.
  return address.replace(PLACE, () =>
    encodeURIComponent(term.slice(0, LONGEST_TERM).toWellFormed()),
  );
}

/** Whether it is a web address without a user name; a host with `%s` is none. */
function isSound(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}
