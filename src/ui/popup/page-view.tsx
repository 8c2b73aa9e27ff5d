import type { ComponentProps } from 'preact';
import type { Settings } from '../../core/settings/settings.ts';
import { holdsSite } from '../../core/settings/site.ts';
import { activeOn, isSiteOn } from '../../core/settings/site-switches.ts';
import type { Translate } from '../shared/text.ts';
import { Brief } from './brief.tsx';
import type { PageReport } from './popup-model.ts';

interface PageViewProps {
  readonly page: PageReport;
  readonly settings: Settings;
  readonly site: string | null;
  readonly brief: Omit<ComponentProps<typeof Brief>, 'terms' | 'over' | 'settings' | 'site' | 't'>;
  readonly onReadAll: () => void;
  /** Reads a page that is withheld. */
  readonly onRead: (howLong: 'once' | 'always') => void;
  /** Opens the settings where a text can be pasted. */
  readonly onPaste: () => void;
  readonly t: Translate;
}

/** What the popup says about the page in front: its terms, or why there are none. */
export function PageView(props: PageViewProps) {
  const { page, settings, site, brief, onReadAll, onPaste, t } = props;
  const off = explainOff(settings, site, t);
  if (off) return <p class="notice">{off}</p>;
  switch (page.state) {
    case 'loading':
      return <p class="notice late">{t('popup.loading')}</p>;
    case 'unreadable':
      return <Unreadable words={t('popup.unreadable')} onPaste={onPaste} t={t} />;
    case 'pdf':
      return <Unreadable words={t('popup.pdf')} onPaste={onPaste} t={t} />;
    case 'withheld':
      return <Withheld {...props} />;
    // Highlights are on, but the page has not yet reported so. It will in a moment.
    case 'off':
      return <p class="notice late">{t('popup.loading')}</p>;
    case 'resting':
      return <p class="notice">{t('popup.resting')}</p>;
    case 'left':
      return (
        <div class="notice">
          <p>{t('popup.left')}</p>
          <button type="button" class="link" onClick={onReadAll}>
            {t('popup.readAll')}
          </button>
        </div>
      );
    case 'read':
      return <Brief {...brief} {...page} settings={settings} site={site} t={t} />;
  }
}

interface UnreadableProps extends Pick<PageViewProps, 'onPaste' | 't'> {
  readonly words: string;
}

/** A page that cannot be read, with a way to paste its text instead. */
function Unreadable({ words, onPaste, t }: UnreadableProps) {
  return (
    <div class="notice">
      <p>{words}</p>
      <p>{t('popup.pasteWhy')}</p>
      <button type="button" class="link" onClick={onPaste}>
        {t('popup.paste')}
      </button>
    </div>
  );
}

/** A page that the browser does not let us read, with two ways to change that. */
function Withheld({ onRead, t }: Pick<PageViewProps, 'onRead' | 't'>) {
  return (
    <div class="notice">
      <p>{t('popup.withheld')}</p>
      <p class="ways">
        <button type="button" class="link" onClick={() => onRead('once')}>
          {t('popup.readOnce')}
        </button>
        <button type="button" class="link" onClick={() => onRead('always')}>
          {t('popup.readAlways')}
        </button>
      </p>
    </div>
  );
}

function explainOff(settings: Settings, site: string | null, t: Translate): string | null {
  if (!settings.on) return t('popup.offEverywhere');
  if (site === null || activeOn(settings, site)) return null;
  if (holdsSite(settings.sitesBarred, site)) return t('popup.barred');
  const byList = isSiteOn({ ...settings, pages: 'all' }, site);
  return t(byList ? 'popup.notListed' : 'popup.offHere');
}
