/**
 * `npm run -s glossary -- <command>`: the builder.
 *
 *   draft texts/*.txt … [--sources sources.json] [-o draft.json] [--ndjson]
 *   merge a.json b.json … [-o merged.json]     drafts, or packs
 *   check pack.json …
 *   diff old.json new.json
 *
 * `draft` without files reads texts from stdin, one JSON object a line; with `--ndjson` it answers
 * each text with its own draft on a line, in bounded memory. The exit code is 1 when something could
 * not be read or is at fault; the rest is done all the same.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createCollector } from '../core/draft/collect.ts';
import { DRAFT_VERSION, type Draft } from '../core/draft/draft-types.ts';
import { isDraft, parseDraft } from '../core/draft/parse-draft.ts';
import { proposeEntries } from '../core/draft/propose-entries.ts';
import { createDrafting, draftGlossary } from '../core/draft.ts';
import { type Fault, type Glossary, GlossaryError, parseGlossary } from '../core/glossary.ts';
import { checkPack } from '../core/pack-check.ts';
import { describeDiff, diffPacks } from '../core/pack-diff.ts';
import { mergePacks } from '../core/pack-merge.ts';
import { readSourceList, readTextLines, readTexts } from './draft-texts.ts';
import { readJsonLines, writeTo } from './ndjson.ts';
import { createProgress } from './progress.ts';

/** Where a command reads and writes. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable & { readonly isTTY?: boolean };
}

const USAGE = `Use: npm run -s glossary -- <command>
  draft [texts: txt, md, html, ndjson] [--sources sources.json] [-o draft.json] [--ndjson]
  merge a.json b.json … [-o merged.json]
  check pack.json …
  diff old.json new.json
`;

/** Run one command. @returns The exit code. */
export async function runGlossary(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sources: { type: 'string' },
      output: { type: 'string', short: 'o' },
      ndjson: { type: 'boolean' },
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

interface Options {
  readonly sources?: string | undefined;
  readonly ndjson?: boolean | undefined;
}

type Command = (files: readonly string[], streams: Streams, options: Options) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['draft', draft],
  ['merge', merge],
  ['check', check],
  ['diff', diff],
]);

async function draft(
  files: readonly string[],
  streams: Streams,
  options: Options,
): Promise<number> {
  const { input, output, errors } = streams;
  const notes = options.sources === undefined ? new Map() : await readSourceList(options.sources);
  const texts = files.length === 0 ? readTextLines(input, 'stdin') : readTexts(files, notes);
  const isCountable = files.length > 0 && !files.some((file) => /\.(?:ndjson|jsonl)$/i.test(file));
  const progress = createProgress(isCountable ? files.length : null, 'texts', errors);
  const drafting = createDrafting();
  let bad = 0;
  let done = 0;
  for await (const read of texts) {
    progress.step(++done);
    if ('fault' in read) {
      bad++;
      errors.write(`${read.fault}\n`);
      continue;
    }
    const { text } = read;
    if (text.published === null)
      errors.write(`${text.id}: no date is known, so none is resolved: name it in --sources\n`);
    if (options.ndjson) await writeTo(output, `${JSON.stringify(draftGlossary([text]))}\n`);
    else drafting.add(text);
  }
  progress.end();
  if (!options.ndjson) await writeDraft(drafting.finish(), output);
  return bad > 0 ? 1 : 0;
}

/** Item by item: the whole as one string would take the memory a second time. */
async function writeDraft({ sources, entries }: Draft, output: Writable): Promise<void> {
  await writeTo(output, `{\n"draft": ${DRAFT_VERSION},\n"sources": [`);
  await writeItems(sources, output);
  await writeTo(output, '],\n"entries": [');
  await writeItems(entries, output);
  await writeTo(output, ']\n}\n');
}

async function writeItems(items: readonly unknown[], output: Writable): Promise<void> {
  for (const [i, item] of items.entries()) {
    await writeTo(output, `${i > 0 ? ',' : ''}\n${JSON.stringify(item)}`);
  }
}

async function merge(files: readonly string[], { output, errors }: Streams): Promise<number> {
  const collector = createCollector();
  const packs: Glossary[] = [];
  let drafts = 0;
  const progress = createProgress(files.length, 'files', errors);
  for (const [i, file] of files.entries()) {
    progress.step(i);
    for await (const value of readValues(file)) {
      if (isDraft(value)) {
        drafts++;
        const { sources, entries } = parseDraft(value, file);
        for (const source of sources) collector.addSource(source);
        for (const entry of entries) collector.add(entry);
      } else packs.push(parseGlossary(value, file));
    }
  }
  progress.end();
  if (drafts > 0 && packs.length > 0)
    throw new Error('drafts and packs cannot be merged: review the drafts first');
  if (drafts > 0) {
    const entries = proposeEntries(collector.holdings());
    await writeDraft({ draft: DRAFT_VERSION, sources: collector.sources(), entries }, output);
    return 0;
  }
  const [first, ...others] = packs;
  if (first === undefined) throw new Error('nothing to merge: name drafts or packs');
  let merged = first;
  for (const pack of others) {
    const result = mergePacks(merged, pack);
    for (const { path, kept, left } of result.choices) {
      errors.write(`${path}: kept "${kept}", left "${left}"\n`);
    }
    merged = result.glossary;
  }
  await writeTo(output, `${JSON.stringify(merged, null, 2)}\n`);
  return 0;
}

/** The value of a JSON file, or those of its lines. */
async function* readValues(file: string): AsyncGenerator<unknown> {
  if (!/\.(?:ndjson|jsonl)$/i.test(file)) {
    yield await readJson(file);
    return;
  }
  for await (const line of readJsonLines(createReadStream(file))) {
    if ('fault' in line) throw new Error(`${file}, line ${line.number}: ${line.fault}`);
    yield line.value;
  }
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: is not JSON (${messageOf(error)})`);
  }
}

async function check(files: readonly string[], { output }: Streams): Promise<number> {
  let bad = 0;
  for (const file of files) {
    const { faults, warnings } = checkPack(await readJson(file), file);
    if (faults.length > 0) bad++;
    const say = (mark: string, { path, remedy }: Fault) =>
      `  ${mark} ${path || 'the file'} ${remedy}\n`;
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

function messageOf(error: unknown): string {
  if (error instanceof GlossaryError) {
    return error.faults
      .map(({ path, remedy }) => `${error.origin}: ${path || 'the file'} ${remedy}`)
      .join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

if (import.meta.main) {
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const { stdin: input, stdout: output, stderr: errors } = process;
  process.exitCode = await runGlossary(process.argv.slice(2), { input, output, errors });
}
