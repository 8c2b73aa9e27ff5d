import { useEffect, useState } from 'preact/hooks';
import type { Attempt } from '../shared/notices.tsx';
import type { SettingsModel } from '../shared/settings-model.ts';
import { createNumberFormat, type Translate } from '../shared/text.ts';

interface SeenPartProps {
  readonly model: Pick<SettingsModel, 'countSeen' | 'forgetSeen'>;
  readonly attempt: Attempt;
  readonly t: Translate;
}

/** How many entries the reader has met on pages, and a button that forgets them. */
export function SeenPart({ model, attempt, t }: SeenPartProps) {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    void model.countSeen().then((found) => current && setCount(found));
    return () => {
      current = false;
    };
  }, [model]);
  const forget = async () => {
    if (await attempt(model.forgetSeen)) setCount(0);
  };
  if (count === null) return null;
  return (
    <>
      <h3>{t('settings.seen')}</h3>
      <p class="intro">
        {t('settings.seenCount', count, [createNumberFormat(t)(count)])} {t('settings.seenIntro')}
      </p>
      {count > 0 && (
        <button type="button" class="button" onClick={() => void forget()}>
          {t('settings.seenForget')}
        </button>
      )}
    </>
  );
}
