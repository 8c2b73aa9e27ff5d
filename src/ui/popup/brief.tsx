import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { EntryRef } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { isMuted } from '../../core/settings/muted.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { TermOnPage } from '../../extension/messages/reports.ts';
import { LinkButton } from '../shared/link-button.tsx';
import type { Attempt } from '../shared/notices.tsx';
import { PackExport } from '../shared/pack-export.tsx';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { type GroupName, groupTerms } from './groups.ts';
import { moveAmongTerms, TermList } from './term-list.tsx';

interface BriefProps {
  readonly terms: readonly TermOnPage[];
  /** The number of further terms of the page, which are not listed. */
  readonly over: number;
  readonly settings: Settings;
  readonly site: string | null;
  readonly onPick: (term: TermOnPage) => void;
  readonly onKnow: (ref: EntryRef, isKnown: boolean) => void;
  /** Shows an entry again that is muted on this site. */
  readonly onShowHere: (ref: EntryRef) => void;
  readonly onCopy: () => void;
  /** Makes a glossary of the terms that are not muted. */
  readonly gather: () => Promise<Glossary>;
  readonly attempt: Attempt;
  readonly t: Translate;
}

/** The terms of a page in three lists: entries, the page's own terms, and muted entries. */
export function Brief(props: BriefProps) {
  const { terms, over, settings, site, onPick, onKnow, onCopy, gather, attempt, t } = props;
  const [justKnown, setJustKnown] = useState<ReadonlySet<EntryRef>>(new Set());
  const [isSaving, setSaving] = useState(false);
  const ours = terms.filter(({ ref }) => ref !== null);
  const loud = ours.filter(({ ref }) => !isMuted(settings, ref ?? '', site));
  // Where the reader has just marked a term as known, its row stays, with the way back.
  const shown = ours.filter((term) => loud.includes(term) || justKnown.has(term.ref ?? ''));
  const muted = ours.filter((term) => !shown.includes(term));
  const know = ({ ref }: TermOnPage, isKnown: boolean) => {
    if (ref === null) return;
    const others = [...justKnown].filter((each) => each !== ref);
    setJustKnown(new Set(isKnown ? [...others, ref] : others));
    onKnow(ref, isKnown);
  };
  const own = terms.filter(({ ref }) => ref === null);
  const format = createNumberFormat(t);
  const fresh = loud.filter(({ isNew }) => isNew).length;
  // If every entry is new, as on a reader's first page, the mark “new” tells nothing, so leave it
  // out.
  const marked = fresh < loud.length ? shown : shown.map((term) => ({ ...term, isNew: false }));
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
            <span class="deeds">
              <button type="button" class="link" onClick={onCopy}>
                {t('popup.copyBrief')}
              </button>
              <button
                type="button"
                class="link"
                aria-expanded={isSaving}
                onClick={() => setSaving(!isSaving)}
              >
                {t('popup.saveTerms')}
              </button>
            </span>
          )}
        </div>
        {isSaving && (
          <PackExport title={t('popup.saveWhat')} read={gather} attempt={attempt} t={t} />
        )}
        {groupTerms(marked).map(({ name, terms: members }) => (
          <Fragment key={name}>
            {name && <h3>{sayGroup(name, t)}</h3>}
            <TermList
              terms={members}
              onPick={onPick}
              onKnow={(term) => know(term, true)}
              onUndo={(term) => know(term, false)}
              justKnown={justKnown}
              t={t}
            />
          </Fragment>
        ))}
      </section>
      {own.length > 0 && (
        <section class="terms">
          <h2>{t('popup.own')}</h2>
          <TermList terms={own} onPick={onPick} t={t} />
        </section>
      )}
      {muted.length > 0 && <MutedTerms {...props} terms={muted} />}
      {over > 0 && <p class="notice">{t('popup.over', over, [format(over)])}</p>}
      {terms.length === 0 && over === 0 && <p class="notice">{t('popup.none')}</p>}
    </div>
  );
}

/** The heading of a group. */
function sayGroup(name: GroupName, t: Translate): string {
  const texts = {
    fresh: t('popup.groups.fresh'),
    bodies: t('popup.groups.bodies'),
    forces: t('popup.groups.forces'),
    pacts: t('popup.groups.pacts'),
    weapons: t('popup.groups.weapons'),
    ideas: t('popup.groups.ideas'),
  };
  return texts[name];
}

/** The muted entries, known or not wanted on this site, each with a button that shows it again. */
function MutedTerms({ terms, settings, onKnow, onShowHere, t }: BriefProps) {
  const list = useRef<HTMLUListElement>(null);
  const undo = (ref: EntryRef, at: number) => {
    if (settings.known.includes(ref)) onKnow(ref, false);
    else onShowHere(ref);
    // The row goes to the list above, and the focus to the next one, or with the last row.
    const popup = list.current?.closest('main');
    requestAnimationFrame(() => {
      const next = popup?.querySelectorAll<HTMLElement>('.quiet-row button');
      const moved = popup?.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`);
      (next?.[Math.min(at, next.length - 1)] ?? moved)?.focus();
    });
  };
  return (
    <section class="terms quiet">
      <h2>{t('popup.muted')}</h2>
      <ul ref={list}>
        {terms.map(({ ref, name }, at) => (
          <li key={ref} class="quiet-row">
            <span>
              <bdi class="term-name">{name}</bdi>{' '}
              <span class="term-long">
                {t(settings.known.includes(ref ?? '') ? 'popup.known' : 'popup.mutedHere')}
              </span>
            </span>
            <LinkButton
              label={t('popup.showAgain')}
              name={t('popup.showAgainName', [name])}
              onPress={() => ref !== null && undo(ref, at)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
