/** What of a page is its article: parts that sound like something beside it, and parts that are. */
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/cli/glossary/article-text.ts';

const FILLER = [
  'Pilots and harbour masters met for a third day, and nobody would say who had called whom first.',
  'The delegations arrived before noon, left after dark, and said no more than that tea was served.',
  'A paper sets out who is to answer, and when, if the harbour closes; it has grown since last year.',
  'The next meeting is planned for autumn, in a town that has still to be chosen, officials said.',
].map((text) => `<p>${text}</p>`);
const [first, second, third, last] = FILLER;
/** Of a page with less than 500 letters Readability leaves out nothing. */
const MORE = [...FILLER, ...FILLER].join('');

const read = (between: string, atEnd = '') =>
  readArticle(
    'page.html',
    `<html><head><title>Pilots</title></head><body><main><article><h1>Pilots</h1>
    ${MORE}${first}${second}${between}${third}${last}${atEnd}</article></main></body></html>`,
  ).text;

const SENTENCE =
  'Officials named the Baltic Watch Council (BWC) as a model, since it has met for a decade.';

describe('a part that only sounds like something else', () => {
  it.each([
    `<div class="related-note"><p>${SENTENCE}</p></div>`,
    `<p class="extra-line">${SENTENCE}</p>`,
    `<div class="sponsor-talks">${SENTENCE}</div>`,
    `<section class="legends"><p>${SENTENCE}</p></section>`,
    `<div id="popup-7"><p>${SENTENCE}</p></div>`,
    `<div class="supplemental"><div class="widget__inner promo"><p>${SENTENCE}</p></div></div>`,
    `<aside><h3>What is the council?</h3><p>${SENTENCE}</p></aside>`,
    `<section role="complementary"><p>${SENTENCE}</p></section>`,
    `<div class="related"><p>${SENTENCE} <a href="/bwc">More</a></p></div>`,
    '<div class="sidebar"><p>발트해감시협의회(Baltic Watch Council)는 해마다 두 번 모인다고 당국자가 밝혔다.</p></div>',
  ])('is of the article: %s', (part) => {
    const text = read(part);
    expect(text).toContain('Baltic Watch Council');
    expect(text).toContain('Pilots and harbour masters');
    expect(text).toContain('The next meeting');
  });

  it('is of the article as its last paragraph too', () =>
    expect(read('', `<p class="extra">${SENTENCE}</p>`)).toContain('Baltic Watch Council'));
});

describe('a part that is something else', () => {
  const teaser = '<a href="/a">The Baltic Watch Council opens its new house on the quay.</a>';
  it.each([
    `<div class="related"><p>${teaser}</p></div>`,
    `<div class="related-box"><h4>Related stories</h4><p>${SENTENCE}</p></div>`,
    `<div class="extra"><p>Read more: ${SENTENCE}</p></div>`,
    `<div class="sponsor"><p>Advertisement</p><p>${SENTENCE}</p></div>`,
    `<div class="promo-box"><p>${SENTENCE}</p><form><input name="mail"><button>Go</button></form></div>`,
    `<div class="comment-7"><p>${SENTENCE}</p></div>`,
    `<aside class="pull-quote"><p>${SENTENCE}</p></aside>`,
    `<div class="banner"><p>Baltic Watch Council</p></div>`,
    `<div class="related"><strong>관련기사</strong><p>${SENTENCE}</p></div>`,
  ])('stays outside: %s', (part) => {
    const text = read(part);
    expect(text).not.toContain('Baltic Watch Council');
    expect(text).toContain('The next meeting');
  });

  it.each([
    `<aside class="related"><p>${SENTENCE}</p></aside>`,
    `<div class="sponsor"><p>${SENTENCE}</p></div>`,
  ])('stays outside behind the article, sentences or not: %s', (part) =>
    expect(read('', part)).not.toContain('Baltic Watch Council'),
  );
});

describe('a page of thousands of such parts', () => {
  it('is read as soon as any', () => {
    const depth = 3_000;
    const nested = `${'<div class="related">'.repeat(depth)}${SENTENCE.repeat(200)}${'</div>'.repeat(depth)}`;
    const before = process.threadCpuUsage();
    expect(read(nested)).toContain('The next meeting');
    // CPU time, in microseconds: a busy machine does not change it.
    const { user, system } = process.threadCpuUsage(before);
    expect(user + system).toBeLessThan(10_000_000);
  });
});
