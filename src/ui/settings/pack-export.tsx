import type { ComponentChildren } from 'preact';
import { glossaryToAnki } from '../../core/formats/write-anki.ts';
import { glossaryToTbx } from '../../core/formats/write-tbx.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { glossaryToCsv } from '../../core/packs/pack-csv.ts';
import { glossaryToMarkdown } from '../../core/packs/pack-markdown.ts';
import { offerFile } from '../shared/download.ts';
import type { Translate } from '../shared/text.ts';

/** The file formats of an export: their labels, and the function that writes each. */
const FORMS = [
  {
    name: 'JSON',
    ending: 'json',
    type: 'application/json',
    write: (glossary: Glossary) => `${JSON.stringify(glossary, null, 2)}\n`,
  },
  { name: 'CSV', ending: 'csv', type: 'text/csv', write: glossaryToCsv },
  { name: 'Markdown', ending: 'md', type: 'text/markdown', write: glossaryToMarkdown },
  { name: 'TBX', ending: 'tbx', type: 'application/xml', write: glossaryToTbx },
  { name: 'Anki', ending: 'tsv', type: 'text/tab-separated-values', write: glossaryToAnki },
] as const;

interface PackExportProps {
  readonly title: string;
  /** Reads the glossary to export; rejects or returns null if it cannot be read. */
  readonly read: () => Promise<Glossary | null>;
  readonly attempt: (task: () => Promise<void>) => Promise<boolean>;
  /** Further buttons for the glossary. */
  readonly children?: ComponentChildren;
  readonly t: Translate;
}

/** Buttons that write one glossary to a file. */
export function PackExport({ title, read, attempt, children, t }: PackExportProps) {
  const write = async ({ ending, type, write: form }: (typeof FORMS)[number]) => {
    const glossary = await read();
    if (glossary === null) throw new Error('There is nothing to write.');
    offerFile(form(glossary), `${glossary.id}-${glossary.version}.${ending}`, type);
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
          onClick={() => void attempt(() => write(form))}
        >
          {form.name}
        </button>
      ))}
      {children}
    </p>
  );
}
