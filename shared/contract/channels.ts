/** Names of what travels between a window's preload and main. Main listens to nothing else. */
export const channels = {
  // The window asks; main answers with an `IpcAnswer`.
  openFiles: 'forthwith:open-files',
  saveFile: 'forthwith:save-file',
  chooseFolder: 'forthwith:choose-folder',
  grantPaths: 'forthwith:grant-paths',
  revealBuild: 'forthwith:reveal-build',
  print: 'forthwith:print',
  openReaderWindow: 'forthwith:open-reader-window',
  mayCloseReaderWindows: 'forthwith:may-close-reader-windows',
  closeReaderWindows: 'forthwith:close-reader-windows',
  // The window tells.
  connect: 'forthwith:connect',
  wakeReader: 'forthwith:wake-reader',
  ready: 'forthwith:ready',
  notify: 'forthwith:notify',
  setMenuState: 'forthwith:set-menu-state',
  setTheme: 'forthwith:set-theme',
  setFullScreen: 'forthwith:set-full-screen',
  textFocus: 'forthwith:text-focus',
  answerLeaving: 'forthwith:answer-leaving',
  // Main tells.
  enginePort: 'forthwith:engine-port',
  readerPort: 'forthwith:reader-port',
  command: 'forthwith:command',
  notice: 'forthwith:notice',
} as const;

/** Electron keeps only a message string of what a handler throws, and decorates it: so failures travel as values. */
export type IpcAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Prefix of the preload's argument that carries the app's version, which a sandboxed preload cannot ask for. */
export const versionArgument = '--forthwith-version=';
