/** The reader with the painters that readers see: what is painted follows, and all goes at the end. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PAINTERS, photograph } from '../painting/painting.ts';
import { closeReader, eventually, openReader, paragraph, pass, stage } from './reading-page.ts';

afterEach(closeReader);

describe.each(PAINTERS)('a reader with %s', (_, { create, painted }) => {
  const expectPainted = (...names: string[]) => eventually(() => expect(painted()).toEqual(names));

  it('paints each name once, however often the page is touched', async () => {
    const place = stage('<p>The NCGRP met <b>USFKO</b></p>');
    await openReader({ painter: create() });
    await expectPainted('NCGRP', 'USFKO');
    place.append(paragraph('NCGRP'));
    place.firstElementChild!.append(' and USFKO');
    await expectPainted('NCGRP', 'USFKO', 'USFKO', 'NCGRP');
  });

  it('follows text that a script rewrites, and keeps it the page’s own', async () => {
    const place = stage('<p>The NCGRP met</p>');
    await openReader({ painter: create() });
    await expectPainted('NCGRP');
    const node = place.firstChild!.firstChild as Text;
    for (const text of ['Now USFKO is', 'Now', 'USFKO again', 'the NCGRP met']) {
      node.data = text;
      await vi.waitFor(() => expect(place.textContent).toBe(text));
      await expectPainted(...(text.match(/NCGRP|USFKO/g) ?? []));
    }
  });

  it('rests when all is painted, and when all is painted anew', async () => {
    const place = stage('<p>The NCGRP met USFKO, and <b>so</b> on</p><p>Then</p>');
    await openReader({ painter: create() });
    await expectPainted('NCGRP', 'USFKO');
    await expectRest(place);
    place.lastChild!.firstChild!.nodeValue = 'Then the NCGRP left';
    place.firstChild!.firstChild!.nodeValue = 'The USFKO met, and ';
    await expectPainted('USFKO', 'NCGRP');
    await expectRest(place);
    place.querySelector('news-gloss, b')!.remove();
    await eventually(() => expect(painted()).toContain('NCGRP'));
    await expectRest(place);
  });

  it('reads what the page copies of what is painted', async () => {
    const place = stage('<p>NCGRP</p><p></p>');
    await openReader({ painter: create() });
    await expectPainted('NCGRP');
    const [one, other] = place.children;
    other!.append((one!.querySelector('news-gloss') ?? one!.firstChild!).cloneNode(true));
    await Promise.resolve();
    expect(painted()).toEqual(['NCGRP']);
    await expectPainted('NCGRP', 'NCGRP');
    expect(other!.textContent).toBe('NCGRP');
  });

  it('hands over to another painter', async () => {
    const place = stage('<p>The NCGRP met</p>');
    const before = photograph(place);
    const painter = create();
    const { reader, stop } = await openReader({ painter });
    await expectPainted('NCGRP');
    reader.repaint(create);
    await expectPainted('NCGRP');
    place.append(paragraph('USFKO'));
    await expectPainted('NCGRP', 'USFKO');
    stop();
    place.lastChild!.remove();
    expect(photograph(place)).toEqual(before);
  });

  it('leaves the page as it was when it stops', async () => {
    const place = stage('<p>The NCGRP met</p><div>U<b>SF</b>KO<br>NCGRP</div>');
    const before = photograph(place);
    const { stop } = await openReader({ painter: create() });
    await expectPainted('NCGRP', 'U', 'SF', 'KO', 'NCGRP');
    stop();
    expect(painted()).toEqual([]);
    expect(photograph(place)).toEqual(before);
  });
});

/** Changes are read after 50 ms: within so many milliseconds a page that is at rest stays as it is. */
const REST_MS = 400;

async function expectRest(place: Node): Promise<void> {
  // The painter's own work on the last change may still be on its way.
  await pass(REST_MS);
  const seen: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void seen.push(...records));
  observer.observe(place, { childList: true, characterData: true, subtree: true });
  await pass(REST_MS);
  observer.disconnect();
  expect(seen.map(({ type }) => type)).toEqual([]);
}
