/** What the built extension asks of a reader's browser, held against docs/permissions.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder, ROOT } from '../src/cli/build/build-extension.ts';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_scripts?: readonly { readonly matches: readonly string[] }[];
  readonly web_accessible_resources?: readonly unknown[];
  readonly externally_connectable?: unknown;
  readonly content_security_policy?: unknown;
  readonly browser_specific_settings?: {
    readonly gecko: {
      readonly data_collection_permissions: { readonly required: readonly string[] };
    };
  };
}

const reasons = new Map(
  [
    ...readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8').matchAll(
      /^\| `([^`]+)` +\| (.+?) *\|$/gm,
    ),
  ].map(([, permission = '', reason = '']) => [permission, reason]),
);

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
  ]);

  it('asks for something', () => expect(asked.size).toBeGreaterThan(0));

  it.each([...asked])('has a reason for %s', (permission) => {
    expect(reasons.get(permission) ?? '').toMatch(/\w+ \w+ \w+/);
  });

  it('asks for each permission that is explained', () => {
    expect([...reasons.keys()].filter((permission) => !asked.has(permission))).toEqual([]);
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
  }
});
