import type { SpawnOptions } from 'node:child_process';

interface Ran {
  readonly ok: boolean;
  readonly output: string;
  readonly logFile: string;
}

export function say(line: string): void;
export function runStep(
  does: string,
  command: readonly string[],
  options?: SpawnOptions & { readonly logFile?: string },
): Promise<Ran>;
export function sayWhatFailed(ran: Ran): void;
