import { useState } from 'preact/hooks';
import type { TextSource } from '../../core/articles/text-source.ts';
import { checkSource } from '../../core/review/build-glossary.ts';
import type { Claimed } from '../../core/review/found-text.ts';
import { siteOf } from '../../core/settings/site.ts';
import type { Translate } from '../shared/text.ts';
import { describeSource, SourceFields } from './source-fields.tsx';

interface ReviewSourceProps {
  readonly source: TextSource;
  /** What a page says about its origin, if the text came from an address. */
  readonly claimed: Claimed | undefined;
  readonly onChange: (source: TextSource) => void;
  readonly t: Translate;
}

/** The source of the text, and what the page says about it. */
export function ReviewSource({ claimed, ...rest }: ReviewSourceProps) {
  return (
    <>
      <SourceLine {...rest} />
      {claimed && <ClaimedOrigin claimed={claimed} source={rest.source} t={rest.t} />}
    </>
  );
}

type ClaimedOriginProps = Required<Pick<ReviewSourceProps, 'claimed' | 'source' | 't'>>;

/**
 * What the page says about its origin. The publisher cannot be verified; a stated site that differs
 * from the tab's is reported.
 */
function ClaimedOrigin({ claimed, source, t }: ClaimedOriginProps) {
  const { publisher, site } = claimed ?? {};
  const found = siteOf(source.url ?? '') ?? '';
  if (site !== undefined) {
    const named = publisher === undefined ? site : `${publisher}, ${site}`;
    return <p class="warn claimed">{t('review.claimsElsewhere', [found, named])}</p>;
  }
  if (publisher === undefined || publisher !== source.publisher) return null;
  return <p class="hint claimed">{t('review.claimsName', [publisher])}</p>;
}

/** The source as one line, or as fields while something is missing. */
function SourceLine({ source, onChange, t }: Omit<ReviewSourceProps, 'claimed'>) {
  const isWhole = checkSource(source).size === 0;
  // Fields that the reader is filling in stay open until the reader closes them.
  const [isOpen, setOpen] = useState(!isWhole);
  if (!isOpen) {
    return (
      <p class="source-line">
        <span dir="auto">{describeSource(source, t)}</span>
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {t('review.editSource')}
        </button>
      </p>
    );
  }
  return (
    <fieldset class="source-form">
      <legend>{t('review.source')}</legend>
      {!isWhole && <p class="hint">{t('review.sourceMissing')}</p>}
      <SourceFields source={source} onChange={onChange} t={t} />
      {isWhole && (
        <button type="button" class="button" onClick={() => setOpen(false)}>
          {t('review.sourceDone')}
        </button>
      )}
    </fieldset>
  );
}
