/**
 * Writes the schema by which Chrome reads an administrator's policy: `npm run schema`. Chrome
 * supports a small part of JSON Schema, so `readPolicy` and `parseGlossary` check policies again.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COLOURS, DWELLS, MENTIONS, PAGES, STYLES } from '../core/settings/settings.ts';
import { createGlossarySchema } from './schema.ts';

/** The extension contains this file unchanged, and the manifest names it. */
export const POLICY_SCHEMA_FILE = join(
  import.meta.dirname,
  '../../assets/static/policy.schema.json',
);

/** The part of JSON Schema that Chrome supports in policies. */
interface PolicySchema {
  readonly type: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: PolicySchema;
  readonly properties?: Readonly<Record<string, PolicySchema>>;
}

/** The schema of the whole policy. */
export function createPolicySchema(): PolicySchema {
  const sites = (description: string): PolicySchema => ({
    type: 'array',
    description,
    items: { type: 'string' },
  });
  const oneOf = (values: readonly string[], description: string): PolicySchema => ({
    type: 'string',
    description,
    enum: values,
  });
  return {
    type: 'object',
    properties: {
      settings: {
        type: 'object',
        description: 'Settings that readers cannot change. What is left out stays theirs.',
        properties: {
          on: { type: 'boolean', description: 'Highlights everywhere.' },
          pages: oneOf(PAGES, 'Which pages are read.'),
          sitesListed: sites('Host names without www: what is read where pages is "listed".'),
          sitesOff: sites('Host names without www: where highlights are off.'),
          style: oneOf(STYLES, 'How a mention looks.'),
          colour: oneOf(COLOURS, 'Colour of a mention.'),
          mentions: oneOf(MENTIONS, 'Every mention, or the first of each section.'),
          dwell: oneOf(DWELLS, 'How soon a card opens.'),
          glossariesOff: sites('Ids of glossaries that are not used.'),
        },
      },
      sitesBarred: sites('Host names without www: highlights are never on there.'),
      glossaries: {
        type: 'array',
        description: 'Glossaries that every reader has, each as it stands in its file.',
        items: simplify(createGlossarySchema() as JsonNode),
      },
    },
  };
}

/** The part of JSON Schema that our declaration is converted to. */
interface JsonNode {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly items?: JsonNode;
  readonly properties?: Readonly<Record<string, JsonNode>>;
}

function simplify({ type, enum: values, items, properties }: JsonNode): PolicySchema {
  return {
    type: type ?? 'integer',
    ...(values && { enum: values }),
    ...(items && { items: simplify(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, node]) => [key, simplify(node)]),
      ),
    }),
  };
}

if (import.meta.main) {
  await writeFile(POLICY_SCHEMA_FILE, `${JSON.stringify(createPolicySchema(), null, 2)}\n`);
  console.log(`Wrote ${POLICY_SCHEMA_FILE}`);
}
