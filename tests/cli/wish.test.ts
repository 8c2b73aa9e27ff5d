import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWish } from '../../src/cli/start/wish.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgloss-wish-'));
  writeFileSync(join(folder, 'page.html'), '<!doctype html>');
  writeFileSync(join(folder, 'page.pdf'), '%PDF');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readWish', () => {
  it.each([
    ['nothing', [], 'chromium', { is: 'sample' }],
    ['a browser', ['--browser', 'firefox'], 'firefox', { is: 'sample' }],
    [
      'an address',
      ['https://news.example/a b'],
      'chromium',
      { is: 'address', address: 'https://news.example/a%20b' },
    ],
  ])('reads %s', (_, args, kind, page) => {
    expect(readWish(args, folder)).toEqual({ kind, page });
  });

  it('finds a file from the folder where it was called', () => {
    expect(readWish(['page.html'], folder).page).toEqual({
      is: 'file',
      path: join(folder, 'page.html'),
    });
  });

  it.each([
    ['another browser', ['--browser', 'opera'], /no browser “opera”/],
    ['an unknown option', ['--hop'], /--hop/],
    ['two pages', ['https://a.example/', 'https://b.example/'], /not 2/],
    ['a file that is not there', ['gone.html'], /“gone.html” is no file/],
    ['a folder', ['.'], /“\.” is no file/],
    ['a file that is not HTML', ['page.pdf'], /not an HTML file/],
    ['another scheme', ['ftp://news.example/'], /begins with http/],
  ])('refuses %s, with the usage', (_, args, message) => {
    expect(() => readWish(args, folder)).toThrow(message);
    expect(() => readWish(args, folder)).toThrow(/Usage:/);
  });
});
