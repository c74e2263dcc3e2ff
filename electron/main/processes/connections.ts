import { MessageChannelMain, type WebContents } from 'electron/main';
import type { HostNotice } from '../../../shared/contract/bridge.ts';
import { channels } from '../../../shared/contract/channels.ts';
import { startEngineHost, type EngineHost } from './engine-host.ts';
import { startReaderHost, type PdfReaderHost } from './reader-host.ts';

type EngineOptions = Omit<Parameters<typeof startEngineHost>[0], 'onRestarted'>;
type ReaderOptions = Omit<Parameters<typeof startReaderHost>[0], 'onRestarted'>;

export interface Processes {
  readonly engine: EngineHost;
  readonly reader: PdfReaderHost;
  /** Gives a window its two ports: now, and anew whenever a process was started again. */
  connect(window: WebContents): void;
  stop(): void;
}

/** Starts both processes, joins them to each other, and keeps every window joined to both. */
export function startProcesses(options: { engine: EngineOptions; reader: ReaderOptions }): Processes {
  const connected = new Set<WebContents>();
  // A restart may be told while the other process is still being set up here.
  let isReady = false;

  const handOut = (window: WebContents) => {
    const toEngine = new MessageChannelMain();
    const toReader = new MessageChannelMain();
    engine.connectWindow(toEngine.port1);
    reader.connectWindow(toReader.port1);
    window.postMessage(channels.ports, null, [toEngine.port2, toReader.port2]);
  };
  const join = () => {
    const { port1, port2 } = new MessageChannelMain();
    engine.connectReader(port1);
    reader.connectEngine(port2);
  };
  const rejoin = (name: Extract<HostNotice['name'], `${string}.restarted`>) => () => {
    if (!isReady) return;
    join();
    for (const window of connected) {
      handOut(window);
      window.send(channels.notice, { name } satisfies HostNotice);
    }
  };
  const engine = startEngineHost({ ...options.engine, onRestarted: rejoin('engine.restarted') });
  const reader = startReaderHost({ ...options.reader, onRestarted: rejoin('reader.restarted') });
  isReady = true;
  join();

  return {
    engine,
    reader,
    connect(window) {
      if (!connected.has(window)) {
        connected.add(window);
        window.once('destroyed', () => connected.delete(window));
      }
      handOut(window);
    },
    stop() {
      engine.stop();
      reader.stop();
    },
  };
}
