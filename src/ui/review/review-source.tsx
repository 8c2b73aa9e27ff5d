import { useId, useState } from 'preact/hooks';
import type { TextSource } from '../../core/articles/text-source.ts';
import type { Fault } from '../../core/faults/fault.ts';
import { formatDate } from '../../core/glossary/partial-date.ts';
import { checkSource } from '../../core/review/build-glossary.ts';
import type { Claimed } from '../../core/review/found-text.ts';
import { siteOf } from '../../core/settings/site.ts';
import { sayFieldRemedy } from '../shared/fault-words.ts';
import type { Translate } from '../shared/text.ts';

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
      <SourceFields {...rest} />
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
function SourceFields({ source, onChange, t }: Omit<ReviewSourceProps, 'claimed'>) {
  const faults = checkSource(source);
  // Fields that the reader is filling in stay open until the reader closes them.
  const [isOpen, setOpen] = useState(faults.size > 0);
  const type = (field: keyof TextSource) => (value: string) =>
    onChange(withField(source, field, value));
  if (!isOpen) {
    return (
      <p class="source-line">
        <span dir="auto">{describe(source, t)}</span>
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {t('review.editSource')}
        </button>
      </p>
    );
  }
  const shared = { source, faults, t };
  return (
    <fieldset class="source-form">
      <legend>{t('review.source')}</legend>
      {faults.size > 0 && <p class="hint">{t('review.sourceMissing')}</p>}
      <div class="source-fields">
        <SourceField
          {...shared}
          field="publisher"
          label={t('settings.ownPublisher')}
          onType={type('publisher')}
        />
        <SourceField
          {...shared}
          field="published"
          kind="date"
          label={t('settings.ownPublished')}
          onType={type('published')}
        />
        <SourceField
          {...shared}
          field="title"
          label={t('settings.ownSourceTitle')}
          onType={type('title')}
        />
        <SourceField
          {...shared}
          field="url"
          kind="url"
          label={t('settings.ownUrl')}
          onType={type('url')}
        />
      </div>
      {faults.size === 0 && (
        <button type="button" class="button" onClick={() => setOpen(false)}>
          {t('review.sourceDone')}
        </button>
      )}
    </fieldset>
  );
}

/** Publisher, date, and the site if it differs from the publisher. */
function describe({ publisher, published, url }: TextSource, t: Translate): string {
  const site = siteOf(url ?? '');
  const day = published && formatDate(published, t('card.language'));
  return [publisher, day, site !== publisher && site].filter((part) => part).join(' · ');
}

/** Set a field. An empty address is left out; an empty day means that the day is unknown. */
function withField(source: TextSource, field: keyof TextSource, value: string): TextSource {
  if (field === 'published') return { ...source, published: value === '' ? null : value };
  const { [field]: _, ...rest } = source;
  return (field === 'url' && value === '' ? rest : { ...rest, [field]: value }) as TextSource;
}

interface SourceFieldProps {
  readonly field: 'publisher' | 'title' | 'published' | 'url';
  readonly kind?: 'text' | 'date' | 'url';
  readonly label: string;
  readonly source: TextSource;
  readonly faults: ReadonlyMap<keyof TextSource, Fault>;
  readonly onType: (value: string) => void;
  readonly t: Translate;
}

function SourceField({ field, kind = 'text', label, source, faults, onType, t }: SourceFieldProps) {
  const id = useId();
  const fault = faults.get(field);
  const shared = {
    id,
    name: field,
    dir: 'auto' as const,
    value: source[field] ?? '',
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-fault`,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onType(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
        {field === 'url' && <span class="optional"> {t('settings.optional')}</span>}
      </label>
      {kind === 'text' && <input {...shared} type="text" />}
      {kind === 'date' && <input {...shared} type="date" />}
      {kind === 'url' && <input {...shared} type="url" />}
      <p class="bad" id={`${id}-fault`} role="status">
        {fault && (field === 'published' ? t('settings.mustDate') : sayFieldRemedy(fault, t))}
      </p>
    </div>
  );
}
