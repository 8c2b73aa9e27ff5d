import '../../assets/styles/tokens.css';
import '../../assets/styles/page.css';
import '../../entrypoints/options/style.css';
import '../../entrypoints/options/packs.css';
import { render } from 'preact';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import alliance from '../../assets/glossaries/korea-us-alliance.json';
import { drawEntry } from '../../entrypoints/options/draw-entry.ts';
import type { ReadText } from '../../src/core/articles/read-text.ts';
import { readCardStrings, type TranslateCard } from '../../src/core/cards/card-strings.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { GlossaryError, parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { createOwnGlossary, EMPTY_FORM, putEntry } from '../../src/core/own/own-entries.ts';
import { readImport, writeBackup } from '../../src/core/packs/backup.ts';
import type { ReviewHead } from '../../src/core/review/review-types.ts';
import { startReview } from '../../src/core/review/start-review.ts';
import { layOver } from '../../src/core/settings/layer.ts';
import type { Choices, Settings } from '../../src/core/settings/settings.ts';
import { SettingsPage } from '../../src/ui/settings/settings-page.tsx';
import type {
  GlossaryItem,
  SettingsModel,
  TextsModel,
} from '../../src/ui/shared/settings-model.ts';
import { expectContrast, expectNoFaults, expectRoomyTargets } from './access.ts';
import { createTranslate, LOCALE_NAMES, type Locale } from './locales.ts';
import { createSubscriptions, subscriptionAt } from './subscriptions.ts';
import { createSync, syncView } from './sync.ts';

const BUNDLED = parseGlossary(alliance, 'bundled');
const WRITER = { language: 'en', title: 'Mine', note: 'My own note', today: '2030-05-14' };
const OWN = putEntry(
  createOwnGlossary(WRITER),
  null,
  { ...EMPTY_FORM, term: 'QTG', long: 'Quiet Talks Group', gloss: 'Made up.' },
  WRITER,
);

/** Something in every part, with words from an administrator. */
const FULL: Options = {
  choices: {
    pages: 'listed',
    sitesOff: ['quiet.example'],
    sitesListed: ['news.example'],
    sitesBarred: ['barred.example'],
    known: ['korea-us-alliance/ncg'],
    notHere: [{ ref: 'korea-us-alliance/usfk', site: 'news.example' }],
  },
  fixed: new Set(['style', 'sitesListed']),
  own: OWN,
  texts: createTexts({ text: 'The NCG met.', about: { title: 'A note', publisher: 'A paper' } }),
  sync: createSync(syncView({ met: 1, left: { entries: ['QTG'], others: 2 } })).model,
  hasNews: true,
};

interface Options extends Partial<SettingsModel> {
  readonly choices?: Choices;
  readonly locale?: Locale;
  readonly own?: Glossary;
  /** One more glossary, which the reader has added. */
  readonly extra?: Glossary;
}

/** Texts under review, in memory. */
function createTexts(
  first?: ReadText,
): TextsModel & { readonly begun: ReadText[]; readonly opened: string[] } {
  const begun: ReadText[] = [];
  const opened: string[] = [];
  const headOf = (read: ReadText, id: string): ReviewHead => {
    const { text: _, ...head } = startReview(read, id, '2030-05-13T06:00:00Z');
    return { ...head, total: 5 };
  };
  let reviews = first ? [headOf(first, 'r0')] : [];
  return {
    begun,
    opened,
    readHtml: async (html) => ({ text: html.replace(/<[^>]*>/g, ' ').trim(), about: {} }),
    async startReviews(reads) {
      for (const read of reads) {
        begun.push(read);
        reviews = [headOf(read, `r${begun.length}`), ...reviews];
      }
    },
    listReviews: async () => reviews,
    openReview: (id) => void opened.push(id),
    async removeReview(id) {
      const before = reviews;
      reviews = reviews.filter((review) => review.id !== id);
      return async () => {
        reviews = before;
      };
    },
  };
}

