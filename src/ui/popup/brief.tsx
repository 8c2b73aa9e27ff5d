import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import { isMuted } from '../../core/settings/muted.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { TermOnPage } from '../../extension/messages/messages.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { moveAmongTerms, TermList } from './term-list.tsx';

interface BriefProps {
  readonly terms: readonly TermOnPage[];
  /** The number of further terms of the page, which are not listed. */
  readonly over: number;
  readonly settings: Settings;
  readonly site: string | null;
  readonly onPick: (term: TermOnPage) => void;
  readonly onKnow: (ref: EntryRef, isKnown: boolean) => void;
  /** Shows an entry again that is hidden on this site. */
  readonly onShowHere: (ref: EntryRef) => void;
  readonly onCopy: () => void;
  readonly t: Translate;
}

/** The terms of a page in three lists: entries, the page's own terms, and hidden entries. */
export function Brief(props: BriefProps) {
  const { terms, over, settings, site, onPick, onKnow, onCopy, t } = props;
  const ours = terms.filter(({ ref }) => ref !== null);
  const loud = ours.filter(({ ref }) => !isMuted(settings, ref ?? '', site));
  const quiet = ours.filter((term) => !loud.includes(term));
  const own = terms.filter(({ ref }) => ref === null);
  const format = createNumberFormat(t);
  const fresh = loud.filter(({ isNew }) => isNew).length;
  // If every entry is new, as on a reader's first page, the mark “new” tells nothing, so leave it
  // out.
  const marked = fresh < loud.length ? loud : loud.map((term) => ({ ...term, isNew: false }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move among its buttons
    <div onKeyDown={moveAmongTerms}>
      <section class="terms">
        <div class="heading">
          <h2>
            {t('popup.count', loud.length, [format(loud.length)])}
            {fresh > 0 && fresh < loud.length && (
              <span class="fresh"> · {t('popup.newCount', fresh, [format(fresh)])}</span>
            )}
          </h2>
          {loud.length + own.length > 0 && (
            <button type="button" class="link copy" onClick={onCopy}>
              {t('popup.copyBrief')}
            </button>
          )}
        </div>
        <TermList
          terms={marked}
          onPick={onPick}
          onKnow={({ ref }) => ref !== null && onKnow(ref, true)}
          t={t}
        />
      </section>
      {own.length > 0 && (
        <section class="terms">
          <h2>{t('popup.own')}</h2>
          <TermList terms={own} onPick={onPick} t={t} />
        </section>
      )}
      {quiet.length > 0 && <QuietTerms {...props} terms={quiet} />}
      {over > 0 && <p class="notice">{t('popup.over', over, [format(over)])}</p>}
      {terms.length === 0 && over === 0 && <p class="notice">{t('popup.none')}</p>}
    </div>
  );
}

/** The hidden entries, known or not wanted on this site, each with a button that shows it again. */
function QuietTerms({ terms, settings, onKnow, onShowHere, t }: BriefProps) {
  const undo = (ref: EntryRef) =>
    settings.known.includes(ref) ? onKnow(ref, false) : onShowHere(ref);
  return (
    <section class="terms quiet">
      <h2>{t('popup.quiet')}</h2>
      <ul>
        {terms.map(({ ref, name }) => (
          <li key={ref} class="quiet-row">
            <span>
              <bdi class="term-name">{name}</bdi>{' '}
              <span class="term-long">
                {t(settings.known.includes(ref ?? '') ? 'popup.known' : 'popup.quietHere')}
              </span>
            </span>
            <button
              type="button"
              class="link"
              aria-label={t('popup.showAgainName', [name])}
              onClick={() => ref !== null && undo(ref)}
            >
              {t('popup.showAgain')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
