import '../../assets/styles/tokens.css';
import '../../assets/styles/page.css';
import '../../entrypoints/review/style.css';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draftGlossary } from '../../src/core/draft/draft-glossary.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { describeEntry, explainEntry } from '../../src/core/library/library-answers.ts';
import { indexGlossaries } from '../../src/core/library/library-index.ts';
import { searchLibrary } from '../../src/core/library/search.ts';
import { mergePacks } from '../../src/core/packs/pack-merge.ts';
import { foundAt } from '../../src/core/review/found-text.ts';
import type { Review, ReviewHead } from '../../src/core/review/review-types.ts';
import { startReview } from '../../src/core/review/start-review.ts';
import type { ReviewModel } from '../../src/ui/review/review-model.ts';
import { ReviewPage } from '../../src/ui/review/review-page.tsx';
import { HARBOUR, ISLANDS } from '../core/draft/draft-texts.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { expectContrast, expectNoFaults, expectRoomyTargets } from './access.ts';
import { createTranslate, LOCALE_NAMES, type Locale } from './locales.ts';

const { text: whole, ...ABOUT } = HARBOUR;
/** Without what stands around the article. */
const text = whole.slice(whole.indexOf('The two islands'));
const LIBRARY = makeGlossary(
  {
    'strand-institute': {
      long: ['Strand Institute for Island Studies'],
      gloss: 'It studies islands.',
    },
    clc: { short: ['CLC'], long: ['Coastal Lookout Council'], gloss: 'It watches the straits.' },
  },
  'straits',
);

interface Options extends Partial<ReviewModel> {
  readonly locale?: Locale;
  readonly about?: Partial<Review['source']>;
  readonly words?: string;
  readonly stored?: readonly Glossary[];
  /** The ids of those that come from an address. */
  readonly fetched?: readonly string[];
}

/** The screen over a world of plain values. */
async function open(options: Options = {}) {
  const { stored = [LIBRARY], fetched = [], ...others } = options;
  const { locale = 'en', about = ABOUT, words = text, ...rest } = others;
  const glossaries = new Map(stored.map((glossary) => [glossary.id, glossary]));
  const index = indexGlossaries(stored);
  const watching: (() => void)[] = [];
  /** What another part of the extension does. */
  const changeElsewhere = (change: (all: Map<string, Glossary>) => void) => {
    change(glossaries);
    for (const tell of watching) tell();
  };
  const saved: ReviewHead[] = [];
  const removed: string[] = [];
  const fresh = startReview({ text: words, about }, 'r1', '2030-05-14T06:00:00Z');
  const t = await createTranslate(locale);
  const model: ReviewModel = {
    review: fresh,
    draft: async (article) => draftGlossary([article]),
    findNamed: async () =>
      [...index.entries.keys()].flatMap((ref) => explainEntry(index, ref) ?? []),
    explain: async (ref) => explainEntry(index, ref),
    search: async (query) =>
      searchLibrary(index, query, 20).flatMap(
        ({ glossary, entry }) => describeEntry(index, `${glossary.id}/${entry.id}`, 'en') ?? [],
      ),
    listGlossaries: async () =>
      [...glossaries.values()].map(({ id, title, version, language, entries }) => ({
        ...{ id, title, version, language, entries: entries.length, on: true },
        origin: 'added' as const,
        isFetched: fetched.includes(id),
      })),
    watchGlossaries: (callback) => void watching.push(callback),
    changeGlossary: async (id, change) =>
      changeElsewhere((all) => {
        const next = change(all.get(id) ?? null);
        if (next) all.set(id, next);
        else all.delete(id);
      }),
    save: async (head) => saved.push(head) > 0,
    remove: async (id) => void removed.push(id),
    putBack: async () => {},
    openSettings: () => {},
    today: '2030-05-14',
    ...rest,
  };
  document.documentElement.lang = t('popup.language');
  document.documentElement.dir = t('popup.direction');
  document.title = 'Newsgloss';
  render(<ReviewPage model={model} t={t} />, document.body);
  await expect.poll(() => document.querySelector('h1')).not.toBeNull();
  if (model.review) await expect.poll(() => rows().length).toBeGreaterThan(0);
  return { glossaries, changeElsewhere, removed, saved, last: () => saved.at(-1) };
}

