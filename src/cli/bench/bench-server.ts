/** Serves the pages to be measured, the script that measures them, and answers of the library. */
import { type LibraryIndex, lookUp } from '../../core/library/library-index.ts';
import { createPageReadings, type PageReadings } from '../../core/reading/page-readings.ts';
import { finish, type Steps } from '../../core/text/slices.ts';
import { listen, type Server } from '../browser/serve.ts';

export interface BenchServer extends Server {
  /** Serve a text at a path, as HTML by default; returns its address. */
  put(path: string, text: string, type?: string): string;
  /** Read what pages tell at `/read/<name>`, by an index; each reading is a page of its own. */
  addIndex(name: string, index: LibraryIndex): void;
}

/**
 * With these headers, a page's clock has a resolution of 5 µs in Chromium instead of 100, and of 20
 * µs in Firefox.
 */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
};

export async function serveBench(): Promise<BenchServer> {
  const texts = new Map<string, { text: string; type: string }>();
  const readings = new Map<string, PageReadings>();

  async function answer(path: string, body: string) {
    const [, folder, name = ''] = path.split('/');
    if (folder !== 'read') return texts.get(path);
    const telling = JSON.parse(body);
    const found = await readings.get(decodeURIComponent(name))!.read(telling.page, telling);
    return { text: JSON.stringify(found), type: 'application/json' };
  }

  const { origin, close } = await listen(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const found = await answer(new URL(request.url ?? '/', 'http://x').pathname, body);
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { ...ISOLATED, 'content-type': found.type }).end(found.text);
  });
  return {
    origin,
    put(path, text, type = 'text/html; charset=utf-8') {
      texts.set(path, { text, type });
      return origin + path;
    },
    addIndex(name, index) {
      const ask = async (keys: readonly number[]) => lookUp(index, keys);
      const run = async <T>(steps: Steps<T>) => finish(steps);
      readings.set(name, createPageReadings({ lookUp: ask, run }));
    },
    close,
  };
}
