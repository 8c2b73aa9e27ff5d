/**
 * What the page has taken out is let go of: while it is read, once reading is paused, and when the
 * reading has ended, although whoever made the reader still has it.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { createHighlightPainter } from '../../../src/page/painting/highlight-painter.ts';
import { createMarkPainter } from '../../../src/page/painting/mark-painter.ts';
import type { Painter } from '../../../src/page/painting/painter.ts';
import type { Reader } from '../../../src/page/reading/reader.ts';
import {
  closeReader,
  eventually,
  listTexts,
  openReader,
  paragraph,
  pass,
  stage,
  work,
} from './reading-page.ts';

const NAME = 'Nuclear Consultative Group';
const LINES = 20;
/** What is gone has been tidied away after so long, in milliseconds. */
const TIDIED_MS = 1_100;
/** More than a page may ask for at once, in milliseconds. */
const TOO_MUCH_MS = 1_600;

afterEach(() => {
  closeReader();
  document.body.replaceChildren();
});

/** Every second line has a mention; of each tenth it is not on show. */
function fill(place: HTMLElement): void {
  for (let i = 0; i < LINES; i++) {
    const line = paragraph(i % 2 === 0 ? `Line ${i} of the ${NAME}.` : `Line ${i} of a harbour.`);
    line.hidden = i % 10 === 0;
    place.append(line);
  }
}

/** Take everything out; tells how much of it is still held after what is dropped was collected. */
function empty(place: HTMLElement): () => Promise<number> {
  const taken = [...place.childNodes].flatMap((line) => [line, ...line.childNodes]);
  const held = taken.map((node) => new WeakRef(node));
  place.replaceChildren();
  return async () => {
    await pass(TIDIED_MS);
    for (let i = 0; i < 3; i++) await cdp().send('HeapProfiler.collectGarbage');
    return held.filter((each) => each.deref() !== undefined).length;
  };
}

/** A painter that takes its time where it is told to. */
function slowDown(painter: Painter, isSlow: () => boolean): Painter {
  return {
    ...painter,
    repair(records) {
      if (isSlow()) work(TOO_MUCH_MS);
      return painter.repair(records);
    },
  };
}

describe.each([
  ['highlights', createHighlightPainter],
  ['marks', createMarkPainter],
])('painted with %s', (_, createPainter) => {
  async function open(isSlow = () => false, onPause = () => {}) {
    const place = stage('<div></div>').firstElementChild as HTMLElement;
    fill(place);
    const options = { document, style: 'dotted', readCss: async () => '' } as const;
    const painter = slowDown(createPainter(options), isSlow);
    const { reader, stop } = await openReader({ painter, onPause });
    await expectMentions(reader);
    return { place, reader, painter, stop };
  }

  const expectMentions = (reader: Reader, count = (LINES / 2) * 0.8) =>
    eventually(() => expect(listTexts(reader)).toEqual(Array<string>(count).fill(NAME)));

  it('text that the page takes out is let go of while it is read', async () => {
    const { place, reader } = await open();
    for (let round = 0; round < 2; round++) {
      await expect.poll(empty(place)).toBe(0);
      fill(place);
      await expectMentions(reader);
    }
  });

  it('a page whose reading is paused is let go of', async () => {
    let isSlow = false;
    let isPaused = false;
    const { place, reader, painter, stop } = await open(
      () => isSlow,
      () => {
        isPaused = true;
      },
    );
    isSlow = true;
    place.append(paragraph(`One more ${NAME}.`));
    await eventually(() => expect(isPaused).toBe(true));
    expect(listTexts(reader)).toEqual([]);
    await expect.poll(empty(place)).toBe(0);
    // The session that goes on no longer holds what is paused: its end is not heard.
    const erase = vi.spyOn(painter, 'eraseAll');
    stop();
    expect(erase).not.toHaveBeenCalled();
  });

  it('a page is let go of when the reading ends', async () => {
    const { place, reader, stop } = await open();
    stop();
    expect(listTexts(reader)).toEqual([]);
    await expect.poll(empty(place)).toBe(0);
  });
});
