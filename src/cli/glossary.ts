/**
 * `npm run -s glossary -- <command>`: drafts, converts, merges and checks glossaries.
 *
 *   draft texts/*.txt … [--sources sources.json] [-o draft.json] [--ndjson]
 *   convert words.tbx [-o pack.json] [--title T] [--publisher P] [--date 2026-01-02]
 *   merge a.json b.json … [-o merged.json]     drafts, or packs
 *   check pack.json …
 *   seal pack.json …                           writes its SHA-256 into it
 *   diff old.json new.json
 *
 * `convert` tells what it is given by its content, and what it writes by the ending: json, csv, md,
 * tbx, or tsv for Anki. `draft` without files reads texts from stdin, one JSON object a line. With
 * `--ndjson` it writes a draft of its own for each text, one a line, in bounded memory. The exit code
 * is 1 if something could not be read or is at fault; the rest is still done.
 */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { describeFault, type Fault } from '../core/faults/fault.ts';
import { parseGlossary } from '../core/glossary/parse-glossary.ts';
import { checkPack } from '../core/packs/pack-check.ts';
import { describeDiff, diffPacks } from '../core/packs/pack-diff.ts';
import { checkSeal } from '../core/packs/seal.ts';
import { convertFile } from './glossary/convert-command.ts';
import { draftTexts } from './glossary/draft-command.ts';
import { mergeFiles } from './glossary/merge-command.ts';
import { sealFiles, sha256 } from './glossary/seal-command.ts';
import {
  type Command,
  fromCaller,
  messageOf,
  parseJson,
  readJson,
  type Streams,
} from './lines/command.ts';
import { writeTo } from './lines/ndjson.ts';

const USAGE = `Use: npm run -s glossary -- <command>
  draft [texts: txt, md, html, ndjson] [--sources sources.json] [-o draft.json] [--ndjson]
  convert words.tbx [-o pack.json] [--title T] [--publisher P] [--date 2026-01-02]
  merge a.json b.json … [-o merged.json]
  check pack.json …
  seal pack.json …
  diff old.json new.json
`;

/**
 * Run one command.
 *
 * @returns The exit code.
 */
export async function runGlossary(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sources: { type: 'string' },
      output: { type: 'string', short: 'o' },
      ndjson: { type: 'boolean' },
      title: { type: 'string' },
      publisher: { type: 'string' },
      date: { type: 'string' },
    },
  });
  const [command = '', ...files] = positionals;
  const run = COMMANDS.get(command);
  if (run === undefined) {
    streams.errors.write(USAGE);
    return 2;
  }
  const file = values.output === undefined ? null : createWriteStream(values.output);
  const output = file ?? streams.output;
  try {
    return await run(files, { ...streams, output }, values);
  } catch (error) {
    streams.errors.write(`${messageOf(error)}\n`);
    return 1;
  } finally {
    if (file !== null) await finished(file.end());
  }
}

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['draft', draftTexts],
  ['convert', convertFile],
  ['merge', mergeFiles],
  ['check', check],
  ['seal', sealFiles],
  ['diff', diff],
]);

async function check(files: readonly string[], { output }: Streams): Promise<number> {
  let bad = 0;
  for (const file of files) {
    const bytes = new Uint8Array(await readFile(file));
    const content = parseJson(new TextDecoder().decode(bytes), file);
    const { faults: found, warnings } = checkPack(content, file);
    const broken = await checkSeal(bytes, content, sha256);
    const faults = broken ? [...found, broken] : found;
    if (faults.length > 0) bad++;
    const say = (mark: string, fault: Fault) => `  ${mark} ${describeFault(fault)}\n`;
    const lines = [...faults.map((it) => say('✗', it)), ...warnings.map((it) => say('!', it))];
    const sum = `${faults.length} faults, ${warnings.length} warnings`;
    await writeTo(output, `${file}: ${sum}\n${lines.join('')}`);
  }
  if (files.length === 0) throw new Error('nothing to check: name a pack');
  return bad > 0 ? 1 : 0;
}

async function diff(files: readonly string[], { output }: Streams): Promise<number> {
  const [from, to] = files;
  if (from === undefined || to === undefined)
    throw new Error('name two packs: diff old.json new.json');
  const [old, now] = [
    parseGlossary(await readJson(from), from),
    parseGlossary(await readJson(to), to),
  ];
  await writeTo(output, `${describeDiff(diffPacks(old, now)).join('\n')}\n`);
  return 0;
}

if (import.meta.main) {
  // A reader that stops early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.chdir(fromCaller('.'));
  const { stdin: input, stdout: output, stderr: errors } = process;
  process.exitCode = await runGlossary(process.argv.slice(2), { input, output, errors });
}
