/** `glossary merge`: merges drafts into a draft, or packs into a pack. */
import { createReadStream } from 'node:fs';
import { createMerging } from '../../core/draft/entries/merge-drafts.ts';
import { isDraft, parseDraft } from '../../core/draft/format/parse-draft.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { parseGlossary } from '../../core/glossary/parse-glossary.ts';
import { mergePacks } from '../../core/packs/pack-merge.ts';
import { readJson, type Streams } from '../lines/command.ts';
import { readJsonLines, writeTo } from '../lines/ndjson.ts';
import { createProgress } from '../lines/progress.ts';
import { writeDraft } from './draft-command.ts';

/** Merge files of drafts (one a file or one a line), or of packs. */
export async function mergeFiles(
  files: readonly string[],
  { output, errors }: Streams,
): Promise<number> {
  const merging = createMerging();
  const packs: Glossary[] = [];
  let drafts = 0;
  const progress = createProgress(files.length, 'files', errors);
  for (const [i, file] of files.entries()) {
    progress.step(i);
    for await (const value of readValues(file)) {
      if (isDraft(value)) {
        drafts++;
        merging.add(parseDraft(value, file));
      } else packs.push(parseGlossary(value, file));
    }
  }
  progress.end();
  if (drafts > 0 && packs.length > 0)
    throw new Error('drafts and packs cannot be merged: review the drafts first');
  if (drafts > 0) {
    await writeDraft(merging.finish(), output);
    return 0;
  }
  return mergeAll(packs, { output, errors });
}

async function mergeAll(
  packs: readonly Glossary[],
  { output, errors }: Pick<Streams, 'output' | 'errors'>,
): Promise<number> {
  const [first, ...others] = packs;
  if (first === undefined) throw new Error('nothing to merge: name drafts or packs');
  let merged = first;
  for (const pack of others) {
    const result = mergePacks(merged, pack);
    for (const { path, kept, left } of result.choices) {
      errors.write(`${path}: kept "${kept}", left "${left}"\n`);
    }
    for (const [id, free] of result.apart) {
      errors.write(
        `entries[${id}]: means something else in ${pack.id}, kept as entries[${free}]\n`,
      );
    }
    merged = result.glossary;
  }
  await writeTo(output, `${JSON.stringify(merged, null, 2)}\n`);
  return 0;
}

/** The value of a JSON file, or the values of its lines. */
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