/** The page over a world of plain values. */
async function open(options: Options = {}) {
  const { choices = {}, locale = 'en', own, extra, ...rest } = options;
  let stored: Settings = layOver(choices);
  const glossaries = new Map<string, Glossary>([[BUNDLED.id, BUNDLED]]);
  for (const each of [own, extra]) if (each) glossaries.set(each.id, each);
  const off = new Set<string>();
  let tellSettings: (settings: Settings) => void = () => {};
  let tellLibrary: () => void = () => {};
  const t = await createTranslate(locale);
  const strings = readCardStrings(t as TranslateCard);
  const itemOf = ({ id, title, version, language, entries }: Glossary): GlossaryItem => ({
    ...{ id, title, version, language, entries: entries.length, on: !off.has(id) },
    origin: id === BUNDLED.id ? 'bundled' : 'added',
    isFetched: false,
  });
  const model: SettingsModel = {
    settings: stored,
    readForeign: () => Promise.reject(new Error('No foreign file is brought here.')),
    fixed: new Set(),
    subscriptions: createSubscriptions().model,
    sync: createSync().model,
    digest: async () => '',
    watchSettings: (callback) => {
      tellSettings = callback;
    },
    updateSettings: async (change) => {
      stored = change(stored);
      tellSettings(stored);
    },
    listGlossaries: async () => [...glossaries.values()].map(itemOf),
    watchGlossaries: (callback) => {
      tellLibrary = callback;
    },
    readGlossary: async (id) => glossaries.get(id) ?? null,
    changeGlossary: async (id, change) => {
      const next = change(glossaries.get(id) ?? null);
      glossaries.set(next.id, next);
      tellLibrary();
    },
    removeGlossary: async (id) => {
      const before = [...glossaries];
      glossaries.delete(id);
      tellLibrary();
      return async () => {
        for (const [each, glossary] of before) glossaries.set(each, glossary);
        tellLibrary();
      };
    },
    setGlossaryOn: async ({ id }, on) => {
      if (on) off.delete(id);
      else off.add(id);
      tellLibrary();
    },
    hasLeftAlone: async () => false,
    countSeen: async () => 1_234,
    forgetSeen: async () => {},
    nameEntries: async (refs) =>
      refs.map((ref) => ({ ref, name: ref.slice(ref.indexOf('/') + 1) })),
    drawEntry: (root, explained, explain) => drawEntry(root, explained, explain, strings),
    texts: createTexts(),
    tryOut: () => {},
    writeBackup: async () => writeBackup({}, [], new Date()),
    applyImport: async ({ glossaries: brought }) => {
      const before = new Map(glossaries);
      for (const { glossary } of brought) glossaries.set(glossary.id, glossary);
      tellLibrary();
      return async () => {
        glossaries.clear();
        for (const [id, glossary] of before) glossaries.set(id, glossary);
        tellLibrary();
      };
    },
    version: '0.1.0',
    hasNews: false,
    markNewsSeen: () => {},
    termToAdd: null,
    today: '2030-05-14',
    ...rest,
  };
  document.documentElement.lang = t('popup.language');
  document.documentElement.dir = t('popup.direction');
  document.title = 'Newsgloss';
  render(<SettingsPage model={model} t={t} />, document.body);
  await expect.poll(() => document.querySelector('.glossary')).not.toBeNull();
  /** A glossary as another device or another tab has written it. */
  const arrive = (glossary: Glossary) => {
    glossaries.set(glossary.id, glossary);
    tellLibrary();
  };
  return { stored: () => stored, glossaries, arrive };
}

// biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
const text = () => document.body.innerText;
const own = () => page.getByRole('region', { name: 'Your own entries' });

afterEach(() => {
  vi.restoreAllMocks();
  render(null, document.body);
});

describe('what is left alone', () => {
  it('is told on top, and only where there is some', async () => {
    await open({ hasLeftAlone: async () => true });
    await expect
      .element(page.getByText(/newer version of Newsgloss probably wrote it/))
      .toBeVisible();
    await open();
    await expect.element(page.getByText(/newer version/)).not.toBeInTheDocument();
  });
});

describe('what the reader has met', () => {
  it('is counted, and can be forgotten', async () => {
    const forgetSeen = vi.fn(async () => {});
    await open({ forgetSeen });
    await expect.poll(text).toMatch(/1,234 terms are remembered\./);
    await page.getByRole('button', { name: 'Forget them' }).click();
    await expect.poll(text).toMatch(/None yet\. The toolbar window/);
    expect(forgetSeen).toHaveBeenCalledOnce();
    expect(text()).not.toContain('Forget them');
  });

  it('stays where it cannot be forgotten, and says so', async () => {
    await open({ forgetSeen: () => Promise.reject(new Error('full')) });
    await page.getByRole('button', { name: 'Forget them' }).click();
    await expect.poll(text).toMatch(/could not save that/);
    expect(text()).toMatch(/1,234 terms are remembered\./);
  });
});

describe('what the reader knows', () => {
  it('goes out as a file, from each of its glossaries', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return '#';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const known = ['korea-us-alliance/ncg', `${OWN.id}/qtg`, 'gone/entry'];
    await open({ own: OWN, choices: { known } });
    await page.getByRole('button', { name: 'Export Terms you know as Anki' }).click();
    await expect.poll(() => blobs.length).toBe(1);
    const notes = (await blobs[0]?.text())?.split('\n').slice(4, -1) ?? [];
    expect(notes.map((note) => note.split('\t')[0])).toEqual(['NCG', 'QTG']);
    expect(notes[1]).toBe('QTG\tQuiet Talks Group — Made up.\tnewsgloss-known concept');
    await page.getByRole('button', { name: 'Export Terms you know as JSON' }).click();
    await expect.poll(() => blobs.length).toBe(2);
    const written: unknown = JSON.parse((await blobs[1]?.text()) ?? '');
    const { entries } = parseGlossary(written, 'written');
    expect(entries.map(({ id }) => id)).toEqual(['ncg', 'qtg']);
  });

  it('does not go out as a file where none of its glossaries is there', async () => {
    await open({ choices: { known: ['gone/entry'] } });
    await expect.poll(() => document.querySelectorAll('#known .row').length).toBe(1);
    expect(document.querySelector('#known .export')).toBeNull();
  });
});

