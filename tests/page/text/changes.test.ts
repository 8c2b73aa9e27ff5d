import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/text/slices.ts';
import { createBlockList } from '../../../src/page/text/block-list.ts';
import { type Changed, createChanges } from '../../../src/page/text/changes.ts';
import { readEdits } from '../../../src/page/text/edits.ts';
import { WATCHED_ATTRIBUTES } from '../../../src/page/text/watched-attributes.ts';
import { readBlocks, stage } from '../reading/reading-page.ts';

const pageText = (node: Text) => node.data;

/** What is gathered of what a page does: texts of the blocks gone, of the lines, names of the roots. */
function gather(markup: string, act: (place: HTMLElement) => void) {
  const place = stage(markup);
  const list = createBlockList();
  list.insert(readBlocks(place, pageText));
  const changes = createChanges(() => list, pageText);
  const observer = new MutationObserver(() => {});
  observer.observe(place, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: WATCHED_ATTRIBUTES,
  });
  act(place);
  finish(changes.follow(readEdits(observer.takeRecords())));
  observer.disconnect();
  return describeChanged(changes.take());
}

const describeChanged = ({ gone, lines, roots }: Changed) => ({
  gone: [...gone].map(({ text }) => text).sort(),
  lines: [...lines].filter((node) => node.isConnected).map(({ data }) => data),
  roots: roots.map((root) => root.nodeName),
});

const text = (place: Node, at = 0): Text => place.childNodes[at]!.firstChild as Text;
const make = (name: string, content: string): HTMLElement => {
  const element = document.createElement(name);
  element.append(content);
  return element;
};

