/** The pictures for the stores: which there must be, and of what size. */
import { STORE_LANGUAGES } from './store-texts.ts';

/** A picture that docs/store/README.md lists. */
export interface WantedPicture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** The pictures in the table of docs/store/README.md, one for each language. */
export function listPictures(document: string): WantedPicture[] {
  const rows = [...document.matchAll(/^\| `([\w-]+)` +\| (\d+)×(\d+) +\|/gm)];
  return rows.flatMap(([, name = '', width, height]) =>
    STORE_LANGUAGES.map((language) => ({
      file: `${name}-${language}.png`,
      width: Number(width),
      height: Number(height),
    })),
  );
}

/** The first bytes of every PNG file. */
const SIGNATURE = '89504e470d0a1a0a';
/** The colour type without transparency, which the stores ask for: 24 bits a pixel. */
const OPAQUE = 2;

/**
 * What is wrong with a picture; null if nothing is.
 *
 * @param bytes - The file; null: there is none.
 */
export function findPictureFault(wanted: WantedPicture, bytes: Buffer | null): string | null {
  const { file, width, height } = wanted;
  if (bytes === null) return `${file} is missing`;
  if (bytes.subarray(0, 8).toString('hex') !== SIGNATURE || bytes.length < 26) {
    return `${file} is no PNG`;
  }
  const size = `${bytes.readUInt32BE(16)}×${bytes.readUInt32BE(20)}`;
  if (size !== `${width}×${height}`) return `${file} is ${size}, not ${width}×${height}`;
  return bytes[25] === OPAQUE ? null : `${file} has transparency, or no colours`;
}
