/** Serves pages, the project's own modules as a browser reads them, and the library's answers. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type LibraryIndex, lookUp } from '../../core/library-index.ts';
import { ROOT } from '../build-extension.ts';

export interface BenchServer {
  readonly origin: string;
  /** Put HTML at a path; its address comes back. */
  put(path: string, html: string): string;
  /** Answer look-ups under `/look-up/<name>` from an index. */
  addIndex(name: string, index: LibraryIndex): void;
  close(): Promise<void>;
}

/** What a browser is to find by a package's name. */
const PACKAGES = ['mark.js'];

export async function serveSources(): Promise<BenchServer> {
  const pages = new Map<string, string>();
  const indexes = new Map<string, LibraryIndex>();
  const modules = new Map<string, Promise<string>>();

  async function answer(path: string, body: string): Promise<{ text: string; type: string }> {
    const page = pages.get(path);
    if (page !== undefined) return { text: page, type: 'text/html; charset=utf-8' };
    const [, folder, name = ''] = path.split('/');
    if (folder === 'look-up') {
      const found = lookUp(indexes.get(decodeURIComponent(name))!, JSON.parse(body));
      return { text: JSON.stringify(found), type: 'application/json' };
    }
    if (!modules.has(path)) modules.set(path, readModule(path));
    return { text: await modules.get(path)!, type: 'text/javascript; charset=utf-8' };
  }

  const server = createServer(async (request, response) => {
    try {
      let body = '';
      for await (const part of request.setEncoding('utf8')) body += part;
      const { text, type } = await answer(new URL(request.url ?? '/', 'http://x').pathname, body);
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put(path, html) {
      pages.set(path, html.replace('<head>', `<head>\n${writeImportMap()}`));
      return origin + path;
    },
    addIndex: (name, index) => indexes.set(name, index),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function writeImportMap(): string {
  const imports = Object.fromEntries(
    PACKAGES.map((name) => [`${name}/`, `/node_modules/${name}/`]),
  );
  return `<script type="importmap">${JSON.stringify({ imports })}</script>`;
}

/** A module of the project or of a package; types are taken out, what is imported stays as it is. */
async function readModule(path: string): Promise<string> {
  if (path.endsWith('.ts')) {
    return withoutWarning(stripTypeScriptTypes, await readFile(join(ROOT, path), 'utf8'));
  }
  return readFile(join(ROOT, path.endsWith('.js') ? path : `${path}.js`), 'utf8');
}

/** Node announces with each run that stripping types is new. */
function withoutWarning<T, R>(task: (input: T) => R, input: T): R {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return task(input);
  } finally {
    process.emitWarning = emitWarning;
  }
}
