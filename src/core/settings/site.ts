/**
 * The site of a page, as the reader switches it on and off.
 *
 * @param address - The address of the top page.
 * @returns Its host name in lower case, without `www.` and a closing dot (ASCII form for names in
 *   other scripts); null for what is no web page, such as `about:blank`.
 */
export function siteOf(address: string): string | null {
  const href = normalise(address);
  // A normalised address has no bare "@" but the one after a user name, and a "/" after the host.
  const host = href && /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:]+)/.exec(href)?.[1];
  if (!host) return null;
  // "www." goes only where a host name with a dot remains: `www.com` is a site of its own.
  return host.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
}

/** Whether a site of a list is a site itself or holds it as a subdomain; `*.a.example` is `a.example`. */
export function covers(listed: string, site: string): boolean {
  const bare = listed.replace(/^\*\./, '');
  return site === bare || site.endsWith(`.${bare}`);
}

/** Whether a site is in a list, in which each takes its subdomains along. */
export const holdsSite = (sites: readonly string[], site: string): boolean =>
  sites.some((listed) => covers(listed, site));

/** The widest site of a list that holds a site; the site itself where none does. */
export function widestOf(sites: readonly string[], site: string): string {
  const wider = sites.filter((listed) => covers(listed, site));
  return wider.reduce((widest, each) => (each.length < widest.length ? each : widest), site);
}

function normalise(address: string): string | null {
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}
