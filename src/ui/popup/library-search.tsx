import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContent } from '../../core/cards/card-content.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { EntryLine, Hits } from '../../core/library/library-answers.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { EntryView } from './entry-view.tsx';
import { moveAmongTerms } from './term-list.tsx';

/** Hits drawn at a time: more than the window shows. */
const HITS_AT_A_TIME = 20;

interface LibrarySearchProps {
  readonly query: string;
  readonly search: (query: string, most: number) => Promise<Hits>;
  readonly explain: (ref: EntryRef) => Promise<CardContent | null>;
  readonly t: Translate;
}

/** The entries that match a query; a hit unfolds into the text of its card. */
export function LibrarySearch({ query, search, explain, t }: LibrarySearchProps) {
  const [asked, setAsked] = useState({ query, most: HITS_AT_A_TIME });
  const most = asked.query === query ? asked.most : HITS_AT_A_TIME;
  const hits = useHits(search, query, most);
  const list = useRef<HTMLUListElement>(null);
  const next = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: run when the requested hits arrive
  useEffect(() => {
    if (next.current === 0) return;
    // The button that was pressed may be gone, so move the focus to the first of the new hits.
    list.current?.querySelectorAll<HTMLElement>('.term')[next.current]?.focus();
    next.current = 0;
  }, [hits]);
  if (hits === null) return null;
  const { lines, count } = hits;
  const showMore = () => {
    next.current = lines.length;
    setAsked({ query, most: most + HITS_AT_A_TIME });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move among its buttons
    <div onKeyDown={moveAmongTerms}>
      <p class="only-heard" role="status">
        {t('popup.hits', count, [createNumberFormat(t)(count)])}
      </p>
      {count === 0 && <p class="notice">{t('popup.noHit', [query])}</p>}
      <ul class="terms hits" ref={list}>
        {lines.map((hit) => (
          <Hit key={hit.ref} hit={hit} explain={explain} t={t} />
        ))}
      </ul>
      {count > lines.length && (
        <button type="button" class="foot-link" onClick={showMore}>
          {t('popup.moreHits', [createNumberFormat(t)(count - lines.length)])}
        </button>
      )}
    </div>
  );
}

/** The answer to the last query; null until there is one. */
function useHits(search: LibrarySearchProps['search'], query: string, most: number): Hits | null {
  const [hits, setHits] = useState<Hits | null>(null);
  useEffect(() => {
    let isLatest = true;
    void search(query, most).then((found) => {
      // Ignore answers to earlier queries that arrive late.
      if (isLatest) setHits(found);
    });
    return () => {
      isLatest = false;
    };
  }, [query, most, search]);
  return hits;
}

interface HitProps extends Pick<LibrarySearchProps, 'explain' | 't'> {
  readonly hit: EntryLine;
}

function Hit({ hit, explain, t }: HitProps) {
  const [content, setContent] = useState<CardContent | null>(null);
  const [isOpen, setOpen] = useState(false);
  const toggle = async () => {
    setOpen(!isOpen);
    if (content === null) setContent(await explain(hit.ref));
  };
  return (
    <li>
      <button type="button" class="term" aria-expanded={isOpen} onClick={toggle}>
        <span class="term-text">
          <bdi class="term-name">{hit.name}</bdi>{' '}
          {hit.long !== '' && <bdi class="term-long">{hit.long}</bdi>}
          {!isOpen && (
            <span class="term-gloss" lang={hit.lang} dir="auto">
              {' '}
              {hit.gloss}
            </span>
          )}
        </span>
      </button>
      {isOpen && content && <EntryView content={content} t={t} />}
    </li>
  );
}
