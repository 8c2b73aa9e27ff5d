/** Declares all messages as function signatures, sends them, and checks incoming ones. */
import { browser } from 'wxt/browser';
import type { Fault } from '../../core/faults/fault.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { EntryLine, Hits } from '../../core/library/library-answers.ts';
import type { Explained } from '../../core/library/told.ts';
import type { FoundBlock, Telling } from '../../core/reading/telling.ts';
import type { PageSettings } from '../../core/settings/page-settings.ts';
import type { FetchFault } from '../../core/subscriptions/fetch-fault.ts';
import type { Checked } from '../../core/subscriptions/subscription.ts';
import { answered } from '../storage/answered.ts';
import type { FrameSummary, TabReport, TermKey } from './reports.ts';

/** All messages: their arguments, their answers, and who sends them to whom. */
export interface Messages {
  /**
   * Page → background: what is new in the text of this frame. The answer is what that changes in its
   * mentions, or null if the background has lost what it was told before; see `PageReadings`.
   */
  read(telling: Telling): Promise<readonly FoundBlock[] | null>;
  /** Page → background: everything about an entry; null if the library no longer has it. */
  explain(ref: EntryRef): Promise<Explained | null>;
  /** Page → background: which entries have the selected text as a name, in any meaning? */
  identify(text: string): Promise<readonly EntryLine[]>;
  /** Page → background: the reader knows an entry, or wants to see it again. */
  setKnown(ref: EntryRef, isKnown: boolean): Promise<void>;
  /** Page → background: the reader does not want an entry on this tab's site, or wants it again. */
  setNotHere(ref: EntryRef, isNotHere: boolean): Promise<void>;
  /** Page → background: where the reader looks terms up, with `%s` for the term; empty: nowhere. */
  askSearchAddress(): Promise<string>;
  /** Page → background: what a frame shows now, for the badge and the popup. */
  report(summary: FrameSummary): Promise<void>;
  /** Page → background: which settings and library state apply to this frame? */
  askPlace(): Promise<Place>;
  /**
   * Page → background: this frame may hold something to mark, bring the content script in.
   *
   * @param isSure - Whether that is likely. If not, the text is read first, and where nothing in it
   *   could be marked, nothing is brought in.
   * @param since - When the frame's document began, as in `FrameSummary`.
   */
  bringIn(isSure: boolean, since: number): Promise<Brought>;
  /** Page → background: load a script into this frame that only some pages need. */
  loadPart(part: Part): Promise<void>;
  /** Page → background: insert or remove the CSS rules for mentions in this frame. */
  setRules(areNeeded: boolean): Promise<void>;
  /** Popup → background: what all frames of a tab show; null if none has reported. */
  summarise(tabId: number): Promise<TabReport | null>;
  /** Popup → background: the number of entries that match, and up to `most` of the best ones. */
  searchLibrary(query: string, most: number): Promise<Hits>;
  /** Popup → background: everything about some entries; those that are gone are left out. */
  explainAll(refs: readonly EntryRef[]): Promise<readonly Explained[]>;
  /** Popup → background: which glossaries could not be read, and why? */
  listFaults(): Promise<readonly GlossaryFault[]>;
  /** Settings page → background: fetch a glossary from an address, for a first look. */
  fetchFirst(address: string): Promise<FirstFetch | FetchFault>;
  /** Settings page → background: fetch what is at the address of a glossary now, and store it. */
  checkSubscription(address: string): Promise<Checked>;
  /** Background → page (top frame): is our script there? */
  isThere(): Promise<boolean>;
  /** Popup → page (one frame): scroll to the first mention of a term and open its card. */
  jump(term: TermKey): Promise<boolean>;
  /** Background → page (one frame): go to the next or previous mention and open its card there. */
  step(direction: Direction): Promise<boolean>;
  /** Background → page (one frame): is the focus in this frame, and not in a subframe? */
  hasFocus(): Promise<boolean>;
  /** Background → page (one frame): open the card of what is selected. */
  explainSelection(text: string): Promise<void>;
  /** Background → page (top frame): show and announce a short message. */
  say(words: string): Promise<void>;
  /**
   * Background → page (all frames): settings or library have changed, ask for the place again. The
   * message does not carry the place: the tab may be loading another page, for which it would be
   * wrong.
   */
  askAgain(): Promise<void>;
}

