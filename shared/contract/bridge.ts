/** A file or folder the user chose: its name to show, and a token that works once. */
export interface GrantedFile {
  readonly name: string;
  readonly token: string;
}

/** A DOM File, as far as this zone knows it. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

/** What a dialog is for; main knows the title, the filters and the folder to begin in. */
export type OpenPurpose =
  | 'matter'
  | 'backup'
  | 'evidence-files'
  | 'evidence-folder'
  | 'hash-list'
  | 'transcript'
  | 'docket-sources'
  | 'rule-pack'
  | 'brief'
  | 'manifest'
  | 'as-filed'
  | 'review-copy'
  /** The sample's own docket sheet: answered without asking. */
  | 'docket-sample';
export type SavePurpose =
  | 'matter'
  | 'backup'
  | 'diagnostics'
  | 'docket-csv'
  | 'docket-json'
  | 'docket-pdf'
  | 'deadlines-ics'
  | 'deadlines-pdf'
  | 'redacted-pdf'
  | 'tro-certificate'
  | 'authenticity-certificate'
  | 'custody-report'
  | 'summary-docx'
  | 'summary-pdf'
  | 'summary-csv'
  | 'privilege-log-csv'
  | 'privilege-log-docx'
  | 'argument-csv'
  | 'argument-docx'
  | 'notes-csv'
  | 'notes-docx'
  | 'review-copy'
  /** A copy for the printer, in the app's own folder: answered without asking. */
  | 'docket-print'
  /** Slip sheets or tabs for the printer, likewise. */
  | 'exhibits-print';
export type FolderPurpose = 'build' | 'export' | 'notes';

/** What the menu shows as it is now. */
export interface MenuState {
  /** Labels of the steps Undo and Redo would take; null when there is none that can be taken. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Commands that cannot be used now, apart from those two. */
  readonly disabled: readonly string[];
  /** Keys that the person changed from their defaults, by command. */
  readonly shortcuts: Readonly<Record<string, string>>;
}

/**
 * Everything the preload exposes to a window. The engine's port arrives as a window message (`ENGINE_PORT_MESSAGE`) after
 * `connect`, the page reader's (`READER_PORT_MESSAGE`) once that process runs. Each is sent again after its process is
 * restarted.
 */
export interface Bridge {
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly appVersion: string;
  connect(): void;
  /** Starts the page reader, which stays off until someone works with the window or a page is needed. */
  wakeReader(): void;
  openFiles(purpose: OpenPurpose): Promise<readonly GrantedFile[]>;
  saveFile(purpose: SavePurpose, suggestedName: string): Promise<GrantedFile | null>;
  chooseFolder(purpose: FolderPurpose): Promise<GrantedFile | null>;
  /** Grants files dropped on the window. Must be called with the drop event's own File objects. */
  grantDropped(files: readonly DroppedFile[]): Promise<readonly GrantedFile[]>;
  /** Shows a build's folder in the system's file manager. */
  revealBuild(matterId: string, buildId: string): Promise<void>;
  /** Sends the actual PDF to the system to print: a document, or the `{ token }` of a `…-print` file. */
  print(source: unknown): Promise<void>;
  /**
   * Shows a document in a window of its own, which closes with its matter.
   *
   * @param source an item of evidence or a built file
   * @param page page to begin on, from 1
   */
  openReaderWindow(source: unknown, page: number): Promise<void>;
  /** Whether all single-document windows may close; those with a half-completed form ask the user first. */
  mayCloseReaderWindows(): Promise<boolean>;
  /** Closes all single-document windows. Resolves once they are closed and their unfinished input is stored. */
  closeReaderWindows(): Promise<void>;
  /** Makes the window full screen, or restores it. */
  setFullScreen(isFull: boolean): void;
  /** Shows a system notification. Choosing it brings the window forward and runs `command`. */
  notify(notification: { title: string; body: string; command: string }): void;
  setMenuState(state: MenuState): void;
  setTheme(theme: 'system' | 'light' | 'dark'): void;
  /** Answers the notice `window.leaving`. */
  answerLeaving(answer: LeavingAnswer): void;
  /** Sets the size of everything in this window, in percent of the default. */
  setSize(percent: number): void;
  /** Tells main that the first screen is shown with its content; `--screenshot` takes its picture then. */
  ready(): void;
  /** Listens for menu commands (ids of commands.ts). Returns a function that stops it. */
  onCommand(listener: (command: string) => void): () => void;
  /** Listens for one kind of notice from main; notices sent before anyone listens wait. Returns a function that stops it. */
  onNotice<N extends HostNotice['name']>(
    name: N,
    listener: (notice: Extract<HostNotice, { name: N }>) => void,
  ): () => void;
}

/**
 * A window's answer to whether it may close: yes, no, or the user is being asked and the final answer follows.
 */
export type LeavingAnswer = 'leaves' | 'stays' | 'asks';

/**
 * What main tells a window: a process was restarted, a matter should be opened, may you close, and save unfinished input and
 * close.
 */
export type HostNotice =
  | { readonly name: 'engine.restarted' }
  | { readonly name: 'reader.restarted' }
  | { readonly name: 'matter.requested'; readonly file: GrantedFile }
  | { readonly name: 'window.leaving' }
  | { readonly name: 'window.closing' };

/** `data` of the window message that carries a port to the engine. */
export const ENGINE_PORT_MESSAGE = 'forthwith-engine-port';

/** `data` of the window message that carries a port to the page reader. */
export const READER_PORT_MESSAGE = 'forthwith-reader-port';

/**
 * Prefix of a bridge error's message; the rest is a sentence for the user. It is in the message because nothing else
 * survives when an error crosses into the page.
 */
export const REFUSED_BY_MAIN = 'Forthwith: ';
