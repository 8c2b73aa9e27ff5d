/** Profiles for the browsers that tests start. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inject } from 'vitest';
import type { BrowserKind } from '../../src/cli/build/build-extension.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of a profile in which Firefox was started once, without the extension. */
    startedFirefox: string;
  }
}

/** What says that a running browser holds a profile: a copy is held by none. */
const LOCKS = ['lock', '.parentlock'];

/**
 * A profile in which the extension has never been. Firefox spends half of its first start in a new
 * one on compiling its own scripts and making databases: that was done once, and is copied.
 */
export async function makeProfile(kind: BrowserKind): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'newsgloss-profile-'));
  if (kind === 'firefox') {
    const filter = (path: string) => !LOCKS.includes(basename(path));
    await cp(inject('startedFirefox'), profile, { recursive: true, filter });
  }
  return profile;
}

/** Once its browser has ended, whose last process may still write. */
export function removeProfile(profile: string): Promise<void> {
  return rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
