import { shell } from 'electron/common';
import { existsSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { GrantedFile } from '../../shared/contract/bridge.ts';
import { channels } from '../../shared/contract/channels.ts';
import { commands } from '../../shared/contract/commands.ts';
import type { ReaderSource } from '../../shared/contract/reader.ts';
import { UserError, type Ipc } from './ipc.ts';
import type { Processes } from './processes/connections.ts';
import { suggestName, type Dialogs } from './shell/dialogs.ts';
import type { MenuBar } from './shell/menu-bar.ts';
import { parseMenuState } from './shell/menu.ts';
import { showNotification, type ReminderNotification } from './shell/notification.ts';
import { parseReaderSource, type Printing } from './shell/print.ts';
import type { Windows } from './shell/window.ts';

/** One drop may bring this many files. */
const mostDropped = 10_000;

/** Everything a window can request from main or tell it: the counterpart of electron/preload. */
export function listenToWindows(
  ipc: Ipc,
  {
    dialogs,
    menuBar,
    printing,
    processes,
    windows,
  }: { dialogs: Dialogs; menuBar: MenuBar; printing: Printing; processes: Processes; windows: Windows },
): void {
  const { engine } = processes;
  ipc.handle(channels.openFiles, dialogs.openFiles);
  ipc.handle(channels.saveFile, (window, purpose, name) =>
    purpose === 'docket-print' || purpose === 'exhibits-print'
      ? printing.createTarget(suggestName(name, '.pdf'))
      : dialogs.saveFile(window, purpose, name),
  );
  ipc.handle(channels.chooseFolder, dialogs.chooseFolder);
  ipc.handle(channels.print, (_window, source) => printing.print(source));
  ipc.handle(channels.openReaderWindow, (_window, source, page) => {
    const known = parseReaderSource(source);
    if (!known) throw new UserError('This document cannot be shown in a window of its own.');
    if (!windows.openReader(readerQuery(known, page)))
      throw new UserError('There are too many windows. Close some of them first.');
  });
  ipc.handle(channels.mayCloseReaderWindows, () => windows.mayCloseReaders());
  ipc.handle(channels.closeReaderWindows, () => windows.closeReaders());
  ipc.handle(channels.grantPaths, (_window, paths) => {
    if (!isPathList(paths)) throw new UserError('What was dropped here are not files of this computer.');
    return Promise.all(
      paths.map(async (path): Promise<GrantedFile> => ({
        name: basename(path),
        token: await engine.grantFile(path),
      })),
    );
  });
  ipc.handle(channels.revealBuild, async (_window, matterId, buildId) => {
    const folder =
      typeof matterId === 'string' && typeof buildId === 'string'
        ? await engine.findBuildFolder(matterId, buildId)
        : null;
    if (folder === null || !existsSync(folder))
      throw new UserError('The folder of this build is no longer there. Build the exhibits again.');
    // Shown, never opened: a folder can be a program on some systems.
    const manifest = join(folder, 'manifest.json');
    shell.showItemInFolder(existsSync(manifest) ? manifest : folder);
  });

  ipc.on(channels.connect, (window) => {
    processes.connect(window.webContents);
    windows.connected(window);
  });
  ipc.on(channels.wakeReader, () => processes.reader.wake());
  ipc.on(channels.ready, (window) => windows.ready(window));
  ipc.on(channels.setMenuState, (window, value) => {
    const state = parseMenuState(value);
    if (state) menuBar.setState(window, state);
  });
  ipc.on(channels.textFocus, (window, isFocused) => menuBar.setTextFocused(window, isFocused === true));
  ipc.on(channels.notify, (window, notification) => {
    if (isNotification(notification)) showNotification(window, notification);
  });
  ipc.on(channels.setFullScreen, (window, isFull) => window.setFullScreen(isFull === true));
  ipc.on(channels.answerLeaving, (window, answer) => {
    if (answer === 'leaves' || answer === 'stays' || answer === 'asks') windows.answered(window, answer);
  });
  ipc.on(channels.setTheme, (_window, theme) => {
    if (theme !== 'system' && theme !== 'light' && theme !== 'dark') return;
    windows.setTheme(theme);
    menuBar.refresh();
  });
}

function isNotification(value: unknown): value is ReminderNotification {
  const { title, body, command } = (value ?? {}) as Partial<Record<keyof ReminderNotification, unknown>>;
  return (
    [title, body].every((text) => typeof text === 'string' && text.length <= 500) &&
    typeof command === 'string' &&
    Object.hasOwn(commands, command)
  );
}

/** What a reader window's page learns about its document from its address: ids and a page. */
function readerQuery(source: ReaderSource, page: unknown): string {
  const { matterId } = source;
  const query = new URLSearchParams({ matterId });
  if ('evidenceId' in source) query.set('evidenceId', source.evidenceId);
  if ('buildOutputId' in source) query.set('buildOutputId', source.buildOutputId);
  if (Number.isSafeInteger(page) && Number(page) > 0) query.set('page', String(page));
  return query.toString();
}

function isPathList(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= mostDropped &&
    value.every((path) => typeof path === 'string' && isAbsolute(path))
  );
}
