import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../entrypoints/popup/style.css';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardContent } from '../../src/core/cards/card-content.ts';
import { faultAt } from '../../src/core/faults/fault.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import type { Hits } from '../../src/core/library/library-answers.ts';
import type { Explained } from '../../src/core/library/told.ts';
import { layOver } from '../../src/core/settings/layer.ts';
import type { Choices, Settings } from '../../src/core/settings/settings.ts';
import type { TermOnPage } from '../../src/extension/messages/reports.ts';
import type { Taken } from '../../src/extension/tabs/take-article.ts';
import { gatherPage } from '../../src/ui/popup/gather-page.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import type { PageReport, PopupModel } from '../../src/ui/popup/popup-model.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { expectContrast, expectNoFaults, expectRoomyTargets } from './access.ts';
import { createTranslate, LOCALE_NAMES, LOCALES, type Locale } from './locales.ts';

const SITE = 'news.example';

const term = (name: string, long: string, count: number): TermOnPage => ({
  ref: `alliance/${name.toLowerCase()}`,
  name,
  long,
  count,
  reason: { kind: 'name' },
  frameId: 0,
});
const own = (name: string, long: string, count: number): TermOnPage => ({
  ...term(name, long, count),
  ref: null,
});

const OWN_REASON = { kind: 'own', long: 'Harbour Talks Group' } as const;

const TERMS = [
  term('EDSCG', 'Extended Deterrence Strategy and Consultation Group', 12),
  term('NCG', 'Nuclear Consultative Group', 4),
  term('Pentagon', '', 1),
];
const BRIEF = TERMS.map((each) => ({ ...each, isNew: each.name === 'NCG', gloss: 'It plans.' }));
const read = (...terms: readonly TermOnPage[]): PageReport => ({
  state: 'read',
  terms,
  over: 0,
});

const LEFT: PageReport = { state: 'left', terms: [], over: 0 };

/** A popup over a world of plain values: what it was told to do, and ways to change the world. */
async function open(
  options: Partial<PopupModel> & { readonly choices?: Choices; readonly locale?: Locale } = {},
) {
  const { choices = {}, locale = 'en', ...rest } = options;
  let stored: Settings = layOver(choices);
  const jumped: string[] = [];
  const opened: string[] = [];
  let closed = 0;
  let tellSettings: (settings: Settings) => void = () => {};
  let tellPage: (page: PageReport) => void = () => {};
  let signal: AbortSignal | undefined;
  const model: PopupModel = {
    site: SITE,
    settings: stored,
    page: read(...TERMS),
    watchSettings: (callback, until) => {
      tellSettings = callback;
      signal = until;
    },
    updateSettings: async (change) => {
      stored = change(stored);
      tellSettings(stored);
    },
    letRead: async () => false,
    watchPage: (callback) => {
      tellPage = callback;
    },
    listFaults: async () => [],
    jump: async ({ name }) => {
      jumped.push(name);
      return true;
    },
    search: async () => ({ lines: [], count: 0 }),
    explain: async () => null,
    copyBrief: async () => {},
    gatherTerms: () => Promise.reject(new Error('no terms')),
    addArticle: async () => 'opened',
    fixed: new Set(),
    hasNews: false,
    openSettings: (part) => opened.push(part),
    close: () => {
      closed += 1;
    },
    ...rest,
  };
  const t = await createTranslate(locale);
  document.documentElement.lang = t('popup.language');
  document.documentElement.dir = t('popup.direction');
  document.title = 'Newsgloss';
  render(<Popup model={model} t={t} />, document.body);
  expect(signal).toBeDefined();
  // Rows out of view have no text before the first frame.
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  return {
    jumped,
    opened,
    closed: () => closed,
    stored: () => stored,
    tellSettings: (settings: Settings) => tellSettings(settings),
    tellPage: (report: PageReport) => tellPage(report),
    signal: () => signal,
  };
}

const everywhere = page.getByRole('switch', { name: 'Highlights' });
const here = page.getByRole('switch', { name: `On ${SITE}` });
const status = () => page.getByRole('status').element().textContent;
// biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
const text = () => document.body.innerText;

