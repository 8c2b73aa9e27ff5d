import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/build/build-extension.ts';
import { readArticle } from '../../src/cli/glossary/article-text.ts';
import { runGlossary } from '../../src/cli/glossary.ts';
import { createProgress } from '../../src/cli/lines/progress.ts';
import { draftGlossary } from '../../src/core/draft/draft-glossary.ts';
import { HARBOUR, ISLANDS, LOOKOUT } from '../core/draft/draft-texts.ts';
import { sampleInput } from '../core/packs/pack-sample.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const write = (name: string, value: unknown) =>
  writeFile(at(name), typeof value === 'string' ? value : JSON.stringify(value));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsgloss-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: readonly string[], input = '') {
  const written = { output: '', errors: '' };
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const streams = {
    input: Readable.from([Buffer.from(input)]),
    output: into('output'),
    errors: into('errors'),
  };
  const code = await runGlossary(args, streams);
  return { code, ...written };
}

const TEXTS = [HARBOUR, LOOKOUT, ISLANDS];
const asLines = (texts: readonly unknown[]) =>
  texts.map((it) => `${JSON.stringify(it)}\n`).join('');

describe('glossary draft', () => {
  it('drafts files with the list of their sources, as the core does', async () => {
    await write('a.txt', HARBOUR.text);
    await write('b.md', `# ${LOOKOUT.title}\n\n${LOOKOUT.text}`);
    const { text: _, ...source } = HARBOUR;
    await write('sources.json', [
      { file: 'a.txt', ...source },
      { file: 'b.md', publisher: 'Velm Courier', published: '2024-05-20' },
    ]);
    const { code, output, errors } = await run([
      'draft',
      at('a.txt'),
      at('b.md'),
      '--sources',
      at('sources.json'),
      '-o',
      at('draft.json'),
    ]);
    expect([code, output, errors]).toEqual([0, '', '']);
    const draft = JSON.parse(await readFile(at('draft.json'), 'utf8'));
    const { title } = LOOKOUT;
    expect(draft.sources).toMatchObject([
      {
        id: 'b',
        publisher: 'Velm Courier',
        title,
        published: '2024-05-20',
        names: ['=CLC', '=ZTO'],
      },
      source,
    ]);
    expect(draft.entries.map(({ id }: { id: string }) => id)).toEqual(
      draftGlossary([HARBOUR, LOOKOUT]).entries.map(({ id }) => id),
    );
  });

  it('reads lines, answers each with a draft, and merges them to the draft of the whole', async () => {
    const { code, output } = await run(['draft', '--ndjson'], asLines(TEXTS));
    expect(code).toBe(0);
    const lines = output.trim().split('\n');
    expect(lines).toHaveLength(3);
    await write('one.ndjson', `${lines[2]}\n${lines[0]}\n`);
    await write('two.json', lines[1]);
    const merged = await run(['merge', at('two.json'), at('one.ndjson')]);
    const whole = await run(['draft'], asLines(TEXTS));
    expect(merged.output).toBe(whole.output);
    expect(JSON.parse(whole.output)).toEqual(JSON.parse(JSON.stringify(draftGlossary(TEXTS))));
  });

  it('names what it cannot read and goes on', async () => {
    const { text: _, ...noText } = HARBOUR;
    const { code, output, errors } = await run(
      ['draft'],
      `nope\n${asLines([noText, { ...LOOKOUT, published: '12 May' }, ISLANDS])}`,
    );
    expect(code).toBe(1);
    expect(JSON.parse(output).sources).toHaveLength(1);
    expect(errors.trim().split('\n')).toEqual([
      expect.stringContaining('line 1: is not JSON'),
      expect.stringContaining('line 2: text is missing: add it'),
      expect.stringContaining('line 3: published must be a date'),
    ]);
    expect((await run(['draft', at('none.txt')])).errors).toContain('none.txt: cannot be read');
  });

  it.each<[what: string, list: unknown, fault: string]>([
    ['no such file', [{ file: 'c.txt' }], '[0].file is "c.txt", but no file of that name is read'],
    [
      'a file twice',
      [{ file: 'a.txt' }, { file: 'a.txt' }],
      '[1].file is "a.txt", which is listed',
    ],
    [
      'an id twice',
      [
        { file: 'a.txt', id: 'x' },
        { file: 'b.txt', id: 'x' },
      ],
      '[1].id is "x", which is used twice',
    ],
    ['no list', {}, 'must be a list'],
  ])('refuses a list of sources with %s', async (_, list, fault) => {
    for (const name of ['a.txt', 'b.txt']) await write(name, LOOKOUT.text);
    await write('list.json', list);
    const { code, errors } = await run([
      'draft',
      at('a.txt'),
      at('b.txt'),
      '--sources',
      at('list.json'),
    ]);
    expect(code).toBe(1);
    expect(errors).toContain(`list.json: ${fault}`);
  });

  it('refuses a day that no calendar has, and a list that is no JSON, by its name', async () => {
    await write('a.txt', LOOKOUT.text);
    await write('list.json', [{ file: 'a.txt', published: '2024-02-30' }]);
    const { errors } = await run(['draft', at('a.txt'), '--sources', at('list.json')]);
    expect(errors).toContain('a.txt: published');
    await write('broken.json', '[{]');
    const broken = await run(['draft', at('a.txt'), '--sources', at('broken.json')]);
    expect(broken.errors).toContain('broken.json: is not JSON');
  });

  it('reads texts in UTF-16 and lists with a byte order mark, as editors save them', async () => {
    const wide = new Uint8Array(
      new Uint16Array([...`\ufeff${HARBOUR.text}`].map((it) => it.charCodeAt(0))).buffer,
    );
    await writeFile(at('wide.txt'), wide);
    await write(
      'list.json',
      `\ufeff${JSON.stringify([{ file: 'wide.txt', published: '2024-01-02' }])}`,
    );
    const { code, output } = await run(['draft', at('wide.txt'), '--sources', at('list.json')]);
    expect(code).toBe(0);
    const ids = ({ entries }: { entries: readonly { id: string }[] }) =>
      entries.map(({ id }) => id);
    expect(ids(JSON.parse(output))).toEqual(ids(draftGlossary([HARBOUR])));
  });

  it('says where no date is known', async () => {
    await write('undated.txt', LOOKOUT.text);
    const { errors } = await run(['draft', at('undated.txt')]);
    expect(errors).toBe('undated: no date is known, so none is resolved: name it in --sources\n');
  });
});

