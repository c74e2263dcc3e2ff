import { safeStack } from '../../shared/errors/scrub.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineProcessMessage, EngineProcessReply } from '../../shared/contract/processes.ts';
import { hostEngine } from './engine-host.ts';
import type { Port } from './port.ts';

// Bundled, this module is in out/utility, and the worker's entry in out.
const out = join(import.meta.dirname, '..');
const { parentPort } = process;

const reply = (message: EngineProcessReply) => parentPort.postMessage(message);
let host:
  | ((message: Exclude<EngineProcessMessage, { type: 'start' }>, port: Port | undefined) => void)
  | null = null;

process.on('uncaughtException', (error) => {
  reply({ type: 'log', level: 'error', event: 'uncaught', fields: { stack: safeStack(error) } });
  // Its state cannot be trusted any more; main starts a new engine, which recovers what is stored.
  process.exit(1);
});

parentPort.on('message', ({ data, ports }) => {
  const message = data as EngineProcessMessage;
  if (message.type === 'start') {
    const { config, reopen } = message;
    host = hostEngine({ config, reopen, reply, workerUrl: pathToFileURL(join(out, 'worker.js')) });
  } else {
    host?.(message, ports[0]);
  }
});
