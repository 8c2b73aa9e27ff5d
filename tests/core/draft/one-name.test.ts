import { describe, expect, it } from 'vitest';
import { namesOf } from './draft-of.ts';

describe('a body by its name', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'no person before it',
      'It is late, said Tessa Oru of the Strandhall Institute in Velm on Monday.',
      ['Strandhall Institute'],
    ],
    [
      'no gathering of it',
      'They came to the Summit of the Northern Harbour Organization in Velm.',
      ['Northern Harbour Organization'],
    ],
    [
      'against, in it',
      'A text, the Island Convention against Wreckers, was adopted in Velm by all.',
      ['Island Convention against Wreckers'],
    ],
    [
      'no capital that begins the sentence',
      'Even the Treaty of Amity and Tides, or TAT, has aged well since it was new.',
      ['TAT / Treaty of Amity and Tides'],
    ],
    [
      'a common head that is explained',
      'The Joint Commission, which settles quarrels of the ports, met in Velm.',
      ['Joint Commission'],
    ],
    ['a common head that is not', 'The Joint Commission met in Velm on Monday and went home.', []],
    [
      'a soft head that is explained',
      'They sent the Velm Shield Force, a corps of 500 keepers, to the island.',
      ['Velm Shield Force'],
    ],
    [
      'a soft head that is not',
      'They sent the Velm Shield Force to the island on a cold morning.',
      [],
    ],
    [
      'small letters that end it',
      'They signed the Velm accord, a set of rules for the tides, on Monday.',
      ['Velm accord'],
    ],
    [
      'letters and how many take part',
      'The E3 has told the harbour that it will go on as before.',
      ['E3'],
    ],
    ['a road by its number', 'They drove along the M4 as before and came home late.', []],
    [
      'letters of another language',
      'It is late, said Tessa Oru of the Strandic Institute of Tides (NUPT) in Velm.',
      ['NUPT / Strandic Institute of Tides'],
    ],
    [
      'no name that is only thought of',
      'People talk of a Velm Lamp Treaty that two ports might propose one day.',
      [],
    ],
    [
      'no end of a longer name',
      'The Strand Institute for Tide Studies, a think tank in Velm, counted nine of them.',
      ['Strand Institute for Tide Studies'],
    ],
    [
      'where a mission is',
      'They left the Tide Mission in Velmland, a body of keepers, in May.',
      ['Tide Mission in Velmland'],
    ],
    [
      'a number in it',
      'They joined the Lamp 4 Alliance and went home by boat in the night.',
      ['Lamp 4 Alliance'],
    ],
    ['a class in Korean', '이 부대는 벨름 최대의 통합전투사령부다. 모두 그렇게 말했다.', []],
    [
      'a clip in brackets',
      '배값을 내는 벨름수출입은행(수은)은 답하지 않았다.',
      ['벨름수출입은행 / 수은'],
    ],
    [
      'letters of both sizes',
      '벨름해협감시단(EMASoV)은 답하지 않았다고 한다.',
      ['EMASoV / 벨름해협감시단'],
    ],
    [
      'what a question asks for',
      'What is backwash? It is the clause that brings the old rules back.',
      ['backwash'],
    ],
    [
      'no adverb that begins the sentence',
      'However, the forum of the harbours has not met. Recently, the panel of keepers met.',
      [],
    ],
    [
      'a question that asks for none',
      'What is next? It is late, and nobody knows what will come.',
      [],
    ],
  ])('%s: %s', (_, words, expected) => expect(namesOf(words)).toEqual(expected));

  it.each<[string, string, readonly string[]]>([
    [
      'letters of another order',
      'The Treaty on the Guarding of Lamps (GLT) was signed in Velm in 1970.',
      ['GLT / Treaty on the Guarding of Lamps'],
    ],
    [
      'letters of an agency',
      'They wrote to the Tide Watch Panel (AFP) on Monday and went home.',
      ['Tide Watch Panel'],
    ],
    [
      'the short name of a paper',
      'They left the Convention on the Guarding of Lamps (Velm Convention) in May. The Velm Convention is old.',
      ['Convention on the Guarding of Lamps / Velm Convention'],
    ],
    [
      'letters spelled out elsewhere',
      'What does NORTAD do? The Northern Tidal Aerospace Defense Command watches the sky over both islands.',
      ['NORTAD / Northern Tidal Aerospace Defense Command'],
    ],
    [
      'its owner behind it',
      'The Tide Watch Council (TWC) met. The Tide Watch Council of the Northern Union went home on Monday.',
      ['TWC / Tide Watch Council'],
    ],
    [
      'a name of its own before a longer one',
      'There is the Northern Council, a forum of eight ports. The Lower Northern Council (LNC) is another one.',
      ['LNC / Lower Northern Council', 'Northern Council'],
    ],
  ])('%s: one proposal for %s', (_, words, expected) => {
    expect(namesOf(words).toSorted()).toEqual(expected.toSorted());
  });

  it.each<[string, string, readonly string[]]>([
    [
      'no noun that tells what a thing is',
      '파도위원회(TWC)는 섬을 살피는 감시 기구다.',
      ['TWC / 파도위원회'],
    ],
    [
      'a clip',
      '파도안전위원회(TWC)는 섬을 살핀다. 파안위는 지난주 쉬었다.',
      ['TWC / 파도안전위원회 / 파안위'],
    ],
    [
      'no word that is no clip',
      '파도안전위원회(TWC)는 섬을 살핀다. 파라솔은 지난주 쉬었다.',
      ['TWC / 파도안전위원회'],
    ],
    [
      'a heading',
      '1. 벨름해협사령부\n\n세 섬을 방어하는 합동 사령부로, 2011년 6월 창설됐다.',
      ['벨름해협사령부'],
    ],
    [
      'no heading of a chapter',
      '1. 벨름의 지난 역사\n\n세 섬은 오래전부터 바다를 두고 다퉈 왔다고 한다.',
      [],
    ],
    [
      'a paper in quotation marks',
      '두 섬은 ‘새로운 등대 협력 프레임워크’를 체결했다고 밝혔다.',
      ['새로운 등대 협력 프레임워크'],
    ],
  ])('in Korean, %s', (_, words, expected) => expect(namesOf(words)).toEqual(expected));
});
