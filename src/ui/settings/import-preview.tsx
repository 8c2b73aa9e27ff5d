import { useState } from 'preact/hooks';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { GlossaryError } from '../../core/glossary/parse-glossary.ts';
import type { ImportContent } from '../../core/packs/backup.ts';
import type { Way } from '../../core/packs/pack-merge.ts';
import type { GlossaryItem } from '../shared/settings-model.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { type IncomingPack, IncomingPackView, joinPack } from './incoming-pack.tsx';
import { useShownTitle } from './use-shown-title.ts';

/** A file whose import can be previewed. */
export interface Readable {
  readonly name: 'preview';
  readonly file: string;
  readonly choices: ImportContent['choices'];
  readonly packs: readonly IncomingPack[];
  readonly offer?: Offer;
}

/** A glossary that came by another way than a file. */
export interface Offer {
  /** What the preview calls it. */
  readonly name: string;
  readonly glossary: Glossary;
  /** Called once it is in the library; resolves with a function that undoes what it did. */
  onTaken(): Promise<() => Promise<void>>;
  /** Called if it is not taken. */
  onLeft(): void;
}

interface PreviewProps {
  readonly state: Readable;
  readonly others: readonly GlossaryItem[];
  readonly onApply: (content: ImportContent) => Promise<void>;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** What a file or an address brings, and the choice to take it. */
export function ImportPreview(props: PreviewProps) {
  const { state, others, onApply, onClose, t } = props;
  const { file, choices, packs } = state;
  const [ways, setWays] = useState<ReadonlyMap<string, Way>>(new Map());
  const title = useShownTitle();
  const wayOf = ({ glossary, isOwn }: IncomingPack) =>
    ways.get(glossary.id) ?? (isOwn ? 'merge' : 'replace');
  const content = join(packs, wayOf, choices);
  const count = choices ? Object.keys(choices).length : 0;
  return (
    <div class="preview">
      <h3 ref={title} tabIndex={-1}>
        {t('settings.importWhat', [file])}
      </h3>
      <ul class="brings">
        {choices && <li>{t('settings.importSettings', count, [createNumberFormat(t)(count)])}</li>}
        {packs.map((pack) => (
          <IncomingPackView
            key={pack.glossary.id}
            pack={pack}
            others={others}
            way={wayOf(pack)}
            onWay={(way) => setWays(new Map(ways).set(pack.glossary.id, way))}
            t={t}
          />
        ))}
      </ul>
      <div class="buttons">
        {content && (
          <button type="button" class="button main" onClick={() => void onApply(content)}>
            {t('settings.importApply')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </div>
  );
}

/**
 * @returns The content to import, which is joined with what is stored then; null if a choice leads
 *   to a glossary that breaks the format. The preview shows the reason.
 */
function join(
  packs: readonly IncomingPack[],
  wayOf: (pack: IncomingPack) => Way,
  choices: ImportContent['choices'],
): ImportContent | null {
  try {
    const glossaries = packs.map((pack) => {
      const way = wayOf(pack);
      joinPack(pack, way);
      return { glossary: pack.glossary, on: pack.on, way };
    });
    return { choices, glossaries };
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    return null;
  }
}
