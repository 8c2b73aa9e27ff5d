import { useLayoutEffect, useState } from 'preact/hooks';
import { isMuted, setKnown, setNotHere } from '../../core/settings/muted.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { widestOf } from '../../core/settings/site.ts';
import { nameSite } from '../../core/settings/site-name.ts';
import {
  activeOn,
  isSiteFixed,
  isSiteOn,
  switchAll,
  switchSite,
} from '../../core/settings/site-switches.ts';
import type { GlossaryFault } from '../../extension/messages/messages.ts';
import type { TermOnPage } from '../../extension/messages/reports.ts';
import type { Taken } from '../../extension/tabs/take-article.ts';
import type { Attempt } from '../shared/notices.tsx';
import { Switch } from '../shared/switch.tsx';
import type { Translate } from '../shared/text.ts';
import { type Change, useSettings } from '../shared/use-settings.ts';
import { Faults } from './faults.tsx';
import { LibrarySearch } from './library-search.tsx';
import { PageView } from './page-view.tsx';
import type { PageReport, PopupModel } from './popup-model.ts';

interface PopupProps {
  readonly model: PopupModel;
  readonly t: Translate;
}

/** The popup: two switches, the terms of the page, and further choices. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its acts share the state that the popup shows
export function Popup({ model, t }: PopupProps) {
  const { site } = model;
  const [settings, store] = useSettings(model);
  const [page, setPage] = useState(model.page);
  const [trouble, setTrouble] = useState('');
  const [news, setNews] = useState('');
  const [query, setQuery] = useState('');
  const [isWithheld, setWithheld] = useState(page.state === 'withheld');
  const [faults, setFaults] = useState<readonly GlossaryFault[]>([]);

  // Before the first frame is drawn, so that an answer that is already there is in it.
  useLayoutEffect(() => {
    void model.listFaults().then(setFaults);
  }, [model]);
  useLayoutEffect(() => {
    const stop = new AbortController();
    if (!isWithheld) model.watchPage(setPage, stop.signal);
    return () => stop.abort();
  }, [model, isWithheld]);

  const letRead = async (howLong: 'once' | 'always') => {
    if (await model.letRead(howLong)) setWithheld(false);
  };

  const pick = async (term: TermOnPage) => {
    if (await model.jump(term)) model.close();
    else setTrouble(t('popup.gone', [term.name]));
  };

  const shown = () => {
    const terms = page.state === 'read' ? page.terms : [];
    return terms.filter(({ ref }) => ref === null || !isMuted(settings, ref, site));
  };
  const copy = async () => {
    setNews('');
    try {
      await model.copyBrief(shown());
      setNews(t('popup.copied'));
    } catch {
      setTrouble(t('card.uncopied'));
    }
  };
  const attempt: Attempt = async (task, failed = t('popup.unsaved')) => {
    setTrouble('');
    try {
      await task();
      return true;
    } catch {
      setTrouble(failed);
      return false;
    }
  };
  const change = (make: Change) => attempt(() => store(make));
  const add = async (addArticle: NonNullable<PopupModel['addArticle']>) => {
    setTrouble('');
    const taken = await addArticle();
    if (taken === 'opened') model.close();
    else setTrouble(sayTaken(taken, t));
  };
  const words = query.trim();

  return (
    <>
      <header>
        <h1>{t('extension.name')}</h1>
        <Switch
          label={t('popup.highlights')}
          on={settings.on}
          disabled={model.fixed.has('on')}
          onChange={(on) => change((now) => switchAll(now, on))}
        />
        {site !== null && canBeSwitched(page, settings, site) && (
          <Switch
            label={t('popup.site', [nameSite(widestOf(settings.sitesOff, site))])}
            on={isSiteOn(settings, site)}
            disabled={!settings.on || isSiteFixed(model.fixed, settings, site)}
            onChange={(on) => change((now) => switchSite(now, site, on))}
          />
        )}
        <input
          type="search"
          class="search"
          aria-label={t('popup.search')}
          placeholder={t('popup.search')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p class={trouble ? 'trouble' : 'news'} role="status">
          {trouble || news}
        </p>
      </header>
      <main>
        <Faults faults={faults} t={t} />
        {words !== '' ? (
          <LibrarySearch query={words} search={model.search} explain={model.explain} t={t} />
        ) : (
          <PageView
            page={page}
            settings={settings}
            site={site}
            fixed={model.fixed}
            brief={{
              onPick: pick,
              onKnow: (ref, isKnown) => change((now) => setKnown(now, ref, isKnown)),
              onShowHere: (ref) =>
                site !== null && change((now) => setNotHere(now, ref, site, false)),
              onCopy: copy,
              gather: () => model.gatherTerms(shown()),
              attempt,
            }}
            onRead={letRead}
            onPaste={() => model.openSettings('texts')}
            onReadAll={() => change((now) => ({ ...now, pages: 'all' }))}
            t={t}
          />
        )}
      </main>
      <footer>
        {model.addArticle && !isClosed(page) && (
          <button
            type="button"
            class="foot-link add"
            onClick={() => model.addArticle && add(model.addArticle)}
          >
            {t('popup.addArticle')}
          </button>
        )}
        <button type="button" class="foot-link" onClick={() => model.openSettings('')}>
          {t('popup.settings')}
        </button>
        {model.hasNews && (
          <button type="button" class="foot-link" onClick={() => model.openSettings('news')}>
            {t('settings.news')}
            <span class="dot" aria-hidden="true" />
          </button>
        )}
      </footer>
    </>
  );
}

/** The message that says why an article was not taken. */
function sayTaken(taken: Exclude<Taken, 'opened'>, t: Translate): string {
  const texts = {
    private: t('popup.addPrivate'),
    unreadable: t('popup.addUnreadable'),
    none: t('popup.addNone'),
    long: t('popup.addLong'),
    unsaved: t('texts.unsaved'),
  };
  return texts[taken];
}

/**
 * Whether to show the site's switch. A web store is a site too, but our scripts cannot run there.
 * While highlights are off, no page reports, so such pages cannot be told from others.
 */
function canBeSwitched(page: PageReport, settings: Settings, site: string): boolean {
  return !isClosed(page) || !activeOn(settings, site);
}

/** Whether our scripts cannot read the page, or may not. */
const isClosed = ({ state }: PageReport) =>
  state === 'unreadable' || state === 'pdf' || state === 'withheld';
