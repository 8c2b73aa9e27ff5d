import { useEffect, useRef } from 'preact/hooks';
import type { SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';

interface NewsPartProps {
  readonly model: Pick<SettingsModel, 'version' | 'markNewsSeen'>;
  readonly t: Translate;
}

/** The news of the running version. They count as seen once they were on the screen. */
export function NewsPart({ model, t }: NewsPartProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) model.markNewsSeen();
    });
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [model]);
  return (
    <section id="news" aria-labelledby="news-title" ref={ref}>
      <h2 id="news-title">{t('settings.news')}</h2>
      <h3>{t('settings.newsVersion', [model.version])}</h3>
      <ul class="news">
        <li>{t('settings.newsGlossary')}</li>
        <li>{t('settings.newsBring')}</li>
        <li>{t('settings.newsSave')}</li>
        <li>{t('settings.newsSync')}</li>
        <li>{t('settings.newsQuiet')}</li>
      </ul>
    </section>
  );
}
