/**
 * Makes a fresh clone ready, and is quick when there is nothing to do: packages, the project's own
 * Node, generated types; then whatever `provide.ts` is asked for on the command line.
 *
 * Plain JavaScript without packages, since it runs before there are any, on Node 20 or newer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep, say, sayWhatFailed } from './set-up/quiet-step.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const LOCK_FILE = join(ROOT, 'package-lock.json');
const OWN_NODE = join(MODULES, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What WXT's generated types are made from. */
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
}

const wanted = process.argv.slice(2);
if (wanted.length > 0) provide(wanted);

/**
 * A lock file that was written where the registry has no packages for other systems lacks these,
 * and `npm ci` takes that for a fault. `npm install` does not, and takes the same versions.
 */
async function installPackages() {
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  const options = { shell: process.platform === 'win32' };
  const count = Object.keys(readPackages(LOCK_FILE) ?? {}).length - 1;
  say(`To be installed into node_modules: the ${count} npm packages of package-lock.json.`);
  const ci = await runStep('Install npm packages (npm ci)', ['npm', 'ci', ...quietly], {
    ...options,
    env: outsideEnvironment(),
  });
  if (ci.ok) return;
  const install = ['npm', 'install', '--no-save', ...quietly];
  await mustRun('Install npm packages another way (npm install --no-save)', install, options);
}

/** Whether what is installed is what the lock file asks for. */
function packagesAreFresh() {
  const installed = readPackages(join(MODULES, '.package-lock.json'));
  if (installed === null) return false;
  const asked = readPackages(LOCK_FILE) ?? {};
  const same = (path) =>
    installed[path]?.version === asked[path]?.version &&
    installed[path]?.integrity === asked[path]?.integrity;
  // npm leaves out optional packages that are made for another system.
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
    return null; // Missing or cut short: npm ci makes it anew.
  }
}

function typesAreFresh() {
  const made = modifiedAt(join(ROOT, '.wxt/tsconfig.json'));
  return SOURCES_OF_TYPES.every((path) => modifiedAt(join(ROOT, path)) < made);
}

/** Milliseconds since 1970; 0 for a file that is not there. */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function mustRun(does, command, options) {
  const ran = await runStep(does, command, { ...options, env: outsideEnvironment() });
  if (ran.ok) return;
  sayWhatFailed(ran);
  process.exit(1);
}

/** It says its own lines, on standard error: standard output is the command's own, to be piped. */
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

/** With the Node from outside on its path: the own one is away while packages are installed. */
function outsideEnvironment() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((it) => !it.startsWith(MODULES));
  return { ...process.env, PATH: path.join(delimiter) };
}

function fail(message) {
  say(message);
  process.exit(1);
}
