/**
 * Writes the schema by which Chrome reads an administrator's policy: `npm run schema`. Chrome
 * supports a small part of JSON Schema, so `readPolicy` and `parseGlossary` check policies again.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  SETTING_KEYS,
  SETTINGS,
  type SettingRow,
  type Settings,
} from '../core/settings/settings.ts';
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
  return {
    type: 'object',
    properties: {
      settings: {
        type: 'object',
        description: 'Settings that readers cannot change. What is left out stays theirs.',
        properties: Object.fromEntries(SETTING_KEYS.flatMap(readSetting)),
      },
      sitesBarred: {
        type: 'array',
        description: 'Host names without www: highlights are never on there.',
        items: { type: 'string' },
      },
      glossaries: {
        type: 'array',
        description: 'Glossaries that every reader has, each as it stands in its file.',
        items: simplify(createGlossarySchema() as JsonNode),
      },
      glossaryAddresses: {
        type: 'array',
        description:
          'Addresses (https) of glossaries that are fetched for every reader once a day.',
        items: { type: 'string' },
      },
    },
  };
}

/** A setting and its schema; nothing for one that administrators cannot fix. */
function readSetting(key: keyof Settings): [key: string, schema: PolicySchema][] {
  const { type, values, policy } = SETTINGS[key] as SettingRow;
  if (policy === undefined) return [];
  return [
    [
      key,
      {
        type,
        description: policy,
        ...(values && { enum: values }),
        ...(type === 'array' && { items: { type: 'string' } }),
      },
    ],
  ];
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
