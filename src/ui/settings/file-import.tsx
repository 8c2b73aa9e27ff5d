import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Fault, faultAt } from '../../core/faults/fault.ts';
import type { ForeignGlossary } from '../../core/formats/foreign.ts';
import { type Brought, type Said, toGlossary } from '../../core/formats/to-glossary.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import type { ImportContent } from '../../core/packs/backup.ts';
import { mayBeGiven, readImportFile } from '../../core/packs/import-file.ts';
import {
  type SimpleTable,
  type TableReading,
  tableToForeign,
} from '../../core/packs/simple-table.ts';
import type { GlossaryItem, SettingsModel } from '../shared/settings-model.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import type { Tell } from '../shared/undo.tsx';
import { FaultList } from './fault-list.tsx';
import { ForeignPreview } from './foreign-preview.tsx';
import { type IncomingPack, IncomingPackView, joinPack, type Way } from './incoming-pack.tsx';
import { TablePreview } from './table-preview.tsx';
import { decodeStrictly } from './text-file.ts';
import { useShownTitle } from './use-shown-title.ts';

interface FileImportProps {
  readonly glossaries: readonly GlossaryItem[];
  readonly model: Pick<SettingsModel, 'readForeign' | 'readGlossary' | 'applyImport' | 'today'>;
  readonly attempt: (task: () => Promise<void>) => Promise<boolean>;
  readonly tell: Tell;
  readonly t: Translate;
}

/** A file whose import can be previewed. */
interface Readable {
  readonly name: 'preview';
  readonly file: string;
  readonly choices: ImportContent['choices'];
  readonly packs: readonly IncomingPack[];
}

type State =
  | { readonly name: 'idle' | 'reading' | 'failed' }
  | Readable
  | { readonly name: 'table'; readonly table: SimpleTable }
  | { readonly name: 'foreign'; readonly foreign: ForeignGlossary }
  | { readonly name: 'faulty'; readonly file: string; readonly faults: readonly Fault[] };

/** An import in progress: the function that opens a file, and the preview to show. */
interface FileImport {
  open(file: File): void;
  readonly panel: ComponentChildren;
}

/** Import of a file. It is previewed first, then applied as a whole, and can be undone. */
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
  const apply = async (content: ImportContent) => {
    try {
      const takeBack = await model.applyImport(content);
      setState({ name: 'idle' });
      tell(t('settings.importDone'), () => void attempt(takeBack));
    } catch {
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
  const close = () => setState({ name: 'idle' });
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
        <Preview state={state} others={glossaries} onApply={apply} onClose={close} t={t} />
      )}
    </div>
  );
  return { open: (file) => void open(file), panel };
}

async function readFile(
  file: File,
  glossaries: readonly GlossaryItem[],
  model: Pick<SettingsModel, 'readForeign' | 'readGlossary'>,
): Promise<State> {
  try {
    const fixed = fixedOf(glossaries);
    const content = await readImportFile(file, decodeStrictly, fixed, model.readForeign);
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

interface PreviewProps {
  readonly state: Readable;
  readonly others: readonly GlossaryItem[];
  readonly onApply: (content: ImportContent) => Promise<void>;
  readonly onClose: () => void;
  readonly t: Translate;
}

function Preview({ state: { file, choices, packs }, others, onApply, onClose, t }: PreviewProps) {
  const [ways, setWays] = useState<ReadonlyMap<string, Way>>(new Map());
  const title = useShownTitle();
  const wayOf = ({ glossary, isOwn }: IncomingPack) =>
    ways.get(glossary.id) ?? (isOwn ? 'merge' : 'replace');
  const content = join(packs, wayOf, choices);
  const count = choices ? Object.keys(choices).length : 0;
  return (
    <div class="preview">
      <h3 ref={title} tabIndex={-1}>
        {t('settings.importWhat', [file])}
      </h3>
      <ul class="brings">
        {choices && <li>{t('settings.importSettings', count, [createNumberFormat(t)(count)])}</li>}
        {packs.map((pack) => (
          <IncomingPackView
            key={pack.glossary.id}
            pack={pack}
            others={others}
            way={wayOf(pack)}
            onWay={(way) => setWays(new Map(ways).set(pack.glossary.id, way))}
            t={t}
          />
        ))}
      </ul>
      <div class="buttons">
        {content && (
          <button type="button" class="button main" onClick={() => void onApply(content)}>
            {t('settings.importApply')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </div>
  );
}

/**
 * @returns The content to import; null if a choice leads to a glossary that breaks the format. The
 *   preview shows the reason.
 */
function join(
  packs: readonly IncomingPack[],
  wayOf: (pack: IncomingPack) => Way,
  choices: ImportContent['choices'],
): ImportContent | null {
  try {
    const glossaries = packs.map((pack) => {
      const { glossary } = joinPack(pack, wayOf(pack));
      return { glossary, on: pack.on };
    });
    return { choices, glossaries };
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    return null;
  }
}
