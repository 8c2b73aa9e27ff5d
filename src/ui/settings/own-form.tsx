import { useId, useMemo, useState } from 'preact/hooks';
import { type Entry, type Glossary, KINDS } from '../../core/glossary/glossary.ts';
import type { EntryForm, Writer } from '../../core/own/own-entries.ts';
import { checkForm, type FormFaults, namesIn } from '../../core/own/own-form-check.ts';
import { type NameNote, noteName } from '../../core/own/own-names.ts';
import { sayFieldRemedy } from '../shared/fault-words.ts';
import { kindText } from '../shared/kind-text.ts';
import { Labelled } from '../shared/labelled.tsx';
import type { Translate } from '../shared/text.ts';

interface OwnFormProps {
  readonly title: string;
  readonly glossary: Glossary;
  /** The id of the entry that is edited; null for a new one. */
  readonly id: string | null;
  /** The fields as they are stored; what is typed lies over them until it is saved. */
  readonly stored: EntryForm;
  readonly writer: Writer;
  /**
   * Called with the fields that were typed since it was last called, when the form is without
   * faults: once for a new entry, after each change otherwise.
   */
  readonly onSave: (typed: Partial<EntryForm>) => Promise<boolean>;
  readonly onClose: () => void;
  readonly t: Translate;
}

/** The fields of an entry, checked while typing; a fault is shown at its field. */
export function OwnForm({ title, glossary, id, stored, writer, onSave, onClose, t }: OwnFormProps) {
  const [typed, setTyped] = useState<Partial<EntryForm>>({});
  const [isTried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const form = useMemo(() => ({ ...stored, ...typed }), [stored, typed]);
  const faults = useMemo(() => checkForm(glossary, id, form, writer), [glossary, id, form, writer]);
  const type = (field: keyof EntryForm, value: string) => {
    setTyped((now) => ({ ...now, [field]: value }));
    setSaved(false);
  };
  const leave = async () => {
    if (id === null || faults.size > 0 || Object.keys(typed).length === 0) return;
    if (!(await onSave(typed))) return;
    // What was typed while it was saved is still to be saved.
    setTyped((now) => without(now, typed));
    setSaved(true);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const [first] = faults.keys();
    if (first) {
      const element = event.currentTarget as HTMLFormElement;
      (element.elements.namedItem(first) as HTMLElement | null)?.focus();
    } else if (id !== null || (await onSave(typed))) onClose();
  };
  const others = glossary.entries.filter((entry) => entry.id !== id);
  const isShown = (field: keyof EntryForm) => isTried || field in typed;
  const shared = { form, others, faults, isShown, type, leave, t };
  return (
    <form class="own-form" onSubmit={submit} noValidate>
      <h3>{title}</h3>
      <Field
        {...shared}
        field="term"
        label={t('settings.ownTerm')}
        hint={t('settings.ownTermHint')}
      />
      <Field {...shared} field="long" label={t('settings.ownLong')} isOptional />
      <Field
        {...shared}
        field="aliases"
        label={t('settings.ownAliases')}
        hint={t('settings.ownAliasesHint')}
        isOptional
      />
      <label class="field">
        <span class="label">{t('settings.ownKind')}</span>
        <select
          value={form.kind}
          onChange={(event) => {
            type('kind', event.currentTarget.value);
          }}
          onBlur={leave}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindText(kind, t)}
            </option>
          ))}
        </select>
      </label>
      <Field
        {...shared}
        field="gloss"
        label={t('settings.ownGloss')}
        hint={t('settings.ownGlossHint')}
        isLong
      />
      <fieldset class="own-source">
        <legend>
          {t('settings.ownSource')} <span class="optional">{t('settings.optional')}</span>
        </legend>
        <Field
          {...shared}
          field="statement"
          label={t('settings.ownStatement')}
          hint={t('settings.ownStatementHint')}
          isLong
        />
        <Field {...shared} field="publisher" label={t('settings.ownPublisher')} />
        <Field {...shared} field="title" label={t('settings.ownSourceTitle')} />
        <Field {...shared} field="published" label={t('settings.ownPublished')} kind="date" />
        <Field {...shared} field="url" label={t('settings.ownUrl')} kind="url" />
      </fieldset>
      <div class="buttons">
        {id === null && (
          <button type="submit" class="button main">
            {t('settings.add')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {id === null ? t('settings.cancel') : t('settings.close')}
        </button>
        <span role="status">{saved && t('settings.saved')}</span>
      </div>
    </form>
  );
}

/** What was typed but is not among what was saved. */
function without(typed: Partial<EntryForm>, saved: Partial<EntryForm>): Partial<EntryForm> {
  const left = Object.entries(typed).filter(
    ([field, text]) => saved[field as keyof EntryForm] !== text,
  );
  return Object.fromEntries(left);
}

interface FieldProps {
  readonly field: keyof EntryForm;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly isLong?: boolean;
  readonly kind?: 'text' | 'date' | 'url';
  readonly form: EntryForm;
  /** The reader's other entries. */
  readonly others: readonly Entry[];
  readonly faults: FormFaults;
  /** Whether the fault of a field is told. */
  readonly isShown: (field: keyof EntryForm) => boolean;
  readonly type: (field: keyof EntryForm, value: string) => void;
  readonly leave: () => void;
  readonly t: Translate;
}

function Field({ field, label, hint, isOptional, isLong, kind = 'text', ...rest }: FieldProps) {
  const { form, others, faults, isShown, type, leave, t } = rest;
  const id = useId();
  const fault = isShown(field) ? faults.get(field) : undefined;
  const notes = namesIn(form, field).flatMap((name) => noteName(name, others));
  const typed = (event: { readonly currentTarget: { readonly value: string } }) =>
    type(field, event.currentTarget.value);
  const shared = {
    id,
    name: field,
    value: form[field],
    dir: 'auto' as const,
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-hint ${id}-fault`,
    onBlur: leave,
  };
  return (
    <Labelled id={id} label={label} aside={isOptional ? t('settings.optional') : undefined}>
      {isLong && <textarea {...shared} rows={3} onInput={typed} />}
      {!isLong && kind === 'text' && <input {...shared} type="text" onInput={typed} />}
      {kind === 'date' && <input {...shared} type="date" onInput={typed} />}
      {kind === 'url' && <input {...shared} type="url" onInput={typed} />}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {notes.map((note) => (
        <p key={sayNote(note, t)} class="warn">
          {sayNote(note, t)}
        </p>
      ))}
      <p class="bad" id={`${id}-fault`} role="status">
        {fault && sayFieldRemedy(fault, t)}
      </p>
    </Labelled>
  );
}

function sayNote({ kind, values }: NameNote, t: Translate): string {
  const [name = '', other = ''] = values;
  switch (kind) {
    case 'common':
      return t('settings.ownCommon');
    case 'everyday':
      return t('settings.ownEveryday', [name]);
    case 'foundAs':
      return t('settings.ownFoundAs', [name, other]);
    case 'twice':
      return t('settings.ownTwice', [name, other]);
  }
}
