import { useId } from 'preact/hooks';
import type { TextSource } from '../../core/articles/text-source.ts';
import type { Fault } from '../../core/faults/fault.ts';
import { formatDate } from '../../core/glossary/partial-date.ts';
import { checkSource } from '../../core/review/build-glossary.ts';
import { siteOf } from '../../core/settings/site.ts';
import { sayFieldRemedy } from '../shared/fault-words.ts';
import { Labelled } from '../shared/labelled.tsx';
import type { Translate } from '../shared/text.ts';

interface SourceFieldsProps {
  readonly source: TextSource;
  readonly onChange: (source: TextSource) => void;
  readonly t: Translate;
}

/** What a source is: who published it and when, its title, and its address. */
export function SourceFields({ source, onChange, t }: SourceFieldsProps) {
  const shared = { source, faults: checkSource(source), onChange, t };
  return (
    <div class="source-fields">
      <SourceField {...shared} field="publisher" label={t('settings.ownPublisher')} />
      <SourceField {...shared} field="published" kind="date" label={t('settings.ownPublished')} />
      <SourceField {...shared} field="title" label={t('settings.ownSourceTitle')} />
      <SourceField {...shared} field="url" kind="url" label={t('settings.ownUrl')} />
    </div>
  );
}

/** Publisher, date, and the site if it differs from the publisher. */
export function describeSource(
  { publisher, published, url }: Omit<TextSource, 'id'>,
  t: Translate,
): string {
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

interface SourceFieldProps extends SourceFieldsProps {
  readonly field: 'publisher' | 'title' | 'published' | 'url';
  readonly kind?: 'text' | 'date' | 'url';
  readonly label: string;
  readonly faults: ReadonlyMap<keyof TextSource, Fault>;
}

function SourceField(props: SourceFieldProps) {
  const { field, kind = 'text', label, source, faults, onChange, t } = props;
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
      onChange(withField(source, field, event.currentTarget.value)),
  };
  return (
    <Labelled id={id} label={label} aside={field === 'url' ? t('settings.optional') : undefined}>
      {kind === 'text' && <input {...shared} type="text" />}
      {kind === 'date' && <input {...shared} type="date" />}
      {kind === 'url' && <input {...shared} type="url" />}
      <p class="bad" id={`${id}-fault`} role="status">
        {fault && (field === 'published' ? t('settings.mustDate') : sayFieldRemedy(fault, t))}
      </p>
    </Labelled>
  );
}
