/** Text in open shadow roots: found in idle moments, forgotten with their hosts. */
import { afterEach, describe, it } from 'vitest';
import { closeReader, expectShown, openReader, paragraph, stage } from './reading-page.ts';

const HUDSON = 'Hudson Institute of Talks';

afterEach(closeReader);

/** A host whose open shadow root holds a text. */
function makeHost(text: string, mode: ShadowRootMode = 'open'): HTMLElement {
  const host = document.createElement('news-item');
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  host.attachShadow({ mode }).append(paragraph);
  return host;
}

describe('a shadow root', () => {
  it('is read where its host stands', async () => {
    const place = stage('<p>NCGRP</p><p>NCGRP</p>');
    place.firstChild!.after(makeHost('USFKO'));
    await openReader();
    await expectShown('NCGRP', 'USFKO', 'NCGRP');
  });

  it('is found inside another, and in what is added', async () => {
    const place = stage('');
    await openReader();
    const outer = makeHost('NCGRP');
    outer.shadowRoot!.append(makeHost('USFKO'));
    const wrapper = document.createElement('span');
    wrapper.append(outer);
    place.append(wrapper);
    await expectShown('NCGRP', 'USFKO');
  });

  it('is found where an element that was there gets one', async () => {
    const place = stage('<p>NCGRP</p><x-late></x-late>');
    place.append(makeHost(HUDSON));
    await openReader();
    // Here all has been searched.
    await expectShown('NCGRP', HUDSON);
    const late = place.querySelector('x-late')!;
    late.attachShadow({ mode: 'open' }).append(paragraph('USFKO'));
    // The script that defines an element comes with it.
    document.head.append(document.createElement('script'));
    await expectShown('NCGRP', 'USFKO', HUDSON);
  });

  it('is found where an element is defined late, and nothing else changes', async () => {
    const place = stage('<p>NCGRP</p><x-later></x-later>');
    await openReader();
    await expectShown('NCGRP');
    const late = place.querySelector('x-later')!;
    late.attachShadow({ mode: 'open' }).append(paragraph('USFKO'));
    await expectShown('NCGRP', 'USFKO');
  });

  it('is followed', async () => {
    const host = makeHost('NCGRP');
    stage('').append(host);
    await openReader();
    await expectShown('NCGRP');
    host.shadowRoot!.firstChild!.textContent = 'USFKO';
    await expectShown('USFKO');
  });

  it('is forgotten with its host, and read again when that returns', async () => {
    const place = stage('<p>NCGRP</p>');
    const host = makeHost('USFKO');
    place.append(host);
    await openReader();
    await expectShown('NCGRP', 'USFKO');
    host.remove();
    await expectShown('NCGRP');
    place.prepend(host);
    await expectShown('USFKO', 'NCGRP');
  });

  it('is left alone when it is closed', async () => {
    const place = stage('<p>NCGRP</p>');
    place.append(makeHost('USFKO', 'closed'), makeHost('USFKO'));
    await openReader();
    await expectShown('NCGRP', 'USFKO');
  });

  it('is left alone under what is edited', async () => {
    const place = stage('<div contenteditable></div>');
    place.firstChild!.appendChild(makeHost('NCGRP'));
    place.append(makeHost('USFKO'));
    await openReader();
    await expectShown('USFKO');
  });
});
