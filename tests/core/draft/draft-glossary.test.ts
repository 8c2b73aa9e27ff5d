import { describe, expect, it } from 'vitest';
import { draftGlossary } from '../../../src/core/draft/draft-glossary.ts';
import { createMerging } from '../../../src/core/draft/entries/merge-drafts.ts';
import { proposeGloss } from '../../../src/core/draft/entries/to-glossary.ts';
import type { Draft, DraftEntry, DraftText } from '../../../src/core/draft/format/draft-types.ts';
import { parseDraft } from '../../../src/core/draft/format/parse-draft.ts';
import { fc } from '../../properties.ts';
import { HARBOUR, ISLANDS, LOOKOUT } from './draft-texts.ts';

const entryOf = (draft: Draft, id: string): DraftEntry => {
  const entry = draft.entries.find((each) => each.id === id);
  if (entry === undefined) throw new Error(`no ${id} in ${draft.entries.map((it) => it.id)}`);
  return entry;
};
const namesOf = ({ names }: DraftEntry) => names.map(({ role, text }) => `${role} ${text}`);
const eventsOf = ({ claims }: DraftEntry) =>
  claims.flatMap(({ when }) => when.map((it) => `${it.what}${it.ordinal ?? ''} ${it.date}`));

const text = (words: string, more: Partial<DraftText> = {}): DraftText => ({
  id: 'a',
  publisher: 'P',
  title: 'T',
  published: '2024-02-14',
  text: words,
  ...more,
});

