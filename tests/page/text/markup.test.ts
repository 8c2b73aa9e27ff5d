/** What the markup of a page says of its text: read with its lines, and placed in them. */
import { describe, expect, it } from 'vitest';
import { readBlockAround } from '../../../src/page/text/block-around.ts';
import { readSaidTerms } from '../../../src/page/text/said-terms.ts';
import { readBlocks, stage } from '../reading/reading-page.ts';

const pageText = (node: Text) => node.data;

/** The markup of all lines: its kind, the text it stands at, what it says. */
const read = (html: string) =>
  readBlocks(stage(html), pageText).flatMap(({ text, markup = [] }) =>
    markup.map(({ kind, start, end, says }) => `${kind} ${text.slice(start, end)}: ${says}`),
  );

describe('a line', () => {
  it.each([
    [
      'an abbr',
      '<p>The <abbr title="Lunar Tide Office">LTO</abbr> met.</p>',
      ['abbr LTO: Lunar Tide Office'],
    ],
    [
      'an acronym',
      '<p><acronym title="Lunar Tide Office">LTO</acronym></p>',
      ['abbr LTO: Lunar Tide Office'],
    ],
    ['one of several texts', '<p><abbr title="x y z">L<b>T</b>O</abbr> s</p>', ['abbr LTO: x y z']],
    ['a dfn', '<p>A <dfn>polynya</dfn> is</p>', ['dfn polynya: ']],
    [
      'a dfn around an abbr',
      '<p><dfn><abbr title="x y z">LTO</abbr></dfn></p>',
      ['abbr LTO: x y z'],
    ],
    [
      'two of them',
      '<p><abbr title="one">A1</abbr> and <abbr title="two">B2</abbr></p>',
      ['abbr A1: one', 'abbr B2: two'],
    ],
    [
      'a term of a list, with its row',
      '<dl><dt>LTO<dd>Lunar Tide Office</dl>',
      ['row LTO: LTO\tLunar Tide Office', 'dt LTO: Lunar Tide Office'],
    ],
    [
      'two terms of one meaning',
      '<dl><dt>tide</dt><dt>flood</dt><dd>it comes twice a day</dd></dl>',
      ['dt tide: it comes twice a day', 'dt flood: it comes twice a day'],
    ],
    [
      'a list in groups',
      '<dl><div><dt>tide</dt><dd>it comes</dd></div></dl>',
      ['dt tide: it comes'],
    ],
    [
      'the first cell of a table',
      '<table><tr><td>LTO</td><td>Lunar Tide Office</td></tr></table>',
      ['row LTO: LTO\tLunar Tide Office'],
    ],
  ])('has %s', (_, html, expected) => expect(read(html)).toEqual(expected));

  it.each([
    ['an abbr without a title', '<p><abbr>LTO</abbr></p>'],
    ['a title elsewhere', '<p><span title="Lunar Tide Office">LTO</span></p>'],
    ['a title of a megabyte', `<p><abbr title="${'Lunar '.repeat(170_000)}">LTO</abbr></p>`],
    ['code', '<pre><abbr title="Lunar Tide Office">LTO</abbr></pre>'],
    ['a row that defines nothing', '<table><tr><td>one</td><td>two</td></tr></table>'],
    ['a term without a meaning', '<dl><dt>tide</dt></dl>'],
  ])('has nothing of %s', (_, html) => expect(read(html)).toEqual([]));

  it('has it too where it is read by itself', () => {
    const place = stage('<p>A<i>b</i> <abbr title="Lunar Tide Office">LTO</abbr> met.</p>');
    const node = place.querySelector('abbr')?.firstChild as Text;
    const block = readBlockAround(node, pageText);
    expect(block?.markup).toEqual([{ kind: 'abbr', says: 'Lunar Tide Office', start: 3, end: 6 }]);
  });

  it('reads no more of a long meaning than it needs', () => {
    const [row] = read(`<dl><dt>tide</dt><dd>${'it comes twice a day. '.repeat(1_000)}</dd></dl>`);
    expect(row?.length).toBeLessThan(1_100);
  });
});

describe('what a page says to machines', () => {
  const terms = (html: string) =>
    readSaidTerms(stage(html)).flatMap(({ markup = [] }) =>
      markup.map(({ says }) => says.split('\0')),
    );
  const script = (data: unknown) =>
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const LTO = { '@type': 'DefinedTerm', termCode: 'LTO', name: 'Lunar Tide Office' };

  it.each([
    [
      'JSON-LD',
      script({ '@context': 'https://schema.org', ...LTO }),
      ['LTO', 'Lunar Tide Office', ''],
    ],
    ['a graph', script({ '@graph': [LTO] }), ['LTO', 'Lunar Tide Office', '']],
    [
      'a set',
      script({ '@type': 'DefinedTermSet', hasDefinedTerm: [{ ...LTO, '@type': ['DefinedTerm'] }] }),
      ['LTO', 'Lunar Tide Office', ''],
    ],
    [
      'microdata',
      '<p itemscope itemtype="https://schema.org/DefinedTerm"><b itemprop="name">LTO</b>: <i itemprop="description">Lunar\n Tide Office</i></p>',
      ['', 'LTO', 'Lunar\n Tide Office'],
    ],
    [
      'microdata without text',
      '<p itemscope itemtype="http://schema.org/DefinedTerm"><meta itemprop="termCode" content="LTO"><meta itemprop="name" content="Lunar Tide Office"></p>',
      ['LTO', 'Lunar Tide Office', ''],
    ],
    [
      'RDFa',
      '<p vocab="https://schema.org/" typeof="DefinedTerm"><b property="name">LTO</b> <i property="description">Lunar Tide Office</i></p>',
      ['', 'LTO', 'Lunar Tide Office'],
    ],
    [
      'RDFa with a prefix',
      '<p typeof="schema:DefinedTerm"><b property="schema:name">LTO</b> <i property="schema:description">Lunar Tide Office</i></p>',
      ['', 'LTO', 'Lunar Tide Office'],
    ],
  ])('is read from %s', (_, html, expected) => expect(terms(html)).toEqual([expected]));

  it.each([
    ['an article', script({ '@type': 'NewsArticle', name: 'DefinedTerm' })],
    ['a set alone', script({ '@type': 'DefinedTermSet', name: 'Tides' })],
    ['broken JSON', '<script type="application/ld+json">{"@type":"DefinedTerm",</script>'],
    ['another script', '<script type="text/plain">{"@type":"DefinedTerm","name":"LTO"}</script>'],
    [
      'another type',
      '<p itemscope itemtype="https://schema.org/Person"><b itemprop="name">Lo</b></p>',
    ],
  ])('is not taken from %s', (_, html) => expect(terms(html)).toEqual([]));

  it('has values that are no text left out, and long ones cut', () => {
    const data = { ...LTO, name: { '@value': 'x' }, description: 'tide '.repeat(50_000) };
    const [[, name, description] = []] = terms(script(data));
    expect([name, description?.length]).toEqual(['', 1_000]);
  });

  it('is a thousand terms at most', () => {
    expect(terms(script(Array(3_000).fill(LTO)))).toHaveLength(1_000);
  });

  it('is found where the element itself is new', () => {
    const place = stage(script(LTO));
    expect(readSaidTerms(place.firstElementChild as Element)).toHaveLength(1);
    const host = document.createElement('div').attachShadow({ mode: 'open' });
    expect(readSaidTerms(host)).toEqual([]);
  });
});
