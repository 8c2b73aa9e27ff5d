import { useEffect, useState } from 'preact/hooks';
import { type EntryRef, glossaryOf } from '../../core/glossary/entry-ref.ts';
import type { Glossary } from '../../core/glossary/glossary.ts';
import { gatherEntries } from '../../core/packs/gather.ts';
import { setKnown, setNotHere } from '../../core/settings/muted.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { nameSite } from '../../core/settings/site-name.ts';
import { LinkButton } from '../shared/link-button.tsx';
import type { Attempt, Tell } from '../shared/notices.tsx';
import { PackExport } from '../shared/pack-export.tsx';
import type { GlossaryItem, NamedRef, SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';
import { SeenPart } from './seen-part.tsx';

interface KnownPartProps {
  readonly settings: Settings;
  readonly glossaries: readonly GlossaryItem[];
  readonly model: Pick<
    SettingsModel,
    'nameEntries' | 'countSeen' | 'forgetSeen' | 'readGlossary' | 'today'
  >;
  readonly onChange: (change: (settings: Settings) => Settings) => void;
  readonly attempt: Attempt;
  readonly tell: Tell;
  readonly t: Translate;
}

/** The terms that are not marked, since the reader knows them or does not want them on a site. */
export function KnownPart(props: KnownPartProps) {
  const { settings, glossaries, model, onChange, attempt, tell, t } = props;
  const { known, notHere } = settings;
  const isThere = (ref: EntryRef) => glossaries.some(({ id }) => id === glossaryOf(ref));
  const names = useNames([...known, ...notHere.map(({ ref }) => ref)], model.nameEntries);
  const nameOf = (ref: EntryRef) => names.get(ref) ?? ref;
  const again = (what: string, on: (settings: Settings) => Settings, off: typeof on) => {
    onChange(on);
    tell(t('settings.shownAgain', [what]), () => onChange(off));
  };
  return (
    <section id="known" aria-labelledby="known-title">
      <h2 id="known-title">{t('settings.known')}</h2>
      <p class="intro">{t('settings.knownIntro')}</p>
      {known.length === 0 && <p class="none">{t('settings.knownNone')}</p>}
      <ul class="rows">
        {known.map((ref) => (
          <Row
            key={ref}
            name={nameOf(ref)}
            onAgain={() =>
              again(
                nameOf(ref),
                (now) => setKnown(now, ref, false),
                (now) => setKnown(now, ref, true),
              )
            }
            t={t}
          />
        ))}
      </ul>
      {known.some(isThere) && (
        <PackExport
          title={t('settings.known')}
          file={`newsgloss-known-${model.today}`}
          read={() => readEntries(known, t('settings.known'), model.readGlossary)}
          attempt={attempt}
          t={t}
        />
      )}
      {notHere.length > 0 && (
        <>
          <h3>{t('settings.notHere')}</h3>
          <ul class="rows">
            {notHere.map(({ ref, site }) => (
              <Row
                key={`${ref} ${site}`}
                name={t('settings.onSite', [nameOf(ref), nameSite(site)])}
                onAgain={() =>
                  again(
                    t('settings.onSite', [nameOf(ref), nameSite(site)]),
                    (now) => setNotHere(now, ref, site, false),
                    (now) => setNotHere(now, ref, site, true),
                  )
                }
                t={t}
              />
            ))}
          </ul>
        </>
      )}
      <SeenPart model={model} attempt={attempt} t={t} />
    </section>
  );
}

/**
 * Gather the entries of some references, glossary by glossary, in one; those no longer there are left
 * out. Gives null if there is none.
 */
async function readEntries(
  refs: readonly EntryRef[],
  title: string,
  readGlossary: SettingsModel['readGlossary'],
): Promise<Glossary | null> {
  const wanted = new Set(refs);
  const ids = [...new Set(refs.map(glossaryOf))];
  const read = await Promise.all(ids.map((id) => readGlossary(id).catch(() => null)));
  const picked = read.flatMap((glossary) => {
    if (glossary === null) return [];
    const { id, language, sources, entries } = glossary;
    return entries
      .filter((entry) => wanted.has(`${id}/${entry.id}`))
      .map((entry) => ({ glossary: id, language, sources, entry }));
  });
  return picked.length > 0 ? gatherEntries(picked, { id: KNOWN_ID, title }) : null;
}

/** The id of the glossary of known terms, as a file. */
const KNOWN_ID = 'newsgloss-known';

interface RowProps {
  readonly name: string;
  readonly onAgain: () => void;
  readonly t: Translate;
}

function Row({ name, onAgain, t }: RowProps) {
  return (
    <li class="row">
      <bdi>{name}</bdi>
      <LinkButton
        label={t('settings.showAgain')}
        name={t('settings.showAgainWhat', [name])}
        onPress={onAgain}
      />
    </li>
  );
}

function useNames(
  refs: readonly EntryRef[],
  nameEntries: (refs: readonly EntryRef[]) => Promise<readonly NamedRef[]>,
): ReadonlyMap<EntryRef, string> {
  const [names, setNames] = useState<ReadonlyMap<EntryRef, string>>(new Map());
  const key = refs.join('\n');
  useEffect(() => {
    let current = true;
    const asked = key === '' ? [] : key.split('\n');
    void nameEntries(asked).then((found) => {
      if (current) setNames(new Map(found.map(({ ref, name }) => [ref, name])));
    });
    return () => {
      current = false;
    };
  }, [key, nameEntries]);
  return names;
}
