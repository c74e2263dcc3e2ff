import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads what was remembered of something; empty where there is nothing, or nothing that can be understood. */
export function readState<S>(file: string): Partial<Record<keyof S, unknown>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) ?? {};
  } catch {
    // Not there yet, or cut short by a crash: it is found out and written again.
    return {};
  }
}

/** Stores it; the file is never left half written. */
export function writeState(file: string, state: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
