import type { LogMessage } from '../../shared/contract/processes.ts';
import type { Logger } from '../engine/index.ts';

/** A log that main writes: it alone has the file. */
export function logToMain(reply: (message: LogMessage) => void): Logger {
  const write =
    (level: LogMessage['level']): Logger['info'] =>
    (event, fields) =>
      reply({ type: 'log', level, event, ...(fields && { fields }) });
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
