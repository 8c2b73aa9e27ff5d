import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { TermOnPage } from '../../extension/messages/reports.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';

/** Rows drawn at a time: more than the window shows, and a few milliseconds of work. */
const ROWS_AT_A_TIME = 60;

interface TermListProps {
  readonly terms: readonly TermOnPage[];
  readonly onPick: (term: TermOnPage) => void;
  /** Marks an entry as known. Without it there is no such button, as for the page's own terms. */
  readonly onKnow?: (term: TermOnPage) => void;
  /** Takes that back; only with `onKnow`. */
  readonly onUndo?: (term: TermOnPage) => void;
  /** Entries that the reader has just marked as known: their rows say so, and offer to undo it. */
  readonly justKnown?: ReadonlySet<string>;
  readonly t: Translate;
}

/** A list of terms; each is a button that leads to its first mention. */
export function TermList({ terms, justKnown = NONE, ...rest }: TermListProps) {
  const rows = useGrowingCount(terms.length);
  if (terms.length === 0) return null;
  return (
    <ul>
      {terms.slice(0, rows).map((term) => (
        <li key={`${term.ref ?? ''} ${term.name}`} class="term-row">
          {justKnown.has(term.ref ?? '') ? (
            <KnownRow {...rest} term={term} />
          ) : (
            <TermRow {...rest} term={term} />
          )}
        </li>
      ))}
    </ul>
  );
}

const NONE: ReadonlySet<string> = new Set();

interface RowProps extends Omit<TermListProps, 'terms' | 'justKnown'> {
  readonly term: TermOnPage;
}

function TermRow({ term, onPick, onKnow, t }: RowProps) {
  const format = createNumberFormat(t);
  return (
    <>
      <button type="button" class="term" data-ref={term.ref} onClick={() => onPick(term)}>
        <TermText term={term} t={t} />
        <span class="term-count" aria-hidden="true">
          {format(term.count)}
        </span>
        <span class="only-heard">{t('popup.mentions', term.count, [format(term.count)])}</span>
      </button>
      {onKnow && (
        <button
          type="button"
          class="know"
          title={t('popup.know', [term.name])}
          aria-label={t('popup.know', [term.name])}
          onClick={() => onKnow(term)}
        />
      )}
    </>
  );
}

/** The row of a term that was just marked as known, with the focus on the way back. */
function KnownRow({ term, onUndo, t }: RowProps) {
  const undo = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => undo.current?.focus(), []);
  const takeBack = () => {
    const row = undo.current?.parentElement;
    onUndo?.(term);
    // The row is drawn anew in its place.
    requestAnimationFrame(() => row?.querySelector<HTMLElement>('.know')?.focus());
  };
  return (
    <>
      <span id={id} class="just-known">
        <bdi class="term-name">{term.name}</bdi> <span>{t('card.known')}</span>
      </span>
      <button ref={undo} type="button" class="link undo" aria-describedby={id} onClick={takeBack}>
        {t('card.undo')}
      </button>
    </>
  );
}

/** Rows to draw. The number grows to `full` in turns, so that the window opens at once. */
function useGrowingCount(full: number): number {
  const [count, setCount] = useState(ROWS_AT_A_TIME);
  useEffect(() => {
    if (count >= full) return;
    const timer = setTimeout(() => setCount(count + ROWS_AT_A_TIME));
    return () => clearTimeout(timer);
  }, [count, full]);
  return count;
}

function TermText({ term, t }: { readonly term: TermOnPage; readonly t: Translate }) {
  const { name, long, gloss = '', lang, isNew = false } = term;
  return (
    <span class="term-text">
      <bdi class="term-name">{name}</bdi> {isNew && <span class="new">{t('popup.new')} </span>}
      {long !== '' && long.toLowerCase() !== name.toLowerCase() && (
        <bdi class="term-long">{long}</bdi>
      )}
      {gloss !== '' && (
        <span class="term-gloss" lang={lang} dir="auto">
          {' '}
          {gloss}
        </span>
      )}
    </span>
  );
}

/** The position in a list after pressing a key. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Move the focus with arrow keys, Home and End between the terms of all lists in the element. */
export function moveAmongTerms(event: KeyboardEvent): void {
  const { currentTarget: lists, target } = event;
  const step = STEPS[event.key];
  if (!step || !(lists instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const terms = [...lists.querySelectorAll<HTMLElement>('.term')];
  const at = terms.indexOf(target);
  if (at === -1) return;
  event.preventDefault();
  terms[step(at, terms.length)]?.focus();
}
