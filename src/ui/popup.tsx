import { useEffect, useState } from 'preact/hooks';
import { activeOn, isSiteOn, type Settings, switchAll, switchSite } from '../core/settings.ts';
import type { GlossaryFault, TermOnPage } from '../extension/messages.ts';
import { Choices } from './choices.tsx';
import { Faults } from './faults.tsx';
import { PageView } from './page-view.tsx';
import type { PageReport, PopupModel } from './popup-model.ts';
import { Switch } from './switch.tsx';
import type { Translate } from './text.ts';

interface PopupProps {
  readonly model: PopupModel;
  readonly t: Translate;
}

/** The toolbar window: two switches, the terms of the page, and what can be chosen. */
export function Popup({ model, t }: PopupProps) {
  const { site } = model;
  const [settings, setSettings] = useState(model.settings);
  const [page, setPage] = useState(model.page);
  const [trouble, setTrouble] = useState('');
  const [faults, setFaults] = useState<readonly GlossaryFault[]>([]);

  useEffect(() => {
    const stop = new AbortController();
    model.watchSettings(setSettings, stop.signal);
    model.watchPage(setPage, stop.signal);
    void model.listFaults().then(setFaults);
    return () => stop.abort();
  }, [model]);

  const change = async (make: (settings: Settings) => Settings) => {
    const before = settings;
    // Shown at once; storage follows.
    setSettings(make(before));
    setTrouble('');
    try {
      await model.updateSettings(make);
    } catch {
      setSettings(before);
      setTrouble(t('popup.unsaved'));
    }
  };

  const pick = async (term: TermOnPage) => {
    if (await model.jump(term)) model.close();
    else setTrouble(t('popup.gone', [term.name]));
  };

  return (
    <>
      <header>
        <h1>{t('extension.name')}</h1>
        <Switch
          label={t('popup.highlights')}
          on={settings.on}
          onChange={(on) => change((now) => switchAll(now, on))}
        />
        {site !== null && canBeSwitched(page, settings, site) && (
          <Switch
            label={t('popup.site', [site])}
            on={isSiteOn(settings, site)}
            disabled={!settings.on}
            onChange={(on) => change((now) => switchSite(now, site, on))}
          />
        )}
        <p class="trouble" role="status">
          {trouble}
        </p>
      </header>
      <main>
        <Faults faults={faults} t={t} />
        <PageView
          page={page}
          settings={settings}
          site={site}
          onPick={pick}
          onReadAll={() => change((now) => ({ ...now, pages: 'all' }))}
          t={t}
        />
      </main>
      <footer>
        <Choices settings={settings} onChange={change} t={t} />
      </footer>
    </>
  );
}

/** A store has a site too, but no script can be there; while off, every page is silent. */
function canBeSwitched(page: PageReport, settings: Settings, site: string): boolean {
  return page.state !== 'unreadable' || !activeOn(settings, site);
}
