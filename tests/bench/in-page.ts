/** What is measured inside a page; the measuring side calls these through `globalThis.bench`. */
import Mark from 'mark.js/src/lib/mark.js';
import type {
  Erasure,
  FirstPass,
  OtherMarks,
  PainterName,
  Share,
} from '../../src/cli/bench/in-page-types.ts';
import type { FoundBlock, Telling } from '../../src/core/reading/telling.ts';
import { createHighlightPainter } from '../../src/page/painting/highlight-painter.ts';
import { createMarkPainter } from '../../src/page/painting/mark-painter.ts';
import type { Painter } from '../../src/page/painting/painter.ts';
import { createReader, type Reader } from '../../src/page/reading/reader.ts';
import { createStopwatch, watchDoors } from './stopwatch.ts';

const watch = createStopwatch();
const ownFrame = requestAnimationFrame.bind(window);
const ownTimer = setTimeout.bind(window);
const PlainObserver = MutationObserver;
/** Longer than any pause that the reader makes by itself, in ms. */
const QUIET_MS = 400;
/** The search for shadow roots goes on for so long at the most, in ms. */
const MOST_IDLE_MS = 5_000;

/** The limit: one walk over the text nodes and one look at each character. */
async function limit(): Promise<number> {
  await settle();
  return walk();
}

function walk(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data } = node;
    for (let i = 0; i < data.length; i++) sum += data.charCodeAt(i);
  }
  const end = performance.now();
  return sum > 0 ? end - start : Number.NaN;
}

/** The call of mark.js that its documentation begins with; our own types describe what we use. */
interface WholeMark {
  mark(terms: readonly string[], options: Readonly<Record<string, unknown>>): void;
}

/** mark.js by its default call, for whole words. */
async function markDefault(terms: readonly string[]): Promise<OtherMarks> {
  await settle();
  const start = performance.now();
  const marker = new Mark(document.body) as unknown as WholeMark;
  marker.mark(terms, { separateWordSearch: false, accuracy: 'exactly' });
  const script = performance.now() - start;
  return { script, marks: document.querySelectorAll('mark').length };
}

/** The call of findAndReplaceDOMText for running text, with one expression of all terms. */
async function findAndReplace(terms: readonly string[]): Promise<OtherMarks> {
  await settle();
  const { findAndReplaceDOMText } = window as unknown as {
    findAndReplaceDOMText(root: Node, options: Readonly<Record<string, unknown>>): void;
  };
  const start = performance.now();
  // The terms are letters and blanks alone: nothing to escape.
  const find = new RegExp(`\\b(?:${terms.join('|')})\\b`, 'g');
  findAndReplaceDOMText(document.body, { find, wrap: 'mark', preset: 'prose' });
  const script = performance.now() - start;
  return { script, marks: document.querySelectorAll('mark').length };
}

interface Running {
  readonly reader: Reader;
  readonly life: AbortController;
  readonly painter: Painter;
  readonly calls: Map<string, number>;
}

let running: Running | null = null;
/** Spent on asking whether text can be seen. */
let visibility = 0;

async function begin(painterName: PainterName, index: string): Promise<Running> {
  const { calls } = watchDoors(watch);
  const isShown = Element.prototype.checkVisibility;
  Element.prototype.checkVisibility = function (options) {
    const start = performance.now();
    const answer = isShown.call(this, options);
    visibility += performance.now() - start;
    return answer;
  };
  const life = new AbortController();
  const options = { document, style: 'dotted', readCss: async () => '' } as const;
  const painter = (painterName === 'highlights' ? createHighlightPainter : createMarkPainter)(
    options,
  );
  const reader = watch.time(() =>
    createReader({
      document,
      painter,
      read: (telling) => tell(index, telling),
      onChange: () => {},
      signal: life.signal,
    }),
  );
  running = { reader, life, painter, calls };
  await watch.time(() => reader.start());
  watch.stop();
  return running;
}

/** As a message to the background: what it costs to write and to read it is on the clock. */
async function tell(index: string, telling: Telling): Promise<readonly FoundBlock[] | null> {
  const body = JSON.stringify(telling);
  const text = await watch.pause(async () => {
    const response = await fetch(`/read/${index}`, { method: 'POST', body });
    return response.text();
  });
  return JSON.parse(text);
}

async function firstPass(painterName: PainterName, index: string): Promise<FirstPass> {
  await settle();
  const before = layOut();
  let domWrites = 0;
  // A second observer would make each mark dearer: those of the mark painter are not counted.
  if (painterName === 'highlights') {
    new PlainObserver((records) => {
      domWrites += records.length;
    }).observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
  }
  const { reader } = await begin(painterName, index);
  const layout = Math.max(0, layOut() - before);
  const script = watch.total(false) - visibility;
  const aside = watch.total(true) + visibility;
  const longest = watch.longest();
  watch.reset();
  await settleDown();
  return {
    script,
    aside: aside + watch.total(),
    longest: Math.max(longest, watch.longest()),
    layout,
    mentions: reader.mentions().length,
    domWrites,
  };
}