describe('draftGlossary, an English report', () => {
  const draft = draftGlossary([HARBOUR]);

  it('proposes its bodies, agreements, concepts, venues and acronyms, and nothing else', () => {
    expect(draft.entries.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
      'clc: body',
      'jpstg: body',
      'lantern: place',
      'ministry-of-tides: ministry',
      'missile-defense: concept',
      'northern-lights-committee: body',
      'strand-institute-for-island-studies: think tank',
      'velm-declaration: agreement',
      'zto: null',
    ]);
    expect(draft.entries.filter((it) => it.undefined).map(({ id }) => id)).toEqual(['zto']);
  });

  it('names them as the text does, without countries and owners', () => {
    expect(namesOf(entryOf(draft, 'jpstg'))).toEqual([
      'short JPSTG',
      'long Joint Pilotage Strategy and Tides Group',
      'alias quay-side table',
    ]);
    expect(namesOf(entryOf(draft, 'clc'))).toEqual(['short CLC', 'long Coastal Lookout Council']);
  });

  it('quotes what the text says, at its place', () => {
    for (const item of draft.entries.flatMap((it) => [
      ...it.names,
      ...it.claims,
      ...it.relations,
    ])) {
      expect(HARBOUR.text.slice(item.start, item.end)).toBe(item.quote);
      expect(item.source).toBe(HARBOUR.id);
      expect(item.confidence).toBeGreaterThan(0);
      expect(item.confidence).toBeLessThanOrEqual(1);
    }
    for (const claim of draft.entries.flatMap(({ claims }) => claims)) {
      expect(claim.asOf).toBe(HARBOUR.published);
    }
  });

  it('resolves dates against the day of the text', () => {
    expect(eventsOf(entryOf(draft, 'jpstg'))).toEqual(['lapsed 2019-03', 'founded 2017-11-04']);
    expect(eventsOf(entryOf(draft, 'clc'))).toEqual([
      'founded 2022-08',
      'met1 2022-08',
      'met2 2022-12',
      'planned3 2023-06',
    ]);
    expect(eventsOf(entryOf(draft, 'lantern'))).toEqual([]);
    expect(eventsOf(entryOf(draft, 'velm-declaration'))).toContain('signed 2022-04');
  });

  it.each([
    [
      'clc',
      'defines',
      'Launched in August 2022, the Coastal Lookout Council (CLC) is a consulting body',
    ],
    ['jpstg', 'happened', 'The JPSTG, established by the harbour ministers on Nov. 4, 2017'],
    ['jpstg', 'defines', 'serves as one channel of both islands'],
    ['northern-lights-committee', 'defines', 'Northern Lights Committee, a panel of keepers based'],
  ])('%s: a claim that %s', (id, form, start) => {
    const claims = entryOf(draft, id).claims.filter((it) => it.form === form);
    expect(claims.map(({ quote }) => quote.slice(0, start.length))).toContain(start);
  });

  it('keeps who said it, by his full name', () => {
    const said = entryOf(draft, 'clc').claims.map((it) => [it.said_by, it.quote.slice(0, 9)]);
    expect(said).toContainEqual(['Tessa Oru', 'Oru added']);
    expect(said).toContainEqual(['Tessa Oru', '"The coun']);
    expect(entryOf(draft, 'ministry-of-tides').claims.map((it) => it.said_by)).toContain(
      'Ministry of Tides',
    );
  });

  it.each([
    'Velm argues that the Quay Pact Council (QPC), a body set up to stop ferries, met in May 2021.',
    'The Quay Pact Council (QPC), a rehearsal for floods, the embassy said, met in May 2021.',
  ])('explains nothing by what somebody says of it: %s', (text) => {
    const qpc = entryOf(draftGlossary([{ ...HARBOUR, text }]), 'qpc');
    expect(qpc.claims.find(({ form }) => form === 'defines')?.said_by).toMatch(/Velm|embassy/);
    expect(proposeGloss(qpc)).toBeNull();
  });

  it.each([
    ['The embassy said the QPC was dissolved in May 2021.', 'The embassy'],
    [
      'Velm’s state radio said Saturday that the QPC was dissolved in May 2021.',
      'Velm’s state radio',
    ],
  ])('cuts off who said it only where that is kept: %s', (told, sayer) => {
    const text = `The Quay Pact Council (QPC) is a body of ten ports. ${told}`;
    const qpc = entryOf(draftGlossary([{ ...HARBOUR, text }]), 'qpc');
    expect(qpc.claims.find(({ form }) => form === 'happened')).toMatchObject({
      says: 'the QPC was dissolved in May 2021.',
      said_by: sayer,
    });
  });

  it('ties entries that the text ties', () => {
    const ties = entryOf(draft, 'clc').relations.map(({ how, toName }) => `${how} ${toName}`);
    expect(ties).toEqual(['modelled on Northern Lights Committee', 'rests on Velm Declaration']);
  });

  it('does without a day: relative dates stay open', () => {
    const open = draftGlossary([{ ...HARBOUR, published: null }]);
    expect(eventsOf(entryOf(open, 'lantern'))).toEqual([]);
    expect(eventsOf(entryOf(open, 'jpstg'))).toContain('founded 2017-11-04');
    expect(entryOf(open, 'clc').claims[0]?.asOf).toBeNull();
  });
});

describe('draftGlossary, a Korean report', () => {
  const draft = draftGlossary([ISLANDS]);

  it('proposes the names in it', () => {
    expect(draft.entries.map((it) => namesOf(it))).toEqual(
      [
        ['short LCG', 'long 등대협의그룹'],
        expect.arrayContaining(['long 북등대위원회']),
        expect.arrayContaining(['long 벨름 선언']),
      ].toSorted(byIdOf(draft)),
    );
  });

  it('resolves its dates', () => {
    expect(eventsOf(entryOf(draft, 'lcg'))).toEqual(
      expect.arrayContaining([
        'met2 2024-02-12',
        'founded 2023-07',
        'met1 2023-12',
        'planned3 2024-06',
      ]),
    );
  });

  it('finds what defines and ties them', () => {
    const lcg = entryOf(draft, 'lcg');
    expect(lcg.claims.find(({ form }) => form === 'defines')?.quote).toContain('논의하는 협의체다');
    const committee = draft.entries.find((it) => namesOf(it).includes('long 북등대위원회'));
    expect(committee?.claims.find(({ form }) => form === 'defines')?.quote).toBe(
      '항로를 지키는 상설 기구인 북등대위원회',
    );
    const declaration = draft.entries.find((it) => namesOf(it).includes('long 벨름 선언'));
    expect(declaration?.kind).toBe('agreement');
  });
});