describe('a failure', () => {
  const broken = () => Promise.reject(new GlossaryError('stored', []));
  const newer = () => Promise.reject(new DOMException('A newer version.', 'VersionError'));
  const known = [`${BUNDLED.id}/gone`];

  it.each<[string, Options, string, RegExp]>([
    [
      'an entry that is gone',
      { choices: { known } },
      'Export Terms you know as JSON',
      /not be written/,
    ],
    [
      'a glossary that is broken',
      { readGlossary: broken },
      `Export ${BUNDLED.title} as CSV`,
      /The glossary cannot be read/,
    ],
    [
      'a database of a newer version',
      { writeBackup: newer },
      'Export everything',
      /A newer version/,
    ],
    [
      'what cannot be told',
      { writeBackup: () => Promise.reject(new Error('odd')) },
      'Export everything',
      /not be written/,
    ],
  ])('is told by its cause: %s', async (_, options, button, expected) => {
    vi.spyOn(console, 'error').mockReturnValue();
    await open(options);
    await page.getByRole('button', { name: button }).click();
    await expect.poll(() => document.querySelector('.told')?.textContent).toMatch(expected);
    expect(text()).not.toContain('could not save');
  });
});

describe('what is chosen', () => {
  it.each<[string, string, Choices]>([
    ['all pages', 'All pages', { pages: 'all' }],
    ['listed sites', 'Listed sites only', { pages: 'listed' }],
    ['first mentions', 'The first in each section', { mentions: 'first' }],
    ['a short rest', 'Quickly', { dwell: 'short' }],
    ['a longer rest', 'After a longer pause', { dwell: 'long' }],
    ['a solid line', 'Solid', { style: 'solid' }],
    ['the marker', 'Marker', { style: 'marker' }],
    ['a colour', 'Violet', { colour: 'violet' }],
  ])('is stored at once: %s', async (_, name, expected) => {
    const { stored } = await open();
    await page.getByRole('radio', { name }).click();
    expect(stored()).toEqual(layOver(expected));
    await expect.element(page.getByRole('radio', { name })).toBeChecked();
  });

  it('includes where cards look terms up, once the address can be used', async () => {
    const { stored } = await open();
    const field = page.getByRole('textbox', { name: 'Look-up link on cards' });
    await field.fill('https://search.example/%s/%s');
    await userEvent.tab();
    await expect.poll(text).toContain('Put %s in one place only.');
    expect(stored()).toEqual(layOver({}));
    // What was typed stays, to be mended.
    await expect.element(field).toHaveValue('https://search.example/%s/%s');
    await field.fill('https://search.example/%s');
    await userEvent.tab();
    await expect.poll(stored).toEqual(layOver({ searchAddress: 'https://search.example/%s' }));
    expect(text()).not.toContain('Put %s in one place only.');
    await field.fill('');
    await userEvent.tab();
    await expect.poll(stored).toEqual(layOver({ searchAddress: '' }));
  });

  it('goes back, and says so, when it could not be stored', async () => {
    await open({ updateSettings: () => Promise.reject(new Error('full')) });
    await page.getByRole('radio', { name: 'Solid' }).click();
    await expect.poll(text).toContain('could not save');
    await expect.element(page.getByRole('radio', { name: 'Dotted' })).toBeChecked();
  });

  it('cannot be changed where an administrator has fixed it', async () => {
    await open({ fixed: new Set(['style', 'pages']) });
    await expect.element(page.getByRole('radio', { name: 'Solid' })).toBeDisabled();
    await expect.element(page.getByRole('radio', { name: 'All pages' })).toBeDisabled();
    await expect.element(page.getByRole('radio', { name: 'Blue' })).toBeEnabled();
    expect(text().match(/Set by your administrator/g)).toHaveLength(2);
  });
});

