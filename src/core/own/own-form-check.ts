/** Checks the form of an own entry, field by field. */

import { type Fault, faultAt } from '../faults/fault.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { GlossaryError } from '../glossary/parse-glossary.ts';
import { type EntryForm, hasSource, putEntry, type Writer } from './own-entries.ts';
import { foundAs } from './own-names.ts';

/** The first fault of each field that has one. */
export type FormFaults = ReadonlyMap<keyof EntryForm, Fault>;

/** Check a form; the result is empty if `putEntry` would accept it. */
export function checkForm(
  glossary: Glossary,
  id: string | null,
  form: EntryForm,
  writer: Writer,
): FormFaults {
  const faults = new Map<keyof EntryForm, Fault>();
  if (hasSource(form) && form.statement.trim() === '') {
    faults.set('statement', faultAt('', 'empty'));
  }
  for (const field of NAME_FIELDS) {
    const isLost = namesIn(form, field).some((name) => foundAs(name) === null);
    if (isLost) faults.set(field, faultAt('', 'wordless'));
  }
  try {
    putEntry(glossary, id, form, writer);
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    for (const fault of error.faults) {
      const field = fieldOf(fault.path, form);
      if (!faults.has(field)) faults.set(field, fault);
    }
  }
  return faults;
}

/** The fields that hold names. */
const NAME_FIELDS = ['term', 'long', 'aliases'] as const;

/** The names in a field, as typed; none for fields that hold no names. */
export function namesIn(form: EntryForm, field: keyof EntryForm): string[] {
  if (!NAME_FIELDS.some((each) => each === field)) return [];
  const texts = field === 'aliases' ? form.aliases.split(',') : [form[field]];
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** The field that a fault of the written glossary belongs to. */
function fieldOf(path: string, form: EntryForm): keyof EntryForm {
  const source = /^sources\[\d+\]\.(publisher|title|published|url)/.exec(path)?.[1];
  if (source === 'title' && form.title.trim() === '') return 'publisher';
  if (source) return source as keyof EntryForm;
  const name = /\.names\[(\d+)\]/.exec(path)?.[1];
  if (name === '0') return 'term';
  if (name === '1' && form.long.trim() !== '') return 'long';
  if (name) return 'aliases';
  if (path.includes('.claims')) return path.endsWith('asOf') ? 'published' : 'statement';
  if (path.includes('.gloss')) return 'gloss';
  return 'term';
}