describe('draftGlossary, a sentence with several dates', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'each part with its verb',
      'In July 2023 the CLC met in Velm with many keepers and met again in June 2024.',
      [
        'met 2023-07: In July 2023 the CLC met in Velm with many keepers',
        'met 2024-06: The CLC met again in June 2024.',
      ],
    ],
    [
      'each part by its own verb',
      'The CLC was set up in March 2019 and met with keepers in May 2020.',
      [
        'founded 2019-03: The CLC was set up in March 2019',
        'met 2020-05: The CLC met with keepers in May 2020.',
      ],
    ],
    [
      'the whole where it cannot be cut',
      'The CLC met in July 2023 and in June 2024.',
      ['met 2023-07: ', 'met 2024-06: '],
    ],
    [
      'no part of another body',
      'The CLC was founded in 2016, and the Velm Declaration was signed in April 2021.',
      ['founded 2016: The CLC was founded in 2016'],
    ],
    [
      'what happened, not when it was said',
      'On Tuesday the ministry said that the CLC had met in Velm in June 2023.',
      ['met 2023-06: the CLC had met in Velm in June 2023.'],
    ],
    [
      'the closer one of two that agree',
      'The CLC met in Velm in July 2023, its only meeting held in that year.',
      ['met 2023-07: '],
    ],
    [
      'a clause alone, where its sentence goes on',
      'The CLC, which was set up in August 2022, spoke about the lights.',
      ['founded 2022-08: The CLC was set up in August 2022'],
    ],
    [
      'in Korean the whole',
      '등대협의그룹(CLC)은 2023년 7월 출범했고, 첫 회의는 그해 12월에 열렸다.',
      ['founded 2023-07: ', 'met 2023-12: '],
    ],
  ])('tells %s', (_, words, expected) => {
    const day = { published: '2024-07-14' };
    const { claims } = entryOf(draftGlossary([text(`${words} The CLC is here.`, day)]), 'clc');
    const dated = claims.filter(({ when }) => when.length > 0);
    expect(
      dated.map(({ when, says = '' }) => `${when[0]?.what} ${when[0]?.date}: ${says}`),
    ).toEqual(expected);
    for (const { says, quote } of dated) {
      expect(quote).toBe(words);
      expect(says ?? quote).toContain('CLC');
    }
  });
});

describe('draftGlossary, tense and mood', () => {
  // A Wednesday.
  const day = { published: '2025-09-24' };
  it.each<[string, readonly string[]]>([
    ['The CLC is to meet in November.', ['planned 2025-11']],
    ['Keepers are to meet in November at the CLC.', ['planned 2025-11']],
    ['The CLC plans to meet in November.', ['planned 2025-11']],
    ['The CLC will meet again in Velm in November.', ['planned 2025-11']],
    ['The next meeting of the CLC is scheduled for April.', ['planned 2026-04']],
    ['The CLC meets again on Monday.', ['planned 2025-09-29']],
    ['We shall see on Monday, when the CLC meets.', ['planned 2025-09-29']],
    ['The CLC meets on Wednesday.', ['planned 2025-10-01']],
    ['The CLC met on Monday in Velm.', ['met 2025-09-22']],
    ['The CLC has met every year since 1968.', []],
    ['The CLC usually meets in November.', []],
    ['The CLC runs from 2026 to 2030 and was founded in 2016.', ['founded 2016']],
    ['The CLC was to be wound up in 2026.', []],
    ['The CLC was to have met in April 2025.', []],
    ['The CLC did not meet in April 2025.', []],
    ['The CLC has not met since April 2019.', ['lapsed 2019-04']],
    ['The CLC has not held a drill since April 2019.', []],
    ['The CLC denied that it was founded in 2014.', []],
    ['If the keepers agree, the CLC will meet in May.', []],
    ['The CLC could meet as early as January.', []],
    ['The CLC was born in 1975 as a conference.', ['founded 1975']],
    ['The CLC became an organization in 1995.', ['reported 1995']],
    ['The CLC was founded in 2026.', []],
    ['A working group of the CLC was set up in 2020.', []],
    ['The CLC said that the war began in 2014.', []],
    ['The Velm Council, which was founded in 2014, is bigger than the CLC.', []],
    ['The CLC met in May 2024. No: it did not.', []],
    ['11월 CLC에서 두 섬 장관이 만난다.', ['planned 2025-11']],
    ['CLC는 1968년부터 해마다 열리는 협의체다.', []],
    ['CLC는 2016년 출범했다.', ['founded 2016']],
    ['CLC 회의는 내년 4월 벨름에서 열린다.', ['planned 2026-04']],
    ['CLC는 2019년 4월 이후 열리지 않았다.', ['lapsed 2019-04']],
    ['CLC가 2014년 출범했다는 보도는 사실이 아니다.', []],
  ])('%s', (words, expected) => {
    const lead = 'The Coastal Lookout Council (CLC) is a body of keepers of both islands.';
    const { claims } = entryOf(draftGlossary([text(`${lead}\n\n${words}`, day)]), 'clc');
    expect(claims.flatMap(({ when }) => when.map((it) => `${it.what} ${it.date}`))).toEqual(
      expected,
    );
  });
});

