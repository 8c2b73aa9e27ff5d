import Mark from 'mark.js';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { describeEntry, explainEntry } from '../../core/library/library-answers.ts';
import { indexGlossaries, type LibraryIndex, refOf } from '../../core/library/library-index.ts';
import { searchLibrary } from '../../core/library/search.ts';
import type { SettingsModel } from '../shared/settings-model.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { EntrySources } from './entry-sources.tsx';

/** Rows drawn at a time: more than a window shows. */
const ROWS_AT_A_TIME = 40;

interface EntryBrowserProps {
  readonly glossary: Glossary;
  readonly drawEntry: SettingsModel['drawEntry'];
  readonly t: Translate;
}

/** The entries of a glossary, to browse, to search, and to open as their cards show them. */
export function EntryBrowser({ glossary, drawEntry, t }: EntryBrowserProps) {
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState(ROWS_AT_A_TIME);
  const list = useRef<HTMLUListElement>(null);
  const index = useMemo(() => indexGlossaries([glossary]), [glossary]);
  const words = query.trim();
  const refs = useMemo(() => findRefs(index, glossary, words), [index, glossary, words]);
  const shown = refs.slice(0, rows);
  useMarkedHits(list, words, shown.length);
  const format = createNumberFormat(t);
  return (
    <div class="browser">
      <input
        type="search"
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setRows(ROWS_AT_A_TIME);
        }}
      />
      <p class="hint" role="status">
        {words !== '' && t('settings.found', refs.length, [format(refs.length)])}
      </p>
      {/* A new list for each query, since the marks of its hits are not drawn by Preact. */}
      <ul class="entries" ref={list} key={words}>
        {shown.map((ref) => (
          <EntryRow key={ref} index={index} entryRef={ref} drawEntry={drawEntry} t={t} />
        ))}
      </ul>
      {refs.length > shown.length && (
        <button type="button" class="link" onClick={() => setRows(rows + ROWS_AT_A_TIME)}>
          {t('settings.moreEntries')}
        </button>
      )}
    </div>
  );
}

function findRefs(index: LibraryIndex, glossary: Glossary, query: string): string[] {
  if (query === '') return [...index.entries.keys()];
  return searchLibrary(index, query).map(({ entry }) => refOf(glossary, entry.id));
}

/** Wrap each hit of the query in `<mark>`. */
function useMarkedHits(
  list: { readonly current: HTMLElement | null },
  query: string,
  rows: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: run again when more rows are drawn
  useEffect(() => {
    if (list.current && query !== '') {
      new Mark(list.current).mark(query, {
        separateWordSearch: true,
        diacritics: false,
        ignorePunctuation: [...'.\'"’‘“”'],
      });
    }
  }, [list, query, rows]);
}

interface EntryRowProps extends Pick<EntryBrowserProps, 'drawEntry' | 't'> {
  readonly index: LibraryIndex;
  readonly entryRef: string;
}

function EntryRow({ index, entryRef, drawEntry, t }: EntryRowProps) {
  const [open, setOpen] = useState(false);
  const line = describeEntry(index, entryRef, t('popup.language'));
  if (!line) return null;
  return (
    <li class="entry">
      <button type="button" class="entry-name" aria-expanded={open} onClick={() => setOpen(!open)}>
        <bdi class="term-name">{line.name}</bdi> <bdi class="term-long">{line.long}</bdi>
        {!open && (
          <span class="entry-gloss" lang={line.lang} dir="auto">
            {line.gloss}
          </span>
        )}
      </button>
      {open && <OpenEntry index={index} entryRef={entryRef} drawEntry={drawEntry} t={t} />}
    </li>
  );
}

/** An entry as its card shows it, in a shadow root, with the full sources below. */
export function OpenEntry({ index, entryRef, drawEntry, t }: EntryRowProps) {
  const host = useRef<HTMLDivElement>(null);
  const language = t('card.language');
  const explained = useMemo(
    () => explainEntry(index, entryRef, language),
    [index, entryRef, language],
  );
  useEffect(() => {
    if (!host.current || !explained) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.replaceChildren();
    drawEntry(root, explained, (ref) => explainEntry(index, ref, language));
  }, [drawEntry, explained, index, language]);
  if (!explained) return null;
  return (
    <div class="entry-open">
      <div ref={host} class="entry-card" />
      <EntrySources explained={explained} t={t} />
    </div>
  );
}
