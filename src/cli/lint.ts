/**
 * Runs all checks that need no browser: types, style, what nobody uses, and the add-on linter and
 * the limits of sizes on the Firefox build.
 *
 *     node src/cli/lint.ts [--built]
 *
 * With `--built`, the present build in .output is checked, without building it first.
 */
import { buildExtension, extensionFolder, type Ran, runScript } from './build/build-extension.ts';
import { measureSizes } from './build/bundle-sizes.ts';

/** What one tool found, counted by kind. */
interface Findings {
  readonly counts: Readonly<Record<string, number>>;
  /** The output of the tool, printed if it found something. */
  readonly details: string;
}

const CHECKS: readonly (readonly [name: string, find: () => Promise<Findings>])[] = [
  ['types (tsc)', () => findTypeFaults('tsconfig.json')],
  ['types of src/core (tsc)', () => findTypeFaults('src/core')],
  ['style (biome)', findStyleFaults],
  ['unused (knip)', () => findUnused()],
  ['used by tests alone (knip)', () => findUnused('--production')],
  // The linter supports only Firefox's manifest: Chrome's has no add-on id and no worker fallback.
  ['add-on (web-ext)', findAddOnFaults],
  ['sizes (gzip)', findSizeFaults],
];

const built = process.argv.includes('--built')
  ? Promise.resolve(extensionFolder('firefox'))
  : buildExtension('firefox');
let failed = false;
const lines: string[] = [];
const found = await Promise.all(CHECKS.map(async ([name, find]) => [name, await find()] as const));
for (const [name, { counts, details }] of found) {
  const clean = Object.values(counts).every((count) => count === 0);
  if (!clean) {
    failed = true;
    console.error(details);
  }
  const said = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  lines.push(`${clean ? '✓' : '✗'} ${name.padEnd(28)} ${said.join(', ')}`);
}
console.log(lines.join('\n'));
process.exitCode = failed ? 1 : 0;

async function findTypeFaults(project: string): Promise<Findings> {
  const ran = await runTool('typescript/bin/tsc', ['-p', project, '--pretty', 'false']);
  return counted(ran, { errors: countOf(ran.output, /error TS\d+/g) });
}

async function findStyleFaults(): Promise<Findings> {
  const ran = await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']);
  const found = (kind: string) =>
    Number(new RegExp(`Found (\\d+) ${kind}`).exec(ran.output)?.[1] ?? 0);
  return counted(ran, { errors: found('error'), warnings: found('warning') });
}

/** Files, exports and packages that nobody uses; with `--production`, nobody but tests. */
async function findUnused(...args: readonly string[]): Promise<Findings> {
  const ran = await runTool('knip/bin/knip.js', ['--no-config-hints', ...args]);
  const found = [...ran.output.matchAll(/^[A-Z][\w ]+ \((\d+)\)$/gm)];
  return counted(ran, { issues: found.reduce((sum, [, count]) => sum + Number(count), 0) });
}

async function findAddOnFaults(): Promise<Findings> {
  const ran = await runTool('web-ext/bin/web-ext.js', [
    ...['lint', '--source-dir', await built, '--output', 'text', '--boring'],
    ...['--no-input', '--no-config-discovery'],
  ]);
  const found = (kind: string) =>
    Number(new RegExp(`^${kind}\\s+(\\d+)`, 'm').exec(ran.output)?.[1]);
  return counted(ran, {
    errors: found('errors'),
    warnings: found('warnings'),
    notices: found('notices'),
  });
}

/** Parts that are larger than they may be. */
async function findSizeFaults(): Promise<Findings> {
  const large = measureSizes(await built).filter(({ kb, most }) => kb > most);
  return {
    counts: { 'too large': large.length },
    details: large
      .map(({ what, kb, most }) => `${what}: ${kb.toFixed(2)} of ${most} KB`)
      .join('\n'),
  };
}

/** A tool that fails without a finding, or whose summary cannot be read, counts as one failure. */
function counted({ code, output }: Ran, counts: Record<string, number>): Findings {
  const numbers = Object.values(counts);
  const silent = code !== 0 && numbers.every((count) => count === 0);
  const failures = silent || numbers.some(Number.isNaN) ? 1 : 0;
  return { counts: failures ? { ...counts, failures } : counts, details: output };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** @param path - The tool's program below `node_modules`. */
function runTool(path: string, args: readonly string[]): Promise<Ran> {
  return runScript(`node_modules/${path}`, args, { NO_UPDATE_NOTIFIER: '1' });
}