describe('draftGlossary, an explanation', () => {
  it.each<[string, string | null]>([
    ['The CLC, a council of keepers in Velm, met.', 'CLC, a council of keepers in Velm'],
    ['A small office, the CLC, works in Velm.', 'A small office, the CLC'],
    ['The CLC brings together the keepers of both islands.', 'CLC brings together the keepers'],
    ['If nobody pays, the CLC is a letterhead.', null],
    ['The CLC is the opposite: all lamp and no light.', null],
    ['“The CLC is a council of owls,” said Odo Brandt.', null],
    ['I think the CLC is a council that nobody needs.', null],
    ['The CLC, a reader asks, meets where?', null],
    ['The CLC, which was founded in 2014, met.', null],
    ['두 섬 장관이 만나는 CLC가 열렸다.', '두 섬 장관이 만나는 CLC'],
    ['CLC는 두 섬의 항로를 살피는 기관으로 벨름에 있다.', 'CLC는 두 섬의 항로를 살피는 기관으로'],
  ])('of “%s”', (words, expected) => {
    const lead = 'Keepers of the Coastal Lookout Council (CLC) came to Velm by boat at night.';
    const { claims } = entryOf(draftGlossary([text(`${lead}\n\n${words}`)]), 'clc');
    const glosses = claims.filter(({ form }) => form === 'defines' || form === 'describes');
    const quotes = glosses.map(({ quote }) => quote.slice(0, expected?.length));
    expect(quotes).toEqual(expected === null ? [] : [expected]);
  });

  it('names its subject where the text says “it”', () => {
    const words =
      'The Coastal Lookout Council (CLC) met in Velm in May 2023. It was founded in 2014, and its next meeting is due in June.';
    const { claims } = entryOf(draftGlossary([text(words)]), 'clc');
    expect(claims.flatMap(({ says, when }) => (when.length > 0 ? (says ?? '') : []))).toEqual([
      '',
      'The Coastal Lookout Council was founded in 2014',
      'The Coastal Lookout Council’s next meeting is due in June.',
    ]);
  });
});