describe('glossary check, merge, diff', () => {
  const changed = () => {
    const pack = sampleInput();
    pack.entries[0]!.claims![0]!.text = 'Had met three times by February 2023.';
    return pack;
  };

  it('checks packs, each fault with its path and remedy', async () => {
    await write('good.json', sampleInput());
    await write('bad.json', { ...sampleInput(), version: 'one' });
    const { code, output } = await run(['check', at('good.json'), at('bad.json')]);
    expect(code).toBe(1);
    expect(output).toContain('good.json: 0 faults, 0 warnings');
    expect(output).toContain('✗ version must be a version such as 1.0.0');
  });

  it('seals packs, and tells when one was changed since', async () => {
    await write('pack.json', { ...sampleInput(), sha256: '0'.repeat(64) });
    expect(await run(['seal', at('pack.json')])).toMatchObject({ code: 0 });
    expect(await run(['check', at('pack.json')])).toMatchObject({ code: 0 });
    const sealed = await readFile(at('pack.json'), 'utf8');
    await run(['seal', at('pack.json')]);
    expect(await readFile(at('pack.json'), 'utf8')).toBe(sealed);
    await write('pack.json', `${sealed} `);
    const { code, output } = await run(['check', at('pack.json')]);
    expect(code).toBe(1);
    expect(output).toContain('✗ sha256 is not the SHA-256 of this file');
    await write('plain.json', sampleInput());
    const plain = await run(['seal', at('plain.json')]);
    expect(plain).toMatchObject({ code: 1, errors: expect.stringContaining('add "sha256": "000') });
  });

  it('finds nothing wrong with the example for publishers, once it is sealed', async () => {
    const text = await readFile(join(ROOT, 'docs/publishing-glossaries.md'), 'utf8');
    await write('example.json', /```json\n(.*?)```/s.exec(text)?.[1] ?? '');
    await run(['seal', at('example.json')]);
    const { code, output } = await run(['check', at('example.json')]);
    expect([code, output]).toEqual([0, `${at('example.json')}: 0 faults, 0 warnings\n`]);
  });

  it('tells a difference in words', async () => {
    await write('old.json', sampleInput());
    await write('new.json', changed());
    const { code, output } = await run(['diff', at('old.json'), at('new.json')]);
    expect([code, output.split('\n')[0]]).toEqual([0, '1 fact changed']);
  });

  it('merges packs, and refuses a draft beside one', async () => {
    await write('one.json', sampleInput());
    await write('two.json', changed());
    await write('draft.json', draftGlossary([HARBOUR]));
    const { code, output } = await run(['merge', at('one.json'), at('two.json')]);
    expect(code).toBe(0);
    expect(JSON.parse(output).entries[0].claims).toHaveLength(2);
    const mixed = await run(['merge', at('one.json'), at('draft.json')]);
    expect(mixed).toMatchObject({ code: 1, errors: expect.stringContaining('review the drafts') });
  });

  it.each([
    [['check'], 1, 'nothing to check'],
    [['diff', 'a.json'], 1, 'name two packs'],
    [['check', '/nowhere.json'], 1, 'nowhere.json'],
    [['brew'], 2, 'Use: npm run'],
  ])('%j: says what it needs', async (args, code, words) => {
    expect(await run(args)).toMatchObject({ code, errors: expect.stringContaining(words) });
  });
});