const rows = () => [...document.querySelectorAll<HTMLElement>('.proposal')];
const nameOf = (row: Element | null | undefined) =>
  row?.querySelector('.term-name')?.textContent ?? null;
const inHand = () => nameOf(document.querySelector('.proposal-head[aria-expanded="true"]'));
const stateOf = (name: string) => {
  const row = rows().find((each) => nameOf(each) === name);
  return row?.className.replace('proposal', '').trim();
};
const focused = () => nameOf(document.activeElement?.closest('.proposal-head'));
const press = (keys: string) => userEvent.keyboard(keys);
// biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
const seen = () => document.body.innerText;

/** With the focus on the first proposal, as the screen opens. */
async function openInHand(options: Options = {}) {
  const opened = await open(options);
  await expect.poll(focused).toBe('JPSTG');
  return opened;
}

afterEach(() => {
  vi.useRealTimers();
  render(null, document.body);
});

describe('the proposals', () => {
  it('stand in the order of the text, the first open one in hand', async () => {
    await openInHand();
    expect(rows().map(nameOf).slice(0, 3)).toEqual(['JPSTG', 'missile defense', 'CLC']);
    expect(inHand()).toBe('JPSTG');
  });

  it('show the quotes of the one in hand, in place and in the text', async () => {
    await openInHand();
    const [highlight] = [...(CSS.highlights.get('newsgloss-quote') ?? [])].map(String);
    expect(text).toContain(highlight);
    await press('jj');
    await expect.poll(inHand).toBe('CLC');
    const marks = () => [...document.querySelectorAll('mark.current')].map((it) => it.textContent);
    await expect
      .poll(() => [...new Set(marks())].sort())
      .toEqual(['CLC', 'Coastal Lookout Council']);
    const quotes = [...(CSS.highlights.get('newsgloss-quote') ?? [])].map(String);
    expect(quotes.join()).toContain('consulting body designed to watch the straits');
  });

  it('propose new facts for what a glossary knows, whose own words stay', async () => {
    await openInHand();
    await press('jj');
    await expect.element(page.getByText('New facts for CLC')).toBeVisible();
    expect(seen()).toContain('Founded August 2022');
  });

  it('come to hand when their mark in the text is pressed', async () => {
    await openInHand();
    const mark = [...document.querySelectorAll('mark')].find((it) => it.textContent === 'ZTO');
    await userEvent.click(mark as Element);
    await expect.poll(inHand).toBe('ZTO');
    await expect.poll(focused).toBe('ZTO');
  });
});

describe('a pointer', () => {
  const point = (mark: Element | undefined, screenX: number) =>
    mark?.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, screenX }));

  it('that rests on a mark brings its proposal to hand, the text stays', async () => {
    await openInHand();
    const mark = [...document.querySelectorAll('mark')].find((it) => it.textContent === 'ZTO');
    point(mark, 1);
    point(mark, 2);
    await expect.poll(inHand).toBe('ZTO');
    expect(focused()).toBe('JPSTG');
  });

  it('under which the text scrolls brings nothing until it moves', async () => {
    await openInHand();
    const mark = [...document.querySelectorAll('mark')].find((it) => it.textContent === 'ZTO');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    point(mark, 1);
    point(mark, 1);
    vi.advanceTimersByTime(10_000);
    // What a timer had changed is drawn by the next frame.
    await new Promise(requestAnimationFrame);
    expect(inHand()).toBe('JPSTG');
    point(mark, 2);
    vi.advanceTimersByTime(10_000);
    await expect.poll(inHand).toBe('ZTO');
  });
});

