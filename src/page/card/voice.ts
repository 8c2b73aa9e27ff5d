/** Says something to eyes and ears for a moment: a line at the foot of the window, with its own host. */
import { openHost } from './card-host.ts';

/** Long enough for a short sentence, read or heard. */
const SHOWN_MS = 5_000;
/** A live region is heard when it changes, so it must be there before its words are. */
const SETTLE_MS = 100;

interface VoiceOptions {
  readonly document: Document;
  readonly mode: 'closed' | 'open';
  readonly css: string;
  readonly language: string;
  readonly direction: string;
}

/** Create what speaks; its host is in the document only while it has something to say. */
export function createVoice(options: VoiceOptions): (words: string) => void {
  const { document } = options;
  let end: (() => void) | null = null;
  return (words) => {
    end?.();
    const { fullscreenElement, documentElement } = document;
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    const container = modal ?? fullscreenElement ?? documentElement;
    const { box, close } = openHost(container, options);
    box.className = 'voice tokens';
    box.role = 'status';
    box.removeAttribute('tabindex');
    const start = setTimeout(() => {
      box.textContent = words;
    }, SETTLE_MS);
    const stop = setTimeout(() => end?.(), SHOWN_MS);
    end = () => {
      clearTimeout(start);
      clearTimeout(stop);
      close();
      end = null;
    };
  };
}
