import { formatDate } from '../../core/glossary/partial-date.ts';
import type { Explained } from '../../core/library/told.ts';
import type { Translate } from '../shared/text.ts';

interface EntrySourcesProps {
  readonly explained: Explained;
  readonly t: Translate;
}

/** The sources of an entry in full: publisher, title, author, date, and how the date is known. */
export function EntrySources({ explained, t }: EntrySourcesProps) {
  const { sources, language } = explained;
  return (
    <div class="sources">
      <h3>{t('settings.sources')}</h3>
      <ul>
        {sources.map(({ id, publisher, title, author, published, publishedBasis, url }) => (
          <li key={id} lang={language} dir="auto">
            {url ? (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            {' · '}
            {[author, publisher, formatDate(published, t('card.language'))]
              .filter((part) => part !== undefined && part !== title)
              .join(' · ')}
            {publishedBasis && (
              <span class="hint">{t('settings.dateBasis', [publishedBasis])}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
