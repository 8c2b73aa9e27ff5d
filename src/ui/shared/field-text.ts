/** Fields of an entry and of a glossary, in the reader's language. */
import type { ChangedField } from '../../core/packs/pack-diff.ts';
import type { Translate } from './text.ts';

/** What a field is called. */
export function fieldText(field: ChangedField, t: Translate): string {
  const texts: Readonly<Record<ChangedField, string>> = {
    id: t('difference.fields.id'),
    title: t('difference.fields.title'),
    version: t('difference.fields.version'),
    language: t('difference.fields.language'),
    licence: t('difference.fields.licence'),
    home: t('difference.fields.home'),
    kind: t('difference.fields.kind'),
    gloss: t('difference.fields.gloss'),
    basis: t('difference.fields.basis'),
    translations: t('difference.fields.translations'),
    parties: t('difference.fields.parties'),
    level: t('difference.fields.level'),
    related: t('difference.fields.related'),
    cues: t('difference.fields.cues'),
    rivals: t('difference.fields.rivals'),
  };
  return texts[field];
}
