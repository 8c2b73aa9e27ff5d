/** What the tests of reading share: a page from markup, a painter that keeps a list, a library. */
import { expect, vi } from 'vitest';
import { indexGlossaries, lookUp } from '../../src/core/library-index.ts';
import type { Mention } from '../../src/core/mention.ts';
import { type Block, makeBlock, type PageText, walkLines } from '../../src/page/blocks.ts';
import type { Painter } from '../../src/page/painter.ts';
import { createReader, type Reader } from '../../src/page/reader.ts';
import { writtenAs } from '../../src/page/terms.ts';
import { makeGlossary } from '../core/sample-glossary.ts';

/** Names that mean nothing else: their mentions depend on no other text. */
export const GLOSSARY = makeGlossary({
  ncg: { short: ['NCGRP'], long: ['Nuclear Consultative Group'] },
  hudson: { long: ['Hudson Institute of Talks'] },
  forces: { short: ['USFKO'], long: ['U.S. Forces in Korea'] },
  nato: { long: ['북대서양조약기구'] },
});
const index = indexGlossaries([GLOSSARY]);

export const answer = async (keys: readonly number[]) => lookUp(index, keys);

/** All blocks with a word under a node. */
export function readBlocks(root: Node, pageText: PageText): Block[] {
  return [...walkLines(root, pageText)].flatMap((lines) => {
    const text = lines.texts.join('');
    const blocks = lines.ends.map((_, number) => makeBlock(lines, text, number)!);
    return blocks.filter((block) => /[\p{L}\p{N}]/u.test(block.text));
  });
}

/** Put markup on the page, in place of what was there. */
export function stage(markup: string): HTMLElement {
  const place = document.createElement('main');
  // The stage's markup is the test's own.
  place.setHTMLUnsafe(markup);
  document.body.replaceChildren(place);
  return place;
}

export interface ListPainter extends Painter {
  /** What stands painted now, by block. */
  readonly painted: ReadonlyMap<Block, readonly Mention[]>;
}

/** A painter that paints nothing and keeps a list. */
export function createListPainter(): ListPainter {
  const painted = new Map<Block, readonly Mention[]>();
  return {
    painted,
    prepare() {},
    paint(block, mentions) {
      if (mentions.length > 0) painted.set(block, mentions);
      else painted.delete(block);
    },
    erase: (block) => void painted.delete(block),
    settle() {},
    eraseAll: () => painted.clear(),
    setStyle() {},
    repair: () => new Set(),
    pageText: (node) => node.data,
    mentionAt: () => null,
    rangeOf: () => null,
  };
}

/** What a painter shows, as the page writes it, in no order. */
export const textsOf = ({ painted }: ListPainter): string[] =>
  [...painted]
    .flatMap(([block, mentions]) => mentions.map((each) => writtenAs(each, block)))
    .sort();

export const listTexts = (reader: Reader): string[] =>
  reader.mentions().map(({ mention, block }) => writtenAs(mention, block));

export interface OpenReader {
  readonly reader: Reader;
  readonly painter: ListPainter;
  stop(): void;
}

let last: OpenReader | null = null;

/** Read the page that is there, and go on until `stop`. */
export async function openReader(
  options: Partial<Parameters<typeof createReader>[0]> = {},
): Promise<OpenReader> {
  const open = await start(options);
  last = open;
  return open;
}

/** Stop the reader that was opened last. */
export function closeReader(): void {
  last?.stop();
  last = null;
}

async function start(options: Partial<Parameters<typeof createReader>[0]>): Promise<OpenReader> {
  const life = new AbortController();
  const painter = createListPainter();
  const reader = createReader({
    document,
    painter,
    lookUp: answer,
    onChange() {},
    signal: life.signal,
    ...options,
  });
  await reader.start();
  return { reader, painter, stop: () => life.abort() };
}

/** Put markup on the page and read it. */
export async function read(
  markup: string,
  options: Parameters<typeof openReader>[0] = {},
): Promise<OpenReader & { readonly place: HTMLElement }> {
  const place = stage(markup);
  return { ...(await openReader(options)), place };
}

/** Wait until these names are on show, in reading order, and painted, each once. */
export async function expectShown(...names: string[]): Promise<void> {
  const { reader, painter } = last!;
  await vi.waitFor(() => expect(listTexts(reader)).toEqual(names), { timeout: 5_000 });
  expect(textsOf(painter)).toEqual(names.toSorted());
}

/** What a reader finds on the page as it stands, having seen nothing of how it came about. */
export async function readAfresh(): Promise<string[]> {
  const { reader, stop } = await start({});
  const texts = listTexts(reader);
  stop();
  return texts;
}

export function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
