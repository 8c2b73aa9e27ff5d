/** What a page defines by its markup, each beside what looks like it and is no definition. */
import { describe, expect, it } from 'vitest';
import { readBlockDefinitions } from '../../../src/core/definitions/block-definitions.ts';
import type { Definition } from '../../../src/core/definitions/definition.ts';
import { finish } from '../../../src/core/text/slices.ts';
import type { Markup } from '../../../src/core/text/text-block.ts';

/** The definitions of a text in which `term` stands in an element. */
function define(kind: Markup['kind'], term: string, says: string, text = term): Definition[] {
  const start = text.indexOf(term);
  const markup = { kind, says, start, end: start + term.length };
  return finish(readBlockDefinitions(text, [markup]));
}

const said = (definitions: readonly Definition[]) =>
  definitions.map(
    ({ short, long, form }) => `${short}=${long}${form === 'explanation' ? '?' : ''}`,
  );

describe('an abbr', () => {
  it.each([
    ['NCG', 'Nuclear Consultative Group'],
    ['SCM', 'Supply Chain Management'],
    ['NCGs', 'Nuclear Consultative Groups'],
    ['mRNA', 'messenger ribonucleic acid'],
    ['Nato', 'North Atlantic Treaty Organization'],
    ['U.S.A.', 'United States of America'],
    ['NATO', '북대서양조약기구'],
    ['GB', 'Great Britain'],
    ['HTML5X', 'HyperText Markup Language 5 Extended'],
  ])('defines %s by a title whose letters agree: %s', (short, title) => {
    expect(said(define('abbr', short, title))).toEqual([`${short}=${title}`]);
  });

  it.each([
    ['an article before it', 'The Nuclear Consultative Group'],
    ['more behind it', 'Nuclear Consultative Group, set up in 2023'],
    [
      'blanks, and characters that turn its direction',
      ' \u202eNuclear\n  Consultative\u2069 Group ',
    ],
    ['letters in another form', 'Ｎｕｃｌｅａｒ Consultative Group'],
  ])('is defined by a title with %s', (_, title) => {
    expect(said(define('abbr', 'NCG', title))).toEqual(['NCG=Nuclear Consultative Group']);
  });

  it.each([
    ['is empty', 'NCG', ''],
    ['repeats the text', 'NCG', 'NCG'],
    ['has other letters', 'NCG', 'Supply Chain Management'],
    ['explains, but is no long form', 'NCG', 'A body in which allies plan together'],
    ['advertises', 'NCG', 'Nuclear Consultative Group: subscribe to our newsletter'],
    ['calls out', 'SCM', 'Save Cash Monthly!'],
    ['begins with something else', 'NCG', 'Find out all about the Nuclear Consultative Group'],
    ['holds markup', 'NCG', '<b>Nuclear</b> Consultative Group'],
    ['is an address', 'NCG', 'https://nuclear.consultative.group'],
  ])('is not defined by a title that %s', (_, short, title) => {
    expect(define('abbr', short, title)).toEqual([]);
  });

  it.each([
    ['2nd', 'second'],
    ['km', 'kilometres'],
    ['MHz', 'megahertz'],
    ['GB', 'gigabyte'],
    ['kWh', 'kilowatt hours'],
    ['Jan', 'January'],
    ['Dr', 'Doctor'],
    ['e.g.', 'exempli gratia'],
    ['PM', 'post meridiem'],
    ['3 May', '2026-05-03T10:00:00Z'],
    ['*', 'required'],
  ])('does not define %s, which needs none (%s)', (short, title) => {
    expect(define('abbr', short, title)).toEqual([]);
  });

  it('is placed where it stands, and its long form is not in the text', () => {
    const [found] = define('abbr', 'NCG', 'Nuclear Consultative Group', 'Then the NCG met.');
    expect(found).toMatchObject({ shortSpan: { start: 9, end: 12 }, isUnseen: true });
  });

  it('does not cost more the longer its title is', () => {
    expect(define('abbr', 'NCG', 'Nuclear Consultative Group '.repeat(40_000))).toEqual([]);
  });
});

describe('a dfn', () => {
  it('is defined by a title', () => {
    expect(said(define('dfn', 'NCG', 'Nuclear Consultative Group'))).toEqual([
      'NCG=Nuclear Consultative Group',
    ]);
    expect(said(define('dfn', 'polynya', 'open water in the midst of sea ice'))).toEqual([
      'polynya=open water in the midst of sea ice?',
      'Polynya=open water in the midst of sea ice?',
    ]);
  });

  it.each([
    ['polynya', 'Winter came. A polynya is open water in the midst of sea ice. Ships sail in it.'],
    ['polynyas', 'So polynyas (from Russian) are stretches of open water in sea ice.'],
    ['polynya', 'Open water in the midst of sea ice is called a polynya.'],
    ['확장억제', '확장억제란 동맹국에 대한 핵공격을 막겠다는 약속을 말한다. 회의가 열렸다.'],
  ])('is explained by the sentence around it: %s', (term, text) => {
    const [found] = define('dfn', term, '', text);
    const sentence = text.split(/(?<=\.) /).find((each) => each.includes(term));
    expect(found).toMatchObject({ short: term, long: sentence, form: 'explanation' });
    expect(text.slice(found?.longSpan.start, found?.longSpan.end)).toBe(sentence);
  });

  it.each([
    ['says nothing of it', 'polynya', 'The ship reached the polynya at noon.'],
    ['asks for it', 'polynya', 'A polynya is what, exactly?'],
    ['names a word of every text', 'week', 'A week is a period of seven days in a row.'],
  ])('is not explained where the sentence %s', (_, term, text) => {
    expect(define('dfn', term, '', text)).toEqual([]);
  });

  it.each([
    ['repeats it', 'Polynya'],
    ['calls to something', 'See all of our entries on ice'],
    ['is one word', 'ice'],
  ])('is not explained by a title that %s', (_, title) => {
    expect(define('dfn', 'polynya', title)).toEqual([]);
  });
});

