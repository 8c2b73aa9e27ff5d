/** Forms whose fields bear the names of all that a form is asked for (DOM clobbering). */
import { afterEach, describe, expect, it } from 'vitest';
import { findContainer } from '../../../src/page/card/card-host.ts';
import { shadowRootOf } from '../../../src/page/text/node-properties.ts';
import { PAINTERS } from '../painting/painting.ts';
import { closeReader, eventually, openReader, paragraph, stage } from '../reading/reading-page.ts';

afterEach(closeReader);

/** Every property of a form: what is asked for later is among them. */
const NAMES: string[] = [];
for (const name in document.createElement('form')) NAMES.push(name);
const FIELDS = NAMES.map((name) => `<input type="hidden" name="${name}">`).join('');

describe.each(PAINTERS)('a reader with %s', (_, { create, painted }) => {
  const expectPainted = (...names: string[]) => eventually(() => expect(painted()).toEqual(names));

  it('is not led astray by the fields of a form', async () => {
    expect(NAMES).toContain('parentNode');
    const place = stage(
      `<p>NCGRP</p><form>The NCGRP <b>met</b> again<p>USFKO</p>${FIELDS}</form><p>NCGRP</p>`,
    );
    const form = place.children[1] as Element;
    const html = place.getHTML();
    const { stop } = await openReader({ painter: create() });
    await expectPainted('NCGRP', 'NCGRP', 'USFKO', 'NCGRP');
    const added = paragraph('USFKO');
    Element.prototype.append.call(form, added);
    await expectPainted('NCGRP', 'NCGRP', 'USFKO', 'USFKO', 'NCGRP');
    added.remove();
    await expectPainted('NCGRP', 'NCGRP', 'USFKO', 'NCGRP');
    stop();
    expect(place.getHTML()).toBe(html);
    Element.prototype.remove.call(form);
  });

  it('reads a form that comes later, and lets it go', async () => {
    const place = stage('<p>NCGRP</p>');
    await openReader({ painter: create() });
    await expectPainted('NCGRP');
    const other = document.createElement('template');
    other.setHTMLUnsafe(`<form><p>USFKO</p>and the NCGRP${FIELDS}</form>`);
    place.append(other.content);
    await expectPainted('NCGRP', 'USFKO', 'NCGRP');
    Element.prototype.remove.call(place.lastElementChild as Element);
    await expectPainted('NCGRP');
  });
});

describe('a card', () => {
  it('finds its way out of a form', () => {
    const place = stage(`<form popover="manual"><p>NCGRP</p>${FIELDS}</form>`);
    const form = place.firstElementChild as HTMLElement;
    const [text] = place.querySelectorAll('p');
    expect(findContainer(text as Node, shadowRootOf)).toBe(document.documentElement);
    HTMLElement.prototype.showPopover.call(form);
    expect(findContainer(text as Node, shadowRootOf)).toBe(form);
    HTMLElement.prototype.hidePopover.call(form);
  });
});
