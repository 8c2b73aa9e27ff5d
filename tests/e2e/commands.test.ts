/**
 * The commands of README.md that build, start a browser or take their time, each run as it stands there
 * in the smallest form that its options allow, in a copy of the project: they write what other tests
 * read. tests/cli/documented.test.ts runs the others.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../src/cli/browser/until.ts';
import { extensionFolder, ROOT } from '../../src/cli/build/build-extension.ts';
import { findPictureFault } from '../../src/cli/release/pictures.ts';
import { hasKoreanFont } from '../../src/cli/set-up/korean-font.ts';
import { newsPage } from './news-page.ts';

const run = promisify(execFile);

/** What vitest and npm add to a reader's shell, and what leads to a display. */
const ADDED =
  /^(?:NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL|FORCE_COLOR|VITEST.*|INIT_CWD|npm_.*|.*DISPLAY)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ADDED.test(name)));

let folder = '';
const at = (path: string) => join(folder, path);

interface Ended {
  readonly code: number | string;
  readonly output: string;
}

/** Run a line of a document in the copy, to its end. */
async function runLine(line: string): Promise<Ended> {
  try {
    const { stdout, stderr } = await run('bash', ['-c', line], { cwd: folder, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

async function expectDone(line: string): Promise<string> {
  const { code, output } = await runLine(line);
  expect(code, output).toBe(0);
  return output;
}

/** Start a line that runs until it is stopped: with the test it ends, and all that it has started. */
function startLine(line: string): () => string {
  const child = spawn('bash', ['-c', line], { cwd: folder, env, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid);
    await closed;
  });
  return () => {
    if (child.exitCode !== null) throw new Error(`${line} has ended:\n${output}`);
    return output;
  };
}

/** The files of the project as they are now, committed in a repository of their own. */
async function copyProject(): Promise<void> {
  const git = (cwd: string, ...args: readonly string[]) => run('git', args, { cwd });
  const listed = await git(ROOT, 'ls-files', '-z', '-co', '--exclude-standard');
  // What was deleted, and is not committed yet, is listed still.
  const files = listed.stdout.split('\0').filter((file) => file && existsSync(join(ROOT, file)));
  await Promise.all(files.map((file) => cp(join(ROOT, file), at(file))));
  await symlink(join(ROOT, 'node_modules'), at('node_modules'), 'junction');
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '--all');
  const author = ['-c', 'user.name=Reader', '-c', 'user.email=reader@example.org'];
  await git(folder, ...author, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'All');
}

/** The files of a folder with their bytes. */
async function readAll(from: string): Promise<ReadonlyMap<string, string>> {
  const files = globSync('**/*.*', { cwd: from }).sort();
  const read = async (file: string) => [file, await readFile(join(from, file), 'base64')] as const;
  return new Map(await Promise.all(files.map(read)));
}

/** Slow machines take minutes for a build. */
const PATIENCE = { timeout: 600_000 };

describe('the commands of README.md', PATIENCE, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgloss-commands-'));
    await copyProject();
  }, PATIENCE.timeout);
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('set up, and build for both browsers what is built in any other folder', async () => {
    await expectDone('npm run setup');
    await stat(at('.wxt/tsconfig.json'));
    await expectDone('npm run build');
    for (const [kind, name] of [
      ['chromium', 'chrome'],
      ['firefox', 'firefox'],
    ] as const) {
      const built = await readAll(at(`.output/${name}-mv3`));
      expect(built.size).toBeGreaterThan(20);
      expect(built).toEqual(await readAll(extensionFolder(kind)));
    }
  });

  it('write the schemas as they stand in the project', async () => {
    await expectDone('npm run schema');
    const { stdout } = await run('git', ['status', '--porcelain'], { cwd: folder });
    expect(stdout).toBe('');
  });

  it('run tests', async () => {
    const file = 'tests/core/text/boundaries.test.ts';
    for (const line of [`npm test -- --project node ${file}`, `npm run test:quick -- ${file}`]) {
      expect(await expectDone(line)).toMatch(/Test Files.*1 passed/);
    }
  });

  it('score meanings without a browser', async () => {
    expect(await expectDone('npm run evaluate -- --pure')).toMatch(/\n(\d+) of \1 bars met\./);
  });

  it('measure, each figure beside its goal', async () => {
    const { code, output } = await runLine('npm run bench -- --quick --only size');
    expect(output).toMatch(
      /^(?:met|MISSED) +what every frame runs, gzip +≤ [\d.]+ KB +[\d.]+ KB$/m,
    );
    expect(output).toMatch(/\n\d of \d goals met, in \d+ s\./);
    expect(code).toBe(output.includes('MISSED') ? 1 : 0);
  });

  it('navigate and kill the background, and end without an error', async () => {
    const output = await expectDone('npm run soak -- 0.05');
    expect(output).toMatch(/^navigations [1-9]\d*, changes [1-9]\d*, .*kills \d+/m);
    expect(output).toMatch(/^no errors$/m);
  });

  it('take the pictures for the stores', async ({ skip }) => {
    // The set-up before the tests has tried to install one.
    skip(
      !hasKoreanFont(),
      'Pictures need a font with Korean letters, and none could be installed.',
    );
    await expectDone('npm run screenshots -- --store tile');
    for (const file of ['tile-en.png', 'tile-ko.png']) {
      const bytes = await readFile(at(`.output/store/${file}`));
      expect(findPictureFault({ file, width: 440, height: 280 }, bytes)).toBeNull();
    }
  });

  it('check in a table what must hold before a version goes to the stores', async () => {
    await mkdir(at('.output/store'), { recursive: true });
    await writeFile(at('.output/store/card-ko.png'), '');
    await utimes(at('.output/store/card-ko.png'), 0, 0);
    const { code, output } = await runLine('npm run release -- --dry-run --quick');
    const rows = new Map(
      [...output.matchAll(/^([✓✗?] )(\S.*?) {2,}(.+)$/gm)].map(
        ([, sign = '', what, found = '']) => [what, sign + found],
      ),
    );
    const { version } = JSON.parse(await readFile(at('package.json'), 'utf8'));
    expect(rows.get('version')).toBe(`✓ ${version}`);
    expect(rows.get('changelog')).toMatch(/^[✓✗] \d+ lines /);
    expect(rows.get('clean tree')).toBe('✓ nothing uncommitted');
    expect(rows.get('tests')).toBe('? no run is known: run bash .ci/run');
    expect(rows.get('store texts')).toMatch(/^✓ \d+ texts$/);
    expect(rows.get('store pictures')).toMatch(
      /^✗ card-en\.png is missing; card-ko\.png is older than the commit; /,
    );
    expect(rows.get('known faults of packages')).toMatch(/^(?:✓ none|✗ \d+: |\? could not be )/);
    expect(rows.get('zips')).toMatch(/^✓ (?:newsgloss-\S+\.zip [0-9a-f]{12}(?:, )?){3}$/);
    // .ci/run runs it beside the tests.
    expect(rows.get('lint')).toBe('? left out by --quick');
    expect(rows.get('the same from the sources')).toBe('? left out by --quick');
    // npm does not follow the link to the packages; tests/licences.test.ts has it list them.
    expect(rows.get('list of contents')).toMatch(/ESBOMPROBLEMS/);
    expect(rows.get('keys')).toMatch(/^✓ /);
    expect(rows.size).toBe(12);
    expect(output).toMatch(/^\d of 12 do not hold, \d of 12 could not be checked\.$/m);
    expect(code).toBe(1);
    for (const part of ['chrome', 'firefox', 'sources']) {
      const zip = `.output/newsgloss-${version}-${part}.zip`;
      expect((await readFile(at(zip))).equals(await readFile(join(ROOT, zip))), part).toBe(true);
    }
  });

  // Elsewhere a browser always finds a display: it would open, and stay.
  describe.skipIf(process.platform !== 'linux')('without a display', () => {
    it('show the sample site, as a table and a picture', async () => {
      const output = await expectDone('npm start');
      expect(output).toMatch(/^Extended Deterrence Strategy and Consultation Group +edscg +[1-9]/m);
      expect((await stat(at('.output/start-chromium.png'))).size).toBeGreaterThan(10_000);
    });

    it('show a page of the reader’s in Firefox', async () => {
      await mkdir(at('.output'), { recursive: true });
      await writeFile(at('.output/page.html'), newsPage({ body: '<p>USFK left Seoul.</p>' }));
      const output = await expectDone('npm start -- --browser firefox .output/page.html');
      expect(output).toMatch(/^USFK +usfk +1 /m);
      expect((await stat(at('.output/start-firefox.png'))).size).toBeGreaterThan(1_000);
    });

    it.each([
      ['npm run dev', 'chrome'],
      ['npm run dev:firefox', 'firefox'],
    ])('rebuild as one types: %s', async (line, name) => {
      const read = startLine(line);
      await until(
        `the end of the first build of ${line}`,
        () => /Built extension/.test(read()),
        300_000,
      );
      const [source, mark] = [at('entrypoints/scout.ts'), `as one types for ${name}`];
      const before = await readFile(source);
      onTestFinished(() => writeFile(source, before));
      await appendFile(source, `\nconsole.info('${mark}');\n`);
      const isThere = async () =>
        read() && (await readFile(at(`.output/${name}-mv3-dev/scout.js`), 'utf8')).includes(mark);
      await until(`${mark} in the scout`, isThere, 300_000);
    });
  });
});
