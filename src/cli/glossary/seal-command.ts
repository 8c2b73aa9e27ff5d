/** `glossary seal`: writes the SHA-256 of a glossary into its file. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { parseGlossary } from '../../core/glossary/parse-glossary.ts';
import { BLANK_SEAL, checkSeal, type Digest, sealOf } from '../../core/packs/seal.ts';
import { type Command, parseJson } from '../lines/command.ts';
import { writeTo } from '../lines/ndjson.ts';

/** The SHA-256 of bytes. */
export const sha256: Digest = async (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Seal files that have a field `sha256`, whatever stands in it. The rest of a file stays as it is. */
export const sealFiles: Command = async (files, { output }) => {
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    const content = parseJson(text, file);
    parseGlossary(content, file);
    const old = sealOf(content);
    if (old === null) throw new Error(`${file}: add "sha256": "${BLANK_SEAL}" to it first`);
    const blank = text.replaceAll(old, BLANK_SEAL);
    const seal = await sha256(new TextEncoder().encode(blank));
    const sealed = blank.replace(BLANK_SEAL, seal);
    const bytes = new TextEncoder().encode(sealed);
    if (await checkSeal(bytes, JSON.parse(sealed), sha256)) {
      throw new Error(`${file}: has its sha256 in another place too: remove it there`);
    }
    await writeFile(file, bytes);
    await writeTo(output, `${file}: sealed with ${seal}\n`);
  }
  if (files.length === 0) throw new Error('nothing to seal: name a pack');
  return 0;
};
