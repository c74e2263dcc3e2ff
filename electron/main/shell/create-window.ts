import { app, BrowserWindow } from 'electron/main';
import { versionArgument } from '../../../shared/contract/channels.ts';
import { places } from '../places.ts';
import { createRestartLimit } from '../processes/restart-limit.ts';
import { appPage } from '../protocol/app-protocol.ts';
import type { Logger } from '../../engine/log.ts';
import type { Bounds } from './window-state.ts';

export interface WindowOptions {
  readonly bounds: Bounds;
  readonly smallest: { readonly width: number; readonly height: number };
  /** Color before the page is painted, as CSS has it. */
  readonly background: string;
  /** What the page is told, as the search part of its address; empty for the main window. */
  readonly query: string;
}

/** A window that loads the app's own page, sandboxed and not yet shown. A page that crashes is loaded again, a few times. */
export function createWindow(
  { bounds, smallest, background, query }: WindowOptions,
  log: Logger,
): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: background,
    title: app.name,
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // Caches compiled code from the first start on, even for an app that is started once a week.
      v8CacheOptions: 'bypassHeatCheck',
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      additionalArguments: [versionArgument + app.getVersion()],
    },
  });
  const mayReload = createRestartLimit({ restarts: 3, periodMs: 30_000 });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('window process gone', { reason });
    // The page holds no data that the engine does not have.
    if (reason !== 'clean-exit' && mayReload()) window.webContents.reload();
  });
  void window
    .loadURL(query === '' ? appPage : `${appPage}?${query}`)
    .catch((error: NodeJS.ErrnoException) => {
      log.error('page not loaded', { code: error.code });
    });
  return window;
}
