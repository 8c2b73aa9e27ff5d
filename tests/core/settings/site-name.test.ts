import { describe, expect, it } from 'vitest';
import { covers, siteOf } from '../../../src/core/settings/site.ts';
import { nameSite, readSite } from '../../../src/core/settings/site-name.ts';

describe('readSite', () => {
  it.each([
    ['a host name', 'news.example', 'news.example'],
    ['an address', 'https://www.news.example/a?b', 'news.example'],
    ['an address with a star behind the host', 'https://news.example/*', 'news.example'],
    ['a host name with a path', 'news.example/world', 'news.example'],
    ['a host name with a port', 'news.example:8080', 'news.example'],
    ['a star before a name', '*.news.example', 'news.example'],
    ['a full stop before a name', '.news.example', 'news.example'],
    ['capitals and blanks around', '  News.Example ', 'news.example'],
    ['another script', '한국.kr', 'xn--3e0b707e.kr'],
    ['this machine', 'localhost', 'localhost'],
    ['a machine of the house, by its address', 'http://intranet/', 'intranet'],
    ['a number', '192.168.0.1', '192.168.0.1'],
    ['a number of the sixth version', 'http://[::1]/', '[::1]'],
    ['an underscore', 'my_site.example', 'my_site.example'],
  ])('takes %s', (_, typed, site) => expect(readSite(typed)).toEqual({ site }));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['file:///x', 'noWeb'],
    ['chrome://extensions', 'noWeb'],
    ['javascript:alert(1)', 'noWeb'],
    ['about:blank', 'noWeb'],
    ['..', 'noHost'],
    ['two words.example', 'noHost'],
    ['https://', 'noHost'],
    ['-bad-.com', 'noHost'],
    ['a..example', 'noHost'],
    ['com', 'oneWord'],
    ['newspaper', 'oneWord'],
    ['*.com', 'oneWord'],
    [`${'a.'.repeat(140)}example`, 'tooLong'],
    [`${'a'.repeat(64)}.example`, 'tooLong'],
    ['*', 'star'],
    ['news.*', 'star'],
    ['*news.example', 'star'],
  ])('refuses “%s” with a reason', (typed, fault) => expect(readSite(typed)).toEqual({ fault }));
});

describe('nameSite', () => {
  it.each([
    ['한국.kr'],
    ['뉴스.한국'],
    ['münchen.example'],
    ['日本経済.example'],
    ['правда.example'],
    ['ελλάδα.example'],
    ['मुंबई.example'],
    ['a-뉴스-b.example'],
    ['news.example'],
  ])('shows a name in its own script: %s', (name) =>
    expect(nameSite(siteOf(`https://${name}/`) ?? '')).toBe(name),
  );

  it.each([
    ['letters that pass for Latin ones', 'xn--80ak6aa92e.com'],
    ['two scripts in one name', siteOf('https://pаypal.example/') ?? ''],
    ['what is no code', 'xn--.example'],
    ['what is no code either', 'xn--999999999.example'],
  ])('leaves %s as it is', (_, site) => expect(nameSite(site)).toBe(site));
});

describe('covers', () => {
  it.each([
    ['itself', 'a.example', 'a.example', true],
    ['its subdomains', 'a.example', 'b.c.a.example', true],
    ['the same with a star', '*.a.example', 'b.a.example', true],
    ['this machine’s', 'localhost', 'sub.localhost', true],
    ['no wider site', 'b.a.example', 'a.example', false],
    ['no name that ends alike', 'a.example', 'ba.example', false],
  ])('says that a site holds %s', (_, listed, site, expected) =>
    expect(covers(listed, site)).toBe(expected),
  );
});
