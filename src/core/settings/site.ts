/**
 * The site of a page, which the reader can switch on and off.
 *
 * @param address - The address of the page in the top frame.
 * @returns Its host name in lower case, without `www.` and a final dot, in ASCII form for names in
 *   other scripts; null if it is no web page, such as `about:blank`.
 */
export function siteOf(address: string): string | null {
  const href = URL.parse(address)?.href;
  // In a normalised address an unencoded "@" before the path follows a user name, and "/" the host.
  const host = href && /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:]+)/.exec(href)?.[1];
  if (!host) return null;
  // "www." is removed only if a host name with a dot remains: `www.com` is a site of its own.
  return host.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
}

/** Whether a listed site equals a site or is its parent domain; `*.a.example` means `a.example`. */
export function covers(listed: string, site: string): boolean {
  const bare = listed.replace(/^\*\./, '');
  return site === bare || site.endsWith(`.${bare}`);
}

/** Whether a site, or a parent domain of it, is in a list. */
export const holdsSite = (sites: readonly string[], site: string): boolean =>
  sites.some((listed) => covers(listed, site));

/** The widest site of a list that covers a site; the site itself if none does. */
export function widestOf(sites: readonly string[], site: string): string {
  const wider = sites.filter((listed) => covers(listed, site));
  return wider.reduce((widest, each) => (each.length < widest.length ? each : widest), site);
}
