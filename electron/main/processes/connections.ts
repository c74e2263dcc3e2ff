import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron/main';
import type { HostNotice } from '../../../shared/contract/bridge.ts';
import { channels } from '../../../shared/contract/channels.ts';
import { startEngineHost, type EngineHost } from './engine-host.ts';
import { startReaderHost, type PdfReaderHost } from './reader-host.ts';

type EngineOptions = Omit<Parameters<typeof startEngineHost>[0], 'onRestarted'>;
type ReaderOptions = Omit<Parameters<typeof startReaderHost>[0], 'onRestarted'>;

type Restarted = Extract<HostNotice['name'], `${string}.restarted`>;

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

  const engineLine = () => {
    const { port1, port2 } = new MessageChannelMain();
    engine.connectWindow(port1);
    return port2;
  };
  const readerLine = () => {
    const { port1, port2 } = new MessageChannelMain();
    reader.connectWindow(port1);
    return port2;
  };
  // A new engine makes the reader begin anew too; a new reader leaves the engine's lines as they are.
  const bothLines = () => [engineLine(), readerLine()];
  const joinThem = () => {
    const { port1, port2 } = new MessageChannelMain();
    engine.connectReader(port1);
    reader.connectEngine(port2);
  };
  const rejoin = (name: Restarted, lines: () => MessagePortMain[]) => () => {
    if (!isReady) return;
    joinThem();
    for (const window of connected) {
      window.postMessage(channels.ports, null, lines());
      window.send(channels.notice, { name } satisfies HostNotice);
    }
  };
  const engine = startEngineHost({ ...options.engine, onRestarted: rejoin('engine.restarted', bothLines) });
  const reader = startReaderHost({
    ...options.reader,
    onRestarted: rejoin('reader.restarted', () => [readerLine()]),
  });
  isReady = true;
  joinThem();

  return {
    engine,
    reader,
    connect(window) {
      if (!connected.has(window)) {
        connected.add(window);
        window.once('destroyed', () => connected.delete(window));
      }
      window.postMessage(channels.ports, null, bothLines());
    },
    stop() {
      engine.stop();
      reader.stop();
    },
  };
}
