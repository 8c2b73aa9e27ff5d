/**
 * Threat "a dependency turns bad", and two promises: no network request, ever; the zip is
 * reproducible from the sources zip, byte for byte. All is asked of what was built.
 */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { extensionFolder, ROOT } from '../src/cli/build/build-extension.ts';

const run = promisify(execFile);

const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'code from strings',
    /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(|set(?:Timeout|Interval)\(\s*["'`]/,
  ],
  [
    'HTML from strings',
    /\.(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write\b|createContextualFragment|\bsrcdoc\b/,
  ],
  [
    'requests',
    /XMLHttpRequest|\bWebSocket\b|sendBeacon|EventSource|RTCPeerConnection|WebTransport|importScripts/,
  ],
  ['code from elsewhere', /\bimport\s*\(\s*["'`]https?:|<script[^>]+src=["']?https?:/],
];

/** In bytes, compressed: what every page reads, by the plan for performance. */
const MOST_SCRIPT = 37 * 1024;

describe.each(['chromium', 'firefox'] as const)('what was built for %s', (kind) => {
  const folder = extensionFolder(kind);
  const files = globSync('**/*.{js,html,css}', { cwd: folder });

  it('is there', () => expect(files.length).toBeGreaterThan(5));

  it.each(FORBIDDEN)('holds no %s', (_, pattern) => {
    const found = files.flatMap((file) => {
      const hit = pattern.exec(readFileSync(join(folder, file), 'utf8'));
      return hit ? [`${file}: ${hit[0]}`] : [];
    });
    expect(found).toEqual([]);
  });

  it('fetches nothing but the glossaries that it brings along', () => {
    const found = files.flatMap((file) => {
      const code = readFileSync(join(folder, file), 'utf8');
      const calls = code.match(/(?<![.\w])fetch\s*\(/g) ?? [];
      return calls.length > 0
        ? [
            {
              calls: calls.length,
              hasAddress:
                /"\/assets\/security-news-[0-9a-f]{8}\.json"|`\/assets\/security-news-[0-9a-f]{8}\.json`/.test(
                  code,
                ),
            },
          ]
        : [];
    });
    expect(found).toEqual([{ calls: 1, hasAddress: true }]);
  });

  it('has scripts for pages of one byte a letter', () => {
    const scripts = files.filter((file) => /^(?:content-scripts\/)?[\w-]+\.js$/.test(file));
    expect(scripts.length).toBeGreaterThan(5);
    const isWide = (file: string) => /[^\0-\x7f]/.test(readFileSync(join(folder, file), 'utf8'));
    expect(scripts.filter(isWide)).toEqual([]);
  });

  it('wraps no interface of the browser that is not called', () => {
    const script = readFileSync(join(folder, 'content-scripts/content.js'), 'utf8');
    expect(script).toContain('webextension-polyfill');
    expect(script.match(/bookmarks|cookies|topSites|webNavigation/g)).toBeNull();
  });

  it('reads pages from files in one place alone: in a document that runs and loads nothing', () => {
    const found = files.filter((file) =>
      /\bDOMParser\b/.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(found).toEqual([expect.stringMatching(/^chunks\/read-html-[\w-]+\.js$/)]);
  });

  it('has no rule for ranges that Chromium would work out for every element', () => {
    const css = readFileSync(join(folder, 'content-scripts/content.css'), 'utf8');
    const rules = css.match(/[^\s,{}]*::highlight\([\w-]+\)/g) ?? [];
    expect(rules.length).toBeGreaterThan(20);
    const isBound = (rule: string) => rule.startsWith(':root::');
    expect(rules.filter(isBound)).toHaveLength(kind === 'chromium' ? rules.length : 0);
  });

  it('loads no style, font or picture from elsewhere', () => {
    const styles = files.filter((file) => file.endsWith('.css'));
    const found = styles.filter((file) =>
      /@import|url\(\s*["']?(?!data:|#)/.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('names no folder of whoever built it', () => {
    const found = files.filter((file) => readFileSync(join(folder, file), 'utf8').includes(ROOT));
    expect(found).toEqual([]);
  });

  it(`asks of a page no more than ${MOST_SCRIPT / 1024} KB of script`, () => {
    const script = readFileSync(join(folder, 'content-scripts/content.js'));
    const size = gzipSync(script, { level: 9 }).length;
    console.log(`content script for ${kind}: ${(size / 1024).toFixed(1)} KB gzip`);
    expect(size).toBeLessThanOrEqual(MOST_SCRIPT);
  });
});

describe('the zip', () => {
  it('is made from the sources zip again, byte for byte', { timeout: 240_000 }, async () => {
    const first = await readZips(ROOT);
    const folder = await mkdtemp(join(tmpdir(), 'newsgloss-sources-'));
    try {
      const sources = join(ROOT, '.output', first.sources);
      // Windows has no unzip, but a tar that reads zips.
      await run('unzip', ['-q', sources, '-d', folder]).catch(() =>
        run('tar', ['-xf', sources, '-C', folder]),
      );
      await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
      await zipIn(folder);
      const second = await readZips(folder);
      expect(second.name).toBe(first.name);
      expect(second.bytes.equals(first.bytes)).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function zipIn(folder: string): Promise<void> {
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const env = { ...process.env, NODE_ENV: 'production' };
  await run(process.execPath, [wxt, 'zip', '--browser', 'firefox'], { cwd: folder, env });
}

async function readZips(folder: string) {
  const output = join(folder, '.output');
  const files = await readdir(output);
  const name = files.find((file) => file.endsWith('-firefox.zip')) ?? 'no zip';
  const sources = files.find((file) => file.endsWith('-sources.zip')) ?? 'no sources';
  return { name, sources, bytes: await readFile(join(output, name)) };
}
