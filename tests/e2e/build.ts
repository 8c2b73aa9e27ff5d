/**
 * Before the end-to-end tests: builds and packs the extension for both browsers, once. No test may do
 * so: the others would find it gone meanwhile. Starts Firefox once, too: see `makeProfile`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../src/cli/browser/browsers.ts';
import { runTool } from '../../src/cli/build/build-extension.ts';
import { FAILED } from './failed.ts';

/** Two projects ask for it, each with a module of its own: this is what they share. */
const shared = globalThis as { startedFirefox?: Promise<string> };

export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  shared.startedFirefox ??= Promise.all([startFirefox(), build()]).then(([profile]) => profile);
  const profile = await shared.startedFirefox;
  project.provide('startedFirefox', profile);
  return () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function build(): Promise<void> {
  await rm(FAILED, { recursive: true, force: true });
  for (const browser of ['chrome', 'firefox']) {
    await runTool('node_modules/wxt/bin/wxt.mjs', ['zip', '--browser', browser]);
  }
}

/** Start Firefox in a new profile, whose folder comes back, and end it. */
async function startFirefox(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'newsgloss-started-'));
  const executablePath = findBrowser('firefox');
  // The tests say what is missing, and how to get it.
  if (executablePath === null) return profile;
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile,
  });
  await browser.close();
  return profile;
}
