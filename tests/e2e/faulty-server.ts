/** A server on this machine that does everything wrong that servers do. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request in its own way. */
export type Behaviour = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface FaultyServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** All requests so far, in order. */
  readonly asked: readonly Asked[];
  /** From now on a path is answered so; its address comes back. */
  put(path: string, behaviour: Behaviour): string;
  close(): Promise<void>;
}

export async function startFaultyServer(): Promise<FaultyServer> {
  const paths = new Map<string, Behaviour>();
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    // A client may go away at any time.
    response.on('error', () => undefined);
    (paths.get(path) ?? status(404))(response, request.headers);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // It listens on a port, not on a pipe.
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    asked,
    put(path, behaviour) {
      paths.set(path, behaviour);
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A sound answer, with an `ETag` that is heeded, and a cookie that nobody should send back. */
export const json =
  (content: unknown, type = 'application/json'): Behaviour =>
  (response, headers) => {
    const body = typeof content === 'string' ? content : JSON.stringify(content);
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    const isKnown = headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, {
      'content-type': type,
      'set-cookie': 'reader=1; Path=/',
      etag,
    });
    response.end(isKnown ? undefined : body);
  };

/** An answer without `ETag`, of any bytes and any type. */
export const bytes =
  (body: string | Uint8Array, type: string): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers });
    response.end('{}');
  };

/** It promises more than any glossary may have. */
export const huge: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '999999999' });
  response.write('{');
};

/** It promises nothing, and never ends. */
export const endless: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(1_000_000, 0x20);
  const more = () => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
};

/** It takes the question, and never answers. */
export const silent: Behaviour = () => undefined;

/** It ends in the middle. */
export const brokenOff: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"schema": 1,');
  setTimeout(() => response.destroy(), 50);
};
