import { useId, useState } from 'preact/hooks';
import type { Settings } from '../../core/settings/settings.ts';
import { covers } from '../../core/settings/site.ts';
import { nameSite, readSite, type SiteFault } from '../../core/settings/site-name.ts';
import { LinkButton } from '../shared/link-button.tsx';
import type { Tell } from '../shared/notices.tsx';
import type { SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';

interface SitesPartProps {
  readonly settings: Settings;
  readonly model: Pick<SettingsModel, 'fixed'>;
  readonly onChange: (change: (settings: Settings) => Settings) => void;
  readonly tell: Tell;
  readonly t: Translate;
}

/** The sites where highlights are off, and the sites that are read if only listed ones are. */
export function SitesPart({ settings, model, onChange, tell, t }: SitesPartProps) {
  const listOf = (key: 'sitesOff' | 'sitesListed') => ({
    sites: settings[key],
    fixed: model.fixed.has(key),
    onAdd: (site: string) =>
      onChange((now) => ({ ...now, [key]: [...new Set([...now[key], site])] })),
    onRemove: (site: string) => {
      const without = (now: Settings) => ({ ...now, [key]: now[key].filter((it) => it !== site) });
      const with_ = (now: Settings) => ({ ...now, [key]: [...new Set([...now[key], site])] });
      onChange(without);
      tell(t('settings.removed', [nameSite(site)]), () => onChange(with_));
    },
    t,
  });
  const listedNone =
    settings.pages === 'listed' ? t('settings.sitesListedNone') : t('settings.sitesListedIdle');
  return (
    <section id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">{t('settings.sites')}</h2>
      <div class="columns">
        <SiteList
          {...listOf('sitesOff')}
          title={t('settings.sitesOff')}
          none={t('settings.sitesOffNone')}
        />
        <SiteList {...listOf('sitesListed')} title={t('settings.sitesListed')} none={listedNone} />
        {settings.sitesBarred.length > 0 && (
          <div>
            <h3>{t('settings.sitesBarred')}</h3>
            <ul class="rows">
              {settings.sitesBarred.map((site) => (
                <li key={site} class="row">
                  <bdi title={site}>{nameSite(site)}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

interface SiteListProps {
  readonly title: string;
  readonly none: string;
  readonly sites: readonly string[];
  readonly fixed: boolean;
  readonly onAdd: (site: string) => void;
  readonly onRemove: (site: string) => void;
  readonly t: Translate;
}

function SiteList({ title, none, sites, fixed, onAdd, onRemove, t }: SiteListProps) {
  return (
    <div>
      <h3>
        {title}
        {fixed && <span class="fixed">{t('settings.fixed')}</span>}
      </h3>
      <p class="hint">{t('settings.sitesHint')}</p>
      {sites.length === 0 && <p class="none">{none}</p>}
      <ul class="rows">
        {sites.map((site) => (
          <li key={site} class="row">
            <bdi title={site}>{nameSite(site)}</bdi>
            {!fixed && (
              <LinkButton
                label={t('settings.remove')}
                name={t('settings.removeWhat', [nameSite(site)])}
                onPress={() => onRemove(site)}
              />
            )}
          </li>
        ))}
      </ul>
      {!fixed && <AddSite title={title} sites={sites} onAdd={onAdd} t={t} />}
    </div>
  );
}

function sayFault(fault: SiteFault, t: Translate): string {
  switch (fault) {
    case 'empty':
      return t('settings.siteBad');
    case 'noWeb':
      return t('settings.siteNoWeb');
    case 'noHost':
      return t('settings.siteNoHost');
    case 'oneWord':
      return t('settings.siteOneWord');
    case 'tooLong':
      return t('settings.siteTooLong');
    case 'star':
      return t('settings.siteStar');
  }
}

type AddSiteProps = Pick<SiteListProps, 'title' | 'sites' | 'onAdd' | 't'>;

function AddSite({ title, sites, onAdd, t }: AddSiteProps) {
  const [text, setText] = useState('');
  const [bad, setBad] = useState('');
  const [note, setNote] = useState('');
  const id = useId();
  const add = (event: Event) => {
    event.preventDefault();
    const read = readSite(text);
    setNote('');
    setBad('fault' in read ? sayFault(read.fault, t) : '');
    if ('fault' in read) return;
    const { site } = read;
    const holder = sites.find((listed) => covers(listed, site));
    if (holder === undefined) onAdd(site);
    else setNote(t('settings.siteThere', [nameSite(site), nameSite(holder)]));
    setText('');
  };
  return (
    <form class="add" onSubmit={add} noValidate>
      <input
        type="text"
        inputMode="url"
        dir="ltr"
        aria-label={`${title}: ${t('settings.siteAdd')}`}
        placeholder={t('settings.siteExample')}
        value={text}
        aria-invalid={bad !== ''}
        aria-describedby={id}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {t('settings.add')}
      </button>
      <p class="bad" id={id} role="status">
        {bad}
      </p>
      <p class="hint" role="status">
        {note}
      </p>
    </form>
  );
}
