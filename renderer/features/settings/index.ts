export { SettingsDialog } from './SettingsDialog.tsx';
export { updateSettings, useSettings, useSingleKeysCommand, useSizeOfWindow } from './use-settings.ts';
