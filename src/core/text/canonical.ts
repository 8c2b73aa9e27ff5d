/**
 * Write a value as JSON with the keys of all objects in alphabetical order, so that equal values
 * are written alike. Files and the browser's sync may give keys in any order.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join()}}`;
}

/** Whether two values are equal, in whatever order the keys of their objects stand. */
export const isSame = (one: unknown, other: unknown): boolean =>
  canonical(one) === canonical(other);
