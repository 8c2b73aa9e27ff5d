/** What is copied with its looks holds none of ours, and the page is as it was. */
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMarkPainter } from '../../../src/page/painting/mark-painter.ts';
import { keepCopiesPlain } from '../../../src/page/painting/plain-copies.ts';
import type { Block } from '../../../src/page/text/blocks.ts';
import { readEdits } from '../../../src/page/text/edits.ts';
import { marksIn, paintWords, readCss, stage, textNodesOf } from './painting.ts';

const MARKUP = '<p>In Seoul the EDSCG met, and <b>NCG</b> too.</p><p contenteditable="">NATO</p>';

let end = () => {};
afterEach(() => end());

/** A page that is painted and watched as by the reader; what stands in it while it is copied. */
function open(markup = MARKUP) {
  const place = stage(markup);
  const painter = keepCopiesPlain(
    createMarkPainter({ document, style: 'marker', readCss }),
    document,
  );
  paintWords(place.querySelector('p')!, painter, 'EDSCG', 'NCG', 'U.S. Forces Korea');
  const lost: Block[] = [];
  const observer = new MutationObserver((records) =>
    lost.push(...painter.repair(readEdits(records))),
  );
  observer.observe(place, { childList: true, characterData: true, subtree: true });
  const stop = new AbortController();
  const copied: string[] = [];
  end = () => {
    stop.abort();
    observer.disconnect();
    painter.eraseAll();
  };
  // The last to hear of it: what it sees is what the browser copies.
  window.addEventListener('copy', () => copied.push(place.getHTML()), { signal: stop.signal });
  return { place, painter, copied, lost, signal: stop.signal };
}

async function copy(): Promise<void> {
  await userEvent.keyboard('{Control>}c{/Control}');
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** From within one mention to within the other. */
function select(place: HTMLElement) {
  const [edscg, ncg] = marksIn(place, 'marker').map((mark) => mark.firstChild!);
  getSelection()?.setBaseAndExtent(edscg!, 2, ncg!, 1);
}

const selected = () => {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection()!;
  return [anchorNode, anchorOffset, focusNode, focusOffset];
};

it('lifts our elements while a selection is copied, and puts the same ones back', async () => {
  const { place, copied, lost } = open();
  const before = {
    marks: marksIn(place, 'marker'),
    html: place.getHTML(),
    texts: textNodesOf(place),
  };
  select(place);
  const range = selected();
  await copy();
  expect(copied).toEqual([MARKUP]);
  expect(place.getHTML()).toBe(before.html);
  expect(marksIn(place, 'marker')).toEqual(before.marks);
  expect(textNodesOf(place)).toEqual(before.texts);
  expect(selected()).toEqual(range);
  expect(lost).toEqual([]);
});

it('puts a name over several nodes back as one', async () => {
  const markup = '<p>With U.S. <i>Forces</i> Korea.</p>';
  const { place, copied, lost } = open(markup);
  const html = place.getHTML();
  getSelection()!.selectAllChildren(place);
  await copy();
  expect(copied).toEqual([markup]);
  expect(place.getHTML()).toBe(html);
  expect(lost).toEqual([]);
});

it('still mends what the page did meanwhile', async () => {
  const { place, lost, signal } = open();
  const rewrite = () => place.querySelector('b')!.replaceChildren('USFK');
  window.addEventListener('copy', rewrite, { signal });
  select(place);
  await copy();
  expect(place.textContent).toBe('In Seoul the EDSCG met, and USFK too.NATO');
  expect(marksIn(place, 'marker').map((mark) => mark.textContent)).not.toContain('NCG');
  expect(lost).toHaveLength(1);
});

it.each<[string, (opened: ReturnType<typeof open>) => void]>([
  [
    'a page that copies in its own way',
    ({ place, signal }) => {
      document.addEventListener('copy', (event) => event.preventDefault(), { signal });
      select(place);
    },
  ],
  [
    'what is written in an editor',
    ({ place }) => {
      const editor = place.querySelector<HTMLElement>('[contenteditable]')!;
      editor.focus();
      getSelection()?.selectAllChildren(editor);
    },
  ],
  [
    'a selection beside our elements',
    ({ place }) => {
      const text = place.querySelector('p')!.firstChild as Text;
      getSelection()?.setBaseAndExtent(text, 0, text, 5);
    },
  ],
])('leaves %s alone', async (_, act) => {
  const opened = open();
  const html = opened.place.getHTML();
  act(opened);
  await copy();
  expect(opened.copied).toEqual([html]);
});

it('is done with when nothing is painted', async () => {
  const { place, painter, copied } = open();
  painter.eraseAll();
  getSelection()?.selectAllChildren(place);
  await copy();
  expect(copied).toEqual([MARKUP]);
});
