/**
 * Threat "a dependency turns bad", and a promise: no network request but for glossaries that have an
 * address. All is asked of what was built.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder, ROOT } from '../src/cli/build/build-extension.ts';

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
  [
    'code from elsewhere',
    /\bimport\s*\(\s*["'`](?:https?:)?\/\/|\b(?:from|import)\s*["'](?:https?:)?\/\/|<script[^>]+src=["']?(?:https?:)?\/\/|new (?:Shared)?Worker\(\s*["'`](?:https?:)?\/\//,
  ],
];

/** Names of kinds of markup, which nobody asks for. */
const NAMESPACE = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)$/;
/** Patterns of sites, and the beginning of an address that a reader writes. */
const NO_ADDRESS = /^https?:\/\/(?:\*\/\*|\$\{\w+\})$/;

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

  // A bundler's stand-in for `light-dark()` asks the system alone: on a dark page the card was light.
  it('leaves it to `color-scheme` which of two colours is shown', () => {
    const card = readFileSync(join(folder, 'card.js'), 'utf8');
    expect(card).toContain('light-dark(');
    expect(card).not.toContain('prefers-color-scheme');
  });

  it('fetches nothing but the glossaries that it brings along, and those that have an address', () => {
    const found = files.flatMap((file) => {
      const code = readFileSync(join(folder, file), 'utf8');
      const calls = code.match(/(?<![.\w])fetch\s*\(/g) ?? [];
      return calls.length > 0 ? [{ file, calls: calls.length, ...doorsOf(code) }] : [];
    });
    const byDoor = found.toSorted((one, other) => Number(other.hasDoor) - Number(one.hasDoor));
    expect(byDoor).toEqual([
      { file: 'background.js', calls: 1, hasBundled: false, hasDoor: true },
      { file: expect.stringMatching(/^chunks\//), calls: 1, hasBundled: true, hasDoor: false },
    ]);
  });

  it('has pages whose scripts all are files', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    const inPage = /<script(?![^>]*\bsrc=)[^>]*>|\son\w+=["']|javascript:/;
    expect(pages.filter((file) => inPage.test(readFileSync(join(folder, file), 'utf8')))).toEqual(
      [],
    );
  });

  it('names no address on the web', () => {
    const found = files.flatMap((file) => {
      const code = readFileSync(join(folder, file), 'utf8');
      const addresses = code.match(/\b(?:https?|wss?):\/\/[^\s"'`)<>,;]+/g) ?? [];
      return addresses.filter((it) => !NAMESPACE.test(it) && !NO_ADDRESS.test(it));
    });
    expect(found).toEqual([]);
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
});

/** Whether a script holds the addresses of the glossaries that come along, and the one door out. */
function doorsOf(code: string): { readonly hasBundled: boolean; readonly hasDoor: boolean } {
  return {
    hasBundled: /["`]\/assets\/security-news-[0-9a-f]{8}\.json["`]/.test(code),
    hasDoor: /["`]no-referrer["`]/.test(code) && /redirect:\s*["`]manual["`]/.test(code),
  };
}
