/** Run something once what the frame shows now has been drawn, and told to the page: two frames later. */
export function whenDrawn(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
