import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, SETTING_KEYS, SETTINGS } from '../../../src/core/settings/settings.ts';
import { valuesOfChoices } from '../../../src/core/sync/setting-items.ts';

describe('settings as items', () => {
  it.each(SETTING_KEYS.filter((key) => key !== 'sitesBarred'))(
    'hold what was chosen: %s',
    (key) => {
      const member = key === 'notHere' ? { ref: 'a/ncg', site: 'news.example' } : 'a/ncg';
      const value = SETTINGS[key].type === 'array' ? [member] : DEFAULT_SETTINGS[key];
      expect([...valuesOfChoices({ [key]: value })]).toHaveLength(1);
    },
  );

  it('leave out the sites that an administrator has barred', () =>
    expect([...valuesOfChoices({ sitesBarred: ['news.example'] })]).toEqual([]));
});
