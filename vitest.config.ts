import { availableParallelism, freemem } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './src/cli/browser/browsers.ts';
import { PATIENCE_MS } from './src/cli/browser/until.ts';

const chromium = findBrowser('chromium');

/** They read what was built, so they run where the extension has been built. */
const AFTER_BUILD = ['manifest', 'bundle', 'bundle-size', 'licences', 'zip'].map(
  (it) => `tests/${it}.test.ts`,
);

/** It lays policies down for all browsers of the machine, so it runs when no other test does. */
const ALONE = 'tests/e2e/policy.test.ts';

/** In bytes: the two browsers of a worker take 0.8 GB, and grow where pages are huge. */
const WORKER_MEMORY = 1_200_000_000;

/**
 * Two workers. A third, which keeps two cores busy, takes a tenth off the end-to-end tests, and two of
 * six whole runs then failed over a test that a busy machine had come between.
 */
const MOST_BROWSERS = Math.max(
  1,
  Math.min(2, availableParallelism(), Math.floor(freemem() / WORKER_MEMORY)),
);

/** All cores: left to itself, vitest keeps one for its own process, which has little to do. */
const IN_NODE = { maxWorkers: availableParallelism() };

/** Ends what hangs, in ms. It measures nothing: a busy machine may take ten times as long as others. */
const HANGS = { testTimeout: 120_000, hookTimeout: 120_000 };

/** A busy machine takes its time; what is polled for comes late, or never. */
const PATIENCE = { poll: { timeout: 15_000 } };

const E2E = {
  // The files of a worker share its browsers, so they share its modules: see tests/e2e/worker-browsers.ts.
  environment: './tests/e2e/browsers-environment.ts',
  isolate: false,
  globalSetup: ['tests/e2e/build.ts'],
  ...HANGS,
  expect: { poll: { timeout: PATIENCE_MS, interval: 25 } },
};

/** They need a browser's database, but no extension. */
const IN_BROWSER = 'tests/extension/**/*.page.test.ts';

/** Of the property tests: see tests/properties.ts. */
const seed = Number(process.env.NEWSGLOSS_SEED ?? 2026);

export default defineConfig({
  test: {
    provide: { seed },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          ...IN_NODE,
          // A process and all its modules anew for each file cost more than half of the tests do.
          isolate: false,
          include: ['tests/{core,cli,eval}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: AFTER_BUILD,
          ...HANGS,
          expect: PATIENCE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          // Each file has a browser of its own making, so that no two may share their modules.
          name: 'extension',
          environment: 'node',
          ...IN_NODE,
          include: ['tests/extension/**/*.test.ts'],
          exclude: [IN_BROWSER],
          ...HANGS,
          expect: PATIENCE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          maxWorkers: MOST_BROWSERS,
          include: ['tests/{page,ui}/**/*.test.{ts,tsx}', IN_BROWSER],
          ...HANGS,
          expect: PATIENCE,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium && { executablePath: chromium }),
                args: ['--no-sandbox', '--disable-gpu'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          ...E2E,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', ...AFTER_BUILD],
          exclude: [ALONE],
          maxWorkers: MOST_BROWSERS,
          // One after the other: three kinds of tests at once starve the browsers on small machines.
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: { ...E2E, name: 'policy', include: [ALONE], sequence: { groupOrder: 3 } },
      },
    ],
  },
});
