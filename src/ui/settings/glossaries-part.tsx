import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import { writeCsv } from '../../core/packs/csv-text.ts';
import type { Subscription } from '../../core/subscriptions/subscription.ts';
import { offerFile } from '../shared/download.ts';
import { useDropZone } from '../shared/drop-zone.ts';
import { FileButton } from '../shared/file-button.tsx';
import { LinkButton } from '../shared/link-button.tsx';
import type { Attempt } from '../shared/notices.tsx';
import { PackExport } from '../shared/pack-export.tsx';
import type { GlossaryItem, SettingsModel } from '../shared/settings-model.ts';
import { Switch } from '../shared/switch.tsx';
import { createNumberFormat, type Translate } from '../shared/text.ts';
import { AddressImport } from './address-import.tsx';
import { doBoth } from './do-both.ts';
import { EntryBrowser } from './entry-browser.tsx';
import { useFileImport } from './file-import.tsx';
import type { GlossaryPartProps } from './part-props.ts';
import { SubscriptionView } from './subscription-view.tsx';
import { useSubscriptions } from './use-subscriptions.ts';

/** All glossaries except the reader's own: switched on and off, browsed, removed. */
export function GlossariesPart(props: GlossaryPartProps) {
  const { glossaries, model, attempt, tell, t } = props;
  const { open, offer, panel } = useFileImport(props);
  const subscriptions = useSubscriptions(model.subscriptions);
  const shared = { model, attempt, tell, t };
  const ids = new Set(glossaries.map(({ id }) => id));
  // Before the glossaries are listed, all of them would seem to be gone.
  const lonely =
    ids.size === 0 ? [] : subscriptions.filter(({ id }) => id === null || !ids.has(id));
  const openFirst = ([file]: readonly File[]) => file && open(file);
  const { isOver, listeners } = useDropZone(openFirst);
  const remove = async ({ id, title }: GlossaryItem) => {
    const address = subscriptions.find((each) => each.id === id)?.address;
    await attempt(async () => {
      const undo = await doBoth(
        () => model.removeGlossary(id),
        address === undefined ? undefined : () => model.subscriptions.unsubscribe(address),
      );
      tell(t('settings.removed', [title]), () => void attempt(undo));
    });
  };
  return (
    <section
      id="glossaries"
      aria-labelledby="glossaries-title"
      class={isOver ? 'dropping' : ''}
      {...listeners}
    >
      <h2 id="glossaries-title">{t('settings.glossaries')}</h2>
      <p class="intro">{t('settings.glossariesIntro')}</p>
      {glossaries
        .filter(({ id }) => id !== OWN_GLOSSARY)
        .map((item) => (
          <GlossaryBox
            key={item.id}
            item={item}
            model={model}
            onSwitch={(on) => void attempt(() => model.setGlossaryOn(item, on))}
            onRemove={() => void remove(item)}
            attempt={attempt}
            t={t}
          >
            {subscriptions
              .filter(({ id }) => id === item.id)
              .map((it) => (
                <SubscriptionView
                  key={it.address}
                  subscription={it}
                  title={item.title}
                  {...shared}
                />
              ))}
          </GlossaryBox>
        ))}
      {lonely.map((it) => (
        <LonelyAddress key={it.address} subscription={it} {...shared} />
      ))}
      <div class="add-pack">
        <FileButton
          label={t('settings.packAdd')}
          accept=".json,.csv,.tsv,.txt,.tbx,.xml,.zip,.yml,.yaml,.md,.html,.htm,application/json,text/csv"
          onFiles={openFirst}
        />
        <button
          type="button"
          class="link"
          onClick={() =>
            offerFile(writeTemplate(t), `${t('settings.templateName')}.csv`, 'text/csv')
          }
        >
          {t('settings.template')}
        </button>
        <p class="hint">{isOver ? t('settings.packDrop') : t('settings.packHint')}</p>
      </div>
      <AddressImport model={model.subscriptions} offer={offer} t={t} />
      {panel}
    </section>
  );
}

interface LonelyAddressProps extends Pick<GlossaryPartProps, 'model' | 'attempt' | 'tell' | 't'> {
  readonly subscription: Subscription;
}

/** An address whose glossary is not in the library: it has not come yet, or was taken back. */
function LonelyAddress({ subscription, ...shared }: LonelyAddressProps) {
  const { address, isManaged } = subscription;
  const { model, attempt, t } = shared;
  const forget = async () => void (await model.subscriptions.unsubscribe(address));
  return (
    <div class="glossary">
      {isManaged && <p class="facts">{t('settings.managed')}</p>}
      <SubscriptionView subscription={subscription} title={address} {...shared} />
      {!isManaged && (
        <LinkButton
          class="remove"
          label={t('settings.remove')}
          name={t('settings.removeWhat', [address])}
          onPress={() => void attempt(forget)}
        />
      )}
    </div>
  );
}

/** A table to fill in, with one row as an example. */
const writeTemplate = (t: Translate): string =>
  writeCsv([
    [t('settings.ownTerm'), t('settings.ownLong'), t('settings.ownGloss')],
    ['NCG', 'Nuclear Consultative Group', t('settings.templateGloss')],
  ]);

interface GlossaryBoxProps {
  readonly item: GlossaryItem;
  readonly model: SettingsModel;
  readonly onSwitch: (on: boolean) => void;
  readonly onRemove: () => void;
  readonly attempt: Attempt;
  /** What is said of the address that it comes from. */
  readonly children?: ComponentChildren;
  readonly t: Translate;
}

function GlossaryBox(props: GlossaryBoxProps) {
  const { item, model, onSwitch, onRemove, attempt, children, t } = props;
  const count = t('settings.entries', item.entries, [createNumberFormat(t)(item.entries)]);
  const origin = { bundled: t('settings.bundled'), managed: t('settings.managed'), added: '' };
  const facts = [count, t('settings.version', [item.version]), origin[item.origin]];
  const isFixed = item.origin === 'managed' || model.fixed.has('glossariesOff');
  return (
    <div class="glossary">
      <Switch label={item.title} on={item.on} disabled={isFixed} onChange={onSwitch} />
      <p class="facts">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <PackExport
        title={item.title}
        read={() => model.readGlossary(item.id)}
        attempt={attempt}
        t={t}
      >
        {item.origin === 'added' && (
          <LinkButton
            class="remove"
            label={t('settings.remove')}
            name={t('settings.removeWhat', [item.title])}
            onPress={onRemove}
          />
        )}
      </PackExport>
      {children}
      <Browse item={item} model={model} t={t} />
    </div>
  );
}

/** The entries of a glossary, which is read when first unfolded. */
function Browse({ item, model, t }: Pick<GlossaryBoxProps, 'item' | 'model' | 't'>) {
  const [open, setOpen] = useState(false);
  const [glossary, setGlossary] = useState<Glossary | 'broken' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version has other content
  useEffect(() => {
    let current = true;
    if (open) {
      void model
        .readGlossary(item.id)
        .catch(() => 'broken' as const)
        .then((read) => current && setGlossary(read));
    }
    return () => {
      current = false;
    };
  }, [open, model, item.id, item.version, item.entries]);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('settings.browse')}</summary>
      {glossary === 'broken' && <p class="bad">{t('settings.broken')}</p>}
      {open && glossary !== null && glossary !== 'broken' && (
        <EntryBrowser glossary={glossary} drawEntry={model.drawEntry} t={t} />
      )}
    </details>
  );
}
