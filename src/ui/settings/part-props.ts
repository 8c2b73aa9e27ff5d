import type { Attempt, Tell } from '../shared/notices.tsx';
import type { GlossaryItem, SettingsModel } from '../shared/settings-model.ts';
import type { Translate } from '../shared/text.ts';

/** What the parts of the settings page that change glossaries are given. */
export interface GlossaryPartProps {
  readonly glossaries: readonly GlossaryItem[];
  readonly model: SettingsModel;
  readonly attempt: Attempt;
  readonly tell: Tell;
  readonly t: Translate;
}
