/**
 * Takes all pictures for the README and the stores from the real extension. Pages, sizes and texts
 * are always the same, so that pictures differ only if the product has changed.
 *
 *   npm run screenshots [-- --store] [-- --to folder] [-- card popup-phone …]
 *
 * With names, takes only those pictures. Pictures that lie in docs/images, as documents show them, are
 * renewed there; all others go to .output/screenshots, or all of them to the folder that is named.
 * With `--store`, takes those that the stores ask for, into .output/store.
 */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from './browser/drive.ts';
import { serveFolder } from './browser/serve.ts';
import type { BrowserKind } from './build/build-extension.ts';
import { buildExtension, ROOT } from './build/build-extension.ts';
import type { Scheme } from './screenshots/dress.ts';
import { type Language, PICTURES, type Picture, type Shot } from './screenshots/pictures.ts';
import { STORE_PICTURES } from './screenshots/store-pictures.ts';

/** Time for fades to end, in milliseconds. */
const SETTLE_MS = 700;

const { values, positionals } = parseArgs({
  options: { to: { type: 'string' }, store: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const SHOWN = join(ROOT, 'docs/images');
const folder = resolve(values.to ?? join(ROOT, '.output', values.store ? 'store' : 'screenshots'));
const wanted = (values.store ? STORE_PICTURES : PICTURES).filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);

await mkdir(folder, { recursive: true });
const server = await serveFolder(join(import.meta.dirname, 'sample'));
try {
  for (const kind of ['chromium', 'firefox'] as const) {
    const pictures = wanted.filter(({ browser = 'chromium' }) => browser === kind);
    if (pictures.length > 0) await takeAll(kind, pictures, server.origin);
  }
} finally {
  await server.close();
}

async function takeAll(kind: BrowserKind, pictures: readonly Picture[], origin: string) {
  await buildExtension(kind);
  for (const language of ['en', 'ko'] as const) {
    const looks = pictures.flatMap((picture) =>
      schemesOf(picture, language).map((scheme) => ({ picture, scheme })),
    );
    if (looks.length === 0) continue;
    const session = await startBrowser(kind, { language });
    try {
      for (const { picture, scheme } of looks) {
        await take(picture, { session, origin, language, scheme });
      }
    } finally {
      await session.close();
    }
  }
}

function schemesOf({ looks }: Picture, language: Language): readonly Scheme[] {
  const [, ...schemes] = looks.find(([of]) => of === language) ?? [language];
  return schemes;
}

async function take(picture: Picture, shot: Shot): Promise<void> {
  const page = await picture.open(shot);
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  const file = nameOf(picture, shot);
  const isShown = !values.store && values.to === undefined && existsSync(join(SHOWN, file));
  const path = join(isShown ? SHOWN : folder, file) as `${string}.png`;
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

/** A store gets each picture in each language, always in the light scheme. */
function nameOf({ name }: Picture, { language, scheme }: Shot): string {
  if (values.store) return `${name}-${language}.png`;
  return `${[name, scheme, ...(language === 'en' ? [] : [language])].join('-')}.png`;
}
