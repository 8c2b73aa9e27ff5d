import { describe, expect, it } from 'vitest';
import { readBlockAround } from '../../../src/page/text/block-around.ts';
import type { Block } from '../../../src/page/text/blocks.ts';
import { readBlocks, stage } from '../reading/reading-page.ts';

const pageText = (node: Text) => node.data;
const read = (markup: string) => readBlocks(stage(markup), pageText);
/** Texts of blocks; `|` is what no name crosses. */
const textsOf = (blocks: readonly Block[]) =>
  blocks.map(({ text }) => text.replaceAll('\ufffc', '|'));

describe('readBlocks', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs', '<p>one</p><p>two</p>', ['one', 'two']],
    [
      'a name over inline tags',
      '<p>Hudson <b>Inst</b>itute <a href="#">of</a> Talks</p>',
      ['Hudson Institute of Talks'],
    ],
    ['text around a paragraph', '<div>one<p>two</p>three</div>', ['one', 'two', 'three']],
    ['a break as a line end', '<p>Hudson<br>Institute</p>', ['Hudson\nInstitute']],
    ['a break beside blanks', '<p>Hudson <br> Institute</p>', ['Hudson  Institute']],
    ['a possible break as nothing', '<p>Insti<wbr>tute</p>', ['Institute']],
    ['soft hyphens as they are', '<p>Insti&shy;tute</p>', ['Insti\u00adtute']],
    ['no-break spaces as they are', '<p>Hudson&nbsp;Institute</p>', ['Hudson\u00a0Institute']],
    ['a comment as nothing', '<p>Insti<!-- x -->tute</p>', ['Institute']],
    ['list items', '<ul><li>one<li>two</ul>', ['one', 'two']],
    ['table cells', '<table><tr><td>one<td>two</table>', ['one', 'two']],
    ['raised notes apart', '<p>NCG<sup>1</sup> met</p>', ['NCG|1| met']],
    ['two raised notes apart', '<p>NCG<sup>1</sup><sup>2</sup></p>', ['NCG|1|2']],
    ['an image between', '<p>Hudson<img alt="">Institute</p>', ['Hudson|Institute']],
    ['an image between blanks', '<p>Hudson <img alt=""> Institute</p>', ['Hudson | Institute']],
    ['a line between', '<div>Hudson <span><hr></span> Institute</div>', ['Hudson | Institute']],
    ['an inline list of spans', '<p><span>a</span><span>b</span></p>', ['ab']],
    ['a link that holds paragraphs', '<a href="#"><p>one</p><p>two</p></a>', ['one', 'two']],
    ['a ruby text without its reading', '<p><ruby>漢<rt>kan</rt></ruby>字</p>', ['漢字']],
    ['nothing but blanks and marks', '<p> \n </p><p>— …</p>', []],
    ['nothing', '', []],
  ])('reads %s', (_, markup, expected) => expect(textsOf(read(markup))).toEqual(expected));

  it.each([
    ['code', '<code>x</code>'],
    ['preformatted text', '<pre>x</pre>'],
    ['a key', '<kbd>x</kbd>'],
    ['a script', '<script type="text/plain">x</script>'],
    ['a style', '<style>x</style>'],
    ['what is for pages without scripts', '<noscript>x</noscript>'],
    ['a text field', '<textarea>x</textarea>'],
    ['a choice', '<select><option>x</option></select>'],
    ['editable text', '<span contenteditable>x</span>'],
    ['editable text, said in words', '<span contenteditable="plaintext-only">x</span>'],
    ['a text box', '<span role="textbox">x</span>'],
    ['an editor', '<div class="wide CodeMirror">x</div>'],
    ['a drawing', '<svg><text>x</text></svg>'],
    ['a formula', '<math><mi>x</mi></math>'],
    ['a template', '<template>x</template>'],
  ])('leaves out %s, and what stands beside it is no one word', (_, markup) => {
    expect(textsOf(read(`<div>one${markup}two</div>`)).join('|')).toBe('one|two');
    expect(textsOf(read(`<p>one</p>${markup}`))).toEqual(['one']);
  });

  it('reads what is not editable inside what is', () => {
    // Left alone too: an editor may hold islands of widgets, which are its own.
    const markup = '<div contenteditable>a <b contenteditable="false">b</b></div>';
    expect(read(markup)).toEqual([]);
  });

  it('reads text that stands in a shadow root itself, by the rules of its host', () => {
    const place = stage('<section><b></b></section><div contenteditable><p></p></div>');
    const open = place.querySelector('section')!.attachShadow({ mode: 'open' });
    open.append('Hudson ', document.createElement('span'));
    open.lastElementChild!.append('Institute');
    expect(textsOf(readBlocks(open, pageText))).toEqual(['Hudson Institute']);
    const edited = place.querySelector('p')!.attachShadow({ mode: 'open' });
    edited.append('draft');
    expect(readBlocks(edited, pageText)).toEqual([]);
  });

  it('says where a block stands', () => {
    const [heading, text] = read('<article><h2><a href="#">One</a></h2><div>two</div></article>');
    expect(heading).toMatchObject({ isHeading: true });
    expect(text).toMatchObject({ isHeading: false });
    expect([heading?.root.nodeName, heading?.container?.nodeName]).toEqual(['H2', 'ARTICLE']);
  });

  it('passes over nodes that are not the page’s own', () => {
    const place = stage('<p>one<i hidden>ours</i>two</p>');
    const blocks = readBlocks(place, (node) => (node.data === 'ours' ? null : node.data));
    expect(textsOf(blocks)).toEqual(['onetwo']);
  });

  it('changes nothing', () => {
    const markup = '<div>one<b>two</b><p>three</p> four<br>five</div>';
    const place = stage(markup);
    readBlocks(place, pageText);
    expect(place.getHTML()).toBe(markup);
  });
});

describe('the offsets of a block', () => {
  const MARKUP = [
    '<p>Hudson <b>Inst</b>itute<br>of<sup>2</sup> Talks</p>',
    '<div>a<img>b <img> c<p>d</p>e<span hidden>f</span>g</div>',
    '<p>핵<wbr>협의<i>그룹</i>(<b>NCG</b>)</p>',
  ];
  it.each(MARKUP)('lead back to its nodes: %s', (markup) => {
    for (const { text, nodes, starts } of read(markup)) {
      nodes.forEach((node, i) => {
        expect(text.slice(starts[i], starts[i]! + node.data.length)).toBe(node.data);
        const gap = (starts[i + 1] ?? text.length) - starts[i]! - node.data.length;
        expect(gap).toBeLessThanOrEqual(1);
      });
    }
  });

  it.each(MARKUP)('are the same from any node of its line: %s', (markup) => {
    for (const block of read(markup)) {
      for (const node of block.nodes) {
        const line = readBlockAround(node, pageText);
        expect(block.text).toContain(line?.text);
        expect(line?.nodes).toContain(node);
      }
    }
  });
});

describe('readBlockAround', () => {
  it('gives none for text that stands in none', () => {
    const place = stage('<code>x</code><p> — </p>');
    const [code, marks] = [place.firstChild!.firstChild, place.lastChild!.firstChild];
    expect(readBlockAround(code as Text, pageText)).toBeNull();
    expect(readBlockAround(marks as Text, pageText)).toBeNull();
    expect(readBlockAround(document.createTextNode('lost'), pageText)).toBeNull();
  });
});
