/** The quote from the text, beside what is proposed. */

/** A quote from the text. Shown where the proposal is worded differently. */
export function Quote({ text }: { readonly text: string }) {
  return (
    <blockquote class="quote" dir="auto">
      {plain(text)}
    </blockquote>
  );
}

/** Whether a text equals its quote, except for capitals and full stops. */
export function isSaid(quote: string, text: string): boolean {
  const bare = (words: string) =>
    plain(words)
      .toLowerCase()
      .replace(/[.,;:]+$/, '');
  return bare(quote) === bare(text);
}

/** The text on one line. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
