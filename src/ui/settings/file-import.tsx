import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Fault, faultAt } from '../../core/faults/fault.ts';
import type { ForeignGlossary } from '../../core/formats/foreign.ts';
import { type Brought, type Said, toGlossary } from '../../core/formats/to-glossary.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import type { ImportContent } from '../../core/packs/backup.ts';
import { readImportFile } from '../../core/packs/import-file.ts';
import { mayBeGiven } from '../../core/packs/pack-id.ts';
import {
  type SimpleTable,
  type TableReading,
  tableToForeign,
} from '../../core/packs/simple-table.ts';
import type { Attempt, Tell } from '../shared/notices.tsx';
import type { GlossaryItem, SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';
import { doBoth } from './do-both.ts';
import { FaultList } from './fault-list.tsx';
import { ForeignPreview } from './foreign-preview.tsx';
import { ImportPreview, type Offer, type Readable } from './import-preview.tsx';
import type { IncomingPack } from './incoming-pack.tsx';
import { TablePreview } from './table-preview.tsx';
import { decodeStrictly } from './text-file.ts';

interface FileImportProps {
  readonly glossaries: readonly GlossaryItem[];
  readonly model: Pick<
    SettingsModel,
    'readForeign' | 'readGlossary' | 'applyImport' | 'today' | 'digest'
  >;
  readonly attempt: Attempt;
  readonly tell: Tell;
  readonly t: Translate;
}

type State =
  | { readonly name: 'idle' | 'reading' | 'failed' }
  | Readable
  | { readonly name: 'table'; readonly table: SimpleTable }
  | { readonly name: 'foreign'; readonly foreign: ForeignGlossary }
  | { readonly name: 'faulty'; readonly file: string; readonly faults: readonly Fault[] };

/** An import in progress: what opens a file or shows what came otherwise, and the preview. */
interface FileImport {
  open(file: File): void;
  offer(offered: Offer): void;
  readonly panel: ComponentChildren;
}

/** Import of a file. It is previewed first, then applied as a whole, and can be undone. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its steps share the file that is being looked at
export function useFileImport({
  glossaries,
  model,
  attempt,
  tell,
  t,
}: FileImportProps): FileImport {
  const [state, setState] = useState<State>({ name: 'idle' });
  const turn = useRef(0);
  const open = async (file: File) => {
    const mine = ++turn.current;
    setState({ name: 'reading' });
    // Reading a large file blocks the page, so let the page show that it is busy first.
    await new Promise((resolve) => setTimeout(resolve));
    const next = await readFile(file, glossaries, model);
    if (mine === turn.current) setState(next);
  };
  const show = async (offered: Offer) => {
    const mine = ++turn.current;
    const { glossary, name } = offered;
    const pack = await findCurrent({ glossary, on: null }, false, model);
    if (mine !== turn.current) return offered.onLeft();
    setState({ name: 'preview', file: name, choices: null, packs: [pack], offer: offered });
  };
  const apply = async (content: ImportContent, offered?: Offer) => {
    try {
      const undo = await doBoth(
        () => model.applyImport(content),
        offered && (() => offered.onTaken()),
      );
      setState({ name: 'idle' });
      tell(t('settings.importDone'), () => void attempt(undo));
    } catch (error) {
      console.error(error);
      setState({ name: 'failed' });
    }
  };
  const takeTable = (table: SimpleTable, reading: TableReading) =>
    setState({ name: 'foreign', foreign: tableToForeign(table, reading) });
  const takeForeign = async ({ file, about }: ForeignGlossary, brought: Brought, said: Said) => {
    try {
      const isFree = (id: string) => mayBeGiven(id, fixedOf(glossaries));
      const taker = { today: model.today, undated: t('settings.foreignUndated'), isFree };
      const glossary = toGlossary(file, about, brought, said, taker);
      const pack = await findCurrent({ glossary, on: null }, false, model);
      if (pack.current !== null) setState({ name: 'preview', file, choices: null, packs: [pack] });
      else await apply({ choices: null, glossaries: [pack] });
    } catch (error) {
      setState(sayFaults(file, error));
    }
  };
  const close = () => {
    if (state.name === 'preview') state.offer?.onLeft();
    setState({ name: 'idle' });
  };
  const panel = (
    <div role="status" class="import">
      {state.name === 'reading' && <p>{t('settings.importReading')}</p>}
      {state.name === 'failed' && <p class="bad">{t('settings.importFailed')}</p>}
      {state.name === 'faulty' && (
        <div class="bad">
          <p>{t('settings.importFaulty', [state.file])}</p>
          <FaultList faults={state.faults} t={t} />
        </div>
      )}
      {state.name === 'table' && (
        <TablePreview
          table={state.table}
          onTake={(reading) => takeTable(state.table, reading)}
          onClose={close}
          t={t}
        />
      )}
      {state.name === 'foreign' && (
        <ForeignPreview
          foreign={state.foreign}
          onTake={(brought, said) => void takeForeign(state.foreign, brought, said)}
          onClose={close}
          t={t}
        />
      )}
      {state.name === 'preview' && (
        <ImportPreview
          state={state}
          others={glossaries}
          onApply={(content) => apply(content, state.offer)}
          onClose={close}
          t={t}
        />
      )}
    </div>
  );
  return { open: (file) => void open(file), offer: (offered) => void show(offered), panel };
}

async function readFile(
  file: File,
  glossaries: readonly GlossaryItem[],
  model: Pick<SettingsModel, 'readForeign' | 'readGlossary' | 'digest'>,
): Promise<State> {
  try {
    const fixed = fixedOf(glossaries);
    const { readForeign, digest } = model;
    const content = await readImportFile(file, decodeStrictly, fixed, readForeign, digest);
    if ('format' in content) return { name: 'foreign', foreign: content };
    if ('rows' in content) return { name: 'table', table: content };
    const { choices } = content;
    const packs = await Promise.all(
      content.glossaries.map((brought) => findCurrent(brought, choices === null, model)),
    );
    return { name: 'preview', file: file.name, choices, packs };
  } catch (error) {
    return sayFaults(file.name, error);
  }
}

/** The ids of bundled and managed glossaries, which a file cannot replace. */
const fixedOf = (glossaries: readonly GlossaryItem[]): ReadonlySet<string> =>
  new Set(glossaries.filter((it) => it.origin !== 'added').map(({ id }) => id));

async function findCurrent(
  { glossary, on }: { readonly glossary: Glossary; readonly on: boolean | null },
  isAlone: boolean,
  model: Pick<SettingsModel, 'readGlossary'>,
): Promise<IncomingPack> {
  const current = await model.readGlossary(glossary.id).catch(() => 'broken' as const);
  return { glossary, on, current, isOwn: isAlone && glossary.id === OWN_GLOSSARY };
}

function sayFaults(file: string, error: unknown): State {
  const faults =
    error instanceof GlossaryError ? error.faults : [faultAt('', 'unreadable', String(error))];
  return { name: 'faulty', file, faults };
}
