/** What must hold before a version goes to the stores, as far as plain values tell. */

/** A line of the table: what was looked at, what was found, and whether that is as it must be. */
export interface Check {
  readonly what: string;
  readonly found: string;
  readonly verdict: Verdict;
}

/** `unchecked`: nothing could be found out. A version goes to the stores only where all holds. */
type Verdict = 'holds' | 'fails' | 'unchecked';

const SIGNS: Readonly<Record<Verdict, string>> = { holds: '✓', fails: '✗', unchecked: '?' };

/** Stores and others read versions as numbers: three of them, without a suffix. */
const VERSION = /^(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/;

/** A check that lists what is wrong; with an empty list it holds, and `found` says what was seen. */
export function toCheck(what: string, faults: readonly string[], found: string): Check {
  return faults.length > 0
    ? { what, found: faults.join('; '), verdict: 'fails' }
    : { what, found, verdict: 'holds' };
}

/** A check that came to nothing: why, and what to do. */
export function toUnchecked(what: string, why: string): Check {
  return { what, found: why, verdict: 'unchecked' };
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

/** @param status - What `git status --porcelain` prints; null: it has failed. */
export function checkTree(status: string | null): Check {
  const what = 'clean tree';
  if (status === null) return toUnchecked(what, 'git does not answer: release from a clone');
  const changed = status.split('\n').filter(Boolean);
  const some = changed.slice(0, 3).map((line) => line.slice(3));
  const faults =
    changed.length > 0 ? [`${changed.length} files not committed, such as ${some.join(', ')}`] : [];
  return toCheck(what, faults, 'nothing uncommitted');
}

/**
 * The last whole run of the tests must be of the present commit, and clean. It takes ten minutes, so it
 * is not started here.
 *
 * @param tally - What `.ci/run` has left (`tests/tally.ts`); null: nothing.
 */
export function checkTests(tally: string | null, head: string): Check {
  const what = 'tests';
  const ask = 'run bash .ci/run';
  if (tally === null) return toUnchecked(what, `no run is known: ${ask}`);
  const [, commit = '', changed] = /^Of commit (\w+)(, changed)?$/m.exec(tally) ?? [];
  const counts = tally.trim().split('\n').at(-1) ?? '';
  const [, passed = '0', failed = ''] = /^(\d+) passed, (\d+) failed/.exec(counts) ?? [];
  if (failed !== '0' || passed === '0') {
    return toCheck(what, [counts || `the last run has no end: ${ask}`], '');
  }
  if (commit === '' || commit !== head) {
    const other = commit.slice(0, 7) || 'no commit';
    return toUnchecked(what, `the last run was of ${other}: ${ask} for this one`);
  }
  if (changed) return toUnchecked(what, `the last run was of a changed tree: commit, ${ask}`);
  return toCheck(what, [], counts);
}

/** What `npm audit --json` prints: of the packages, or of its failure. */
interface Audit {
  readonly metadata?: { readonly vulnerabilities?: { readonly total?: number } };
  readonly message?: string;
}

/**
 * What `npm audit` knows of the packages in the extension. Not every registry answers it.
 *
 * @param answer - What `npm audit --json` prints.
 */
export function checkAudit(answer: string): Check {
  const what = 'known faults of packages';
  const { metadata, message = 'npm audit says nothing' } = readAudit(answer);
  const total = metadata?.vulnerabilities?.total;
  if (total !== undefined) {
    return toCheck(what, total > 0 ? [`${total}: see npm audit --omit=dev`] : [], 'none');
  }
  const remedy = 'release from where npm audit --omit=dev answers, such as the hosted run';
  return toUnchecked(what, `could not be asked for (${message}): ${remedy}`);
}

function readAudit(answer: string): Audit {
  try {
    return JSON.parse(answer) as Audit;
  } catch {
    return {};
  }
}

/** The table, with a last line that says whether all holds. What is of many lines stays in its column. */
export function formatChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  const rows = checks.map(({ what, found, verdict }) => {
    const indented = found.replace(/\n+/g, `\n${' '.repeat(width + 4)}`);
    return `${SIGNS[verdict]} ${what.padEnd(width)}  ${indented}`;
  });
  const count = (wanted: Verdict) => checks.filter(({ verdict }) => verdict === wanted).length;
  const [fails, unchecked] = [count('fails'), count('unchecked')];
  const open = [
    ...(fails > 0 ? [`${fails} of ${checks.length} do not hold`] : []),
    ...(unchecked > 0 ? [`${unchecked} of ${checks.length} could not be checked`] : []),
  ];
  return [...rows, open.length > 0 ? `${open.join(', ')}.` : 'All holds.'].join('\n');
}