afterEach(() => {
  vi.restoreAllMocks();
  render(null, document.body);
});

describe('the switches', () => {
  it('turn highlights off and on everywhere', async () => {
    const popup = await open();
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'true');
    await everywhere.click();
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'false');
    expect(popup.stored().on).toBe(false);
    await expect.element(here).toBeDisabled();
    await everywhere.click();
    expect(popup.stored()).toEqual(layOver({}));
  });

  it('turn highlights off and on here', async () => {
    const popup = await open();
    await here.click();
    await expect.element(here).toHaveAttribute('aria-checked', 'false');
    expect(popup.stored().sitesOff).toEqual([SITE]);
    await here.click();
    expect(popup.stored().sitesOff).toEqual([]);
  });

  it('list the site where listed sites alone are read', async () => {
    const popup = await open({ choices: { pages: 'listed' } });
    await expect.element(here).toHaveAttribute('aria-checked', 'false');
    expect(text()).toContain('Only listed sites are read');
    await here.click();
    expect(popup.stored().sitesListed).toEqual([SITE]);
    await expect.element(here).toHaveAttribute('aria-checked', 'true');
  });

  it('follow a change that is made elsewhere', async () => {
    const popup = await open();
    popup.tellSettings(layOver({ sitesOff: [SITE] }));
    await expect.element(here).toHaveAttribute('aria-checked', 'false');
    popup.tellSettings(layOver({ on: false }));
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'false');
  });

  it('go back and say so when nothing could be stored', async () => {
    await open({ updateSettings: () => Promise.reject(new Error('full')) });
    await everywhere.click();
    await expect.poll(status).toContain('could not save');
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'true');
  });

  it('stay as they were just put while storage tells of a change before it', async () => {
    let end = () => {};
    const popup = await open({
      updateSettings: () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    });
    await everywhere.click();
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'false');
    popup.tellSettings(layOver({ style: 'solid' }));
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'false');
    end();
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'false');
    popup.tellSettings(layOver({}));
    await expect.element(everywhere).toHaveAttribute('aria-checked', 'true');
  });

  it('stop listening when the popup goes', async () => {
    const popup = await open();
    render(null, document.body);
    await expect.poll(() => popup.signal()?.aborted).toBe(true);
  });
});

describe('a page that cannot be read', () => {
  it.each<PageReport>([{ state: 'pdf' }, { state: 'unreadable' }])(
    'leads to where its text can be read, and offers nothing that does nothing: $state',
    async (report) => {
      const { opened } = await open({ page: report });
      expect(text()).not.toContain('Add this article');
      expect(text()).not.toContain('Read all pages');
      await page.getByRole('button', { name: 'Paste a text in Settings' }).click();
      expect(opened).toEqual(['texts']);
    },
  );
});

