/** The glossaries that come with the extension, in the library's order. */
import koreaUsAlliance from '../../../assets/glossaries/korea-us-alliance.json?url';
import securityNews from '../../../assets/glossaries/security-news.json?url';
import type { Glossary } from '../../core/glossary/glossary.ts';

/** A bundled glossary, read only when needed: the background starts many times a day. */
export interface BundledGlossary {
  /** The name of its file, for messages. */
  readonly origin: string;
  readonly id: string;
  /** Changes whenever the content changes. */
  readonly mark: string;
  /** Fetches the content. It is not checked again, since the build has checked it. */
  read(): Promise<Glossary>;
}

const bundle = (id: string, address: string): BundledGlossary => ({
  origin: `${id}.json`,
  id,
  // The build puts a hash of the content into the file name.
  mark: address,
  read: async () => (await fetch(address)).json(),
});

export const BUNDLED: readonly BundledGlossary[] = [
  bundle('korea-us-alliance', koreaUsAlliance),
  bundle('security-news', securityNews),
];