describe('readArticle', () => {
  const PAGE = `<html><head><meta property="og:site_name" content="Quay Gazette">
    <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-02-28T09:00:00+09:00"}</script>
    <link rel="canonical" href="https://quay-gazette.example/pilots"></head>
    <body><nav><a href="/">Home</a> Menu of the page</nav><article><h1>Pilots get a board</h1>
    <p>The Harbour Pilots' <b>Board</b> (HPB) met, and talked for very long about the light of the old tower.</p>
    <p>It will meet again.</p><script>var a = 1;</script></article></body></html>`;

  it('reads a page: its article, a blank line between blocks, and what it says of itself', () => {
    const { text, about } = readArticle('p.html', PAGE);
    expect(text).toContain("The Harbour Pilots' Board (HPB) met, and");
    expect(text).toContain('tower.\n\nIt will meet again.');
    expect(text).not.toMatch(/var a|Menu/);
    expect(about).toEqual({
      publisher: 'Quay Gazette',
      title: 'Pilots get a board',
      published: '2023-02-28',
      url: 'https://quay-gazette.example/pilots',
    });
  });

  it('reads Markdown without its marks', () => {
    const { text, about } = readArticle(
      'p.md',
      '---\ntitle: "Pilots"\ndate: 2023-02-28\n---\n# Pilots\n\nThe **HPB** met [in _Velm_](https://velm.example/a_(b)).\n\n```\ncode\n```\n- one snake_case\n',
    );
    expect(text).toBe('Pilots\n\nThe HPB met in Velm.\n\n\none snake_case');
    expect(about).toEqual({ title: 'Pilots', published: '2023-02-28' });
  });

  it('reads plain text as it stands', () => {
    expect(readArticle('p.txt', '\ufeffTitle\r\n\r\nText.')).toEqual({
      text: 'Title\n\nText.',
      about: { title: 'Title' },
    });
  });
});

describe('createProgress', () => {
  it('draws on a terminal alone, and wipes itself', () => {
    let drawn = '';
    const screen = (isTTY: boolean) =>
      Object.assign(
        new Writable({
          write(chunk, _, done) {
            drawn += String(chunk);
            done();
          },
        }),
        { isTTY },
      );
    createProgress(2, 'texts', screen(false)).step(1);
    expect(drawn).toBe('');
    const progress = createProgress(2, 'texts', screen(true));
    progress.step(1);
    progress.end();
    expect(drawn).toMatch(/^\r█{12}░{12} 1\/2 texts\r +\r$/);
  });
});
