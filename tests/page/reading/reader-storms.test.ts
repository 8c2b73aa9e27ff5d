/** Pages that change in more places at once than can be followed one by one, and pages without end. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  closeReader,
  createListPainter,
  eventually,
  expectShown,
  type ListPainter,
  listTexts,
  openReader,
  paragraph,
  pass,
  read,
  readAfresh,
  stage,
  textsOf,
  work,
} from './reading-page.ts';

afterEach(closeReader);

describe('a reader of a page that changes in too many places at once', () => {
  it('reads it anew, and follows it as before', async () => {
    let lookMs = 0;
    const painter = createListPainter();
    const slow: ListPainter = {
      ...painter,
      pageText(node) {
        work(lookMs);
        return painter.pageText(node);
      },
    };
    const empty = vi.spyOn(slow, 'eraseAll');
    const markup = '<p>NCGRP</p><p>Hudson <b>Institute</b> of Talks</p>';
    const { place, reader } = await read(markup, { painter: slow });
    const expectNames = async (...names: string[]) => {
      await eventually(() => expect(listTexts(reader)).toEqual(names));
      expect(textsOf(painter)).toEqual(names.toSorted());
    };
    await expectNames('NCGRP', 'Hudson Institute of Talks');
    lookMs = 1;
    for (let i = 0; i < 300; i++) place.lastElementChild!.append(` x${i}`);
    place.prepend(paragraph('USFKO'));
    place.querySelector('b')!.remove();
    await Promise.resolve();
    lookMs = 0;
    await expectNames('USFKO', 'NCGRP');
    expect(empty).toHaveBeenCalledOnce();
    place.append(paragraph('USFKO'));
    await expectNames('USFKO', 'NCGRP', 'USFKO');
    expect(empty).toHaveBeenCalledOnce();
  });
});

describe('a reader of a page that makes more records than can be looked at', () => {
  const MANY = 6_000;

  function addComments(place: HTMLElement): void {
    for (let i = 0; i < MANY; i++) place.append(document.createComment('x'));
  }

  it('erases all at once, without a look at the records, and reads the page anew', async () => {
    const painter = createListPainter();
    const repair = vi.spyOn(painter, 'repair');
    const { place, reader } = await read('<p>NCGRP</p><p>USFKO</p>', { painter });
    repair.mockClear();
    place.firstElementChild!.textContent = 'Hudson Institute of Talks';
    addComments(place);
    await Promise.resolve();
    expect(textsOf(painter)).toEqual([]);
    place.append(paragraph('NCGRP'));
    await Promise.resolve();
    expect(repair).not.toHaveBeenCalled();
    const names = ['Hudson Institute of Talks', 'USFKO', 'NCGRP'];
    await eventually(() => expect(listTexts(reader)).toEqual(names));
    place.lastElementChild!.textContent = 'USFKO';
    await eventually(() => expect(listTexts(reader)).toEqual([...names.slice(0, 2), 'USFKO']));
    expect(repair).toHaveBeenCalled();
  });

  it('no longer watches shadow roots that have gone with them', async () => {
    const { place, reader } = await read('<p>NCGRP</p>');
    const host = document.createElement('div');
    place.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.append(paragraph('USFKO'));
    await eventually(() => expect(listTexts(reader)).toEqual(['NCGRP', 'USFKO']));
    host.remove();
    addComments(place);
    await eventually(() => expect(listTexts(reader)).toEqual(['NCGRP']));
    root.append(paragraph('USFKO'));
    await pass(500);
    expect(listTexts(reader)).toEqual(['NCGRP']);
  });
});

describe('a reader of elements that are nested without end', () => {
  const DEPTH = 20_000;

  function nest(name: string, innermost: string): HTMLElement {
    let outer = document.createElement(name);
    outer.append(innermost);
    for (let i = 1; i < DEPTH; i++) {
      const around = document.createElement(name);
      around.append(outer);
      outer = around;
    }
    return outer;
  }

  it.each(['span', 'div'])('reads on behind what is nested in <%s>', async (name) => {
    // Not displayed: no browser lays out what is nested so deep.
    const place = stage('<div hidden></div><p>NCGRP</p>');
    await openReader();
    const nested = nest(name, 'Hudson Institute of Talks');
    place.firstElementChild!.append(nested);
    place.append(paragraph('USFKO'));
    await expectShown('NCGRP', 'USFKO');
    let innermost: Node = nested;
    while (innermost.firstChild) innermost = innermost.firstChild;
    innermost.nodeValue = 'NCGRP';
    place.lastElementChild!.textContent = 'NCGRP';
    await expectShown('NCGRP', 'NCGRP');
    expect(await readAfresh()).toEqual(['NCGRP', 'NCGRP']);
    nested.remove();
    place.append(paragraph('USFKO'));
    await expectShown('NCGRP', 'NCGRP', 'USFKO');
  });
});
