/** What the tests of reading share: a page from markup, a painter that keeps a list, a library. */
import { expect, vi } from 'vitest';
import { indexGlossaries, lookUp } from '../../../src/core/library/library-index.ts';
import type { Candidate } from '../../../src/core/matching/candidate.ts';
import { createPageReadings } from '../../../src/core/reading/page-readings.ts';
import type { Mention } from '../../../src/core/senses/mention.ts';
import { finish } from '../../../src/core/text/slices.ts';
import type { Painter } from '../../../src/page/painting/painter.ts';
import { writtenAs } from '../../../src/page/painting/terms.ts';
import { createReader, type Reader } from '../../../src/page/reading/reader.ts';
import type { Listener } from '../../../src/page/reading/teller.ts';
import { type Block, makeBlocks, type PageText } from '../../../src/page/text/blocks.ts';
import { walkLines } from '../../../src/page/text/walk-lines.ts';
import { makeGlossary } from '../../core/glossary/sample-glossary.ts';
import { createClock } from '../card/card-sample.ts';

/** Names that mean nothing else: their mentions depend on no other text. */
const GLOSSARY = makeGlossary({
  ncg: { short: ['NCGRP'], long: ['Nuclear Consultative Group'] },
  hudson: { long: ['Hudson Institute of Talks'] },
  forces: { short: ['USFKO'], long: ['U.S. Forces in Korea'] },
  nato: { long: ['북대서양조약기구'] },
});
const index = indexGlossaries([GLOSSARY]);

export const answer = async (keys: readonly number[]) => lookUp(index, keys);

/** Reads pages by a library, as the background does; what it is told comes as in messages. */
export function listen(
  lookUp: (keys: readonly number[]) => Promise<Candidate[]> = answer,
): Listener {
  const readings = createPageReadings({ lookUp, run: async (steps) => finish(steps) });
  const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));
  return { read: async (telling) => sent(await readings.read('', sent(telling))) };
}

/** All blocks with a word under a node. */
export function readBlocks(root: Node, pageText: PageText): Block[] {
  return [...walkLines([root], pageText)]
    .flatMap(makeBlocks)
    .filter((block) => /[\p{L}\p{N}]/u.test(block.text));
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
    commit() {},
    eraseAll: () => painted.clear(),
    setStyle() {},
    repair: () => new Set(),
    abandon: () => painted.clear(),
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

/** The clock of the readers that are opened; each test begins with a new one. */
let clock = createClock();

/** Within so many milliseconds of our clock what is due may lead to what is due next. */
const STEP_MS = 25;

/** Let so many milliseconds of the readers' clock pass, and all run that becomes due. */
export async function pass(ms: number): Promise<void> {
  // What the page has just done is seen before any timer fires.
  await nextTask();
  for (let left = ms; left > 0; left -= STEP_MS) {
    clock.pass(Math.min(left, STEP_MS));
    await nextTask();
  }
}

/** Let readers work for so many milliseconds, as on a slow machine. */
export const work = (ms: number): void => clock.pass(ms);

/** Wait until something holds; the readers' clock goes on, by 50 ms a look. */
export const eventually = (holds: () => void): Promise<void> =>
  vi.waitFor(
    async () => {
      await pass(50);
      holds();
    },
    { timeout: 15_000, interval: 1 },
  );

/** Messages between ports come one a task, and are not slowed down as nested timers are. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

interface ReadOptions extends Partial<Parameters<typeof createReader>[0]> {
  /** Answers for the library, which knows some names by default. */
  lookUp?(keys: readonly number[]): Promise<Candidate[]>;
}

/** Read the page that is there, and go on until `stop`. */
export async function openReader(options: ReadOptions = {}): Promise<OpenReader> {
  const open = await start(options);
  last = open;
  return open;
}

/** Stop the reader that was opened last. */
export function closeReader(): void {
  last?.stop();
  last = null;
  clock = createClock();
}

async function start({ lookUp, ...options }: ReadOptions): Promise<OpenReader> {
  const life = new AbortController();
  const painter = createListPainter();
  const reader = createReader({
    document,
    painter,
    ...listen(lookUp),
    onChange() {},
    signal: life.signal,
    clock,
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
  await eventually(() => expect(listTexts(reader)).toEqual(names));
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
