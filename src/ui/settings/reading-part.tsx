import { useEffect, useRef } from 'preact/hooks';
import { COLOURS, STYLES } from '../../core/settings/looks.ts';
import { DWELLS, MENTIONS, PAGES, type Settings } from '../../core/settings/settings.ts';
import type { SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';
import { Radios } from './radios.tsx';
import { SearchAddress } from './search-address.tsx';

interface ReadingPartProps {
  readonly settings: Settings;
  readonly model: Pick<SettingsModel, 'fixed' | 'tryOut'>;
  readonly onChange: (change: (settings: Settings) => Settings) => void;
  readonly t: Translate;
}

/** Which pages are read, how mentions look, and how soon a card opens, with a sample text. */
export function ReadingPart({ settings, model, onChange, t }: ReadingPartProps) {
  const fixedBy = (key: keyof Settings) => (model.fixed.has(key) ? t('settings.fixed') : '');
  const set =
    <K extends keyof Settings>(key: K) =>
    (value: Settings[K]) =>
      onChange((now) => ({ ...now, [key]: value }));
  return (
    <section id="reading" aria-labelledby="reading-title">
      <h2 id="reading-title">{t('settings.reading')}</h2>
      <p class="intro">{t('settings.readingIntro')}</p>
      <div class="beside">
        <div>
          <Radios
            legend={t('settings.pages')}
            options={PAGES.map((value) => ({ value, ...pageText(value, t) }))}
            value={settings.pages}
            onChange={set('pages')}
            fixed={fixedBy('pages')}
          />
          <Radios
            legend={t('settings.mentions')}
            options={MENTIONS.map((value) => ({ value, ...mentionText(value, t) }))}
            value={settings.mentions}
            onChange={set('mentions')}
            fixed={fixedBy('mentions')}
          />
          <Radios
            legend={t('settings.dwell')}
            options={DWELLS.map((value) => ({ value, label: dwellText(value, t) }))}
            value={settings.dwell}
            onChange={set('dwell')}
            fixed={fixedBy('dwell')}
          />
          <SearchAddress
            value={settings.searchAddress}
            onChange={set('searchAddress')}
            fixed={fixedBy('searchAddress')}
            t={t}
          />
        </div>
        <div class="look">
          <Sample tryOut={model.tryOut} t={t} />
          <Radios
            inline
            legend={t('settings.style')}
            options={STYLES.map((value) => ({
              value,
              label: <span class={`wears ${value}`}>{styleText(value, t)}</span>,
            }))}
            value={settings.style}
            onChange={set('style')}
            fixed={fixedBy('style')}
          />
          <Radios
            inline
            legend={t('settings.colour')}
            options={COLOURS.map((value) => ({
              value,
              label: (
                <>
                  <span class={`swatch ${value}`} aria-hidden="true" />
                  {colourText(value, t)}
                </>
              ),
            }))}
            value={settings.colour}
            onChange={set('colour')}
            fixed={fixedBy('colour')}
          />
        </div>
      </div>
    </section>
  );
}

/** A sample text, read and painted like a page. */
function Sample({ tryOut, t }: Pick<SettingsModel, 'tryOut'> & { readonly t: Translate }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const life = new AbortController();
    if (ref.current) tryOut(ref.current, life.signal);
    return () => life.abort();
  }, [tryOut]);
  return (
    <figure class="sample">
      <figcaption>{t('settings.sample')}</figcaption>
      <p ref={ref}>{t('settings.sampleText')}</p>
      <p class="hint">{t('settings.sampleHint')}</p>
    </figure>
  );
}

function pageText(value: Settings['pages'], t: Translate) {
  switch (value) {
    case 'articles':
      return { label: t('settings.pagesArticles'), hint: t('settings.pagesArticlesHint') };
    case 'all':
      return { label: t('settings.pagesAll'), hint: t('settings.pagesAllHint') };
    case 'listed':
      return { label: t('settings.pagesListed'), hint: t('settings.pagesListedHint') };
  }
}

function mentionText(value: Settings['mentions'], t: Translate) {
  return value === 'all'
    ? { label: t('settings.mentionsAll') }
    : { label: t('settings.mentionsFirst'), hint: t('settings.mentionsFirstHint') };
}

function dwellText(value: Settings['dwell'], t: Translate): string {
  const texts = {
    short: t('settings.dwellShort'),
    usual: t('settings.dwellUsual'),
    long: t('settings.dwellLong'),
  };
  return texts[value];
}

function styleText(value: Settings['style'], t: Translate): string {
  const texts = {
    dotted: t('settings.styleDotted'),
    solid: t('settings.styleSolid'),
    marker: t('settings.styleMarker'),
  };
  return texts[value];
}

function colourText(value: Settings['colour'], t: Translate): string {
  const texts = {
    text: t('settings.colourText'),
    blue: t('settings.colourBlue'),
    green: t('settings.colourGreen'),
    red: t('settings.colourRed'),
    violet: t('settings.colourViolet'),
  };
  return texts[value];
}
