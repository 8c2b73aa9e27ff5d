/** What a text says, beside what is proposed. */

/** The words of the text, where they are not what is proposed. */
export function Quote({ text }: { readonly text: string }) {
  return (
    <blockquote class="quote" dir="auto">
      {plain(text)}
    </blockquote>
  );
}

/** Whether a text is its quote, but for capitals and stops. */
export function isSaid(quote: string, text: string): boolean {
  const bare = (words: string) =>
    plain(words)
      .toLowerCase()
      .replace(/[.,;:]+$/, '');
  return bare(quote) === bare(text);
}

/** On one line. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
