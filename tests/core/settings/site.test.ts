import { describe, expect, it } from 'vitest';
import { siteOf } from '../../../src/core/settings/site.ts';

describe('siteOf', () => {
  it.each([
    ['a host name', 'https://example.com/a?b#c', 'example.com'],
    ['no www.', 'https://www.example.com/', 'example.com'],
    ['one www. alone', 'https://www.www.example.com/', 'www.example.com'],
    ['www. where it is the name itself', 'https://www.com/', 'www.com'],
    ['no www2.', 'https://www2.example.com/', 'www2.example.com'],
    ['sub-domains apart', 'https://news.example.com/', 'news.example.com'],
    ['lower case', 'HTTPS://WWW.Example.COM/', 'example.com'],
    ['no port', 'http://127.0.0.1:8080/a', '127.0.0.1'],
    ['no closing dot', 'https://example.com./', 'example.com'],
    ['no user name', 'https://a:b%40@example.com/@c', 'example.com'],
    ['an address of the sixth version', 'http://[::1]:3000/', '[::1]'],
    ['ASCII for other scripts', 'https://www.뉴스.한국/', 'xn--vg1b002a.xn--3e0b707e'],
    ['a machine of the house', 'http://localhost/', 'localhost'],
  ])('keeps %s', (_, address, site) => expect(siteOf(address)).toBe(site));

  it.each([
    ['an empty page', 'about:blank'],
    ['a page of the browser', 'chrome://extensions/'],
    ['a file', 'file:///home/a.html'],
    ['an extension', 'moz-extension://abc/popup.html'],
    ['data', 'data:text/html,a'],
    ['no address', ''],
    ['a word', 'example'],
  ])('knows no site for %s', (_, address) => expect(siteOf(address)).toBeNull());
});
