/**
 * Faults of files as values: the place, the kind of fault, and the values for its words. The words
 * are chosen where a fault is shown: English ones from here on the command line, those of `fault.*`
 * in the locale files on the extension's own pages.
 */

/**
 * For each fault the end of an English sentence that begins with its place and says what mends it;
 * `$1` to `$3` stand for its values.
 */
export const REMEDIES = {
  empty: 'must not be empty',
  tooLong: 'must not be longer than $1 characters',
  notPlain: 'must be plain text on one line, without control, direction or invisible characters',
  wordless: 'must hold a letter or a digit: pages are searched for words',
  unseen: 'must be visible text, with no more than five marks on a letter',
  badId: 'must be lower-case words joined by hyphens',
  badLanguage: 'must be a language tag such as "en" or "ko"',
  badDate: 'must be a date such as 2022-03-16',
  noSuchDate: 'must be a date that exists',
  badPartialDate: 'must be a date or a part of one, such as 2018-01',
  badAddress: 'must be an address that begins with https:// or http://',
  noSuchAddress: 'must be an address that a browser can read',
  badCode: 'must be a country code or the id of an entry',
  badSum: 'must be a SHA-256 in 64 hexadecimal digits, in lower case',
  sumDiffers:
    'is not the SHA-256 of this file: get the file again, or remove the line if you changed the file yourself',
  badVersion: 'must be a version such as 1.0.0',
  notWhole: 'must be a whole number',
  negative: 'must not be negative',
  notAShare: 'must be a number between 0 and 1, such as 0.9',
  tooLarge: 'must not be more than $1',
  tooMany: 'must not have more than $1 items',
  noName: 'must have at least one name',
  noBasis: 'must name at least one source',
  unknown: 'is not known here: remove it',
  missing: 'is missing: add it',
  wrong: 'is $1, but must be $2',
  notListed: 'is $1, but must be one of $2',
  newerFormat: 'is $1, newer than this version of Newsgloss can read ($2): update Newsgloss',
  twice: 'is "$1", which is used twice: give each its own',
  lostSource: 'names the source "$1", which is not in sources: add it there',
  lostEntry: 'names the entry "$1", which is not in entries: add it or remove the relation',
  lostParty: 'is "$1", neither a country code nor the id of an entry',
  notUtf8: 'is not text in UTF-8, UTF-16 or EUC-KR: save it again as UTF-8 (Excel: “CSV UTF-8”)',
  workbook: 'is a workbook, not a table as text: save it again as CSV (Excel: “CSV UTF-8”)',
  tooLongPack:
    'must not be longer than $1 million characters, the most for one glossary: split it into several, each with an id of its own',
  tooManyEntries:
    'must not have more than $1, the most for one glossary: split it into several, each with an id of its own',
  tooManyRows: 'must not have more than $1 rows, the most for one table: split it into several',
  notPack: 'is JSON, but neither a glossary nor an export of Newsgloss: choose another file',
  tooManyGlossaries:
    'must not hold more than $1 glossaries, the most for one export: export fewer of them at a time',
  tooManyParts:
    'must not have more than $1 parts (values, lists and objects), the most for one JSON file: split it into several',
  tooLongExport:
    'must not be longer than $1 characters, the most for a whole export: export the glossaries one by one',
  tooBig: 'must not be longer than $1 million characters: split it into several',
  tooHeavy: 'must not be larger than $1 MB, the most for one file: split it into several',
  notJson: 'is not JSON: fix the file or export it again',
  endsEarly: 'is not JSON: the file ends too early, fix it or export it again',
  badXml: 'is not XML from here on: correct it or export the file again',
  declares: 'declares entities or elements of its own, which are not read: export it without them',
  otherXml: 'is XML, but neither TBX nor a web page: export it as TBX',
  tooDeep: 'is nested more than $1 levels deep: make it flatter',
  badYaml: 'is not YAML from here on: correct it',
  yamlAlias: 'is an alias (“*name”), which is not read: write out what it stands for',
  badZip: 'is damaged, or packed in a way that is not read: pack it again',
  zipPath: 'holds "$1", a path that leads out of the file: do not use it',
  tooManyMembers: 'must not hold more than $1 files',
  unpacksTooLarge: 'would unpack to more than $1 MB, or is not what it says: split it',
  notYomitan: 'is a ZIP file, but no dictionary for Yomitan: choose another file',
  noTerms: 'holds no terms that can be read: see which formats are',
  badBackup: 'must be $1: update Newsgloss to read this file',
  notList: 'must be a list',
  unknownSetting: 'is not known to this version: remove it or update Newsgloss',
  openQuote: 'has a quotation mark that is never closed: close it',
  badColumns: 'must have the columns $1',
  unknownColumn: 'must have the columns $1; "$2" is not one of them',
  badRow: 'must be one of $1',
  noHeadRow: 'must be "glossary" in one row, with id, title, version, language and licence: add it',
  taken: 'is "$1", which another glossary uses: choose another',
  fixed: 'is "$1", the id of a glossary that cannot be replaced: choose another',
  reserved:
    'is "$1", an id that Newsgloss keeps for your own entries: choose another, or export yours again',
  likeOther:
    'is "$1", which looks like "$2", the id of a glossary that cannot be replaced: choose another',
  likeTitle: 'is "$1", which looks like the title of another glossary, "$2": do not mix them up',
  userInAddress: 'is "$1", with a user name before the "@": it leads to "$2"',
  unreadable: 'cannot be read: $1',
  sharedByMany:
    'is "$1", a name of more than $2 entries: keep it only where it tells an entry apart',
  beginsAlike:
    'is "$1"; more than $2 names begin with these words: split the glossary or remove some of them',
  sharedName: 'is "$1", also a name of "$2": give both entries cues that tell them apart',
  nameTwice: 'is "$1", which is already there: remove one',
  oneLetter: 'is one letter, "$1": remove it',
  commonAny: 'is "any" for the common word "$1": set it to "exact" or remove the name',
  commonWord: 'is the common word "$1": give the entry cues',
  mixedScripts: 'is "$1", with letters of two scripts in one word: write it in one of them',
  tooShort: 'is "$1", which is too short for a name: remove it',
  acronymAny: 'is "any" for "$1": set an acronym to "exact"',
  undated: 'is missing for something that happened: add its date',
  dateAhead: 'is $1, after the day of the claim ($2): correct it, or say "planned"',
  claimTwice: 'appears twice with the same source: remove one',
  selfRelated: 'is "$1", the entry itself: remove it',
  idleSource: 'is "$1", which nothing uses: remove it',
} as const;

