/** A build step that escapes letters outside Latin-1 in scripts. */

interface Chunk {
  readonly type: string;
  code?: string;
}

/**
 * A browser stores a script with a letter outside Latin-1 in two bytes for each letter, in every
 * frame. So write these letters as escapes. In strings and patterns escapes mean the same, also in
 * patterns written with `String.raw`, which is used for nothing else.
 */
export function asciiScripts() {
  const spell = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'ascii-scripts',
    enforce: 'post' as const,
    generateBundle(_: unknown, bundle: Readonly<Record<string, Chunk>>) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.code !== undefined) chunk.code = chunk.code.replace(/[^\0-\x7f]/g, spell);
      }
    },
  };
}