describe('changes', () => {
  it.each<[string, string, (place: HTMLElement) => void, ReturnType<typeof describeChanged>]>([
    [
      'a rewritten text',
      '<p>one</p><p>two</p>',
      (place) => (text(place).data = 'new'),
      { gone: ['one'], lines: ['new'], roots: [] },
    ],
    [
      'a text cut by one letter before another',
      '<p>ones <b>x</b></p>',
      (place) => (text(place).data = 'ones'),
      { gone: ['ones x'], lines: ['ones', 'x'], roots: [] },
    ],
    [
      'a text that is as it was',
      '<p>one<br>x</p>',
      (place) => (text(place).data = 'one'),
      { gone: [], lines: [], roots: [] },
    ],
    [
      'more texts taken out than there are blocks',
      '<div><p>1<b>2</b><i>3</i></p><p>four</p></div><p>five</p>',
      (place) => place.firstChild!.remove(),
      { gone: ['123', 'four'], lines: [], roots: [] },
    ],
    [
      'more texts moved than there are blocks',
      '<div><p>1<b>2</b><i>3</i></p></div><p>four</p>',
      (place) => place.append(place.firstChild!),
      { gone: ['123'], lines: [], roots: ['DIV'] },
    ],
    [
      'a piece of a line that is taken out after more texts than there are blocks',
      '<div>x<b>y</b>z</div><p>one<b>two</b></p>',
      (place) => {
        place.firstChild!.remove();
        place.querySelector('p b')!.remove();
      },
      { gone: ['onetwo', 'xyz'], lines: ['one'], roots: [] },
    ],
    [
      'a new paragraph',
      '<p>one</p>',
      (place) => place.append(make('p', 'two')),
      { gone: [], lines: [], roots: ['P'] },
    ],
    [
      'a new word in a paragraph',
      '<p>one</p>',
      (place) => place.firstChild!.appendChild(make('b', 'two')),
      { gone: ['one'], lines: ['two', 'one'], roots: [] },
    ],
    [
      'a paragraph inside an inline element',
      '',
      (place) => {
        const link = document.createElement('a');
        link.append('x', make('div', 'y'));
        place.append(link);
      },
      { gone: [], lines: ['x'], roots: ['DIV'] },
    ],
    [
      'a paragraph that cuts a text in two',
      'one<i>two</i>',
      (place) => place.firstChild!.after(make('p', 'x')),
      { gone: ['onetwo'], lines: ['one', 'two'], roots: ['P'] },
    ],
    [
      'a paragraph taken from between',
      'one<p>x</p>two',
      (place) => place.querySelector('p')!.remove(),
      { gone: ['one', 'two', 'x'], lines: ['one', 'two'], roots: [] },
    ],
    [
      'a break taken from between',
      '<p>Hudson<br>Institute</p>',
      (place) => place.querySelector('br')!.remove(),
      { gone: ['Hudson\nInstitute'], lines: ['Hudson', 'Institute'], roots: [] },
    ],
    [
      'code taken from between',
      '<p>one<code>x</code>two</p>',
      (place) => place.querySelector('code')!.remove(),
      { gone: ['one\ufffctwo'], lines: ['one', 'two'], roots: [] },
    ],
    [
      'a removed paragraph',
      '<p>one</p><p>two</p>',
      (place) => place.firstChild!.remove(),
      { gone: ['one'], lines: [], roots: [] },
    ],
    [
      'a moved paragraph',
      '<p>one</p><p>two</p>',
      (place) => place.append(place.firstChild!),
      { gone: ['one'], lines: [], roots: ['P'] },
    ],
    [
      'a new part with new parts in it',
      '',
      (place) => {
        const part = make('div', 'x');
        place.append(part);
        part.append(make('p', 'y'));
      },
      { gone: [], lines: [], roots: ['DIV'] },
    ],
    [
      'what came and went',
      '',
      (place) => {
        const part = make('div', 'x');
        place.append(part);
        part.remove();
      },
      { gone: [], lines: [], roots: [] },
    ],
    [
      'a text made editable',
      '<p>one</p>',
      (place) => place.firstElementChild!.setAttribute('contenteditable', ''),
      { gone: ['one'], lines: ['one'], roots: [] },
    ],
    [
      'a part no longer edited',
      '<div contenteditable><p>one</p></div>',
      (place) => place.firstElementChild!.removeAttribute('contenteditable'),
      { gone: [], lines: [], roots: ['DIV'] },
    ],
    [
      'a field that is no longer kept from being edited',
      '<p role="textbox" contenteditable="false">one</p>',
      (place) => place.firstElementChild!.removeAttribute('contenteditable'),
      { gone: ['one'], lines: ['one'], roots: [] },
    ],
    [
      'a pull quote that is shown',
      '<aside aria-hidden="true"><p>one</p></aside>',
      (place) => place.firstElementChild!.setAttribute('aria-hidden', 'false'),
      { gone: [], lines: [], roots: ['ASIDE'] },
    ],
    [
      'a pull quote that is hidden',
      '<aside><p>one</p></aside>',
      (place) => place.firstElementChild!.setAttribute('aria-hidden', 'true'),
      { gone: ['one'], lines: ['one'], roots: [] },
    ],
    [
      'an icon that is hidden',
      '<p>one <span>x</span></p>',
      (place) => place.querySelector('span')!.setAttribute('aria-hidden', 'true'),
      { gone: [], lines: [], roots: [] },
    ],
  ])('of %s', (_, markup, act, expected) => expect(gather(markup, act)).toEqual(expected));

  it('are handed over once', () => {
    const changes = createChanges(createBlockList, pageText);
    changes.addRoot(stage('<p>one</p>'));
    expect(changes.isEmpty()).toBe(false);
    expect(changes.take().roots).toHaveLength(1);
    expect(changes.isEmpty()).toBe(true);
    expect(changes.take()).toEqual({ gone: new Set(), lines: new Set(), roots: [] });
  });

  it('are none where elements of ours are lifted and put back', () => {
    const place = stage('<p>the <news-gloss>NCG</news-gloss> met</p>');
    const list = createBlockList();
    const [head, mark, tail] = place.firstChild!.childNodes as unknown as [Text, Element, Text];
    const [word] = mark.childNodes as unknown as [Text];
    const own = new Set<Node>([word, tail]);
    const textOf = (node: Text) => (own.has(node) ? null : 'the NCG met');
    list.insert(readBlocks(place, textOf));
    const changes = createChanges(() => list, textOf);
    const observer = new MutationObserver(() => {});
    observer.observe(place, { childList: true, characterData: true, subtree: true });

    mark.replaceWith(word);
    finish(changes.follow(readEdits(observer.takeRecords())));
    expect(changes.isEmpty()).toBe(true);

    head.after(mark);
    mark.append(word);
    finish(changes.follow(readEdits(observer.takeRecords())));
    expect(changes.isEmpty()).toBe(true);
  });
});