describe('by key', () => {
  it.each([
    ['j and k', 'j', 'k'],
    ['arrows', '{ArrowDown}', '{ArrowUp}'],
  ])('%s move', async (_, down, up) => {
    await openInHand();
    await press(down);
    await expect.poll(focused).toBe('missile defense');
    await press(up);
    await expect.poll(focused).toBe('JPSTG');
  });

  it('accepts and rejects, and takes it back', async () => {
    const { last } = await openInHand();
    await press('a');
    await expect.poll(focused).toBe('missile defense');
    await press('r');
    await expect.poll(focused).toBe('CLC');
    expect([stateOf('JPSTG'), stateOf('missile defense')]).toEqual(['accepted', 'rejected']);
    expect(seen()).toContain('2 of');
    await press('u');
    await expect.poll(focused).toBe('missile defense');
    expect(stateOf('missile defense')).toBe('open');
    expect(last()?.choices.map(({ entry, verdict }) => [entry, verdict])).toEqual([
      ['jpstg', 'accepted'],
    ]);
  });

  it('edits, where letters are letters, and goes on with Escape', async () => {
    await openInHand();
    await press('e');
    await expect.poll(() => document.activeElement?.localName).toBe('textarea');
    await press('{Control>}a{/Control}jar of tides');
    expect(inHand()).toBe('JPSTG');
    await press('{Escape}');
    await expect.poll(focused).toBe('JPSTG');
    await expect.element(page.getByText('jar of tides', { exact: true })).toBeVisible();
    await press('u');
    await expect.poll(() => seen().includes('jar of tides')).toBe(false);
  });

  it('merges one into another of the text, or of the library', async () => {
    const { last } = await openInHand();
    await press('m');
    await page.getByRole('searchbox', { name: 'Search for an entry' }).fill('Strand');
    await page.getByRole('button', { name: /^Strand Institute.*in your glossaries/ }).click();
    await expect.element(page.getByText(/^New facts for Strand Institute/)).toBeVisible();
    expect(last()?.choices[0]?.edit.into).toBe('straits/strand-institute');
    await expect.poll(focused).toBe('JPSTG');
    await press('m');
    await page
      .getByRole('button', { name: /^Northern Lights Committee.*found in this text/ })
      .click();
    await expect.element(page.getByText('New facts for Northern Lights Committee')).toBeVisible();
    await expect.poll(focused).toBe('JPSTG');
    await press('m');
    await page.getByRole('button', { name: 'Make it a new entry' }).click();
    await expect.element(page.getByText('New entry · Body')).toBeVisible();
  });
});

describe('what keeps a proposal from being accepted', () => {
  it('a gloss that the text does not give: it is asked for', async () => {
    await openInHand();
    const zto = rows().find((row) => nameOf(row) === 'ZTO');
    await userEvent.click(zto?.querySelector('.proposal-head') as Element);
    await expect.element(page.getByText(/does not say what these letters stand for/)).toBeVisible();
    await press('a');
    await expect.poll(() => document.activeElement?.getAttribute('aria-invalid')).toBe('true');
    await press('An office of tides.{Escape}');
    await expect.poll(focused).toBe('ZTO');
    await press('a');
    await expect.poll(() => stateOf('ZTO')).toBe('accepted');
  });

  it('a source without a day: the reader fills it in, and dates are told by it', async () => {
    await open({ about: { publisher: 'Quay Gazette', title: 'Pilots' } });
    await userEvent.click(rows()[0]?.querySelector('.proposal-head') as Element);
    await press('a');
    await expect.element(page.getByText(/^First say who published/)).toBeVisible();
    expect(document.activeElement?.getAttribute('name')).toBe('published');
    await page.getByLabelText('Published on').fill('2023-03-01');
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await userEvent.click(rows()[2]?.querySelector('.proposal-head') as Element);
    await expect.poll(seen).toContain('Planned June 2023');
  });
});

