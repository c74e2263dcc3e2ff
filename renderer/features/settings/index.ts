export { SettingsDialog } from './SettingsDialog.tsx';
export { updateSettings, useSettings } from './use-settings.ts';
