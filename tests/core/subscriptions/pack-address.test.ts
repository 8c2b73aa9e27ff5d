import { describe, expect, it } from 'vitest';
import { hostPatternOf, readPackAddress } from '../../../src/core/subscriptions/pack-address.ts';

describe('the address of a glossary', () => {
  it.each([
    ['https://a.example/x.json', 'https://a.example/x.json'],
    [' HTTPS://A.example:443/x.json#top ', 'https://a.example/x.json'],
    ['https://항만.example/용어.json', 'https://xn--lz2b781c.example/%EC%9A%A9%EC%96%B4.json'],
    ['http://127.0.0.1:8000/x.json?v=1', 'http://127.0.0.1:8000/x.json?v=1'],
    ['http://localhost/x.json', 'http://localhost/x.json'],
    ['http://[::1]/x.json', 'http://[::1]/x.json'],
  ])('%s is %s', (text, address) => expect(readPackAddress(text)).toEqual({ address }));

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['x.json', 'notAddress'],
    ['file:///x.json', 'notAddress'],
    ['javascript:alert(1)', 'notAddress'],
    ['data:application/json,{}', 'notAddress'],
    ['ftp://localhost/x.json', 'notAddress'],
    ['http://a.example/x.json', 'notSecure'],
    ['http://127.0.0.1.a.example/x.json', 'notSecure'],
    ['http://localhost.a.example/x.json', 'notSecure'],
    ['https://me@a.example/x.json', 'user'],
    ['https://:word@a.example/x.json', 'user'],
    [`https://a.example/${'x'.repeat(2_000)}`, 'tooLong'],
    [`https://a.example/${'용'.repeat(600)}`, 'tooLong'],
  ])('%.40s is refused: %s', (text, fault) => expect(readPackAddress(text)).toEqual({ fault }));

  it('belongs to one host, on any port', () =>
    expect(hostPatternOf('https://a.example:8443/x.json')).toBe('https://a.example/*'));
});
