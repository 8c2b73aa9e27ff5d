/** Terms that a page explains by its markup, painted as its own by both painters. */
import { afterEach, describe, expect, it } from 'vitest';
import { PAINTERS, photograph } from '../painting/painting.ts';
import { closeReader, eventually, openReader, paragraph, read, stage } from './reading-page.ts';

afterEach(closeReader);

const LONG = 'Lunar Tide Office';
const SCRIPT = `<script type="application/ld+json">{"@type":"DefinedTerm","name":"LTO","description":"${LONG}"}</script>`;
const MICRODATA = `<p itemscope itemtype="https://schema.org/DefinedTerm"><meta itemprop="name" content="LTO"><meta itemprop="description" content="${LONG}"></p>`;
const RDFA = `<p typeof="DefinedTerm"><meta property="name" content="LTO"><meta property="description" content="${LONG}"></p>`;
const MEANING = 'Open water in the midst of sea ice.';

describe.each(PAINTERS)('a reader with %s', (_, { create, painted }) => {
  const expectPainted = (...names: string[]) => eventually(() => expect(painted()).toEqual(names));

  it.each([
    [
      'an abbr',
      `<p>The <abbr title="${LONG}">LTO</abbr> met.</p><p>Then the LTO left.</p>`,
      ['[LTO]', '[LTO]'],
    ],
    ['a dfn with a title', `<p>The <dfn title="${LONG}">LTO</dfn> met.</p>`, ['[LTO]']],
    [
      'a dfn in its sentence',
      '<p>A <dfn>polynya</dfn> is open water in the midst of sea ice.</p><p>The polynya froze.</p>',
      ['[polynya]'],
    ],
    [
      'a list',
      `<dl><dt>Polynya</dt><dd>${MEANING}</dd></dl><p>The polynya froze.</p>`,
      ['[polynya]'],
    ],
    ['JSON-LD', `${SCRIPT}<p>The LTO met.</p>`, ['[LTO]']],
    ['JSON-LD at the end', `<p>The LTO met.</p>${SCRIPT}`, ['[LTO]']],
    ['microdata', `<p>The LTO met.</p>${MICRODATA}`, ['[LTO]']],
    ['RDFa', `<p>The LTO met.</p>${RDFA}`, ['[LTO]']],
  ])(
    'paints what is explained by %s, and leaves the page as it was',
    async (_name, html, expected) => {
      const place = stage(html);
      const before = photograph(place);
      const { stop } = await openReader({ painter: create() });
      await expectPainted(...expected);
      stop();
      expect(photograph(place)).toEqual(before);
    },
  );

  it.each([
    [
      'a title that advertises',
      '<p>The <abbr title="Click here for less">LTO</abbr> met. LTO.</p>',
    ],
    [
      'a title of other letters',
      '<p>The <abbr title="Supply Chain Management">LTO</abbr> met. LTO.</p>',
    ],
    ['facts', '<dl><dt>Author</dt><dd>written by one of the editors</dd></dl><p>Author.</p>'],
  ])('paints nothing for %s', async (_name, html) => {
    const { painter } = await read(`${html}<p>The NCGRP.</p>`, { painter: create() });
    await expectPainted('NCGRP');
    expect(painter).toBeDefined();
  });

  it('follows what a page adds, rewrites and takes out later', async () => {
    const place = stage('<p>The LTO met.</p>');
    await openReader({ painter: create() });
    const added = document.createElement('p');
    added.setHTMLUnsafe(`No <abbr title="${LONG}">LTO</abbr> here.`);
    place.prepend(added);
    await expectPainted('[LTO]', '[LTO]');
    place.append(paragraph('LTO'));
    await expectPainted('[LTO]', '[LTO]', '[LTO]');
    added.remove();
    await expectPainted();
  });

  it('follows what a page says to machines later, and no longer', async () => {
    const place = stage('<p>The LTO met.</p>');
    await openReader({ painter: create() });
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = `{"@type":"DefinedTerm","name":"LTO","description":"${LONG}"}`;
    place.append(script);
    await expectPainted('[LTO]');
    script.remove();
    place.append(paragraph('Then the LTO left.'));
    await expectPainted();
  });
});

describe('the definition of a mention', () => {
  it('has its place in the page, but for that place itself and for what is said to machines', async () => {
    const { reader } = await read(`<p>The <abbr title="${LONG}">LTO</abbr> met.</p><p>LTO</p>`);
    const [first, later] = reader.mentions();
    expect(first && reader.definitionOf(first)).toBeNull();
    const found = later && reader.definitionOf(later);
    expect(found?.block.text.slice(found.span.start, found.span.end)).toBe('LTO');
    closeReader();
    const { reader: other } = await read(`<p>LTO</p>${SCRIPT}`);
    expect(other.mentions().map((each) => other.definitionOf(each))).toEqual([null]);
  });
});
