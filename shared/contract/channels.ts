/** IPC channels between a window's preload and main. Main listens to no others. */
export const channels = {
  // Window to main, answered with an `IpcAnswer`.
  openFiles: 'forthwith:open-files',
  saveFile: 'forthwith:save-file',
  chooseFolder: 'forthwith:choose-folder',
  grantPaths: 'forthwith:grant-paths',
  revealBuild: 'forthwith:reveal-build',
  print: 'forthwith:print',
  openReaderWindow: 'forthwith:open-reader-window',
  mayCloseReaderWindows: 'forthwith:may-close-reader-windows',
  closeReaderWindows: 'forthwith:close-reader-windows',
  // Window to main, one-way.
  connect: 'forthwith:connect',
  wakeReader: 'forthwith:wake-reader',
  ready: 'forthwith:ready',
  notify: 'forthwith:notify',
  setMenuState: 'forthwith:set-menu-state',
  setTheme: 'forthwith:set-theme',
  setFullScreen: 'forthwith:set-full-screen',
  textFocus: 'forthwith:text-focus',
  answerLeaving: 'forthwith:answer-leaving',
  // Main to window, one-way.
  enginePort: 'forthwith:engine-port',
  readerPort: 'forthwith:reader-port',
  command: 'forthwith:command',
  notice: 'forthwith:notice',
} as const;

/** Electron reduces whatever a handler throws to a decorated message string, so failures travel as values. */
export type IpcAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Prefix of the preload's argument that carries the app's version, which a sandboxed preload cannot ask for. */
export const versionArgument = '--forthwith-version=';
