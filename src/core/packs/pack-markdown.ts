/** Writes a glossary as Markdown, for reading and printing. */
import type { Claim, Entry, Glossary, Source } from '../glossary/glossary.ts';
import { formatDate } from '../glossary/partial-date.ts';
import { escapeAddress, escapeText } from '../text/markdown-text.ts';

/**
 * Write a glossary as Markdown: each entry with its names, its gloss, its dated claims and its
 * relations; the sources at the end. Characters that Markdown gives a meaning are escaped.
 */
export function glossaryToMarkdown(glossary: Glossary): string {
  const { title, version, licence, sources, entries } = glossary;
  // British dates, as on cards.
  const language = glossary.language === 'en' ? 'en-GB' : glossary.language;
  const byId = new Map(sources.map((source) => [source.id, source]));
  const names = new Map(entries.map((entry) => [entry.id, titleOf(entry)]));
  return [
    `# ${escapeText(title)}`,
    `Version ${escapeText(version)}, licence ${escapeText(licence)}.`,
    ...entries.map((entry) => writeEntry(entry, names, byId, language)),
    '## Sources',
    sources.map((source) => writeSource(source, language)).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

const titleOf = ({ id, names }: Entry): string => names[0]?.text ?? id;

function writeEntry(
  entry: Entry,
  names: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, Source>,
  language: string,
): string {
  const others = entry.names.slice(1).map(({ text }) => escapeText(text));
  const parts = [
    `## ${escapeText(titleOf(entry))}`,
    others.length > 0 ? `*${others.join(' · ')}*` : '',
    escapeText(entry.gloss),
    entry.claims.map((claim) => writeClaim(claim, sources, language)).join('\n'),
    entry.related
      .map(({ entry: to, how, said_by }) => {
        const by = said_by === undefined ? '' : ` (${escapeText(said_by)})`;
        return `- ${how} ${escapeText(names.get(to) ?? to)}${by}`;
      })
      .join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function writeClaim(
  { text, source, asOf, said_by, when }: Claim,
  sources: ReadonlyMap<string, Source>,
  language: string,
): string {
  const notes = [
    when && `${when.what} ${formatDate(when.date, language)}`,
    said_by && `said by ${escapeText(said_by)}`,
    `${escapeText(sources.get(source)?.publisher ?? source)}, as of ${formatDate(asOf, language)}`,
  ].filter(Boolean);
  return `- ${escapeText(text)} — ${notes.join('; ')}`;
}

function writeSource({ publisher, title, published, url }: Source, language: string): string {
  const where = url === undefined ? '' : ` <${escapeAddress(url)}>`;
  return `- ${escapeText(publisher)}: ${escapeText(title)} (${formatDate(published, language)})${where}`;
}
