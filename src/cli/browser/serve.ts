/** A small web server for test pages, on this machine only and on a free port. */
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join } from 'node:path';

/** The answer to a request. */
export interface Answer {
  readonly body: string | Uint8Array;
  /** Content type; by default HTML in UTF-8. */
  readonly type?: string;
  /** Further headers, such as a content security policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Server {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly origin: string;
  /** Stops at once and closes open connections. */
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Serve on 127.0.0.1.
 *
 * @param answer - Is given the decoded path of the address, e.g. `/alliance.html`; null means 404.
 */
export async function serve(answer: (path: string) => Promise<Answer | null>): Promise<Server> {
  return listen(async (request, response) => {
    const found = await answer(readPath(request.url)).catch(nullIfMissing);
    response.writeHead(found ? 200 : 404, {
      'content-type': found ? (found.type ?? TYPES['.html']) : 'text/plain',
      'cache-control': 'no-store',
      ...found?.headers,
    });
    response.end(found ? found.body : 'Not found');
  });
}

/** Answer requests to a free port of 127.0.0.1. */
export async function listen(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A file that is not there is a 404; so is any other error, which goes to the console. */
function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (!/^(?:ENOENT|EISDIR|ENOTDIR)$/.test(error.code ?? '')) console.error(error);
  return null;
}

/** Serve the files of a folder, without its subfolders. `/` is `index.html`. */
export function serveFolder(folder: string): Promise<Server> {
  return serve((path) => readAnswer(join(folder, path === '/' ? 'index.html' : basename(path))));
}

/**
 * Serve one HTML file with the styles, scripts, pictures and fonts beside it and in the folder
 * `<name>_files` that browsers save. Other files beside it are not served.
 */
export function servePage(file: string): Promise<Server> {
  const folder = dirname(file);
  const companion = `${basename(file, extname(file))}_files`;
  return serve(async (path) => {
    const [, first = '', second, ...rest] = path.split('/');
    if (rest.length > 0) return null;
    if (second === undefined && first === basename(file)) return readAnswer(file, TYPES['.html']);
    if (second === undefined) return isDress(first) ? readAnswer(join(folder, first)) : null;
    return first === companion ? readAnswer(join(folder, first, basename(second))) : null;
  });
}

function isDress(name: string): boolean {
  const type = TYPES[extname(name).toLowerCase()];
  return type !== undefined && type !== TYPES['.html'] && type !== TYPES['.json'];
}

async function readAnswer(
  file: string,
  type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
): Promise<Answer> {
  return { body: await readFile(file), type };
}

function readPath(address = '/'): string {
  try {
    return decodeURIComponent(new URL(address, 'http://127.0.0.1').pathname);
  } catch {
    return '/'; // A malformed escape: serve the front page.
  }
}