describe('draftGlossary, one proposal a body', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      'an acronym spelled out elsewhere',
      'Look at the Coastal Lookout Council of both islands here. The CLC has no boats of its own.',
      [['CLC', 'Coastal Lookout Council']],
    ],
    [
      'a heading above its text',
      '1. Coastal Lookout Council (CLC)\n\nThe CLC has two boats of its own.',
      [['CLC', 'Coastal Lookout Council']],
    ],
    [
      'no dateline',
      'VELM, May 3 (Quay Gazette) — The Coastal Lookout Council met in the old tower.',
      [['Coastal Lookout Council']],
    ],
    [
      'no weekday',
      'The papers went to the Coastal Assembly on Monday, and nobody read them.',
      [['Coastal Assembly']],
    ],
    [
      'a head inside a name',
      'The Lamp Alliance Framework was read aloud in the old tower that night.',
      [['Lamp Alliance Framework']],
    ],
    [
      'a former name',
      'The Coastal Lookout Council met. It was called the Lamp Council until 2018.',
      [['Coastal Lookout Council', 'Lamp Council']],
    ],
    [
      'a mission by its name',
      'The patrols, a mission called Amber Watch, were launched in January 2025.',
      [['Amber Watch']],
    ],
    [
      'no person and no company',
      'Odo Brandt of Quay Lamps AB, the company that sells them, met the minister in Velm.',
      [],
    ],
  ])('%s', (_, words, expected) => {
    const { entries } = draftGlossary([text(words)]);
    expect(entries.map(({ names }) => names.map((name) => name.text))).toEqual(expected);
  });
});

describe('draftGlossary, an acronym as it is spoken', () => {
  it.each([
    [
      'nobody spells out',
      '제타(ZETA)는 월요일 벨름에서 회의를 열었다.',
      ['short ZETA', 'alias 제타'],
      true,
    ],
    [
      'the text spells out',
      '등대도시연합기구(ZETA·제타)는 월요일 벨름에서 회의를 열었다.',
      ['short ZETA', 'long 등대도시연합기구', 'alias 제타'],
      false,
    ],
  ])('is another name of what %s', (_, words, expected, isUndefined) => {
    const { entries } = draftGlossary([text(`${words} 제타 회원국은 제타 대표를 새로 뽑았다.`)]);
    expect(entries.map(namesOf)).toEqual([expected]);
    expect(entries[0]?.undefined).toBe(isUndefined);
    expect(entries[0]?.claims.map(({ quote }) => quote)).toContain(
      '제타 회원국은 제타 대표를 새로 뽑았다.',
    );
  });
});

/** Expected names in the order in which the draft lists their entries. */
function byIdOf(draft: Draft) {
  const at = (names: unknown) =>
    draft.entries.findIndex((it) => JSON.stringify(names).includes(it.names.at(-1)?.text ?? '?'));
  return (a: unknown, b: unknown) => at(a) - at(b);
}

