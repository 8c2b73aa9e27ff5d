/** Reads the address of a glossary as a reader or an administrator gives it. */

/** Why something cannot be the address of a glossary. */
export type AddressFault = 'empty' | 'notAddress' | 'notSecure' | 'user' | 'tooLong';

/** Longest address, in UTF-16 code units, as in the format of glossaries. */
const LONGEST = 2_000;

/**
 * Hosts that need no encryption, since nothing leaves the machine. Browsers trust them too: W3C,
 * “Secure Contexts”, section 3.1.
 */
const OWN_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** @returns The address as browsers write it, without what follows `#`; or why it is none. */
export function readPackAddress(
  text: string,
): { readonly address: string } | { readonly fault: AddressFault } {
  const given = text.trim();
  if (given === '') return { fault: 'empty' };
  if (given.length > LONGEST) return { fault: 'tooLong' };
  const url = URL.parse(given);
  if (url === null) return { fault: 'notAddress' };
  const isOwn = url.protocol === 'http:' && OWN_MACHINE.has(url.hostname);
  if (url.protocol !== 'https:' && !isOwn) {
    return { fault: url.protocol === 'http:' ? 'notSecure' : 'notAddress' };
  }
  if (url.username !== '' || url.password !== '') return { fault: 'user' };
  url.hash = '';
  return url.href.length > LONGEST ? { fault: 'tooLong' } : { address: url.href };
}

/** The host of an address, with its port if it is not the usual one. */
export const hostOf = (address: string): string => new URL(address).host;

/** The pattern by which browsers grant access to the host of an address, on any port. */
export function hostPatternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
