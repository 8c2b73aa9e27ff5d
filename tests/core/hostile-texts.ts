/** Texts that no person writes: each a short piece again and again, or a nest of marks. */

/** What makes a text of at least `length` UTF-16 code units. */
export type HostileText = (length: number) => string;

const again =
  (piece: string): HostileText =>
  (length) =>
    piece.repeat(Math.ceil(length / piece.length));

const nest =
  (opening: string, closing: string, core = ''): HostileText =>
  (length) => {
    const depth = Math.ceil((length - core.length) / (opening.length + closing.length));
    return opening.repeat(depth) + core + closing.repeat(depth);
  };

/** A first piece once, then another again and again. */
const after =
  (first: string, piece: string): HostileText =>
  (length) =>
    first + again(piece)(length);

/** By what they are, for the names of tests. */
export const HOSTILE_TEXTS: readonly (readonly [what: string, make: HostileText])[] = [
  ['one letter', again('a')],
  ['one capital', again('A')],
  ['capitals and blanks', again('A ')],
  ['blanks', again(' ')],
  ['blanks before a letter', (length) => `${again(' ')(length)}a`],
  ['blanks between letters', again(`a${' '.repeat(500)}`)],
  ['blank lines', again('\n')],
  ['lines of blanks', again(' \n')],
  ['tabs', again('\t')],
  ['cells', again('A\t')],
  ['opening brackets', again('(')],
  ['closing brackets', again(')')],
  ['nested brackets', nest('(', ')', 'NATO')],
  ['opening square brackets', again('[')],
  ['nested links', nest('[', '](x)', 'a')],
  ['links without an end', again('[a](')],
  ['pictures without an end', again('![')],
  ['tags without an end', again('<a ')],
  ['fences', again('```\n')],
  ['fences of every length', (length) => fencesOf(length)],
  ['asterisks', again('*')],
  ['asterisks and letters', again('*a')],
  ['underscores and letters', again(' _a')],
  ['bold without an end', again('**a ')],
  ['quotation marks', again('"')],
  ['quotation marks and commas', again('",')],
  ['a quotation mark that stays open', after('"', 'a,')],
  ['curly quotes', again('“a')],
  ['commas', again(',')],
  ['commas and capitals', again('AB, ')],
  ['equals signs', again('AB = ')],
  ['dashes', again('AB – ')],
  ['hyphens', again('a-')],
  ['full stops', again('A.')],
  ['slashes', again('/')],
  ['addresses', again('https://a.')],
  ['digits', again('1')],
  ['dates without an end', again('1 May ')],
  ['Hangul without blanks', again('가나다라마')],
  ['Hangul with brackets and no blank', again('가나다라마(ABC)')],
  ['Hangul and acronyms', again('가나다라마, ABC ')],
  ['high halves of surrogate pairs', again('\ud83d')],
  ['low halves of surrogate pairs', again('\ude00')],
  ['marks on one letter', after('e', '\u0301')],
  ['soft hyphens', after('NA', '\u00ad')],
  ['short forms', again('ABC ')],
  ['definitions of one short form', again('Alpha Beta Corps (ABC) ')],
  ['paragraphs that define one short form', again('Alpha Beta Corps (ABC)\n\n')],
  ['a known short form', again('NATO ')],
  ['paragraphs of a known short form', again('the NPG met\n\n')],
  ['sentences of speakers', again('“A,” said B C. ')],
  ['JSON lists', nest('[', ']')],
  ['JSON objects', nest('{"a":', '}', '1')],
  ['backslashes', again('\\')],
  ['words of one letter', again('a ')],
  ['also called', again('A also called ')],
];

/** Each one mark longer than the one before: none closes another. */
function fencesOf(length: number): string {
  let text = '';
  for (let marks = 3; text.length < length; marks++) text += `${'~'.repeat(marks)}\n`;
  return text;
}
