/** What WCAG 2.2 asks of anything that we show: by axe-core, and by the size of what is pressed. */
import axe from 'axe-core';
import { expect } from 'vitest';
import { emulateTouch, inSchemes } from './emulate.ts';

/** The least width and height of a target, in CSS pixels: WCAG 2.2, 2.5.8, and 2.5.5 for fingers. */
const LEAST_FOR_POINTER = 24;
const LEAST_FOR_FINGER = 44;

const TARGETS = 'button, summary, select, textarea, input, a[href]';

const CONTRAST = 'color-contrast';

/**
 * Expect that axe-core finds nothing, whatever the colours: for those see `expectContrast`.
 *
 * @param passed - Rules that must have passed: a check that looked at nothing finds nothing either.
 * @param without - Rules that are left out.
 * @returns All rules that passed.
 */
export function expectNoFaults(
  root: Element,
  passed: readonly string[],
  without: readonly string[] = [],
): Promise<axe.Result[]> {
  const off = [CONTRAST, ...without].map((rule) => [rule, { enabled: false }]);
  return expectOf(root, { rules: Object.fromEntries(off) }, passed);
}

/** Expect contrast in each scheme. No language changes it, so that it is tried in one. */
export async function expectContrast(root: Element): Promise<void> {
  await inSchemes(['light', 'dark', 'forced'], async () => {
    await expectOf(root, { runOnly: [CONTRAST] }, [CONTRAST]);
  });
}

async function expectOf(root: Element, options: axe.RunOptions, passed: readonly string[]) {
  const { violations, passes } = await axe.run(root, options);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining([...passed]));
  return passes;
}

/** Expect that all that is pressed below a root can be hit, with a mouse and with a finger. */
export async function expectRoomyTargets(root: ParentNode): Promise<void> {
  expect(findSmallTargets(root, LEAST_FOR_POINTER)).toBe('');
  await emulateTouch(true);
  try {
    expect(matchMedia('(pointer: coarse)').matches).toBe(true);
    expect(findSmallTargets(root, LEAST_FOR_FINGER)).toBe('');
  } finally {
    await emulateTouch(false);
  }
}

/** Targets that are narrower or lower than so many CSS pixels: a line for each, with its size. */
function findSmallTargets(root: ParentNode, least: number): string {
  const targets = [...root.querySelectorAll<HTMLElement>(TARGETS)].filter(isTarget);
  expect(targets.length).toBeGreaterThan(0);
  return targets
    .map(pressedFor)
    .map((target) => [target, target.getBoundingClientRect()] as const)
    .filter(([, { width, height }]) => width < least || height < least)
    .map(([{ ariaLabel, textContent }, { width, height }]) => {
      return `${ariaLabel ?? textContent}: ${width} × ${height}`;
    })
    .join('\n');
}

/** A link in a line of text is as high as the line: WCAG leaves those out. */
function isTarget(element: HTMLElement): boolean {
  if (!element.checkVisibility()) return false;
  return element.localName !== 'a' || getComputedStyle(element).display !== 'inline';
}

/** What is pressed for it: a choice in a label is made anywhere on the label. */
function pressedFor(element: HTMLElement): HTMLElement {
  const isChoice = element.matches('[type=radio], [type=checkbox], [type=file]');
  return (isChoice && element.closest('label')) || element;
}
