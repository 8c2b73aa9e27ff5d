import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PlacedMention } from '../../../src/page/painting/painter.ts';
import { type Direction, findStep, revealRange } from '../../../src/page/pointing/walk-mentions.ts';

let mentions: PlacedMention[];
const unpainted = new Set<PlacedMention>();

beforeEach(async () => {
  await page.viewport(600, 400);
  unpainted.clear();
  document.body.style.paddingTop = '20px';
  mentions = ['A', 'B', 'C', 'D'].map((text, i) => {
    const paragraph = document.createElement('p');
    paragraph.style.cssText = 'margin:0 0 500px;font:16px/20px monospace';
    paragraph.textContent = text;
    document.body.append(paragraph);
    const node = paragraph.firstChild as Text;
    const place = { container: null, isHeading: false, section: 0, order: i };
    return {
      mention: { start: 0, end: 1, ref: `g/${text}`, reason: { kind: 'name' } },
      block: { text, nodes: [node], starts: [0], root: paragraph, ...place },
    };
  });
});
afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  window.scrollTo(0, 0);
});

function rangeOf(placed: PlacedMention): Range | null {
  if (unpainted.has(placed)) return null;
  const range = document.createRange();
  range.selectNodeContents(placed.block.nodes[0] as Node);
  return range;
}

const at = (index: number) => mentions[index] as PlacedMention;

function step(from: number | null, direction: Direction): string | null {
  const found = findStep(mentions, from === null ? null : at(from), direction, rangeOf, window);
  return found?.block.text ?? null;
}

describe('findStep', () => {
  it.each<[string, number | null, Direction, number, string]>([
    ['the first in view', null, 'next', 0, 'A'],
    ['the last in view', null, 'previous', 0, 'A'],
    ['the next one', 0, 'next', 0, 'B'],
    ['the last after the first, backwards', 0, 'previous', 0, 'D'],
    ['the first after the last', 3, 'next', 1560, 'A'],
    ['what comes in view, where the reader has scrolled on', 0, 'next', 900, 'C'],
    ['what is in view, backwards', 3, 'previous', 900, 'C'],
  ])('finds %s', (_, from, direction, scrolled, expected) => {
    window.scrollTo(0, scrolled);
    expect(step(from, direction)).toBe(expected);
  });

  it('passes over what is not painted', () => {
    unpainted.add(at(1));
    expect(step(0, 'next')).toBe('C');
  });

  it('passes over what the page hides, from there and before it', () => {
    at(1).block.root.setAttribute('style', 'display:none');
    expect(step(0, 'next')).toBe('C');
    expect(step(1, 'next')).toBe('A');
    expect(step(0, 'previous')).toBe('D');
    at(0).block.root.setAttribute('style', 'display:none');
    window.scrollTo(0, 0);
    expect(step(null, 'previous')).toBe('C');
  });

  it('finds none where all are hidden', () => {
    document.body.style.display = 'none';
    expect(step(null, 'next')).toBeNull();
  });

  it('makes no range but for what it looks at', () => {
    const counted = vi.fn(rangeOf);
    findStep(mentions, at(0), 'next', counted, window);
    expect(counted).toHaveBeenCalledTimes(2);
  });

  it('finds none where there is none', () => {
    mentions = [];
    expect(step(null, 'next')).toBeNull();
  });
});

describe('revealRange', () => {
  it('brings what is out of view to its middle', () => {
    revealRange(rangeOf(at(2)) as Range, window);
    const { top } = (rangeOf(at(2)) as Range).getBoundingClientRect();
    expect(top).toBeGreaterThan(100);
    expect(top).toBeLessThan(300);
  });

  it('does not scroll for what the page hides', () => {
    window.scrollTo(0, 600);
    const hidden = rangeOf(at(2)) as Range;
    at(2).block.root.setAttribute('style', 'display:none');
    const { scrollY } = window;
    revealRange(hidden, window);
    expect(window.scrollY).toBe(scrollY);
  });

  it('leaves alone what can be seen', () => {
    window.scrollTo(0, 5);
    revealRange(rangeOf(at(0)) as Range, window);
    expect(window.scrollY).toBe(5);
  });

  it('finds its place in a paragraph that is longer than the view', () => {
    const paragraph = document.createElement('p');
    paragraph.style.cssText = 'width:100px;font:16px/20px monospace';
    paragraph.append('word '.repeat(800), 'END');
    document.body.append(paragraph);
    const range = document.createRange();
    range.selectNodeContents(paragraph.lastChild as Node);
    revealRange(range, window);
    const { top, bottom } = range.getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(400);
  });

  it('finds its place in a box that scrolls', () => {
    const box = document.createElement('div');
    box.style.cssText = 'height:100px;overflow:auto;position:fixed;top:0;left:0;width:200px';
    const tall = document.createElement('div');
    tall.style.height = '1000px';
    const word = document.createElement('p');
    word.textContent = 'END';
    box.append(tall, word);
    document.body.append(box);
    const range = document.createRange();
    range.selectNodeContents(word);
    revealRange(range, window);
    expect(range.getBoundingClientRect().bottom).toBeLessThanOrEqual(100);
  });
});
