import type { Settings } from '../../../shared/model/settings.ts';
import { engineClient, showError, useEngineQuery } from '../../client/index.ts';

const defaults: Settings = {
  person: { name: '', role: '', barNumber: '' },
  theme: 'system',
  density: 'comfortable',
  layout: {},
  hasSeenSample: false,
  verifyEveryDays: 7,
  shortcuts: {},
};

/** The person's own settings; the defaults until they have been read. */
export function useSettings(): Settings {
  return useEngineQuery('settings.get', {}).data ?? defaults;
}

/** Stores some settings; every part of the window that shows them follows. */
export function updateSettings(patch: Partial<Settings>): void {
  engineClient['settings.update']({ patch }).catch(showError);
}
