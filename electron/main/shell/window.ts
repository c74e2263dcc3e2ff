import { app, BrowserWindow, nativeTheme, screen } from 'electron/main';
import type { HostNotice, LeavingAnswer } from '../../../shared/contract/bridge.ts';
import { channels, versionArgument } from '../../../shared/contract/channels.ts';
import { places } from '../places.ts';
import { createRestartLimit } from '../processes/restart-limit.ts';
import { appPage } from '../protocol/app-protocol.ts';
import type { Log } from './log.ts';
import {
  placeReader,
  placeWindow,
  readWindowState,
  smallestReader,
  smallestWindow,
  writeWindowState,
  type Bounds,
  type Theme,
} from './window-state.ts';

/** The window's colour before its page is painted: no flash. As renderer/app/theme.css has it. */
const backgrounds = { light: '#eef0f3', dark: '#101318' } as const;

/** Windows for one document at most, open at once. */
const mostReaders = 12;

/**
 * How long a page may take to say whether its window may go, and then to store what is half typed in it, before the window closes all
 * the same, in milliseconds. A user who is asked has all the time there is.
 */
const closingPatienceMs = 5_000;

/** What a window's page has told of itself so far. */
interface Progress {
  hasConnected: boolean;
  /** It was told to store what is half typed in it, and closes by itself then. */
  isClosing: boolean;
  readonly isConnected: PromiseWithResolvers<void>;
  isReady: PromiseWithResolvers<void>;
  /** Whether it may go, while it is asked that. */
  mayLeave: Promise<boolean> | null;
  hearAnswer: ((answer: LeavingAnswer) => void) | null;
}

