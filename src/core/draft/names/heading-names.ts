/** Names that stand in headings, and at the beginning of the lines of a list. */

import { TITLE } from '../prose/boilerplate.ts';
import { isPerson, KOREAN_CLASS, namesClass } from '../prose/class-nouns.ts';
import { endsInNoun } from '../prose/hangul-nouns.ts';
import { uses } from '../prose/heuristics.ts';
import type { Passage } from '../prose/passage.ts';
import type { Plain } from '../prose/plain-text.ts';
import { guessKind } from './kinds.ts';
import { keyOfForm, keyOfName } from './name-keys.ts';
import { isKnown, type Names, type Taken } from './name-list.ts';

/** Add names that stand in headings and that the text below explains: "3. EUNAVFOR Aspides". */
export function addHeadings(
  plain: Plain,
  passages: readonly Passage[],
  names: Names,
  { keys, forms }: Taken,
): void {
  const addLong = (name: string, start: number) => {
    const key = keyOfName(name);
    const span = { start, end: start + name.length };
    names.add(span, { key, role: 'long', sign: 'named', kind: guessKind(name) });
    keys.add(key);
    return key;
  };
  const lines = passages.flatMap(({ kind, start, end }) =>
    kind === 'heading' ? [plain.text.slice(start, end)] : [],
  );
  const titles = !uses('titles')
    ? 0
    : passages.filter(({ kind, start, end }, i) => {
        const below = passages[i + 1];
        const isOne = kind === 'heading' && IS_ALONE.test(plain.text.slice(start, end));
        return isOne && below !== undefined && isSaid(plain.text.slice(below.start, below.end));
      }).length;
  for (const [i, passage] of passages.entries()) {
    const below = passages[i + 1];
    if (passage.kind !== 'heading' || below === undefined) continue;
    const line = plain.text.slice(passage.start, passage.end);
    addKoreanHeading(plain, passage, below, names, keys);
    const isLabel = /^ ?[:：—–-]/.test(plain.text.slice(passage.end, passage.end + 2));
    const words = plain.text.slice(below.start, below.end);
    const isTitle = !isLabel && isAlone(line, titles) && isSaid(words);
    const asked = ASKED.exec(line)?.groups?.name;
    const name =
      (isLabel ? LABEL : NUMBERED).exec(line)?.groups?.name ??
      asked ??
      (isTitle ? line : undefined);
    if (name === undefined || forms.has(name) || isKnown(keyOfName(name), keys)) continue;
    const isAsked = asked !== undefined;
    if (isTitle || ((isAsked || isLabel) && (guessKind(name) !== null || namesClass(words)))) {
      const from = passage.start + line.indexOf(name);
      if (/^[A-Z]+$/.test(name)) {
        const at = { start: from, end: from + name.length };
        names.add(at, { key: keyOfForm(name), role: 'short', sign: 'undefined', kind: null });
      } else addLong(name, from);
      continue;
    }
    if (isAsked || isLabel) continue;
    const last = name.slice(name.lastIndexOf(' ') + 1);
    const isCalledLast = guessKind(last) === null && words.includes(last) && !words.includes(name);
    if (guessKind(name) !== null && !isCalledLast && isOneOfRow(line, lines)) {
      addLong(name, passage.end - name.length);
      continue;
    }
    const at = words.indexOf(last);
    if (at < 0) continue;
    const key = addLong(name, passage.end - name.length);
    if (words.includes(name)) continue;
    const alias = { start: below.start + at, end: below.start + at + last.length };
    names.add(alias, { key, role: 'alias', sign: 'alias', kind: null });
    keys.add(keyOfName(last));
  }
}

/** A name alone on its line, and letters alone. */
const IS_ALONE = new RegExp(`${TITLE.source}|^[A-Z]{3,10}$`, 'u');
/** "Launched in 2017 by …": a sentence about what the heading above names. */
const BEGINS_BARE =
  /^(?:Founded|Established|Set up|Created|Launched|Formed|Signed|Adopted|Agreed|Opened|Born)\b(?![^.]*, (?:the|an?|it|they) )/u;
