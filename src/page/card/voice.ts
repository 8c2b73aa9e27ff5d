/** Shows a short message at the foot of the window, which screen readers announce. */
import { openHost } from './card-host.ts';

/** How long a message shows, in milliseconds: enough to read or hear a short sentence. */
const SHOWN_MS = 5_000;
/** Wait before the words are set, in milliseconds: only changes of a live region are announced. */
const SETTLE_MS = 100;

interface VoiceOptions {
  readonly document: Document;
  readonly mode: 'closed' | 'open';
  readonly hidesText?: boolean;
  readonly css: string;
  readonly language: string;
  readonly direction: string;
}

/** Create a function that shows a message. Its host is in the document only meanwhile. */
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
