/** Texts found at an address. What a text says about its own origin is not verified. */
import type { ReadText } from '../articles/read-text.ts';
import { siteOf } from '../settings/site.ts';

/** What a text says about its origin, unverified. */
export interface Claimed {
  /** The publisher that it names. */
  readonly publisher?: string | undefined;
  /** The site that it names, if it was found at another one. */
  readonly site?: string | undefined;
}

/** A text to be reviewed, with what it says about its origin. */
export interface FoundText extends ReadText {
  readonly claimed?: Claimed | undefined;
}

/**
 * Separate what the browser knows about a page's origin from what the page says.
 *
 * The address is that of the browser. The publisher is the one that the page names, unless the page
 * names another site as its own: then it is the site at which the page was found.
 *
 * @param address - The address of the tab, which is that of a web page.
 */
export function foundAt(read: ReadText, address: string): FoundText {
  const site = siteOf(address) ?? '';
  const { publisher, url } = read.about;
  const claimedSite = url === undefined ? null : siteOf(url);
  const isElsewhere = claimedSite !== null && claimedSite !== site;
  const claimed: Claimed = {
    ...(publisher !== undefined && { publisher }),
    ...(isElsewhere && { site: claimedSite }),
  };
  return {
    text: read.text,
    about: {
      ...read.about,
      publisher: isElsewhere ? site : (publisher ?? site),
      url: cleanAddress(address),
    },
    ...(Object.keys(claimed).length > 0 && { claimed }),
  };
}

/** Remove the fragment of an address, and the user name, which may look like a site. */
function cleanAddress(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}
