/** Every message there is, as a function signature; what comes in is checked at the door. */
import { browser } from 'wxt/browser';
import type { Fault } from '../../core/faults/fault.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { EntryLine, Hits } from '../../core/library/library-answers.ts';
import type { Explained } from '../../core/library/told.ts';
import type { Candidate } from '../../core/matching/candidate.ts';
import type { KeyFilter } from '../../core/matching/key-filter.ts';
import type { Reason } from '../../core/senses/mention.ts';
import type { PageSettings } from '../../core/settings/settings.ts';
import { answered } from '../storage/answered.ts';

/** Every message there is: what it carries, what answers it, who sends it to whom. */
export interface Messages {
  /** Page → background: which terms could be written with these words? Keys as `collectKeys` gathers them. */
  lookUp(keys: readonly number[]): Promise<readonly Candidate[]>;
  /** Page → background: all there is to say about an entry; null when it is gone from the library. */
  explain(ref: EntryRef): Promise<Explained | null>;
  /** Page → background: which entries does a selected text name, whatever it means there? */
  identify(text: string): Promise<readonly EntryLine[]>;
  /** Page → background: the reader knows an entry, or wants to see it again. */
  setKnown(ref: EntryRef, isKnown: boolean): Promise<void>;
  /** Page → background: the reader does not want an entry on this tab's site, or wants it again. */
  setNotHere(ref: EntryRef, isNotHere: boolean): Promise<void>;
  /** Page → background: what a frame shows now. Sums up in the badge and for the popup. */
  report(summary: FrameSummary): Promise<void>;
  /** Page → background: what holds for this frame? */
  askPlace(): Promise<Place>;
  /** Page → background: bring a part that not every page needs into this frame. */
  loadPart(part: Part): Promise<void>;
  /** Page → background: the rules by which mentions look are needed in this frame, or no longer. */
  setRules(areNeeded: boolean): Promise<void>;
  /** Popup → background: what the frames of a tab show; null when none has reported. */
  summarise(tabId: number): Promise<TabReport | null>;
  /** Popup → background: how many entries fit, and so many of those that fit best. */
  searchLibrary(query: string, most: number): Promise<Hits>;
  /** Popup → background: all there is to say about some entries; those that are gone are left out. */
  explainAll(refs: readonly EntryRef[]): Promise<readonly Explained[]>;
  /** Popup → background: which glossaries could not be read, and why? */
  listFaults(): Promise<readonly GlossaryFault[]>;
  /** Background → page (top frame): is a script of ours there? */
  isThere(): Promise<boolean>;
  /** Popup → page (one frame): scroll to the first mention of a term and open its card. */
  jump(term: TermKey): Promise<boolean>;
  /** Background → page (one frame): go to the next or previous mention and open its card there. */
  step(direction: Direction): Promise<boolean>;
  /** Background → page (one frame): does the reader's focus stand in it, and not in a frame of it? */
  hasFocus(): Promise<boolean>;
  /** Background → page (one frame): open the card of what is selected. */
  explainSelection(text: string): Promise<void>;
  /** Background → page (top frame): say something to eyes and ears, for a moment. */
  say(words: string): Promise<void>;
  /**
   * Background → page (all frames): settings or library have changed, ask what holds now. It carries
   * no place: a tab that is turning to another page would be told what holds for the one before.
   */
  askAgain(): Promise<void>;
}

/** Where a step among the mentions goes. */
export type Direction = 'next' | 'previous';

/** A script that is brought into a page when it is first needed. */
export type Part = 'card' | 'definitions' | 'marker' | 'sieve' | 'shadow-css';

/** What holds for the pages of a tab. */
export interface Place {
  readonly settings: PageSettings;
  readonly library: LibraryState;
}

/** What a page needs of the library to begin with. */
export interface LibraryState {
  /** Another one is of another library. */
  readonly revision: number;
  /** Of that library; null while there is none. */
  readonly filter: KeyFilter | null;
}