describe('a page that the browser does not let us read', () => {
  const WITHHELD = { page: { state: 'withheld' }, site: SITE } as const;

  it('offers to read it, and nothing that does nothing', async () => {
    const asked: string[] = [];
    const letRead = async (howLong: string) => asked.push(howLong) > 1;
    const { tellPage } = await open({ ...WITHHELD, letRead });
    expect(text()).toContain('does not let Newsgloss read this site');
    expect(text()).not.toContain('Add this article');
    expect(document.querySelectorAll('[role="switch"]')).toHaveLength(1);
    tellPage(read(...TERMS));
    expect(text()).not.toContain('EDSCG');
    await page.getByRole('button', { name: 'Always read this site' }).click();
    await page.getByRole('button', { name: 'Read this page now' }).click();
    expect(asked).toEqual(['always', 'once']);
    await expect
      .poll(() => {
        tellPage(read(...TERMS));
        return text();
      })
      .toContain('EDSCG');
  });

  it.each(LOCALE_NAMES)('has no fault: %s', async (locale) => {
    await open({ ...WITHHELD, locale });
    await expectNoFaults(document.body, ['button-name', 'region']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });

  it.each(LOCALE_NAMES)('has no fault: the formats of a file, %s', async (locale) => {
    await open({ page: read(own('ABC', 'A Body of Care', 2)), locale });
    document.querySelector<HTMLElement>('.deeds [aria-expanded]')?.click();
    await expect.poll(() => document.querySelectorAll('.export button').length).toBe(5);
    await expectNoFaults(document.body, ['aria-allowed-attr', 'button-name', 'region']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});

describe('the switch of a site', () => {
  it('turns the wider site that is off, and says so', async () => {
    const { stored } = await open({ choices: { sitesOff: ['example'] } });
    await page.getByRole('switch', { name: 'On example' }).click();
    await expect.poll(() => stored().sitesOff).toEqual([]);
  });

  it('names a site in its own script', async () => {
    await open({ site: 'xn--3e0b707e.kr' });
    await expect.element(page.getByRole('switch', { name: 'On 한국.kr' })).toBeVisible();
  });
});

describe('the page in front', () => {
  it.each<[string, Parameters<typeof open>[0], string, boolean]>([
    ['off everywhere', { choices: { on: false } }, 'off everywhere', true],
    ['off here', { choices: { sitesOff: [SITE] } }, 'off on this site', true],
    ['unreadable', { page: { state: 'unreadable' } }, 'cannot be read', false],
    [
      'unreadable, without a site',
      { page: { state: 'unreadable' }, site: null },
      'cannot be read',
      false,
    ],
    [
      'silent since it is off',
      { page: { state: 'unreadable' }, choices: { sitesOff: [SITE] } },
      'off on this site',
      true,
    ],
    ['a PDF file', { page: { state: 'pdf' } }, 'This is a PDF file', false],
    ['without an article', { page: LEFT }, 'no article', true],
    ['without terms', { page: read() }, 'No glossary terms', true],
    [
      'without terms of ours',
      { page: read(own('ABC', 'A Body', 2)) },
      'Defined in this article',
      true,
    ],
    ['not read yet', { page: { state: 'loading' } }, 'Reading the page', true],
    [
      'about to be read again',
      { page: { state: 'off', terms: [], over: 0 } },
      'Reading the page',
      true,
    ],
  ])('is told to be %s', async (_, options, expected, hasSwitch) => {
    await open(options);
    await expect.poll(text).toContain(expected);
    expect(here.query() !== null).toBe(hasSwitch);
    expect(everywhere.query()).not.toBeNull();
  });

  it('says nothing of loading when the answer is there at once', async () => {
    await open({ page: { state: 'loading' } });
    // On a busy machine the first frame may be long gone.
    const [late] = document.querySelector('.late')?.getAnimations() ?? [];
    if (!late) throw new Error('nothing is shown late');
    late.pause();
    late.currentTime = 0;
    expect(text()).not.toContain('Reading');
  });

  it('is read wholly when the reader asks for it', async () => {
    const popup = await open({ page: LEFT });
    await page.getByRole('button', { name: /^Read all pages/ }).click();
    expect(popup.stored().pages).toBe('all');
  });

  it.each<[string, Parameters<typeof open>[0]]>([
    ['no article', { page: LEFT, fixed: new Set(['pages']) }],
    ['off everywhere', { choices: { on: false }, fixed: new Set(['on']) }],
    ['off on this site', { choices: { sitesOff: [SITE] }, fixed: new Set(['sitesOff']) }],
    ['off on this site', { choices: { pages: 'listed' }, fixed: new Set(['sitesListed']) }],
  ])('says that an administrator has it so, and offers no way out: %s', async (words, options) => {
    await open(options);
    await expect.poll(text).toContain(words);
    expect(text()).toContain('Set by your administrator');
    expect(text()).not.toContain('Turn this site on');
    expect(page.getByRole('main').getByRole('button').elements()).toEqual([]);
  });

  it('is not hidden by a glossary that cannot be read, which is named', async () => {
    const fault = (origin: string, path: string) => ({ origin, ...faultAt(path, 'missing') });
    await open({
      listFaults: async () => [
        fault('a.json', 'entries[3].gloss'),
        fault('a.json', 'entries[4].id'),
      ],
    });
    await expect.poll(text).toContain('a.json cannot be read');
    expect(text()).toContain('entries[3].gloss is missing');
    expect(text()).not.toContain('entries[4]');
    expect(text()).toContain('EDSCG');
  });

  it('is told anew when it changes', async () => {
    const popup = await open({ page: { state: 'loading' } });
    popup.tellPage(read(...TERMS));
    await expect.element(page.getByRole('heading', { name: '3 terms on this page' })).toBeVisible();
    popup.tellPage(read(TERMS[1]!));
    await expect.element(page.getByRole('heading', { name: '1 term on this page' })).toBeVisible();
  });
});

describe('the terms', () => {
  it.each([
    [0, false],
    [1, '1 more term is not listed.'],
    [3_700, '3,700 more terms are not listed.'],
  ])('that are too many to be listed are counted: %d', async (over, words) => {
    await open({ page: { ...read(...TERMS), over } as PageReport });
    if (words === false) expect(text()).not.toContain('listed');
    else expect(text()).toContain(words);
  });

  it('are buttons with name, long form and count, ours before those of the article', async () => {
    await open({ page: read(own('ABC', 'A Body of Care', 2), ...TERMS) });
    const names = page.getByRole('main').getByRole('button').elements();
    const labels = names.map((button) => button.ariaLabel ?? button.textContent);
    expect(labels).toEqual([
      'Copy as notes',
      'Save as file',
      'EDSCG Extended Deterrence Strategy and Consultation Group1212 mentions',
      'I know EDSCG',
      'NCG Nuclear Consultative Group44 mentions',
      'I know NCG',
      'Pentagon 11 mention',
      'I know Pentagon',
      'ABC A Body of Care22 mentions',
    ]);
    await expect.element(page.getByRole('button', { name: /^NCG .* 4 mentions$/ })).toBeVisible();
    expect(text()).toContain('3 terms on this page');
  });

  it('lead to their first mention, and the popup closes', async () => {
    const popup = await open();
    await page.getByRole('button', { name: /^NCG/ }).click();
    expect(popup.jumped).toEqual(['NCG']);
    await expect.poll(popup.closed).toBe(1);
  });

  it('say so when they have gone, and the popup stays', async () => {
    const popup = await open({ jump: async () => false });
    await page.getByRole('button', { name: /^NCG/ }).click();
    await expect.poll(status).toContain('“NCG” is no longer');
    expect(popup.closed()).toBe(0);
  });

  it('are shown as text, whatever they hold', async () => {
    await open({ page: read(term('<img src=x>', '&amp; <b>bold</b>', 1)) });
    expect(text()).toContain('<img src=x>');
    expect(document.querySelector('main img, main b')).toBeNull();
  });

  it('keep the switches in view, a thousand of them too', async () => {
    const many = Array.from({ length: 1_000 }, (_, i) => term(`T${i}`, `Long form ${i}`, i + 1));
    await open({ page: read(...many) });
    await expect.poll(() => document.querySelectorAll('.term').length).toBe(1_000);
    window.scrollTo(0, document.body.scrollHeight);
    for (const element of [everywhere.element(), here.element()]) {
      const { top, bottom } = element.getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(window.innerHeight);
    }
    const countRendered = () =>
      [...document.querySelectorAll('.term')].filter((element) =>
        element.checkVisibility({ contentVisibilityAuto: true }),
      ).length;
    // What is out of view is left out with the next frame.
    await expect.poll(countRendered).toBeLessThan(200);
  });
});

describe('the brief', () => {
  const fresh = { ...TERMS[1]!, isNew: true, gloss: 'A body that plans.', lang: 'en' };

  it('says of each term what it is, and which are new to the reader', async () => {
    await open({ page: read(TERMS[0]!, fresh) });
    await expect
      .element(page.getByRole('heading', { name: '2 terms on this page · 1 new to you' }))
      .toBeVisible();
    await expect
      .element(page.getByRole('button', { name: /^NCG new Nuclear .* A body that plans\./ }))
      .toBeVisible();
  });

  it('says nothing of news where all is new', async () => {
    await open({ page: read(fresh) });
    expect(document.querySelector('.new, .fresh')).toBeNull();
  });

  const rows = () => [...document.querySelectorAll('.term-row')].map((it) => it.textContent);
  const focused = () => document.activeElement?.textContent || document.activeElement?.ariaLabel;

  it('says where the row was that it is no longer marked, and takes that back there', async () => {
    const popup = await open();
    const tick = page.getByRole('button', { name: 'I know NCG' });
    await expect.element(tick).toHaveAttribute('title', 'I know NCG');
    tick.element().focus();
    await userEvent.keyboard('{Enter}');
    expect(popup.stored().known).toEqual(['alliance/ncg']);
    await expect.poll(focused).toBe('Undo');
    expect(rows()[1]).toBe('NCG No longer marked anywhere.Undo');
    expect(document.querySelector('.quiet')).toBeNull();
    expect(text()).toContain('2 terms on this page');
    await userEvent.keyboard('{Enter}');
    expect(popup.stored().known).toEqual([]);
    await expect.poll(focused).toBe('I know NCG');
    expect(rows()[1]).toContain('Nuclear Consultative Group');
  });

  it('leads from a term that is marked again to the next such term, then to the term', async () => {
    await open({ choices: { known: ['alliance/ncg', 'alliance/pentagon'] } });
    page.getByRole('button', { name: 'Mark again: NCG' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.ariaLabel).toBe('Mark again: Pentagon');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.className).toBe('term');
    expect(document.activeElement?.textContent).toContain('Pentagon');
  });

  it('is grouped by kind when it is long, new ones first', async () => {
    const kinds = ['weapon', 'body', 'concept', 'command', 'law'] as const;
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...term(`T${i}`, `Term ${i}`, 1),
      kind: kinds[i % kinds.length] ?? 'body',
      isNew: i % 20 === 0,
    }));
    await open({ page: read(...many) });
    const parts = [...document.querySelectorAll('.terms h3')].map((head) => [
      head.textContent,
      head.nextElementSibling?.childElementCount,
      head.nextElementSibling?.querySelector('.term-name')?.textContent,
    ]);
    expect(parts).toEqual([
      ['New to you', 2, 'T0'],
      ['Organisations and meetings', 8, 'T1'],
      ['Commands, forces and exercises', 8, 'T3'],
      ['Agreements and laws', 8, 'T4'],
      ['Weapons and programmes', 6, 'T5'],
      ['Concepts and places', 8, 'T2'],
    ]);
    const [first] = document.querySelectorAll<HTMLElement>('.term');
    first?.focus();
    await userEvent.keyboard('{End}');
    expect(document.activeElement?.textContent).toContain('T37');
  });

  it('shows again what was quiet on this site, and on this site alone', async () => {
    const elsewhere = { ref: 'alliance/ncg', site: 'other.example' };
    const here = { ref: 'alliance/ncg', site: SITE };
    const popup = await open({ choices: { notHere: [elsewhere, here] } });
    expect(text()).toContain('Not marked on this site.');
    await page.getByRole('button', { name: 'Mark again: NCG' }).click();
    expect(popup.stored().notHere).toEqual([elsewhere]);
  });

  it('is copied without what is quiet', async () => {
    const copied: string[][] = [];
    await open({
      page: read(...TERMS, own('ABC', 'A Body of Care', 2)),
      choices: { known: ['alliance/ncg'] },
      copyBrief: async (terms) => void copied.push(terms.map(({ name }) => name)),
    });
    await page.getByRole('button', { name: 'Copy as notes' }).click();
    await expect.poll(text).toContain('Copied, with sources.');
    expect(copied).toEqual([['EDSCG', 'Pentagon', 'ABC']]);
  });

  it('says so when it cannot be copied', async () => {
    await open({ copyBrief: () => Promise.reject(new Error('no')) });
    await page.getByRole('button', { name: 'Copy as notes' }).click();
    await expect.poll(text).toContain('blocked copying');
  });
});

describe('the terms as a file', () => {
  const ncg = makeGlossary({ ncg: { short: ['NCG'], related: ['scm'] }, scm: { short: ['SCM'] } });
  const told = ncg.entries.slice(0, 1).map((entry): Explained => {
    const { language, sources } = ncg;
    const others = { related: [], compared: [], namesakes: [], alsoIn: [] };
    return { ref: 'sample/ncg', language, entry, sources, ...others };
  });
  const polynya = {
    ...own('polynya', 'Open water in sea ice.', 1),
    reason: { kind: 'own', long: 'Open water in sea ice.', isGloss: true } as const,
  };
  const PAGE = {
    title: 'Terms of “A page”',
    source: {
      title: 'A page',
      publisher: 'A paper',
      published: '2026-01-02',
      url: 'https://news.example/a',
    },
    undated: 'day of export',
    today: '2026-03-04',
  };

  it.each([
    ['JSON', 'newsgloss-page-1.0.0.json', '"NCG"'],
    ['CSV', 'newsgloss-page-1.0.0.csv', 'entry,ncg'],
    ['Markdown', 'newsgloss-page-1.0.0.md', '## polynya'],
    ['TBX', 'newsgloss-page-1.0.0.tbx', '<term>polynya</term>'],
    ['Anki', 'newsgloss-page-1.0.0.tsv', 'polynya\tOpen water in sea ice.'],
  ])('are written by key, but for those that are hidden: %s', async (form, file, holds) => {
    const names: string[] = [];
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return '#';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    const gathered: string[][] = [];
    await open({
      page: read(...TERMS, polynya),
      choices: { known: ['alliance/edscg'] },
      gatherTerms: async (terms) => {
        gathered.push(terms.map(({ name }) => name));
        return gatherPage(terms, told, PAGE);
      },
    });
    expect(text()).not.toContain('Markdown');
    page.getByRole('button', { name: 'Save as file' }).element().focus();
    await userEvent.keyboard('{Enter}');
    const button = page.getByRole('button', { name: `Export the terms of this page as ${form}` });
    await expect.element(button).toBeVisible();
    button.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => names).toEqual([file]);
    expect(await blobs[0]?.text()).toContain(holds);
    expect(gathered).toEqual([['NCG', 'Pentagon', 'polynya']]);
  });

  it('hold entries with their sources, and the page’s own terms with the page', () => {
    const htg = { ...own('HTG', 'Harbour Talks Group', 1), reason: OWN_REASON };
    const gathered = gatherPage([...TERMS, htg, polynya], told, PAGE);
    expect(parseGlossary(JSON.parse(JSON.stringify(gathered)), 'again')).toEqual(gathered);
    expect(gathered.entries.map(({ gloss }) => gloss)).toEqual([
      'It is in this test.',
      'Harbour Talks Group',
      'Open water in sea ice.',
    ]);
    expect(gathered.sources.at(-1)).toMatchObject({
      publisher: 'A paper',
      title: 'A page',
      published: '2026-01-02',
      url: 'https://news.example/a',
    });
  });

  it('bear what a page says of itself, however odd', () => {
    const odd = 'A \u202epage\n'.repeat(500);
    const source = { title: odd, publisher: odd, published: '', url: `https://a.example/${odd}` };
    const gathered = gatherPage([polynya], [], { ...PAGE, title: odd, source });
    expect(gathered.entries).toHaveLength(1);
    expect(gathered.sources[0]).toMatchObject({ published: '2026-03-04' });
    expect(gathered.title.length).toBeLessThanOrEqual(300);
  });

  it('say so when they cannot be written', async () => {
    await open();
    await page.getByRole('button', { name: 'Save as file' }).click();
    await page.getByRole('button', { name: /as JSON$/ }).click();
    await expect.poll(text).toContain('could not be written');
  });
});