/** The kind of a fault. */
export type FaultCode = keyof typeof REMEDIES;

/** One fault: where it is, and what is wrong there. */
export interface Fault {
  /** Path in the file, such as `entries[3].claims[0].asOf`; empty for the whole file. */
  readonly path: string;
  /** Line of the file, from 1, if known; in tables `path` is then the column. */
  readonly line?: number;
  /** Position in the line, from 1, in UTF-16 code units. */
  readonly column?: number;
  readonly code: FaultCode;
  /** Values for the words, such as what is there and what should be. */
  readonly values: readonly string[];
}

/** Make a fault at a path. */
export function faultAt(path: string, code: FaultCode, ...values: readonly string[]): Fault {
  return { path, code, values };
}

/** Name the place of a fault in English: "line 3, column 5", "entries[3].gloss", "the file". */
export function placeOf({ path, line, column }: Fault): string {
  const parts = [
    line === undefined ? '' : `line ${line}`,
    column === undefined ? '' : `column ${column}`,
    path,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'the file' : parts.join(', ');
}

/** Say in English what mends a fault. */
export function remedyOf({ code, values }: Fault): string {
  return REMEDIES[code].replace(/\$([1-9])/g, (_, number) => values[number - 1] ?? '');
}

/** A fault as a sentence in English: "entries[3].gloss must not be empty". */
export function describeFault(fault: Fault): string {
  return `${placeOf(fault)} ${remedyOf(fault)}`;
}

/** Checking stops once there are more faults than this: nobody reads the rest. */
export const MOST_FAULTS = 1_000;

/** Shorten a text from a file to 60 UTF-16 code units, since it may be as long as the file. */
export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