describe('sites', () => {
  it.each([
    ['a host name', 'news.example', 'news.example'],
    ['an address', 'https://www.news.example/a?b', 'news.example'],
    ['capitals', 'News.Example', 'news.example'],
    ['a star', '*.news.example', 'news.example'],
  ])('are added by %s', async (_, typed, expected) => {
    const { stored } = await open();
    await page.getByRole('textbox', { name: 'Off on these sites: Add a site' }).fill(typed);
    await userEvent.keyboard('{Enter}');
    expect(stored().sitesOff).toEqual([expected]);
  });

  it.each([
    ['', 'Enter a site such as'],
    ['   ', 'Enter a site such as'],
    ['two words', 'No site can have this name'],
    ['https://', 'No site can have this name'],
    ['javascript:alert(1)', 'Only pages that begin with'],
    ['com', 'Enter the whole name'],
    ['a'.repeat(280), 'No site has a name as long'],
    ['news.*', 'A star can stand at the beginning only'],
  ])('are not added by “%s”, and it is said why', async (typed, expected) => {
    const { stored } = await open();
    await page.getByRole('textbox', { name: 'Off on these sites: Add a site' }).fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.poll(text).toContain(expected);
    expect(stored().sitesOff).toEqual([]);
  });

  it('are not added where a wider one is there, and it is said', async () => {
    const { stored } = await open({ choices: { sitesOff: ['xn--3e0b707e.kr'] } });
    await page
      .getByRole('textbox', { name: 'Off on these sites: Add a site' })
      .fill('뉴스.한국.kr');
    await userEvent.keyboard('{Enter}');
    await expect.poll(text).toContain('뉴스.한국.kr is in the list already, as 한국.kr.');
    expect(stored().sitesOff).toEqual(['xn--3e0b707e.kr']);
    await page.getByRole('button', { name: 'Remove 한국.kr' }).click();
    expect(stored().sitesOff).toEqual([]);
  });

  it('are removed, and come back', async () => {
    const { stored } = await open({ choices: { sitesOff: ['a.example', 'b.example'] } });
    await page.getByRole('button', { name: 'Remove a.example' }).click();
    expect(stored().sitesOff).toEqual(['b.example']);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect([...stored().sitesOff].sort()).toEqual(['a.example', 'b.example']);
  });
});

describe('glossaries', () => {
  it('are browsed: names, glosses, hits marked, each entry as its card', async () => {
    await open();
    await page.getByText('Browse the entries').click();
    await expect.poll(() => document.querySelectorAll('.entry').length).toBe(14);
    await page.getByRole('searchbox').fill('planning');
    await expect.poll(() => document.querySelectorAll('.entries mark').length).toBeGreaterThan(0);
    const marked = [...document.querySelectorAll('.entries mark')].map((it) => it.textContent);
    expect(new Set(marked.map((it) => it.toLowerCase()))).toEqual(new Set(['planning']));
    await page.getByRole('searchbox').fill('zzz');
    await expect.poll(text).toContain('Nothing found');
    await page.getByRole('searchbox').fill('EDSCG');
    await page.getByRole('button', { name: /^EDSCG/ }).click();
    const root = () => document.querySelector('.entry-card')?.shadowRoot;
    await expect.poll(() => root()?.querySelectorAll('.claim').length).toBe(13);
    expect(root()?.querySelector('.foot')).toBeNull();
    expect(text()).toContain('16 March 2022');
  });

  it('lead from an entry to a related one and back', async () => {
    await open();
    await page.getByText('Browse the entries').click();
    await page.getByRole('button', { name: /^EDSCG/ }).click();
    await page.getByRole('button', { name: 'NPG' }).first().click();
    const title = () =>
      document.querySelector('.entry-card')?.shadowRoot?.querySelector('.title')?.textContent;
    await expect.poll(title).toBe('NPG');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.poll(title).toBe('EDSCG');
  });
});

describe('a glossary that is removed', () => {
  const extra = { ...BUNDLED, id: 'extra', title: 'Extra' };
  const remove = () => page.getByRole('button', { name: 'Remove Extra' }).click();

  it('can be brought back, even if it is broken', async () => {
    const readGlossary = () => Promise.reject(new Error('broken'));
    const { glossaries } = await open({ extra, readGlossary });
    await remove();
    await expect.poll(() => glossaries.has('extra')).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => glossaries.has('extra')).toBe(true);
  });

  it('stays, and it is said, when its address cannot be forgotten', async () => {
    const subscriptions = {
      ...createSubscriptions({ stored: [subscriptionAt({ id: 'extra' })] }).model,
      unsubscribe: () => Promise.reject(new Error('refused')),
    };
    const { glossaries } = await open({ extra, subscriptions });
    await remove();
    await expect.poll(text).toContain('could not save that');
    expect(glossaries.has('extra')).toBe(true);
  });
});

