/**
 * Makes a fresh clone ready: packages, the project's own Node, generated types, then whatever the
 * arguments ask of `provide.ts`. Quick if there is nothing to do.
 *
 * In plain JavaScript without packages for Node 20 or newer, since it runs before packages are
 * installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep, say, sayWhatFailed } from './set-up/quiet-step.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const LOCK_FILE = join(ROOT, 'package-lock.json');
const OWN_NODE = join(MODULES, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Of WXT's generated types, the file that is always written. */
const TYPES = join(ROOT, '.wxt/tsconfig.json');
/** The files that WXT's generated types depend on. */
const SOURCES_OF_TYPES = ['wxt.config.ts', 'package-lock.json', 'assets/locales/en.yml'];

if (!packagesAreFresh()) await installPackages();
if (!existsSync(OWN_NODE)) {
  fail(
    `The package "node" came without its program (${OWN_NODE}): its install script was not run.\n` +
      'Allow it and install again:  npm ci --ignore-scripts=false',
  );
}
if (!typesAreFresh()) {
  const prepare = [OWN_NODE, join(MODULES, 'wxt/bin/wxt.mjs'), 'prepare'];
  await mustRun('Write types (wxt prepare)', prepare);
  // WXT leaves a file alone that would be the same: it would look older than its sources for ever.
  utimesSync(TYPES, new Date(), new Date());
}

const wanted = process.argv.slice(2);
if (wanted.length > 0) provide(wanted);

/**
 * Install packages. `npm ci` fails if the lock file lacks packages for this system, as it does if
 * it was written with a registry that has none. `npm install` accepts that and takes the same
 * versions.
 */
async function installPackages() {
  // Where NODE_ENV is production, npm would leave out what builds the extension.
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { shell: process.platform === 'win32' };
  const count = Object.keys(readPackages(LOCK_FILE) ?? {}).length - 1;
  say(`To be installed into node_modules: the ${count} npm packages of package-lock.json.`);
  const ci = await runStep('Install npm packages (npm ci)', ['npm', 'ci', ...flags], {
    ...options,
    env: outsideEnvironment(),
  });
  if (ci.ok) return;
  const install = ['npm', 'install', '--no-save', ...flags];
  await mustRun('Install npm packages another way (npm install --no-save)', install, options);
}

/** Whether the installed packages match the lock file. */
function packagesAreFresh() {
  const installed = readPackages(join(MODULES, '.package-lock.json'));
  if (installed === null) return false;
  const asked = readPackages(LOCK_FILE) ?? {};
  const same = (path) =>
    installed[path]?.version === asked[path]?.version &&
    installed[path]?.integrity === asked[path]?.integrity;
  // npm leaves out optional packages for other systems.
  const mayLack = (path) => asked[path].optional === true || asked[path].devOptional === true;
  return (
    Object.keys(installed).every(same) &&
    Object.keys(asked).every((path) => path === '' || path in installed || mayLack(path))
  );
}

function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return null; // Missing or incomplete: `npm ci` writes it again.
  }
}

function typesAreFresh() {
  const made = modifiedAt(TYPES);
  return SOURCES_OF_TYPES.every((path) => modifiedAt(join(ROOT, path)) < made);
}

/** Milliseconds since 1970; 0 if the file does not exist. */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function mustRun(does, command, options) {
  const ran = await runStep(does, command, { ...options, env: outsideEnvironment() });
  if (ran.ok) return;
  sayWhatFailed(ran);
  process.exit(1);
}

/** Run `provide.ts`. It prints on standard error, so that standard output can be piped. */
function provide(needs) {
  const { status, error } = spawnSync(
    OWN_NODE,
    [join(ROOT, 'src/cli/set-up/provide.ts'), ...needs],
    {
      stdio: ['inherit', process.stderr, process.stderr],
    },
  );
  if (error) fail(`${OWN_NODE} cannot be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * The environment with the system's Node on the path: the project's own Node does not exist while
 * packages are installed.
 */
function outsideEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((it) => !it.startsWith(MODULES));
  return { ...process.env, PATH: path.join(delimiter) };
}

function fail(message) {
  say(message);
  process.exit(1);
}