/** The app's windows, and what is remembered of them. */
export interface Windows {
  open(): BrowserWindow;
  /**
   * Opens a window for one document, with the same page and the same walls around it. It closes with the main window.
   *
   * @param query what the page is told of the document, as the search part of its address
   * @returns null where there are as many windows as there may be
   */
  openReader(query: string): BrowserWindow | null;
  has(window: BrowserWindow): boolean;
  /** The focused window, else the main one; null when there is none. */
  current(): BrowserWindow | null;
  /** The window with the matter; null when there is none. */
  main(): BrowserWindow | null;
  /** The page is there and listens. */
  connected(window: BrowserWindow): void;
  whenConnected(window: BrowserWindow): Promise<void>;
  /** The page shows its content. */
  ready(window: BrowserWindow): void;
  whenReady(window: BrowserWindow): Promise<void>;
  /** Its content is about to change: what it said of it no longer holds. */
  expectReady(window: BrowserWindow): void;
  /** Whether all windows for one document may go, as `mayClose`. */
  mayCloseReaders(): Promise<boolean>;
  /** Closes all windows for one document, and settles once they are gone. As every window, each stores first what is half typed in it. */
  closeReaders(): Promise<void>;
  /** Whether all windows may go: pages over something half filled in ask their user. It may not while somebody is being asked. */
  mayClose(): Promise<boolean>;
  /** The page was asked whether its window may go, and says so. */
  answered(window: BrowserWindow, answer: LeavingAnswer): void;
  /** Takes all windows from sight, and closes them in the same way, without asking. */
  close(): Promise<void>;
  theme(): Theme;
  setTheme(theme: Theme): void;
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** @param stateFile where place, size and theme are remembered */
export function createWindows(stateFile: string, log: Log): Windows {
  const windows = new Map<BrowserWindow, Progress>();
  const readers = new Set<BrowserWindow>();
  let state = readWindowState(stateFile);
  const remember = (change: Partial<typeof state>) => {
    state = { ...state, ...change };
    writeWindowState(stateFile, state);
  };
  const rememberPlace = (window: BrowserWindow) =>
    remember({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
  const background = () => backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
  nativeTheme.themeSource = state.theme;
  nativeTheme.on('updated', () => {
    for (const window of windows.keys()) window.setBackgroundColor(background());
  });

  const workAreas = () => {
    const { workArea: primary } = screen.getPrimaryDisplay();
    return [primary, ...screen.getAllDisplays().map(({ workArea }) => workArea)];
  };
  const main = () => [...windows.keys()].find((window) => !readers.has(window)) ?? null;

  /** A window of the app's own page. */
  function create(bounds: Bounds, smallest: { width: number; height: number }, query: string): BrowserWindow {
    const window = new BrowserWindow({
      ...bounds,
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      backgroundColor: background(),
      title: app.name,
      webPreferences: {
        preload: places.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        // Compiled code is kept from the first start on, also of an app that is started once a week.
        v8CacheOptions: 'bypassHeatCheck',
        navigateOnDragDrop: false,
        devTools: !app.isPackaged,
        additionalArguments: [versionArgument + app.getVersion()],
      },
    });
    windows.set(window, {
      hasConnected: false,
      isClosing: false,
      isConnected: Promise.withResolvers<void>(),
      isReady: Promise.withResolvers<void>(),
      mayLeave: null,
      hearAnswer: null,
    });
    window.on('close', (event) => {
      if (windows.get(window)?.isClosing || !isHeard(window)) return;
      event.preventDefault();
      // Those for one document go with the main window.
      const going = window === main() ? [...windows.keys()] : [window];
      void mayGo(going).then((may) => may && closeWhenStored(window));
    });
    window.once('closed', () => {
      windows.get(window)?.hearAnswer?.('leaves');
      windows.delete(window);
      readers.delete(window);
    });
    const mayReload = createRestartLimit({ restarts: 3, periodMs: 30_000 });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('window process gone', { reason });
      windows.get(window)?.hearAnswer?.('leaves');
      // Nothing is kept in the page that the engine does not have.
      if (reason !== 'clean-exit' && mayReload()) window.webContents.reload();
    });
    void window
      .loadURL(query === '' ? appPage : `${appPage}?${query}`)
      .catch((error: NodeJS.ErrnoException) => {
        log.error('page not loaded', { code: error.code });
      });
    return window;
  }

  /** Its page is there to be told. */
  const isHeard = (window: BrowserWindow) =>
    (windows.get(window)?.hasConnected ?? false) && !window.webContents.isCrashed();
  const tell = (window: BrowserWindow, notice: HostNotice) =>
    window.webContents.send(channels.notice, notice);

  /** The window whose user is asked; none closes meanwhile. */
  let asked: BrowserWindow | null = null;

  async function mayGo(going: readonly BrowserWindow[]): Promise<boolean> {
    if (asked) {
      bringForward(asked);
      return false;
    }
    for (const window of going) if (!(await mayLeave(window))) return false;
    return true;
  }

  function mayLeave(window: BrowserWindow): Promise<boolean> {
    const progress = windows.get(window);
    if (!progress || !isHeard(window)) return Promise.resolve(true);
    progress.mayLeave ??= new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(true), closingPatienceMs);
      progress.hearAnswer = (answer) => {
        clearTimeout(timer);
        if (answer !== 'asks') return resolve(answer === 'leaves');
        asked = window;
        bringForward(window);
      };
      tell(window, { name: 'window.leaving' });
    }).finally(() => {
      if (asked === window) asked = null;
      progress.hearAnswer = null;
      progress.mayLeave = null;
    });
    return progress.mayLeave;
  }

  /** What is half typed in a page is stored while the engine still takes it: the page is told first, and closes its window itself. */
  function closeWhenStored(window: BrowserWindow): void {
    const progress = windows.get(window);
    if (!progress || progress.isClosing) return;
    progress.isClosing = true;
    if (!isHeard(window)) return window.close();
    tell(window, { name: 'window.closing' });
    const timer = setTimeout(() => window.destroy(), closingPatienceMs);
    window.once('closed', () => clearTimeout(timer));
  }

  async function closeAll(open: readonly BrowserWindow[]): Promise<void> {
    await Promise.all(
      open.map((window) => {
        const closed = new Promise<void>((resolve) => window.once('closed', resolve));
        closeWhenStored(window);
        return closed;
      }),
    );
  }

  return {
    open() {
      const window = create(placeWindow(state.bounds, workAreas()), smallestWindow, '');
      window.once('ready-to-show', () => {
        if (state.isMaximised) window.maximize();
        window.show();
      });
      window.on('close', () => rememberPlace(window));
      window.once('closed', () => {
        for (const reader of readers) closeWhenStored(reader);
      });
      return window;
    },
    openReader(query) {
      if (readers.size >= mostReaders) return null;
      const window = create(
        placeReader(main()?.getBounds() ?? null, readers.size, workAreas()),
        smallestReader,
        query,
      );
      readers.add(window);
      window.once('ready-to-show', () => window.show());
      return window;
    },
    main,
    has: (window) => windows.has(window),
    current: () => BrowserWindow.getFocusedWindow() ?? main(),
    connected(window) {
      const progress = windows.get(window);
      if (!progress) return;
      progress.hasConnected = true;
      progress.isConnected.resolve();
      // A page that was loaded anew holds nothing that is half filled in.
      progress.hearAnswer?.('leaves');
    },
    whenConnected: async (window) => windows.get(window)?.isConnected.promise,
    ready: (window) => windows.get(window)?.isReady.resolve(),
    whenReady: async (window) => windows.get(window)?.isReady.promise,
    expectReady(window) {
      const progress = windows.get(window);
      if (progress) progress.isReady = Promise.withResolvers();
    },
    mayCloseReaders: () => mayGo([...readers]),
    closeReaders: () => closeAll([...readers]),
    mayClose: () => mayGo([...windows.keys()]),
    answered: (window, answer) => windows.get(window)?.hearAnswer?.(answer),
    close() {
      const open = [...windows.keys()];
      const shown = main();
      if (shown) rememberPlace(shown);
      for (const window of open) window.hide();
      return closeAll(open);
    },
    theme: () => state.theme,
    setTheme(theme) {
      nativeTheme.themeSource = theme;
      remember({ theme });
    },
  };
}