describe('own entries', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no term', { gloss: 'A.' }, 'Fill this in'],
    ['no explanation', { term: 'QTG' }, 'Fill this in'],
    ['a term too long', { term: 'x'.repeat(201), gloss: 'A.' }, 'Use no more than 200 characters'],
    [
      'half a source',
      { term: 'QTG', gloss: 'A.', statement: 'S', publisher: 'P' },
      'Enter a date such as',
    ],
    [
      'an address that is none',
      {
        term: 'QTG',
        gloss: 'A.',
        statement: 'S',
        publisher: 'P',
        published: '2030-05-14',
        url: 'javascript:x',
      },
      'Enter an address that begins with https://',
    ],
    ['letters that hide', { term: 'Q\u202eTG', gloss: 'A.' }, 'Use plain text on one line'],
  ])('are told of %s at the field, as they are typed', async (_, fields, expected) => {
    const { glossaries } = await open();
    await page.getByRole('button', { name: 'Add an entry' }).click();
    for (const [name, value] of Object.entries(fields)) await typeInto(name, value);
    await own().getByRole('button', { name: 'Add', exact: true }).click();
    await expect.poll(text).toContain(expected);
    await expect
      .poll(() => document.activeElement?.matches('.own-form [aria-invalid=true]'))
      .toBe(true);
    expect(glossaries.has('my-glossary')).toBe(false);
  });

  it.each<[string, string, string, string]>([
    ['of a word that stands everywhere', 'term', 'Action', 'A very common word'],
    ['of an everyday word', 'aliases', 'QXG, said', '“said” is an everyday word'],
    ['of a sign that pages are not searched for', 'long', '@quiet', '“quiet” is looked for'],
    ['of a name that they have twice', 'term', 'qtg', 'Your entry “QTG” has the name “qtg” too'],
  ])('are warned %s', async (_, field, value, expected) => {
    await open({ own: OWN });
    await page.getByRole('button', { name: 'Add an entry' }).click();
    await typeInto(field, value);
    const said = () => document.querySelector('.own-form .warn')?.textContent;
    await expect.poll(said).toContain(expected);
  });

  it('are changed as they are typed, deleted and brought back', async () => {
    const { glossaries } = await open({ own: OWN });
    await page.getByRole('button', { name: 'Edit QTG' }).click();
    await typeInto('gloss', 'Something else.');
    await userEvent.keyboard('{Tab}');
    await expect
      .poll(() => glossaries.get('my-glossary')?.entries[0]?.gloss)
      .toBe('Something else.');
    await page.getByRole('button', { name: 'Remove QTG' }).click();
    await expect.poll(() => glossaries.get('my-glossary')?.entries).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => glossaries.get('my-glossary')?.entries.length).toBe(1);
  });

  it('keep what another device wrote while their form is open, in fields that were left', async () => {
    const { glossaries } = await open({ own: OWN });
    const entry = () => glossaries.get('my-glossary')?.entries[0];
    await page.getByRole('button', { name: 'Edit QTG' }).click();
    await typeInto('gloss', 'Typed here.');
    await userEvent.keyboard('{Tab}');
    await expect
      .poll(() => document.querySelector('.own-form .buttons [role=status]')?.textContent)
      .toBe('Saved');
    const form = { ...EMPTY_FORM, term: 'QTG', aliases: 'Quiet Ones', gloss: 'Better.' };
    glossaries.set('my-glossary', putEntry(OWN, 'qtg', form, WRITER));
    document.querySelector<HTMLElement>('.own-form [name=gloss]')?.focus();
    await userEvent.keyboard('{Tab}');
    await typeInto('long', 'Quieter Talks Group');
    await userEvent.keyboard('{Tab}');
    const names = () => entry()?.names.map(({ text }) => text);
    await expect.poll(names).toEqual(['QTG', 'Quieter Talks Group', 'Quiet Ones']);
    expect(entry()?.gloss).toBe('Better.');
  });

  it('are shown as another device wrote them, but for what is being typed', async () => {
    const { glossaries, arrive } = await open({ own: OWN });
    const field = (name: string) =>
      document.querySelector<HTMLInputElement>(`.own-form [name=${name}]`)?.value;
    await page.getByRole('button', { name: 'Edit QTG' }).click();
    await typeInto('gloss', 'Typed here.');
    const form = { ...EMPTY_FORM, term: 'QTG', long: 'Quiet Talks', gloss: 'Better.' };
    arrive(putEntry(OWN, 'qtg', form, WRITER));
    await expect.poll(() => field('long')).toBe('Quiet Talks');
    expect(field('gloss')).toBe('Typed here.');
    await userEvent.keyboard('{Tab}');
    await expect
      .poll(() => glossaries.get('my-glossary')?.entries[0])
      .toMatchObject({ gloss: 'Typed here.', names: [{ text: 'QTG' }, { text: 'Quiet Talks' }] });
  });

  it('lose nothing to Undo that has come from another device meanwhile', async () => {
    const { glossaries } = await open({ own: OWN });
    const entries = () => glossaries.get('my-glossary')?.entries.map(({ id }) => id);
    await page.getByRole('button', { name: 'Remove QTG' }).click();
    await expect.poll(entries).toEqual([]);
    const form = { ...EMPTY_FORM, term: 'Quay', gloss: 'Made up.' };
    glossaries.set('my-glossary', putEntry(createOwnGlossary(WRITER), null, form, WRITER));
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(entries).toEqual(['qtg', 'quay']);
  });

  it('keep the focus where the next act is: added, edited, removed, brought back', async () => {
    const focused = () => {
      const at = document.activeElement;
      return at?.getAttribute('name') ?? at?.ariaLabel ?? at?.textContent;
    };
    const act = async (name: string) => {
      const part = name === 'Undo' ? page : own();
      const button = part.getByRole('button', { name, exact: true });
      await expect.element(button).toBeVisible();
      (button.element() as HTMLElement).focus();
      await userEvent.keyboard('{Enter}');
    };
    const { glossaries } = await open();
    await act('Add an entry');
    await expect.poll(focused).toBe('term');
    await userEvent.keyboard('QXG');
    await typeInto('gloss', 'A quay.');
    await act('Add');
    await expect.poll(focused).toBe('Add an entry');
    await act('Edit QXG');
    await expect.poll(focused).toBe('term');
    await act('Close');
    await expect.poll(focused).toBe('Edit QXG');
    await act('Remove QXG');
    await expect.poll(() => glossaries.get('my-glossary')?.entries).toEqual([]);
    await expect.poll(focused).toBe('Add an entry');
    await act('Undo');
    await expect.poll(focused).toContain('QXG');
  });

  it('leave the focus to a reader who is quicker', async () => {
    await open();
    const add = own().getByRole('button', { name: 'Add an entry', exact: true }).element();
    if (add instanceof HTMLElement) add.click();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const field = () => document.querySelector<HTMLTextAreaElement>('[name=gloss]');
    // The form is drawn before the first frame ends; the focus would come with the second.
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    field()?.focus();
    const isThere = field() !== null;
    for (let i = 0; i < 4; i++) await frame();
    expect([isThere, document.activeElement === field()]).toEqual([true, true]);
  });

  it('begin with the term that was selected', async () => {
    await open({ termToAdd: 'Lantern Point' });
    const field = document.querySelector<HTMLInputElement>('[name=term]');
    expect(field?.value).toBe('Lantern Point');
  });
});

