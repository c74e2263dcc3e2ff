import { withoutFolders } from '../../../shared/errors/scrub.ts';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file is put aside, and a new one begun, at this size. */
const maxBytes = 1_000_000;

/** Logs what the processes report. Never document text, names of people, or full paths. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/**
 * A log of JSON lines, `forthwith.log`, with the one before it beside it (`forthwith.log.1`).
 * Each line has been written when the call returns, so that it survives a crash.
 *
 * @param folder made if it is not there, closed to other users
 */
export function createFileLog(folder: string): Log {
  const file = join(folder, 'forthwith.log');
  const write = (level: string, event: string, fields: Readonly<Record<string, unknown>> = {}) => {
    const said = { at: new Date().toISOString(), level, event, ...fields };
    // Folders are removed from whatever a process passes on.
    const line = `${JSON.stringify(said, (_key, value: unknown) => (typeof value === 'string' ? withoutFolders(value) : value))}\n`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, line, { mode: 0o600 });
    } catch (error) {
      // A full or read-only disk must not stop the app; the line is at least seen on a terminal.
      process.stderr.write(`log unwritable (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): ${line}`);
    }
  };
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
}
