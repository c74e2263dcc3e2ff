import { useState } from 'react';
import { useCommand, useOpenMatter } from '../client/index.ts';
import { SettingsDialog, updateSettings, useSingleKeysCommand } from '../features/settings/index.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { CommandPalette } from './palette/CommandPalette.tsx';
import { DiagnosticsDialog } from './DiagnosticsDialog.tsx';
import { useMenuState } from './HistoryCommands.tsx';
import { ShortcutSheet } from './keyboard/ShortcutSheet.tsx';

type Shown = 'palette' | 'matters' | 'shortcuts' | 'settings' | 'about' | 'diagnostics';

/** The commands that are always there, and what they open. */
export function AppCommands() {
  const matter = useOpenMatter();
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setShown(null);
  useMenuState(matter);
  useCommand('palette.open', () => setShown('palette'));
  useCommand('matter.switch', () => setShown('matters'));
  useCommand('help.shortcuts', () => setShown('shortcuts'));
  useCommand('settings.open', () => setShown('settings'));
  useCommand('help.about', () => setShown('about'));
  useCommand('help.diagnostics', () => setShown('diagnostics'));
  useCommand('theme.system', () => updateSettings({ theme: 'system' }));
  useCommand('theme.light', () => updateSettings({ theme: 'light' }));
  useCommand('theme.dark', () => updateSettings({ theme: 'dark' }));
  useSingleKeysCommand();
  switch (shown) {
    case 'palette':
    case 'matters':
      return <CommandPalette onlyMatters={shown === 'matters'} onClose={close} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />;
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'diagnostics':
      return <DiagnosticsDialog onClose={close} />;
    case null:
      return null;
  }
}
