/** Glossaries that come and go as files: by button and by drop, looked at first, taken back. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/page.css';
import '../../entrypoints/options/style.css';
import '../../entrypoints/options/packs.css';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ForeignFile } from '../../src/core/formats/foreign.ts';
import { readForeign } from '../../src/core/formats/read-foreign.ts';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { parseGlossary } from '../../src/core/glossary/parse-glossary.ts';
import { createOwnGlossary, EMPTY_FORM, putEntry } from '../../src/core/own/own-entries.ts';
import { MOST_BYTES } from '../../src/core/packs/import-file.ts';
import { csvToGlossary, glossaryToCsv } from '../../src/core/packs/pack-csv.ts';
import { takeInPack } from '../../src/core/packs/pack-merge.ts';
import { GlossariesPart } from '../../src/ui/settings/glossaries-part.tsx';
import type { GlossaryItem, SettingsModel } from '../../src/ui/shared/settings-model.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { expectContrast, expectNoFaults, expectRoomyTargets } from './access.ts';
import { createTranslate, LOCALE_NAMES, type Locale } from './locales.ts';
import { createSubscriptions } from './subscriptions.ts';

const BUNDLED = makeGlossary({ lamp: { long: ['Lantern Point Forum'] } }, 'bundled');
const BRIDGES: Glossary = {
  ...makeGlossary(
    { bridge: { short: ['SBA'], long: ['Span Bridge Authority'] }, quay: { long: ['Quay Board'] } },
    'bridges',
  ),
  title: 'Bridges and quays',
};

/** The same glossary with one fact, one entry and one gloss of its own. */
const NEWER = parseGlossary(
  {
    ...BRIDGES,
    entries: [
      {
        ...BRIDGES.entries[0],
        gloss: 'It looks after the bridge.',
        claims: [{ text: 'It met on a Tuesday.', source: 'paper', asOf: '2026-01-02' }],
      },
      { ...BRIDGES.entries[0], id: 'tower', names: [nameOf('Signal Tower')] },
    ],
  },
  'newer',
);

function nameOf(text: string) {
  return { text, lang: 'en', role: 'long', case: 'any' } as const;
}

const decode = (bytes: Uint8Array<ArrayBuffer>): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);

interface Options {
  readonly stored?: readonly Glossary[];
  readonly locale?: Locale;
  readonly model?: Partial<SettingsModel>;
}

/** The part over a store of plain values; `told` holds what was done last. */
async function open({ stored = [], locale = 'en', model: other = {} }: Options = {}) {
  const t = await createTranslate(locale);
  const store = new Map([BUNDLED, ...stored].map((glossary) => [glossary.id, glossary]));
  const told: { words: string; undo: (() => void) | undefined }[] = [];
  const model = {
    fixed: new Set(),
    today: '2030-05-14',
    readForeign: async (file: ForeignFile) => readForeign(file, decode),
    subscriptions: createSubscriptions().model,
    readGlossary: async (id: string) => store.get(id) ?? null,
    applyImport: async ({ glossaries }: Parameters<SettingsModel['applyImport']>[0]) => {
      const before = [...store];
      for (const { glossary, way = 'replace' } of glossaries) {
        const taken = takeInPack(store.get(glossary.id) ?? null, glossary, way);
        store.set(glossary.id, taken.glossary);
      }
      return async () => {
        store.clear();
        for (const [id, glossary] of before) store.set(id, glossary);
      };
    },
    ...other,
  } as unknown as SettingsModel;
  const items = [...store.values()].map(
    ({ id, title, version, language, entries }): GlossaryItem => ({
      ...{ id, title, version, language, entries: entries.length, on: true },
      origin: id === BUNDLED.id ? 'bundled' : 'added',
      isFetched: false,
    }),
  );
  document.documentElement.lang = t('popup.language');
  document.documentElement.dir = t('popup.direction');
  document.title = 'Newsgloss';
  render(
    <main>
      <h1>Newsgloss</h1>
      <GlossariesPart
        glossaries={items}
        model={model}
        attempt={async (task) => {
          await task();
          return true;
        }}
        tell={(words, undo) => void told.push({ words, undo })}
        t={t}
      />
    </main>,
    document.body,
  );
  return { store, told };
}

// biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
const text = () => document.body.innerText;
const zone = () => document.querySelector<HTMLElement>('#glossaries')!;
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

function give(content: BlobPart | readonly BlobPart[], name: string): File {
  return new File([content].flat() as BlobPart[], name);
}

function choose(file: File): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  input.files = hold(file).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function drag(type: string, file: File | null): DragEvent {
  const dataTransfer = file ? hold(file) : new DataTransfer();
  const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
  zone().dispatchEvent(event);
  return event;
}

function hold(file: File): DataTransfer {
  const data = new DataTransfer();
  data.items.add(file);
  return data;
}

afterEach(() => {
  vi.restoreAllMocks();
  render(null, document.body);
});

describe('a table of a reader’s own', () => {
  const TABLE = 'Acronym,Meaning\nSBA,Builds bridges.\nQTG,"Talks\nquietly."\nXYZ,\n';

  it('is taken after one look, and can be taken back', async () => {
    const { store, told } = await open();
    choose(give(TABLE, 'my terms.csv'));
    await expect.poll(text).toContain('Which column is what?');
    await expect.poll(() => document.activeElement?.tagName).toBe('H3');
    expect(text()).toContain('2 entries will be imported.');
    expect(text()).toContain('1 row without a term or an explanation is left out.');
    await press('Continue');
    await expect.poll(text).toContain('Table · 2 entries');
    await press('Import');
    await expect.poll(() => store.get('my-terms')?.entries.length).toBe(2);
    expect(store.get('my-terms')?.entries[1]).toMatchObject({
      names: [{ text: 'QTG', role: 'short' }],
      gloss: 'Talks quietly.',
    });
    expect(told).toHaveLength(1);
    told[0]?.undo?.();
    await expect.poll(() => [...store.keys()]).toEqual(['bundled']);
  });

  it('waits until it is known which column is what', async () => {
    const { store } = await open();
    choose(give('NCG,A group,Nuclear Consultative Group\n', 'a.csv'));
    await page.getByRole('combobox', { name: 'Column 2 holds' }).selectOptions('Explanation');
    await expect.poll(text).toContain('Choose one column for the terms');
    await page.getByRole('combobox', { name: 'Column 3 holds' }).selectOptions('Full name');
    await press('Continue');
    await press('Import');
    await expect.poll(() => store.get('a')?.entries[0]?.gloss).toBe('A group');
  });

  it('that comes a second time is shown beside the one that is there', async () => {
    await open({ stored: [{ ...BRIDGES, id: 'my-terms', title: 'my terms' }] });
    choose(give(TABLE, 'my terms.csv'));
    await press('Continue');
    await press('Import');
    await expect.poll(text).toContain('you already have this one');
  });

  it('begins with a template that comes back as it is', async () => {
    await open();
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:none';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await press('Download a template');
    choose(give(await blobs[0]!.arrayBuffer(), 'template.csv'));
    await expect.poll(text).toContain('1 entry will be imported.');
    const roles = [...document.querySelectorAll('select')].map(({ value }) => value);
    expect(roles).toEqual(['term', 'long', 'gloss']);
  });

  it.each(LOCALE_NAMES)('has no fault when it is looked at: %s', async (locale) => {
    await open({ locale });
    choose(give(TABLE, 'my terms.csv'));
    await expect.poll(() => document.querySelector('.table-rows')).not.toBeNull();
    await expectNoFaults(document.body, ['button-name', 'label', 'select-name']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});

const TBX = `<tbx type="TBX-Basic" style="dca" xml:lang="en">
<tbxHeader><fileDesc><titleStmt><title>Harbour words</title></titleStmt></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="c1"><langSec xml:lang="en">
<descrip type="definition">A body in which two states plan.</descrip>
<termSec><term>Nuclear Consultative Group</term></termSec>
<termSec><term>NCG</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>bare</term></termSec></langSec></conceptEntry>
<conceptEntry id="c3"><langSec xml:lang="en">
<descrip type="definition">${'It is said at length. '.repeat(40)}</descrip>
<termSec><term>Long Board</term></termSec></langSec></conceptEntry>
</body></text></tbx>`;

describe('a file of a foreign format', () => {
  const fill = (label: string, value: string) => page.getByLabelText(label).fill(value);

  it('is shown, asked for its source once, and taken', async () => {
    const { store, told } = await open();
    choose(give(TBX, 'words.xml'));
    await expect.poll(text).toContain('What’s in words.xml');
    expect(text()).toContain(
      'TBX · 2 entries 1 term without an explanation is left out. 1 long explanation is shortened.',
    );
    expect(text()).toContain('Nuclear Consultative Group A body in which two states plan.');
    await fill('Published by', 'Harbour Office');
    await fill('Published on', '2026-01-02');
    await press('Import');
    await expect
      .poll(() => store.get('harbour-words')?.sources)
      .toEqual([
        {
          id: 'file',
          kind: 'text',
          publisher: 'Harbour Office',
          title: 'Harbour words',
          published: '2026-01-02',
        },
      ]);
    expect(store.get('harbour-words')?.entries.map(({ id }) => id)).toEqual(['c1', 'c3']);
    told.at(-1)?.undo?.();
    await expect.poll(() => [...store.keys()]).toEqual(['bundled']);
  });

  it.each<[Locale, string, string]>([
    ['en', 'Import', 'day of import, since the file gives no date'],
    ['ko', '가져오기', '가져온 날(파일에 날짜가 없음)'],
  ])('has what nobody says marked: %s', async (locale, button, undated) => {
    const { store } = await open({ locale });
    choose(give(TBX, 'words.tbx'));
    await press(button);
    await expect
      .poll(() => store.get('harbour-words')?.sources)
      .toMatchObject([{ kind: 'background', published: '2030-05-14', publishedBasis: undated }]);
  });

  it('bears the name that the reader gives, and takes none of a glossary that comes along', async () => {
    const { store } = await open();
    choose(give('*[NCG]: Nuclear Consultative Group\n', 'letters.md'));
    await fill('Name of the glossary', 'Bundled');
    await press('Import');
    await expect.poll(() => [...store.keys()]).toEqual(['bundled', 'bundled-2']);
  });

  it.each<[string, File, Locale, string]>([
    ['XML that breaks', give('<tbx>\n<text>', 'a.tbx'), 'en', 'line 2, column 7 is not XML'],
    ['XML that breaks, in Korean', give('<tbx>\n<text>', 'a.tbx'), 'ko', '2행 7열 여기부터 XML'],
    [
      'a page without terms',
      give('<!doctype html><p>A', 'a.html'),
      'en',
      'the file holds no terms',
    ],
    ['a damaged ZIP file', give(new Uint8Array([0x50, 0x4b, 3, 4]), 'a.zip'), 'en', 'is damaged'],
  ])('is refused for %s, with its place', async (_, file, locale, words) => {
    const { store } = await open({ locale });
    choose(file);
    await expect.poll(text).toContain(words);
    expect([...store.keys()]).toEqual(['bundled']);
  });

  it.each(LOCALE_NAMES)('has no fault when it is looked at: %s', async (locale) => {
    await open({ locale });
    choose(give(TBX, 'words.tbx'));
    await expect.poll(() => document.querySelector('.foreign-source')).not.toBeNull();
    await expectNoFaults(document.body, ['button-name', 'label']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});

describe('a pack', () => {
  it('of the reader’s own entries comes back without advice', async () => {
    const writer = { language: 'en', title: 'Mine', note: 'My own note', today: '2030-05-14' };
    const form = { ...EMPTY_FORM, term: 'action', aliases: 'act', gloss: 'An act.' };
    const own = putEntry(createOwnGlossary(writer), null, form, writer);
    await open();
    choose(give(glossaryToCsv(own), 'mine.csv'));
    await expect.poll(text).toContain('What’s in mine.csv');
    expect(document.querySelector('.warnings')).toBeNull();
  });

  it.each<[string, File]>([
    ['JSON', give(JSON.stringify(BRIDGES), 'bridges.json')],
    ['CSV', give(glossaryToCsv(BRIDGES), 'bridges.csv')],
  ])('is shown before it is taken, and can be taken back: %s', async (_, file) => {
    const { store, told } = await open();
    choose(file);
    await expect.poll(text).toContain(`What’s in ${file.name}`);
    expect(text()).toContain('Bridges and quays (new) · 2 entries');
    await expect.poll(() => document.activeElement?.tagName).toBe('H3');
    expect([...store.keys()]).toEqual(['bundled']);
    await press('Import');
    await expect.poll(() => store.get('bridges')).toEqual(BRIDGES);
    expect(document.querySelector('.preview')).toBeNull();
    expect(told.at(-1)?.words).toBe('Imported.');
    told.at(-1)?.undo?.();
    await expect.poll(() => [...store.keys()]).toEqual(['bundled']);
  });

  it('is taken where it is let go, while the zone says so', async () => {
    await open();
    const file = give(glossaryToCsv(BRIDGES), 'bridges.csv');
    expect(drag('dragenter', file).defaultPrevented).toBe(true);
    await expect.poll(text).toContain('Drop it to see what’s inside.');
    drag('dragleave', file);
    await expect.poll(text).toContain('You can also drop it here.');
    expect(drag('drop', file).defaultPrevented).toBe(true);
    await expect.poll(text).toContain('What’s in bridges.csv');
  });

  it('is not what is dragged when it is text', async () => {
    await open();
    expect(drag('dragover', null).defaultPrevented).toBe(false);
    expect(zone().className).toBe('');
  });

  it('replaces one of its id, told in words', async () => {
    const { store } = await open({ stored: [BRIDGES] });
    choose(give(JSON.stringify(NEWER), 'newer.json'));
    await expect
      .poll(text)
      .toContain('1 new entry · 1 entry removed · 1 new fact · 1 detail changed');
    await page.getByText('Show each change').click();
    for (const change of [
      'New: Signal Tower',
      'Removed: Quay Board',
      'SBA, new fact as of January 2, 2026: It met on a Tuesday.',
      'SBA: “explanation” changed',
    ]) {
      expect(text()).toContain(change);
    }
    await press('Import');
    await expect.poll(() => store.get('bridges')).toEqual(NEWER);
  });

  it('merges with one of its id: nothing goes, what differs stays', async () => {
    const { store } = await open({ stored: [BRIDGES] });
    choose(give(JSON.stringify(NEWER), 'newer.json'));
    await page.getByRole('radio', { name: 'Keep mine, add what’s new' }).click();
    await expect.poll(text).toContain('1 new entry · 1 new fact\n');
    expect(text()).toContain('They differ in 1 place. Yours is kept there.');
    await press('Import');
    const ids = () => store.get('bridges')?.entries.map(({ id }) => id);
    await expect.poll(ids).toEqual(['bridge', 'quay', 'tower']);
    expect(store.get('bridges')?.entries[0]?.gloss).toBe(BRIDGES.entries[0]?.gloss);
  });

  it.each<[string, Options, string]>([
    ['that says the same', { stored: [BRIDGES] }, 'It is the same as the one you have.'],
    [
      'over one that cannot be read',
      { stored: [BRIDGES], model: { readGlossary: () => Promise.reject(new Error('broken')) } },
      'Yours cannot be read, so it will be replaced.',
    ],
  ])('%s tells so', async (_, options, words) => {
    await open(options);
    choose(give(JSON.stringify(BRIDGES), 'same.json'));
    await expect.poll(text).toContain(words);
  });

  it('comes with advice on names that stand everywhere', async () => {
    const [first] = BRIDGES.entries;
    const pack = { ...BRIDGES, entries: [{ ...first, names: [nameOf('the')] }] };
    await open();
    choose(give(JSON.stringify(pack), 'the.json'));
    await page.getByText('1 suggestion').click();
    await expect.poll(text).toContain('is "any" for the common word "the"');
  });

  it('leaves all as it was when it cannot be stored', async () => {
    const applyImport = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const { store } = await open({ model: { applyImport } });
    choose(give(JSON.stringify(BRIDGES), 'bridges.json'));
    await press('Import');
    await expect.poll(text).toContain('Your browser could not save it.');
    expect([...store.keys()]).toEqual(['bundled']);
  });

  const table = glossaryToCsv(BRIDGES).split('\r\n');
  const latin = Uint8Array.of(...new TextEncoder().encode('{"id":"'), 0xe9, 0x22, 0x7d);
  it.each<[string, File, Locale, string]>([
    ['JSON that breaks', give('{\n  "id": x', 'a.json'), 'en', 'line 2, column 9 is not JSON'],
    [
      'JSON that breaks, in Korean',
      give('{\n  "id": x', 'a.json'),
      'ko',
      '2행 9열 JSON이 아닙니다',
    ],
    ['an empty table', give('', 'a.csv'), 'en', 'line 1 must have the columns row, entry'],
    [
      'a table with a bad cell',
      give(table.with(3, table[3]!.replace(',body,', ',club,')).join('\n'), 'a.csv'),
      'en',
      'line 4, kind is "club", but must be one of "body", "alliance"',
    ],
    [
      'a table with a bad cell, in Korean',
      give(table.with(3, table[3]!.replace(',body,', ',club,')).join('\n'), 'a.csv'),
      'ko',
      '4행, kind 값이 "club"입니다.',
    ],
    [
      'a table with an open quotation mark',
      give([...table.slice(0, 3), 'entry,"quay'].join('\n'), 'a.csv'),
      'en',
      'line 4 has a quotation mark that is never closed',
    ],
    ['letters of another encoding', give(latin, 'a.json'), 'en', 'the file is not text in UTF-8'],
    [
      'the id of one that came along',
      give(JSON.stringify({ ...BRIDGES, id: 'bundled' }), 'a.json'),
      'en',
      'id is "bundled", the id of a glossary that cannot be replaced',
    ],
  ])('is refused for %s, with its place', async (_, file, locale, words) => {
    const { store } = await open({ locale });
    choose(file);
    await expect.poll(text).toContain(words);
    expect([...store.keys()]).toEqual(['bundled']);
  });

  it('is not read when it is too large', async () => {
    await open();
    const read = vi.spyOn(Blob.prototype, 'arrayBuffer');
    choose(give(new Uint8Array(MOST_BYTES + 1), 'huge.json'));
    await expect.poll(text).toContain('the file must not be larger than 50 MB');
    expect(read).not.toHaveBeenCalled();
  });
});

describe('the reader’s own entries, saved alone', () => {
  const writer = { language: 'en', title: 'Mine', note: 'My own note', today: '2030-05-14' };
  const form = { ...EMPTY_FORM, term: 'QTG', gloss: 'As it is.' };
  const own = putEntry(createOwnGlossary(writer), null, form, writer);
  const saved = putEntry(
    putEntry(own, 'qtg', { ...form, gloss: 'As it was.' }, writer),
    null,
    { ...form, term: 'Span Bridge Authority' },
    writer,
  );

  it.each([
    ['JSON', give(JSON.stringify(saved), 'mine.json')],
    ['CSV', give(glossaryToCsv(saved), 'mine.csv')],
  ])('join those that are there, and replace none: %s', async (_, file) => {
    const { store, told } = await open({ stored: [own] });
    choose(file);
    await expect.poll(text).toContain('Import them only if you exported this file yourself.');
    expect(document.querySelector('.preview input[type=radio]')).toBeNull();
    await press('Import');
    await expect.poll(() => told.length).toBe(1);
    const { entries } = store.get(own.id)!;
    expect(entries.map(({ gloss }) => gloss)).toEqual(['As it is.', 'As it is.']);
    expect(entries.map(({ id }) => id)).toEqual(['qtg', 'span-bridge-authority']);
  });

  it('join those that have come while the file was looked at', async () => {
    const { store, told } = await open({ stored: [own] });
    choose(give(JSON.stringify(saved), 'mine.json'));
    await expect.poll(text).toContain('Import them only if you exported this file yourself.');
    store.set(own.id, putEntry(own, null, { ...form, term: 'Quay' }, writer));
    await press('Import');
    await expect.poll(() => told.length).toBe(1);
    const ids = store.get(own.id)?.entries.map(({ id }) => id);
    expect(ids).toEqual(['qtg', 'quay', 'span-bridge-authority']);
  });

  it('come back where there are none', async () => {
    const { store } = await open();
    choose(give(JSON.stringify(saved), 'mine.json'));
    await expect.poll(text).toContain('Your own entries · 2 entries');
    await press('Import');
    await expect.poll(() => store.get(own.id)).toEqual(saved);
  });
});

describe('an export', () => {
  const written = async (form: string) => {
    const blobs: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return '#';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await press(`Export ${BRIDGES.title} as ${form}`);
    await expect.poll(() => names.length).toBe(1);
    return { name: names[0], content: (await blobs[0]?.text()) ?? '' };
  };

  it('is JSON that can be brought in again', async () => {
    await open({ stored: [BRIDGES] });
    const { name, content } = await written('JSON');
    expect(name).toBe('bridges-1.0.0.json');
    expect(parseGlossary(JSON.parse(content), 'again')).toEqual(BRIDGES);
  });

  it('is CSV that can be brought in again', async () => {
    await open({ stored: [BRIDGES] });
    const { name, content } = await written('CSV');
    expect(name).toBe('bridges-1.0.0.csv');
    expect(csvToGlossary(content, 'again')).toEqual(BRIDGES);
  });

  it.each([
    ['TBX', 'bridges-1.0.0.tbx', '<term>Span Bridge Authority</term>'],
    ['Anki', 'bridges-1.0.0.tsv', 'SBA\tSpan Bridge Authority — It is in this test.\tbridges body'],
  ])('is %s for other programs', async (form, file, holds) => {
    await open({ stored: [BRIDGES] });
    const { name, content } = await written(form);
    expect(name).toBe(file);
    expect(content).toContain(holds);
  });

  it('is Markdown to read', async () => {
    await open({ stored: [BRIDGES] });
    const { name, content } = await written('Markdown');
    expect(name).toBe('bridges-1.0.0.md');
    expect(content).toContain('## SBA\n\n*Span Bridge Authority*');
  });
});

describe('a difference', () => {
  it.each([
    ['en', 'SBA: “explanation” changed'],
    ['ko', 'SBA: ‘설명’ 바뀜'],
  ] as const)('names fields in the language of the reader: %s', async (locale, expected) => {
    await open({ stored: [BRIDGES], locale });
    choose(give(JSON.stringify(NEWER), 'newer.json'));
    await expect
      .poll(() => [...document.querySelectorAll('.changes li')].map((it) => it.textContent))
      .toContain(expected);
  });
});

describe('access', () => {
  const pack = give(JSON.stringify(NEWER), 'newer.json');
  const states: Readonly<Record<string, () => Promise<unknown>>> = {
    'with a pack beside the one of its id': async () => {
      choose(pack);
      await expect.poll(() => document.querySelector('.difference')).not.toBeNull();
      for (const fold of document.querySelectorAll<HTMLElement>('.preview summary')) fold.click();
    },
    'with a table that is refused': async () => {
      choose(give('row\nclub', 'a.csv'));
      await expect.poll(() => document.querySelector('.faults')).not.toBeNull();
    },
    'with a file held over it': async () => {
      drag('dragenter', pack);
      await expect.poll(() => zone().className).toBe('dropping');
    },
  };
  const cases = Object.keys(states).flatMap((state) =>
    LOCALE_NAMES.map((locale) => [state, locale] as const),
  );

  it.each<readonly [string, Locale]>(cases)('has no fault: %s, %s', async (state, locale) => {
    await open({ stored: [BRIDGES], locale });
    await states[state]?.();
    await expectNoFaults(document.body, ['button-name', 'label']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});
