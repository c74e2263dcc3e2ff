import type { WantedWords } from '../domain/search/find-words.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import type { ReaderSource } from './reader.ts';
import type { Reply } from './define.ts';

/** Main to the PDF process, over its parent port. The port named travels beside the message. */
export type ReaderProcessMessage =
  /** One window's end of a port; served with `readerContract` until the window closes it. */
  | { readonly type: 'window-port' }
  /** The engine's end of a port; carries `ReaderHostMessage`. A new one replaces the one before. */
  | { readonly type: 'engine-port' }
  /** A slice of an original or of a built file, for the `matter://` protocol. */
  | {
      readonly type: 'read-bytes';
      readonly id: number;
      readonly source: ReaderSource;
      /** First byte wanted. */
      readonly position: number;
      /** How many bytes at most; fewer come back at the end of the file. 0 asks for the size and kind only. */
      readonly length: number;
    }
  /** A mail's safe HTML, with words marked in it. */
  | {
      readonly type: 'read-mail';
      readonly id: number;
      readonly source: ReaderSource;
      readonly words: WantedWords;
    };

/** The PDF process to main. */
export type ReaderProcessReply =
  | { readonly type: 'bytes'; readonly id: number; readonly reply: Reply<ByteSlice> }
  | { readonly type: 'mail'; readonly id: number; readonly reply: Reply<string> }
  | LogMessage;

export interface ByteSlice {
  /** Size of the whole, not of the slice. */
  readonly sizeBytes: number;
  readonly kind: EvidenceKind;
  readonly bytes: Uint8Array;
}

/** The engine process to the PDF process. After a new port the engine announces every open matter again. */
export type ReaderHostMessage =
  | {
      readonly type: 'matter-opened';
      readonly matterId: string;
      readonly filePath: string;
      readonly passphrase: string | null;
      /** Passwords given for its originals so far, by content. */
      readonly passwords: readonly (readonly [contentId: number, password: string])[];
    }
  /** A password was given for an original since its matter was opened. */
  | {
      readonly type: 'password-given';
      readonly matterId: string;
      readonly contentId: number;
      readonly password: string;
    }
  | { readonly type: 'matter-release'; readonly id: number; readonly matterId: string };

/** The PDF process to the engine: its connection to that matter is closed. */
export type ReaderHostReply = { readonly type: 'matter-released'; readonly id: number };

/** A line for the log, which main alone writes. Same rule as for every log: no document text, names or full paths. */
export interface LogMessage {
  readonly type: 'log';
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Folders and version for the engine process. Sent first. */
export interface EngineProcessConfig {
  readonly appDirectory: string;
  readonly assetsDirectory: string;
  readonly appVersion: string;
}

/** A matter as main remembers it, to open it again if the engine dies. */
export interface RememberedMatter {
  readonly matterId: string;
  readonly filePath: string;
  readonly isReadOnly: boolean;
  readonly isSample: boolean;
  /** Its passphrase was lost with the engine, so it comes back locked. */
  readonly isEncrypted: boolean;
}

/** Main to the engine process, over its parent port. The port named travels beside the message. */
export type EngineProcessMessage =
  /** `reopen` lists what was open before the engine died; empty at first. */
  | {
      readonly type: 'start';
      readonly config: EngineProcessConfig;
      readonly reopen: readonly RememberedMatter[];
    }
  /** One window's end of a port, served with the whole contract to an untrusted caller. */
  | { readonly type: 'window-port' }
  /** The other end of the PDF process's `engine-port`. A new one replaces the one before. */
  | { readonly type: 'reader-port' }
  /** A path the user chose in a dialog or by a drop. */
  | { readonly type: 'grant-file'; readonly id: number; readonly path: string }
  | {
      readonly type: 'find-build-folder';
      readonly id: number;
      readonly matterId: string;
      readonly buildId: string;
    }
  /** Cancel jobs and close every matter: the app is about to quit. */
  | { readonly type: 'close'; readonly id: number };

/** The engine process to main. */
export type EngineProcessReply =
  | { readonly type: 'file-granted'; readonly id: number; readonly token: string }
  | { readonly type: 'build-folder'; readonly id: number; readonly path: string | null }
  | { readonly type: 'closed'; readonly id: number }
  | { readonly type: 'matter-remembered'; readonly matter: RememberedMatter }
  | { readonly type: 'matter-forgotten'; readonly matterId: string }
  | LogMessage;
