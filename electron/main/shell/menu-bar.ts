import { app, Menu, type BrowserWindow } from 'electron/main';
import type { Bridge, MenuState } from '../../../shared/contract/bridge.ts';
import type { CommandId } from '../../../shared/contract/commands.ts';
import { createMenuTemplate, initialMenuState } from './menu.ts';
import type { Windows } from './window.ts';

/** The system menu, kept in sync with the front window. */
export interface MenuBar {
  setState(window: BrowserWindow, state: MenuState): void;
  /** While the keyboard is in a text field, Undo and Redo act on its text. */
  setTextFocused(window: BrowserWindow, isFocused: boolean): void;
  /** Draws it again: another window came to the front, or the theme changed. */
  refresh(): void;
}

/** @param tellCommand sends a command to the front window */
export function createMenuBar(windows: Windows, tellCommand: (command: CommandId) => void): MenuBar {
  const states = new WeakMap<BrowserWindow, { menu: MenuState; isTextFocused: boolean }>();
  const stateOf = (window: BrowserWindow | null) =>
    (window && states.get(window)) ?? { menu: initialMenuState, isTextFocused: false };
  let shown = '';

  const refresh = () => {
    const { menu: state, isTextFocused } = stateOf(windows.current());
    const theme = windows.theme();
    // Rebuilding the menu would close it under the user's pointer.
    const next = JSON.stringify([state, isTextFocused, theme]);
    if (next === shown) return;
    shown = next;
    const template = createMenuTemplate({
      platform: process.platform as Bridge['platform'],
      appName: app.name,
      state,
      isTextFocused,
      theme,
      isDevelopment: !app.isPackaged,
      onCommand,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  function onCommand(command: CommandId): void {
    const window = windows.current();
    if (command === 'help.about') app.showAboutPanel();
    else if (command === 'history.undo' && window && stateOf(window).isTextFocused) window.webContents.undo();
    else if (command === 'history.redo' && window && stateOf(window).isTextFocused) window.webContents.redo();
    else tellCommand(command);
  }

  refresh();
  return {
    setState(window, menu) {
      states.set(window, { ...stateOf(window), menu });
      refresh();
    },
    setTextFocused(window, isTextFocused) {
      states.set(window, { ...stateOf(window), isTextFocused });
      refresh();
    },
    refresh,
  };
}
