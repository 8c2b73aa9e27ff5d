/** `glossary draft`: drafts a glossary from texts. */
import type { Writable } from 'node:stream';
import { createDrafting, draftGlossary } from '../../core/draft/draft-glossary.ts';
import { DRAFT_VERSION, type Draft } from '../../core/draft/format/draft-types.ts';
import type { Options, Streams } from '../lines/command.ts';
import { writeTo } from '../lines/ndjson.ts';
import { createProgress } from '../lines/progress.ts';
import { readSourceList, readTextLines, readTexts } from './draft-texts.ts';

/** Draft a glossary from files, or from the lines of stdin. */
export async function draftTexts(
  files: readonly string[],
  streams: Streams,
  options: Options,
): Promise<number> {
  const { input, output, errors } = streams;
  const notes =
    options.sources === undefined ? new Map() : await readSourceList(options.sources, files);
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

/** Write a draft item by item. As one string, it would need its memory a second time. */
export async function writeDraft({ sources, entries }: Draft, output: Writable): Promise<void> {
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
