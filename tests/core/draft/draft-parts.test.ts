import { describe, expect, it } from 'vitest';
import { findSpeaker } from '../../../src/core/draft/claims/attribution.ts';
import { findDates } from '../../../src/core/draft/dates/dates.ts';
import { findActors } from '../../../src/core/draft/names/actors.ts';
import { keyOfName } from '../../../src/core/draft/names/name-keys.ts';
import { findNamedBodies } from '../../../src/core/draft/names/named-bodies.ts';
import { findAcronyms } from '../../../src/core/draft/names/terms.ts';
import { findTransliterations } from '../../../src/core/draft/names/transliterations.ts';
import { findPassages } from '../../../src/core/draft/prose/boilerplate.ts';
import { cutSentences } from '../../../src/core/draft/prose/sentences.ts';

describe('findDates', () => {
  // A Wednesday.
  const context = { published: '2024-02-14', last: '2023-07' };
  it.each([
    ['a weekday, up to the day of the text', 'They signed it on Monday.', ['2024-02-12']],
    ['the day itself', 'She spoke on Wednesday.', ['2024-02-14']],
    ['next and last', 'Last Wednesday and next Friday.', ['2024-02-07', '2024-02-16']],
    ['no newspaper', 'The Sunday Times has it.', []],
    ['a whole day', 'on Oct. 19, 2016', ['2016-10-19']],
    ['a whole day, European', 'on 19 October 2016', ['2016-10-19']],
    ['an ISO day', 'since 2016-10-19', ['2016-10-19']],
    ['a month and year', 'in July 2023', ['2023-07']],
    ['early in a month', 'since early January 2018', ['2018-01']],
    ['a month with "that year"', 'in December that year', ['2023-12']],
    ['a month alone, before', 'in December it was held', ['2023-12']],
    ['a day of a month without year', 'on Feb. 20 it was signed', ['2023-02-20']],
    ['a year alone', 'its second meeting in 2018', ['2018']],
    ['years and months that lean', 'last year, this month', ['2023', '2024-02']],
    ['near days', 'yesterday and tomorrow', ['2024-02-13', '2024-02-15']],
    ['no verbs', 'It may march on. Troops march in.', []],
    ['no numbers', 'about 2018 troops, 12,019 dollars, $1999, 2,016', []],
    ['no day outside the calendar', 'on Feb. 31, 2023', []],
    ['Korean: year and month', '2023년 7월 출범했다', ['2023-07']],
    ['Korean: a whole day', '2016년 10월 19일', ['2016-10-19']],
    ['Korean: last year', '지난해 12월', ['2023-12']],
    ['Korean: a day alone', '지난 12일 서명했다', ['2024-02-12']],
    ['Korean: a day that has not come', '20일 열렸다', ['2024-01-20']],
    ['Korean: to come', '오는 6월 열릴 예정이다', ['2024-06']],
    ['Korean: that year', '그해 12월', ['2023-12']],
    ['Korean: months that lean', '지난달 3일, 다음 달', ['2024-01-03', '2024-03']],
    ['Korean: weekdays', '지난 월요일과 오는 금요일', ['2024-02-12', '2024-02-16']],
    ['Korean: no stretch of days', '3일간 열렸다', []],
  ])('%s: %s', (_, words, expected) => {
    const dates = findDates(words, context).map(({ past, ahead }) => past ?? ahead);
    expect(dates).toEqual(expected);
  });

  it.each([
    ['a weekday to come', 'They will meet on Monday.', '2024-02-19'],
    ['the weekday of the text, a week on', 'They meet on Wednesday.', '2024-02-21'],
    ['a month to come', 'the third meeting is scheduled for June', '2024-06'],
    ['a month of the next year', 'due in January', '2025-01'],
    ['a day of a month to come', 'on 3 February', '2025-02-03'],
    ['a week', 'next week', '2024-02'],
    ['Korean: a month', '6월 열린다', '2024-06'],
  ])('%s: %s', (_, words, expected) => {
    expect(findDates(words, context).map(({ ahead }) => ahead)).toEqual([expected]);
  });

  it.each([
    ['it has met since 2016', ['since']],
    ['it has met every year since early 2016', ['since']],
    ['from 2020 to 2024', ['span', 'span']],
    ['between July 2020 and 2022', ['span', 'span']],
    ['the 2020–24 plan and 2025', ['span', 'at']],
    ['until May 2018, by the end of 2019', ['span', 'span']],
    ['except in 2020 and 2021', ['span', 'span']],
    ['scheduled for June 2020 in Velm', ['at']],
    ['for most of last year', ['span']],
    ['in the early 2030s', []],
    ['2016년부터 2020년까지', ['since', 'span']],
    ['2016년 이후, 2018년에', ['since', 'at']],
    ['2030년대', []],
  ])('tells a date from a stretch: %s', (words, expected) => {
    expect(findDates(words, context).map(({ reach }) => reach)).toEqual(expected);
  });

  it.each([
    ['of the year before, just after it', 'last October', '2025-11-04', ['2024-10']],
    ['of either year: none', 'last March', '2025-11-04', []],
    ['counted on', 'founded in 2007, and a year later', '2025-11-04', ['2007', '2008']],
    ['in two months: none', 'next week', '2025-09-24', []],
  ])('a month or year %s: %s', (_, words, published, expected) => {
    const dates = findDates(words, { published, last: null });
    expect(dates.map(({ past, ahead }) => past ?? ahead)).toEqual(expected);
  });

  it('resolves nothing that hangs on a day it does not know', () => {
    const open = { published: null, last: null };
    expect(findDates('on Monday, in June, last year, that year', open)).toEqual([]);
    expect(findDates('12일, 지난해, 그해 3월, 오늘', open)).toEqual([]);
  });
});

