/** Whose body a name means where it stands: "China's Ministry of …", "the JCS of South Korea". */
import type { Span } from './mention.ts';

/** So far before and behind a name its owner may stand, in UTF-16 code units. */
const REACH = 40;
/** What may stand between the owner and the name: a footnote is none, an adjective is. */
const BEFORE =
  /(?<!\p{L})((?:\p{Lu}[\p{L}.’'-]*|of|the|The)(?: (?:\p{Lu}[\p{L}.’'-]*|of))*?)\s+(?:own |defen[cs]e |military )?$/u;
const BEHIND =
  /^\s*(?:\([^()]{1,12}\)\s*)?(?:of|in) (?:the )?(\p{Lu}[\p{L}.’-]*(?: (?:of )?\p{Lu}[\p{L}.’-]*){0,3})/u;
const POSSESSIVE = /[’']s?$/;
/** What is of a country ends so, in English. */
const OF_A_COUNTRY = /(?:ese|[ie]?an|ish|[^aeiou]i|ench|utch|reek|hai)$/;
const HANGUL_BEFORE = /(?<![\p{L}])([\p{Script=Hangul}\p{Script=Han}]{1,6}?)(?:의)?\s?$/u;
/** Those that Korean papers name as owners of such bodies; any other word before one is none. */
const HANGUL_OTHERS =
  /^(?:미|미국|중|중국|일|일본|북|북한|러|러시아|영국|프랑스|독일|대만|우크라이나|이스라엘|이란|인도|필리핀|호주|베트남|튀르키예|터키|폴란드|캐나다|이탈리아|스페인|스위스|네덜란드|벨기에|스웨덴|노르웨이|핀란드|덴마크|그리스|체코|헝가리|루마니아|케냐|이집트|사우디|시리아|이라크|인도네시아|태국|말레이시아|싱가포르|캄보디아|미얀마|몽골|브라질|멕시코|칠레|뉴질랜드|각국|美|中|日|北|英|佛|獨)$/;

/** The owner that is named at a name. */
export interface Owner extends Span {
  /** Whether it is among those that were asked for. */
  readonly isOurs: boolean;
}

/**
 * Find the owner of a name where it stands.
 *
 * @param owners - Words for the countries that it is asked for.
 * @returns Null where none is named.
 */
export function findOwner(
  text: string,
  { start, end }: Span,
  owners: readonly string[],
): Owner | null {
  return before(text, start, end, owners) ?? behind(text, end, owners);
}

function before(text: string, start: number, end: number, owners: readonly string[]): Owner | null {
  const piece = text.slice(Math.max(0, start - REACH), start);
  if (/\p{Script=Hangul}/u.test(text.slice(start, end))) return hangulOwner(piece, start, owners);
  const phrase = BEFORE.exec(piece)?.[1];
  if (phrase === undefined) return null;
  const words = phrase.split(' ');
  // "Friday South Korea’s": the owner is the last words, as many as name one.
  for (let from = Math.max(0, words.length - 4); from < words.length; from++) {
    const name = words
      .slice(from)
      .join(' ')
      .replace(POSSESSIVE, '')
      .replace(/^[Tt]he /, '');
    if (owners.some((owner) => isSame(owner, name))) return ownerAt(start, name, true);
  }
  const last = words.at(-1) ?? '';
  const isOwner = /^\p{Lu}/u.test(last) && (POSSESSIVE.test(last) || OF_A_COUNTRY.test(last));
  return isOwner ? ownerAt(start, last, false) : null;
}

function hangulOwner(piece: string, start: number, owners: readonly string[]): Owner | null {
  const word = HANGUL_BEFORE.exec(piece)?.[1] ?? '';
  if (owners.includes(word)) return ownerAt(start, word, true);
  if (HANGUL_OTHERS.test(word)) return ownerAt(start, word, false);
  return null;
}

function behind(text: string, end: number, owners: readonly string[]): Owner | null {
  const found = BEHIND.exec(text.slice(end, end + REACH));
  if (!found) return null;
  const words = (found[1] as string).replace(POSSESSIVE, '').split(' ');
  const at = end + found[0].length;
  for (let count = words.length; count > 0; count--) {
    const name = words.slice(0, count).join(' ');
    if (owners.some((owner) => isSame(owner, name))) return { start: end, end: at, isOurs: true };
  }
  return / of (?:the )?$/.test(
    ` ${found[0].slice(0, found[0].lastIndexOf(words[0] as string)).trimStart()}`,
  )
    ? { start: end, end: at, isOurs: false }
    : null;
}

const ownerAt = (start: number, name: string, isOurs: boolean): Owner => ({
  start: Math.max(0, start - name.length - 1),
  end: start,
  isOurs,
});

const isSame = (one: string, other: string) =>
  one.replaceAll('.', '').toLowerCase() === other.replaceAll('.', '').toLowerCase();
