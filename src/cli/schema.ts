/**
 * Write the JSON Schema of the glossary format, for editors and for other programs:
 * `npm run schema`. A test fails when the written file is older than the declaration.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { glossarySchema } from '../core/glossary/glossary.ts';

/** Where the schema stands, beside the glossaries that it describes. */
export const SCHEMA_FILE = join(
  import.meta.dirname,
  '../../assets/glossaries/glossary.schema.json',
);

/**
 * The format as JSON Schema (draft 2020-12). It is a little more lenient than `parseGlossary`,
 * which also asks for real dates, plain text and references that lead somewhere.
 */
export function createGlossarySchema(): JsonSchema {
  const converted = toJsonSchema(glossarySchema, {
    target: 'draft-2020-12',
    // Checks by a function, and lists whose length is checked before their items, have no
    // counterpart there; what can be said is said all the same.
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
