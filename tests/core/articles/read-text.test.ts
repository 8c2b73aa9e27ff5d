import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/core/articles/read-text.ts';

describe('readMarkdown', () => {
  it.each([
    ['a link', 'See [the text](https://a.example/b "Title") here.', 'See the text here.'],
    ['a link with brackets in it', '[a](https://a.example/b_(c)) b', 'a b'],
    ['a picture', 'A ![map of it](map.png) b', 'A  b'],
    ['a picture that is a link', '[![map](map.png)](https://a.example)', ''],
    ['brackets that are no link', 'NATO [the alliance] (of 32)', 'NATO [the alliance] (of 32)'],
    ['a bracket that stays open', '[a [b](c)', '[a b'],
    ['code between fences', 'a\n```js\nNATO\n```\nb', 'a\n\nb'],
    ['backticks around tildes', '```\n~~~\n```\na\n~~~\nb', 'a\n~~~\nb'],
    ['a fence that stays open', 'a\n~~~\nb', 'a\n~~~\nb'],
    ['emphasis', '**A** __b__ `c` *d* _e_ snake_case', 'A b c d e snake_case'],
    ['marks of lines', '# A\n> b\n- c\n1. d\n---\ne', 'A\nb\nc\nd\n\ne'],
    ['tags', 'a <b class="c">d</b> e < f', 'a d e < f'],
  ])('reads %s', (_, markdown, text) => expect(readMarkdown(markdown).text).toBe(text));

  it('takes the front matter for what it says', () => {
    const { text, about } = readMarkdown('---\ntitle: "A"\ndate: 2026-01-02\n---\n# B\nc');
    expect(about).toEqual({ title: 'A', published: '2026-01-02' });
    expect(text).toBe('B\nc');
  });
});
