import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/core/draft/dates/dates.ts';
import { eventsOf } from './draft-of.ts';

const CLC = 'The Coastal Lookout Council (CLC) is a body of keepers.';

describe('an English event', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a calendar in the present',
      'The CLC, the oldest of them, resumes tomorrow.',
      ['planned 2024-02-15'],
    ],
    ['the same verb in the past', 'The CLC resumed on Monday.', []],
    ['a plural noun that looks like it', 'The CLC counted two visits in March.', []],
    [
      'each other, which is no recurrence',
      'Its members met on Jan. 31 and will see each other again.',
      ['met 2024-01-31'],
    ],
    ['each year, which is one', 'Its members met each year in January 2023.', []],
    [
      'what somebody convened',
      'The harbour master convened the CLC in March 2021.',
      ['met 2021-03'],
    ],
    [
      'a drill that somebody held',
      'The CLC held in March 2021 what nobody wanted.',
      ['met 2021-03'],
    ],
    ['a member that it suspended', 'The CLC suspended Velm in July 2023.', []],
    ['its own suspension', 'The CLC was suspended in July 2023.', ['lapsed 2023-07']],
    ['its work, which stopped', 'Its work stopped in March 2022.', ['lapsed 2022-03']],
    ['a meeting, which ended', 'Its meeting ended on 3 March 2022.', ['met 2022-03-03']],
    ['the doors that it opened', 'The CLC opened its doors in October 2016.', ['founded 2016-10']],
    ['the tower that it opened', 'The CLC opened its tower in October 2016.', []],
    [
      'the next one',
      'The CLC met in Velm in May 2022. The next meeting is in 2027.',
      ['met 2022-05', 'planned 2027'],
    ],
    [
      'a plan that is told as said',
      'The CLC said that it would send boats next year.',
      ['planned 2025'],
    ],
    ['a wish', 'The CLC would send boats next year.', []],
    [
      'two things on one day',
      'The CLC met in May 2022, when it set up the Tide Watch Panel.',
      ['met 2022-05'],
    ],
    ['what began a year', 'The CLC dates from 1951.', ['founded 1951']],
    [
      'the last of many meetings',
      'The CLC was created in 1992 and its members still gather twice a year, most recently in Velm in December.',
      ['founded 1992', 'met 2023-12'],
    ],
    ['a question', 'Did the CLC meet in May 2022?', []],
    ['a plan that was dropped', 'The harbour dropped a plan to convene the CLC in May.', []],
    [
      'a year that holds on',
      'The CLC was created on 21 November 1995 and abolished on 14 December.',
      ['founded 1995-11-21', 'lapsed 1995-12-14'],
    ],
    [
      'a year that does not',
      'The CLC met in January and was suspended on 1 February.',
      ['met 2024-01', 'lapsed 2024-02-01'],
    ],
    ['the day of another thing', 'The CLC met ahead of the fair of Velm in March 2022.', []],
    ['days that begin', 'The CLC meets in Velm from May 8.', ['planned 2024-05-08']],
    ['years that begin', 'The CLC meets in Velm from 2025.', []],
    [
      'an annual meeting on a day',
      'The annual meeting of the CLC was held on Monday.',
      ['met 2024-02-12'],
    ],
    ['an annual meeting of every year', 'The CLC holds an annual meeting in June.', []],
    ['where one comes from', 'The CLC has letters from 1951.', []],
    [
      'a span of days, which begins',
      'The CLC meets in Velm from 8 to 12 May.',
      ['planned 2024-05-08'],
    ],
    ['two days of one event', 'The CLC met on 19 and 20 January.', ['met 2024-01-19']],
    ['days with a dash', 'The CLC met on Jan. 19-20.', ['met 2024-01-19']],
    [
      'a paper that made it',
      'The CLC was set up by a protocol signed on 3 August 1981.',
      ['founded 1981-08-03'],
    ],
    [
      'what the paper itself had wrong',
      'Until January this page said that the CLC was founded in 1993.',
      [],
    ],
    [
      'what it takes back',
      'Earlier we said that the CLC had been dissolved in 2021. It was not.',
      [],
    ],
    [
      'what it is as old as',
      'The CLC, an old circle that goes back to 1946, is small.',
      ['founded 1946'],
    ],
    ['a month in which it closed', 'The CLC closed in March 2022.', ['lapsed 2022-03']],
    ['a day on which it closed', 'The CLC closed on 3 March 2022.', []],
    [
      'what it set up itself',
      'They took the Tide Watch Panel, a small panel that the CLC set up in May 2010, with them.',
      [],
    ],
  ])('%s: %s', (_, words, expected) => {
    expect(eventsOf(`${CLC} ${words}`, 'CLC')).toEqual(expected);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      'of a paper by its noun',
      'Under the Velm Tide Treaty (VTT) of 1951 the towers are lit.',
      'VTT',
      ['signed 1951'],
    ],
    ['of no body by “of”', 'The Coastal Lookout Council (CLC) of 1951 was smaller.', 'CLC', []],
    [
      'for signature',
      'The Velm Tide Treaty (VTT) was opened for signature on 3 May 1996.',
      'VTT',
      ['signed 1996-05-03'],
    ],
    [
      'into force, which is another',
      'The Velm Tide Treaty (VTT) entered into force in May 1999.',
      'VTT',
      [],
    ],
    [
      'behind a list in an apposition',
      'There is the Tide Watch Panel, a forum of eight ports and six islands, founded in Velm in 1996.',
      'Tide Watch Panel',
      ['founded 1996'],
    ],
    [
      'of the one whose arm another is',
      'The Tide Watch Panel, an arm of the Coastal Lookout Council, founded in 1996, is small.',
      'Coastal Lookout Council',
      [],
    ],
  ])('%s: %s', (_, words, name, expected) => expect(eventsOf(words, name)).toEqual(expected));
});

