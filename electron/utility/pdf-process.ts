import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReaderProcessMessage, ReaderProcessReply } from '../../shared/contract/processes.ts';
import { safeStack } from '../../shared/errors/scrub.ts';
import {
  createNodePlatform,
  createPageReader,
  makePreview,
  ReaderMatters,
  startWatchdog,
} from '../engine/reader.ts';
import { logToMain } from './log-to-main.ts';
import { hostPageReader } from './pdf-host.ts';

/** No printable page takes this long, even on a slow machine; one that does would take forever. */
const pageLimitMs = 15_000;

// Bundled, this module is in out/utility, and PDFium's module in out.
const out = join(import.meta.dirname, '..');
const { parentPort } = process;

const reply = (message: ReaderProcessReply) => parentPort.postMessage(message);

process.on('uncaughtException', (error) => {
  reply({ type: 'log', level: 'error', event: 'uncaught', fields: { stack: safeStack(error) } });
  // Nothing is stored here; main starts a new process, and windows open their documents again.
  process.exit(1);
});

const platform = createNodePlatform({
  // Only PDFs that this version made of other files are used.
  appVersion: process.env['FORTHWITH_APP_VERSION'] ?? '',
  assetsDirectory: join(out, '../assets'),
  workerUrl: pathToFileURL(join(out, 'worker.js')),
  log: logToMain(reply),
});
const matters = new ReaderMatters(platform);
const reader = createPageReader({ platform, matters, makePreview, watch: startWatchdog(pageLimitMs) });
const take = hostPageReader({ reader, matters, reply });

parentPort.on('message', ({ data, ports }) => take(data as ReaderProcessMessage, ports[0]));
