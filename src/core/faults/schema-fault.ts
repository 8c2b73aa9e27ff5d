/** Turns issues of a schema into faults. */
import type * as v from 'valibot';
import { clip, type Fault, type FaultCode, REMEDIES } from './fault.ts';

/**
 * Turn an issue of a schema into a fault. Messages of our schemas are codes of faults.
 *
 * @param base - The path in the file of what was checked; empty for the whole file.
 */
export function faultOfIssue(issue: v.BaseIssue<unknown>, base = ''): Fault {
  const path = pathOf(issue, base);
  if (issue.expected === 'never') return { path, code: 'unknown', values: [] };
  if (issue.received === 'undefined') return { path, code: 'missing', values: [] };
  if (isCode(issue.message)) {
    const bound = typeof issue.requirement === 'number' ? [String(issue.requirement)] : [];
    return { path, code: issue.message, values: bound };
  }
  const received = clip(issue.received);
  // The schema writes a choice as `("a" | "b")`.
  const [, choice] = /^\((.* \| .*)\)$/.exec(issue.expected ?? '') ?? [];
  return choice === undefined
    ? { path, code: 'wrong', values: [received, String(issue.expected)] }
    : { path, code: 'notListed', values: [received, choice.replaceAll(' | ', ', ')] };
}

const isCode = (message: string): message is FaultCode => Object.hasOwn(REMEDIES, message);

function pathOf(issue: v.BaseIssue<unknown>, base: string): string {
  let path = base;
  for (const { key } of issue.path ?? []) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? clip(String(key)) : `.${clip(String(key))}`;
  }
  return path;
}
