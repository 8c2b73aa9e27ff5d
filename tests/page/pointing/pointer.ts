/** The reader's own hand: trusted events of pointer, finger and keys, by the browser's protocol. */
import { cdp } from 'vitest/browser';

/** The test runs in a frame of the runner's page, which may be scaled. */
function toScreen(x: number, y: number): { x: number; y: number } {
  const frame = window.frameElement?.getBoundingClientRect();
  if (!frame) return { x, y };
  const scale = frame.width / window.innerWidth;
  return { x: frame.left + x * scale, y: frame.top + y * scale };
}

const send = (method: string, params: object) =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send(
    method,
    params,
  );

/** Move the mouse to a point of the viewport, in CSS pixels. */
export async function movePointer(x: number, y: number): Promise<void> {
  await send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...toScreen(x, y) });
}

/** Move the mouse into the middle of a box. */
export async function pointAt(target: Range | Element): Promise<void> {
  const { x, y, width, height } = target.getBoundingClientRect();
  await movePointer(x + width / 2, y + height / 2);
}

/** Press, drag and let go; no distance is a click. */
export async function drag(fromX: number, fromY: number, toX: number, toY: number): Promise<void> {
  const button = { button: 'left', clickCount: 1 };
  await send('Input.dispatchMouseEvent', {
    type: 'mousePressed',
    ...button,
    ...toScreen(fromX, fromY),
  });
  if (fromX !== toX || fromY !== toY) {
    const end = toScreen(toX, toY);
    await send('Input.dispatchMouseEvent', { type: 'mouseMoved', buttons: 1, ...button, ...end });
  }
  await send('Input.dispatchMouseEvent', {
    type: 'mouseReleased',
    ...button,
    ...toScreen(toX, toY),
  });
}

/** Click in the middle of an element, scrolled to where it can be seen. */
export async function click(target: Element): Promise<void> {
  target.scrollIntoView({ block: 'nearest' });
  const box = target.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await movePointer(x, y);
  await drag(x, y, x, y);
}

/** Tap with a finger. */
export async function tap(target: Range | Element): Promise<void> {
  const box = target.getBoundingClientRect();
  const point = toScreen(box.x + box.width / 2, box.y + box.height / 2);
  await send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Tap with a pen, which comes near before, and moves a little as it lifts off. */
export async function tapByPen(target: Range | Element): Promise<void> {
  const { x, y, width, height } = target.getBoundingClientRect();
  const at = [x + width / 2, y + height / 2] as const;
  await movePen(...at);
  const pen = { pointerType: 'pen', button: 'left', clickCount: 1, ...toScreen(...at) };
  await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...pen });
  await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...pen });
  await movePen(at[0] + 1, at[1] + 1);
}

/** Move a pen over the screen. */
export async function movePen(x: number, y: number): Promise<void> {
  const to = { pointerType: 'pen', ...toScreen(x, y) };
  await send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...to });
}

export async function pressEscape(): Promise<void> {
  const key = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 };
  await send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
