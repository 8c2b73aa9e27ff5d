import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { i18n } from '#i18n';
import cardCss from '../assets/styles/card.css?inline';
import tokensCss from '../assets/styles/tokens.css?inline';
import type { CardChoice, CardContent } from '../src/core/cards/card-content.ts';
import { writeNoteOf } from '../src/core/cards/card-note.ts';
import { readCardStrings, type TranslateCard } from '../src/core/cards/card-strings.ts';
import { cardContentOf, ownTermContent } from '../src/core/cards/explain.ts';
import { searchLinkOf, withSearchLink } from '../src/core/cards/search-link.ts';
import type { EntryRef } from '../src/core/glossary/entry-ref.ts';
import type { Reason } from '../src/core/senses/mention.ts';
import { isAlive } from '../src/extension/messages/alive.ts';
import { send } from '../src/extension/messages/messages.ts';
import { createCard } from '../src/page/card/card.ts';
import { createCardDesk } from '../src/page/card/card-desk.ts';
import type { CardAnswer, CardOptions } from '../src/page/card/card-options.ts';
import { copyText } from '../src/page/card/copy.ts';
import { withSecretNames } from '../src/page/card/secret-names.ts';
import { createVoice } from '../src/page/card/voice.ts';
import { leavePart } from '../src/page/frame/frame-parts.ts';
import { Interruption, reportFault } from '../src/page/frame/interruption.ts';
import { whenDrawn } from '../src/page/frame/when-drawn.ts';
import type { PlacedMention } from '../src/page/painting/painter.ts';
import { clearPlace, showPlace } from '../src/page/painting/place-mark.ts';
import { writtenAs } from '../src/page/painting/terms.ts';
import type { Opening, Point } from '../src/page/pointing/dwell.ts';
import { readSelected } from '../src/page/pointing/selected.ts';
import { findStep, revealRange } from '../src/page/pointing/walk-mentions.ts';
import { readPageDate } from '../src/page/reading/article.ts';
import { rangeOfSpan } from '../src/page/reading/block-range.ts';
import type { PlacedSpan } from '../src/page/reading/placed-span.ts';
import { endIfRemoved } from './content/end-if-removed.ts';
import type { PageCard, PageCardCalls } from './content/page-card.ts';

/**
 * Leaves the card in the frame, where the content script finds it. Loaded once the pointer is over a
 * mention, or a card is asked for: most pages never need it.
 */
export default defineUnlistedScript(() => {
  leavePart('card', (calls) => {
    try {
      return createPageCard(calls);
    } catch (error) {
      reportFault(error);
      throw error;
    }
  });
});

/** Each browser has its own way for extensions; in Chrome the polyfill does not know of it. */
declare const chrome: {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
};
declare global {
  interface Element {
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

/** The shadow root of an element, also one that is closed to the page's other scripts. */
function rootOf(element: Element): ShadowRoot | null {
  if (import.meta.env.FIREFOX) return element.openOrClosedShadowRoot ?? null;
  if (!(element instanceof HTMLElement)) return null;
  try {
    return chrome.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    // The extension was updated or removed, and a card that is still open looks around.
    return null;
  }
}

const hidesText = import.meta.env.FIREFOX;

/** Without an answer the card does without the link. */
const askSearchAddress = () => send('askSearchAddress').catch(() => '');

/** Wait for an answer without which the card can only say so: then nothing is wrong with us. */
async function answerOf<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    endIfRemoved();
    throw new Interruption('No answer.', { cause: error });
  }
}

/** The longest title for a selected text, in UTF-16 code units. */
const LONGEST_TITLE = 60;

