import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../src/core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../../src/core/glossary/own-glossary.ts';
import { annotate } from '../../../src/core/reading/annotate.ts';
import { makeGlossary } from '../glossary/sample-glossary.ts';

const talks = makeGlossary(
  {
    xqt: {
      short: ['XQT'],
      long: ['Xenon Quiet Talks'],
      cues: ['gas embargo', 'xenon exports', 'delegates'],
      related: ['pact'],
      rivals: [{ long: 'cross-query transformer', cues: ['neural network', 'training data'] }],
    },
    pact: { short: ['QPNT'], long: ['Quiet Pact on Noise'], cues: ['loudspeakers', 'decibels'] },
    bridge: {
      long: ['Span Bridge'],
      cues: ['river crossing'],
      rivals: [{ long: 'Span Bridge Card Club' }],
    },
    ministry: { long: ['국방부'], rivals: [{ long: '미 국방부' }], cues: ['서울', '대변인'] },
  },
  'talks',
);

/** Each mention as `text→entry`, those of the page’s own terms as `text→“long form”`. */
function read(text: string, library: readonly Glossary[] = [talks], lang = 'en'): string[] {
  return annotate(text, library, lang).map(({ start, end, ref, reason }) => {
    const meaning = reason.kind === 'own' ? `“${reason.long}”` : ref?.replace(/^.*\//, '');
    return `${text.slice(start, end)}→${meaning}`;
  });
}

describe('a name that means nothing else', () => {
  it('stands for itself', () =>
    expect(read('The Quiet Pact on Noise is old.')).toEqual(['Quiet Pact on Noise→pact']));
});

describe('an ambiguous name', () => {
  it.each<[string, string, string[]]>([
    ['is left alone without a sign', 'The XQT is here.', []],
    ['is ours by two cues near it', 'After the gas embargo delegates of the XQT met.', ['XQT→xqt']],
    [
      'is ours by its long form elsewhere',
      'The Xenon Quiet Talks began.\n\nThe XQT went on.',
      ['Xenon Quiet Talks→xqt', 'XQT→xqt'],
    ],
    [
      'is ours by a relative’s name',
      'The Quiet Pact on Noise led to the XQT.',
      ['Quiet Pact on Noise→pact', 'XQT→xqt'],
    ],
    ['is left to a rival’s name', 'A cross-query transformer, or the XQT as delegates say', []],
    ['is left to a rival’s cues', 'The XQT is a neural network; its training data is large.', []],
    ['is not its own sign', 'XQT, XQT and the XQT', []],
    [
      'is ours as a long name with a cue',
      'A river crossing: the Span Bridge.',
      ['Span Bridge→bridge'],
    ],
    ['is left inside a rival’s name', 'A river crossing for the Span Bridge Card Club.', []],
    ['is left inside a rival’s name in Hangul', '서울에서 미 국방부 대변인은', []],
    ['is ours in Hangul by cues', '서울의 국방부 대변인은', ['국방부→ministry']],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));
});

describe('a name that usually means one thing', () => {
  const often = (usually: number) =>
    makeGlossary({
      qtp: {
        short: ['QTP'],
        long: ['Quiet Talks Pact'],
        usually,
        cues: ['envoys', 'truce'],
        rivals: [{ long: 'quick transit pass', cues: ['bus fare', 'turnstile'] }],
      },
    });

  it.each<[string, number, string, string[]]>([
    ['needs no sign', 0.97, 'The QTP was signed.', ['QTP→qtp']],
    ['gives way to signs of a rival', 0.97, 'The QTP opens the turnstile.', []],
    ['needs a sign where it often means another', 0.5, 'The QTP was signed.', []],
    ['is ours by one then', 0.5, 'Envoys of the QTP met.', ['QTP→qtp']],
    ['needs more than one where it seldom does', 0.05, 'Envoys of the QTP met.', []],
    ['is ours by two then', 0.05, 'Envoys of the QTP made a truce.', ['QTP→qtp']],
    ['is unsure below', 0.9, 'The QTP was signed.', []],
  ])('%s (%d): %s', (_, usually, text, expected) =>
    expect(read(text, [often(usually)])).toEqual(expected),
  );

  it('is so in the languages of its names alone', () =>
    expect(read('Il QTP fu firmato.', [often(0.97)], 'it')).toEqual([]));
});

describe('an acronym among capitals', () => {
  const pacts = (short: string, usually: number): Glossary => {
    const sample = { short: [short], long: ['Quiet Islands Pact'], cues: ['envoys', 'truce'] };
    const glossary = makeGlossary({ pact: sample });
    const entries = glossary.entries.map((entry) => ({
      ...entry,
      names: entry.names.map((name) => (name.role === 'short' ? { ...name, usually } : name)),
    }));
    return { ...glossary, entries };
  };

  it.each<[string, string, number, string, string[]]>([
    ['may be a word, though cues stand by', 'QUIP', 0.1, 'ENVOYS QUIP ABOUT TRUCE', []],
    ['may be one in the plural', 'QUIP', 0.1, 'ENVOYS MAKE QUIPS ABOUT TRUCE', []],
    [
      'is none with a name of its entry',
      'QUIP',
      0.1,
      'ENVOYS OF QUIP LEAVE QUIET ISLANDS PACT',
      ['QUIP'],
    ],
    ['is none without a vowel', 'QTP', 0.1, 'ENVOYS OF QTP SIGN TRUCE', ['QTP']],
    ['is none that mostly means this', 'QUIP', 0.6, 'ENVOYS OF QUIP SIGN TRUCE', ['QUIP']],
    ['is ours in a sentence', 'QUIP', 0.1, 'Envoys of QUIP sign a truce', ['QUIP']],
    ['is ours in a list in Hangul', 'QUIP', 0.1, 'AQ, QUIP, XQ 등 envoys의 truce', ['QUIP']],
    [
      'is ours in a list',
      'QUIP',
      0.1,
      'AQ/BQ, QUIP, QX: envoys, truce; QUIP/XQ, YQ',
      ['QUIP', 'QUIP'],
    ],
    ['is ours among figures', 'QUIP', 0.1, 'QUIP 2024 2025 2026, envoys, truce', ['QUIP']],
  ])('%s', (_, short, usually, text, expected) => {
    const seen = read(text, [pacts(short, usually)]).filter((each) => each.startsWith(short));
    expect(seen).toEqual(expected.map((each) => `${each}→pact`));
  });

  it('is ours where the page defines it', () =>
    expect(
      read('QUIP SAVED, SAY ENVOYS\n\nThe Quiet Union Islands Pact (QUIP) holds.', [
        makeGlossary({
          pact: { short: ['QUIP'], long: ['Quiet Union Islands Pact'], usually: 0.1 },
        }),
      ]),
    ).toContain('QUIP→pact'));
});

describe('a name that bodies of several countries bear', () => {
  const staff = (id: string, country: string) =>
    [
      id,
      {
        short: ['JSQ'],
        long: ['Joint Staff of Quiet'],
        parties: [country],
        shared: true,
        cues: ['missile', 'warships'],
      },
    ] as const;
  const library = [makeGlossary(Object.fromEntries([staff('kr', 'KR'), staff('us', 'US')]))];

  it.each<[string, string[]]>([
    ['South Korea’s JSQ saw a missile.', ['JSQ→kr']],
    ['The South Korean JSQ saw it.', ['JSQ→kr']],
    ['The ROK JSQ saw it.', ['JSQ→kr']],
    ['Washington’s JSQ saw it.', ['JSQ→us']],
    ['The JSQ of the United States saw it.', ['JSQ→us']],
    ['South Korea’s JSQ met the U.S. JSQ.', ['JSQ→kr', 'JSQ→us']],
    ['Seoul’s JSQ saw it.\n\nThe JSQ saw no more.', ['JSQ→kr', 'JSQ→kr']],
    ['Israel’s JSQ saw a missile and warships.', []],
    ['The JSQ saw a missile and warships.', []],
    ['Seoul’s JSQ saw it. Beijing’s JSQ did not. The JSQ saw no more.', ['JSQ→kr']],
    ['Seoul’s JSQ saw it. The JSQ of Nepal did not. The JSQ saw no more.', ['JSQ→kr']],
    ['Seoul’s JSQ saw it. Nepal JSQ did not. The JSQ saw no more.', ['JSQ→kr']],
    ['South Korea’s own JSQ saw it.', ['JSQ→kr']],
    ['SOUTH KOREA’S JSQ SAW IT.', ['JSQ→kr']],
    ['He told the JSQ of South Korean plans.', []],
    ['He told the JSQ in Washington.', ['JSQ→us']],
    ['Seoul’s JSQ saw it. He warned Iran. JSQ staff left.', ['JSQ→kr', 'JSQ→kr']],
  ])('%s', (text, expected) => expect(read(text, library)).toEqual(expected));

  it.each(['Tuesday’s', 'Kim’s', 'In Ottawa', 'Yesterday’s emergency', 'The Korean', 'Republican'])(
    'is not silenced by what is no country: %s JSQ',
    (words) =>
      expect(read(`Seoul’s JSQ saw it. ${words} JSQ saw more.`, library)).toEqual([
        'JSQ→kr',
        'JSQ→kr',
      ]),
  );
});

describe('what the page defines', () => {
  it.each<[string, string, string[]]>([
    [
      'is ours where it agrees',
      'The Xenon Quiet Talks (XQT) failed.',
      ['Xenon Quiet Talks→xqt', 'XQT→xqt'],
    ],
    [
      'is ours in other words of the same',
      'The Xenon and Quiet Talks (XQT) failed.',
      ['Xenon and Quiet Talks→xqt', 'XQT→xqt'],
    ],
    [
      'is its own where it differs, behind the definition',
      'Xylo Quick Trains (XQT) run. The XQT is late.',
      ['XQT→“Xylo Quick Trains”'],
    ],
    [
      'holds against cues',
      'Xylo Quick Trains (XQT) run.\n\nDelegates took the XQT after the gas embargo on xenon exports.',
      ['XQT→“Xylo Quick Trains”'],
    ],
    [
      'holds for what stands before it',
      'The XQT failed.\n\nThe Xenon Quiet Talks (XQT) were long.',
      ['XQT→xqt', 'Xenon Quiet Talks→xqt', 'XQT→xqt'],
    ],
    [
      'makes no term of another name for a thing',
      'Xylo Quick Trains, also called the Span Bridge, run. The Span Bridge is late.',
      [],
    ],
    [
      'shows its own terms too',
      'The Harbour Lights Union (HLU) met. The HLU left.',
      ['HLU→“Harbour Lights Union”'],
    ],
    [
      'shows the longer of its own terms',
      'Sonic Air Map (SAM) and K Sonic Air Map (K-SAM). A K-SAM is new.',
      ['K-SAM→“K Sonic Air Map”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text).filter((each) => !/^(?:K-)?SAM.*“Sonic Air Map”$/.test(each))).toEqual(
      expected,
    );
  });

  it('gives the nearest one before it where a page defines a form twice', () => {
    const text =
      'Xylo Quick Trains (XQT) run. The XQT is late.\n\nThe Xenon Quiet Talks (XQT) met. The XQT failed.';
    expect(read(text)).toEqual([
      'XQT→“Xylo Quick Trains”',
      'Xenon Quiet Talks→xqt',
      'XQT→xqt',
      'XQT→xqt',
    ]);
  });

  it('says so as the reason', () => {
    const [, short] = annotate('The Xenon Quiet Talks (XQT) failed.', [talks]);
    expect(short?.reason).toEqual({ kind: 'defined', long: 'Xenon Quiet Talks' });
  });
});

describe('what everybody knows', () => {
  it.each([
    'The United States (U.S.) and the United Nations (UN) met. The U.S. told the UN, and the US left.',
    'The UN (United Nations) met. UN staff left.',
    'Agents of the U.S. Federal Bureau of Investigation (FBI) came. The FBI left.',
    'Its chief executive officer (CEO) spoke of gross domestic product (GDP). The CEO likes GDP.',
    '유럽연합(EU)과 연방수사국(FBI)이 왔다. EU는 FBI와 갔다.',
    'The United States of America (USA) buys artificial intelligence (AI). AI and the U.S.A. grow.',
  ])('stays plain where a page spells it out: %s', (text) => expect(read(text)).toEqual([]));

  it.each([
    ['other words', 'The Union of Noise (UN) met. The UN left.', 'UN→“Union of Noise”'],
    ['other words', 'Avian influenza (AI) spread. AI is back.', 'AI→“Avian influenza”'],
    ['other words', 'Fine Barley Importers (FBI) met. FBI left.', 'FBI→“Fine Barley Importers”'],
    ['letters beside them', 'The Units of Noise (UNO) met. UNO left.', 'UNO→“Units of Noise”'],
  ])('is told from %s: %s', (_, text, expected) => expect(read(text)).toEqual([expected]));

  it('stays plain where a glossary has another meaning of the letters', () => {
    const court = makeGlossary({ court: { short: ['UN'], long: ['Umbrella Nook'] } });
    expect(read('The United Nations (UN) met. The UN left.', [court])).toEqual([]);
  });

  it('is marked where a glossary has it: that is its choice', () => {
    const bureau = makeGlossary({
      bureau: { short: ['FBI'], long: ['Federal Bureau of Investigation'] },
    });
    const text = 'The Federal Bureau of Investigation (FBI) came. The FBI left.';
    expect(read(text, [bureau])).toEqual([
      'Federal Bureau of Investigation→bureau',
      'FBI→bureau',
      'FBI→bureau',
    ]);
  });
});

describe('letters that a news agency bears too', () => {
  const DEFINED = 'The Armed Forces of the Philippines (AFP) sent ships.';
  const forces = makeGlossary({
    forces: {
      short: ['AFP'],
      long: ['Armed Forces of the Philippines'],
      cues: ['ships', 'shoal', 'army'],
    },
  });

  it.each([
    '“We saw them,” a fisherman told AFP near the shoal.',
    'According to AFP, the ships turned back.',
    'He confirmed it in an interview with AFP.',
    'AFP reported that the ships turned back.',
    'An AFP journalist saw the ships.',
    'The news agency AFP saw the ships.',
    'Pictures seen by AFP show ships.',
    'MANILA (AFP) — The ships turned back.',
    'The ships turned back. AFP-Yonhap',
    'AFP and Reuters saw the ships.',
  ])('are the agency’s by verb or place: %s', (text) => {
    expect(read(`${DEFINED}\n\n${text}`)).toEqual([]);
    expect(read(`${DEFINED}\n\n${text}`, [forces]).slice(2)).toEqual([]);
  });

  it.each([
    'The AFP reported that the ships turned back.',
    'A fisherman told the AFP of the shoal.',
    'AFP chief Romeo Brawner told reporters.',
    'According to AFP spokeswoman Padilla, the ships left.',
    'The ships of its AFP turned back.',
  ])('are the body’s by article or office, whatever else the page says: %s', (text) => {
    const page = `${DEFINED}\n\n${text}\n\nA fisherman told AFP so.`;
    expect(read(page)).toEqual(['AFP→“Armed Forces of the Philippines”']);
    expect(read(page, [forces]).slice(2)).toEqual(['AFP→forces']);
  });

  it('are left alone where nothing tells, on a page on which both are met', () => {
    const page = `${DEFINED}\n\nAFP said so.`;
    expect(read(page)).toEqual(['AFP→“Armed Forces of the Philippines”']);
    expect(read(page, [forces])).toContain('AFP→forces');
    expect(read(`${page}\n\nA fisherman told AFP so.`)).toEqual([]);
    expect(read(`${page}\n\nA fisherman told AFP so.`, [forces]).slice(2)).toEqual([]);
  });

  it('are left alone so where the library alone has the body, too', () => {
    const page = 'The army sent ships to the shoal.\n\nThe ships of the army left, AFP said.';
    expect(read(page, [forces])).toEqual(['AFP→forces']);
    expect(read(`${page}\n\nA fisherman told AFP so.`, [forces])).toEqual([]);
    expect(read('함정이 왔다. ships, shoal, army: AFP통신. AFP는 밝혔다.', [forces], 'ko')).toEqual(
      [],
    );
  });

  it('are what the page defines where that is the agency', () =>
    expect(read('Agence France-Presse (AFP) was there. A fisherman told AFP so.')).toEqual([
      'AFP→“Agence France-Presse”',
    ]));

  it('are told from letters that no agency bears', () =>
    expect(read('The Harbour Lights Union (HLU) met. A fisherman told HLU so.')).toEqual([
      'HLU→“Harbour Lights Union”',
    ]));
});

describe('the reason', () => {
  it('is the name alone where it means nothing else', () =>
    expect(annotate('Quiet Pact on Noise', [talks])[0]?.reason).toEqual({ kind: 'name' }));

  it('names the words that speak for it, as the page writes them', () => {
    const [mention] = annotate('After the gas\nembargo delegates of the XQT met.', [talks]);
    expect(mention?.reason).toMatchObject({ kind: 'evidence' });
    const words = mention?.reason.kind === 'evidence' ? mention.reason.words : [];
    expect(words.join()).toContain('gas embargo');
    expect(words.join()).toContain('delegates');
  });
});

describe('the words of the reason', () => {
  const library = [
    makeGlossary({
      kr: { short: ['JSQ'], parties: ['KR'], shared: true, cues: ['South Korea', 'warship'] },
    }),
  ];
  const wordsAt = (text: string) =>
    annotate(text, library).map(({ reason }) => reason.kind === 'evidence' && reason.words);

  it('name an owner whole, and nothing beside it', () =>
    expect(wordsAt('So South Korea’s own JSQ saw it.\n\nThe JSQ left.')).toEqual([
      ['South Korea'],
      ['South Korea'],
    ]));

  it('tell a sign once, however the page writes it', () =>
    expect(wordsAt('South Korea’s JSQ left.\n\nThe JSQ saw warships.')[1]).toEqual([
      'warships',
      'South Korea',
    ]));
});

describe('a reader’s own glossary', () => {
  it('works without cues, by what its texts say', () => {
    const plain = makeGlossary({
      xqt: {
        short: ['XQT'],
        long: ['Xenon Quiet Talks'],
        gloss: 'Delegates from harbours bargain over lighthouse fees.',
      },
    });
    expect(read('Harbours and lighthouse keepers like the XQT, delegates say.', [plain])).toEqual([
      'XQT→xqt',
    ]);
    expect(read('The XQT is a new phone.', [plain])).toEqual([]);
  });

  it('speaks first where the reader has written it, also of a name that others bear', () => {
    const mine = makeGlossary({ note: { short: ['XQT'], gloss: 'My own words.' } }, OWN_GLOSSARY);
    for (const text of ['The XQT is here.', 'After the gas embargo delegates of the XQT met.']) {
      const [mention, ...others] = annotate(text, [talks, mine]);
      expect(mention?.ref).toBe(`${OWN_GLOSSARY}/note`);
      expect(others).toEqual([]);
    }
  });

  it('may hold an entry that another glossary has: the first speaks', () => {
    const copy = makeGlossary(
      {
        copied: { short: ['XQT'], long: ['Xenon Quiet Talks'], cues: ['gas embargo', 'delegates'] },
      },
      'copy',
    );
    const text = 'After the gas embargo delegates of the XQT met.';
    const [mention, ...others] = annotate(text, [talks, copy]);
    expect(mention?.ref).toBe('talks/xqt');
    expect(others).toEqual([]);
  });
});
