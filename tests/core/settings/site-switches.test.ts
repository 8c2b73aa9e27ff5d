import { describe, expect, it } from 'vitest';
import { layOver } from '../../../src/core/settings/layer.ts';
import type { Choices, Settings } from '../../../src/core/settings/settings.ts';
import {
  activeOn,
  isSiteOn,
  switchAll,
  switchSite,
} from '../../../src/core/settings/site-switches.ts';

const having = (choices: Choices): Settings => layOver(choices);

describe('activeOn', () => {
  it.each<[string, Choices, boolean]>([
    ['on by default', {}, true],
    ['off when all is off', { on: false }, false],
    ['off when the site is', { sitesOff: ['a.example'] }, false],
    ['on when another site is off', { sitesOff: ['b.example'] }, true],
    ['off when a wider site is', { sitesOff: ['example'] }, false],
    ['off when a wider site is barred', { sitesBarred: ['*.example'] }, false],
    ['on when a wider site is listed', { pages: 'listed', sitesListed: ['example'] }, true],
    ['on beside a sub-domain that is off', { sitesOff: ['news.a.example'] }, true],
    ['off when it is not listed', { pages: 'listed', sitesListed: ['b.example'] }, false],
    ['on when it is listed', { pages: 'listed', sitesListed: ['a.example'] }, true],
    [
      'off when listed and off',
      { pages: 'listed', sitesListed: ['a.example'], sitesOff: ['a.example'] },
      false,
    ],
    ['on when a list is there but not asked for', { sitesListed: ['b.example'] }, true],
  ])('is %s', (_, choices, expected) => {
    expect(activeOn(having(choices), 'a.example')).toBe(expected);
  });
});

describe('switches', () => {
  const starts: [string, Choices][] = [
    ['defaults', {}],
    ['all off', { on: false }],
    ['a wider site off', { sitesOff: ['example', 'b.example'] }],
    ['this site off', { sitesOff: ['a.example'] }],
    ['other sites off', { sitesOff: ['b.example', 'c.example'] }],
    ['listed sites, this one not', { pages: 'listed' }],
    ['listed sites, this one too', { pages: 'listed', sitesListed: ['a.example'] }],
    ['listed and off', { pages: 'listed', sitesListed: ['a.example'], sitesOff: ['a.example'] }],
    ['all pages', { pages: 'all' }],
  ];

  it.each(starts)('turn a site on and off from: %s', (_, choices) => {
    const before = having(choices);
    const on = switchSite(before, 'a.example', true);
    const off = switchSite(on, 'a.example', false);
    expect(isSiteOn(on, 'a.example')).toBe(true);
    expect(isSiteOn(off, 'a.example')).toBe(false);
    for (const after of [on, off]) {
      expect(isSiteOn(after, 'b.example')).toBe(isSiteOn(before, 'b.example'));
      expect(after.on).toBe(before.on);
    }
  });

  it.each(starts)('do not pile up when pressed again, from: %s', (_, choices) => {
    for (const on of [true, false]) {
      const once = switchSite(having(choices), 'a.example', on);
      expect(switchSite(once, 'a.example', on)).toEqual(once);
    }
  });

  it('turn everything off and on, and leave the sites as they are', () => {
    const before = having({ sitesOff: ['a.example'] });
    expect(switchAll(switchAll(before, false), true)).toEqual(before);
    expect(switchAll(before, false).on).toBe(false);
  });
});
