import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type CardDesk, createCardDesk } from '../../../src/page/card/card-desk.ts';
import { click } from '../pointing/pointer.ts';
import { createClock, openableCard, sample, settle } from './card-sample.ts';

let clock: ReturnType<typeof createClock>;
let desk: CardDesk;
let told: string[];

beforeEach(async () => {
  await page.viewport(900, 640);
  clock = createClock();
  told = [];
  desk = createCardDesk({
    create: (own) => openableCard({ clock, ...own }),
    onPinned: () => void told.push('pinned'),
    onClose() {
      told.push('close');
      desk.hide();
    },
  });
});

afterEach(() => {
  desk.clear();
  expect(hosts()).toHaveLength(0);
  document.body.replaceChildren();
});

const hosts = () => [...document.querySelectorAll('[data-newsgloss-card]')];
const titles = () =>
  hosts().map(({ shadowRoot }) => shadowRoot?.querySelector('.title')?.textContent);

async function show(title: string, how: 'pointer' | 'key' = 'pointer'): Promise<void> {
  const word = document.createElement('span');
  word.style.cssText = 'position:fixed;left:40px;top:40px';
  word.textContent = title;
  document.body.append(word);
  const anchor = document.createRange();
  anchor.selectNodeContents(word);
  const content = Promise.resolve({ ...sample, title: { text: title, lang: 'en' } });
  desk.show(content, { anchor, node: word, how, point: null });
  await settle();
  clock.pass(300);
}

async function press(index: number, label: string): Promise<void> {
  const root = hosts()[index]?.shadowRoot;
  const button = [...(root?.querySelectorAll('.tool') ?? [])].find(
    ({ ariaLabel }) => ariaLabel === label,
  );
  if (!button) throw new Error(`no ${label}`);
  await click(button);
}

describe('a pinned card', () => {
  it('stays when the mention’s card closes, and makes room for the next one', async () => {
    await show('HTG');
    await press(0, 'pin');
    expect(told).toEqual(['pinned']);
    desk.hide();
    expect(titles()).toEqual(['HTG']);
    await show('LGE');
    expect(titles()).toEqual(['HTG', 'LGE']);
    desk.hide();
    expect(titles()).toEqual(['HTG']);
  });

  it('gives way to the next that is pinned', async () => {
    await show('HTG');
    await press(0, 'pin');
    await show('LGE');
    await press(1, 'pin');
    expect(titles()).toEqual(['LGE']);
  });

  it('closes by its button, and by Esc where the focus is in it', async () => {
    await show('HTG');
    await press(0, 'pin');
    await press(0, 'close');
    expect(titles()).toEqual([]);
    await show('LGE', 'key');
    await press(0, 'pin');
    expect(document.activeElement).toBe(hosts()[0]);
    await userEvent.keyboard('{Escape}');
    expect(titles()).toEqual([]);
    expect(told).toEqual(['pinned', 'pinned']);
  });

  it('stays where it is, inside the viewport', async () => {
    await show('HTG');
    await press(0, 'pin');
    const box = () => hosts()[0]?.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
    const before = box();
    document.body.replaceChildren();
    desk.place();
    expect(box()).toEqual(before);
    await page.viewport(420, 300);
    desk.place();
    await settle();
    const { right = 999, bottom = 999 } = box() ?? {};
    expect(right).toBeLessThanOrEqual(420);
    expect(bottom).toBeLessThanOrEqual(300);
  });
});
