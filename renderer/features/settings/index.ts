export { SettingsDialog } from './SettingsDialog.tsx';
export { updateSettings, useSettings, useSingleKeysCommand } from './use-settings.ts';
