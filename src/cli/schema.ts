/**
 * Writes the JSON Schema of the glossary format, for editors and other programs: `npm run schema`.
 * A test fails if the written file is older than the declaration.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { glossarySchema } from '../core/glossary/glossary.ts';

/** The schema is stored beside the glossaries. */
export const SCHEMA_FILE = join(
  import.meta.dirname,
  '../../assets/glossaries/glossary.schema.json',
);

/**
 * The format as JSON Schema (draft 2020-12). It is slightly more lenient than `parseGlossary`,
 * which also requires real dates, plain text and valid references.
 */
export function createGlossarySchema(): JsonSchema {
  const converted = toJsonSchema(glossarySchema, {
    target: 'draft-2020-12',
    // JSON Schema cannot express checks by a function, nor lists whose length is checked before
    // their items. Leave out such checks and convert the rest.
    errorMode: 'ignore',
  });
  return {
    $schema: converted.$schema,
    title: 'Newsgloss glossary',
    description: 'Terms with their names, an explanation, and dated claims with their sources.',
    ...converted,
  };
}

if (import.meta.main) {
  await writeFile(SCHEMA_FILE, `${JSON.stringify(createGlossarySchema(), null, 2)}\n`);
  console.log(`Wrote ${SCHEMA_FILE}`);
}
