import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withoutFolders } from '../../../shared/errors/scrub.ts';
import type { Logger } from './logger.ts';
import { systemErrorCode } from './system-errors.ts';

/** Name of the log among the app's files; the one before it has `.1` at its end. */
export const logFileName = 'forthwith.log';

/**
 * A log of JSON lines without folders, bounded in size: `forthwith.log` and the one before it, `forthwith.log.1`. Each line is on its way to
 * the disk when the call returns, so that it outlives a crash.
 *
 * @param folder made if it is not there, closed to other users
 * @param options.host which process speaks ("cli", "app")
 * @param options.maxBytes size at which a new file is begun
 * @example createNodePlatform({ …, log: createFileLogger(join(appDirectory, 'logs'), { host: 'cli' }) })
 */
export function createFileLogger(
  folder: string,
  { host, maxBytes = 1_000_000 }: { host: string; maxBytes?: number },
): Logger {
  const file = join(folder, logFileName);
  const write =
    (level: keyof Logger): Logger['info'] =>
    (event, fields) => {
      const said = { level, at: new Date().toISOString(), host, ...fields, event };
      const line = `${JSON.stringify(said, (_key, value: unknown) => (typeof value === 'string' ? withoutFolders(value) : value))}\n`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) + line.length > maxBytes)
          renameSync(file, `${file}.1`);
        appendFileSync(file, line, { mode: 0o600 });
      } catch (error) {
        // A full or read-only disk must not stop the work; the line is at least seen on a terminal. Elsewhere it would stand among what
        // a script reads.
        if (!process.stderr.isTTY) return;
        process.stderr.write(`log unwritable (${systemErrorCode(error) ?? 'unknown'}): ${line}`);
      }
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
