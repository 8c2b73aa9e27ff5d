/** The pages of the soak: news that is made up, and what a busy page does with it. */

const WORDS = ['NATO', 'the EDSCG', 'USFK', 'the NCG', 'nobody', 'Seoul', 'a harbour'];

/** A page of its own for each number; its texts are those of no other one. */
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

/** Nothing to read: where what pages leave behind is measured. */
export const REST = '<!DOCTYPE html><title>Rest</title><link rel="icon" href="data:,"><p>Rest.</p>';

/**
 * Sent to a page as text: changes it so many times, some each frame, and leaves no line behind.
 *
 * @returns What the page did not say as it wrote it.
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