describe('a term of a list', () => {
  it.each([
    ['NCG', 'Nuclear Consultative Group', ['NCG=Nuclear Consultative Group']],
    [
      'NCG',
      'Nuclear Consultative Group. A body of two allies.',
      ['NCG=Nuclear Consultative Group'],
    ],
    ['NCG', 'A body in which two allies plan.', ['NCG=A body in which two allies plan.?']],
    [
      'Extended deterrence',
      'The threat to strike back for an ally.',
      [
        'extended deterrence=The threat to strike back for an ally.?',
        'Extended deterrence=The threat to strike back for an ally.?',
      ],
    ],
    [
      'Polynyas',
      'A kind of open water in the ice of the Arctic.',
      [
        'polynyas=A kind of open water in the ice of the Arctic.?',
        'Polynyas=A kind of open water in the ice of the Arctic.?',
      ],
    ],
    [
      'polynya',
      'Open water in the midst of sea ice. Known from the Arctic.',
      [
        'polynya=Open water in the midst of sea ice. Known from the Arctic.?',
        'Polynya=Open water in the midst of sea ice. Known from the Arctic.?',
      ],
    ],
    [
      'NCG',
      'A body that both allies set up on 26 April 2023.',
      ['NCG=A body that both allies set up on 26 April 2023.?'],
    ],
    [
      'Harbour Talks Group (HTG)',
      'The body that runs the port.',
      ['HTG=Harbour Talks Group', 'Harbour Talks Group=The body that runs the port.?'],
    ],
    [
      '워싱턴 선언',
      '한미 정상이 2023년에 채택한 선언이다.',
      ['워싱턴 선언=한미 정상이 2023년에 채택한 선언이다.?'],
    ],
  ])('is defined: %s, %s', (term, says, expected) => {
    const definitions = define('dt', term, says);
    expect(said(definitions)).toEqual(expected);
    expect(definitions.every(({ isUnseen }) => !isUnseen)).toBe(true);
  });

  it.each([
    ['Published', '3 May 2026 by the office of the mayor'],
    ['Published:', 'The third of May by the clock'],
    ['Author', 'Jane Doe of the Daily Harbour'],
    ['Opening', 'from 9:00 to 17:00 in the old port'],
    ['Fare', 'for one and all $ 5 a day'],
    ['Members', 'the Netherlands, Belgium, France'],
    ['Result', 'Victory of Labour'],
    ['작성자', '한겨레신문 정치부의 김 아무개 기자'],
    ['Signed', 'The treaty was signed in Moscow on 1 July 1968'],
    ['Signed by', 'all of the ministers that were in the old port'],
    ['Signature', 'The treaty was signed by three on July 1, 1968'],
    ['Chair', 'The deputy minister for policy of the Republic of Korea'],
    ['Members', 'The United States and the Republic of Korea are the members'],
    ['Berths', 'room for ten ships along the old quay'],
    ['Supper', 'served from noon on in the small hall'],
    ['Arrival', 'by ferry from the old port or on foot'],
    ['Meeting', 'a gathering of people in a room'],
    ['What is it?', 'A body in which two allies plan.'],
    ['NCG', 'NCG'],
    ['NCG', ''],
  ])('is a fact, or none that is explained: %s, %s', (term, says) => {
    expect(define('dt', term, says)).toEqual([]);
  });
});

describe('a DefinedTerm', () => {
  it.each([
    ['NCG\0Nuclear Consultative Group\0', ['NCG=Nuclear Consultative Group']],
    ['\0NCG\0Nuclear Consultative Group', ['NCG=Nuclear Consultative Group']],
    [
      'PN-7\0Polynya\0Open water in the midst of sea ice.',
      [
        'PN-7=Open water in the midst of sea ice.?',
        'polynya=Open water in the midst of sea ice.?',
        'Polynya=Open water in the midst of sea ice.?',
      ],
    ],
  ])('is defined: %j', (says, expected) => {
    expect(said(define('term', '', says))).toEqual(expected);
  });

  it.each([
    ['\0NCG\0'],
    ['\0NCG\0NCG'],
    ['\0\0A body of two allies.'],
    [''],
    ['A1\0Tides\0Buy now!'],
  ])('is not defined: %j', (says) => expect(define('term', '', says)).toEqual([]));
});

it('shortens a long explanation behind a sentence', () => {
  const long = `${'Open water in the midst of sea ice. '.repeat(20)}`;
  const [found] = define('dfn', 'polynya', long);
  expect(found?.long.length).toBeLessThanOrEqual(300);
  expect(found?.long).toMatch(/ice\.$/);
});

it('has what a row defines but once, also where a list says it', () => {
  const row: Markup = { kind: 'row', says: 'HTG\tHarbour Talks Group', start: 0, end: 3 };
  const dt: Markup = { kind: 'dt', says: 'Harbour Talks Group', start: 0, end: 3 };
  expect(said(finish(readBlockDefinitions('HTG', [row, dt])))).toEqual(['HTG=Harbour Talks Group']);
});