describe('cutSentences', () => {
  it.each([
    ['U.S. inside', 'The U.S. Forces left. They came back.', 2],
    ['U.S. at the end', 'They left the U.S. The others stayed.', 2],
    ['initials and titles', 'Mr. J. Brandt met Gen. Oru on Oct. 3 in D.C. today.', 1],
    ['a quotation', '“It ended.” She left.', 2],
    ['Korean', '회의를 열었다. 첫 회의였다.', 2],
    ['no end', 'No full stop', 1],
    ['numbers', 'It cost 3.5 millions. No more.', 2],
  ])('%s: %s', (_, words, expected) => {
    const spans = cutSentences(words, { start: 0, end: words.length });
    expect(spans).toHaveLength(expected);
    expect(spans[0]?.start).toBe(0);
    expect(spans.at(-1)?.end).toBe(words.length);
  });
});

describe('findPassages', () => {
  const long = 'The keepers met in the old tower and talked about the light until dawn.';
  it.each([
    ['prose', long, ['prose']],
    ['no title', 'Keepers meet in old tower and talk about the light', []],
    ['no menu', 'Home\nNews\nOpinion', []],
    ['no byline', 'By Odo Brandt', []],
    ['no plea', 'To leave a comment, please log in with your own account.', []],
    ['a caption', `${long} Courtesy of Ministry of Tides`, ['caption']],
    ['twice the same once', `${long}\n\n${long.replace(' old', '  old')}`, ['prose']],
    ['lines cut to fit', `${long.slice(0, -1)}\nand then they left.`, ['prose']],
    ['Korean', '두 섬이 등대협의그룹 회의를 열었다고 밝혔다.', ['prose']],
  ])('%s', (_, words, expected) => {
    const kinds = findPassages(words).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'break')).toEqual(expected);
  });
});

describe('findNamedBodies', () => {
  it.each([
    ['the Strand Institute for Island Studies said', ['Strand Institute for Island Studies']],
    ["ZTO's Harbour Planning Group met", ['Harbour Planning Group']],
    ['the U.S.-Korea Harbour Strategy Group', ['Harbour Strategy Group']],
    ['the Ministry of Tides, Wednesday', ['Ministry of Tides']],
    ['Through the Tidal Watch Council', ['Tidal Watch Council']],
    ['the Center for Lamps, Tides and Towers', ['Center for Lamps, Tides and Towers']],
    ['a group of councils', []],
    ['the Foreign Ministry and the Council', []],
    ['the Velm News Agency', []],
    ['등대협의그룹은 벨름선언에 따라', ['등대협의그룹', '벨름선언']],
    ['벨름 선언을 채택했다', ['벨름 선언']],
    ['새로운 협의체를 만들었다', []],
    ['met as the 2+2 working group in Velm', ['2+2 working group']],
    ['the two-plus-two security dialogue', ['two-plus-two security dialogue']],
    ['a 2+2 meeting of 12+2 groups', []],
    ['두 섬의 2+2 협의체가 열렸다', ['2+2 협의체']],
    ['국방부는 외교부와 병무청에 따르면', ['국방부', '외교부', '병무청']],
    ['미 국방부와 한국 국방부, 14일 국방부가', ['미 국방부', '국방부', '국방부']],
    ['제품의 안전성과 경제부 기자, 정부와 일부 간부, 국방부문', []],
  ])('%s', (words, expected) => {
    expect(findNamedBodies(words).map(({ start, end }) => words.slice(start, end))).toEqual(
      expected,
    );
  });
});

