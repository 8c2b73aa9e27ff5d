import { afterEach, describe, expect, it } from 'vitest';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import {
  answer,
  closeReader,
  expectShown,
  openReader,
  paragraph,
  pass,
  read,
  readAfresh,
  stage,
} from './reading-page.ts';

const HUDSON = 'Hudson Institute of Talks';
const NUCLEAR = 'Nuclear Consultative Group';

afterEach(closeReader);

describe('a reader follows', () => {
  it.each<[string, string, (place: HTMLElement) => void, string[]]>([
    [
      'text rewritten',
      '<p>NCGRP</p>',
      (place) => (place.firstChild!.firstChild!.nodeValue = 'USFKO'),
      ['USFKO'],
    ],
    [
      'text cut by a letter',
      '<p>NCGRPX <b>x</b></p>',
      (place) => (place.querySelector('p')!.firstChild!.nodeValue = 'NCGRP '),
      ['NCGRP'],
    ],
    ['text removed', '<p>NCGRP</p><p>USFKO</p>', (place) => place.firstChild!.remove(), ['USFKO']],
    [
      'text moved',
      '<p>NCGRP</p><p>USFKO</p>',
      (place) => place.append(place.firstChild!),
      ['USFKO', 'NCGRP'],
    ],
    [
      'text added before',
      '<p>NCGRP</p>',
      (place) => place.prepend(paragraph('USFKO')),
      ['USFKO', 'NCGRP'],
    ],
    [
      'text added between',
      '<p>NCGRP</p><p>NCGRP</p>',
      (place) => place.firstChild!.after(paragraph('USFKO')),
      ['NCGRP', 'USFKO', 'NCGRP'],
    ],
    [
      'a name that grows together',
      '<p>Hudson <b>Institute</b></p>',
      (place) => place.firstChild!.appendChild(new Text(' of Talks')),
      [HUDSON],
    ],
    [
      'a name whose halves were plain text on two lines',
      '<p>x</p><p>Hudson <br>Institute of Talks</p>',
      (place) => place.querySelector('br')!.remove(),
      [HUDSON],
    ],
    [
      'a name that a block comes after, put into the inline element beside it',
      '<p>x</p><p>NCGRP<wbr><b>NCGRP</b>NCGRP</p>',
      (place) => place.querySelector('b')!.prepend(document.createElement('h2')),
      ['NCGRP'],
    ],
    [
      'a name whose halves meet when an inline element is emptied',
      '<p>x</p><p>Hudson Institute <b>x</b>of Talks</p>',
      (place) => place.querySelector('b')!.replaceChildren(),
      [HUDSON],
    ],
    [
      'a name that stands alone once the text before it is moved',
      '<div><h2>x</h2>NCGRP<!-- -->NCGRP</div>',
      (place) => {
        const run = place.querySelector('div')!;
        run.prepend(run.childNodes[1]!);
      },
      ['NCGRP', 'NCGRP'],
    ],
    [
      'a name that stands alone once what it ran into is edited',
      '<p>x</p><p>NCGRP<b>NCGRP</b></p>',
      (place) => {
        place.querySelector('b')!.contentEditable = 'true';
      },
      ['NCGRP'],
    ],
    [
      'names that run together over an element with nothing in it, which can be edited',
      '<p>x</p><p>NCGRP<b></b>NCGRP</p>',
      (place) => {
        place.querySelector('b')!.contentEditable = 'true';
      },
      [],
    ],
    [
      'plain text that is written over with a name',
      '<p>nothing</p><p>nor here</p>',
      (place) => (place.lastChild!.firstChild!.nodeValue = 'NCGRP'),
      ['NCGRP'],
    ],
    [
      'a name that is cut',
      `<p>${HUDSON}</p>`,
      (place) => (place.firstChild!.firstChild as Text).splitText(6).before(paragraph('x')),
      [],
    ],
    [
      'a break that goes',
      '<p>Hudson<br>Institute of Talks</p>',
      (place) => place.querySelector('br')!.remove(),
      [],
    ],
    [
      'a line grown beside code',
      '<p>a<code>x</code>NCGRP</p>',
      (place) =>
        place
          .firstChild!.insertBefore(document.createElement('i'), place.firstChild!.firstChild)
          .append('USFKO '),
      ['USFKO', 'NCGRP'],
    ],
    [
      'a text grown beside code',
      '<p>a<code>x</code>NCGRP</p>',
      (place) => place.firstChild!.firstChild!.before(new Text('USFKO ')),
      ['USFKO', 'NCGRP'],
    ],
    [
      'a node taken over by another list',
      '<p>NCGRP</p>',
      (place) => place.replaceChildren(...place.childNodes),
      ['NCGRP'],
    ],
    [
      'text made editable',
      '<p>NCGRP</p>',
      (place) => place.firstElementChild!.setAttribute('contenteditable', ''),
      [],
    ],
    [
      'a pull quote shown',
      '<aside aria-hidden="true"><p>NCGRP</p></aside>',
      (place) => place.firstElementChild!.setAttribute('aria-hidden', 'false'),
      ['NCGRP'],
    ],
    [
      'a pull quote hidden',
      '<aside><p>NCGRP</p></aside>',
      (place) => place.firstElementChild!.setAttribute('aria-hidden', 'true'),
      [],
    ],
  ])('%s', async (_, markup, act, expected) => {
    const { place } = await read(markup);
    act(place);
    // A change of its own, to be seen when the reader has read all before it.
    place.append(paragraph(NUCLEAR));
    await expectShown(...expected, NUCLEAR);
    expect(await readAfresh()).toEqual([...expected, NUCLEAR]);
  });

  it('a page that takes another body', async () => {
    await read('<p>NCGRP</p>');
    const body = document.createElement('body');
    body.append(paragraph('USFKO'));
    const old = document.body;
    old.replaceWith(body);
    await expectShown('USFKO');
    body.replaceWith(old);
    await expectShown('NCGRP');
  });

  it('a feed that says only later what a name above it means', async () => {
    const index = indexGlossaries([
      makeGlossary({ group: { short: ['QTG'], long: ['Quiet Talks Group'], cues: ['delegates'] } }),
    ]);
    const { place } = await read('<p>QTG MET</p>', {
      lookUp: async (keys) => lookUp(index, keys),
    });
    await expectShown();
    place.append(paragraph('The Quiet Talks Group and its delegates rose.'));
    await expectShown('QTG', 'Quiet Talks Group');
  });

  it('a feed, from the top and from the end', async () => {
    const { place } = await read('<p>NCGRP</p>');
    for (let i = 0; i < 20; i++) {
      place.prepend(paragraph(`USFKO ${i}`));
      place.append(paragraph(`${NUCLEAR} ${i}`));
      await pass(i % 5);
    }
    await expectShown(...Array(20).fill('USFKO'), 'NCGRP', ...Array(20).fill(NUCLEAR));
  });

  it('text under its hands while the library answers', async () => {
    const place = stage('<p>NCGRP</p><p>USFKO</p>');
    const slow = async (keys: readonly number[]) => {
      await pass(30);
      return answer(keys);
    };
    const opening = openReader({ lookUp: slow });
    place.firstChild!.remove();
    place.append(paragraph(NUCLEAR));
    await opening;
    await expectShown('USFKO', NUCLEAR);
  });
});
