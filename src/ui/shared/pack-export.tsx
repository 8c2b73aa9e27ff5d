import type { ComponentChildren } from 'preact';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { offerFile } from './download.ts';
import type { Attempt } from './notices.tsx';
import type { Translate } from './text.ts';

/** The file formats of an export. */
const FORMS = [
  { name: 'JSON', ending: 'json', type: 'application/json' },
  { name: 'CSV', ending: 'csv', type: 'text/csv' },
  { name: 'Markdown', ending: 'md', type: 'text/markdown' },
  { name: 'TBX', ending: 'tbx', type: 'application/xml' },
  { name: 'Anki', ending: 'tsv', type: 'text/tab-separated-values' },
] as const;

interface PackExportProps {
  readonly title: string;
  /** The name of the file without its ending; by default the glossary's id and version. */
  readonly file?: string;
  /** Reads the glossary to export; rejects or returns null if it cannot be read. */
  readonly read: () => Promise<Glossary | null>;
  readonly attempt: Attempt;
  /** Further buttons for the glossary. */
  readonly children?: ComponentChildren;
  readonly t: Translate;
}

/** Buttons that write one glossary to a file. */
export function PackExport({ title, file, read, attempt, children, t }: PackExportProps) {
  const write = async ({ ending, type }: (typeof FORMS)[number]) => {
    const [glossary, { WRITERS }] = await Promise.all([read(), import('./write-pack.ts')]);
    if (glossary === null) throw new Error('There is nothing to write.');
    const name = file ?? `${glossary.id}-${glossary.version}`;
    offerFile(WRITERS[ending](glossary), `${name}.${ending}`, type);
  };
  return (
    <p class="export">
      {t('settings.exportAs')}{' '}
      {FORMS.map((form) => (
        <button
          key={form.ending}
          type="button"
          class="link"
          aria-label={t('settings.exportWhat', [title, form.name])}
          onClick={() => void attempt(() => write(form), t('settings.unwritten'))}
        >
          {form.name}
        </button>
      ))}
      {children}
    </p>
  );
}