describe('findActors', () => {
  it.each([
    ['The Lanthorn said on Monday that it was late.', ['Lanthorn']],
    ['The ships will stay, the Lanthorn has since confirmed.', ['Lanthorn']],
    ['“Late,” said the Lanthorn.', ['Lanthorn']],
    ["The Lanthorn's press secretary declined to comment.", ['Lanthorn']],
    ['The Green House warned of it.', ['Green House']],
    ['Zetta secretary-general Odo Brandt came.', ['Zetta']],
    ['the North said, the Velmish said, the Republicans said, the Times said', []],
    ['The Minister said so, the Council announced it, the Army denied it.', []],
    ['the Ministry of Tides said, the High Court said', []],
    ['Former secretary general Odo Brandt; The secretary-general said', []],
    ['the Lanthorn is high, at the Lanthorn, Lanthorn said', []],
    ['제타 사무총장은 제타 회원국에 편지를 보냈다', ['제타', '제타']],
    ['신규 회원국과 푸른당 사무총장, 그의 사무국', []],
  ])('%s', (words, expected) => {
    expect(findActors(words).map(({ start, end }) => words.slice(start, end))).toEqual(expected);
  });
});

describe('findTransliterations', () => {
  it.each([
    ['제타(ZETA)는', ['ZETA 제타']],
    ['ZETA(제타)는', ['ZETA 제타']],
    ['등대도시연합기구(ZETA·제타)는', ['ZETA 제타']],
    ['등대도시연합기구(제타, ZETA)는', ['ZETA 제타']],
    [
      '유네스코(UNESCO), 유니세프(UNICEF), 사드(THAAD)',
      ['UNESCO 유네스코', 'UNICEF 유니세프', 'THAAD 사드'],
    ],
    ['별빛항(ZETA)과 항만부(ZETA), 기자(AFP)', []],
  ])('%s', (words, expected) => {
    const found = findTransliterations(words).map(({ form, spoken }) =>
      [form, spoken].map(({ start, end }) => words.slice(start, end)).join(' '),
    );
    expect(found).toEqual(expected);
  });
});

describe('findAcronyms', () => {
  it.each([
    ['the ZTO and ZTO countries, the NPGs', ['ZTO', 'ZTO', 'NPG']],
    ['AFP-Yonhap, KLM-Velm, U.S., odo@ZTO.example, US', []],
    ['BUY NOW AND SAVE TODAY', []],
  ])('%s', (words, expected) => {
    expect(findAcronyms(words).map(({ start, end }) => words.slice(start, end))).toEqual(expected);
  });
});

describe('findSpeaker', () => {
  const speakers = { last: 'Odo Brandt', fullNames: new Map([['Oru', 'Tessa Oru']]) };
  it.each([
    ['Tessa Oru said it was late.', 'Tessa Oru'],
    ['Mara Vellin, a former adviser, said during a forum that it was late.', 'Mara Vellin'],
    ['"It was late," said Mara Vellin, a keeper.', 'Mara Vellin'],
    ['Oru added that it was late.', 'Tessa Oru'],
    ['He added that it was late.', 'Odo Brandt'],
    ['However, political analysts have attributed it to the weather.', 'political analysts'],
    ["It was late, according to Velm's tide ministry, Wednesday.", "Velm's tide ministry"],
    ['Velm’s state radio said the board was late.', 'Velm’s state radio'],
    ['People close to the talks said that it was late.', 'People close to the talks'],
    ['It was late, the embassy said.', 'the embassy'],
    [
      'According to people familiar with the matter, it was late.',
      'people familiar with the matter',
    ],
    [
      'According to former Tide Secretary Mara Vellin, it was late.',
      'former Tide Secretary Mara Vellin',
    ],
    ['According to a report by the Lamp Institute, it was late.', 'report by the Lamp Institute'],
    ['The board is said to be late.', null],
    ['It met in what the embassy said was a first.', null],
    ['오도윤 전 항만부 장관은 늦었다고 말했다.', '오도윤 전 항만부 장관'],
    ['항구통신은 배가 늦었다고 보도했다.', '항구통신'],
    ['It was interpreted by Velmish observers as late.', 'Velmish observers'],
    ['항만부에 따르면 회의가 늦었다.', '항만부'],
    ['오루 등대장은 회의가 늦었다고 말했다.', '오루 등대장'],
    ['It was late.', null],
  ])('%s', (words, expected) => expect(findSpeaker(words, speakers)).toBe(expected));
});

describe('keyOfName', () => {
  it.each([
    ['small words', 'Strand Institute for Island Studies', 'Strand Institute of Island Studies'],
    ['spelling', 'Ministry of Defence', 'Ministry of Defense'],
    ['hyphens and case', 'Conventional-Nuclear Integration', 'conventional nuclear integration'],
    ['Korean blanks', '벨름 선언', '벨름선언'],
  ])('takes %s for nothing', (_, one, other) => expect(keyOfName(one)).toBe(keyOfName(other)));

  it('keeps names apart', () => {
    expect(keyOfName('Harbour Planning Group')).not.toBe(keyOfName('Harbour Consultative Group'));
  });
});
