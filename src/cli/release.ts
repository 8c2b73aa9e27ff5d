/**
 * Sends the present version to the stores, once everything that must hold has been checked.
 *
 *     npm run release -- --dry-run [--quick]
 *     npm run release [-- --only chrome|firefox]
 *
 * With `--dry-run`, checks and prints the table, and sends nothing. With `--quick` as well, leaves
 * out what takes longest: lint, which .ci/run runs as well, and the build from the sources in another
 * folder, which installs all packages anew.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extensionFolder, ROOT } from './build/build-extension.ts';
import { LICENCES_FILE } from './build/third-party-licences.ts';
import {
  type Check,
  checkAudit,
  checkChangelog,
  checkTests,
  checkTree,
  checkVersion,
  formatChecks,
  toCheck,
  toUnchecked,
} from './release/checks.ts';
import { listAll, listContents } from './release/contents.ts';
import { checkElsewhere, FROM_SOURCES, hashOf } from './release/elsewhere.ts';
import { findPictureFault, listPictures } from './release/pictures.ts';
import { run } from './release/run.ts';
import { findTextFaults, readStoreTexts } from './release/store-texts.ts';
import {
  adviceFor,
  missingKeys,
  STORE_NAMES,
  type Store,
  submitArguments,
  zipNames,
} from './release/stores.ts';

const LINT = 'lint';

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const isTrial = values['dry-run'];
const stores = readStores(values.only);
if (values.quick && !isTrial) {
  console.error('--quick leaves out a check: it is for --dry-run alone.');
  process.exit(2);
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { readonly version: string };
const checks = runChecks();
console.log(formatChecks(checks));
if (checks.some(({ verdict }) => verdict !== 'holds')) process.exitCode = 1;
else if (!isTrial) for (const store of stores) submit(store);

function readStores(only: string | undefined): readonly Store[] {
  if (only === undefined) return ['chrome', 'firefox'];
  if (only === 'chrome' || only === 'firefox') return [only];
  console.error(`--only takes chrome or firefox, not ${only}.`);
  process.exit(2);
}

/** The quick ones first. */
function runChecks(): Check[] {
  const head = run('git', ['rev-parse', 'HEAD']).printed;
  const status = run('git', ['status', '--porcelain']);
  const tag = run('git', ['rev-parse', '--verify', '--quiet', `v${version}^{commit}`]);
  const { version: locked } = JSON.parse(read('package-lock.json')) as { readonly version: string };
  const tally = existsSync(join(ROOT, '.output/tests.txt')) ? read('.output/tests.txt') : null;
  return [
    checkVersion(version, locked, tag.code === 0 ? tag.printed : null, head),
    checkChangelog(read('CHANGELOG.md'), version),
    checkTree(status.code === 0 ? status.printed : null),
    checkTests(tally, head),
    checkTexts(),
    checkPictures(),
    checkAudit(run('npm', ['audit', '--omit=dev', '--json']).printed),
    ...checkZips(),
    checkContents(),
    checkKeys(),
  ];
}

function checkTexts(): Check {
  const texts = readStoreTexts();
  return toCheck('store texts', findTextFaults(texts), `${texts.length} texts`);
}

function checkPictures(): Check {
  const wanted = listPictures(read('docs/store/README.md'));
  // Pictures of an older commit may show what is no more.
  const committed = Number(run('git', ['log', '-1', '--format=%ct']).printed) * 1_000;
  const faults = wanted.flatMap((picture) => {
    const path = join(ROOT, '.output/store', picture.file);
    if (!existsSync(path)) return findPictureFault(picture, null) ?? [];
    if (statSync(path).mtimeMs < committed) return `${picture.file} is older than the commit`;
    return findPictureFault(picture, readFileSync(path)) ?? [];
  });
  const remedy = faults.length > 0 ? ['npm run screenshots -- --store takes them'] : [];
  return toCheck('store pictures', [...faults, ...remedy], `${wanted.length} pictures`);
}

function checkZips(): Check[] {
  const built = run('npm', ['run', '--silent', 'zip']);
  if (built.code !== 0) return [toCheck('zips', [built.output.slice(-400)], '')];
  const names = Object.values(zipNames(version));
  const leftOut = (what: string) => toUnchecked(what, 'left out by --quick');
  return [
    toCheck('zips', [], names.map((name) => `${name} ${hashOf(ROOT, name)}`).join(', ')),
    ...(values.quick
      ? [leftOut(LINT), leftOut(FROM_SOURCES)]
      : [checkLint(), checkElsewhere(version)]),
  ];
}

function checkLint(): Check {
  const { code, printed } = run(process.execPath, ['src/cli/lint.ts', '--built']);
  const found = printed.replace(/ {2,}/g, ' ').replaceAll('\n', '; ');
  return toCheck(LINT, code === 0 ? [] : [`${found}: npm run lint shows it`], found);
}

/** Writes the list of contents of the extension beside the zips. */
function checkContents(): Check {
  const file = `.output/newsgloss-${version}-sbom.cdx.json`;
  const licences = join(extensionFolder('firefox'), LICENCES_FILE);
  const { code, printed, output } = listAll();
  if (code !== 0) return toCheck('list of contents', [output], '');
  if (!existsSync(licences)) return toCheck('list of contents', ['nothing was built'], '');
  const { text, count, missing } = listContents(printed, readFileSync(licences, 'utf8'));
  writeFileSync(join(ROOT, file), `${text}\n`);
  const faults = missing.map((each) => `npm sbom does not know ${each}`);
  return toCheck('list of contents', faults, `${file}, ${count} packages`);
}

function checkKeys(): Check {
  const missing = missingKeys(stores, process.env);
  // `wxt submit` would read it; keys that lie in a folder are soon in an archive or a commit.
  const faults = existsSync(join(ROOT, '.env.submit'))
    ? ['.env.submit: keys come from the environment alone, remove it']
    : [];
  if (!isTrial && missing.length > 0) faults.push(`not in the environment: ${missing.join(', ')}`);
  const found =
    missing.length > 0
      ? `a dry run takes none; a release lacks ${missing.join(', ')}`
      : 'all there';
  return toCheck('keys', faults, found);
}

function submit(store: Store): void {
  const { code, output } = run(process.execPath, [
    'node_modules/wxt/bin/wxt.mjs',
    ...submitArguments(store, version),
  ]);
  console.log(output);
  if (code === 0) console.log(`${STORE_NAMES[store]} has taken ${version} for review.`);
  else {
    console.error(adviceFor(store, output));
    process.exitCode = 1;
  }
}
