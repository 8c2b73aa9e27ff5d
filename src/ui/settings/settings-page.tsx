import { useEffect, useState } from 'preact/hooks';
import { keepFocus } from '../shared/kept-focus.ts';
import { useNotices } from '../shared/notices.tsx';
import type { GlossaryItem, SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';
import { type Change, useSettings } from '../shared/use-settings.ts';
import { BackupPart } from './backup-part.tsx';
import { GlossariesPart } from './glossaries-part.tsx';
import { KnownPart } from './known-part.tsx';
import { NewsPart } from './news-part.tsx';
import { OwnPart } from './own-part.tsx';
import { ReadingPart } from './reading-part.tsx';
import { SitesPart } from './sites-part.tsx';
import { SyncPart } from './sync-part.tsx';
import { TextsPart } from './texts-part.tsx';

interface SettingsPageProps {
  readonly model: SettingsModel;
  readonly t: Translate;
}

/** All settings on one page. Each change is stored at once. */
export function SettingsPage({ model, t }: SettingsPageProps) {
  const [settings, store] = useSettings(model);
  const [glossaries, setGlossaries] = useState<readonly GlossaryItem[]>([]);
  const { tell, attempt, notice } = useNotices(t);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings tell which glossaries are off
  useEffect(() => {
    const stop = new AbortController();
    const list = () =>
      void model.listGlossaries().then((found) => !stop.signal.aborted && setGlossaries(found));
    model.watchGlossaries(list, stop.signal);
    list();
    return () => stop.abort();
  }, [model, settings]);
  useFirstSight();
  useEffect(() => {
    const stop = new AbortController();
    keepFocus(document.body, stop.signal);
    return () => stop.abort();
  }, []);

  const change = (make: Change) => void attempt(() => store(make));
  const shared = { settings, model, onChange: change, tell, t };
  const library = { glossaries, model, attempt, tell, t };
  return (
    <>
      <header class="masthead">
        <p class="kicker">{t('extension.name')}</p>
        <h1>{t('settings.title')}</h1>
        <Contents hasNews={model.hasNews} t={t} />
      </header>
      <main>
        <LeftAlone model={model} t={t} />
        <ReadingPart {...shared} />
        <SitesPart {...shared} />
        <KnownPart {...shared} glossaries={glossaries} attempt={attempt} />
        <GlossariesPart {...library} />
        <OwnPart {...library} />
        <TextsPart model={model.texts} attempt={attempt} tell={tell} t={t} />
        <SyncPart model={model.sync} attempt={attempt} tell={tell} t={t} />
        <BackupPart {...library} />
        <NewsPart model={model} t={t} />
      </main>
      {notice}
    </>
  );
}

/** Says so where part of what is stored cannot be read: it would seem to be lost. */
function LeftAlone({ model, t }: SettingsPageProps) {
  const [isSo, setIsSo] = useState(false);
  useEffect(() => {
    let current = true;
    void model.hasLeftAlone().then((found) => current && setIsSo(found));
    return () => {
      current = false;
    };
  }, [model]);
  return isSo ? (
    <p class="bad lines" role="status">
      {t('settings.leftAlone')}
    </p>
  ) : null;
}

function Contents({ hasNews, t }: { readonly hasNews: boolean; readonly t: Translate }) {
  const parts = {
    reading: t('settings.reading'),
    sites: t('settings.sites'),
    known: t('settings.known'),
    glossaries: t('settings.glossaries'),
    own: t('settings.own'),
    texts: t('texts.title'),
    sync: t('sync.title'),
    backup: t('settings.backup'),
    news: t('settings.news'),
  };
  return (
    <nav aria-label={t('settings.nav')}>
      <ul>
        {Object.entries(parts).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
            {id === 'news' && hasNews && (
              <span class="dot" role="img" aria-label={t('settings.newsUnseen')} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Scroll to the part that the address names, which is drawn after the browser looked for it. */
function useFirstSight(): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (/^\w+$/.test(id)) document.getElementById(id)?.scrollIntoView();
    else if (id.startsWith('add=')) {
      const form = document.querySelector<HTMLElement>('.own-form textarea');
      form?.scrollIntoView({ block: 'center' });
      form?.focus({ preventScroll: true });
    }
  }, []);
}
