import type { ComponentProps } from 'preact';
import type { Settings } from '../../core/settings/settings.ts';
import { holdsSite } from '../../core/settings/site.ts';
import { activeOn, isSiteFixed, isSiteOn } from '../../core/settings/site-switches.ts';
import type { Translate } from '../shared/text.ts';
import { Brief } from './brief.tsx';
import type { PageReport } from './popup-model.ts';

interface PageViewProps {
  readonly page: PageReport;
  readonly settings: Settings;
  readonly site: string | null;
  /** The settings that an administrator has fixed. */
  readonly fixed: ReadonlySet<keyof Settings>;
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
  const { page, settings, site, fixed, brief, onReadAll, onPaste, t } = props;
  const off = explainOff(props);
  if (off)
    return (
      <div class="notice">
        {off.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    );
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
          {fixed.has('pages') ? (
            <p>{t('settings.fixed')}</p>
          ) : (
            <button type="button" class="link" onClick={onReadAll}>
              {t('popup.readAll')}
            </button>
          )}
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

/** Why highlights are off here, and whether the reader can change that; null if they are on. */
function explainOff({ settings, site, fixed, t }: PageViewProps): readonly string[] | null {
  const sayFixed = (isFixed: boolean) => (isFixed ? [t('settings.fixed')] : []);
  if (!settings.on) return [t('popup.offEverywhere'), ...sayFixed(fixed.has('on'))];
  if (site === null || activeOn(settings, site)) return null;
  if (holdsSite(settings.sitesBarred, site)) return [t('popup.barred')];
  const isFixed = isSiteFixed(fixed, settings, site);
  const byList = isSiteOn({ ...settings, pages: 'all' }, site);
  return [t(byList && !isFixed ? 'popup.notListed' : 'popup.offHere'), ...sayFixed(isFixed)];
}
