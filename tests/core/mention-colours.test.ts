/** Colours that a reader can choose for mentions can be seen on any paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../src/core/settings/looks.ts';

const css = readFileSync(join(import.meta.dirname, '../../assets/styles/mentions.css'), 'utf8');
const settingsCss = readFileSync(
  join(import.meta.dirname, '../../entrypoints/options/style.css'),
  'utf8',
);

/** What news is printed on: white, sepia, dark grey, black. */
const PAPERS = ['#ffffff', '#f4ecd8', '#1e1e1e', '#000000'];
const INKS: Readonly<Record<string, string>> = {
  '#ffffff': '#1a1a1a',
  '#f4ecd8': '#2b2418',
  '#1e1e1e': '#e8e8e8',
  '#000000': '#e8e8e8',
};
const chosen = COLOURS.filter((colour) => colour !== 'text');

describe.each(chosen)('%s', (colour) => {
  const hex = [
    ...css.matchAll(new RegExp(`look\\$="-${colour}"[^{]*\\{\\s*--line: (#\\w{6})`, 'g')),
  ]
    .map(([, value]) => value)
    .at(0);

  it('is one colour in both painters and on the settings page', () => {
    expect(hex).toMatch(/^#[0-9a-f]{6}$/);
    expect(css).toMatch(/look\*="-"[^{]*\{\s*text-decoration-color: var\(--line\)/);
    const ranges = new RegExp(
      `::highlight\\(newsgloss-page-solid-${colour}\\) \\{\\s*text-decoration-color: ${hex};`,
    );
    expect(css).toMatch(ranges);
    expect(settingsCss).toMatch(new RegExp(`\\.swatch\\.${colour} \\{\\s*background: ${hex};`));
  });

  it.each(PAPERS)('stands out from %s by 3:1', (paper) => {
    expect(contrast(hex ?? '', paper)).toBeGreaterThanOrEqual(3);
  });

  it.each(PAPERS)('leaves text readable as a marker on %s', (paper) => {
    expect(contrast(INKS[paper] ?? '', blend(hex ?? '', paper, 0.3))).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function blend(fill: string, paper: string, share: number): string {
  const under = channels(paper);
  const mixed = channels(fill).map((it, i) => it * share + (under[i] ?? 0) * (1 - share));
  return `#${mixed.map((it) => Math.round(it).toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
