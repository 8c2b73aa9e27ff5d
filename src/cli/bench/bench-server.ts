/** Serves the pages to be measured, the script that measures them, and answers of the library. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LibraryIndex, lookUp } from '../../core/library/library-index.ts';
import { makeKeyFilter } from '../../core/matching/key-filter.ts';

export interface BenchServer {
  readonly origin: string;
  /** Serve a text at a path, as HTML by default; returns its address. */
  put(path: string, text: string, type?: string): string;
  /** Answer `/look-up/<name>` from an index, and serve its filter at `/filter/<name>`. */
  addIndex(name: string, index: LibraryIndex): void;
  close(): Promise<void>;
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
  const indexes = new Map<string, LibraryIndex>();

  function answer(path: string, body: string): { text: string; type: string } | undefined {
    const [, folder, name = ''] = path.split('/');
    if (folder !== 'look-up') return texts.get(path);
    const found = lookUp(indexes.get(decodeURIComponent(name))!, JSON.parse(body));
    return { text: JSON.stringify(found), type: 'application/json' };
  }

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const found = answer(new URL(request.url ?? '/', 'http://x').pathname, body);
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { ...ISOLATED, 'content-type': found.type }).end(found.text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put(path, text, type = 'text/html; charset=utf-8') {
      texts.set(path, { text, type });
      return origin + path;
    },
    addIndex(name, index) {
      indexes.set(name, index);
      const text = makeKeyFilter(new Set(index.byKey.keys()));
      texts.set(`/filter/${name}`, { text, type: 'text/plain' });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
