import { activeOn, isSiteOn, type Settings } from '../core/settings.ts';
import type { TermOnPage } from '../extension/messages.ts';
import type { PageReport } from './popup-model.ts';
import { moveAmongTerms, TermList } from './term-list.tsx';
import { createNumberFormat, type Translate } from './text.ts';

interface PageViewProps {
  readonly page: PageReport;
  readonly settings: Settings;
  readonly site: string | null;
  readonly onPick: (term: TermOnPage) => void;
  readonly onReadAll: () => void;
  readonly t: Translate;
}

/** What there is to say about the page in front: its terms, or why there are none. */
export function PageView({ page, settings, site, onPick, onReadAll, t }: PageViewProps) {
  const off = explainOff(settings, site, t);
  if (off) return <p class="notice">{off}</p>;
  switch (page.state) {
    case 'loading':
      return <p class="notice late">{t('popup.loading')}</p>;
    case 'unreadable':
      return <p class="notice">{t('popup.unreadable')}</p>;
    // The switch says on and the page has not followed yet: it will in a moment.
    case 'off':
      return <p class="notice late">{t('popup.loading')}</p>;
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
      return <Terms terms={page.terms} onPick={onPick} t={t} />;
  }
}

function explainOff(settings: Settings, site: string | null, t: Translate): string | null {
  if (!settings.on) return t('popup.offEverywhere');
  if (site === null || activeOn(settings, site)) return null;
  const byList = isSiteOn({ ...settings, pages: 'all' }, site);
  return t(byList ? 'popup.notListed' : 'popup.offHere');
}

function Terms({ terms, onPick, t }: Pick<PageViewProps, 'onPick' | 't'> & TermsOfPage) {
  const ours = terms.filter(({ ref }) => ref !== null);
  const own = terms.filter(({ ref }) => ref === null);
  const count = t('popup.count', ours.length, [createNumberFormat(t)(ours.length)]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move among its buttons
    <div onKeyDown={moveAmongTerms}>
      <TermList heading={count} terms={ours} onPick={onPick} t={t} />
      {own.length > 0 && <TermList heading={t('popup.own')} terms={own} onPick={onPick} t={t} />}
      {terms.length === 0 && <p class="notice">{t('popup.none')}</p>}
    </div>
  );
}

interface TermsOfPage {
  readonly terms: readonly TermOnPage[];
}