describe('a statement in the editor', () => {
  const field = (name: string) => page.getByLabelText(name, { exact: true }).first();
  const openFields = async () => {
    const opened = await openInHand();
    await press('e');
    await expect.poll(() => document.activeElement?.localName).toBe('textarea');
    return opened;
  };
  const accept = page.getByRole('button', { name: 'Accept', exact: true });
  const labelOf = () => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent;
  const firstClaim = (glossaries: ReadonlyMap<string, Glossary>) =>
    glossaries.get('my-glossary')?.entries[0]?.claims[0];

  it('can be mended in what it tells: words, event, date, and who says so', async () => {
    const { last, glossaries } = await openFields();
    await field('What happened').selectOptions('Signed');
    await field('When').fill('2017-11-05');
    await field('Who says so').fill('Mara Vellin');
    await press('{Escape}');
    await expect
      .element(page.getByText('Signed 5 November 2017 · According to Mara Vellin'))
      .toBeVisible();
    const edit = { what: 'signed', date: '2017-11-05', by: 'Mara Vellin' };
    expect(last()?.choices[0]?.edit.claims?.[0]).toMatchObject(edit);
    await expect.poll(focused).toBe('JPSTG');
    await press('a');
    await page.getByRole('button', { name: /^Add 1 entry/ }).click();
    const when = { what: 'signed', date: '2017-11-05' };
    await expect.poll(() => firstClaim(glossaries)).toMatchObject({ when, said_by: edit.by });
  });

  it('can be from another source than the text, by keys alone, and back', async () => {
    const { glossaries } = await openFields();
    const other = page.getByRole('button', { name: 'Another source' }).first();
    (other.element() as HTMLElement).focus();
    await press('{Enter}');
    await expect.poll(labelOf).toBe('Published by');
    await press('Velm Courier');
    await press('{Escape}');
    await expect.poll(focused).toBe('JPSTG');
    await press('a');
    // The day is not known yet: the field that lacks it is where the reader goes on.
    await expect.poll(labelOf).toBe('Published on');
    await page.getByLabelText('Published on').fill('2023-02-01');
    await page.getByLabelText('Title', { exact: true }).fill('Lights of Velm');
    await accept.click();
    await expect.poll(() => stateOf('JPSTG')).toBe('accepted');
    await page.getByRole('button', { name: /^Add 1 entry/ }).click();
    await expect.poll(() => firstClaim(glossaries)?.asOf).toBe('2023-02-01');
    const source = firstClaim(glossaries)?.source;
    expect(glossaries.get('my-glossary')?.sources.find(({ id }) => id === source)?.publisher).toBe(
      'Velm Courier',
    );
  });

  it('goes back to the text as its source, and the focus with it', async () => {
    const { last } = await openFields();
    await page.getByRole('button', { name: 'Another source' }).first().click();
    const back = page.getByRole('button', { name: 'Use the text as the source' });
    (back.element() as HTMLElement).focus();
    await press('{Enter}');
    await expect.poll(() => document.activeElement?.textContent).toBe('Another source');
    expect(last()?.choices[0]?.edit.claims?.[0]?.from).toBeNull();
  });

  it('is refused with a date that is none, or that lies after its source', async () => {
    await openFields();
    await field('What happened').selectOptions('Met');
    for (const none of ['November', '2023-02-31', '']) {
      await field('When').fill(none);
      await accept.click();
      await expect.element(page.getByText(/^Enter a date as 2025-11-04/)).toBeVisible();
      await expect.poll(labelOf).toBe('When');
    }
    await field('When').fill('2031-01');
    await accept.click();
    const told = `The source is from 1 March 2023, and this date is later. Correct the date, or choose “Planned”.`;
    await expect.element(page.getByText(told)).toBeVisible();
    await expect.poll(labelOf).toBe('When');
    expect(document.activeElement?.ariaInvalid).toBe('true');
    expect(stateOf('JPSTG')).toBe('open');
    await field('What happened').selectOptions('Planned');
    await expect.poll(seen).not.toContain('this date is later');
    await accept.click();
    await expect.poll(() => stateOf('JPSTG')).toBe('accepted');
  });

  it('can be rid of an event that it does not tell', async () => {
    const { last } = await openFields();
    const dates = () => page.getByLabelText('When', { exact: true }).elements().length;
    const before = dates();
    await field('What happened').selectOptions('Met');
    await expect.poll(dates).toBeGreaterThan(0);
    const dated = dates();
    await field('What happened').selectOptions('No event');
    expect(last()?.choices[0]?.edit.claims?.[0]).toMatchObject({ what: null });
    await expect.poll(dates).toBe(dated - 1);
    expect(before).toBeGreaterThan(0);
  });
});