describe('a Korean event', () => {
  const HEAD = '등대협의그룹(LCG)은 두 섬의 협의체다.';
  it.each<[string, string, readonly string[]]>([
    [
      'a meeting in the present',
      '등대협의그룹은 오는 20일 벨름에서 회의를 연다.',
      ['planned 2024-02-20'],
    ],
    [
      'days from … to',
      '등대협의그룹은 다음 달 8일부터 12일까지 훈련을 실시할 예정이다.',
      ['planned 2024-03-08'],
    ],
    ['a drill that is over', '등대협의그룹은 1월 훈련을 실시했다.', []],
    ['years from … to', '등대협의그룹은 2021년부터 2025년까지 회의를 연다.', []],
    ['what it ended', '등대협의그룹은 2018년 8월 훈련을 중단했다.', []],
    ['its own end', '등대협의그룹은 2018년 8월 해체됐다.', ['lapsed 2018-08']],
    ['the age of another thing', '등대협의그룹은 1974년 체결된 옛 약속을 대체했다.', []],
    [
      'a year that holds on',
      '등대협의그룹은 2018년 9월 창설돼 11월 해체됐다.',
      ['founded 2018-09', 'lapsed 2018-11'],
    ],
    [
      'the same month',
      '등대협의그룹은 2018년 9월 창설됐다. 같은 달 20일 첫 회의를 열었다.',
      ['founded 2018-09', 'met 2018-09-20'],
    ],
    [
      'what is to be',
      '등대협의그룹 회의는 오는 20일 개최되며 벨름은 빠진다.',
      ['planned 2024-02-20'],
    ],
    ['its ministers', '등대협의그룹 외교장관은 이달 1일 벨름에서 만났다.', ['met 2024-02-01']],
    ['a plan of any verb', '등대협의그룹은 내년 기구로 확대될 예정입니다.', ['planned 2025']],
    ['a plan that was', '등대협의그룹은 11월 기구로 확대될 예정이었으나 미뤄졌습니다.', []],
    ['what somebody else signed', '벨름은 2021년 5월 다른 약속에 서명했습니다.', []],
    ['a question', '등대협의그룹은 2018년 9월 창설됐나?', []],
    ['its own age', '등대협의그룹은 1974년 결성된 모임이다.', ['founded 1974']],
    [
      'somebody did it to what was spoken of',
      '벨름이 2003년 5월 제안했으며 모두 따랐다.',
      ['announced 2003-05'],
    ],
    ['somebody did another thing', '벨름이 2003년 5월 새 부두를 제안했다.', []],
    [
      'days that have begun and are not over',
      '벨름에서 12일부터 16일까지 등대협의그룹 회의가 열린다.',
      [],
    ],
    [
      'two days of one event',
      '등대협의그룹 회의는 오는 19일과 20일 열린다.',
      ['planned 2024-02-19'],
    ],
    [
      'a meeting that it held and then did',
      '등대협의그룹은 지난 6일 회의를 열어 뜻을 모았다.',
      ['met 2024-02-06'],
    ],
    [
      'a meeting that it will hold',
      '등대협의그룹은 20일 회의를 열어 등대를 논의한다.',
      ['planned 2024-02-20'],
    ],
    [
      'who says so and who meets',
      '등대청은 등대협의그룹의 첫 회의가 다음 달 5일 열린다고 11일 밝혔다.',
      ['planned 2024-03-05'],
    ],
    ['a meeting that is told beside', '올해 1월 네 번째 회의 뒤로는 소식이 없다.', ['met 2024-01']],
    ['what somebody made', '벨름은 지난달 등대협의그룹을 만들었다.', ['founded 2024-01']],
  ])('%s: %s', (_, words, expected) => {
    expect(eventsOf(`${HEAD} ${words}`, 'LCG')).toEqual(expected);
  });
});

describe('findDates', () => {
  it.each([
    ['two months ago', ['2023-12']],
    ['ten years ago', ['2014']],
    ['three days ago', ['2024-02-11']],
    ['long ago, 300 years ago', []],
    ['it dates from 2014', ['2014']],
  ])('%s', (words, expected) => {
    const dates = findDates(words, { published: '2024-02-14', last: null });
    expect(dates.filter(({ reach }) => reach === 'at').map(({ past }) => past)).toEqual(expected);
  });
});