/** Every measurement begins when the page has been drawn and nothing of its loading goes on. */
async function settle(): Promise<void> {
  layOut();
  await nextFrame();
  await sleep(100);
}

/** Until nothing of ours has run for a while. */
async function settleDown(): Promise<void> {
  const start = performance.now();
  for (let now = start; now - start < MOST_IDLE_MS; now = performance.now()) {
    if (now - Math.max(start, watch.endedAt()) > QUIET_MS) return;
    await sleep(50);
  }
}

/** How long a layout takes. */
function layOut(): number {
  const start = performance.now();
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

const sleep = (ms: number) => new Promise<void>((resolve) => ownTimer(resolve, ms));
const nextFrame = () => new Promise<void>((resolve) => ownFrame(() => resolve()));

/** What is put in at the end of the page, one item at a time. */
async function feed(items: readonly string[], perSecond: number): Promise<Share> {
  const list = document.body.appendChild(document.createElement('section'));
  let i = 0;
  return share(items.length / perSecond, (elapsed) => {
    for (; i < Math.min(items.length, elapsed * perSecond); i++) {
      const item = document.createElement('p');
      item.textContent = items[i]!;
      list.append(item);
    }
  });
}

/** Texts that are rewritten each frame; each frame begins with a look at what the page shows. */
async function tick(texts: readonly string[], seconds: number): Promise<Share> {
  const list = document.body.insertBefore(
    document.createElement('section'),
    document.body.firstChild,
  );
  const nodes = texts.map((text) => {
    const node = document.createTextNode(text);
    list.appendChild(document.createElement('p')).append(node);
    return node;
  });
  let turn = 0;
  let wrong = 0;
  const shown = new Map<Text, string>();
  const measured = await share(seconds, () => {
    for (const [node, text] of shown) {
      if (node.parentElement?.closest('p')?.textContent !== text) wrong++;
    }
    turn++;
    nodes.forEach((node, i) => {
      const text = `${turn}: ${texts[(i + turn) % texts.length]}`;
      node.data = text;
      shown.set(node, text);
    });
  });
  return { ...measured, wrong };
}

async function share(seconds: number, eachFrame: (elapsed: number) => void): Promise<Share> {
  watch.reset();
  const start = performance.now();
  let frames = 0;
  for (let now = start; now - start < seconds * 1_000; now = performance.now()) {
    await nextFrame();
    frames++;
    eachFrame((performance.now() - start) / 1_000);
  }
  await sleep(300);
  const elapsed = performance.now() - start;
  const { total, longest } = watch;
  return {
    script: total(),
    longest: longest(),
    elapsed,
    fps: frames / seconds,
    wrong: 0,
  };
}

/** Callbacks of ours while nothing happens. */
async function rest(ms: number): Promise<number> {
  const { calls } = running!;
  await sleep(1_500);
  calls.clear();
  await sleep(ms);
  return [...calls.values()].reduce((sum, each) => sum + each, 0);
}

/** Erase everything, and see whether the page has its own text nodes again. */
function erase(): Erasure {
  const { life, reader } = running!;
  const mentions = reader.mentions().length;
  const start = performance.now();
  life.abort();
  const script = performance.now() - start;
  const now = textNodes();
  const isIdentical =
    now.length === originals.length &&
    now.every(({ node, text }, i) => node === originals[i]?.node && text === originals[i]?.text);
  return { script, mentions, isIdentical };
}

let originals: readonly { node: Text; text: string }[] = [];

function remember(): void {
  originals = textNodes();
}

function textNodes(): { node: Text; text: string }[] {
  const found: { node: Text; text: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    found.push({ node, text: node.data });
  }
  return found;
}

/** The page takes elements of its own out, one at a time. */
async function remove(count: number): Promise<number> {
  await settle();
  const list = document.body.appendChild(document.createElement('section'));
  for (let i = 0; i < count; i++) list.append(document.createElement('i'));
  layOut();
  const start = performance.now();
  while (list.firstChild) list.firstChild.remove();
  const ms = performance.now() - start;
  list.remove();
  await settle();
  return ms;
}

/** A page that is watched, by an observer that does nothing: the least that watching costs. */
function observe(): void {
  new PlainObserver(() => {}).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
  });
}

const bench = {
  limit,
  markDefault,
  findAndReplace,
  begin: async (painterName: PainterName, index: string) => void (await begin(painterName, index)),
  firstPass,
  feed,
  tick,
  rest,
  remember,
  erase,
  remove,
  observe,
};

Object.assign(globalThis, { bench });