describe('the focus is where the next act is', () => {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const pressByKey = async (name: string) => {
    const element = button(name).element();
    if (element instanceof HTMLElement) element.focus();
    await press('{Enter}');
  };
  const name = () => document.activeElement?.textContent;

  it('after the source is opened: in its first field; after it is done: on its button', async () => {
    await openInHand();
    await pressByKey('Edit source');
    await expect.poll(() => document.activeElement?.getAttribute('name')).toBe('publisher');
    await pressByKey('Done');
    await expect.poll(name).toBe('Edit source');
  });

  it('after a sentence that only mentions is taken: among the statements', async () => {
    await openInHand();
    const tick = () => document.querySelector<HTMLElement>('details .claim input');
    for (let at = 0; tick() === null && at < rows().length; at++) await press('j');
    const fold = document.querySelector('details');
    if (fold) fold.open = true;
    tick()?.focus();
    await press(' ');
    await expect.poll(() => document.activeElement?.closest('.item-body')).toBeTruthy();
  });

  it('after the review is discarded, and brought back', async () => {
    await openInHand();
    await pressByKey('Discard this review');
    await expect.poll(() => document.activeElement?.localName).toBe('button');
    await pressByKey('Undo');
    await expect.poll(focused).toBe('JPSTG');
  });

  it('after a merge is left: on the proposal', async () => {
    await openInHand();
    await press('m');
    await expect.poll(() => document.activeElement?.localName).toBe('input');
    await press('{Escape}');
    await expect.poll(focused).toBe('JPSTG');
  });
});

describe('where a page comes from', () => {
  const openFound = (about: Parameters<typeof foundAt>[0]['about']) => {
    const found = foundAt({ text, about }, 'https://evil.example/pilots');
    return open({ review: startReview(found, 'r1', '2030-05-14T06:00:00Z') });
  };
  const day = { title: 'Pilots', published: '2023-03-01' };

  it('is told by its address, and what it says of itself beside that', async () => {
    await openFound({ ...day, publisher: 'The Quay Times', url: 'https://quay-times.example/' });
    expect(seen()).toContain('evil.example · 1 March 2023');
    expect(seen()).toMatch(
      /found at evil\.example, but says .* The Quay Times, quay-times\.example/,
    );
  });

  it('is told with the name that it gives itself, as its own word', async () => {
    await openFound({ ...day, publisher: 'Quay Gazette' });
    expect(seen()).toContain('Quay Gazette · 1 March 2023 · evil.example');
    expect(seen()).toContain('“Quay Gazette” is what the page calls itself.');
    await page.getByRole('button', { name: 'Edit source' }).click();
    await page.getByLabelText('Published by').fill('The Evil Example');
    await expect.poll(seen).not.toContain('the page calls itself');
  });

  it('is told once where it gives no name', async () => {
    await openFound(day);
    expect(seen()).toContain('evil.example · 1 March 2023');
    expect(seen()).not.toMatch(/calls itself|but says|· evil/);
  });
});

