/** Run something once what was changed just now is drawn: two frames later. */
export function whenDrawn(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
