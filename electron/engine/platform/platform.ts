import type { Logger } from './logger.ts';

/** What the engine takes from outside: injected, so that tests can hold time, ids and places still. */
export interface Platform {
  /** The present instant, ISO 8601 UTC with milliseconds. */
  now(): string;
  /** A new id, unique forever, sortable by time. */
  newId(): string;
  readonly log: Logger;
  /** The system account the program runs as. */
  readonly account: string;
  readonly machine: string;
  readonly appVersion: string;
  /** Folder for settings and the list of recent matters. */
  readonly appDirectory: string;
  /** Folder of the shipped assets (fonts, sample). */
  readonly assetsDirectory: string;
  /** better-sqlite3's binary where the runtime needs its own build. */
  readonly nativeBinding: string | undefined;
  /** The worker threads' entry. */
  readonly workerUrl: URL;
  /** PDFium's WebAssembly module. */
  readonly pdfiumWasmPath: string;
  /** Folder of the libraries that decode pictures, and recognize the text on them. */
  readonly imageLibraries: string;
}