describe('the end', () => {
  it('puts what was accepted into a glossary, in one write, and takes it back', async () => {
    const { glossaries, last } = await openInHand();
    await page.getByRole('button', { name: /^Accept all clear cases/ }).click();
    await userEvent.click(rows()[0]?.querySelector('.proposal-head') as Element);
    await press('a');
    await page.getByRole('button', { name: /^Add \d/ }).click();
    await expect.poll(seen).toMatch(/entr(y|ies) added to “My glossary”/);
    const mine = glossaries.get('my-glossary');
    expect(mine?.entries.map(({ id }) => id)).toContain('jpstg');
    expect(last()?.choices.some(({ verdict }) => verdict === 'kept')).toBe(true);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => glossaries.has('my-glossary')).toBe(false);
    await expect.poll(() => stateOf('JPSTG')).toBe('accepted');
  });

  it('is reached by keys alone: the focus goes on after all clear cases and after adding', async () => {
    const { glossaries } = await openInHand();
    const pressButton = async (name: RegExp) => {
      const button = page.getByRole('button', { name }).element();
      if (button instanceof HTMLElement) button.focus();
      await userEvent.keyboard('{Enter}');
    };
    const head = () => document.activeElement?.closest('.proposal-head');
    await pressButton(/^Accept all clear cases/);
    await expect.poll(head).toBeTruthy();
    await userEvent.keyboard('u');
    await expect.poll(() => stateOf('JPSTG')).toBe('open');
    await userEvent.keyboard('a');
    await pressButton(/^Add \d/);
    await expect.poll(() => glossaries.has('my-glossary')).toBe(true);
    await expect.poll(() => head() ?? document.activeElement?.closest('.told')).toBeTruthy();
  });

  it('can be a glossary of its own', async () => {
    const { glossaries } = await openInHand();
    await press('a');
    await page.getByLabelText('Glossary to add them to').selectOptions('New glossary…');
    await page.getByLabelText('Name of the new glossary').fill('Tides & pilots');
    await page.getByRole('button', { name: 'Add 1 entry to the glossary' }).click();
    await expect.poll(() => glossaries.get('tides-pilots')?.title).toBe('Tides & pilots');
  });

  it('changes nothing when it cannot be stored, and says so', async () => {
    const { glossaries, removed } = await openInHand({
      changeGlossary: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    });
    await press('a');
    await page.getByRole('button', { name: 'Add 1 entry to the glossary' }).click();
    await expect.poll(seen).toContain('could not save that');
    expect([[...glossaries.keys()], removed, stateOf('JPSTG')]).toEqual([
      ['straits'],
      [],
      'accepted',
    ]);
  });

  it('is reached when all is decided: the review is removed', async () => {
    const { removed } = await openInHand({ save: async () => removed.length === 0 });
    await press('a');
    for (const row of rows().slice(1)) {
      await userEvent.click(row.querySelector('.proposal-head') as Element);
      await press('r');
    }
    await page.getByRole('button', { name: 'Add 1 entry to the glossary' }).click();
    await expect.poll(() => removed).toEqual(['r1']);
    expect(seen()).toContain('The review is done.');
    expect(seen()).not.toContain('no longer kept');
  });

  it('can be a discard, which can be undone', async () => {
    const { removed } = await openInHand();
    await page.getByRole('button', { name: 'Discard this review' }).click();
    await expect.element(page.getByRole('heading', { name: 'Nothing to review' })).toBeVisible();
    expect(removed).toEqual(['r1']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows().length).toBeGreaterThan(0);
  });
});

describe('the glossary that was chosen', () => {
  const own = makeGlossary({ quay: { long: ['Quay Board'] } }, 'my-glossary');
  const choice = page.getByLabelText('Glossary to add them to');
  const add = page.getByRole('button', { name: 'Add 1 entry to the glossary' });
  const idsIn = (glossary: Glossary | undefined) => glossary?.entries.map(({ id }) => id);

  it('may be gone: that is said, another is chosen, and nothing is replaced', async () => {
    const { glossaries, changeElsewhere } = await openInHand({ stored: [LIBRARY, own] });
    await choice.selectOptions('straits');
    await press('{Escape}');
    changeElsewhere((all) => all.delete('straits'));
    await expect.poll(() => choice.element().ariaInvalid).toBe('true');
    expect(seen()).toContain('Choose a glossary');
    await userEvent.click(rows()[0]?.querySelector('.proposal-head') as Element);
    await press('a');
    await add.click();
    await expect.poll(seen).toContain('is gone, or is updated from its address now');
    expect(document.activeElement).toBe(choice.element());
    expect([...glossaries.values()]).toEqual([own]);
    await choice.selectOptions('my-glossary');
    await expect.poll(() => choice.element().ariaInvalid).toBe('false');
    await add.click();
    await expect.poll(() => idsIn(glossaries.get('my-glossary'))).toEqual(['quay', 'jpstg']);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => [...glossaries.values()]).toEqual([own]);
  });

  it('is none that comes from an address, whose next version would replace it', async () => {
    const start = startReview({ text, about: ABOUT }, 'r1', '2030-05-14T06:00:00Z');
    const review = { ...start, target: { id: 'straits' } };
    const { glossaries } = await openInHand({ review, fetched: ['straits'] });
    await expect.poll(() => choice.element().ariaInvalid).toBe('true');
    expect(choice.element().textContent).not.toContain(LIBRARY.title);
    await press('a');
    await add.click();
    await expect.poll(seen).toContain('is gone, or is updated from its address now');
    expect([...glossaries.values()]).toEqual([LIBRARY]);
  });

  it('keeps on Undo what was written into it since, and the review what was decided', async () => {
    const { glossaries, changeElsewhere } = await openInHand();
    await press('a');
    await add.click();
    await expect.poll(() => idsIn(glossaries.get('my-glossary'))).toEqual(['jpstg']);
    changeElsewhere((all) => {
      const now = all.get('my-glossary');
      if (now) all.set(now.id, mergePacks(now, own).glossary);
    });
    const last = rows().at(-1);
    await userEvent.click(last?.querySelector('.proposal-head') as Element);
    await press('r');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => idsIn(glossaries.get('my-glossary'))).toEqual(['quay']);
    await expect.poll(() => stateOf('JPSTG')).toBe('accepted');
    expect(stateOf(nameOf(last) ?? '')).toBe('rejected');
  });
});