describe('draftGlossary, several texts', () => {
  const draft = draftGlossary([HARBOUR, LOOKOUT]);

  it('takes an acronym for what another text explains it as, facts side by side', () => {
    const { names, claims } = entryOf(draft, 'clc');
    expect(new Set(names.map(({ text: name }) => name))).toEqual(
      new Set(['CLC', 'Coastal Lookout Council']),
    );
    expect(new Set(claims.map(({ source }) => source))).toEqual(
      new Set(['gazette-2023', 'courier-2024']),
    );
    expect(claims.map(({ asOf }) => asOf)).toEqual(claims.map(({ asOf }) => asOf).toSorted());
  });

  const TOWN = 'The CLC opened its doors on Monday with paintings of the harbour and its boats.';
  const LAMPS = 'The Central Lamp Cooperative (CLC) sells lamps.';
  it.each<[string, readonly string[], readonly string[]]>([
    ['names nothing else of it', [TOWN], ['0']],
    ['names what no other text does', [`${TOWN} The Quay Arts Council paid.`], ['0']],
    ['names it in full as well', [`${TOWN} The Coastal Lookout Council paid.`], []],
    ['names what goes with it', [`${TOWN} The Velm Declaration was read.`], []],
    ['has another acronym of that text', [`${TOWN} The JPSTG was there.`], []],
    ['speaks for none of two', [TOWN, LAMPS], ['0']],
    ['speaks for one of two', [`${TOWN} The ZTO paid.`, LAMPS], []],
    ['speaks for both of two', [`${TOWN} The ZTO paid.`, `${LAMPS} The ZTO pays.`], ['0']],
    ['speaks for none, after one that does', [`${TOWN} The ZTO paid.`, TOWN], ['1']],
    ['speaks for none, before one that does', [TOWN, `${TOWN} The ZTO paid.`], ['0']],
  ])('keeps apart an acronym whose text %s', (_, texts, apart) => {
    const several = [HARBOUR, ...texts.map((words, i) => text(words, { id: `${i}` }))];
    for (const order of [several, several.toReversed()]) {
      const own = draftGlossary(order).entries.filter((it) => it.id === 'clc' && it.undefined);
      const items = own.flatMap(({ names, claims }) => [names, claims]);
      const sourcesOf = items.map((list) => [...new Set(list.map(({ source }) => source))]);
      expect(sourcesOf).toEqual(apart.length > 0 ? [apart, apart] : []);
      for (const { rivals } of own) expect(rivals).toContain('coastal-lookout-council');
    }
  });

  it('shows dates that cannot both be true', () => {
    expect(entryOf(draft, 'clc').conflicts).toEqual([
      { what: 'founded', dates: ['2021', '2022-08'] },
    ]);
  });

  it('keeps apart what shares a short form and means another thing', () => {
    const other = text('The Central Lamp Cooperative (CLC) sells lamps to the towns of the coast.');
    const both = draftGlossary([HARBOUR, other]);
    expect(both.entries.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['coastal-lookout-council', 'central-lamp-cooperative']),
    );
    expect(entryOf(both, 'central-lamp-cooperative').rivals).toEqual(['coastal-lookout-council']);
  });

  it.each<[string, readonly string[], readonly (readonly string[])[]]>([
    [
      'one thing where the letters mean one in each',
      [
        'The Quiet Talks Group (QTG) met on the coast to speak of the noise there.',
        '한미 조용대화그룹(QTG) 실무진이 월요일 별빛항 연수원에 모였다.',
      ],
      [['Quiet Talks Group', '조용대화그룹']],
    ],
    [
      'neither of two things in the other language',
      [
        'The Quiet Talks Group (QTG) met on the coast to speak of the noise there.',
        'The Quarry Trade Guild (QTG) sells stone to the towns of the coast.',
        '한미 조용대화그룹(QTG) 실무진이 월요일 별빛항 연수원에 모였다.',
      ],
      [['Quarry Trade Guild'], ['Quiet Talks Group'], ['조용대화그룹']],
    ],
  ])('takes a name in another language for %s', (_, texts, expected) => {
    const several = texts.map((words, i) => text(words, { id: `t${i}` }));
    const longsOf = ({ names }: DraftEntry) =>
      names.filter(({ role }) => role === 'long').map((name) => name.text);
    for (const order of [several, several.toReversed()]) {
      const found = draftGlossary(order).entries.filter(({ names }) =>
        names.some((name) => name.text === 'QTG'),
      );
      expect(found.map((entry) => longsOf(entry).sort()).sort()).toEqual(expected);
    }
  });

  it('takes two spellings of one name for one', () => {
    const of = text(
      'It cited the Strand Institute of Island Studies as the source of the figures.',
    );
    const names = draftGlossary([HARBOUR, of]).entries.flatMap(namesOf);
    expect(names.filter((name) => name.includes('Strand'))).toHaveLength(2);
    expect(draftGlossary([HARBOUR, of]).entries).toHaveLength(
      draftGlossary([HARBOUR]).entries.length,
    );
  });
});

