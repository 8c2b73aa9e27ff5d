import { useId, useState } from 'preact/hooks';
import { type ImportContent, MOST_TEXT, readImport } from '../core/backup.ts';
import { type Fault, GlossaryError } from '../core/glossary.ts';
import type { GlossaryItem, SettingsModel } from './settings-model.ts';
import { createNumberFormat, type Translate } from './text.ts';

/** Faults shown at most: a file of millions must not make a page of millions. */
const FAULTS_IN_VIEW = 20;

interface BackupPartProps {
  readonly glossaries: readonly GlossaryItem[];
  readonly model: Pick<SettingsModel, 'writeBackup' | 'applyImport' | 'today'>;
  readonly t: Translate;
}

type State =
  | { readonly name: 'idle' | 'done' | 'failed' }
  | { readonly name: 'preview'; readonly file: string; readonly content: ImportContent }
  | { readonly name: 'faulty'; readonly file: string; readonly faults: readonly Fault[] };

/** Export of everything, and import of a file: looked at first, then taken whole or not at all. */
export function BackupPart({ glossaries, model, t }: BackupPartProps) {
  const [state, setState] = useState<State>({ name: 'idle' });
  const id = useId();
  const open = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) setState(refuseFixed(await readFile(file), glossaries));
    // The same file may be chosen again once it has been mended.
    input.value = '';
  };
  const apply = async (content: ImportContent) => {
    try {
      await model.applyImport(content);
      setState({ name: 'done' });
    } catch {
      setState({ name: 'failed' });
    }
  };
  return (
    <section id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{t('settings.backup')}</h2>
      <p class="intro">{t('settings.backupIntro')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={async () => offer(await model.writeBackup(), `newsgloss-${model.today}.json`)}
        >
          {t('settings.export')}
        </button>
        <label class="button file" for={id}>
          {t('settings.import')}
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            onChange={(event) => void open(event.currentTarget)}
          />
        </label>
      </div>
      <div role="status">
        {state.name === 'done' && <p>{t('settings.importDone')}</p>}
        {state.name === 'failed' && <p class="bad">{t('settings.importFailed')}</p>}
        {state.name === 'faulty' && <Faulty file={state.file} faults={state.faults} t={t} />}
        {state.name === 'preview' && (
          <div class="preview">
            <h3>{t('settings.importWhat', [state.file])}</h3>
            <Preview content={state.content} glossaries={glossaries} t={t} />
            <div class="buttons">
              <button type="button" class="button main" onClick={() => void apply(state.content)}>
                {t('settings.importApply')}
              </button>
              <button type="button" class="button" onClick={() => setState({ name: 'idle' })}>
                {t('settings.cancel')}
              </button>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}

async function readFile(file: File): Promise<State> {
  try {
    // What is too long is not even read: four bytes are the most that a character takes.
    const text =
      file.size > MOST_TEXT.backup * 4 ? ' '.repeat(MOST_TEXT.backup + 1) : await file.text();
    return { name: 'preview', file: file.name, content: readImport(text, file.name) };
  } catch (error) {
    const faults =
      error instanceof GlossaryError ? error.faults : [{ path: '', remedy: String(error) }];
    return { name: 'faulty', file: file.name, faults };
  }
}

/** What came with the extension or from an administrator cannot be replaced by a file. */
function refuseFixed(state: State, glossaries: readonly GlossaryItem[]): State {
  if (state.name !== 'preview') return state;
  const fixed = new Set(glossaries.filter((it) => it.origin !== 'added').map(({ id }) => id));
  const faults = state.content.glossaries
    .filter(({ glossary }) => fixed.has(glossary.id))
    .map(({ glossary: { id } }) => ({
      path: 'id',
      remedy: `is "${id}", which a glossary has that cannot be replaced: give it its own`,
    }));
  return faults.length > 0 ? { name: 'faulty', file: state.file, faults } : state;
}

interface PreviewProps {
  readonly content: ImportContent;
  readonly glossaries: readonly GlossaryItem[];
  readonly t: Translate;
}

function Preview({ content, glossaries, t }: PreviewProps) {
  const format = createNumberFormat(t);
  const { choices } = content;
  const count = choices ? Object.keys(choices).length : 0;
  return (
    <ul class="brings">
      {choices && <li>{t('settings.importSettings', count, [format(count)])}</li>}
      {content.glossaries.map(({ glossary: { id, title, entries } }) => (
        <li key={id}>
          {glossaries.some((known) => known.id === id)
            ? t('settings.importReplaces', [title])
            : t('settings.importNew', [title])}
          {' · '}
          {t('settings.entries', entries.length, [format(entries.length)])}
        </li>
      ))}
    </ul>
  );
}

interface FaultyProps {
  readonly file: string;
  readonly faults: readonly Fault[];
  readonly t: Translate;
}

function Faulty({ file, faults, t }: FaultyProps) {
  const more = faults.length - FAULTS_IN_VIEW;
  return (
    <div class="bad">
      <p>{t('settings.importFaulty', [file])}</p>
      <ul class="faults" lang="en" dir="ltr">
        {faults.slice(0, FAULTS_IN_VIEW).map(({ path, remedy }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed
          <li key={i}>
            <code>{path === '' ? t('settings.file') : path}</code> {remedy}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('settings.importMore', [createNumberFormat(t)(more)])}</p>}
    </div>
  );
}

/** Hand a file to the reader's downloads. */
function offer(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
