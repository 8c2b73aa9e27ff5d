/** A step of the build: scripts of plain letters. */

interface Chunk {
  readonly type: string;
  code?: string;
}

/**
 * A script with one letter beyond Latin-1 takes two bytes for each of its letters, in every frame.
 * Spelled as escapes such letters mean the same in strings and in patterns, also in patterns that
 * are written with `String.raw`, which stands nowhere else.
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
