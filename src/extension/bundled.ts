/** The glossaries that come with the extension. */
import koreaUsAlliance from '../../assets/glossaries/korea-us-alliance.json';

/** As they stand in their files, unchecked, with the names of those. */
export const BUNDLED: readonly { readonly origin: string; readonly content: unknown }[] = [
  { origin: 'korea-us-alliance.json', content: koreaUsAlliance },
];
