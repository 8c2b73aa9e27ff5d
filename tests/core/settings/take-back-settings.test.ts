import { expect, it } from 'vitest';
import { layOver } from '../../../src/core/settings/layer.ts';
import type { Choices } from '../../../src/core/settings/settings.ts';
import { takeBackSettings } from '../../../src/core/settings/take-back-settings.ts';

const here = (ref: `${string}/${string}`) => ({ ref, site: 'quiet.example' });

it.each<[string, Choices, Choices]>([
  ['nothing has changed', {}, {}],
  ['a value has changed', { style: 'marker' }, { style: 'marker' }],
  ['a member was added', { known: ['a/new', 'a/late'] }, { known: ['a/old', 'a/late'] }],
  ['one was removed', { known: [] }, { known: ['a/old'] }],
  ['one was brought back', { known: ['a/new', 'a/old'] }, { known: ['a/old'] }],
  [
    'a pair was added',
    { notHere: [here('a/one'), here('a/two')] },
    { notHere: [here('a/zero'), here('a/two')] },
  ],
])('settings that are taken back are as before where %s', (_, since, expected) => {
  const first: Choices = { style: 'solid', known: ['a/old'], notHere: [here('a/zero')] };
  const then: Choices = { colour: 'blue', known: ['a/new'], notHere: [here('a/one')] };
  const deed = { before: layOver(first), after: layOver(then) };
  const now = layOver(then, since);
  expect(takeBackSettings(now, deed)).toEqual(layOver(first, expected));
});
