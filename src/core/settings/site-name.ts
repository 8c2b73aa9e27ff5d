/** Reads sites that readers type, and writes sites for readers. */
import { skeletonOf } from '../text/look-alikes.ts';
import { siteOf } from './site.ts';

/** Why a text is no site. `noWeb`: an address not of the web. `star`: a star not at the start. */
export type SiteFault = 'empty' | 'noWeb' | 'noHost' | 'oneWord' | 'tooLong' | 'star';

/** Longest host name and label, in characters. Source: RFC 1035, section 2.3.4. */
const LONGEST = { host: 253, label: 63 } as const;

/**
 * Read a site that a reader types: a host name, the address of one of its pages, or
 * `*.example.org`, which means the same as `example.org`.
 *
 * @returns The site as `siteOf` gives it, or the reason why the text is none.
 */
export function readSite(typed: string): { readonly site: string } | { readonly fault: SiteFault } {
  const text = typed.trim();
  if (text === '') return { fault: 'empty' };
  const isAddress = /^https?:\/\//i.test(text);
  if (!isAddress && /^[a-z][a-z\d+.-]*:(?!\d+(?:$|\/))/i.test(text)) return { fault: 'noWeb' };
  const bare = isAddress ? text : text.replace(/^\*?\.(?=[^.*])/, '');
  if (/^[^/]*\*/.test(bare.replace(/^https?:\/\//i, ''))) return { fault: 'star' };
  const host = bare.replace(/^https?:\/\//i, '').replace(/[/?#].*$/, '');
  if (host.length > LONGEST.host) return { fault: 'tooLong' };
  const site = /[\s%]/.test(host) ? null : siteOf(isAddress ? bare : `https://${bare}`);
  if (site === null) return { fault: 'noHost' };
  if (site.startsWith('[')) return { site };
  const labels = site.split('.');
  if (site.length > LONGEST.host || labels.some(({ length }) => length > LONGEST.label)) {
    return { fault: 'tooLong' };
  }
  if (!labels.every((label) => /^[a-z\d_](?:[a-z\d_-]*[a-z\d_])?$/.test(label))) {
    return { fault: 'noHost' };
  }
  // "com" would stand for half the web. A host in a local network can be given by its address.
  if (labels.length === 1 && !isAddress && site !== 'localhost') return { fault: 'oneWord' };
  return { site };
}

/** Write a site in its own script, unless it could be mistaken for another one. */
export function nameSite(site: string): string {
  return site.split('.').map(nameLabel).join('.');
}

function nameLabel(label: string): string {
  const name = label.startsWith('xn--') ? decodePunycode(label.slice(4)) : null;
  if (name === null) return label;
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  const isMixed = scripts.filter((script) => script.test(name)).length > 1;
  const isOdd =
    !/^[\p{L}\p{M}\p{N}-]+$/u.test(name) || /\p{Default_Ignorable_Code_Point}/u.test(name);
  // All letters look like Latin ones: аррӏе.
  const isLikeLatin = !/\p{Script=Latin}/u.test(name) && /^[a-z\d-]*$/.test(skeletonOf(name));
  return isMixed || isOdd || isLikeLatin ? label : name;
}

const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700];

/** Decode Punycode; null if it is none. Source: RFC 3492, section 6.2. */
function decodePunycode(code: string): string | null {
  const basic = code.lastIndexOf('-');
  const output = [...code.slice(0, Math.max(0, basic))].map((char) => char.codePointAt(0) ?? 0);
  let [n, i, bias] = [128, 0, 72];
  for (let at = basic + 1; at < code.length; ) {
    const before = i;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = Number.parseInt(code[at++] ?? '?', 36);
      if (Number.isNaN(digit)) return null;
      // Letters are the values 0 to 25 and digits 26 to 35; in base 36 it is the other way round.
      const value = digit < 10 ? digit + 26 : digit - 10;
      i += value * weight;
      const t = Math.min(T_MAX, Math.max(T_MIN, k - bias));
      if (value < t) break;
      weight *= BASE - t;
    }
    const length = output.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff) return null;
    output.splice(i++, 0, n);
  }
  return String.fromCodePoint(...output);
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? DAMP : 2));
  left += Math.floor(left / length);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
