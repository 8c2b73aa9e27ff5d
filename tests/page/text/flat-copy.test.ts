import { afterEach, describe, expect, it } from 'vitest';
import { copyFlat } from '../../../src/page/text/flat-copy.ts';

afterEach(() => document.body.replaceChildren());

describe('copyFlat', () => {
  it.each([
    ['a page without shadow roots', '<p>One.</p>', '<p>One.</p>'],
    [
      'an open one',
      '<x-body><template shadowrootmode="open"><p>Two.</p></template></x-body>',
      '<x-body><p>Two.</p></x-body>',
    ],
    [
      'no closed one',
      '<x-body><template shadowrootmode="closed"><p>Two.</p></template><p>One.</p></x-body>',
      '<x-body><p>One.</p></x-body>',
    ],
    [
      'what is slotted, where it is seen, and no more',
      '<x-body><template shadowrootmode="open"><h1><slot name="head">None</slot></h1><slot></slot><i><slot name="foot">Foot</slot></i></template><p>One.</p><b slot="head">Head</b><u slot="gone">Gone</u></x-body>',
      '<x-body><h1><b slot="head">Head</b></h1><p>One.</p><i>Foot</i></x-body>',
    ],
    [
      'one inside another, and one that is slotted',
      '<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open"><p>In.</p></template></x-b><slot></slot></template><x-c><template shadowrootmode="open"><p>Slotted.</p></template></x-c></x-a>',
      '<x-a><x-b><p>In.</p></x-b><x-c><p>Slotted.</p></x-c></x-a>',
    ],
  ])('holds %s', (_, html, expected) => {
    document.body.setHTMLUnsafe(html);
    const before = document.documentElement.getHTML({ serializableShadowRoots: true });
    expect(copyFlat(document).body.getHTML()).toBe(expected);
    expect(document.documentElement.getHTML({ serializableShadowRoots: true })).toBe(before);
  });

  it('brings no element of the page to life', () => {
    let lives = 0;
    customElements.define(
      'x-live',
      class extends HTMLElement {
        constructor() {
          super();
          lives++;
        }
      },
    );
    document.body.setHTMLUnsafe(
      '<x-live><template shadowrootmode="open"><x-live></x-live></template></x-live>',
    );
    const before = lives;
    expect(copyFlat(document).body.getHTML()).toBe('<x-live><x-live></x-live></x-live>');
    expect(lives).toBe(before);
  });
});
