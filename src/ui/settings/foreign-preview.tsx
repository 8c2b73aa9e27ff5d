import { useId, useMemo, useState } from 'preact/hooks';
import type { ForeignGlossary } from '../../core/formats/foreign.ts';
import { type Brought, bringEntries, type Said, titleOf } from '../../core/formats/to-glossary.ts';
import { Labelled } from '../shared/labelled.tsx';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { useShownTitle } from './use-shown-title.ts';

/** Entries shown: enough to see whether the file was understood. */
const ENTRIES_SHOWN = 4;

interface ForeignPreviewProps {
  readonly foreign: ForeignGlossary;
  readonly onTake: (brought: Brought, said: Said) => void;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** What a foreign file brings; its source and date, which it may not say, are asked once for all. */
export function ForeignPreview({ foreign, onTake, onClose, t }: ForeignPreviewProps) {
  const { file, about } = foreign;
  const [said, setSaid] = useState<Said>({
    title: about.title ?? titleOf(file),
    publisher: about.publisher ?? '',
    published: about.published ?? '',
  });
  const brought = useMemo(() => bringEntries(foreign), [foreign]);
  const title = useShownTitle();
  const format = createNumberFormat(t);
  const { entries, bare, shortened } = brought;
  const take = (event: Event) => {
    event.preventDefault();
    onTake(brought, said);
  };
  return (
    <form class="preview" onSubmit={take}>
      <h3 ref={title} tabIndex={-1}>
        {t('settings.importWhat', [file])}
      </h3>
      <p>
        {sayFormat(foreign.format, t)}
        {' · '}
        {t('settings.entries', entries.length, [format(entries.length)])}
        {bare > 0 && <> {t('settings.foreignBare', bare, [format(bare)])}</>}
        {shortened > 0 && <> {t('settings.foreignShortened', shortened, [format(shortened)])}</>}
      </p>
      <ul class="foreign-some">
        {entries.slice(0, ENTRIES_SHOWN).map(({ names, gloss }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name yet
          <li key={i} dir="auto">
            <b>{names[0]?.text}</b> {gloss}
          </li>
        ))}
      </ul>
      <SourceFields said={said} onChange={setSaid} t={t} />
      <div class="buttons">
        {entries.length > 0 && (
          <button type="submit" class="button main">
            {t('settings.importApply')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </form>
  );
}

interface SourceFieldsProps {
  readonly said: Said;
  readonly onChange: (said: Said) => void;
  readonly t: Translate;
}

function SourceFields({ said, onChange, t }: SourceFieldsProps) {
  const field = (name: keyof Said) => ({
    value: said[name],
    onType: (value: string) => onChange({ ...said, [name]: value }),
  });
  return (
    <div class="foreign-source">
      <TextField label={t('settings.foreignName')} {...field('title')} />
      <TextField
        label={t('settings.ownPublisher')}
        hint={t('settings.foreignPublisherHint')}
        {...field('publisher')}
      />
      <TextField
        label={t('settings.ownPublished')}
        hint={t('settings.foreignDateHint')}
        type="date"
        {...field('published')}
      />
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date';
  readonly value: string;
  readonly onType: (value: string) => void;
}

function TextField({ label, hint, type = 'text', value, onType }: TextFieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    dir: 'auto' as const,
    'aria-describedby': `${id}-hint`,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onType(event.currentTarget.value),
  };
  return (
    <Labelled id={id} label={label}>
      {type === 'date' ? <input {...shared} type="date" /> : <input {...shared} type="text" />}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </Labelled>
  );
}

/** What a format is called; names of programs and standards are the same in every language. */
function sayFormat(format: ForeignGlossary['format'], t: Translate): string {
  switch (format) {
    case 'tbx':
      return 'TBX';
    case 'yomitan':
      return 'Yomitan';
    case 'contextive':
      return 'Contextive';
    case 'markdown':
      return 'Markdown';
    case 'page':
      return t('settings.foreignPage');
    case 'table':
      return t('settings.foreignTable');
  }
}
