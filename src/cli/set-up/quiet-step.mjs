/**
 * Runs the commands that set up the project and prints one line about each on standard error: what
 * it does, and how long it took. The output of the commands goes into a log file.
 *
 * In plain JavaScript without packages for Node 20 or newer, since it runs before packages are
 * installed.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The output of every set-up, the latest at the end. Ignored by git. */
const LOG_FILE = join(ROOT, '.output/setup.log');

/** Lines shown of a failed command; the log contains all. */
const SHOWN_LINES = 40;

/** Shown in turn while a command runs in a terminal. */
const SIGNS = ['⠋', '⠙', '⠸', '⠴', '⠦', '⠇'];
const EVERY_MS = 120;

/** Print one line on standard error. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Run a command in the project's folder.
 *
 * @param does - What it does, for the person who waits: "Fetch npm packages (npm ci)".
 * @param command - The program and its arguments.
 * @param options - Options for `spawn`, and `logFile`, to which the output is appended.
 * @returns Whether it succeeded, its output, and the log file. A missing program counts as failed.
 */
export async function runStep(does, [program, ...args], { logFile = LOG_FILE, ...options } = {}) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const start = Date.now();
  writeSync(log, `\n== ${new Date(start).toISOString()} ${[program, ...args].join(' ')}\n`);
  const before = readFileSync(logFile).length;
  const stopSign = showSign(does);
  const error = await new Promise((resolve) => {
    spawn(program, args, { cwd: ROOT, stdio: ['ignore', log, log], ...options })
      .on('error', ({ message }) => resolve(message))
      .on('close', (code, signal) => resolve(code === 0 ? null : `ended with ${signal ?? code}`));
  });
  if (error !== null) writeSync(log, `${program} ${error}\n`);
  closeSync(log);
  const seconds = (Date.now() - start) / 1000;
  const took = `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  stopSign(error === null ? took : `failed after ${took}`);
  const output = readFileSync(logFile).subarray(before).toString();
  return { ok: error === null, output, logFile };
}

/** Show the end of a command's output, and name the log file. */
export function sayWhatFailed({ output, logFile }) {
  const lines = output.trimEnd().split('\n');
  say(lines.slice(-SHOWN_LINES).join('\n'));
  say(`All that was printed: ${logFile}`);
}

/**
 * Show that a command runs: by a turning sign in a terminal, by an unfinished line elsewhere.
 *
 * @returns A function that completes the line.
 */
function showSign(does) {
  const screen = process.stderr;
  if (!screen.isTTY) {
    screen.write(`${does} … `);
    return (end) => screen.write(`${end}\n`);
  }
  const start = Date.now();
  const draw = () => {
    const ms = Date.now() - start;
    const sign = SIGNS[Math.floor(ms / EVERY_MS) % SIGNS.length];
    screen.write(`\r\x1b[K${sign} ${does} … ${Math.floor(ms / 1000)} s`);
  };
  draw();
  const timer = setInterval(draw, EVERY_MS);
  return (end) => {
    clearInterval(timer);
    screen.write(`\r\x1b[K${does} … ${end}\n`);
  };
}
