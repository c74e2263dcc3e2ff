import type { Settings } from '../model/settings.ts';

/** The settings of a person who has set nothing. */
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
