import { describe, expect, it } from 'vitest';
import { createChangesSheet, createSheet } from '../../../src/page/text/sheets.ts';
import { readBlocks, stage } from '../reading/reading-page.ts';

function open(markup: string) {
  const place = stage(markup);
  const [one, two, three] = [...place.children];
  return { one: one!, three: three!, blocks: readBlocks(two!, (node) => node.data) };
}

describe('a sheet', () => {
  const MARKUP = '<p>one</p><div><p>two</p><p>three</p></div><p>four</p>';

  it('is as long as its texts together, in UTF-16 code units', () => {
    expect(createSheet(open(MARKUP).blocks).length).toBe('twothree'.length);
  });

  it('stands before what follows its last block', () => {
    const { one, three, blocks } = open(MARKUP);
    const sheet = createSheet(blocks);
    expect([sheet.isBefore(three), sheet.isBefore(one)]).toEqual([true, false]);
  });

  it('of changed lines never waits for text in view', () => {
    const { three, blocks } = open(MARKUP);
    expect(createChangesSheet(blocks).isBefore(three)).toBe(false);
  });
});
