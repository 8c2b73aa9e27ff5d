/** A card's content and words, invented, and the card of the test's document. */
import cardCss from '../../../assets/styles/card.css?inline';
import tokensCss from '../../../assets/styles/tokens.css?inline';
import type { CardClaim, CardContent } from '../../../src/core/cards/card-content.ts';
import { readCardStrings } from '../../../src/core/cards/card-strings.ts';
import { createCard } from '../../../src/page/card/card.ts';
import type { Card, CardOptions } from '../../../src/page/card/card-options.ts';

export const strings = readCardStrings((key, values) => {
  if (key === 'card.language') return 'en-GB';
  const words = key.slice('card.'.length);
  return values.length > 0 ? `${words} ${values.join(' ')}` : words;
});

const claim = (text: string, date: string): CardClaim => ({
  text: { text, lang: 'en' },
  saidBy: date === '2018-01' ? 'According to a harbour master' : null,
  asOf: 'as of 16 March 2022',
  source: 'The Harbour Paper',
  url: 'https://paper.example/talks',
  aged: 'may have changed since',
  date,
  event: `Met · ${date}`,
  from: null,
  differs: null,
});

export const sample: CardContent = {
  ref: 'g/talks',
  title: { text: 'HTG', lang: 'en' },
  long: { text: 'Harbour Talks Group', lang: 'en' },
  otherNames: [{ text: '항구협의체', lang: 'ko' }],
  kind: 'Body',
  parties: [
    { code: 'KR', name: 'South Korea' },
    { code: null, name: 'LGE' },
  ],
  level: 'deputy ministers',
  gloss: { text: 'A group in which harbour towns talk about the tide.', lang: 'en' },
  basis: 'Based on The Harbour Paper',
  claims: [
    claim(
      'It has met three times since it began, and each time in a different town.',
      '2022-03-16',
    ),
    claim('It met in the cold.', '2018-01'),
    claim(
      'It was founded by three towns that had a lighthouse in common, far from each other.',
      '2016',
    ),
  ],
  related: [{ ref: 'g/league', how: 'Modelled on', name: 'LGE' }],
  table: {
    heads: [
      { ref: 'g/talks', title: { text: 'HTG', lang: 'en' } },
      { ref: 'g/league', title: { text: 'LGE', lang: 'en' } },
    ],
    rows: [
      {
        label: 'Since',
        cells: [
          [{ text: { text: '2016', lang: 'en' }, source: 1 }],
          [{ text: { text: '1949', lang: 'en' }, source: 2 }],
        ],
      },
      {
        label: 'Meetings',
        cells: [[{ text: { text: 'January 2018', lang: 'en' }, source: 1 }], []],
      },
    ],
    sources: ['The Harbour Paper · as of 16 March 2022', 'general knowledge'],
  },
  rivals: ['high-tension gear'],
  namesakes: [{ ref: 'g/gang', name: 'Harbour Thieves Gang' }],
  alsoIn: [{ ref: 'other/hpb', name: 'Terms of the coast' }],
  reason: 'The page itself spells it out.',
  pageDate: '2024-06-01',
};

const css = tokensCss + cardCss;

/** A clock whose hands the test moves; timers fire as it passes them. */
export function createClock() {
  // Long before the browser's own clock, by which real clicks are stamped: no click is from later.
  let time = -1_000_000;
  let next = 1;
  const due = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => time,
    setTimeout(run: () => void, ms: number) {
      due.set(next, { at: time + ms, run });
      next += 1;
      return next - 1;
    },
    clearTimeout: (timer: number) => void due.delete(timer),
    timers: () => due.size,
    pass(ms: number) {
      time += ms;
      for (const [timer, { at, run }] of [...due].sort((a, b) => a[1].at - b[1].at)) {
        if (at > time || !due.delete(timer)) continue;
        run();
      }
    },
  };
}

/** A card with an open root. */
export function openableCard(options: Partial<CardOptions> = {}): Card {
  return createCard({
    document,
    mode: 'open',
    isFramed: false,
    css,
    strings,
    clock: createClock(),
    explain: async () => null,
    setKnown: async () => {},
    setNotHere: async () => {},
    copy: async () => true,
    onPin: () => {},
    onClose: () => {},
    onStep: () => {},
    rootOf: (element) => element.shadowRoot,
    whenDrawn: (run) => run(),
    ...options,
  });
}

export const hostOf = () => document.querySelector('[data-newsgloss-card]');

/** The visible box of the open card. */
export function boxOf(): HTMLElement {
  const box = hostOf()?.shadowRoot?.querySelector<HTMLElement>('.card');
  if (!box) throw new Error('no card is open');
  return box;
}

/** The card's element inside, by its class. */
export function inCard(selector: string): HTMLElement {
  const found = boxOf().querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the card has no ${selector}`);
  return found;
}

/** Until all that was promised is done and a frame is drawn. */
export async function settle(): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
