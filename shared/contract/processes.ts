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
    };

/** The PDF process to main. */
export type ReaderProcessReply = {
  readonly type: 'bytes';
  readonly id: number;
  readonly reply: Reply<ByteSlice>;
};

export interface ByteSlice {
  /** Size of the whole, not of the slice. */
  readonly sizeBytes: number;
  readonly kind: 'pdf' | 'png' | 'jpeg' | 'native';
  readonly bytes: Uint8Array;
}

/** The engine process to the PDF process. After a new port the engine tells again of every open matter. */
export type ReaderHostMessage =
  | {
      readonly type: 'matter-opened';
      readonly matterId: string;
      readonly filePath: string;
      readonly passphrase: string | null;
    }
  | { readonly type: 'matter-release'; readonly id: number; readonly matterId: string };

/** The PDF process to the engine: its connection to that matter is closed. */
export type ReaderHostReply = { readonly type: 'matter-released'; readonly id: number };
