import { safeStack } from '../../shared/errors/scrub.ts';
import { shell } from 'electron/common';
import { app, dialog, powerMonitor, session, type BrowserWindow } from 'electron/main';
import { basename, join, resolve } from 'node:path';
import type { HostNotice } from '../../shared/contract/bridge.ts';
import { channels } from '../../shared/contract/channels.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import { parseArguments, type AppArguments } from './arguments.ts';
import { createIpc } from './ipc.ts';
import { listenToWindows } from './listen.ts';
import { places } from './places.ts';
import { startProcesses, type Processes } from './processes/connections.ts';
import { createAppProtocol } from './protocol/app-protocol.ts';
import { createMatterProtocol } from './protocol/matter-protocol.ts';
import { hardenSession } from './security.ts';
import { setAboutPanel } from './shell/about.ts';
import { createDialogs } from './shell/dialogs.ts';
import { createFileLogger, type Logger } from '../engine/log.ts';
import { drawsInSoftware, readGraphics, type GraphicsState } from './shell/graphics.ts';
import { createMenuBar } from './shell/menu-bar.ts';
import { createPrinting } from './shell/print.ts';
import { saveScreenshot, waitUntilShown } from './shell/screenshot.ts';
import { writeState } from './shell/state-file.ts';
import { createWindows } from './shell/window.ts';

/** How long matters may take to close before the app quits anyway, in milliseconds. */
const closingPatienceMs = 20_000;

/**
 * Opens the app: a single instance per user data folder, its processes, its window.
 *
 * @param env environment of the processes
 */
export function openApp(args: AppArguments, env: Readonly<Record<string, string>>): void {
  if (!app.requestSingleInstanceLock()) {
    // The running instance has received this one's arguments.
    if (args.screenshot) noScreenshot('Forthwith is open already. Close it first.');
    else app.quit();
    return;
  }
  app.setPath('sessionData', join(app.getPath('userData'), 'session'));
  if (drawsInSoftware(readGraphics(graphicsFile()), Date.now(), process.versions.electron))
    app.disableHardwareAcceleration();
  // Chromium reports software rendering until it has detected the hardware; a slow driver may be ready only after the window.
  const isGraphicsKnown = new Promise<void>((resolve) => app.once('gpu-info-update', () => resolve()));
  const requested = args.matters.map((path) => resolve(path));
  // macOS names the file the app was started for before the app is ready.
  const hearEarly = (event: Electron.Event, path: string) => {
    event.preventDefault();
    requested.push(path);
  };
  app.on('open-file', hearEarly);
  void app.whenReady().then(() => {
    app.off('open-file', hearEarly);
    start({ ...args, matters: requested }, env, isGraphicsKnown);
  });
}

function start(
  args: AppArguments,
  env: Readonly<Record<string, string>>,
  isGraphicsKnown: Promise<void>,
): void {
  const userData = app.getPath('userData');
  const log = createFileLogger(join(userData, 'logs'), { host: 'app' });
  log.info('app started', { version: app.getVersion(), electron: process.versions.electron });
  hardenSession();
  setAboutPanel();

  const processes = startAppProcesses(userData, env, log, () => quitting.restart());
  const { reader, engine } = processes;
  const printing = createPrinting({
    folder: join(userData, 'print'),
    readBytes: reader.readBytes,
    grantFile: engine.grantFile,
    openPath: (path) => shell.openPath(path),
  });
  session.defaultSession.protocol.handle('app', createAppProtocol(places.renderer));
  session.defaultSession.protocol.handle('matter', createMatterProtocol(reader));

  const windows = createWindows(join(userData, 'window.json'), log);
  /** Sends once the window's page is there to receive it. */
  const tell = async (channel: string, value: unknown, to = windows.current()): Promise<void> => {
    const window = to ?? windows.open();
    await windows.whenConnected(window);
    if (!window.isDestroyed()) window.webContents.send(channel, value);
  };
  const menuBar = createMenuBar(windows, (command) => void tell(channels.command, command));
  const requestMatter = async (path: string): Promise<void> => {
    // An engine that died before it answered has been started again by now.
    const token = await engine.grantFile(path).catch(() => engine.grantFile(path));
    const notice: HostNotice = { name: 'matter.requested', file: { name: basename(path), token } };
    // A single-document window shows no other matter.
    await tell(channels.notice, notice, windows.main());
  };
  listenToWindows(createIpc({ isOwnWindow: windows.has, log }), {
    dialogs: createDialogs(engine.grantFile, join(places.assets, 'sample')),
    menuBar,
    printing,
    processes,
    windows,
  });

  const window = windows.open();
  void Promise.all([windows.whenReady(window), isGraphicsKnown]).then(() => rememberGraphics(log));
  for (const path of args.matters) void requestMatter(path);
  /** The first run opens the sample by itself; later the window may have started with another matter. */
  const showSample = async (): Promise<void> => {
    await waitUntilShown(windows.whenReady(window));
    if (engine.hasSampleOpen()) return;
    windows.expectReady(window);
    await tell(channels.command, 'matter.sample' satisfies CommandId);
  };
  const isShown = args.isSample ? showSample() : Promise.resolve();
  if (args.screenshot) {
    const file = resolve(args.screenshot);
    void isShown
      .then(() => waitUntilShown(windows.whenReady(window)))
      .then(() => takeScreenshot(window, file));
  }

  app.on('second-instance', (_event, argv, workingDirectory) => {
    const front = windows.main() ?? windows.open();
    if (front.isMinimized()) front.restore();
    front.focus();
    for (const path of parseArguments(argv, app.isPackaged).matters)
      void requestMatter(resolve(workingDirectory, path));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void requestMatter(path);
  });
  app.on('activate', () => windows.main() ?? windows.open());
  app.on('browser-window-focus', () => menuBar.refresh());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  const quitting = closeInOrder(
    windows.mayClose,
    async () => {
      await windows.close();
      await engine.close();
      printing.cleanUp();
      processes.stop();
      log.info('app ended');
    },
    log,
  );
  // The session's end waits for nobody: while the user was being asked, the app would be killed and unfinished input lost.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quitting.unasked);
  powerMonitor.on('shutdown', quitting.unasked);
}

