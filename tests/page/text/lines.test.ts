/** Lines as a reader sees them, whatever elements they are made of. */
import { afterEach, describe, it } from 'vitest';
import { closeReader, eventually, expectShown, read } from '../reading/reading-page.ts';

const HUDSON = 'Hudson Institute of Talks';

/** Each letter in an element of its own, as animations of headlines have it. */
const letters = (word: string, tag: string, style: string) =>
  [...word].map((each) => `<${tag} style="${style}">${each}</${tag}>`).join('');
const word = (text: string, style = 'display:inline-block') =>
  `<div style="${style}">${letters(text, 'div', 'display:inline-block')}</div>`;

const RAISED = 'vertical-align:super;font-size:.7em';

afterEach(closeReader);

describe('a line ends', () => {
  it.each<[string, string]>([
    [
      'with a span that is shown as a block',
      '<p><span style="display:block">NCGRP</span><span style="display:block">USFKO</span></p>',
    ],
    [
      'with a link that is an item of a row',
      '<div style="display:flex;gap:12px"><a href="#">NCGRP</a><a href="#">USFKO</a></div>',
    ],
    ['with emphasis that stands apart', '<p><b>NCGRP</b><b style="margin-left:1em">USFKO</b></p>'],
    [
      'with a text that floats elsewhere',
      '<p>NCGRP<span style="position:absolute;top:200px">USFKO</span></p>',
    ],
    [
      'with an element of the page’s own that is shown as a block',
      '<p><x-line style="display:block">NCGRP</x-line><x-line style="display:block">USFKO</x-line></p>',
    ],
    ['with a div', '<div>NCGRP</div><div>USFKO</div>'],
    ['where hidden words follow', '<p>NCGRP <i hidden>x y</i></p><p>USFKO</p>'],
    ['with a div of a grid', '<div style="display:grid"><div>NCGRP</div><div>USFKO</div></div>'],
  ])('%s', async (_, markup) => {
    await read(markup);
    await expectShown('NCGRP', 'USFKO');
  });
});

describe('a line goes on', () => {
  it.each<[string, string]>([
    [
      'through words and letters in divs',
      `<h2>${word('Hudson')} ${word('Institute')} ${word('of')} ${word('Talks')}</h2>`,
    ],
    [
      'through words in divs',
      '<h2>Hudson <div style="display:inline">Institute</div> of <div style="display:inline-block">Talks</div></h2>',
    ],
    [
      'through elements of the page’s own',
      '<p>Hudson <x-name>Institute</x-name> of <talk>Talks</talk></p>',
    ],
    [
      'through letters in spans',
      `<p>${letters('Hudson', 'span', 'display:inline-block')} Institute of Talks</p>`,
    ],
    [
      'behind a large first letter',
      '<p><span style="float:left;font-size:54px;line-height:.9;padding-right:4px">H</span>udson Institute of Talks</p>',
    ],
    ['through a mark that no eye sees', '<p>Hud<i hidden>x</i>son Institute of Talks</p>'],
    [
      'through readings above it',
      '<p><ruby>Hudson<rp>(</rp><rt>one</rt><rp>)</rp></ruby> Institute of Talks</p>',
    ],
    [
      'through the end of a line on the screen',
      '<p style="width:1em;word-break:break-all"><b>Huds</b>on Institute of Talks</p>',
    ],
  ])('%s', async (_, markup) => {
    await read(markup);
    await expectShown(HUDSON);
  });

  it('through words that each have a reading', async () => {
    await read(
      '<p><ruby>북대<rt>a long reading</rt></ruby><ruby>서양<rt>b</rt></ruby>조약기구</p>',
    );
    await expectShown('북대서양조약기구');
  });

  it('and is the same line when a part of it is read anew', async () => {
    const { place } = await read(`<h2>${word('Hudson')} ${word('Institute')} of Trade</h2>`);
    await expectShown();
    place.querySelector('h2')!.lastChild!.nodeValue = ' of Talks';
    await expectShown(HUDSON);
  });
});

describe('a mark that is no part of a word', () => {
  it.each<[string, string]>([
    [
      'is a raised link',
      `<p>NCGRP<a href="#" style="${RAISED}">1</a> met USFKO<span style="${RAISED}">a</span>.</p>`,
    ],
    [
      'is raised by its place',
      '<p>NCGRP<a href="#" style="position:relative;top:-.5em;font-size:.7em">12</a> met USFKO.</p>',
    ],
    ['is a raised text', '<p>NCGRP<sup>1</sup> met USFKO.</p>'],
  ])('%s', async (_, markup) => {
    await read(markup);
    await expectShown('NCGRP', 'USFKO');
  });

  it('is none where it stands on the line', async () => {
    await read('<p>NCGRP<b>1</b> met USFKO.</p>');
    await expectShown('USFKO');
  });
});

describe('markup of an editor', () => {
  it.each([
    'class="ProseMirror" contenteditable="false"',
    'class="ql-editor"',
    'role="textbox" contenteditable="false"',
  ])('is prose where nobody can edit it: %s', async (attributes) => {
    await read(`<div ${attributes}><p>NCGRP</p></div>`);
    await expectShown('NCGRP');
  });

  it('is left alone where it can be edited', async () => {
    await read('<div class="ProseMirror" contenteditable><p>NCGRP</p></div><p>USFKO</p>');
    await eventually(() => undefined);
    await expectShown('USFKO');
  });
});
