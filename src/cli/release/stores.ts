/** The stores: the keys that each asks for, what it is sent, and what to do when it refuses. */

/** A store to which versions are sent. */
export type Store = 'chrome' | 'firefox';

/** For people. */
export const STORE_NAMES: Readonly<Record<Store, string>> = {
  chrome: 'Chrome Web Store',
  firefox: 'addons.mozilla.org',
};

/** Variables of the environment that `wxt submit` reads; docs/store/README.md says where to get them. */
export const KEYS: Readonly<Record<Store, readonly string[]>> = {
  chrome: [
    'CHROME_EXTENSION_ID',
    'CHROME_PUBLISHER_ID',
    'CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL',
    'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY',
  ],
  firefox: ['FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
};

/** The id by which addons.mozilla.org knows the add-on, as in the manifest. */
const FIREFOX_ID = 'newsgloss@newsgloss';

/** Names of keys that a store asks for and the environment lacks. */
export function missingKeys(
  stores: readonly Store[],
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  return stores.flatMap((store) => KEYS[store].filter((name) => !environment[name]));
}

/** The files of a version, in `.output`. */
export function zipNames(version: string) {
  const of = (part: string) => `newsgloss-${version}-${part}.zip`;
  return { chrome: of('chrome'), firefox: of('firefox'), sources: of('sources') };
}

/** What `wxt submit` is given: no keys, which it takes from the environment. */
export function submitArguments(store: Store, version: string): string[] {
  const { chrome, firefox, sources } = zipNames(version);
  return store === 'chrome'
    ? ['submit', '--chrome-api-version', 'v2', '--chrome-zip', `.output/${chrome}`]
    : [
        ...['submit', '--firefox-extension-id', FIREFOX_ID, '--firefox-zip', `.output/${firefox}`],
        ...['--firefox-sources-zip', `.output/${sources}`],
      ];
}

/** What a store says when it refuses, and what to do. The last one fits everything. */
const ADVICE: readonly (readonly [says: RegExp, advice: string])[] = [
  [
    /version.*(?:already exists|must be (?:greater|higher))|already.*version|invalid version number/i,
    'The store has this version already. Raise it in package.json and CHANGELOG.md, and release again.',
  ],
  [
    /\b40[13]\b|unauthori[sz]ed|forbidden|invalid_grant|jwt|signature/i,
    'A key has run out or belongs to another account. Make a new one and put it into the environment.',
  ],
  [
    /pending review|in review|not editable|ITEM_NOT_UPDATABLE/i,
    'A review is pending. Wait for its end, or cancel it in the dashboard of the store.',
  ],
  [/\b429\b|throttled|too many requests/i, 'The store asks for patience. Try again in an hour.'],
  [
    /ENOTFOUND|ECONN|ETIMEDOUT|fetch failed|\b50[0-4]\b/i,
    'The store could not be reached. Nothing was changed; try again later.',
  ],
  [/(?:)/, 'Read what it says above.'],
];

/** What to do after a store has refused, in a line. */
export function adviceFor(store: Store, output: string): string {
  const [, advice = ''] = ADVICE.find(([says]) => says.test(output)) ?? [];
  return (
    `${STORE_NAMES[store]} has not taken it. ${advice} ` +
    `Then: npm run release -- --only ${store} (more in docs/store/README.md)`
  );
}
