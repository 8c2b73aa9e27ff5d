import { describe, expect, it } from 'vitest';
import { type AnswerHead, judgeHead } from '../../../src/core/subscriptions/judge-answer.ts';

const head = (own: Partial<AnswerHead>): AnswerHead => ({
  status: 200,
  isRedirect: false,
  type: 'application/json',
  length: null,
  ...own,
});

describe('the head of an answer', () => {
  it.each([
    null,
    '',
    'application/json',
    'Application/JSON; charset=utf-8',
    'application/vnd.quays+json',
    'text/json',
    'text/plain; charset=utf-8',
    'application/octet-stream',
    'binary/octet-stream',
  ])('of type %s leads to its body', (type) => expect(judgeHead(head({ type }))).toBe('body'));

  it.each(['text/html', 'image/png', 'text/csv', 'application/zip', 'application/jsonx', 'json'])(
    'of type %s does not',
    (type) => expect(judgeHead(head({ type }))).toEqual({ code: 'notJson', values: [type] }),
  );

  it.each<[Partial<AnswerHead>, string]>([
    [{ status: 0, isRedirect: true }, 'moved'],
    [{ status: 302 }, 'moved'],
    [{ status: 404 }, 'gone'],
    [{ status: 410 }, 'gone'],
    [{ status: 401 }, 'barred'],
    [{ status: 403 }, 'barred'],
    [{ status: 429 }, 'busy'],
    [{ status: 500 }, 'busy'],
    [{ status: 204 }, 'status'],
    [{ status: 206 }, 'status'],
    [{ status: 418 }, 'status'],
    [{ length: '15000001' }, 'tooBig'],
  ])('%j is “%s”', (own, code) => expect(judgeHead(head(own))).toMatchObject({ code }));

  it('may promise as much as is read', () =>
    expect(judgeHead(head({ length: '15000000' }))).toBe('body'));

  it('says that nothing is new', () => expect(judgeHead(head({ status: 304 }))).toBe('unchanged'));
});
