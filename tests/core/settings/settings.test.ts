import { describe, expect, it } from 'vitest';
import {
  activeOn,
  type Choices,
  DEFAULT_SETTINGS,
  isSiteOn,
  layOver,
  readLayer,
  type Settings,
  switchAll,
  switchSite,
  writeLayer,
} from '../../../src/core/settings/settings.ts';

const having = (choices: Choices): Settings => layOver(choices);

describe('readLayer', () => {
  it.each<[string, unknown, Choices, string[]]>([
    ['nothing', undefined, {}, []],
    ['null', null, {}, []],
    ['an empty layer', {}, {}, []],
    ['one choice', { version: 1, on: false }, { on: false }, []],
    ['a text', 'on', {}, ['']],
    ['a number', 7, {}, ['']],
    ['a list', [{ on: false }], {}, ['']],
    [
      'a wrong value beside a right one',
      { on: 'no', style: 'marker' },
      { style: 'marker' },
      ['on'],
    ],
    [
      'a style of a newer version',
      { version: 9, style: 'neon', on: false },
      { on: false },
      ['style'],
    ],
    ['null for a switch', { on: null }, {}, ['on']],
    ['a text for a list', { sitesOff: 'a.example' }, {}, ['sitesOff']],
    [
      'a list with wrong items',
      { sitesOff: ['a.example', 5, null, '', 'b.example', 'a'.repeat(254)] },
      { sitesOff: ['a.example', 'b.example'] },
      ['sitesOff'],
    ],
    ['a site that stands twice', { sitesOff: ['a', 'a'] }, { sitesOff: ['a'] }, ['sitesOff']],
    ['keys that it does not know', { version: 2, zoom: 100 }, {}, []],
    ['names that every object has', { constructor: 1, toString: 2 }, {}, []],
  ])('reads %s', (_, stored, choices, unreadable) => {
    expect(readLayer(stored)).toEqual({ choices, unreadable });
  });

  it('does not take settings from a prototype', () => {
    const stored: unknown = JSON.parse('{ "__proto__": { "on": false } }');
    expect(layOver(readLayer(stored).choices)).toEqual(DEFAULT_SETTINGS);
  });
});

describe('writeLayer', () => {
  const change = (stored: unknown, choices: Choices) => {
    const before = layOver(readLayer(stored).choices);
    return writeLayer(stored, before, { ...before, ...choices });
  };

  it.each<[string, unknown, Choices, unknown]>([
    ['only what was chosen', null, { on: false }, { version: 1, on: false }],
    [
      'what stood there',
      { version: 1, on: false },
      { style: 'solid' },
      { version: 1, on: false, style: 'solid' },
    ],
    ['a choice that is the default again', { on: false }, { on: true }, { version: 1, on: true }],
    [
      'a newer version and its keys',
      { version: 9, dwell: 5 },
      { on: false },
      { version: 9, dwell: 5, on: false },
    ],
    [
      'a bad value that is not replaced',
      { on: 'no' },
      { style: 'solid' },
      { version: 1, on: 'no', style: 'solid' },
    ],
    [
      'a bad value that is replaced, set aside',
      { on: 'no' },
      { on: false },
      { version: 1, on: false, setAside: [{ key: 'on', value: 'no' }] },
    ],
    [
      'a corrupt whole, set aside',
      'rubbish',
      { on: false },
      { version: 1, on: false, setAside: [{ key: '', value: 'rubbish' }] },
    ],
    [
      'what was set aside before',
      { sitesOff: 5, setAside: 'older' },
      { sitesOff: ['a'] },
      { version: 1, sitesOff: ['a'], setAside: ['older', { key: 'sitesOff', value: 5 }] },
    ],
    ['a version that is none', { version: 'x' }, { on: false }, { version: 1, on: false }],
  ])('keeps %s', (_, stored, choices, expected) => {
    expect(change(stored, choices)).toEqual(expected);
  });

  it('writes nothing when nothing differs', () => {
    const stored = { version: 0, on: 'no' };
    expect(change(stored, { on: true })).toBe(stored);
  });
});

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
