import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './src/cli/browsers.ts';

const chromium = findBrowser('chromium');

/** Reads the built manifests, so it runs where the extension has been built. */
const AFTER_BUILD = 'tests/manifest.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{core,extension,cli,eval}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: [AFTER_BUILD],
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['tests/{page,ui}/**/*.test.{ts,tsx}'],
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
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts', AFTER_BUILD],
          globalSetup: ['tests/e2e/build.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
