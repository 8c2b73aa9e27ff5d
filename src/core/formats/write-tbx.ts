/** Writes a glossary as TBX (ISO 30042:2019), dialect TBX-Basic, data categories as attributes. */

import type { Claim, Entry, Glossary, Name, Source } from '../glossary/glossary.ts';

/** Roles of names as types of terms in TBX-Basic. */
const TERM_TYPES = { short: 'acronym', long: 'fullForm', alias: 'variant' } as const;

/**
 * Write a glossary as TBX. Names keep their language and role, explanations their language and
 * source; statements become notes. What TBX-Basic has no place for is left out.
 */
export function glossaryToTbx(glossary: Glossary): string {
  const { title, version, licence, language, sources, entries } = glossary;
  const byId = new Map(sources.map((source) => [source.id, source]));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="dca" xml:lang="${attribute(language)}" xmlns="urn:iso:std:iso:30042:ed-2">`,
    '  <tbxHeader>',
    '    <fileDesc>',
    `      <titleStmt><title>${toXml(title)}</title></titleStmt>`,
    `      <sourceDesc><p>${toXml(`${title}, version ${version}, licence ${licence}`)}</p></sourceDesc>`,
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...entries.flatMap((entry) => writeEntry(entry, language, byId)),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ].join('\n');
}

function writeEntry(
  entry: Entry,
  language: string,
  sources: ReadonlyMap<string, Source>,
): string[] {
  const { id, names, gloss, translations, basis, claims } = entry;
  const glosses = [{ lang: language, gloss }, ...translations];
  const languages = [...new Set(names.map(({ lang }) => lang))];
  const source = nameSources(basis, sources);
  // Where no name is in its language, an explanation stands at the concept with a tag of its own.
  const apart = glosses.filter(({ lang }) => !languages.includes(lang));
  return [
    `      <conceptEntry id="${attribute(id)}">`,
    ...apart.map(({ lang, gloss: text }) => writeDefinition(text, source, lang)),
    ...claims.map((claim) => `        <note>${toXml(sayClaim(claim, sources))}</note>`),
    ...languages.flatMap((lang) => [
      `        <langSec xml:lang="${attribute(lang)}">`,
      ...glosses
        .filter((each) => each.lang === lang)
        .map(({ gloss: text }) => `  ${writeDefinition(text, source, null)}`),
      ...names.filter((name) => name.lang === lang).map(writeTerm),
      '        </langSec>',
    ]),
    '      </conceptEntry>',
  ];
}

function writeDefinition(text: string, source: string, lang: string | null): string {
  const tag = lang === null ? '' : ` xml:lang="${attribute(lang)}"`;
  const definition = `<descrip type="definition"${tag}>${toXml(text)}</descrip>`;
  const from = source === '' ? '' : `<admin type="source">${toXml(source)}</admin>`;
  return `        <descripGrp>${definition}${from}</descripGrp>`;
}

const writeTerm = ({ text, role }: Name): string =>
  `          <termSec><term>${toXml(text)}</term><termNote type="termType">${TERM_TYPES[role]}</termNote></termSec>`;

const nameSources = (ids: readonly string[], sources: ReadonlyMap<string, Source>): string =>
  ids.flatMap((id) => sourceLabel(sources.get(id)) ?? []).join('; ');

function sourceLabel(source: Source | undefined): string | null {
  // General knowledge is no source that another program could name.
  if (source === undefined || source.kind === 'background') return null;
  const { publisher, title, published } = source;
  return `${publisher === title ? title : `${publisher}: ${title}`} (${published})`;
}

function sayClaim(
  { text, said_by, source, asOf, when }: Claim,
  sources: ReadonlyMap<string, Source>,
): string {
  const notes = [
    said_by && `said by ${said_by}`,
    when && `${when.what} ${when.date}`,
    sourceLabel(sources.get(source)),
    `as of ${asOf}`,
  ];
  return `${text} (${notes.filter(Boolean).join('; ')})`;
}

const toXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = (text: string): string => toXml(text).replaceAll('"', '&quot;');
