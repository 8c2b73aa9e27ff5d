/** Glossaries by address on the settings page: every state, in words, and by whatever hand. */
import '../../assets/styles/tokens.css';
import '../../assets/styles/page.css';
import '../../entrypoints/options/style.css';
import '../../entrypoints/options/packs.css';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Glossary } from '../../src/core/glossary/glossary.ts';
import { FETCH_FAULTS, fetchFault } from '../../src/core/subscriptions/fetch-fault.ts';
import type { Checked } from '../../src/core/subscriptions/subscription.ts';
import { GlossariesPart } from '../../src/ui/settings/glossaries-part.tsx';
import type { GlossaryItem, SettingsModel } from '../../src/ui/shared/settings-model.ts';
import { makeGlossary } from '../core/glossary/sample-glossary.ts';
import { expectContrast, expectNoFaults, expectRoomyTargets } from './access.ts';
import { createTranslate, LOCALE_NAMES, type Locale } from './locales.ts';
import { createSubscriptions, subscriptionAt } from './subscriptions.ts';

const BRIDGES: Glossary = {
  ...makeGlossary({ bridge: { long: ['Span Bridge Authority'] } }, 'bridges'),
  title: 'Bridges',
};
const NEWER: Glossary = {
  ...makeGlossary(
    { bridge: { long: ['Span Bridge Authority'] }, quay: { long: ['Quay Board'] } },
    'bridges',
  ),
  title: 'Bridges',
  version: '1.1.0',
};
const ADDRESS = 'https://quays.example/quays.json';

interface Options extends NonNullable<Parameters<typeof createSubscriptions>[0]> {
  readonly locale?: Locale;
}