/** @throws Interruption if the extension was removed while the card was loaded. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the parts of one card share its words, its desk and the calls of its page
function createPageCard(calls: PageCardCalls): PageCard {
  // The browser forgets our messages a little before `isAlive` turns false.
  if (!isAlive() || !browser.i18n.getMessage('@@ui_locale')) {
    throw new Interruption('The extension has gone.');
  }
  // A test compares `CardKey` with the locale files; it has too many keys for overloads.
  const strings = readCardStrings(i18n.t as TranslateCard);
  const { language, direction } = strings;
  const css = withSecretNames(tokensCss + cardCss);

  async function explain(ref: EntryRef, reason: Reason | null = null, written = '') {
    const [explained, address] = await Promise.all([
      answerOf(send('explain', ref)),
      askSearchAddress(),
    ]);
    const pageDate = readPageDate(document);
    if (!explained) return null;
    const content = cardContentOf(explained, { pageDate, reason, written }, strings);
    return withSearchLink(content, address, strings);
  }

  async function explainMention({ mention, block }: PlacedMention): Promise<CardContent | null> {
    const { ref, reason } = mention;
    const written = writtenAs(mention, block);
    if (ref !== null) return explain(ref, reason, written);
    const content = ownTermContent(written, reason, document.documentElement.lang, strings);
    return withSearchLink(content, await askSearchAddress(), strings);
  }

  async function explainSelected(selected: string): Promise<CardContent | CardChoice | null> {
    const [lines, address] = await Promise.all([
      answerOf(send('identify', selected)),
      askSearchAddress(),
    ]);
    const [only] = lines;
    if (only && lines.length === 1) return explain(only.ref, null, selected);
    const entries = lines.map(({ ref, name, long }) => ({ ref, name: long || name }));
    const title =
      selected.length > LONGEST_TITLE ? `${selected.slice(0, LONGEST_TITLE)}…` : selected;
    const words = strings.say(lines.length > 0 ? 'several' : 'none', title);
    return { title, words, entries, ...searchLinkOf(address, selected, strings) };
  }

  const options: Omit<CardOptions, 'onPin' | 'onClose'> = {
    document,
    mode: 'closed',
    isFramed: window !== window.top,
    hidesText,
    css,
    strings,
    explain,
    setKnown: (ref, isKnown) => send('setKnown', ref, isKnown),
    setNotHere: (ref, isNotHere) => send('setNotHere', ref, isNotHere),
    copy(content, holder) {
      const page = { title: document.title, address: location.href, date: content.pageDate };
      return copyText(holder, writeNoteOf(page, content, strings));
    },
    onStep: calls.onStep,
    rootOf,
    clock: {
      now: () => performance.now(),
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      clearTimeout: (timer) => window.clearTimeout(timer),
    },
    whenDrawn,
  };
  const { onPinned, onClose } = calls;
  const create = (own: Pick<CardOptions, 'onPin' | 'onClose'>) =>
    createCard({ ...options, ...own });
  const desk = createCardDesk({ create, onPinned, onClose });

  function showMention(placed: PlacedMention, how: Opening, point: Point | null): void {
    const node = calls.rangeOf(placed)?.startContainer;
    if (!node) return;
    const anchor = { getClientRects: () => calls.rangeOf(placed)?.getClientRects() ?? [] };
    const definition = calls.definitionOf(placed);
    const place = definition && (() => showDefinition(definition));
    desk.show(explainMention(placed), { anchor, node, how, point, showPlace: place });
  }

  function showDefinition(definition: PlacedSpan): void {
    const range = rangeOfSpan(definition);
    calls.onClose();
    if (range) showPlace(range, window);
  }

  return {
    ...desk,
    show(target, how, point) {
      if (!('selected' in target)) return showMention(target, how, point);
      const { anchor, node, selected } = target;
      const answer: Promise<CardAnswer> = explainSelected(selected);
      desk.show(answer, { anchor, node, how, point });
    },
    clear() {
      clearPlace();
      desk.clear();
    },
    readSelected: (text) => readSelected(document, text),
    findStep: (mentions, from, to) => findStep(mentions, from, to, calls.rangeOf, window),
    reveal(placed) {
      const range = calls.rangeOf(placed);
      if (range) revealRange(range, window);
    },
    say: createVoice({ document, mode: 'closed', hidesText, css, language, direction }),
  };
}
