import type { Settings } from '../model/settings.ts';

/** What holds for a person who has set nothing. */
export const defaultSettings: Settings = {
  person: { name: '', role: '', barNumber: '' },
  theme: 'system',
  density: 'comfortable',
  sizePercent: 100,
  layout: {},
  hasSeenSample: false,
  verifyEveryDays: 7,
  shortcuts: {},
  hasSingleKeys: true,
};
