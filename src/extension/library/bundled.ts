/** The glossaries that come with the extension, in the library's order. */
import koreaUsAlliance from '../../../assets/glossaries/korea-us-alliance.json?url';
import securityNews from '../../../assets/glossaries/security-news.json?url';
import type { Glossary } from '../../core/glossary/glossary.ts';

/** A glossary that is read when it is needed: the background starts many times a day. */
export interface BundledGlossary {
  /** The name of its file, for messages. */
  readonly origin: string;
  readonly id: string;
  /** Another one is of another content. */
  readonly mark: string;
  /** It was checked when the extension was built. */
  read(): Promise<Glossary>;
}

const bundle = (id: string, address: string): BundledGlossary => ({
  origin: `${id}.json`,
  id,
  // The build names the file by what it holds.
  mark: address,
  read: async () => (await fetch(address)).json(),
});

export const BUNDLED: readonly BundledGlossary[] = [
  bundle('korea-us-alliance', koreaUsAlliance),
  bundle('security-news', securityNews),
];
