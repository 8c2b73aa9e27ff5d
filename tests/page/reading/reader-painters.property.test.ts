/**
 * A page that is read and painted while its script works on: its text is its own before each frame,
 * what is on show is what is there, and in the end it has its own nodes.
 */
import { describe, expect, it } from 'vitest';
import { fc } from '../../properties.ts';
import { PAINTERS } from '../painting/painting.ts';
import { applyAll, build, type Edit, edits, expectTwins, trees } from '../text/random-page.ts';
import { eventually, listTexts, openReader, pass, readAfresh, stage } from './reading-page.ts';

/** So many keep the run short. */
const RUNS = 40;
/** Changes are gathered for 50 ms before they are read: some edits come before that, some after. */
const PAUSES_MS = [0, 20, 55, 80];
const TEXTS = [
  ...['NCGRP', 'The NCGRP met ', 'Hudson ', 'Institute', ' of Talks', 'USFKO: NCGRP'],
  ...['Hudson Institute of Talks', 'The ', ' ', '', 'x'],
];

/** In a task of the page, or in its own observer's callback: after a change of ours, if one comes. */
const step = fc.record({
  edits: edits(TEXTS),
  when: fc.constantFrom('at once', 'in answer'),
  pause: fc.constantFrom(...PAUSES_MS),
});

describe.each(PAINTERS)('a reader with %s', (_, { create }) => {
  it('never changes what a page says', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(trees(TEXTS), fc.array(step, { maxLength: 5 }), async (parts, steps) => {
        const place = stage('');
        const page = build(place, parts);
        const twin = build(document.createElement('main'), parts);
        let queue: readonly Edit[] = [];
        const answer = () => {
          applyAll(queue, page);
          applyAll(queue, twin);
          queue = [];
        };
        const theirs = new MutationObserver(answer);
        theirs.observe(place, { childList: true, characterData: true, subtree: true });
        const { reader, stop } = await openReader({ painter: create() });
        for (const { edits: next, when, pause } of steps) {
          answer();
          queue = next;
          if (when === 'at once') answer();
          await Promise.resolve();
          expect(place.textContent).toBe(twin[0]!.textContent);
          await pass(pause);
          expect(place.textContent).toBe(twin[0]!.textContent);
        }
        answer();
        await Promise.resolve();
        const fresh = (await readAfresh()).sort();
        const shown = () => listTexts(reader).sort();
        await eventually(() => expect(shown()).toEqual(fresh));
        theirs.disconnect();
        stop();
        expectTwins(page, twin);
      }),
      { numRuns: RUNS },
    );
  });
});
