/** Reads a locale file: nested maps of one-line texts, plain or in quotation marks. */

/** Each message by its key, as browsers know it; plural forms become one text, as in a build. */
export function readMessages(yaml: string): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  const path: string[] = [];
  for (const line of yaml.split('\n')) {
    const parts = /^( *)([\w]+):(?: (.*))?$/.exec(line);
    if (!parts) continue;
    const [, indent = '', key = '', value] = parts;
    const text = value === undefined ? undefined : unquote(value);
    path.length = indent.length / 2;
    if (text === undefined) path.push(key);
    else if (/^(?:\d|n)$/.test(key)) {
      const name = path.join('_');
      messages.set(name, messages.has(name) ? `${messages.get(name)} | ${text}` : text);
    } else messages.set([...path, key].join('_'), text);
  }
  return messages;
}

/** As Biome writes them: double quotation marks, or single ones around a text that holds double ones. */
function unquote(value: string): string {
  if (value.startsWith('"')) return JSON.parse(value) as string;
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value;
}
