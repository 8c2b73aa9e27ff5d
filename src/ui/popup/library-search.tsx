import { useEffect, useState } from 'preact/hooks';
import type { CardContent } from '../../core/cards/card-content.ts';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { EntryLine } from '../../core/library/library-answers.ts';
import type { Translate } from '../shared/text.ts';
import { EntryView } from './entry-view.tsx';
import { moveAmongTerms } from './term-list.tsx';

interface LibrarySearchProps {
  readonly query: string;
  readonly search: (query: string) => Promise<readonly EntryLine[]>;
  readonly explain: (ref: EntryRef) => Promise<CardContent | null>;
  readonly t: Translate;
}

/** What the library has for a query; a hit unfolds into what its card says. */
export function LibrarySearch({ query, search, explain, t }: LibrarySearchProps) {
  const [hits, setHits] = useState<readonly EntryLine[] | null>(null);
  useEffect(() => {
    let isLatest = true;
    void search(query).then((found) => {
      // Answers may overtake each other; that to the last question counts.
      if (isLatest) setHits(found);
    });
    return () => {
      isLatest = false;
    };
  }, [query, search]);
  if (hits === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move among its buttons
    <div onKeyDown={moveAmongTerms}>
      <p class="only-heard" role="status">
        {t('popup.hits', hits.length, [String(hits.length)])}
      </p>
      {hits.length === 0 && <p class="notice">{t('popup.noHit', [query])}</p>}
      <ul class="terms hits">
        {hits.map((hit) => (
          <Hit key={hit.ref} hit={hit} explain={explain} t={t} />
        ))}
      </ul>
    </div>
  );
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
