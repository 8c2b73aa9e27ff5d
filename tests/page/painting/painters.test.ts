/** What both painters promise, by one table; each test ends with the page as it was. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Painter } from '../../../src/page/painting/painter.ts';
import {
  blocksOf,
  change,
  marksIn,
  mentionsOf,
  PAINTERS,
  paintWords,
  photograph,
  pointAt,
  recordsOf,
  stage,
  textNodesOf,
} from './painting.ts';

const WORDS = ['NCG', 'USFK', 'U.S. Forces Korea', '[PTX]'];

describe.each(PAINTERS)('%s', (name, { create, painted }) => {
  let painter: Painter;
  beforeEach(() => {
    painter = create();
  });
  afterEach(() => painter.eraseAll());

  it.each([
    ['a word', '<p>The NCG met.</p>', ['NCG']],
    ['a word at the start', '<p>NCG met.</p>', ['NCG']],
    ['a word at the end', '<p>Of the NCG</p>', ['NCG']],
    ['a word alone', '<p>NCG</p>', ['NCG']],
    ['several in a node', '<p>NCG, USFK and the NCG.</p>', ['NCG', 'USFK', 'NCG']],
    ['several in a row', '<p>NCGUSFK</p>', ['NCG', 'USFK']],
    [
      'a name over several nodes',
      '<p>the U.S. <b>Forces</b> Korea.</p>',
      ['U.S. ', 'Forces', ' Korea'],
    ],
    ['a name over a soft line', '<p>N<wbr>CG</p>', ['N', 'CG']],
    [
      'words in several blocks',
      '<p>NCG</p><div>USFK<p>NCG</p>NCG</div>',
      ['NCG', 'USFK', 'NCG', 'NCG'],
    ],
    ['the page’s own term', '<p>The PTX and the NCG</p>', ['[PTX]', 'NCG']],
    ['nothing', '<p>Nothing to see</p>', []],
  ])('paints %s and takes it away', (_, markup, expected) => {
    const place = stage(markup);
    const before = photograph(place);
    const text = place.textContent;
    paintWords(place, painter, ...WORDS);
    expect(painted().map((piece) => piece)).toEqual(expected);
    expect(place.textContent).toBe(text);
    painter.eraseAll();
    expect(painted()).toEqual([]);
    expectAsBefore(place, before);
  });

  it('erases one block and leaves the others', () => {
    const place = stage('<p>The NCG</p><p>USFK and NCG</p>');
    const before = photograph(place);
    const blocks = paintWords(place, painter, 'NCG', 'USFK');
    painter.erase(blocks[0]!);
    expect(painted()).toEqual(['USFK', 'NCG']);
    painter.erase(blocks[1]!);
    painter.erase(blocks[1]!);
    expect(painted()).toEqual([]);
    expectAsBefore(place, before);
  });

  it('paints nothing twice', () => {
    const place = stage('<p>The NCG and USFK</p>');
    const before = photograph(place);
    const [block] = blocksOf(place, painter);
    painter.paint(block!, [...mentionsOf(block!, 'NCG'), ...mentionsOf(block!, 'NCG')]);
    painter.paint(block!, mentionsOf(block!, 'NCG'));
    expect(painted()).toEqual(['NCG']);
    paintWords(place, painter, 'NCG');
    expect(painted()).toEqual(['NCG']);
    painter.eraseAll();
    expectAsBefore(place, before);
  });

  it('replaces the mentions of a block', () => {
    const place = stage('<p>The NCG and <i>USFK</i></p>');
    const [block] = paintWords(place, painter, 'NCG');
    painter.paint(block!, mentionsOf(block!, 'USFK'));
    expect(painted()).toEqual(['USFK']);
    painter.paint(block!, []);
    expect(painted()).toEqual([]);
  });

  it('reads a painted block as the page wrote it', () => {
    const place = stage('<p>The NCG and <i>USFK</i> met</p>');
    const [block] = paintWords(place, painter, 'NCG', 'USFK');
    const [again] = blocksOf(place, painter);
    expect(again!.text).toBe('The NCG and USFK met');
    expect(again!.nodes).toEqual(block!.nodes);
    expect(again!.nodes.every((node, i) => node === block!.nodes[i])).toBe(true);
    painter.paint(again!, mentionsOf(again!, 'USFK'));
    expect(painted()).toEqual(['USFK']);
  });

  it('leaves out what no longer stands there', () => {
    const place = stage('<p>The NCG met</p><p>USFK</p><p>U.S. <b>Forces</b> Korea</p>');
    const blocks = blocksOf(place, painter);
    blocks[0]!.nodes[0]!.data = 'Now NCX met';
    blocks[1]!.nodes[0]!.remove();
    blocks[2]!.nodes[2]!.data = ' Kor';
    for (const block of blocks) painter.paint(block, mentionsOf(block, ...WORDS));
    expect(painted()).toEqual([]);
    expect(place.textContent).toBe('Now NCX metU.S. Forces Kor');
  });

  it('tells the mention at a point, by the letters alone', () => {
    const place = stage(
      '<p style="padding:40px">The NCG met<br><a href="#a">and U.S. <b>Forces</b> Korea</a></p>',
    );
    const [block] = paintWords(place, painter, 'NCG', 'U.S. Forces Korea');
    const at = (word: string) => {
      const { x, y } = pointAt(place, word);
      return painter.mentionAt(x, y)?.mention;
    };
    const [ncg, forces] = mentionsOf(block!, 'NCG', 'U.S. Forces Korea');
    expect(at('NCG')).toEqual(ncg);
    expect(at('U.S.')).toEqual(forces);
    expect(at('Forces')).toEqual(forces);
    expect(at('Korea')).toEqual(forces);
    expect(at('The')).toBeUndefined();
    expect(at('met')).toBeUndefined();
    const { x, y } = pointAt(place, 'NCG');
    expect(painter.mentionAt(x, y - 30), 'above, in the padding').toBeNull();
    expect(painter.mentionAt(x + 300, y), 'beside the line').toBeNull();
    expect(painter.mentionAt(-5, -5), 'out of the viewport').toBeNull();
    painter.eraseAll();
    expect(painter.mentionAt(x, y)).toBeNull();
  });

  it('hits no mention that something covers', () => {
    const place = stage('<p>The NCG met</p>');
    paintWords(place, painter, 'NCG');
    const { x, y } = pointAt(place, 'NCG');
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:white';
    document.body.append(cover);
    expect(painter.mentionAt(x, y)).toBeNull();
    cover.remove();
    expect(painter.mentionAt(x, y)).not.toBeNull();
  });

  it('gives a range over a mention as long as it is painted', () => {
    const place = stage('<p>The U.S. <b>Forces</b> Korea and NCG</p>');
    const [block] = paintWords(place, painter, 'U.S. Forces Korea', 'NCG');
    const placed = mentionsOf(block!, 'U.S. Forces Korea', 'NCG').map((mention) => ({
      mention,
      block: block!,
    }));
    expect(painter.rangeOf(placed[0]!), 'an equal mention that was never painted').toBeNull();
    painter.paint(
      block!,
      placed.map(({ mention }) => mention),
    );
    expect(placed.map((each) => String(painter.rangeOf(each)))).toEqual([
      'U.S. Forces Korea',
      'NCG',
    ]);
    painter.erase(block!);
    expect(painter.rangeOf(placed[0]!)).toBeNull();
  });

  it('changes the style of what is painted and of what comes', () => {
    const place = stage('<p>The NCG and PTX</p><p>USFK</p>');
    const before = photograph(place);
    const blocks = blocksOf(place, painter);
    painter.paint(blocks[0]!, mentionsOf(blocks[0]!, 'NCG', '[PTX]'));
    painter.setStyle('solid');
    painter.paint(blocks[1]!, mentionsOf(blocks[1]!, 'USFK'));
    expect(painted('dotted')).toEqual([]);
    expect(painted('solid')).toEqual(['NCG', '[PTX]', 'USFK']);
    painter.setStyle('marker');
    expect(painted('marker')).toEqual(['NCG', '[PTX]', 'USFK']);
    painter.eraseAll();
    painter.setStyle('dotted');
    expect([...painted('dotted'), ...painted('marker')]).toEqual([]);
    expectAsBefore(place, before);
  });

  it('can paint again after all was erased', () => {
    const place = stage('<p>The NCG</p>');
    paintWords(place, painter, 'NCG');
    painter.eraseAll();
    paintWords(place, painter, 'NCG');
    expect(painted()).toEqual(['NCG']);
  });

  it('abandons what the page has written or taken meanwhile, and leaves that', () => {
    const place = stage('<p>NCG</p><p>USFK</p>');
    paintWords(place, painter, 'NCG', 'USFK');
    const [one, other] = [...place.children].map((each) => each.firstChild as Text);
    const act = () => {
      one!.data = '';
      other!.parentNode!.replaceChildren(other!);
    };
    painter.abandon(recordsOf(place, act));
    expect(painted()).toEqual([]);
    expect([...place.children].map((each) => each.textContent)).toEqual(['', 'USFK']);
  });

  it('abandons what it has painted, and copies of it', () => {
    const place = stage('<p>The NCG</p>');
    const before = photograph(place);
    paintWords(place, painter, 'NCG');
    const copy = place.firstElementChild!.cloneNode(true);
    place.append(copy);
    painter.abandon([]);
    expect(painted()).toEqual([]);
    expect(marksIn(document, 'dotted')).toEqual([]);
    copy.parentNode!.removeChild(copy);
    expectAsBefore(place, before);
  });

  it.each(PAINTERS)('sweeps what an earlier script left by %s', (_, earlier) => {
    const place = stage('<p>The NCG met <b>USFK</b></p>');
    const before = photograph(place);
    paintWords(place, earlier.create(), 'NCG', 'USFK');
    const next = create();
    expect(earlier.painted()).toEqual([]);
    expectAsBefore(place, before);
    paintWords(place, next, 'NCG');
    expect(painted()).toEqual(['NCG']);
    next.eraseAll();
    expectAsBefore(place, before);
  });

  describe('in an open shadow root', () => {
    const markup =
      '<p>The NCG</p><x-host><template shadowrootmode="open"><p>In USFK</p></template></x-host>';

    it('paints, finds, and takes its sheet back', () => {
      const place = stage(markup);
      const shadow = place.querySelector('x-host')!.shadowRoot!;
      const theirs = new CSSStyleSheet();
      shadow.adoptedStyleSheets = [theirs];
      const html = shadow.innerHTML;
      paintWords(place, painter, 'NCG');
      expect(shadow.adoptedStyleSheets).toEqual([theirs]);
      paintWords(shadow, painter, 'USFK');
      paintWords(shadow, painter, 'USFK');
      expect(painted().toSorted()).toEqual(['NCG', 'USFK']);
      expect(shadow.adoptedStyleSheets).toHaveLength(2);
      const { x, y } = pointAt(shadow, 'USFK');
      expect(painter.mentionAt(x, y)?.mention.ref).toBe('test/usfk');
      painter.eraseAll();
      expect(shadow.innerHTML).toBe(html);
      expect(shadow.adoptedStyleSheets).toEqual([theirs]);
    });

    it('drops what leaves with its host', () => {
      const place = stage(markup);
      const shadow = place.querySelector('x-host')!.shadowRoot!;
      const html = shadow.innerHTML;
      const [block] = paintWords(shadow, painter, 'USFK');
      const lost = change(place, painter, () => place.querySelector('x-host')!.remove());
      expect([...lost]).toEqual([block]);
      expect(shadow.innerHTML).toBe(html);
    });
  });

  describe('when the page changes', () => {
    const MARKUP =
      '<p id="a">The NCG met <b>USFK</b> today</p><p id="b">U.S. <i>Forces</i> Korea</p>';
    const byId = (place: Element, id: string) => place.querySelector(`#${id}`) as HTMLElement;
    const append = (to: Element, node: Node) => to.append(node);

    it.each<[string, (place: Element, nodes: Text[]) => void, string[]]>([
      [
        'a text is rewritten',
        (_, [node]) => {
          node!.data = 'The USFK left ';
        },
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text is cut to what stands before its mention',
        (_, [node]) => {
          node!.data = 'The ';
        },
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text is rewritten, and then cut to what stands before its mention',
        (_, [node]) => {
          node!.data = 'The USFK left ';
          node!.data = 'The ';
        },
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text is taken out and put back',
        (place, [node]) => {
          node!.remove();
          byId(place, 'a').append(node!);
        },
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text is emptied',
        (_, [node]) => {
          node!.data = '';
        },
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a part of a name is rewritten',
        (_, nodes) => {
          nodes[4]!.data = 'Farces';
        },
        ['NCG', 'USFK'],
      ],
      ['a text is removed', (_, [node]) => node!.remove(), ['USFK', 'U.S. ', 'Forces', ' Korea']],
      ['a part of a name is removed', (_, nodes) => nodes[5]!.remove(), ['NCG', 'USFK']],
      [
        'a text is replaced',
        (_, [node]) => node!.replaceWith('New '),
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text becomes an element',
        (_, [node]) => node!.replaceWith(document.createElement('hr')),
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text is moved',
        (place, [node]) => append(byId(place, 'b'), node!),
        ['USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text is inserted before',
        (_, [node]) => node!.before('Now '),
        ['NCG', 'USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'a text is put between two parts of a name',
        (_, nodes) => nodes[4]!.parentElement!.before('Ground '),
        ['NCG', 'USFK'],
      ],
      [
        'an element is put between two parts of a name',
        (_, nodes) => nodes[5]!.before(document.createElement('hr')),
        ['NCG', 'USFK'],
      ],
      [
        'an element is removed',
        (place) => byId(place, 'a').remove(),
        ['U.S. ', 'Forces', ' Korea'],
      ],
      [
        'all text of an element is replaced',
        (place) => {
          byId(place, 'a').textContent = 'gone';
        },
        ['U.S. ', 'Forces', ' Korea'],
      ],
      [
        'an element is emptied',
        (place) => byId(place, 'a').replaceChildren(),
        ['U.S. ', 'Forces', ' Korea'],
      ],
      ['all is removed', (place) => place.replaceChildren(), []],
      [
        'nothing of ours is touched',
        (place) => append(place, document.createElement('hr')),
        ['NCG', 'USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
      [
        'an attribute changes',
        (place) => byId(place, 'a').setAttribute('title', 'NCG'),
        ['NCG', 'USFK', 'U.S. ', 'Forces', ' Korea'],
      ],
    ])('keeps the page’s text its own when %s', (_, act, expected) => {
      // The same page without a painter shows what is right.
      const control = stage(MARKUP);
      const originals = textNodesOf(control);
      act(control, originals);
      const text = control.textContent;
      const html = control.getHTML();
      const order = textNodesOf(control).map((node) => originals.indexOf(node));

      const place = stage(MARKUP);
      const nodes = textNodesOf(place);
      paintWords(place, painter, 'NCG', 'USFK', 'U.S. Forces Korea');
      change(place, painter, () => act(place, nodes));
      expect(place.textContent).toBe(text);
      expect(painted()).toEqual(expected);

      painter.eraseAll();
      expect(painted()).toEqual([]);
      expect(place.getHTML()).toBe(html);
      expect(textNodesOf(place).map((node) => nodes.indexOf(node))).toEqual(order);
    });

    it('says which blocks lost a mention', () => {
      const place = stage(MARKUP);
      const blocks = paintWords(place, painter, 'NCG', 'USFK', 'U.S. Forces Korea');
      const nodes = textNodesOf(place).filter((node) => painter.pageText(node) !== null);
      expect(change(place, painter, () => {}).size).toBe(0);
      const lost = change(place, painter, () => {
        nodes[0]!.data = 'x';
      });
      expect([...lost]).toEqual([blocks[0]]);
    });

    it('gives a text that was moved away all of its words', () => {
      const place = stage(MARKUP);
      const [node] = textNodesOf(place);
      paintWords(place, painter, 'NCG');
      change(place, painter, () => node!.remove());
      expect(node!.data).toBe('The NCG met ');
    });

    it('paints the new text', () => {
      const place = stage('<p>The NCG met</p>');
      const [node] = textNodesOf(place);
      for (const text of ['USFK and NCG', 'NCG', 'nothing', 'so NCG']) {
        paintWords(place, painter, 'NCG', 'USFK');
        change(place, painter, () => {
          node!.data = text;
        });
        expect(place.textContent).toBe(text);
        expect(painted()).toEqual([]);
      }
      paintWords(place, painter, 'NCG', 'USFK');
      expect(painted()).toEqual(['NCG']);
      painter.eraseAll();
      expect(place.firstChild!.firstChild).toBe(node);
      expect(place.firstChild!.childNodes).toHaveLength(1);
    });

    it('survives copies that the page makes', () => {
      const place = stage('<p>The NCG met</p>');
      const html = place.getHTML();
      paintWords(place, painter, 'NCG');
      change(place, painter, () => {
        const paragraph = place.firstElementChild!;
        place.append(paragraph.cloneNode(true));
        const third = document.createElement('p');
        for (const child of paragraph.childNodes) third.append(child.cloneNode(true));
        place.append(third);
      });
      expect(painted()).toEqual(['NCG']);
      painter.eraseAll();
      expect(place.getHTML()).toBe(html + html + html);
    });

    it('leaves the words to a translator', () => {
      const place = stage('<p>The NCG met</p>');
      paintWords(place, painter, 'NCG');
      for (const node of textNodesOf(place)) {
        const font = document.createElement('font');
        font.textContent = node.data.toUpperCase();
        change(place, painter, () => node.replaceWith(font));
      }
      expect(place.textContent).toBe('THE NCG MET');
      expect(painted()).toEqual([]);
    });
  });

  it('keeps its look on a page that unsets all, and takes no room', () => {
    const place = stage('<p>The NCG met and the PTX too</p>');
    const hostile = document.createElement('style');
    hostile.textContent = '* { all: unset !important } p { display: block !important }';
    document.body.append(hostile);
    const before = place.getBoundingClientRect();
    const wordBefore = pointAt(place, 'too');
    // A marker is always wrapped: ranges have no such look.
    const wrapped = name === 'the mark painter' ? (['marker'] as const) : [];
    for (const style of ['dotted', 'solid', ...wrapped] as const) {
      painter.setStyle(style);
      paintWords(place, painter, 'NCG', '[PTX]');
      expect(place.getBoundingClientRect()).toEqual(before);
      expect(pointAt(place, 'too').x).toBeCloseTo(wordBefore.x, 1);
      const look = lookOf(name, place, style);
      if (style === 'marker')
        expect(look.backgroundImage).toMatch(/rgba\(255, 2\d\d, \d+, 0\.[34]/);
      else expect(look.textDecorationStyle).toBe(style);
      painter.eraseAll();
    }
  });
});

describe('the mark painter alone', () => {
  const { create } = PAINTERS[1]![1];

  it.each([
    ['a flex container', '<div style="display:flex">The NCG met</div>'],
    ['a grid container', '<div style="display:grid">The NCG met</div>'],
    ['SVG', '<svg><text>The NCG met</text></svg>'],
  ])('leaves text in %s alone', (_, markup) => {
    const painter = create();
    const place = stage(markup);
    const nodes = textNodesOf(place);
    const before = photograph(place);
    const block = {
      text: 'The NCG met',
      nodes,
      starts: [0],
      root: place,
      container: null,
      isHeading: false,
      section: 0,
      order: 0,
    };
    for (const isPrepared of [false, true, false]) {
      if (isPrepared) painter.prepare(block, mentionsOf(block, 'NCG'));
      painter.paint(block, mentionsOf(block, 'NCG'));
      painter.commit();
      expectAsBefore(place, before);
    }
    expect(painter.rangeOf({ block, mention: mentionsOf(block, 'NCG')[0]! })).toBeNull();
    painter.eraseAll();
  });

  it('asks for no styles after it has wrapped what it was prepared for', () => {
    const painter = create();
    const place = stage('<p>The <b style="display: contents">NCG</b> met the EDS<i>CG</i></p>');
    const [block] = blocksOf(place, painter);
    const styles = vi.spyOn(window, 'getComputedStyle');
    const mentions = [...mentionsOf(block!, 'EDSCG'), ...mentionsOf(block!, 'NCG')];
    painter.prepare(block!, mentions);
    styles.mockClear();
    painter.paint(block!, [mentions[0]!]);
    painter.commit();
    expect(styles).not.toHaveBeenCalled();
    expect(place.querySelectorAll('news-gloss')).toHaveLength(2);
    // An element without a box leaves it open what the text in it is part of.
    painter.paint(block!, [mentions[1]!]);
    painter.commit();
    expect(styles).toHaveBeenCalledOnce();
    expect(place.querySelectorAll('news-gloss')).toHaveLength(1);
    styles.mockRestore();
    painter.eraseAll();
  });

  it('writes no attribute but its own', () => {
    const painter = create('marker');
    const place = stage('<p>The NCG met PTX</p>');
    paintWords(place, painter, 'NCG', '[PTX]');
    expect(place.getHTML()).toBe(
      '<p>The <news-gloss look="marker">NCG</news-gloss> met <news-gloss look="marker" own="">PTX</news-gloss></p>',
    );
    painter.eraseAll();
  });

  it('keeps the page’s nodes where frameworks look for them', () => {
    const painter = create();
    const place = stage('<p>NCG met</p>');
    const node = place.firstChild!.firstChild!;
    paintWords(place, painter, 'NCG');
    expect(node.parentNode).toBe(place.firstChild);
    expect(place.firstChild!.firstChild).toBe(node);
    painter.eraseAll();
  });

  it.each<[string, (place: Element, node: Text) => void, string]>([
    ['a text after the head', (_, node) => node.after('!'), 'The NCG met!'],
    [
      'a piece is removed by the page',
      (place) => place.querySelector('news-gloss')!.remove(),
      'The  met',
    ],
    [
      'a piece is rewritten by the page',
      (place) => {
        place.querySelector('news-gloss')!.textContent = 'XYZ';
      },
      'The XYZ met',
    ],
    [
      'a tail is rewritten by the page',
      (place) => {
        place.firstChild!.lastChild!.nodeValue = ' left';
      },
      'The NCG left',
    ],
    [
      'all children move',
      (place) => {
        const to = document.createElement('div');
        to.append(...place.firstChild!.childNodes);
        place.append(to);
      },
      'The NCG met',
    ],
  ])('mends its parts: %s', (_, act, text) => {
    const painter = create();
    const place = stage('<p>The NCG met</p>');
    const [node] = textNodesOf(place);
    paintWords(place, painter, 'NCG');
    change(place, painter, () => act(place, node!));
    expect(place.textContent).toBe(text);
    painter.eraseAll();
    expect(place.textContent).toBe(text);
    expect(marksIn(place, 'dotted')).toEqual([]);
    expect(node!.isConnected).toBe(true);
  });
});

describe('the highlight painter', () => {
  it.each<[string, (painter: Painter, place: Element) => void]>([
    ['paints more', (painter, place) => paintWords(place.lastElementChild!, painter, 'NCG')],
    ['is asked what stands at a point', (painter) => painter.mentionAt(1, 1)],
  ])('comes back into a registry that the page has emptied when it %s', (_, act) => {
    const [, { create, painted }] = PAINTERS[0]!;
    const painter = create();
    const place = stage('<p>The NCG met</p><p>NCG</p>');
    paintWords(place, painter, 'NCG');
    CSS.highlights.clear();
    expect(painted()).toEqual([]);
    act(painter, place);
    expect(painted()).toEqual(['NCG', 'NCG']);
    painter.eraseAll();
    painter.mentionAt(1, 1);
    expect(CSS.highlights.size).toBe(0);
  });
});

function lookOf(name: string, place: Element, style: string): CSSStyleDeclaration {
  return name === 'the mark painter'
    ? getComputedStyle(place.querySelector('news-gloss')!)
    : getComputedStyle(place.querySelector('p')!, `::highlight(newsgloss-${style})`);
}

function expectAsBefore(place: HTMLElement, before: ReturnType<typeof photograph>): void {
  const now = photograph(place);
  expect(now.html).toBe(before.html);
  expect(now.texts).toEqual(before.texts);
  expect(now.nodes.every((node, i) => node === before.nodes[i])).toBe(true);
}
