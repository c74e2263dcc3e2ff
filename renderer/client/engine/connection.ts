import type { EngineClient } from '../../../shared/contract/api.ts';
import { ENGINE_PORT_MESSAGE, READER_PORT_MESSAGE, type Bridge } from '../../../shared/contract/bridge.ts';
import type { Client } from '../../../shared/contract/define.ts';
import type { readerContract } from '../../../shared/contract/reader.ts';
import { createPortClient, PortTransport } from './port-client.ts';

declare global {
  interface Window {
    readonly forthwith: Bridge;
  }
}

export type ReaderClient = Client<typeof readerContract>;

/** The window's two lines: to the engine and to the page reader. One of each for the window's whole life. */
export const engineTransport = new PortTransport('ENGINE_RESTARTED');
export const readerTransport = new PortTransport('READER_RESTARTED', () => window.forthwith.wakeReader());

export const engineClient: EngineClient = createPortClient(engineTransport);
export const readerClient: ReaderClient = createPortClient(readerTransport);

/** Asks main for the engine's port, takes the reader's when it comes, and new ones whenever a process behind them was restarted. */
export function connect(): void {
  window.addEventListener('message', ({ source, data, ports }) => {
    if (source !== window) return;
    const [port] = ports;
    if (data === ENGINE_PORT_MESSAGE && port) engineTransport.attach(port);
    if (data === READER_PORT_MESSAGE && port) readerTransport.attach(port);
  });
  window.forthwith.connect();
}
