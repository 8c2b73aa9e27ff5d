import { useEffect, useState } from 'preact/hooks';
import type { Glossary } from '../../core/glossary/glossary.ts';
import type { Checked, Subscription } from '../../core/subscriptions/subscription.ts';
import { LinkButton } from '../shared/link-button.tsx';
import type { Attempt, Tell } from '../shared/notices.tsx';
import type { SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';
import { FaultList } from './fault-list.tsx';
import { sayFetchFault } from './fetch-words.ts';
import { PackDifference } from './pack-difference.tsx';

interface SubscriptionViewProps {
  readonly subscription: Subscription;
  /** The title of the glossary, or its address before one has come. */
  readonly title: string;
  readonly model: Pick<SettingsModel, 'subscriptions' | 'readGlossary'>;
  readonly attempt: Attempt;
  readonly tell: Tell;
  readonly t: Translate;
}

/** Where a glossary comes from, what came of it last, and what the reader can do about it. */
export function SubscriptionView(props: SubscriptionViewProps) {
  const { subscription, title, model, attempt, tell, t } = props;
  const { address, isManaged, isDaily, taking, hasBefore } = subscription;
  const { subscriptions } = model;
  const [said, setSaid] = useState('');
  const check = async (access: Promise<{ readonly has: boolean }>) => {
    setSaid(t('address.checking'));
    // Without access it is tried all the same, so that what is wrong is noted.
    await access;
    const checked = await subscriptions.check(address).catch(() => null);
    setSaid(checked === null ? t('card.failed') : sayChecked(checked, title, t));
  };
  const goBack = async () => {
    setSaid('');
    const again = () => void attempt(() => subscriptions.goBack(address));
    if (await attempt(() => subscriptions.goBack(address))) {
      tell(t('address.wentBack', [title]), again);
    }
  };
  return (
    <div class="subscription">
      <p class="facts">
        <bdi>{t('address.from', [address])}</bdi>
        {subscription.checked > 0 && ` · ${t('address.checked', [sayTime(subscription, t)])}`}
      </p>
      <p class="export">
        <LinkButton
          label={t('address.checkNow')}
          name={t('address.checkWhat', [title])}
          onPress={() => void check(subscriptions.askAccess(address))}
        />
        {hasBefore && !isManaged && (
          <LinkButton
            label={t('address.back')}
            name={t('address.backWhat', [title])}
            onPress={() => void goBack()}
          />
        )}
      </p>
      {!isManaged && (
        <>
          <Choice
            label={t('address.daily')}
            checked={isDaily}
            onChange={(on) => void attempt(() => subscriptions.change(address, { isDaily: on }))}
          />
          <Choice
            label={t('address.atOnce')}
            checked={taking === 'at once'}
            onChange={(on) => {
              const wish = { taking: on ? 'at once' : 'look' } as const;
              void attempt(() => subscriptions.change(address, wish));
            }}
          />
        </>
      )}
      <Outcome {...props} said={said} />
    </div>
  );
}

/** What came of a check; nothing where what is stored says so. */
function sayChecked(checked: Checked, title: string, t: Translate): string {
  const texts: Readonly<Record<Checked, string>> = {
    same: t('address.same'),
    taken: t('address.taken', [title]),
    told: '',
    unsaved: t('address.fault.unsaved'),
  };
  return texts[checked];
}

const sayTime = ({ checked }: Subscription, t: Translate): string =>
  new Intl.DateTimeFormat(t('popup.language'), { dateStyle: 'medium', timeStyle: 'short' }).format(
    checked,
  );

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ label, checked, onChange }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** What came of the last fetch: a fault, a newer one to look at, or nothing new. */
function Outcome(props: SubscriptionViewProps & { readonly said: string }) {
  const { subscription, said, t } = props;
  const { fault, isWaiting, address, id } = subscription;
  return (
    <div role="status">
      {fault ? (
        <div class="bad">
          <p>
            {sayFetchFault(fault, address, t)}
            {id !== null && !isWaiting && ` ${t('address.stays')}`}
          </p>
          {fault.faults && <FaultList faults={fault.faults} t={t} />}
        </div>
      ) : (
        said !== '' && !isWaiting && <p class="hint">{said}</p>
      )}
      {isWaiting && <Newer {...props} />}
    </div>
  );
}

/** The newer one that waits: how it differs, and whether it is taken. */
function Newer({ subscription, title, model, attempt, tell, t }: SubscriptionViewProps) {
  const { address, id, sum } = subscription;
  const [pair, setPair] = useState<readonly [from: Glossary | null, to: Glossary] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one that waits has another sum
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const to = await model.subscriptions.read('waiting', address);
      // One that cannot be read is compared with nothing.
      const from = await model.readGlossary(id ?? '').catch(() => null);
      if (isCurrent && to) setPair([from, to]);
    };
    void read().catch(console.error);
    return () => {
      isCurrent = false;
    };
  }, [model, address, id, sum]);
  if (pair === null) return null;
  const [from, to] = pair;
  const take = async () => {
    const back = () => void attempt(() => model.subscriptions.goBack(address));
    const isTaken = await attempt(() => model.subscriptions.take(address));
    if (isTaken) tell(t('address.taken', [title]), from ? back : undefined);
  };
  const decline = async () => {
    const isLeft = await attempt(() => model.subscriptions.decline(address));
    if (isLeft) tell(t('address.declined', [title]));
  };
  return (
    <div class="newer">
      <p>{t('address.newer', [to.version])}</p>
      {from && <PackDifference from={from} to={to} t={t} />}
      <div class="buttons">
        <button type="button" class="button main" onClick={() => void take()}>
          {t('address.take')}
        </button>
        <button type="button" class="button" onClick={() => void decline()}>
          {t('address.decline')}
        </button>
      </div>
    </div>
  );
}
