/**
 * Version vectors of own entries. They tell a change that was made upon another from one that was
 * made without knowing it. Source: D. S. Parker et al., “Detection of Mutual Inconsistency in
 * Distributed Systems”, IEEE Transactions on Software Engineering SE-9(3), 1983.
 */

/** How often each device has changed an entry, by the id of the device. */
export type Version = Readonly<Record<string, number>>;

/** Whether all changes of the other version went into this one. */
export function includes(version: Version, other: Version): boolean {
  return Object.entries(other).every(([device, count]) => (version[device] ?? 0) >= count);
}

/** The version that all changes of both went into. */
export function joinVersions(one: Version, other: Version): Version {
  const joined: Record<string, number> = { ...one };
  for (const [device, count] of Object.entries(other)) {
    joined[device] = Math.max(joined[device] ?? 0, count);
  }
  return joined;
}

/** The version after one more change on a device. */
export function nextVersion(version: Version, device: string): Version {
  return { ...version, [device]: (version[device] ?? 0) + 1 };
}