async function open({ locale = 'en', ...world }: Options = {}) {
  const t = await createTranslate(locale);
  const { model: subscriptions, done, store } = createSubscriptions(world);
  const library = new Map([[BRIDGES.id, BRIDGES]]);
  const told: { words: string; undo: (() => void) | undefined }[] = [];
  const model = {
    fixed: new Set(),
    today: '2030-05-14',
    subscriptions,
    readGlossary: async (id: string) => library.get(id) ?? null,
    removeGlossary: async (id: string) => {
      library.delete(id);
      return async () => void library.set(BRIDGES.id, BRIDGES);
    },
    applyImport: async ({ glossaries }: Parameters<SettingsModel['applyImport']>[0]) => {
      for (const { glossary } of glossaries) library.set(glossary.id, glossary);
      return async () => void done.push('take back');
    },
  } as unknown as SettingsModel;
  const { id, title, version, language } = BRIDGES;
  const item: GlossaryItem = {
    id,
    title,
    version,
    language,
    entries: 1,
    on: true,
    origin: 'added',
    isFetched: true,
  };
  document.documentElement.lang = t('popup.language');
  document.documentElement.dir = t('popup.direction');
  document.title = 'Newsgloss';
  render(
    <main>
      <h1>Newsgloss</h1>
      <GlossariesPart
        glossaries={[item]}
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
  return { done, store, told };
}

// biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
const text = () => document.body.innerText;
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

/** Type an address and press Enter: all of it works by keyboard. */
async function give(address: string): Promise<void> {
  await userEvent.fill(document.querySelector('.by-address input') as HTMLElement, address);
  await userEvent.keyboard('{Enter}');
}

afterEach(() => render(null, document.body));

describe('an address', () => {
  it('leads to a look at what is there, and to a subscription once it is taken', async () => {
    const { done, told } = await open({ first: NEWER });
    await give(ADDRESS);
    await expect.poll(text).toContain(`What’s in ${ADDRESS}`);
    await expect.poll(() => document.activeElement?.tagName).toBe('H3');
    expect(text()).toContain('1 new entry');
    expect(done).toEqual([]);
    await press('Import');
    await expect.poll(() => told.at(-1)?.words).toBe('Imported.');
    expect(done).toEqual([`subscribe ${ADDRESS}`]);
    told.at(-1)?.undo?.();
    await expect
      .poll(() => done)
      .toEqual([`subscribe ${ADDRESS}`, `unsubscribe ${ADDRESS}`, 'take back']);
  });

  it.each([
    ['what is there is not taken', { first: NEWER }, 'Cancel'],
    ['nothing is there', {}, null],
  ] as const)('gives access to its host back when %s', async (_, world, button) => {
    const { done } = await open({ ...world, withheld: 'granted' });
    await give(ADDRESS);
    if (button) await press(button);
    await expect.poll(() => done).toEqual([`return ${ADDRESS}`]);
  });

  it('is not fetched when the reader denies access to its host', async () => {
    const { done } = await open({ first: NEWER, withheld: 'denied' });
    await give(ADDRESS);
    await expect.poll(text).toContain('Your browser does not let Newsgloss reach quays.example.');
    expect(done).toEqual([]);
  });

  it('goes with its glossary, and comes back with it', async () => {
    const { done, told } = await open({ stored: [subscriptionAt()] });
    await press('Remove Bridges');
    await expect.poll(() => done).toEqual([`unsubscribe ${ADDRESS}`]);
    await expect.poll(() => document.querySelector('.subscription')).toBeNull();
    told.at(-1)?.undo?.();
    await expect.poll(() => document.querySelector('.subscription')).not.toBeNull();
  });
});

describe('a newer one', () => {
  it('is told in words, taken, and taken back', async () => {
    const stored = [subscriptionAt({ isWaiting: true })];
    const { done, told } = await open({ stored, waiting: NEWER });
    await expect.poll(text).toContain('A newer version is available: 1.1.0');
    expect(text()).toContain('1 new entry · 1 detail changed');
    await press('Update');
    await expect.poll(() => told.at(-1)?.words).toBe('You now have the newer Bridges.');
    told.at(-1)?.undo?.();
    await expect.poll(() => done).toEqual([`take ${ADDRESS}`, `back ${ADDRESS}`]);
  });

  it('is left', async () => {
    const stored = [subscriptionAt({ isWaiting: true })];
    const { done, told } = await open({ stored, waiting: NEWER });
    await press('Keep mine');
    await expect.poll(() => told.at(-1)?.words).toBe('You keep your Bridges.');
    expect(done).toEqual([`decline ${ADDRESS}`]);
  });

  it.each<[string, Checked | null, string]>([
    ['is taken', 'taken', 'You now have the newer Bridges.'],
    ['cannot be stored', 'unsaved', 'Your browser could not save it.'],
    ['cannot be asked for', null, 'Newsgloss could not be reached.'],
  ])('is said of what it is when it %s', async (_, checked, words) => {
    await open({ stored: [subscriptionAt()], checked });
    await press('Check now: Bridges');
    await expect.poll(text).toContain(words);
    expect(text()).not.toContain('Nothing new.');
  });

  it('is not called the same where there was a fault', async () => {
    const { store } = await open({ stored: [subscriptionAt()], checked: 'told' });
    await press('Check now: Bridges');
    store(subscriptionAt({ fault: fetchFault('gone', '404') }));
    await expect.poll(text).toContain('Nothing is at this address any more (404).');
    store(subscriptionAt());
    await expect.poll(text).not.toContain('Nothing is at');
    expect(text()).not.toContain('Nothing new.');
  });

  it('is checked for by the reader, or daily and at once if he says so', async () => {
    const { done, store } = await open({ stored: [subscriptionAt()] });
    await press('Check now: Bridges');
    await expect.poll(text).toContain('Nothing new.');
    await page.getByLabelText('Check once a day').click();
    await page.getByLabelText('Update without asking').click();
    expect(done).toEqual([`check ${ADDRESS}`, `change ${ADDRESS}`, `change ${ADDRESS}`]);
    store(subscriptionAt({ isDaily: true, taking: 'at once' }));
    await expect.poll(() => document.querySelectorAll('.subscription :checked').length).toBe(2);
  });
});

describe('what is laid down by an administrator', () => {
  const managed = subscriptionAt({ isManaged: true, hasBefore: true });

  it('has no choices, and nothing of it can be taken back', async () => {
    await open({ stored: [managed] });
    await expect.poll(text).toContain(`From ${ADDRESS}`);
    expect(document.querySelectorAll('.subscription input').length).toBe(0);
    expect(text()).not.toContain('Go back to the earlier version');
  });

  it('is told of before it has come', async () => {
    const fault = fetchFault('gone', '404');
    await open({ stored: [{ ...managed, id: null, fault }] });
    await expect.poll(text).toMatch(/from your administrator\s+From https:.+\s+.*Check now/);
    expect(text()).toContain('Nothing is at this address any more (404).');
    expect(text()).not.toContain('Yours is unchanged.');
  });
});

describe('each state', () => {
  const states: Readonly<Record<string, Options>> = {
    plain: { stored: [subscriptionAt({ hasBefore: true })] },
    waiting: { stored: [subscriptionAt({ isWaiting: true })], waiting: NEWER },
    ...Object.fromEntries(
      FETCH_FAULTS.map((code) => {
        const fault = { ...fetchFault(code, '3', '1'), ...(code === 'faulty' && { faults: [] }) };
        return [
          code,
          {
            stored: [subscriptionAt({ fault, isWaiting: code === 'shrunk' || code === 'changed' })],
          },
        ];
      }),
    ),
  };

  it.each(FETCH_FAULTS)('of a fault says what happened and what to do: %s', async (code) => {
    await open(states[code]);
    await expect.poll(() => document.querySelector('.subscription .bad')).not.toBeNull();
    const said = document.querySelector('.subscription .bad')?.textContent ?? '';
    expect(said).not.toMatch(/\$\d|undefined/);
    expect(said.split(/[.:,]/).length).toBeGreaterThan(2);
  });

  const cases = ['plain', 'waiting', 'gone', 'shrunk'].flatMap((state) =>
    LOCALE_NAMES.map((locale) => [state, locale] as const),
  );
  it.each<readonly [string, Locale]>(cases)('has no fault: %s, %s', async (state, locale) => {
    await open({ ...states[state], locale });
    await expect.poll(() => document.querySelector('.subscription')).not.toBeNull();
    if (state === 'waiting') {
      await expect.poll(() => document.querySelector('.newer')).not.toBeNull();
    }
    await expectNoFaults(document.body, ['button-name', 'label']);
    await expectRoomyTargets(document.body);
    if (locale === 'en') await expectContrast(document.body);
  });
});
