/** A text that was found at an address: what it says of its own origin is no more than its word. */
import type { ReadText } from '../articles/read-text.ts';
import { siteOf } from '../settings/site.ts';

/** What a text says of where it comes from, and nobody has checked. */
export interface Claimed {
  /** The name that it gives itself. */
  readonly publisher?: string | undefined;
  /** A site other than the one at which it was found. */
  readonly site?: string | undefined;
}

/** A text to be reviewed, with what it claims about its origin. */
export interface FoundText extends ReadText {
  readonly claimed?: Claimed | undefined;
}

/**
 * Tell what the browser knows of a page's origin from what the page says.
 *
 * The address is the browser's. The name stays the page's own unless it says that it stands on
 * another site: then the name of the site at which it was found takes its place.
 *
 * @param address - Of the tab; a web page's.
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

/** An address without a place in the page and without a user's name, which may look like a site. */
function cleanAddress(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}
