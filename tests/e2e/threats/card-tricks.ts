/** What a page may do to an open card for its reader to press what he does not mean. Sent as text. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a page does to an open card, just before the reader presses at the spot of one of its buttons. */
export type Trick = (host: HTMLElement, spot: Spot) => unknown;

export const TRICKS: readonly (readonly [what: string, trick: Trick])[] = [
  ['takes it into a box of its own', takeIntoBox],
  ['takes it into a frame', takeIntoFrame],
  ['shows it anew', showAnew],
  ['lays a popover over it, again and again', coverAgain],
  ['shows a popover anew that was there before it', showVeil],
  ['shows it anew where no event of it is heard', showUnheard],
  ['lays a popover of a shadow tree over it', coverFromShadow],
  ['lays the list of a field over it', coverByList],
  ['lays a popover over it that takes long to go', coverLeaving],
  ['lays one of a shadow tree over it that takes long to go', coverLeavingFromShadow],
  ['lays a dialog over it that takes long to go', coverLeavingDialog],
  ['goes over into another view', goOver],
  ['takes the card over into another view', goOverInCard],
  ['opens a dialog over it', openDialog],
];

function takeIntoBox(host: HTMLElement): void {
  const box = document.createElement('div');
  box.style.opacity = '0.01';
  document.body.append(box);
  box.append(host);
  host.showPopover();
}

function takeIntoFrame(host: HTMLElement): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
  document.body.append(frame);
  frame.contentDocument?.body.append(host);
  host.showPopover();
}

function showAnew(host: HTMLElement): void {
  host.hidePopover();
  host.showPopover();
}

function coverAgain(_: HTMLElement, spot: Spot): void {
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.textContent = 'Press here to go on.';
  cover.style.cssText = `pointer-events: none; inset: 0; width: 100%; height: ${spot.y * 2}px`;
  document.body.append(cover);
  cover.showPopover();
  setInterval(() => {
    cover.hidePopover();
    cover.showPopover();
  }, 40);
}

function showVeil(): void {
  const veil = document.querySelector<HTMLElement>('#veil');
  veil?.hidePopover();
  veil?.showPopover();
}

/** What it shows is heard by nobody where the page has said so. */
export function showUnheard(): void {
  Object.assign(globalThis, { isSilent: true });
  const veil = document.querySelector<HTMLElement>('#veil');
  veil?.hidePopover();
  veil?.showPopover();
}

async function coverFromShadow(_: HTMLElement, spot: Spot): Promise<void> {
  const holder = document.createElement('div');
  document.body.append(holder);
  const root = holder.attachShadow({ mode: 'closed' });
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = `pointer-events: none; inset: 0; width: 100%; height: ${spot.y * 2}px`;
  root.append(cover);
  cover.showPopover();
  // It would count by now, were the cover not there.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

function coverByList(host: HTMLElement): void {
  // Only where a page may draw such lists itself can it say how large they are.
  if (!CSS.supports('appearance', 'base-select')) {
    host.hidePopover();
    return;
  }
  const style = document.createElement('style');
  style.textContent =
    'select, ::picker(select) { appearance: base-select } ::picker(select) ' +
    '{ pointer-events: none; position: fixed; inset: 0; width: 100vw; height: 100vh }';
  document.head.append(style);
  const field = document.createElement('select');
  field.append(new Option('Press here to go on.'));
  document.body.append(field);
  // The driver acts as if the reader had pressed something.
  field.showPicker();
}

/** Shown for a moment only, in which nobody may have looked. */
async function coverLeaving(host: HTMLElement): Promise<void> {
  // Firefox draws nothing that has been closed.
  if (!('overlay' in host.style)) return host.hidePopover();
  const style = document.createElement('style');
  style.textContent =
    '.leaving { pointer-events: none; inset: 0; width: 100%; height: 100%; ' +
    'transition: overlay 60s allow-discrete, display 60s allow-discrete }';
  document.head.append(style);
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.className = 'leaving';
  document.body.append(cover);
  cover.showPopover();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  cover.hidePopover();
}

async function coverLeavingFromShadow(host: HTMLElement): Promise<void> {
  if (!('overlay' in host.style)) return host.hidePopover();
  const holder = document.createElement('div');
  document.body.append(holder);
  const root = holder.attachShadow({ mode: 'closed' });
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText =
    'pointer-events: none; inset: 0; width: 100%; height: 100%; ' +
    'transition: overlay 60s allow-discrete, display 60s allow-discrete';
  root.append(cover);
  cover.showPopover();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  cover.hidePopover();
  await new Promise((resolve) => setTimeout(resolve, 500));
}

async function coverLeavingDialog(host: HTMLElement): Promise<void> {
  if (!('overlay' in host.style)) return host.hidePopover();
  const cover = document.createElement('dialog');
  cover.style.cssText =
    'pointer-events: none; max-width: none; max-height: none; inset: 0; width: 100%; height: 100%; ' +
    'transition: overlay 60s allow-discrete, display 60s allow-discrete';
  document.body.append(cover);
  cover.showModal();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  cover.close();
}

/** Holds the thread when a card has come, just before it would be drawn, and sends word of it. */
export function holdThread(word: string): void {
  const hold = () => {
    const until = Date.now() + 3_000;
    document.body.dataset.heldUntil = String(until);
    navigator.sendBeacon(word);
    while (Date.now() < until);
  };
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-newsgloss-card]')) return;
    observer.disconnect();
    requestAnimationFrame(hold);
  });
  observer.observe(document, { subtree: true, childList: true });
}

async function goOverInCard(host: HTMLElement): Promise<void> {
  // Firefox knows views of the document alone.
  if (!('startViewTransition' in host)) return host.hidePopover();
  const style = document.createElement('style');
  style.textContent =
    '::view-transition { pointer-events: none } ' +
    '::view-transition-group(*) { animation-duration: 60s !important }';
  document.head.append(style);
  await (host as unknown as Document).startViewTransition(() => {}).ready;
}

function goOver(): Promise<unknown> {
  const style = document.createElement('style');
  style.textContent =
    '::view-transition { pointer-events: none } ::view-transition-group(*), ' +
    '::view-transition-old(*), ::view-transition-new(*) { animation-duration: 60s !important }';
  document.head.append(style);
  return document.startViewTransition(() => {}).ready;
}

function openDialog(): void {
  const dialog = document.createElement('dialog');
  dialog.style.pointerEvents = 'none';
  document.body.append(dialog);
  dialog.showModal();
}
