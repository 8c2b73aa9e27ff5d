/** The pages of the soak: generated news, and the changes of a busy page. */

const WORDS = ['NATO', 'the EDSCG', 'USFK', 'the NCG', 'nobody', 'Seoul', 'a harbour'];

/** A page for each number, with texts that no other page has. */
export function makePage(number: number): string {
  const lines = Array.from(
    { length: 12 },
    (_, i) =>
      `<p>Line ${number}.${i}: ${WORDS[(number + i) % 7]} met ${WORDS[(number * 3 + i) % 7]}.</p>`,
  );
  return (
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Page ${number}</title>` +
    '<meta property="og:type" content="article"><link rel="icon" href="data:,"></head><body><article>' +
    `<h1>Page ${number}</h1><p>In Seoul the EDSCG met again, and so did the NCG with USFK.</p>` +
    `${lines.join('')}<div id="feed"></div></article></body></html>`
  );
}

/** An empty page, on which the memory that other pages leave behind is measured. */
export const REST = '<!DOCTYPE html><title>Rest</title><link rel="icon" href="data:,"><p>Rest.</p>';

/**
 * Change a page `times` times, several times in each frame, and remove all lines at the end. Sent
 * to the page as text.
 *
 * @returns Texts that differ from what the page wrote.
 */
export async function mutate(times: number, seed: number): Promise<string[]> {
  const feed = document.querySelector('#feed');
  if (!feed) return ['The feed is gone.'];
  const wrong: string[] = [];
  const words = ['NATO', 'the EDSCG', 'USFK', 'the NCG', 'nobody'];
  for (let i = 0; i < times; i += 4) {
    const line = document.createElement('p');
    line.append(`Item ${seed + i} of `, `${words[i % 5]}.`);
    feed.append(line);
    (line.firstChild as Text).data = `Item ${seed + i} for `;
    if (feed.childElementCount > 30) feed.firstElementChild?.remove();
    const old = feed.children[(i * 7) % feed.childElementCount];
    if (old) old.textContent = `Again ${i}: ${words[(i + 2) % 5]} and USFK.`;
    if (i % 40 === 0) await new Promise(requestAnimationFrame);
    if (old && old.textContent !== `Again ${i}: ${words[(i + 2) % 5]} and USFK.`) {
      wrong.push(old.textContent);
    }
  }
  await new Promise(requestAnimationFrame);
  for (const { textContent } of feed.children) {
    if (!/^(?:Item \d+ for [^.]+\.|Again \d+: [^.]+\.)$/.test(textContent)) wrong.push(textContent);
  }
  feed.replaceChildren();
  history.replaceState(null, '', `#${seed}`);
  return wrong;
}
