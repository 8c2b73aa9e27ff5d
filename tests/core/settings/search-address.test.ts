import { describe, expect, it } from 'vitest';
import { readLayer } from '../../../src/core/settings/layer.ts';
import { readSearchAddress, searchAddressFor } from '../../../src/core/settings/search-address.ts';

describe('the address of a search', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    [' https://search.example/?q=%s ', 'https://search.example/?q=%s'],
    ['https://wiki.example/%s', 'https://wiki.example/%s'],
    ['https://a.example/?q=%s&l=%EA%B0%80', 'https://a.example/?q=%s&l=%EA%B0%80'],
  ])('“%s” is taken', (text, address) => expect(readSearchAddress(text)).toEqual({ address }));

  it.each([
    ['http://search.example/?q=%s', 'notSecure'],
    ['javascript:alert(%s)', 'notSecure'],
    ['search.example/%s', 'notSecure'],
    ['https://search.example/', 'noPlace'],
    ['https://search.example/%s/%s', 'twoPlaces'],
    ['https://%s.example/', 'notAddress'],
    ['https://%s', 'notAddress'],
    ['https://me:%s@search.example/', 'notAddress'],
    ['https:///%s', 'notAddress'],
    [`https://search.example/${'x'.repeat(500)}%s`, 'tooLong'],
  ])('“%.50s” is refused: %s', (text, fault) => expect(readSearchAddress(text)).toEqual({ fault }));

  it.each([
    ['Quay Board', 'https://a.example/?q=Quay%20Board'],
    ['A&B=?#/%s', 'https://a.example/?q=A%26B%3D%3F%23%2F%25s'],
    ['한미 연합', 'https://a.example/?q=%ED%95%9C%EB%AF%B8%20%EC%97%B0%ED%95%A9'],
    ["$& $' $$", "https://a.example/?q=%24%26%20%24'%20%24%24"],
    ['half a \ud800', 'https://a.example/?q=half%20a%20%EF%BF%BD'],
    ['x'.repeat(300), `https://a.example/?q=${'x'.repeat(200)}`],
  ])('leads to “%.20s”', (term, address) =>
    expect(searchAddressFor('https://a.example/?q=%s', term)).toBe(address),
  );

  it('is not read from storage unless it can be used', () => {
    const bad = ['http://a.example/%s', 'https://a.example/', 7, ['https://a.example/%s']];
    for (const searchAddress of bad) {
      expect(readLayer({ searchAddress })).toEqual({ choices: {}, unreadable: ['searchAddress'] });
    }
    const searchAddress = 'https://a.example/%s';
    expect(readLayer({ searchAddress }).choices).toEqual({ searchAddress });
  });
});