describe('a review that another tab has ended', () => {
  it('says that decisions are no longer kept, until it is there again', async () => {
    let isThere = false;
    await openInHand({ save: async () => isThere });
    await press('a');
    await expect.poll(seen).toContain('discarded in another tab, so what you decide here');
    isThere = true;
    await press('r');
    await expect.poll(seen).not.toContain('discarded in another tab');
  });
});

describe('what storage refuses is said', () => {
  const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const undo = page.getByRole('status').getByRole('button', { name: 'Undo' });

  it('of a discard, which changes nothing then', async () => {
    await openInHand({ remove: refuse });
    await page.getByRole('button', { name: 'Discard this review' }).click();
    await expect.poll(seen).toContain('could not save that');
    expect(inHand()).toBe('JPSTG');
  });

  it('of its undo', async () => {
    await openInHand({ putBack: refuse });
    await page.getByRole('button', { name: 'Discard this review' }).click();
    await undo.click();
    await expect.poll(seen).toContain('could not save that');
    expect(seen()).toContain('Nothing to review');
  });

  it('of the undo of a review that was finished', async () => {
    await openInHand({ putBack: refuse });
    await press('a');
    await page.getByRole('button', { name: /^Add 1 entry/ }).click();
    await undo.click();
    await expect.poll(seen).toContain('could not save that');
  });
});

describe('what comes from outside', () => {
  it('is shown as text, whatever it holds', async () => {
    const words = `The <img src=x onerror=alert(1)> Group of <b>Tides</b> (GT) is a consulting body.\n\n${text}`;
    await open({ words });
    expect(document.querySelectorAll('img, .source-text b')).toHaveLength(0);
    expect(document.querySelector('.source-text')?.textContent).toContain('<b>Tides</b>');
  });

  it('may be Korean', async () => {
    const { text: words, ...about } = ISLANDS;
    await open({ words, about, locale: 'ko' });
    await expect.poll(inHand).toBe('LCG');
    expect(seen()).toContain('새 항목');
  });

  it('may be a book, of which the page shows the beginning at once', async () => {
    const words = `${text}\n\n`.repeat(200);
    await open({ words });
    const paragraphs = words.split('\n').filter((line) => line.trim() !== '').length;
    await expect.poll(() => document.querySelectorAll('.source-text p').length).toBe(paragraphs);
    expect(rows().length).toBeLessThan(20);
  });

  it('may be gone', async () => {
    await open({ review: null });
    await expect.element(page.getByRole('heading', { name: 'Nothing to review' })).toBeVisible();
  });
});

/** A state of the screen: how it is opened, and the key that shows it. */
const VIEWS: readonly (readonly [name: string, options: Options, key: string])[] = [
  ['a proposal in hand', {}, ''],
  ['its fields', {}, 'e'],
  ['a merge, and a source to fill in', { about: {} }, 'm'],
  ['nothing', { review: null }, ''],
];

describe('access', () => {
  const cases = VIEWS.flatMap(([name, ...view]) =>
    LOCALE_NAMES.map((locale) => [name, locale, ...view] as const),
  );
  it.each<readonly [string, Locale, Options, string]>(cases)(
    'has no fault: %s, %s',
    async (_, locale, options, key) => {
      await open({ locale, ...options });
      const [first] = rows();
      if (first) await userEvent.click(first.querySelector('.proposal-head') as Element);
      if (key) await press(key);
      await expectNoFaults(document.body, ['button-name', 'region']);
      await expectRoomyTargets(document.body);
      if (locale === 'en') await expectContrast(document.body);
    },
  );
});
