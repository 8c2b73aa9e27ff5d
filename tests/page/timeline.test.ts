import { describe, expect, it } from 'vitest';
import { drawTimeline, scaleDates } from '../../src/page/timeline.ts';
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

describe('drawTimeline', () => {
  const textsOf = (svg: SVGSVGElement | null) =>
    [...(svg?.querySelectorAll('text') ?? [])].map(({ textContent }) => textContent);

  it('marks each date and the page', () => {
    const svg = drawTimeline(document, sample.claims, '2024-06-01', strings);
    expect(svg?.querySelectorAll('.dot')).toHaveLength(3);
    expect(textsOf(svg)).toEqual(['2016', '2018', '2022', 'thisPage']);
    expect(svg?.getAttribute('aria-label')).toBe(
      'timeline: Met · 2016; Met · 2018-01; Met · 2022-03-16',
    );
  });

  it('leaves the page out when its date is unknown', () => {
    const svg = drawTimeline(document, sample.claims, null, strings);
    expect(svg?.querySelector('.page')).toBeNull();
  });

  it('writes no year over another', () => {
    const dates = ['2016', '2016-06', '2016-12', '2024'];
    const claims = dates.map((date) => ({ ...sample.claims[0]!, date }));
    const svg = drawTimeline(document, claims, null, strings);
    expect(svg?.querySelectorAll('.dot')).toHaveLength(4);
    expect(textsOf(svg)).toEqual(['2016', '2024']);
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
