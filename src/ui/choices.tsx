import { PAGES, type Settings, STYLES } from '../core/settings.ts';
import type { Translate } from './text.ts';

interface ChoicesProps {
  readonly settings: Settings;
  readonly onChange: (change: (settings: Settings) => Settings) => void;
  readonly t: Translate;
}

/** Which pages are read, and how a highlight looks. */
export function Choices({ settings, onChange, t }: ChoicesProps) {
  const pages = {
    articles: t('popup.pagesArticles'),
    all: t('popup.pagesAll'),
    listed: t('popup.pagesListed'),
  };
  const styles = {
    dotted: t('popup.styleDotted'),
    solid: t('popup.styleSolid'),
    marker: t('popup.styleMarker'),
  };
  return (
    <details class="choices">
      <summary>{t('popup.more')}</summary>
      <fieldset>
        <legend>{t('popup.pages')}</legend>
        {PAGES.map((value) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name="pages"
              checked={settings.pages === value}
              onChange={() => onChange((now) => ({ ...now, pages: value }))}
            />
            {pages[value]}
          </label>
        ))}
      </fieldset>
      <fieldset class="styles">
        <legend>{t('popup.style')}</legend>
        {STYLES.map((value) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name="style"
              checked={settings.style === value}
              onChange={() => onChange((now) => ({ ...now, style: value }))}
            />
            <span class={`sample ${value}`}>{styles[value]}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
