import { describe, expect, it } from 'vitest';
import { layOver, readLayer, writeLayer } from '../../../src/core/settings/layer.ts';
import { type Choices, DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';

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
