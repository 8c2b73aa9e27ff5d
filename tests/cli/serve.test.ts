import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Server, serve, serveFolder, servePage } from '../../src/cli/browser/serve.ts';

let folder = '';
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgloss-serve-'));
  mkdirSync(join(folder, 'my page_files'));
  writeFileSync(join(folder, 'index.html'), 'front');
  writeFileSync(join(folder, 'my page.html'), 'page');
  writeFileSync(join(folder, 'my page_files/style.css'), 'p {}');
  writeFileSync(join(folder, 'map.png'), 'picture');
  writeFileSync(join(folder, 'diary.txt'), 'private');
});
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** Status, body and content type of a path. */
async function get(path: string): Promise<[number, string, string | null]> {
  const response = await fetch(server!.origin + path);
  return [response.status, await response.text(), response.headers.get('content-type')];
}

const HTML = 'text/html; charset=utf-8';

describe('serve', () => {
  it('listens on this machine alone', async () => {
    server = await serve(async () => ({ body: 'hello' }));
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await get('/')).toEqual([200, 'hello', HTML]);
  });

  it('answers 404 where there is nothing or the answer fails', async () => {
    server = await serve(async (path) => {
      if (path === '/broken') throw new Error('broken');
      return null;
    });
    expect((await get('/'))[0]).toBe(404);
    expect((await get('/broken'))[0]).toBe(404);
    expect((await get('/%E0%A4%A'))[0]).toBe(404);
  });

  it('is gone once closed, with a connection still open', async () => {
    server = await serve(async () => ({ body: 'hello' }));
    await get('/');
    await server.close();
    await expect(get('/')).rejects.toThrow();
  });
});

describe('serveFolder', () => {
  it('serves its files, the front page at /, and nothing above it', async () => {
    server = await serveFolder(join(folder, 'my page_files'));
    expect(await get('/style.css')).toEqual([200, 'p {}', 'text/css; charset=utf-8']);
    expect((await get('/..%2Fdiary.txt'))[0]).toBe(404);
    expect((await get('/'))[0]).toBe(404);
    await server.close();
    server = await serveFolder(folder);
    expect(await get('/')).toEqual([200, 'front', HTML]);
  });
});

describe('servePage', () => {
  it.each([
    ['the page', '/my%20page.html', 200],
    ['what was saved with it', '/my%20page_files/style.css', 200],
    ['a picture beside it', '/map.png', 200],
    ['no neighbour', '/diary.txt', 404],
    ['no neighbour by a detour', '/my%20page_files/..%2Fdiary.txt', 404],
    ['no other page', '/index.html', 404],
    ['no front page', '/', 404],
  ])('serves %s', async (_, path, status) => {
    server = await servePage(join(folder, 'my page.html'));
    expect((await get(path))[0]).toBe(status);
  });
});
