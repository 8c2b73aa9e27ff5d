import { describe, expect, it } from 'vitest';
import { createBlockList } from '../../../src/page/text/block-list.ts';
import { createSheet, type LinesSheet } from '../../../src/page/text/sheets.ts';
import { walkLines } from '../../../src/page/text/walk-lines.ts';
import { stage } from '../reading/reading-page.ts';

const pageText = (node: Text) => node.data;

/**
 * The sheets of a page, cut after the clock was looked at so many times, and the list that their
 * blocks come into.
 */
function open(markup: string, looksInSheet = 1_000) {
  const place = stage(markup);
  const list = createBlockList();
  const sheets: LinesSheet[] = [];
  let looks = 0;
  const isDue = () => {
    looks++;
    return looks % looksInSheet === 0;
  };
  for (const some of walkLines([place], pageText, isDue)) {
    sheets.push(createSheet(some, list, pageText, sheets.at(-1)));
  }
  return { place, list, sheets, sheet: sheets[0]! };
}

const textsOf = (list: ReturnType<typeof open>['list']) => list.blocks.map(({ text }) => text);

describe('a sheet', () => {
  it('has a block in the list for its first line and for headings alone', () => {
    const { list, sheet } = open('<p>one</p><p>two</p><h2>three</h2><p>four</p>');
    expect(textsOf(list)).toEqual(['one', 'three']);
    expect(sheet.blockAt(3)?.text).toBe('four');
    expect(textsOf(list)).toEqual(['one', 'three', 'four']);
  });

  it('makes the same block of a line each time', () => {
    const { sheet } = open('<p>one</p><p>two</p>');
    expect(sheet.blockAt(1)).toBe(sheet.blockAt(1));
  });

  it('keeps document order and sections, in whatever order blocks are asked for', () => {
    const { list, sheets } = open(
      Array.from({ length: 200 }, (_, i) => `<p>p${i}</p>${i % 60 ? '' : '<h2>h</h2>'}`).join(''),
      4,
    );
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets.toReversed()) {
      for (let i = sheet.ends.length - 1; i >= 0; i -= 3) sheet.blockAt(i);
      for (let i = 0; i < sheet.ends.length; i += 2) sheet.blockAt(i);
    }
    const numbers = textsOf(list).flatMap((text) => (text === 'h' ? [] : [Number(text.slice(1))]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers.length).toBeGreaterThan(100);
    const sections = list.blocks.map(({ section }) => section);
    expect(sections).toEqual([...sections].sort((a, b) => a - b));
    expect(new Set(sections).size).toBe(5);
  });

  it.each<[string, (line: Element) => void]>([
    ['taken out', (line) => line.remove()],
    ['written over', (line) => (line.firstChild!.nodeValue = 'other')],
    ['emptied', (line) => line.replaceChildren()],
  ])('has no block for a line that the page has %s', (_, act) => {
    const { place, sheet, list } = open('<p>one</p><p>two</p>');
    act(place.querySelector('p:last-child')!);
    expect(sheet.blockAt(1)).toBeNull();
    expect(textsOf(list)).toEqual(['one']);
  });

  it('has no block for a line that was read anew', () => {
    const { place, sheet, list } = open('<p>one</p><p>two</p>');
    const [again] = walkLines([place.lastElementChild!], pageText);
    const fresh = createSheet(again!, list, pageText, undefined);
    expect(fresh.blockAt(0)?.text).toBe('two');
    expect(sheet.blockAt(1)).toBeNull();
  });

  it('holds a line as long as it is on the page', () => {
    const { place, sheet } = open('<p>one</p><p>two</p>');
    expect(sheet.holds(1)).toBe(true);
    const { lastElementChild } = place;
    lastElementChild!.remove();
    expect(sheet.holds(1)).toBe(false);
    place.append(lastElementChild!);
    // It was let go: what comes back is read anew.
    expect([sheet.holds(1), sheet.blockAt(1)]).toEqual([false, null]);
  });

  it('tells whether it stands before a node', () => {
    const { place, sheets } = open('<p>a</p>'.repeat(100), 32);
    const last = place.lastElementChild!;
    expect(sheets.map((sheet) => sheet.isBefore(last))).toEqual(
      sheets.map((_, i) => i < sheets.length - 1),
    );
  });
});