describe('the search', () => {
  const hit = (name: string) => ({
    ref: `alliance/${name.toLowerCase()}`,
    name,
    kind: 'body' as const,
    long: `Long form of ${name}`,
    gloss: `What ${name} is.`,
    lang: 'en',
  });
  const hits = (...names: string[]) => ({ lines: names.map(hit), count: names.length });
  const content: CardContent = {
    ref: 'alliance/ncg',
    title: { text: 'NCG', lang: 'en' },
    long: null,
    otherNames: [],
    kind: 'Body',
    parties: [{ code: 'KR', name: 'South Korea' }],
    level: null,
    gloss: { text: 'A body.', lang: 'en' },
    basis: null,
    claims: [
      {
        text: { text: 'It met.', lang: 'en' },
        saidBy: null,
        asOf: 'as of 2022',
        source: 'The Harbour Paper',
        url: 'https://paper.example/a',
        aged: null,
        date: '2022',
        event: 'Met',
        from: null,
        differs: null,
      },
    ],
    related: [],
    table: null,
    rivals: [],
    namesakes: [],
    alsoIn: [],
    reason: null,
    pageDate: null,
  };

  it('shows what the library has in place of the brief, and goes back to it', async () => {
    await open({ search: async (query) => (query === 'ncg' ? hits('NCG') : hits()) });
    const field = page.getByRole('searchbox', { name: 'Search all glossaries' });
    await field.fill('ncg');
    await expect.element(page.getByRole('button', { name: /^NCG Long form/ })).toBeVisible();
    expect(text()).not.toContain('EDSCG');
    await field.fill('zzz');
    await expect.poll(text).toContain('None of your glossaries has “zzz”.');
    await field.fill('');
    await expect.poll(text).toContain('EDSCG');
  });

  it('unfolds an entry with its statements and sources', async () => {
    await open({ search: async () => hits('NCG'), explain: async () => content });
    await page.getByRole('searchbox').fill('n');
    await page.getByRole('button', { name: /^NCG/ }).click();
    await expect.poll(text).toContain('It met.');
    const link = page.getByRole('link', { name: 'The Harbour Paper' }).element();
    expect(link.getAttribute('href')).toBe('https://paper.example/a');
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('says how many entries there are, and leads to all of them', async () => {
    const lines = Array.from({ length: 45 }, (_, i) => hit(`N${i}`));
    await open({ search: async (_, most) => ({ lines: lines.slice(0, most), count: 45 }) });
    await page.getByRole('searchbox').fill('n');
    await expect.poll(text).toContain('45 entries found');
    const rows = () => document.querySelectorAll('.hits .term').length;
    expect(rows()).toBe(20);
    await page.getByRole('button', { name: 'Show more (25 left)' }).click();
    await expect.poll(rows).toBe(40);
    await expect.poll(() => document.activeElement?.textContent).toContain('N20');
    await page.getByRole('button', { name: 'Show more (5 left)' }).click();
    await expect.poll(rows).toBe(45);
    expect(text()).not.toContain('Show more');
    await page.getByRole('searchbox').fill('n1');
    await expect.poll(rows).toBe(20);
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const answers = new Map<string, (found: Hits) => void>();
    await open({ search: (query) => new Promise((resolve) => answers.set(query, resolve)) });
    const field = page.getByRole('searchbox');
    await field.fill('a');
    await expect.poll(() => answers.has('a')).toBe(true);
    await field.fill('ab');
    await expect.poll(() => answers.has('ab')).toBe(true);
    answers.get('ab')?.(hits('NEW'));
    await expect.poll(text).toContain('NEW');
    answers.get('a')?.(hits('OLD'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(text()).toContain('NEW');
    expect(text()).not.toContain('OLD');
  });
});

describe('by keyboard alone', () => {
  const focused = () => document.activeElement?.textContent ?? '';

  it('reaches everything in the order of the eye', async () => {
    await open();
    const order: string[] = [];
    for (let i = 0; i < 13; i++) {
      await userEvent.keyboard('{Tab}');
      order.push(document.activeElement?.ariaLabel ?? focused());
    }
    expect(order.map((name) => name.split(' ').slice(0, 3).join(' '))).toEqual([
      'Highlights',
      'On news.example',
      'Search all glossaries',
      'Copy as notes',
      'Save as file',
      'EDSCG Extended Deterrence',
      'I know EDSCG',
      'NCG Nuclear Consultative',
      'I know NCG',
      'Pentagon 11 mention',
      'I know Pentagon',
      'Add this article',
      'Settings',
    ]);
  });

  it.each([
    ['Enter', '{Enter}'],
    ['the space bar', ' '],
  ])('switches with %s', async (_, key) => {
    const popup = await open();
    await userEvent.keyboard('{Tab}');
    await userEvent.keyboard(key);
    expect(popup.stored().on).toBe(false);
  });

  it('moves among the terms of both lists with arrows, Home and End', async () => {
    await open({ page: read(...TERMS, own('ABC', 'A Body of Care', 2)) });
    page
      .getByRole('button', { name: /^EDSCG/ })
      .element()
      .focus();
    const path: string[] = [];
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp']) {
      await userEvent.keyboard(`{${key}}`);
      path.push(focused().split(' ')[0]!);
    }
    expect(path).toEqual(['NCG', 'ABC', 'ABC', 'Pentagon', 'EDSCG', 'EDSCG']);
  });

  it('shows where the focus is', async () => {
    await open();
    await userEvent.keyboard('{Tab}');
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
  });
});

describe('what can be set', () => {
  it('stands on a page of its own', async () => {
    const popup = await open();
    await page.getByRole('button', { name: 'Settings' }).click();
    expect(popup.opened).toEqual(['']);
    expect(page.getByRole('button', { name: /What’s new/ }).query()).toBeNull();
  });

  it('has a dot beside it after an update', async () => {
    const popup = await open({ hasNews: true });
    await page.getByRole('button', { name: 'What’s new' }).click();
    expect(popup.opened).toEqual(['news']);
  });

  it.each<[string, Parameters<typeof open>[0]]>([
    ['a barred site', { choices: { sitesBarred: [SITE] } }],
    ['a fixed list', { choices: { pages: 'listed' }, fixed: new Set(['sitesListed']) }],
  ])('is not for the reader to choose on %s', async (_, options) => {
    await open(options);
    await expect.element(here).toBeDisabled();
    await expect.element(everywhere).toBeEnabled();
  });

  it('says that an administrator has barred the site', async () => {
    await open({ choices: { sitesBarred: [SITE] } });
    await expect.poll(text).toContain('administrator has blocked');
  });
});

describe('languages', () => {
  it('have the same strings', () => {
    expect([...LOCALES.ko.keys()].sort()).toEqual([...LOCALES.en.keys()].sort());
  });

  it('fill each $1 in both', () => {
    const places = (messages: ReadonlyMap<string, string>) =>
      [...messages].filter(([, message]) => message.includes('$')).map(([key]) => key);
    expect(places(LOCALES.ko).sort()).toEqual(places(LOCALES.en).sort());
  });

  it('are Korean throughout', async () => {
    await open({ locale: 'ko' });
    expect(text()).toContain('이 페이지의 용어 3개');
    await expect.element(page.getByRole('switch', { name: `${SITE}에서` })).toBeVisible();
  });
});

describe('adding the article', () => {
  it('ends with the popup, since its review opens in a tab', async () => {
    const { closed } = await open();
    await page.getByRole('button', { name: 'Add this article' }).click();
    await expect.poll(closed).toBe(1);
  });

  it.each<[Taken, string]>([
    ['private', 'Nothing is kept in private windows'],
    ['unreadable', 'cannot be added'],
    ['none', 'No article found on this page'],
    ['long', 'too long'],
    ['unsaved', 'could not save the text'],
  ])('says why it cannot be: %s', async (taken, words) => {
    const { closed } = await open({ addArticle: async () => taken });
    await page.getByRole('button', { name: 'Add this article' }).click();
    await expect.poll(status).toContain(words);
    expect(closed()).toBe(0);
  });

  it('is not offered where there is no page', async () => {
    await open({ addArticle: null });
    expect(page.getByRole('button', { name: 'Add this article' }).elements()).toEqual([]);
  });
});

describe('access', () => {
  const states: [string, Parameters<typeof open>[0]][] = [
    ['terms', { page: read(...TERMS, own('ABC', 'A Body of Care', 2)) }],
    ['new and known terms', { page: read(...BRIEF), choices: { known: ['alliance/pentagon'] } }],
    ['no terms', { page: read() }],
    ['off everywhere', { choices: { on: false } }],
    ['off here', { choices: { sitesOff: [SITE] } }],
    ['unreadable', { page: { state: 'unreadable' }, site: null }],
    ['left alone', { page: { state: 'left', terms: [], over: 0 } }],
  ];
  const cases = states.flatMap(([state, options]) =>
    LOCALE_NAMES.map((locale) => [state, locale, options] as const),
  );

  it.each(cases)('has no fault: %s, %s', async (_, locale, options) => {
    await open({ ...options, locale });
    await expectNoFaults(document.body, ['aria-allowed-attr', 'button-name', 'region']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});