const HAS_VERB = /\b(?:is|are|was|were|has|have|had|will|would|said|says|can|could|may)\b/;
const CLAUSE = / (?:that|which|who|whose|where|when)\b.*$/u;

/** Whether a line of capitalised words names a thing: a single such heading may be a person. */
const isAlone = (line: string, titles: number): boolean =>
  titles > 0 && IS_ALONE.test(line) && (titles >= LEAST_ROW || /^[A-Z]+$/.test(line));

/** Whether the first sentence below a line says what that names, and has no subject of its own. */
function isSaid(words: string): boolean {
  const first = /^.*?\.(?= |$)/u.exec(words)?.[0] ?? '';
  if (BEGINS_BARE.test(first)) return true;
  const isPhrase =
    /^(?:An?|The|One|\p{Lu}[\p{L}-]*[’']s) (?!\p{Lu}\S* (?:(?:of|for|the) )*\p{Lu}\S* (?:(?:of|for|the) )*\p{Lu})/u.test(
      first,
    );
  return (
    isPhrase && !HAS_VERB.test(first.replace(CLAUSE, '')) && namesClass(first) && !isPerson(first)
  );
}

const NAME = String.raw`(?<name>\p{Lu}[\p{L}\d’'-]+(?: (?:of |for |on )?\p{Lu}[\p{L}\d’'-]+){1,4})`;
const NUMBERED = new RegExp(`^(?:\\d{1,2}[.)]|[#■▶◆●①-⑳]+) ${NAME}$`, 'u');
/** "• Velm Harbour Pact: …" */
const LABEL = new RegExp(`^${NAME}$`, 'u');
/** "And the Velm Harbour Pact?" */
const ASKED = new RegExp(
  `^(?:[^?!.;]{2,40}: ?)?(?:[Ww]hat (?:is|are|was|were|about)|[Ww]ho (?:is|are)|And) (?:the |an? )?${NAME}\\?$`,
  'u',
);

/** Headings that define a body, below which one more of their row is likely to name one. */
const LEAST_ROW = 2;

/** "■ Velm Harbour Pact" among "■ Tide Watch Panel (TWP)" and others: each names a body. */
function isOneOfRow(line: string, lines: readonly string[]): boolean {
  const mark = (words: string) => words.replace(/\p{L}.*$/u, '').replace(/\d+/, '0');
  const row = lines.filter((it) => mark(it) === mark(line) && /\([A-Z][^()]*\)$/.test(it));
  return row.length >= LEAST_ROW;
}

/** "4. 벨름해협사령부" and below it "… 지키는 사령부로, …": the sentence says what the heading names. */
const KOREAN_HEADING =
  /^(?:\d{1,2}[.)]|[#■▶◆●①-⑳]+) (?!(?:먼저|다음|끝으로|마지막) )(?<name>[가-힣\d·]+(?: [가-힣\d·]+){0,2})(?:\((?<form>[A-Z][A-Za-z\d-]{1,14})\))?$/u;
const SAYS_WHAT = new RegExp(
  `^[^.“”]{4,}?${KOREAN_CLASS}(?:(?:이다|입니다|다)?[.]|(?:으로|로)(?=[,\\s]))`,
);

function addKoreanHeading(
  { text }: Plain,
  heading: Passage,
  below: Passage,
  names: Names,
  keys: Set<string>,
): void {
  const line = text.slice(heading.start, heading.end);
  const { name, form } = KOREAN_HEADING.exec(line)?.groups ?? {};
  const least = form === undefined ? /[가-힣]{3}/ : /[가-힣]{2}/;
  if (name === undefined || !least.test(name) || isKnown(keyOfName(name), keys)) return;
  const words = text.slice(below.start, below.end);
  if (!SAYS_WHAT.test(words) && !endsInNoun(/^[^.]*\./.exec(words)?.[0] ?? '')) return;
  const from = heading.start + line.indexOf(name);
  const span = { start: from, end: from + name.length };
  const key = keyOfName(name);
  names.add(span, { key, role: 'long', sign: 'named', kind: guessKind(name) });
  keys.add(key);
  if (form === undefined) return;
  const at = { start: span.end + 1, end: span.end + 1 + form.length };
  names.add(at, { key, role: 'short', sign: 'defined', kind: guessKind(name) });
}
