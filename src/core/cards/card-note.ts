/** Writes the content of cards as notes: Markdown with sources, readable as plain text too. */

import { formatDate } from '../glossary/partial-date.ts';
import { escapeAddress, escapeText } from '../text/markdown-text.ts';
import type { CardClaim, CardContent } from './card-content.ts';
import type { CardStrings } from './card-strings.ts';

/** Most claims in a note: the first ones of the card. */
const CLAIMS_IN_NOTE = 3;

/** The page to which a note or a brief belongs. */
interface BriefedPage {
  readonly title: string;
  readonly address: string;
  /** ISO day on which it was published; null if unknown. */
  readonly date: string | null;
}

/** Write the note of one card, with the page on which it was opened. */
export function writeNoteOf(page: BriefedPage, content: CardContent, strings: CardStrings): string {
  const title = page.title.trim() === '' ? '' : `${escapeText(page.title)} `;
  return `${writeNote(content, strings)}\n${title}${placeOf(page, strings)}\n`;
}

/** The address of a page, and its day if known. */
function placeOf({ address, date }: BriefedPage, { language }: CardStrings): string {
  const place = `<${escapeAddress(address)}>`;
  return date === null ? place : `${place} · ${formatDate(date.slice(0, 10), language)}`;
}

/** Write the content of one card. */
export function writeNote(content: CardContent, strings: CardStrings): string {
  const { title, long, otherNames, gloss, basis, claims } = content;
  const names = [long, ...otherNames].flatMap((wording) =>
    wording ? [escapeText(wording.text)] : [],
  );
  const head = [`**${escapeText(title.text)}**`, ...names].join(' · ');
  const kind = [content.kind, ...content.parties.map(({ name }) => name)]
    .map(escapeText)
    .join(' · ');
  const lines = [head, kind];
  if (gloss)
    lines.push(
      '',
      basis ? `${escapeText(gloss.text)} (${escapeText(basis)})` : escapeText(gloss.text),
    );
  const kept = claims.slice(0, CLAIMS_IN_NOTE).map((claim) => writeClaim(claim));
  if (kept.length > 0) lines.push('', ...kept);
  if (gloss === null && claims.length === 0 && content.reason)
    lines.push('', escapeText(strings.say('reasonOwn')));
  return `${lines.join('\n')}\n`;
}

/** Write the brief of an article: a note for each of its terms, under its title and address. */
export function writeBrief(
  page: BriefedPage,
  contents: readonly CardContent[],
  strings: CardStrings,
): string {
  const notes = contents.map((content) => writeNote(content, strings));
  return `# ${escapeText(page.title)}\n\n${placeOf(page, strings)}\n\n${notes.join('\n')}`;
}

function writeClaim({ text, saidBy, source, url, asOf, aged, from }: CardClaim): string {
  const origin =
    url === null ? escapeText(source) : `[${escapeText(source)}](${escapeAddress(url)})`;
  const added = [aged, from].flatMap((each) => (each === null ? [] : [escapeText(each)]));
  const view = saidBy === null ? '' : `${escapeText(saidBy)}: `;
  return `- ${view}${escapeText(text.text)} (${[origin, asOf, ...added].join(', ')})`;
}
