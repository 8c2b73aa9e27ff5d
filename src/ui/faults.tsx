import type { GlossaryFault } from '../extension/messages.ts';
import type { Translate } from './text.ts';

interface FaultsProps {
  readonly faults: readonly GlossaryFault[];
  readonly t: Translate;
}

/** The glossaries that were set aside, each with its first fault and what mends it. */
export function Faults({ faults, t }: FaultsProps) {
  const firsts = new Map(faults.toReversed().map((fault) => [fault.origin, fault]));
  if (firsts.size === 0) return null;
  return (
    <div class="trouble">
      {[...firsts.values()].map(({ origin, path, remedy }) => (
        <p key={origin}>
          {t('popup.fault', [origin])}{' '}
          <span lang="en">
            <code>{path}</code> {remedy}
          </span>
        </p>
      ))}
    </div>
  );
}
