import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Attempt, Tell } from '../shared/notices.tsx';
import type { SyncModel, SyncView } from '../shared/settings-model.ts';
import { Switch } from '../shared/switch.tsx';
import { createNumberFormat, type Translate } from '../shared/text.ts';

interface SyncPartProps {
  readonly model: SyncModel;
  readonly attempt: Attempt;
  readonly tell: Tell;
  readonly t: Translate;
}

/** Most entries that are named as too large. */
const MOST_NAMED = 10;

/** Sync through the browser: what it does, whether it is on, and what came of it. */
export function SyncPart({ model, attempt, tell, t }: SyncPartProps) {
  const [sync, read] = useSync(model);
  const deleteCopy = async () => {
    if (await attempt(model.deleteCopy)) tell(t('sync.deleted'));
    await read();
  };
  return (
    <section id="sync" aria-labelledby="sync-title">
      <h2 id="sync-title">{t('sync.title')}</h2>
      <p class="intro">{t('sync.intro')}</p>
      <Switch
        label={t('sync.switch')}
        on={sync !== null && sync.view !== null}
        disabled={sync === null}
        onChange={(on) => void attempt(() => model.switch(on)).then(read)}
      />
      <div role="status">{sync?.view && <Outcome view={sync.view} t={t} />}</div>
      {sync?.view === null && sync.hasCopy && (
        <div class="copy">
          <p>{t('sync.copy')}</p>
          <button type="button" class="button" onClick={() => void deleteCopy()}>
            {t('sync.delete')}
          </button>
          <p class="hint">{t('sync.deleteHint')}</p>
        </div>
      )}
      <p class="hint">{t('sync.where')}</p>
      <p class="hint">{t('sync.conflict')}</p>
    </section>
  );
}

interface Sync {
  /** Null while it is off. */
  readonly view: SyncView | null;
  readonly hasCopy: boolean;
}

/** What is known of sync, null until it is read; and a function that reads it again. */
function useSync(model: SyncModel): readonly [Sync | null, () => Promise<void>] {
  const [sync, setSync] = useState<Sync | null>(null);
  const read = useCallback(async () => {
    // Where storage or the browser's sync is switched off, there is nothing to switch or delete.
    const view = await model.read().catch(() => null);
    const hasCopy = view === null && (await model.hasCopy().catch(() => false));
    setSync({ view, hasCopy });
  }, [model]);
  useEffect(() => {
    const stop = new AbortController();
    model.watch(() => void read(), stop.signal);
    void read();
    return () => stop.abort();
  }, [model, read]);
  return [sync, read];
}

function Outcome({ view, t }: { readonly view: SyncView; readonly t: Translate }) {
  const { met, fault, left } = view;
  if (fault !== null) return <p class="bad">{sayFault(fault, t)}</p>;
  const format = createNumberFormat(t);
  const { entries, others } = left;
  const named = entries.slice(0, MOST_NAMED).join(', ');
  return (
    <>
      <p class="facts">{met === 0 ? t('sync.never') : t('sync.met', [sayTime(met, t)])}</p>
      {entries.length > 0 && (
        <p class="bad">
          {t('sync.leftEntries', entries.length, [
            format(entries.length),
            entries.length > MOST_NAMED ? `${named}, …` : named,
          ])}
        </p>
      )}
      {others > 0 && <p class="bad">{t('sync.leftOthers', others, [format(others)])}</p>}
    </>
  );
}

function sayFault(fault: NonNullable<SyncView['fault']>, t: Translate): string {
  const texts = {
    newer: t('sync.newer'),
    broken: t('sync.broken'),
    refused: t('sync.refused'),
  };
  return texts[fault];
}

const sayTime = (time: number, t: Translate): string =>
  new Intl.DateTimeFormat(t('popup.language'), { dateStyle: 'medium', timeStyle: 'short' }).format(
    time,
  );