const graphicsFile = () => join(app.getPath('userData'), 'graphics.json');

/** Remembers for the next start whether there is graphics hardware. A start that skipped the check learns nothing. */
function rememberGraphics(log: Logger): void {
  const { electron } = process.versions;
  const known = readGraphics(graphicsFile());
  if (drawsInSoftware(known, Date.now(), electron)) return;
  const isSoftware = !app.getGPUFeatureStatus().gpu_compositing.startsWith('enabled');
  if (!isSoftware && known?.isSoftware === false && known.electron === electron) return;
  try {
    const found: GraphicsState = { isSoftware, foundAt: Date.now(), electron };
    writeState(graphicsFile(), found);
  } catch (error) {
    // The next start checks again; nothing else is lost.
    log.warn('graphics not remembered', { stack: safeStack(error) });
  }
}

function startAppProcesses(
  userData: string,
  env: Readonly<Record<string, string>>,
  log: Logger,
  restart: () => void,
): Processes {
  return startProcesses({
    engine: {
      entry: places.engineProcess,
      env,
      log,
      config: { appDirectory: userData, assetsDirectory: places.assets, appVersion: app.getVersion() },
      onGivenUp: () =>
        offerRestart(
          restart,
          'Forthwith cannot work with your matters at the moment.',
          'The part of the program that keeps matters stopped several times in a row. What was stored is safe. Restart Forthwith; if this comes back, restart the computer and check that its disk is not full.',
        ),
    },
    reader: {
      entry: places.pdfProcess,
      env: { ...env, FORTHWITH_APP_VERSION: app.getVersion() },
      log,
      onGivenUp: () =>
        offerRestart(
          restart,
          'Forthwith cannot show pages at the moment.',
          'The part of the program that reads PDFs stopped several times in a row. Matters are not affected. Restart Forthwith, and leave out the document that was open when this happened.',
        ),
    },
  });
}

function offerRestart(restart: () => void, message: string, detail: string): void {
  void dialog
    .showMessageBox({
      type: 'error',
      message,
      detail,
      buttons: ['Restart', 'Quit'],
      defaultId: 0,
      cancelId: 1,
    })
    .then(({ response }) => {
      if (response === 0) restart();
      else app.quit();
    });
}

async function takeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  try {
    await saveScreenshot(window, file);
    app.quit();
  } catch (error) {
    noScreenshot((error as Error).message);
  }
}

/** Ends the app where it was started for a screenshot alone. */
function noScreenshot(reason: string): void {
  process.stderr.write(`The screenshot could not be saved: ${reason}\n`);
  app.exit(1);
}

/** Ways of quitting the app, besides the user's own. */
interface Quitting {
  /** Quits without asking whether windows may close. */
  readonly unasked: () => void;
  /** Quits and starts again, unless a window is kept open: a later quit then only quits. */
  readonly restart: () => void;
}

/**
 * Quitting waits until no window is kept open, and then, within limits, until every matter is one file again.
 *
 * @param mayQuit whether all windows may close
 */
function closeInOrder(mayQuit: () => Promise<boolean>, close: () => Promise<void>, log: Logger): Quitting {
  let state: 'open' | 'closing' | 'closed' = 'open';
  let isRestarting = false;
  const end = () => {
    if (state === 'closed') return;
    state = 'closed';
    if (isRestarting) app.relaunch();
    app.quit();
  };
  const begin = () => {
    if (state !== 'open') return;
    state = 'closing';
    const timer = setTimeout(() => {
      log.error('matters took too long to close');
      end();
    }, closingPatienceMs);
    void close()
      // An engine that died has nothing left to close.
      .catch((error: unknown) => log.error('not closed in order', { stack: safeStack(error) }))
      .then(() => {
        clearTimeout(timer);
        end();
      });
  };
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state !== 'open') return;
    void mayQuit().then((may) => {
      if (may) begin();
      else isRestarting = false;
    });
  });
  return {
    unasked: () => {
      isRestarting = false;
      begin();
    },
    restart: () => {
      isRestarting = true;
      app.quit();
    },
  };
}
