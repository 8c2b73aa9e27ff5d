import { describe, expect, it } from 'vitest';
import { eventsOf, glossOf, namesOf } from './draft-of.ts';

const VLG = `• Velm Lamp Group (VLG): nine states that agree on what may be lit, and when. Founded in 1974 after the storm. First met in Velm in June 1985; has met there every year since. Its plenary was held in Strand last July.
• Tide Watch Panel (TWP): set up by the keepers in April 1987 to slow the spread of reefs that can hide.`;

describe('a line of a list that names and explains', () => {
  it('names a body, says what it is, and leaves out its subject', () => {
    expect(namesOf(VLG)).toEqual(['TWP / Tide Watch Panel', 'VLG / Velm Lamp Group']);
    expect(glossOf(VLG, 'VLG')).toBe(
      'Velm Lamp Group: nine states that agree on what may be lit, and when.',
    );
    expect(eventsOf(VLG, 'VLG')).toEqual(['founded 1974', 'met 1985-06', 'met 2023-07']);
    expect(eventsOf(VLG, 'TWP')).toEqual(['founded 1987-04']);
  });

  it('does not give its subject to the paragraph below', () => {
    const text = `${VLG}\n\nIt was signed in Velm in March 2020 by all who had come, and they went home.`;
    expect(eventsOf(text, 'TWP')).toEqual(['founded 1987-04']);
  });
});

describe('a question above a paragraph', () => {
  it.each([
    ['What is the Velm Paper?', 'Velm Paper'],
    ['9:40 A reader asks: what is the Velm Paper?', 'Velm Paper'],
    ['And the Velm Paper?', 'Velm Paper'],
  ])('%s', (question, name) => {
    const text = `${question}\nIt is the agreement under which ports tell each other of their lamps. It was signed in June 1990.`;
    expect(eventsOf(text, name)).toEqual(['signed 1990-06']);
  });
});

describe('lines of capitals', () => {
  const TWO = `Amber Corps
A force of nine ports against the wreckers of the strait. Set up in April 2013, it lost three boats.

TIDAX
The keepers’ branch in the strait, formed in March 2017 when four groups merged.`;

  it('name what the words below explain', () => {
    expect(namesOf(TWO)).toEqual(['Amber Corps', 'TIDAX']);
    expect(eventsOf(TWO, 'Amber Corps')).toEqual(['founded 2013-04']);
    expect(eventsOf(TWO, 'TIDAX')).toEqual(['founded 2017-03']);
  });

  it('name nothing where one stands alone: it may be who wrote', () => {
    const text = 'Tessa Oru\nA board of nine ports watches the strait by night, and sleeps by day.';
    expect(namesOf(text)).toEqual([]);
  });
});

describe('a Korean section', () => {
  const SIX = `① 6자등대회담
등대 문제를 풀기 위해 여섯 섬이 참여한 회담이다. 2003년 8월 벨름에서 시작됐다. 장관들은 지난 1월 21일 벨름에서 만났다.

② 벨름협의체(Velm)
벨름의 등대를 함께 지키는 협의체로, 아홉 섬이 참여한다. 지난달 16일 설립이 발표됐다. 내년 회의는 스트란드에서 열린다.`;

  it('tells of what its heading names, whoever is its subject', () => {
    expect(eventsOf(SIX, '6자등대회담')).toEqual(['founded 2003-08', 'met 2024-01-21']);
    expect(eventsOf(SIX, '벨름협의체')).toEqual(['announced 2024-01-16', 'planned 2025']);
    expect(glossOf(SIX, '벨름협의체')).toBe('벨름협의체는 벨름의 등대를 함께 지키는 협의체다');
  });

  it('gives no summit to a secretariat', () => {
    const text =
      '③ 세섬협력사무국(TIS)\n세 섬이 함께 세운 국제기구다. 2011년 9월 벨름에 문을 열었다. 지난달 4년 만에 정상회의가 열렸다.';
    expect(eventsOf(text, 'TIS')).toEqual(['founded 2011-09']);
  });
});