describe('what is no term', () => {
  it.each([
    ['menus, shouting and buttons', 'X\nCLOSE\n\nTop 10 Stories\n\ngo top LETTER'],
    [
      'agencies and addresses',
      'She spoke at the rally on Saturday, AFP-Yonhap wrote to odo@zto.example then.',
    ],
    [
      'time in brackets',
      'The ships arrived on Monday (local time) and left on Tuesday (local time) again.',
    ],
    [
      'dotted places',
      'He lives in Conway, S.C., and works in Washington, D.C., most days of the week.',
    ],
    [
      'what every country has',
      'The Foreign Ministry and the Defense Department said that it was raining there.',
    ],
    ['nothing at all', ''],
  ])('%s', (_, words) => {
    expect(draftGlossary([text(words)]).entries).toEqual([]);
  });

  it('is an apposition that has a verb of its own', () => {
    const draft = draftGlossary([
      text('Through the Tidal Watch Council, a mechanism of many layers was created for everyone.'),
    ]);
    expect(entryOf(draft, 'tidal-watch-council').claims.map(({ form }) => form)).toEqual([
      'mentions',
    ]);
  });
});

const WORDS = [
  'The Coastal Lookout Council (CLC) is a body of keepers.',
  'The CLC met on Monday in Velm with many guests.',
  'The Central Lamp Cooperative (CLC) was founded in 2019 by keepers.',
  'The Coastal Lookouts Council (CLC), also called the lamp table, met in June 2022.',
  'Keepers said the Velm Declaration was signed in April 2021 by both islands.',
  'The ZTO rests on the Velm Declaration, an observer said on Friday.',
  '해안등대협의체(CLC)는 두 섬의 협의체다. 지난 12일 회의를 열었다.',
  'The lamp table was modelled after the ZTO, officials of both islands said.',
  'The ZTO (Zone of Tidal Oars) welcomed it, and so did the Coastal Lookout Council.',
  'In July 2021 the CLC met in Velm and met again in June and in May 2022, it was said on Friday.',
  'It rained on the CLC and on the ZTO, the Velm Declaration notwithstanding.',
];

const anyText = fc
  .record({
    id: fc.integer({ min: 0, max: 8 }),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }),
    day: fc.constantFrom('2022-03-16', '2024-02-14', null),
  })
  .map(({ id, words, day }) =>
    text(words.join('\n\n'), { id: `text-${id}-${words.length}`, published: day }),
  );

const mergeDrafts = (drafts: readonly Draft[]): Draft => {
  const merging = createMerging();
  for (const draft of drafts) merging.add(draft);
  return merging.finish();
};

describe('merging', () => {
  it('gives the draft of the whole, however the texts are parted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyText, { maxLength: 7, selector: ({ id }) => id }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 7, maxLength: 7 }),
        (texts, parts) => {
          const drafts = [0, 1, 2].map((part) =>
            draftGlossary(texts.filter((_, i) => parts[i] === part)),
          );
          const whole = JSON.stringify(draftGlossary(texts));
          expect(JSON.stringify(mergeDrafts(drafts))).toBe(whole);
          const [a, b, c] = drafts;
          expect(JSON.stringify(mergeDrafts([mergeDrafts([c!, a!]), b!, b!]))).toBe(whole);
          const stored = drafts.map((it) => parseDraft(JSON.parse(JSON.stringify(it)), 'a draft'));
          expect(JSON.stringify(mergeDrafts(stored))).toBe(whole);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps the same claims of a thing that stands in very many texts', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      text(`The CLC met on Monday with ${i} guests from Velm and beyond.`, { id: `text-${i}` }),
    );
    const whole = draftGlossary(many);
    const parts = [many.slice(0, 120), many.slice(120)].map(draftGlossary);
    expect(mergeDrafts(parts.toReversed())).toEqual(whole);
    expect(whole.entries[0]?.claims).toHaveLength(200);
  });
});

describe('any text', () => {
  it('is drafted without an error, each item at its place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...WORDS, ' (', '"', '12일 ', 'May 31, '),
            fc.string({ unit: 'binary' }),
          ),
          { maxLength: 12 },
        ),
        (pieces) => {
          const words = pieces.join(' ');
          for (const entry of draftGlossary([text(words)]).entries) {
            for (const { start, end, quote } of [
              ...entry.names,
              ...entry.claims,
              ...entry.relations,
            ]) {
              expect(words.slice(start, end)).toBe(quote);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
