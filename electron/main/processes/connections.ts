import { MessageChannelMain, type WebContents } from 'electron/main';
import type { HostNotice } from '../../../shared/contract/bridge.ts';
import { channels } from '../../../shared/contract/channels.ts';
import { startEngineHost, type EngineHost } from './engine-host.ts';
import { createReaderHost, type PdfReaderHost } from './reader-host.ts';

type EngineOptions = Omit<Parameters<typeof startEngineHost>[0], 'onRestarted'>;
type ReaderOptions = Omit<Parameters<typeof createReaderHost>[0], 'onStarted'>;

export interface Processes {
  readonly engine: EngineHost;
  readonly reader: PdfReaderHost;
  /** Gives a window its ports: the engine's now, the reader's once it runs, and new ones whenever a process is restarted. */
  connect(window: WebContents): void;
  stop(): void;
}

/** Starts the engine, and the reader when it is needed; connects them to each other, and keeps every window connected to both. */
export function startProcesses(options: { engine: EngineOptions; reader: ReaderOptions }): Processes {
  const connected = new Set<WebContents>();

  const sendEngineLine = (window: WebContents) => {
    const { port1, port2 } = new MessageChannelMain();
    engine.connectWindow(port1);
    window.postMessage(channels.enginePort, null, [port2]);
  };
  const sendReaderLine = (window: WebContents) => {
    if (!reader.isAwake()) return;
    const { port1, port2 } = new MessageChannelMain();
    reader.connectWindow(port1);
    window.postMessage(channels.readerPort, null, [port2]);
  };
  const joinThem = () => {
    if (!reader.isAwake()) return;
    const { port1, port2 } = new MessageChannelMain();
    engine.connectReader(port1);
    reader.connectEngine(port2);
  };
  const tell = (window: WebContents, notice: HostNotice) => window.send(channels.notice, notice);
  const engine = startEngineHost({
    ...options.engine,
    // A new engine makes the reader start over too; a new reader leaves the engine's connections as they are.
    onRestarted() {
      joinThem();
      for (const window of connected) {
        sendEngineLine(window);
        sendReaderLine(window);
        tell(window, { name: 'engine.restarted' });
      }
    },
  });
  const reader = createReaderHost({
    ...options.reader,
    onStarted(isRestart) {
      joinThem();
      for (const window of connected) {
        sendReaderLine(window);
        if (isRestart) tell(window, { name: 'reader.restarted' });
      }
    },
  });

  return {
    engine,
    reader,
    connect(window) {
      if (!connected.has(window)) {
        connected.add(window);
        window.once('destroyed', () => connected.delete(window));
      }
      sendEngineLine(window);
      sendReaderLine(window);
    },
    stop() {
      engine.stop();
      reader.stop();
    },
  };
}
