import { offerFile } from '../shared/download.ts';
import { FileButton } from '../shared/file-button.tsx';
import { useFileImport } from './file-import.tsx';
import type { GlossaryPartProps } from './part-props.ts';

/** Export of everything, and import of a file. */
export function BackupPart(props: GlossaryPartProps) {
  const { model, attempt, t } = props;
  const { open, panel } = useFileImport(props);
  const exportAll = async () =>
    offerFile(await model.writeBackup(), `newsgloss-${model.today}.json`);
  return (
    <section id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{t('settings.backup')}</h2>
      <p class="intro">{t('settings.backupIntro')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => void attempt(exportAll, t('settings.unwritten'))}
        >
          {t('settings.export')}
        </button>
        <FileButton
          label={t('settings.import')}
          accept=".json,.csv,.tsv,.txt,application/json,text/csv"
          onFiles={([file]) => file && open(file)}
        />
      </div>
      {panel}
    </section>
  );
}