/** Tells one term of a page from another: an entry, or (`ref` null) a term of the page's own. */
export interface TermKey {
  readonly ref: EntryRef | null;
  readonly name: string;
}

/** What one frame shows, in order of first mention. */
export interface FrameSummary {
  /**
   * `read`: it was read. `off`: switched off here. `left`: a page without an article. `resting`: it
   * has used up what a page may cost, by fighting us or by rewriting itself, and is read again once it is calm.
   */
  readonly state: 'read' | 'off' | 'left' | 'resting';
  readonly terms: readonly TermInFrame[];
  /** Terms that were found and are not listed: there are too many. */
  readonly over: number;
  /** When the frame's document began, in milliseconds since 1970: reports from before are of another page. */
  readonly since: number;
}

export interface TermInFrame extends TermKey {
  /** What the page itself says that it stands for; empty for an entry. */
  readonly long: string;
  readonly count: number;
  /** Of its first mention. */
  readonly reason: Reason;
}

/** What the frames of a tab show, taken together. */
export interface TabReport {
  readonly state: FrameSummary['state'];
  readonly terms: readonly TermOnPage[];
  /** Terms that were found and are not listed, since there are too many; as its frames count them. */
  readonly over: number;
}

/** A term on a page, its frames taken together. */
export interface TermOnPage extends TermInFrame {
  /** What it is, in a sentence; empty for a term of the page's own. */
  readonly gloss?: string;
  /** Language of the gloss. */
  readonly lang?: string;
  /** No page before this one had it. */
  readonly isNew?: boolean;
  /** The frame that holds its first mention. */
  readonly frameId: number;
}

/** A fault of a glossary that was set aside. */
export interface GlossaryFault extends Fault {
  readonly origin: string;
}

export type Name = keyof Messages;
type Args<K extends Name> = Parameters<Messages[K]>;
type Answer<K extends Name> = Awaited<ReturnType<Messages[K]>>;

/** Who sent a message, as the browser says. */
export interface Sender {
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly url?: string | undefined;
        readonly incognito: boolean;
      }
    | undefined;
  readonly frameId?: number | undefined;
  /** Of the document that sends it; its own word in some browsers. */
  readonly url?: string | undefined;
}

export type Handlers = {
  readonly [K in Name]?: (sender: Sender, ...args: Args<K>) => Promise<Answer<K>> | Answer<K>;
};

/**
 * Send a message to the background; more than once, where the page is kept in memory meanwhile.
 *
 * @throws When the background cannot be reached (the extension is being updated or removed), or is
 *   stopped before it answers.
 */
export async function send<K extends Name>(name: K, ...args: Args<K>): Promise<Answer<K>> {
  const answer = await answered(() => browser.runtime.sendMessage({ name, args }));
  // So the polyfill says that the background was stopped over the question: `handle` never does.
  if (answer === undefined) throw new Error('The background has ended before it answered.');
  return answer as Answer<K>;
}

/**
 * Send a message to a page: to one frame, or to all of the tab.
 *
 * @throws When no script of ours is there.
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

/** Whether the arguments of a message are as its signature says. */
export type Doors = { readonly [K in Name]?: (args: readonly unknown[]) => boolean };

/** Whether a sender may send a message; asked once its arguments are as they should be. */
export type Gate = (sender: Sender, name: Name, args: readonly unknown[]) => boolean;

/**
 * Answer messages until the signal aborts. What is not ours, or not as it should be, is ignored; its
 * sender is told nothing.
 *
 * @param doors - A check for each handler.
 * @param mayAsk - Whether a sender may ask this now.
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
    if (!Object.hasOwn(handlers, name) || !doors[name]?.(args)) return undefined;
    if (!mayAsk(sender, name, args)) return undefined;
    // The door has checked the arguments of this name; the compiler cannot follow that.
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
