/** The text of a page, read at once: as its reader would read it. */
import { expect, it } from 'vitest';
import { mayMark } from '../../../src/core/reading/may-mark.ts';
import { createReader } from '../../../src/page/reading/reader.ts';
import { readPageLines } from '../../../src/page/text/page-lines.ts';
import { fc } from '../../properties.ts';
import { answer, createListPainter, listen } from '../reading/reading-page.ts';
import { build, trees } from './random-page.ts';

const read = (body: string) =>
  readPageLines(new DOMParser().parseFromString(`<body>${body}</body>`, 'text/html'));

it('cuts the text where lines end, and leaves out what nobody reads', () => {
  const found = read(
    '<script>let a = "NCG";</script><p>The N<b>C</b>G met.</p>Then<br>again<pre>code</pre>',
  );
  expect(found?.map(({ text }) => text)).toEqual(['The NCG met.', expect.stringContaining('Then')]);
});

it('has the row of a table beside its first cell', () => {
  const found = read('<table><tr><td>LTO</td><td>Lunar Tide Office</td></tr></table>');
  expect(found?.map(({ markup }) => markup?.[0]?.says)).toEqual([
    'LTO\tLunar Tide Office',
    undefined,
  ]);
});

it('has what the page says to machines as lines without text', () => {
  const found = read(
    '<p>The ferry left.</p><script type="application/ld+json">' +
      '{"@type":"DefinedTerm","name":"LTO","description":"Lunar Tide Office"}</script>',
  );
  expect(found?.map(({ text, markup }) => [text, markup?.[0]?.says])).toEqual([
    ['', '\0LTO\0Lunar Tide Office'],
    ['The ferry left.', undefined],
  ]);
});

it('gives up on a page with too much text, however it is cut', () => {
  expect(read('<p>The ferry left.</p>'.repeat(100))).toHaveLength(100);
  expect(read('<p>The ferry left.</p>'.repeat(10_000))).toBeNull();
  expect(read(`<script>${'a '.repeat(50_000)}</script><p>The ferry left.</p>`)).toHaveLength(1);
});

it('holds whatever the reader of a page would mark in it', async () => {
  const texts = [
    ...['NCGRP ', 'NCG', 'RP', 'Nuclear ', 'Consultative Group', ' Hudson Institute of Talks'],
    ...[
      '(LTO) ',
      'Lunar Tide Office ',
      'LTO',
      ' met. ',
      '북대서양조약기구',
      '는 ',
      'U.S. Forces in ',
    ],
    ...['Korea', ' ', '\n', 'ferry'],
  ];
  await fc.assert(
    fc.asyncProperty(trees(texts), async (page) => {
      const place = document.createElement('main');
      document.body.replaceChildren(place);
      build(place, page);
      const life = new AbortController();
      const painter = createListPainter();
      const reader = createReader({
        document,
        root: place,
        painter,
        ...listen(),
        onChange() {},
        signal: life.signal,
      });
      await reader.start();
      const isMarked = reader.mentions().length > 0;
      life.abort();
      if (isMarked) expect(await mayMark(readPageLines(document) ?? [], answer)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
