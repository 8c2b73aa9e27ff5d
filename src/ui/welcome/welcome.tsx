import { useEffect, useRef, useState } from 'preact/hooks';
import type { SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';

interface WelcomeProps extends Pick<SettingsModel, 'tryOut'> {
  /** Whether web pages may be read; readers and browsers can withhold that. */
  readonly mayRead: boolean;
  /** Asks the reader to let us read them; false if he does not. */
  readonly onAsk: () => Promise<boolean>;
  readonly onDone: () => void;
  readonly onSettings: () => void;
  readonly t: Translate;
}

/** The page shown after installation: a text to try, and what happens to the reader's pages. */
export function Welcome({ tryOut, mayRead, onAsk, onDone, onSettings, t }: WelcomeProps) {
  const [isOpen, setOpen] = useState(mayRead);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    const life = new AbortController();
    if (article.current) tryOut(article.current, life.signal);
    return () => life.abort();
  }, [tryOut]);
  return (
    <main>
      <h1>{t('welcome.title')}</h1>
      <p class="lead">{t('welcome.lead')}</p>
      {!isOpen && (
        <p class="ask">
          <span>{t('welcome.access')}</span>
          <button type="button" class="button main" onClick={async () => setOpen(await onAsk())}>
            {t('welcome.allow')}
          </button>
        </p>
      )}
      <section class="try" aria-labelledby="try">
        <h2 id="try">{t('welcome.try')}</h2>
        <article ref={article}>
          <p class="kicker">{t('welcome.article')}</p>
          <h3>{t('welcome.headline')}</h3>
          <p>{t('welcome.body')}</p>
        </article>
        <p class="hint">{t('welcome.touch')}</p>
      </section>
      <div class="columns">
        <Promises
          title={t('welcome.does')}
          items={[t('welcome.doesRead'), t('welcome.doesUnderline'), t('welcome.doesSource')]}
        />
        <Promises
          title={t('welcome.doesnt')}
          items={[t('welcome.doesntSend'), t('welcome.doesntKeep'), t('welcome.doesntGuess')]}
        />
      </div>
      <div class="buttons">
        <button type="button" class="button main" onClick={onDone}>
          {t('welcome.done')}
        </button>
        <button type="button" class="button" onClick={onSettings}>
          {t('welcome.settings')}
        </button>
      </div>
    </main>
  );
}

function Promises({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
