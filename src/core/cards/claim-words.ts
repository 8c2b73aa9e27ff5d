/** Words a claim for its card: in the reader's language, with whose view it is and its event. */
import type { Claim, Entry } from '../glossary/glossary.ts';
import { formatDate } from '../glossary/partial-date.ts';
import type { Wording } from './card-content.ts';
import type { CardStrings } from './card-strings.ts';

/** What a statement says in another language. */
interface Translation {
  readonly lang: string;
  readonly text: string;
  readonly said_by?: string | undefined;
  readonly label?: string | undefined;
}

/** A statement: a claim or a level. */
interface Statement {
  readonly text: string;
  readonly said_by?: string | undefined;
  readonly translations?: readonly Translation[] | undefined;
}

/** Events that happen to the entry itself: their names alone say what happened. */
const PLAIN_EVENTS: ReadonlySet<string> = new Set(['founded', 'met', 'lapsed']);

/** Longest event without its date on the timeline, in UTF-16 code units. */
const LONGEST_EVENT = 36;

/** Words by which a text says itself that somebody holds what it tells. */
const SAYING =
  /\b(?:sa(?:id|ys)|t(?:old|ells)|according to|argue[ds]|asked|call(?:s|ed)|condemned|counted|declared|describe[ds]|expect(?:s|ed)|explained|found|held|judged|named|noted|objected|recalled|reckoned|reported|stated|thought|wanted|warned|wrote|in the view of)\b|말했|밝혔|전했|주장|평가|비난|지적했|요구했|원했|설명했|보도했|반발|따르면/i;

/** The text of a statement and whose view it is, in the reader's language if it has both. */
export function wordStatement(
  statement: Statement,
  home: string,
  strings: CardStrings,
): { readonly text: Wording; readonly saidBy: string | null } {
  const translation = findTranslation(statement, strings);
  const text = translation?.text ?? statement.text;
  const who = translation?.said_by ?? statement.said_by;
  return {
    text: { text, lang: translation?.lang ?? home },
    saidBy: who === undefined ? null : wordSayer(who, text, strings),
  };
}

/**
 * Word whose view a text is: "According to …". Where the text tells it, as in "Kim said that …", it
 * is not told again; where the text tells it without a name ("auditors found"), the name is enough.
 */
function wordSayer(who: string, text: string, strings: CardStrings): string | null {
  if (!SAYING.test(text)) return strings.say('saidBy', who);
  const [first = who, ...others] = who.split(/,\s+/);
  const isPerson = /^\p{Lu}[^\s]*(?: \p{Lu}[^\s]*){1,2}$/u.test(first);
  const names = [first, ...others, ...(isPerson ? [first.slice(first.lastIndexOf(' ') + 1)] : [])];
  const words = text.toLowerCase();
  const isNamed = names.some((name) => words.includes(name.replace(/^the /, '').toLowerCase()));
  return isNamed ? null : who;
}

/**
 * Word what happened at the date of a claim, with the date: "framework document signed · 12
 * February 2024". Without a label, an event that can be of anything gets the beginning of its claim.
 */
export function wordEvent(claim: Claim, kind: Entry['kind'], strings: CardStrings): string | null {
  const { when } = claim;
  if (!when || when.what === 'said') return null;
  const translation = findTranslation(claim, strings);
  const isPlain = PLAIN_EVENTS.has(when.what) || (when.what === 'signed' && kind === 'agreement');
  const words =
    translation?.label ??
    (translation ? undefined : when.label) ??
    (isPlain ? strings.say(`events.${when.what}`) : clipWords(translation?.text ?? claim.text));
  return `${words} · ${formatDate(when.date, strings.language)}`;
}

/** The beginning of a text, whole words, without the marks at its end. */
function clipWords(text: string): string {
  if (text.length <= LONGEST_EVENT) return text.replace(/[.。]$/, '');
  const whole = text.slice(0, LONGEST_EVENT + 1).replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s.,;:]+$/, '')}…`;
}

function findTranslation(
  { translations = [] }: Pick<Statement, 'translations'>,
  { language }: CardStrings,
): Translation | undefined {
  return translations.find(({ lang }) => baseOf(lang) === baseOf(language));
}

const baseOf = (language: string) => language.split('-')[0];
