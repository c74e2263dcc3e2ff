import { useEffect } from 'react';
import { defaultSettings } from '../../../shared/domain/default-settings.ts';
import type { Settings } from '../../../shared/model/settings.ts';
import { engineClient, showError, useCommand, useEngineQuery } from '../../client/index.ts';
import { showToast } from '../../ui/index.ts';
import { settingsWords as words } from './words.ts';

/** The person's own settings; the defaults until they have been read. */
export function useSettings(): Settings {
  return useEngineQuery('settings.get', {}).data ?? defaultSettings;
}

/** Applies the size that the person set to this window. */
export function useSizeOfWindow(): void {
  const { sizePercent } = useSettings();
  useEffect(() => window.forthwith.setSize(sizePercent), [sizePercent]);
}

/** Stores some settings; every part of the window that shows them follows. */
export function updateSettings(patch: Partial<Settings>): void {
  engineClient['settings.update']({ patch }).catch(showError);
}

/** The command that switches keys that are pressed alone on and off. */
export function useSingleKeysCommand(): void {
  const { hasSingleKeys } = useSettings();
  useCommand('keys.single', () => {
    updateSettings({ hasSingleKeys: !hasSingleKeys });
    showToast({ message: hasSingleKeys ? words.singleKeysOff : words.singleKeysOn });
  });
}