/** Whether the content script was brought in, or why not: highlights are off, nothing is there. */
export type Brought = 'in' | 'off' | 'nothing';

/** Which mention to go to. */
export type Direction = 'next' | 'previous';

/** A script that is loaded into a page when it is first needed. */
export type Part = 'card' | 'marker' | 'sieve' | 'shadow-css';

/** The settings and library state that apply to the pages of a tab. */
export interface Place {
  readonly settings: PageSettings;
  readonly library: LibraryState;
}

/** What a page must know of the library. */
export interface LibraryState {
  /** Changes whenever the library changes. */
  readonly revision: number;
}

/** What the first fetch from an address brings; nothing is stored yet. */
export interface FirstFetch {
  readonly glossary: Glossary;
  /** The header `ETag` of the answer. */
  readonly etag: string | null;
  /** SHA-256 of the file. */
  readonly sum: string;
}

/** A fault of a glossary that cannot be used. */
export interface GlossaryFault extends Fault {
  readonly origin: string;
}

export type Name = keyof Messages;
type Args<K extends Name> = Parameters<Messages[K]>;
type Answer<K extends Name> = Awaited<ReturnType<Messages[K]>>;

/** The sender of a message, as the browser states it. */
export interface Sender {
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly incognito: boolean;
      }
    | undefined;
  readonly frameId?: number | undefined;
  /** Which document of the frame it is. Firefox tells since version 153. */
  readonly documentId?: string | undefined;
  /** Address of the sending document. In some browsers the sender states it itself. */
  readonly url?: string | undefined;
}

type Handlers = {
  readonly [K in Name]?: (sender: Sender, ...args: Args<K>) => Promise<Answer<K>> | Answer<K>;
};

/**
 * Send a message to the background. It is sent again if the page was in the back/forward cache.
 *
 * @throws If the background cannot be reached (the extension is being updated or removed) or stops
 *   before it answers.
 */
export async function send<K extends Name>(name: K, ...args: Args<K>): Promise<Answer<K>> {
  const answer = await answered(() => browser.runtime.sendMessage({ name, args }));
  // The polyfill returns undefined if the background stopped before it answered; `handle` never
  // does.
  if (answer === undefined) throw new Error('The background has ended before it answered.');
  return answer as Answer<K>;
}

/**
 * Send a message to one frame of a tab, or to all frames.
 *
 * @throws If none of our scripts is there.
 */
export function sendToPage<K extends Name>(
  tabId: number,
  frameId: number | null,
  name: K,
  ...args: Args<K>
): Promise<Answer<K>> {
  const options = frameId === null ? {} : { frameId };
  return browser.tabs.sendMessage(tabId, { name, args }, options);
}

/** Checks whether the arguments of a message match its signature. */
export type Doors = { readonly [K in Name]?: (args: readonly unknown[]) => boolean };

/** Checks whether a sender may send a message. Called before the arguments are checked. */
export type Gate = (sender: Sender, name: Name, args: readonly unknown[]) => boolean;

/**
 * Answer messages until the signal aborts. Messages that are not ours or fail a check are ignored,
 * without an answer.
 *
 * @param doors - A check of the arguments for each handler.
 * @param mayAsk - Whether the sender may send this message now.
 */
export function handle<H extends Handlers>(
  handlers: H,
  doors: Doors & { readonly [K in keyof H]: unknown },
  signal: AbortSignal,
  mayAsk: Gate = () => true,
): void {
  const listen = (message: unknown, sender: { id?: string } & Sender) => {
    if (sender.id !== browser.runtime.id || !isCall(message)) return undefined;
    const { name, args } = message;
    // The door comes last: to check what somebody sends without end takes long, too.
    if (!Object.hasOwn(handlers, name) || !mayAsk(sender, name, args)) return undefined;
    if (!doors[name]?.(args)) return undefined;
    // The arguments were checked for this name above, which the compiler cannot see.
    const answer = handlers[name] as (sender: Sender, ...args: readonly unknown[]) => unknown;
    return Promise.resolve(answer(sender, ...args)).then((given) => given ?? null);
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen));
}

function isCall(message: unknown): message is { name: Name; args: readonly unknown[] } {
  if (typeof message !== 'object' || message === null) return false;
  return 'name' in message && 'args' in message && Array.isArray(message.args);
}
