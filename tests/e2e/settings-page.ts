/** Works the settings page as a reader does: by what stands on it. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { openOwnPage, type Session } from '../../src/cli/browser/drive.ts';
import { until } from '../../src/cli/browser/until.ts';

/** Open the settings in a tab in front. */
export async function openSettings(session: Session, hash = ''): Promise<Page> {
  const page = await openOwnPage(session, `options.html${hash}`);
  await page.bringToFront();
  await page.waitForSelector('.glossary');
  return page;
}

/**
 * Load a page of the extension again: Firefox's driver waits for ever for that. It is drawn once it
 * has asked for what it shows, which may be after it is complete.
 */
export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.old = '';
    location.reload();
  });
  const isNew = () => {
    const { readyState, documentElement, body } = document;
    const isDrawn = readyState === 'complete' && body.firstElementChild !== null;
    return isDrawn && documentElement.dataset.old === undefined;
  };
  await until('a page that is loaded again', () => page.evaluate(isNew));
}

/** Press a button, a link, a choice or a fold, named by its words or its label. */
export async function press(page: Page, name: string): Promise<void> {
  await pressAtRest(await find(page, 'button, a, summary, label', name), `“${name}”`);
}

/** Press what may still move: what comes above it, or takes the focus, moves the page. */
async function pressAtRest(element: ElementHandle<Element>, what: string): Promise<void> {
  // A press on what still waits for its state would be lost.
  const isReady = () => element.evaluate((it) => !it.matches(':disabled'));
  await until(`${what}, ready to be pressed`, isReady);
  await until(`${what}, which no longer moves`, () => element.evaluate(restsInPlace));
  await element.click();
}

/** Runs in the page: whether an element, once in view, is drawn twice at the same place. */
async function restsInPlace(element: Element): Promise<boolean> {
  // Not under the line at the foot of the window.
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A page that is behind another draws no frames, and does not move.
  const frame = () =>
    new Promise<unknown>((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 100);
    });
  const { x, y } = element.getBoundingClientRect();
  await frame();
  await frame();
  const now = element.getBoundingClientRect();
  return element.isConnected && now.x === x && now.y === y;
}

/** Type into a field, in place of what stands there; it is left with the Tab key. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const element = await find(page, 'input, textarea, select', label);
  await element.evaluate((field) => {
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.focus();
      field.select();
    }
  });
  await page.keyboard.press('Backspace');
  await element.type(text);
  await page.keyboard.press('Tab');
}

/** Press the button under the form of an entry of the reader's own. */
export async function submitEntry(page: Page): Promise<void> {
  const button = await page.waitForSelector('.own-form [type=submit]');
  await pressAtRest(button!, 'the button under an entry');
}

/** Press “Import” below what a file holds, once that is shown; “Import a file” begins like it. */
export async function pressImport(page: Page): Promise<void> {
  const button = await page.waitForSelector('.preview .button.main');
  await pressAtRest(button!, '“Import”');
}

/** Wait until the page says something; `of` names the case in the error. */
export async function expectSaid(page: Page, words: string | RegExp, of?: string): Promise<void> {
  // biome-ignore lint/performance/useDomNodeTextContent: only what is to be seen counts
  const said = () => page.evaluate(() => document.body.innerText);
  await expect.poll(said, of === undefined ? {} : { message: of }).toMatch(words);
}

/** Bring in a file, as if chosen from the disk. */
export async function chooseFile(
  page: Page,
  path: string | readonly string[],
  part: 'backup' | 'glossaries' | 'texts' = 'backup',
): Promise<void> {
  const input = await page.waitForSelector(`#${part} input[type=file]`);
  await (input as ElementHandle<HTMLInputElement>).uploadFile(...[path].flat());
}

/** Let go of several files over a part of the page; contents by their names. */
export async function dropFiles(
  page: Page,
  files: Readonly<Record<string, string>>,
  part: string,
): Promise<void> {
  await page.$eval(
    `#${part}`,
    (zone, contents) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of Object.entries(contents)) {
        dataTransfer.items.add(new File([text], name));
      }
      for (const type of ['dragenter', 'dragover', 'drop']) {
        zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    files,
  );
}

/** Let go of a file over a part of the page, as if dragged from the desktop. */
export async function dropFile(
  page: Page,
  name: string,
  content: string,
  part = 'glossaries',
): Promise<void> {
  await dropFiles(page, { [name]: content }, part);
}

/** Note what the page hands to the downloads from now on; `read` gives the last of it. */
export async function noteExports(page: Page): Promise<{ read(): Promise<string> }> {
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => {
        document.body.dataset.exported = text;
      });
      return createObjectURL(blob);
    };
  });
  return { read: () => page.evaluate(() => document.body.dataset.exported ?? '') };
}

async function find(page: Page, selector: string, name: string): Promise<ElementHandle<Element>> {
  let found: ElementHandle<Element> | null = null;
  const look = async () => {
    const handle = await page.evaluateHandle(
      (among, wanted) => {
        const nameOf = (element: Element) => {
          const labels = [...((element as HTMLInputElement).labels ?? [])];
          const texts = labels.length > 0 ? labels : [element];
          const text = texts.map((it) => it.textContent ?? '').join(' ');
          return (element.ariaLabel ?? text).replace(/\s+/g, ' ').trim();
        };
        const all = [...document.querySelectorAll(among)].filter((it) => it.checkVisibility());
        return (
          all.find((it) => nameOf(it) === wanted) ??
          all.find((it) => nameOf(it).startsWith(wanted)) ??
          null
        );
      },
      selector,
      name,
    );
    found = handle.asElement() as ElementHandle<Element> | null;
    return found !== null;
  };
  await expect.poll(look, { message: `“${name}” on the page` }).toBe(true);
  return found as unknown as ElementHandle<Element>;
}
