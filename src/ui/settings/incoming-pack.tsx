import type { Glossary } from '../../core/glossary/glossary.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import { findLikeTitle, lintGlossary } from '../../core/packs/pack-check.ts';
import { takeInPack, type Way } from '../../core/packs/pack-merge.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { FaultList } from './fault-list.tsx';
import { PackDifference } from './pack-difference.tsx';
import { Radios } from './radios.tsx';

/** A glossary in a file, beside the one with the same id in the library. */
export interface IncomingPack {
  readonly glossary: Glossary;
  readonly on: boolean | null;
  /** The one in the library: null if there is none, `broken` if it cannot be read. */
  readonly current: Glossary | 'broken' | null;
  /** Whether it holds the reader's own entries, which are added to the present ones. */
  readonly isOwn: boolean;
}

/**
 * The glossary that would be stored now.
 *
 * @throws GlossaryError if the two together exceed a limit of the format.
 */
export const joinPack = ({ glossary, current }: IncomingPack, way: Way) =>
  takeInPack(current === 'broken' ? null : current, glossary, way);

interface IncomingPackViewProps {
  readonly pack: IncomingPack;
  /** The other glossaries of the library. */
  readonly others: readonly Pick<Glossary, 'id' | 'title'>[];
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  readonly t: Translate;
}

/** The changes that one glossary of a file brings, and the choice between replacing and merging. */
export function IncomingPackView({ pack, others, way, onWay, t }: IncomingPackViewProps) {
  const format = createNumberFormat(t);
  const { glossary, current, isOwn } = pack;
  const { title, entries } = glossary;
  // No warnings for own entries: the form showed them when the entries were written.
  const warnings = isOwn ? [] : [...findLikeTitle(glossary, others), ...lintGlossary(glossary)];
  return (
    <li>
      {isOwn
        ? t('settings.own')
        : t(current === null ? 'settings.importNew' : 'settings.importKnown', [title])}
      {' · '}
      {t('settings.entries', entries.length, [format(entries.length)])}
      {isOwn ? <p>{t('settings.importOwn')}</p> : <Terms glossary={glossary} t={t} />}
      {current === 'broken' && <p>{t('settings.importOverBroken')}</p>}
      {current !== null && current !== 'broken' && (
        <>
          {!isOwn && (
            <Radios
              legend={t('settings.importWay')}
              options={[
                { value: 'replace', label: t('settings.importReplace') },
                { value: 'merge', label: t('settings.importMerge') },
              ]}
              value={way}
              onChange={onWay}
              fixed=""
            />
          )}
          <Outcome pack={pack} current={current} way={way} t={t} />
        </>
      )}
      {warnings.length > 0 && (
        <details class="warnings">
          <summary>
            {t('settings.importWarnings', warnings.length, [format(warnings.length)])}
          </summary>
          <FaultList faults={warnings} t={t} />
        </details>
      )}
    </li>
  );
}

/** Under which licence a glossary may be used, and where it tells of itself. */
function Terms({ glossary: { licence, home }, t }: { glossary: Glossary; t: Translate }) {
  return (
    <p class="facts">
      {t('address.licence', [licence])}
      {home && (
        <>
          {' · '}
          <a href={home} target="_blank" rel="noreferrer" title={home}>
            {t('address.home')}
          </a>
        </>
      )}
    </p>
  );
}

interface OutcomeProps {
  readonly pack: IncomingPack;
  readonly current: Glossary;
  readonly way: Way;
  readonly t: Translate;
}

function Outcome({ pack, current, way, t }: OutcomeProps) {
  try {
    const { glossary, choices } = joinPack(pack, way);
    const count = choices.length;
    return (
      <>
        <PackDifference from={current} to={glossary} t={t} />
        {count > 0 && <p>{t('settings.importKept', count, [createNumberFormat(t)(count)])}</p>}
      </>
    );
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    return <FaultList faults={error.faults} t={t} />;
  }
}
