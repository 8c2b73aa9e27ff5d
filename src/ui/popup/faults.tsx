import type { GlossaryFault } from '../../extension/messages/messages.ts';
import { sayPlace, sayRemedy } from '../shared/fault-words.ts';
import type { Translate } from '../shared/text.ts';

interface FaultsProps {
  readonly faults: readonly GlossaryFault[];
  readonly t: Translate;
}

/** The glossaries that cannot be used, each with its first fault and how to mend it. */
export function Faults({ faults, t }: FaultsProps) {
  const firsts = new Map(faults.toReversed().map((fault) => [fault.origin, fault]));
  if (firsts.size === 0) return null;
  return (
    <div class="trouble">
      {[...firsts.values()].map((fault) => (
        <p key={fault.origin}>
          {t('popup.fault', [fault.origin])} <code>{sayPlace(fault, t)}</code> {sayRemedy(fault, t)}
        </p>
      ))}
    </div>
  );
}
