import type { Fault } from '../../core/faults/fault.ts';
import { sayPlace, sayRemedy } from '../shared/fault-words.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';

/** Faults shown at most, since a broken file may have millions. */
const FAULTS_IN_VIEW = 20;

interface FaultListProps {
  readonly faults: readonly Fault[];
  readonly t: Translate;
}

/** A list of faults, each with its place and how to mend it. */
export function FaultList({ faults, t }: FaultListProps) {
  const more = faults.length - FAULTS_IN_VIEW;
  return (
    <>
      <ul class="faults">
        {faults.slice(0, FAULTS_IN_VIEW).map((fault, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed
          <li key={i}>
            <code>
              <bdi>{sayPlace(fault, t)}</bdi>
            </code>{' '}
            {sayRemedy(fault, t)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('settings.importMore', [createNumberFormat(t)(more)])}</p>}
    </>
  );
}
