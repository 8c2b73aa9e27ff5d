import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EntryLine } from '../../core/library/library-answers.ts';
import type { Proposal } from '../../core/review/proposals.ts';
import { PROPOSAL } from '../../core/review/review-types.ts';
import type { Translate } from '../shared/text.ts';

/** Entries shown of the library and of the text each, so that the list stays short. */
const MOST_SHOWN = 6;

interface ReviewMergeProps {
  readonly proposal: Proposal;
  readonly others: readonly Proposal[];
  readonly search: (query: string) => Promise<readonly EntryLine[]>;
  /** Called with a ref of the library, a proposal, or null to keep an entry of its own. */
  readonly onPick: (into: string | null) => void;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** Chooses the entry that a proposal is merged into, from the library or from this text. */
export function ReviewMerge(props: ReviewMergeProps) {
  const { proposal, others, search, onPick, onClose, t } = props;
  const [query, setQuery] = useState(proposal.title);
  const [found, setFound] = useState<readonly EntryLine[]>([]);
  const field = useRef<HTMLInputElement>(null);
  // At once, not after the next frame: until then a letter that is typed would be a command.
  useLayoutEffect(() => field.current?.select(), []);
  useEffect(() => {
    let isLatest = true;
    // Without an answer of the library, the entries of this text are still offered.
    void search(query.trim())
      .catch(() => [])
      .then((lines) => isLatest && setFound(lines));
    return () => {
      isLatest = false;
    };
  }, [query, search]);
  const words = query.trim().toLowerCase();
  const ownQuery = words === proposal.title.toLowerCase();
  const here = others.filter(
    ({ id, into, title, long }) =>
      id !== proposal.id &&
      !into?.startsWith(PROPOSAL) &&
      (ownQuery || `${title} ${long}`.toLowerCase().includes(words)),
  );
  const choices = [
    ...found
      .slice(0, MOST_SHOWN)
      .map(({ ref, name, long }) => ({ into: ref, name, long, where: t('review.inLibrary') })),
    ...here.slice(0, MOST_SHOWN).map(({ id, title, long }) => ({
      into: `${PROPOSAL}${id}`,
      name: title,
      long,
      where: t('review.inText'),
    })),
  ].filter(({ into }) => into !== proposal.into);
  return (
    <fieldset class="merge">
      <legend>{t('review.mergeInto')}</legend>
      <input
        ref={field}
        type="search"
        aria-label={t('review.mergeSearch')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <ul>
        {choices.map(({ into, name, long, where }) => (
          <li key={into}>
            <button type="button" class="merge-choice" onClick={() => onPick(into)}>
              <bdi class="term-name">{name}</bdi> <bdi class="term-long">{long}</bdi>
              <span class="about">{where}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        {proposal.into !== null && (
          <button type="button" class="button" onClick={() => onPick(null)}>
            {t('review.mergeNone')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </fieldset>
  );
}