describe('texts', () => {
  const part = () => page.getByRole('region', { name: 'Add from texts' });

  it('are taken for review when they are pasted', async () => {
    const texts = createTexts();
    await open({ texts });
    await part().getByLabelText('Paste text').fill('The NCG met.\nIt will meet again.');
    await part().getByRole('button', { name: 'Review it' }).click();
    expect(texts.begun).toEqual([
      { text: 'The NCG met.\nIt will meet again.', about: { title: 'The NCG met.' } },
    ]);
    await expect.element(part().getByLabelText('Paste text')).toHaveValue('');
    await part().getByRole('button', { name: 'Continue with The NCG met.' }).click();
    expect(texts.opened).toEqual(['r1']);
  });

  it('are refused in plain words, and nothing is lost', async () => {
    const texts = createTexts();
    await open({ texts });
    await part().getByLabelText('Paste text').fill('  ');
    await part().getByRole('button', { name: 'Review it' }).click();
    await expect.element(part().getByText(/has no text in it/)).toBeVisible();
    const file = new File([new Uint8Array([0, 1, 2])], 'photo.txt');
    await userEvent.upload(part().getByLabelText('Choose files'), file);
    await expect
      .element(part().getByText('photo.txt is not a text file.', { exact: false }))
      .toBeVisible();
    expect(texts.begun).toEqual([]);
  });

  it('that were chosen as files are taken too', async () => {
    const texts = createTexts();
    await open({ texts });
    const file = new File(['<p>The NCG met.</p>'], 'page.html', { type: 'text/html' });
    await userEvent.upload(part().getByLabelText('Choose files'), file);
    await expect.poll(() => texts.begun).toEqual([{ text: 'The NCG met.', about: {} }]);
  });

  it('that come several at once get a review each; what is wrong with others is said', async () => {
    const texts = createTexts();
    await open({ texts });
    const files = [
      new File(['<p>The NCG met.</p>'], 'page.html', { type: 'text/html' }),
      new File([new Uint8Array([0, 1, 2])], 'photo.txt'),
      new File(['# The EDSCG\n\nIt met too.'], 'note.md'),
      new File([' '], 'nothing.txt'),
    ];
    await userEvent.upload(part().getByLabelText('Choose files'), files);
    await expect
      .poll(() => texts.begun.map(({ text }) => text))
      .toEqual(['The NCG met.', 'The EDSCG\n\nIt met too.']);
    await expect.element(page.getByText('2 texts are ready for review.')).toBeVisible();
    await expect
      .element(part().getByText('photo.txt is not a text file.', { exact: false }))
      .toBeVisible();
    await expect.element(part().getByText('nothing.txt has no', { exact: false })).toBeVisible();
    await expect
      .element(part().getByRole('button', { name: 'Continue with The EDSCG' }))
      .toBeVisible();
  });

  it('under review can be discarded, and that undone', async () => {
    await open({ texts: createTexts({ text: 'The NCG met.', about: { title: 'A note' } }) });
    await part().getByRole('button', { name: 'Remove A note' }).click();
    await expect.element(part().getByText('None.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(part().getByText('A note')).toBeVisible();
  });

  it('under review say so when they can be neither discarded nor brought back', async () => {
    const texts = createTexts({ text: 'The NCG met.', about: { title: 'A note' } });
    const refuse = () => Promise.reject(new Error('refused'));
    let remove: TextsModel['removeReview'] = refuse;
    await open({ texts: { ...texts, removeReview: (id) => remove(id) } });
    const discard = part().getByRole('button', { name: 'Remove A note' });
    await discard.click();
    await expect.element(page.getByText(/could not save that/)).toBeVisible();
    await expect.element(discard).toBeVisible();
    remove = async () => refuse;
    await discard.click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText(/could not save that/)).toBeVisible();
  });

  it('stay in the field when they cannot be stored', async () => {
    const texts = { ...createTexts(), startReviews: () => Promise.reject(new Error('full')) };
    await open({ texts });
    await part().getByLabelText('Paste text').fill('The NCG met.');
    await part().getByRole('button', { name: 'Review it' }).click();
    await expect.element(part().getByText(/could not save the text/)).toBeVisible();
    await expect.element(part().getByLabelText('Paste text')).toHaveValue('The NCG met.');
  });
});

describe('access', () => {
  const states: Readonly<Record<string, (options: Options) => Promise<unknown>>> = {
    fresh: open,
    'with everything': (options) => open({ ...FULL, ...options }),
    'with an entry and a form open': async (options) => {
      await open({ ...FULL, ...options, termToAdd: '' });
      document.querySelector<HTMLElement>('.glossary summary')?.click();
      await expect.poll(() => document.querySelector('.glossary .entry-name')).not.toBeNull();
      document.querySelector<HTMLElement>('.glossary .entry-name')?.click();
      await expect.poll(() => document.querySelector('.entry-card')?.shadowRoot).toBeTruthy();
      document.querySelector<HTMLElement>('.own-form [type=submit]')?.click();
      await expect.poll(() => document.querySelector('[aria-invalid=true]')).not.toBeNull();
    },
    'with sync off and a copy left': (options) =>
      open({ ...options, sync: createSync(null, true).model }),
    'with a file that is refused': async (options) => {
      await open(options);
      await choose('{');
      await expect.poll(() => document.querySelector('.faults')).not.toBeNull();
    },
    'with a file to look at': async (options) => {
      await open(options);
      await choose(JSON.stringify(OWN));
      await expect.poll(() => document.querySelector('.preview')).not.toBeNull();
    },
  };
  const cases = Object.keys(states).flatMap((state) =>
    LOCALE_NAMES.map((locale) => [state, locale] as const),
  );

  it.each<readonly [string, Locale]>(cases)('has no fault: %s, %s', async (state, locale) => {
    await states[state]?.({ locale });
    await expectNoFaults(document.body, ['button-name', 'label', 'region']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});

describe('a narrow window', () => {
  it.each(LOCALE_NAMES)('needs no scrolling sideways: %s', async (locale) => {
    await page.viewport(320, 256);
    onTestFinished(() => page.viewport(414, 896));
    await open({ ...FULL, locale });
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});

it('reads what it has written', () => {
  const text = writeBackup({ style: 'solid' }, [{ on: false, content: OWN }], new Date());
  expect(readImport(text, 'backup.json')).toEqual({
    choices: { style: 'solid' },
    glossaries: [{ glossary: OWN, on: false }],
  });
});

async function typeInto(name: string, value: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(`.own-form [name=${name}]`)!;
  await userEvent.fill(field, value);
}

async function choose(content: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  const files = new DataTransfer();
  files.items.add(new File([content], 'file.json'));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What has the focus: its own words, or those of its row. */
const focused = () => {
  const at = document.activeElement;
  return (
    at?.ariaLabel ??
    at?.getAttribute('placeholder') ??
    at?.closest('label, button, a, summary')?.textContent ??
    at?.localName
  );
};

/** Choose a file as a glossary to add. */
function giveFile(file: File): void {
  const input = document.querySelector<HTMLInputElement>('#glossaries input[type=file]')!;
  const data = new DataTransfer();
  data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Press what bears a name, by key. */
async function press(name: string | RegExp, role: 'button' | 'switch' | 'radio' = 'button') {
  const found = page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .element();
  if (found instanceof HTMLElement) found.focus();
  await userEvent.keyboard(role === 'button' ? '{Enter}' : ' ');
}

describe('the focus is where the next act is', () => {
  const SITES: Options = { choices: { sitesOff: ['a.example', 'b.example', 'c.example'] } };

  it('after a site is removed: on the next one, the one before, the field', async () => {
    await open(SITES);
    await press('Remove b.example');
    await expect.poll(focused).toBe('Remove c.example');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Remove a.example');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.closest('#sites')?.id).toBe('sites');
    expect(document.activeElement?.localName).toBe('input');
  });

  it('after a site is added: in the field, for the next one', async () => {
    await open(SITES);
    const field = document.querySelector<HTMLInputElement>('#sites input');
    field?.focus();
    await userEvent.keyboard('d.example{Enter}');
    await expect.element(page.getByText('d.example')).toBeVisible();
    expect(document.activeElement).toBe(field);
    expect(field?.value).toBe('');
  });

  it('after a site is brought back: on its row', async () => {
    await open(SITES);
    await press('Remove b.example');
    await press('Undo');
    await expect.poll(focused).toBe('Remove b.example');
  });

  it('after what was done is closed: on the next row', async () => {
    await open(SITES);
    await press('Remove b.example');
    await expect.poll(focused).toBe('Remove c.example');
    const close = document.querySelector<HTMLElement>('.told button:last-child');
    close?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('Remove c.example');
  });

  it('after a known term is marked again, and known again', async () => {
    await open({ choices: { known: ['korea-us-alliance/ncg', 'korea-us-alliance/usfk'] } });
    await press('Mark again: ncg');
    await expect.poll(focused).toBe('Mark again: usfk');
    await press('Undo');
    await expect.poll(focused).toMatch(/^Mark again/);
    await expect.poll(() => document.querySelectorAll('#known .row').length).toBe(2);
    expect(document.activeElement?.closest('#known')).not.toBeNull();
  });

  it('after a glossary is switched: on its switch', async () => {
    await open();
    await press(BUNDLED.title, 'switch');
    const toggle = () => document.querySelector('.glossary [role=switch]');
    await expect.poll(() => toggle()?.ariaChecked).toBe('false');
    expect(document.activeElement).toBe(toggle());
  });

  it('after a glossary is removed, and brought back', async () => {
    const extra = { ...BUNDLED, id: 'extra', title: 'Extra' };
    const { glossaries } = await open({ extra });
    await press('Remove Extra');
    await expect.poll(() => glossaries.has('extra')).toBe(false);
    await expect.poll(() => document.activeElement?.closest('#glossaries')).not.toBeNull();
    await press('Undo');
    await expect
      .poll(() => document.activeElement?.closest('.glossary')?.textContent)
      .toContain('Extra');
  });

  it('after a file is imported, and taken back', async () => {
    const { glossaries } = await open();
    const file = new File(
      [JSON.stringify({ ...BUNDLED, id: 'extra', title: 'Extra' })],
      'extra.json',
    );
    giveFile(file);
    await expect.poll(() => document.activeElement?.tagName).toBe('H3');
    await press('Import');
    await expect.poll(() => glossaries.has('extra')).toBe(true);
    await expect.poll(() => document.activeElement?.closest('section')?.id).toBe('glossaries');
    await press('Undo');
    await expect.poll(() => glossaries.has('extra')).toBe(false);
    await expect.poll(() => document.activeElement?.closest('#glossaries')).not.toBeNull();
  });

  it('after an import is left', async () => {
    await open();
    const file = new File(
      [JSON.stringify({ ...BUNDLED, id: 'extra', title: 'Extra' })],
      'extra.json',
    );
    giveFile(file);
    await expect.poll(() => document.activeElement?.tagName).toBe('H3');
    await press('Cancel');
    await expect.poll(() => document.activeElement?.closest('#glossaries')).not.toBeNull();
  });

  it('after a text under review is removed, and brought back', async () => {
    await open({
      texts: createTexts({
        text: 'The NCG met.',
        about: { title: 'A note', publisher: 'A paper' },
      }),
    });
    await press('Remove A note');
    await expect.poll(() => document.querySelector('#texts .row')).toBeNull();
    await expect.poll(() => document.activeElement?.closest('#texts')).not.toBeNull();
    await press('Undo');
    await expect.poll(() => document.activeElement?.closest('#texts .row')).not.toBeNull();
  });

  it('after what was met is forgotten', async () => {
    await open({ choices: { known: ['korea-us-alliance/ncg'] } });
    await expect.element(page.getByRole('button', { name: 'Forget them' })).toBeVisible();
    await press('Forget them');
    await expect.poll(() => document.activeElement?.closest('#known')).not.toBeNull();
  });

  it('of a reader who has gone elsewhere, there', async () => {
    await open(SITES);
    const field = document.querySelector<HTMLInputElement>('#own button');
    page
      .getByRole('button', { name: 'Remove b.example' })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    field?.focus();
    await expect.poll(() => document.querySelectorAll('#sites .row').length).toBe(2);
    expect(document.activeElement).toBe(field);
  });
});
