/**
 * A reporter of vitest for `.ci/run`: writes into `.output/tests.txt` of which commit the tests are,
 * what failed, what was skipped and why, and how many tests there were.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

const FILE = join(import.meta.dirname, '../.output/tests.txt');

export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[]): void {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, `${tally(modules, outside).join('\n')}\n`);
  }
}

/** @returns The lines, of which the last one has the counts. */
function tally(modules: readonly TestModule[], outside: readonly SerializedError[]): string[] {
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

/** The commit, and whether the tree was changed since; nothing where there is no git. */
function readCommit(): string[] {
  const ask = (...args: string[]) =>
    spawnSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout?.trim() ?? '';
  const commit = ask('rev-parse', 'HEAD');
  return commit ? [`Of commit ${commit}${ask('status', '--porcelain') ? ', changed' : ''}`] : [];
}
