import type { Glossary } from '../../core/glossary/glossary.ts';
import { formatDate } from '../../core/glossary/partial-date.ts';
import { nameEntry } from '../../core/library/library-answers.ts';
import { diffPacks, type EntryDiff, type PackDiff } from '../../core/packs/pack-diff.ts';
import { fieldText } from '../shared/field-text.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';

/** Changes shown at most; the totals count all. */
const CHANGES_IN_VIEW = 50;

interface PackDifferenceProps {
  readonly from: Glossary;
  readonly to: Glossary;
  readonly t: Translate;
}

/** What an import would change: the totals, and a list of changes to unfold. */
export function PackDifference({ from, to, t }: PackDifferenceProps) {
  const diff = diffPacks(from, to);
  const sums = listSums(diff, t);
  if (sums.length === 0) return <p class="difference">{t('difference.none')}</p>;
  const changes = listChanges(diff, from, to, t);
  const more = changes.length - CHANGES_IN_VIEW;
  return (
    <div class="difference">
      <p>{sums.join(' · ')}</p>
      <details>
        <summary>{t('difference.each')}</summary>
        <ul class="changes">
          {changes.slice(0, CHANGES_IN_VIEW).map((change) => (
            <li key={change} dir="auto">
              {change}
            </li>
          ))}
        </ul>
        {more > 0 && <p>{t('settings.importMore', [createNumberFormat(t)(more)])}</p>}
      </details>
    </div>
  );
}

function listSums(diff: PackDiff, t: Translate): string[] {
  const format = createNumberFormat(t);
  const sum = (pick: (entry: EntryDiff) => readonly unknown[]) =>
    diff.changed.reduce((count, entry) => count + pick(entry).length, 0);
  const sums = [
    ['difference.entriesNew', diff.newEntries.length],
    ['difference.entriesGone', diff.lostEntries.length],
    ['difference.factsNew', sum((it) => it.newClaims)],
    ['difference.factsChanged', sum((it) => it.changedClaims)],
    ['difference.factsGone', sum((it) => it.lostClaims)],
    ['difference.namesNew', sum((it) => it.newNames)],
    ['difference.namesGone', sum((it) => it.lostNames)],
    ['difference.sourcesNew', diff.newSources.length],
    ['difference.sourcesChanged', diff.changedSources.length],
    ['difference.sourcesGone', diff.lostSources.length],
    ['difference.detailsChanged', sum((it) => it.changedFields) + diff.changedFields.length],
  ] as const;
  return sums.flatMap(([key, count]) => (count > 0 ? [t(key, count, [format(count)])] : []));
}

function listChanges(diff: PackDiff, from: Glossary, to: Glossary, t: Translate): string[] {
  const names = new Map([...from.entries, ...to.entries].map((it) => [it.id, nameEntry(it)]));
  const language = t('popup.language');
  return [
    ...diff.changedFields.map((field) => t('difference.field', [to.title, fieldText(field, t)])),
    ...diff.newEntries.map((entry) => t('difference.newEntry', [nameEntry(entry)])),
    ...diff.lostEntries.map((entry) => t('difference.lostEntry', [nameEntry(entry)])),
    ...diff.changed.flatMap((entry) => {
      const name = names.get(entry.id) ?? entry.id;
      return [
        ...entry.newNames.map(({ text }) => t('difference.newName', [name, text])),
        ...entry.lostNames.map(({ text }) => t('difference.lostName', [name, text])),
        ...entry.newClaims.map(({ text, asOf }) =>
          t('difference.newFact', [name, formatDate(asOf, language), text]),
        ),
        ...entry.changedClaims.map((it) =>
          t('difference.changedFact', [name, it.from.text, it.to.text]),
        ),
        ...entry.lostClaims.map(({ text }) => t('difference.lostFact', [name, text])),
        ...entry.changedFields.map((field) => t('difference.field', [name, fieldText(field, t)])),
      ];
    }),
  ];
}
