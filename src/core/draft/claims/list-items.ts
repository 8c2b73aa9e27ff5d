/** Lines of a list below a heading: "Founded: 1994", "Last met: 27 July 2024". */
import { findDates } from '../dates/dates.ts';
import type { DraftEvent } from '../format/draft-types.ts';
import { ITEM } from '../prose/list-lines.ts';
import { createWhen } from './events.ts';
import type { Statement } from './statements.ts';

/** What a label says of the date behind it. */
const EVENTS: readonly (readonly [what: DraftEvent, label: RegExp])[] = [
  ['planned', /^(?:next|upcoming|coming|다음|차기)/i],
  [
    'founded',
    /^(?:founded|foundation|established|created|set up|launched|formed|opened|began|born|창설|설립|설치|출범|창립|발족)/i,
  ],
  ['signed', /^(?:signed|concluded|adopted|agreed|체결|서명|채택)/i],
  [
    'met',
    /^(?:(?:last|latest|first|most recent|previous) (?:met|meeting|summit|session|held|round)|met|최근|마지막|지난|첫)/i,
  ],
  ['lapsed', /^(?:ended|dissolved|expired|suspended|lapsed|last active|해체|종료|중단|만료)/i],
  ['announced', /^(?:announced|발표)/i],
];
const EXPLAINS =
  /^(?:what(?: it is| it does)?|purpose|task|role|aim|mission|function|성격|역할|목적|임무|기능)$/i;
const TRUST = { dated: 0.85, explains: 0.8 };

/**
 * Read a line of a list.
 *
 * @param name - What the heading above names.
 * @returns null for a line that tells nothing that can be kept.
 */
export function readItem(line: string, name: string, published: string | null): Statement | null {
  const [, label = '', value = ''] = ITEM.exec(line.trim()) ?? [];
  const whole = { start: 0, end: line.length, says: `${name}: ${label.toLowerCase()} ${value}` };
  if (EXPLAINS.test(label.trim())) {
    return { ...whole, says: null, form: 'defines', when: [], confidence: TRUST.explains };
  }
  const what = EVENTS.find(([, pattern]) => pattern.test(label.trim()))?.[0];
  const date = findDates(value, { published, last: null }).find(({ reach }) => reach === 'at');
  if (what === undefined || date === undefined) return null;
  const when = createWhen(value, date, what, published);
  return when === null
    ? null
    : { ...whole, form: 'happened', when: [when], confidence: TRUST.dated };
}
