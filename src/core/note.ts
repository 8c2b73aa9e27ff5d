/** What a card says as a note to keep: Markdown that reads well as plain text, with its sources. */
import type { CardClaim, CardContent } from './card-content.ts';
import type { CardStrings } from './card-strings.ts';

/** Statements in a note: the newest. */
const CLAIMS_IN_NOTE = 3;

/** The page that a brief is of. */
export interface BriefedPage {
  readonly title: string;
  readonly address: string;
  /** ISO day, where known. */
  readonly date: string | null;
}

/** Write the note of one card. */
export function writeNote(content: CardContent, strings: CardStrings): string {
  const { title, long, twins, gloss, basis, claims } = content;
  const names = [long, ...twins].flatMap((wording) => (wording ? [plain(wording.text)] : []));
  const head = [`**${plain(title.text)}**`, ...names].join(' · ');
  const kind = [content.kind, ...content.parties.map(({ name }) => name)].map(plain).join(' · ');
  const lines = [head, kind];
  if (gloss) lines.push('', basis ? `${plain(gloss.text)} (${plain(basis)})` : plain(gloss.text));
  const kept = claims.slice(0, CLAIMS_IN_NOTE).map((claim) => writeClaim(claim));
  if (kept.length > 0) lines.push('', ...kept);
  if (gloss === null && claims.length === 0 && content.reason) lines.push('', strings.reasonOwn);
  return `${lines.join('\n')}\n`;
}

/** Write the brief of an article: a note for each of its terms, under its title and address. */
export function writeBrief(
  page: BriefedPage,
  contents: readonly CardContent[],
  strings: CardStrings,
): string {
  const about = page.date === null ? `<${page.address}>` : `<${page.address}> · ${page.date}`;
  const notes = contents.map((content) => writeNote(content, strings));
  return `# ${plain(page.title)}\n\n${about}\n\n${notes.join('\n')}`;
}

function writeClaim({ text, saidBy, source, url, asOf }: CardClaim): string {
  const origin = url === null ? plain(source) : `[${plain(source)}](${url})`;
  const view = saidBy === null ? '' : `${plain(saidBy)}: `;
  return `- ${view}${plain(text.text)} (${origin}, ${asOf})`;
}

/** Letters that Markdown would take for marks; a line break would end the line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');
}
