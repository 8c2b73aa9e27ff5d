/** What must hold before a version goes to the stores, as far as plain values tell. */

/** A line of the table: what was looked at, what was found, and whether that is as it must be. */
export interface Check {
  readonly what: string;
  readonly found: string;
  readonly ok: boolean;
}

/** Stores and others read versions as numbers: three of them, without a suffix. */
const VERSION = /^(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/;

/** A check that lists what is wrong; with an empty list it holds, and `found` says what was seen. */
export function toCheck(what: string, faults: readonly string[], found: string): Check {
  return { what, found: faults.length > 0 ? faults.join('; ') : found, ok: faults.length === 0 };
}

/**
 * @param version - Of package.json.
 * @param locked - Of package-lock.json.
 * @param tagged - The commit of the tag with this version; null: there is no such tag.
 * @param head - The present commit.
 */
export function checkVersion(
  version: string,
  locked: string,
  tagged: string | null,
  head: string,
): Check {
  const faults = [
    ...(VERSION.test(version) ? [] : [`${version} is not three numbers`]),
    ...(locked === version ? [] : [`package-lock.json has ${locked}: run npm install`]),
    ...(tagged === null || tagged === head
      ? []
      : [`v${version} is the tag of another commit: raise the version`]),
  ];
  return toCheck('version', faults, version);
}

/** The changelog must tell what is new in the version, and leave nothing to a later one. */
export function checkChangelog(changelog: string, version: string): Check {
  const [, ...parts] = `\n${changelog}`.split('\n## ');
  const linesUnder = (title: string) =>
    parts.find((part) => part.split('\n')[0] === title)?.match(/^- /gm)?.length;
  const lines = linesUnder(version);
  const later = linesUnder('Unreleased') ?? 0;
  const faults = [
    ...(lines ? [] : [`no “## ${version}” with a line below it`]),
    ...(later > 0 ? [`${later} lines under “Unreleased”: give them the version as heading`] : []),
    ...(lines && parts[0]?.split('\n')[0] !== version ? [`${version} is not on top`] : []),
  ];
  return toCheck('changelog', faults, `${lines} lines for ${version}`);
}

/** @param status - What `git status --porcelain` prints. */
export function checkTree(status: string): Check {
  const changed = status.split('\n').filter(Boolean);
  const some = changed.slice(0, 3).map((line) => line.slice(3));
  const faults =
    changed.length > 0 ? [`${changed.length} files not committed, such as ${some.join(', ')}`] : [];
  return toCheck('clean tree', faults, 'nothing uncommitted');
}

/**
 * The last whole run of the tests must be of the present commit, and clean.
 *
 * @param tally - What `.ci/run` has left (`tests/tally.ts`); null: nothing.
 */
export function checkTests(tally: string | null, head: string): Check {
  const ask = 'run bash .ci/run';
  if (tally === null) return toCheck('tests', [`no run is known: ${ask}`], '');
  const [, commit = '', changed] = /^Of commit (\w+)(, changed)?$/m.exec(tally) ?? [];
  const counts = tally.trim().split('\n').at(-1) ?? '';
  const [, passed = '0', failed = ''] = /^(\d+) passed, (\d+) failed/.exec(counts) ?? [];
  const faults = [
    ...(commit === head
      ? []
      : [`the last run was of ${commit.slice(0, 7) || 'no commit'}: ${ask}`]),
    ...(changed ? [`the last run was of a changed tree: ${ask}`] : []),
    ...(failed === '0' && passed !== '0' ? [] : [counts || `the last run has no end: ${ask}`]),
  ];
  return toCheck('tests', faults, counts);
}

/**
 * What `npm audit` knows of the packages in the extension.
 *
 * @param answer - What `npm audit --json` prints.
 */
export function checkAudit(answer: string): Check {
  const what = 'known faults of packages';
  try {
    const { metadata } = JSON.parse(answer) as {
      readonly metadata?: { readonly vulnerabilities?: { readonly total?: number } };
    };
    const total = metadata?.vulnerabilities?.total;
    if (total === undefined) throw new Error('no total');
    return toCheck(what, total > 0 ? [`${total}: see npm audit --omit=dev`] : [], 'none');
  } catch {
    return toCheck(what, ['the registry gave no answer: try again where it does'], '');
  }
}

/** The table, with a head and a last line that says whether all holds. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const rows = checks.map(
    ({ what, found, ok }) => `${ok ? '✓' : '✗'} ${what.padEnd(width)}  ${found}`,
  );
  const missed = checks.filter(({ ok }) => !ok).length;
  const last = missed === 0 ? 'All holds.' : `${missed} of ${checks.length} do not hold.`;
  return [...rows, last].join('\n');
}
