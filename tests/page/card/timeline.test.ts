import { describe, expect, it } from 'vitest';
import { drawTimeline, scaleDates, spreadLabels } from '../../../src/page/card/timeline.ts';
import { sample, strings } from './card-sample.ts';

describe('scaleDates', () => {
  it.each<[string, string[], number[]]>([
    ['days to scale', ['2022-01-01', '2022-01-03', '2022-01-05'], [0, 0.5, 1]],
    ['parts at their beginning', ['2016', '2016-01', '2017-01-01'], [0, 0, 1]],
    ['one day', ['2022-01-01', '2022-01-01'], [0, 0]],
    ['none', [], []],
  ])('places %s', (_, dates, expected) => {
    expect(scaleDates(dates)).toEqual(expected);
  });
});

describe('spreadLabels', () => {
  it.each<[string, number[], number, number, number[]]>([
    ['leaves alone what stands apart', [0, 30, 60], 20, 60, [0, 30, 60]],
    ['moves on what would touch', [0, 5, 60], 20, 60, [0, 20, 60]],
    ['moves back what would fall off the end', [0, 50, 60], 20, 60, [0, 40, 60]],
    ['parts a crowd at the end', [58, 59, 60], 20, 60, [20, 40, 60]],
    ['none', [], 20, 60, []],
  ])('%s', (_, wanted, gap, end, expected) => {
    expect(spreadLabels(wanted, gap, end)).toEqual(expected);
  });
});

describe('drawTimeline', () => {
  const textsOf = (svg: SVGSVGElement | null) =>
    [...(svg?.querySelectorAll('text') ?? [])].map(({ textContent }) => textContent);

  it('names each event with its source, and the page, in the order of time', () => {
    const svg = drawTimeline(document, sample.claims, '2024-06-01', strings);
    expect(svg?.querySelectorAll('.dot')).toHaveLength(3);
    expect(textsOf(svg)).toEqual([
      'Met · 2016The Harbour Paper',
      'Met · 2018-01The Harbour Paper',
      'Met · 2022-03-16The Harbour Paper',
      'thisPage · 1 June 2024',
    ]);
    expect(svg?.getAttribute('aria-label')).toBe(
      'timeline: Met · 2016 (The Harbour Paper); Met · 2018-01 (The Harbour Paper); ' +
        'Met · 2022-03-16 (The Harbour Paper); thisPage · 1 June 2024',
    );
  });

  it('is to scale', () => {
    const dates = ['2016-01-01', '2016-01-11', '2016-01-31'];
    const claims = dates.map((date) => ({ ...sample.claims[0]!, date, event: date }));
    const svg = drawTimeline(document, claims, null, strings);
    const [a = 0, b = 0, c = 0] = [...(svg?.querySelectorAll('.dot') ?? [])].map((dot) =>
      Number(dot.getAttribute('cy')),
    );
    expect((b - a) / (c - a)).toBeCloseTo(1 / 3);
  });

  it('writes no label over another', () => {
    const dates = ['2016', '2016-06', '2016-12', '2024'];
    const claims = dates.map((date) => ({ ...sample.claims[0]!, date, event: date }));
    const svg = drawTimeline(document, claims, null, strings);
    const places = [...(svg?.querySelectorAll('text') ?? [])].map((it) =>
      Number(it.getAttribute('y')),
    );
    for (const [i, place] of places.slice(1).entries()) {
      expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(20);
    }
  });

  it('shortens the name of a source that has no room', () => {
    const source = 'The Harbour Paper of the Associated Towns beyond the Old Lighthouse';
    const claims = sample.claims.map((claim) => ({ ...claim, source }));
    const [first = ''] = textsOf(drawTimeline(document, claims, null, strings));
    expect(first).toMatch(/^Met · 2016The Harbour Paper.*…$/);
  });

  it('stands on the other side where the script runs from the right', () => {
    const rtl = { ...strings, direction: 'rtl' } as const;
    const svg = drawTimeline(document, sample.claims, null, rtl);
    expect(Number(svg?.querySelector('.dot')?.getAttribute('cx'))).toBeGreaterThan(300);
  });

  it('leaves the page out when its date is unknown', () => {
    const svg = drawTimeline(document, sample.claims, null, strings);
    expect(svg?.querySelector('.page')).toBeNull();
  });

  it('leaves undated knowledge out', () => {
    const [first, ...others] = sample.claims;
    const svg = drawTimeline(document, [{ ...first!, date: null }, ...others], null, strings);
    expect(svg?.querySelectorAll('.dot')).toHaveLength(2);
  });

  it('draws nothing for a single date', () => {
    expect(drawTimeline(document, sample.claims.slice(0, 1), '2024-06-01', strings)).toBeNull();
  });
});
