import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Entry, Glossary } from '../../core/glossary/glossary.ts';
import { OWN_GLOSSARY } from '../../core/glossary/own-glossary.ts';
import { nameEntry } from '../../core/library/library-answers.ts';
import { indexGlossaries, refOf } from '../../core/library/library-index.ts';
import {
  createOwnGlossary,
  EMPTY_FORM,
  type EntryForm,
  formOf,
  putBack,
  putEntry,
  removeEntry,
  type Writer,
} from '../../core/own/own-entries.ts';
import { LinkButton } from '../shared/link-button.tsx';
import { PackExport } from '../shared/pack-export.tsx';
import type { Translate } from '../shared/text.ts';
import { useWriter } from '../shared/use-writer.ts';
import { whenDrawn } from '../shared/when-drawn.ts';
import { OpenEntry } from './entry-browser.tsx';
import { OwnForm } from './own-form.tsx';
import type { GlossaryPartProps } from './part-props.ts';

/** The entries that the reader writes. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its acts share the entries and the form that is open
export function OwnPart({ glossaries, model, attempt, tell, t }: GlossaryPartProps) {
  const item = glossaries.find(({ id }) => id === OWN_GLOSSARY);
  const writer = useWriter(model.today, t);
  const [stored, setStored] = useState<Glossary | null>(null);
  const [isBroken, setBroken] = useState(false);
  const [adding, setAdding] = useState(model.termToAdd !== null);
  const part = useRef<HTMLElement>(null);
  const focusOn = (selector: string) => focusIn(part, selector);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list may mean new content
  useEffect(() => {
    let current = true;
    model.readGlossary(OWN_GLOSSARY).then(
      (read) => current && setStored(read),
      () => current && setBroken(true),
    );
    return () => {
      current = false;
    };
  }, [model, glossaries, item]);
  const glossary = stored ?? createOwnGlossary(writer);
  const toAdd = { ...EMPTY_FORM, term: model.termToAdd ?? '' };
  const index = useMemo(() => indexGlossaries([glossary]), [glossary]);

  const change = async (make: (now: Glossary) => Glossary) => {
    let next = glossary;
    const isPut = await attempt(() =>
      model.changeGlossary(OWN_GLOSSARY, (now) => {
        next = make(now ?? createOwnGlossary(writer));
        return next;
      }),
    );
    if (isPut) setStored(next);
    return isPut;
  };
  const add = (typed: Partial<EntryForm>) =>
    change((now) => putEntry(now, null, { ...toAdd, ...typed }, writer));
  // What was not typed is left as it is by now: it may have changed elsewhere.
  const save = (entry: Entry) => (typed: Partial<EntryForm>) =>
    change((now) => {
      const there = now.entries.find(({ id }) => id === entry.id);
      const form = there ? formOf(now, there) : formOf(glossary, entry);
      return putEntry(now, entry.id, { ...form, ...typed }, writer);
    });
  const remove = async (entry: Entry) => {
    let before = glossary;
    const isRemoved = await change((now) => {
      before = now;
      return removeEntry(now, entry.id);
    });
    if (!isRemoved) return;
    const takeBack = async () => {
      const removed = before.entries.find(({ id }) => id === entry.id);
      if (removed) await change((now) => putBack(now, before, removed));
    };
    tell(t('settings.removed', [nameEntry(entry)]), () => void takeBack());
  };
  return (
    <section id="own" aria-labelledby="own-title" ref={part}>
      <h2 id="own-title">{t('settings.own')}</h2>
      <p class="intro">{t('settings.ownIntro')}</p>
      {isBroken && <p class="bad">{t('settings.broken')}</p>}
      {glossary.entries.length === 0 && !adding && <p class="none">{t('settings.ownNone')}</p>}
      <ul class="entries">
        {glossary.entries.map((entry) => (
          <OwnRow
            key={entry.id}
            entry={entry}
            glossary={glossary}
            writer={writer}
            onSave={save(entry)}
            onRemove={() => void remove(entry)}
            card={
              <OpenEntry
                index={index}
                entryRef={refOf(glossary, entry.id)}
                drawEntry={model.drawEntry}
                t={t}
              />
            }
            t={t}
          />
        ))}
      </ul>
      {glossary.entries.length > 0 && (
        <PackExport
          title={glossary.title}
          read={() => model.readGlossary(OWN_GLOSSARY)}
          attempt={attempt}
          t={t}
        />
      )}
      {adding ? (
        <OwnForm
          title={t('settings.ownNew')}
          glossary={glossary}
          id={null}
          stored={toAdd}
          writer={writer}
          onSave={add}
          onClose={() => {
            setAdding(false);
            focusOn(ADD);
          }}
          t={t}
        />
      ) : (
        !isBroken && (
          <button
            type="button"
            class="button add-own"
            onClick={() => {
              setAdding(true);
              focusOn(TERM);
            }}
          >
            {t('settings.ownAdd')}
          </button>
        )
      )}
    </section>
  );
}

/** The button that adds an entry, and the first field of a form. */
const ADD = '.add-own';
const TERM = '.own-form :is(input, textarea)';

interface OwnRowProps {
  readonly entry: Entry;
  readonly glossary: Glossary;
  readonly writer: Writer;
  readonly onSave: (typed: Partial<EntryForm>) => Promise<boolean>;
  readonly onRemove: () => void;
  readonly card: preact.ComponentChildren;
  readonly t: Translate;
}

/**
 * Focus an element inside another once it is drawn: an act takes away the button that had the focus.
 * A reader who is already in a field stays there.
 */
function focusIn(outer: RefObject<HTMLElement | null>, selector: string): void {
  whenDrawn(() => {
    if (document.activeElement?.matches('input, textarea, select')) return;
    outer.current?.querySelector<HTMLElement>(selector)?.focus();
  });
}

function OwnRow({ entry, glossary, writer, onSave, onRemove, card, t }: OwnRowProps) {
  const [state, setState] = useState<'closed' | 'open' | 'edit'>('closed');
  const row = useRef<HTMLLIElement>(null);
  const name = nameEntry(entry);
  return (
    <li class="entry own" ref={row}>
      <div class="own-line">
        <button
          type="button"
          class="entry-name"
          aria-expanded={state === 'open'}
          onClick={() => setState(state === 'open' ? 'closed' : 'open')}
        >
          <bdi class="term-name">{name}</bdi>
          {state === 'closed' && (
            <span class="entry-gloss" dir="auto">
              {entry.gloss}
            </span>
          )}
        </button>
        <LinkButton
          class="edit-own"
          label={t('settings.edit')}
          name={t('settings.editWhat', [name])}
          onPress={() => {
            setState('edit');
            focusIn(row, TERM);
          }}
        />
        <LinkButton
          label={t('settings.remove')}
          name={t('settings.removeWhat', [name])}
          onPress={onRemove}
        />
      </div>
      {state === 'open' && card}
      {state === 'edit' && (
        <OwnForm
          title={t('settings.editWhat', [name])}
          glossary={glossary}
          id={entry.id}
          stored={formOf(glossary, entry)}
          writer={writer}
          onSave={onSave}
          onClose={() => {
            setState('closed');
            focusIn(row, '.edit-own');
          }}
          t={t}
        />
      )}
    </li>
  );
}
