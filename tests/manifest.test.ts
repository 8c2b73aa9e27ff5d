/** What the built extension asks of a reader's browser, held against docs/permissions.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder, ROOT } from '../src/cli/build/build-extension.ts';
import { readReasons } from '../src/cli/release/store-texts.ts';

interface Manifest {
  readonly manifest_version: number;
  readonly version: string;
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly commands?: Readonly<Record<string, unknown>>;
  readonly content_scripts?: readonly { readonly matches: readonly string[] }[];
  readonly web_accessible_resources?: readonly unknown[];
  readonly externally_connectable?: unknown;
  readonly content_security_policy?: unknown;
  readonly browser_specific_settings?: {
    readonly gecko: {
      readonly data_collection_permissions: { readonly required: readonly string[] };
    };
    readonly gecko_android?: { readonly strict_min_version?: string };
  };
}

const PERMISSIONS = readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8');
const reasons = new Map(readReasons(PERMISSIONS).map((each) => [each.asked, each]));

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

describe.each(['chromium', 'firefox'] as const)('the manifest for %s', (kind) => {
  const manifest: Manifest = JSON.parse(
    readFileSync(join(extensionFolder(kind), 'manifest.json'), 'utf8'),
  );
  const asked = new Set([
    ...(manifest.permissions ?? []),
    ...(manifest.optional_permissions ?? []),
    ...(manifest.host_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap((script) => script.matches),
    ...Object.keys(manifest.commands ?? {}),
  ]);

  it('asks for something', () => expect(asked.size).toBeGreaterThan(0));

  it.each([...asked])('has a reason for %s, and says what would be without it', (each) => {
    expect(reasons.get(each)?.reason ?? '').toMatch(/\w+ \w+ \w+/);
    expect(reasons.get(each)?.without ?? '').toMatch(/\w+ \w+/);
  });

  it('asks for each permission and has each command that is explained', () => {
    expect([...reasons.keys()].filter((each) => !asked.has(each))).toEqual([]);
  });

  it('asks for nothing later', () => {
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
  });

  // A wanted change: `npx vitest run tests/manifest.test.ts -u`, and look at what git shows.
  it('is what it was', async () => {
    expect(manifest.version).toBe(version);
    const text = `${JSON.stringify({ ...manifest, version: 'of package.json' }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`fixtures/manifests/${kind}.json`);
  });

  it('is of version 3 and shows pages nothing', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_security_policy).toBeUndefined();
  });

  if (kind === 'firefox') {
    it('collects nothing', () => {
      const gecko = manifest.browser_specific_settings?.gecko;
      expect(gecko?.data_collection_permissions.required).toEqual(['none']);
    });

    // With this version the add-on linter tries its rules for Android.
    it('is for Android, too', () => {
      const android = manifest.browser_specific_settings?.gecko_android;
      expect(android?.strict_min_version).toMatch(/^\d+\.\d+$/);
    });
  }
});
