import { BrowserWindow, nativeTheme, screen } from 'electron/main';
import type { LeavingAnswer } from '../../../shared/contract/bridge.ts';
import { createWindow } from './create-window.ts';
import type { Logger } from '../../engine/log.ts';
import { writeState } from './state-file.ts';
import { WindowPage } from './window-page.ts';
import {
  placeReader,
  placeWindow,
  readWindowState,
  smallestReader,
  smallestWindow,
  type Bounds,
  type Theme,
} from './window-state.ts';

/** The window's color before its page is painted: no flash. As renderer/app/theme.css has it. */
const backgrounds = { light: '#eef0f3', dark: '#101318' } as const;

/** How many single-document windows may be open at once. */
const mostReaders = 12;

/** The app's windows, and what is remembered of them. */
export interface Windows {
  open(): BrowserWindow;
  /**
   * Opens a single-document window, with the same page and the same restrictions. It closes with the main window.
   *
   * @param query identifies the document to the page, as the search part of its address
   * @returns null if the maximum number is open
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
  /** Its content is about to change: an earlier `ready` no longer counts. */
  expectReady(window: BrowserWindow): void;
  /** Whether all single-document windows may close, as `mayClose`. */
  mayCloseReaders(): Promise<boolean>;
  /** Closes all single-document windows, and resolves once they are gone. Like every window, each first stores its unfinished input. */
  closeReaders(): Promise<void>;
  /** Whether all windows may close: pages with running work or something half filled in ask their user. They may not while somebody is being asked. */
  mayClose(): Promise<boolean>;
  /** The page was asked whether its window may close, and answers. */
  answered(window: BrowserWindow, answer: LeavingAnswer): void;
  /** Hides all windows, and closes them in the same way, without asking. */
  close(): Promise<void>;
  theme(): Theme;
  setTheme(theme: Theme): void;
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const background = () => backgrounds[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];

/** Where windows have room: on the main display first. */
function workAreas(): Bounds[] {
  const { workArea: primary } = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().map(({ workArea }) => workArea)];
}

/** @param stateFile where place, size and theme are remembered */
export function createWindows(stateFile: string, log: Logger): Windows {
  const pages = new Map<BrowserWindow, WindowPage>();
  const readers = new Set<BrowserWindow>();
  let state = readWindowState(stateFile);
  const remember = (change: Partial<typeof state>) => {
    state = { ...state, ...change };
    writeState(stateFile, state);
  };
  const rememberPlace = (window: BrowserWindow) =>
    remember({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() });
  nativeTheme.themeSource = state.theme;
  nativeTheme.on('updated', () => {
    for (const window of pages.keys()) window.setBackgroundColor(background());
  });
  const main = () => [...pages.keys()].find((window) => !readers.has(window)) ?? null;

  function add(bounds: Bounds, smallest: { width: number; height: number }, query: string): BrowserWindow {
    const window = createWindow({ bounds, smallest, background: background(), query }, log);
    const page = new WindowPage(window);
    pages.set(window, page);
    window.on('close', (event) => {
      if (!page.holdsWindow) return;
      event.preventDefault();
      // Single-document windows close with the main window.
      const going = window === main() ? [...pages.keys()] : [window];
      // The window may be gone by then.
      void mayClose(going).then((may) => (may ? pages.get(window)?.close() : undefined));
    });
    window.once('closed', () => {
      pages.delete(window);
      readers.delete(window);
    });
    return window;
  }

  /** The window whose user is being asked; no window closes meanwhile. */
  let asking: BrowserWindow | null = null;

  async function mayClose(going: readonly BrowserWindow[]): Promise<boolean> {
    if (asking) {
      bringForward(asking);
      return false;
    }
    for (const window of going) if (!(await mayLeave(window))) return false;
    return true;
  }

  async function mayLeave(window: BrowserWindow): Promise<boolean> {
    try {
      return (
        (await pages.get(window)?.mayLeave(() => {
          asking = window;
          bringForward(window);
        })) ?? true
      );
    } finally {
      if (asking === window) asking = null;
    }
  }

  async function closeAll(going: readonly BrowserWindow[]): Promise<void> {
    await Promise.all(going.map((window) => pages.get(window)?.close()));
  }

  return {
    open() {
      const window = add(placeWindow(state.bounds, workAreas()), smallestWindow, '');
      window.once('ready-to-show', () => {
        if (state.isMaximised) window.maximize();
        window.show();
      });
      window.on('close', () => rememberPlace(window));
      window.once('closed', () => void closeAll([...readers]));
      return window;
    },
    openReader(query) {
      if (readers.size >= mostReaders) return null;
      const window = add(
        placeReader(main()?.getBounds() ?? null, readers.size, workAreas()),
        smallestReader,
        query,
      );
      readers.add(window);
      window.once('ready-to-show', () => window.show());
      return window;
    },
    main,
    has: (window) => pages.has(window),
    current: () => BrowserWindow.getFocusedWindow() ?? main(),
    connected: (window) => pages.get(window)?.connected(),
    whenConnected: async (window) => pages.get(window)?.whenConnected(),
    ready: (window) => pages.get(window)?.ready(),
    whenReady: async (window) => pages.get(window)?.whenReady(),
    expectReady: (window) => pages.get(window)?.expectReady(),
    mayCloseReaders: () => mayClose([...readers]),
    closeReaders: () => closeAll([...readers]),
    mayClose: () => mayClose([...pages.keys()]),
    answered: (window, answer) => pages.get(window)?.answered(answer),
    close() {
      const open = [...pages.keys()];
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
