/** Tells whether a page is dark around a mention, by the colours that it shows there. */
import { parentNodeOf } from '../text/node-properties.ts';
import { isElement } from '../text/nodes.ts';

/** Text lighter than this, from 0 to 1, stands on something dark, even where that is a picture. */
const LIGHT_TEXT = 0.65;
/** Text darker than this stands on something light. */
const DARK_TEXT = 0.4;
/** A background that lets more than this share shine through is not what is seen. */
const SEE_THROUGH = 0.5;

/** Read the scheme in which a page shows a node; null if its colours do not tell. */
export function readScheme(node: Node): 'light' | 'dark' | null {
  let text: number | null = null;
  for (let at: Node | null = node; at !== null; at = outerOf(at)) {
    if (!isElement(at)) continue;
    const { color, backgroundColor } = getComputedStyle(at);
    text ??= readColour(color).lightness;
    if (text > LIGHT_TEXT) return 'dark';
    if (text < DARK_TEXT) return 'light';
    const { lightness, alpha } = readColour(backgroundColor);
    if (alpha > SEE_THROUGH) return lightness < 0.5 ? 'dark' : 'light';
  }
  return null;
}

const outerOf = (node: Node): Node | null =>
  node instanceof ShadowRoot ? node.host : parentNodeOf(node);

/** Estimate how light a computed colour looks, from 0 to 1, and read how far it covers. */
function readColour(colour: string): { readonly lightness: number; readonly alpha: number } {
  const [a = 0, b = 0, c = 0, alpha = 1] = (colour.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (/^(?:ok)?l/.test(colour)) return { lightness: colour.startsWith('ok') ? a : a / 100, alpha };
  const most = colour.startsWith('rgb') ? 255 : 1;
  return { lightness: (0.299 * a + 0.587 * b + 0.114 * c) / most, alpha };
}
