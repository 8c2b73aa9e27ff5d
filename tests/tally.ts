/**
 * A reporter of vitest for `.ci/run`: writes into `.output/tests.txt` of which commit the tests are,
 * what failed, what was skipped and why, where the time went, and how many tests there were.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

const FILE = join(import.meta.dirname, '../.output/tests.txt');

/** How many of the files that take longest are named. */
const MOST_NAMED = 15;

/** When the first file of a project began and the last one ended, in ms since 1970. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export default class Tally implements Reporter {
  readonly #spans = new Map<string, Span>();

  onTestModuleQueued({ project }: TestModule): void {
    if (!this.#spans.has(project.name)) {
      this.#spans.set(project.name, { start: Date.now(), end: Date.now() });
    }
  }

  onTestModuleEnd({ project }: TestModule): void {
    const span = this.#spans.get(project.name);
    if (span) this.#spans.set(project.name, { ...span, end: Date.now() });
  }

  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[]): void {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, `${tally(modules, outside, this.#spans).join('\n')}\n`);
  }
}

/** @returns The lines, of which the last one has the counts. */
function tally(
  modules: readonly TestModule[],
  outside: readonly SerializedError[],
  spans: ReadonlyMap<string, Span>,
): string[] {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: string) => tests.filter((test) => test.result().state === state);
  // A test that did not come to its end has not passed.
  const failed = [...inState('failed'), ...inState('pending')].map(
    (test) => `${test.module.relativeModuleId}: ${test.fullName}`,
  );
  // A file that cannot be loaded, and a suite that cannot be set up, have no test that fails.
  const broken = modules.flatMap((module) =>
    [module, ...module.children.allSuites()].flatMap((part) =>
      part.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
    ),
  );
  const faults = [...failed, ...broken, ...outside.map(({ message }) => message)];
  const skipped = inState('skipped');
  return [
    ...readCommit(),
    ...faults.map((fault) => `Failed: ${fault.split('\n')[0]}`),
    ...countReasons(skipped).map(([reason, count]) => `Skipped, ${count}: ${reason}`),
    ...tellTime(modules, spans),
    `${inState('passed').length} passed, ${faults.length} failed, ${skipped.length} skipped`,
  ];
}

/** Each reason with the number of tests that gave it; without one, a test is named. */
function countReasons(skipped: readonly TestCase[]): (readonly [string, number])[] {
  const reasons = skipped.map((test) => {
    const result = test.result();
    const note = result.state === 'skipped' ? result.note : undefined;
    return note ?? `no reason given, ${test.module.relativeModuleId}: ${test.fullName}`;
  });
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, { length }]) => [
    reason,
    length,
  ]);
}

/** Seconds by project: from its first file to its last, and of its files, which run side by side. */
function tellTime(modules: readonly TestModule[], spans: ReadonlyMap<string, Span>): string[] {
  const files = modules.map((module) => ({
    project: module.project.name,
    path: module.relativeModuleId,
    ms: timeOf(module),
  }));
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  const projects = [...Map.groupBy(files, ({ project }) => project)].map(([project, its]) => {
    const { start = 0, end = 0 } = spans.get(project) ?? {};
    const sum = its.reduce((total, { ms }) => total + ms, 0);
    return `Project ${project}: ${seconds(end - start)}, its ${its.length} files ${seconds(sum)}`;
  });
  const slowest = files.sort((a, b) => b.ms - a.ms).slice(0, MOST_NAMED);
  return [...projects, ...slowest.map(({ path, ms }) => `Slow: ${path}, ${seconds(ms)}`)];
}

/** What a file takes of its worker: the imports, the hooks and the tests. */
function timeOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } =
    module.diagnostic();
  return environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration;
}

/** The commit, and whether the tree was changed since; nothing where there is no git. */
function readCommit(): string[] {
  const ask = (...args: string[]) =>
    spawnSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout?.trim() ?? '';
  const commit = ask('rev-parse', 'HEAD');
  return commit ? [`Of commit ${commit}${ask('status', '--porcelain') ? ', changed' : ''}`] : [];
}
