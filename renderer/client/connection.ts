import type { EngineClient } from '../../shared/contract/api.ts';
import { PORTS_MESSAGE, READER_PORT_MESSAGE, type Bridge } from '../../shared/contract/bridge.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { readerContract } from '../../shared/contract/reader.ts';
import { createPortClient, PortTransport } from './port-client.ts';

declare global {
  interface Window {
    readonly forthwith: Bridge;
  }
}

export type ReaderClient = Client<typeof readerContract>;

/** The window's two lines: to the engine and to the page reader. One of each for the window's whole life. */
export const engineTransport = new PortTransport('ENGINE_RESTARTED');
export const readerTransport = new PortTransport('READER_RESTARTED');

export const engineClient: EngineClient = createPortClient(engineTransport);
export const readerClient: ReaderClient = createPortClient(readerTransport);

/** Asks main for the ports, and takes new ones whenever a process behind them was restarted. */
export function connect(): void {
  window.addEventListener('message', ({ source, data, ports }) => {
    if (source !== window) return;
    const [first, second] = ports;
    if (data === PORTS_MESSAGE && first && second) {
      engineTransport.attach(first);
      readerTransport.attach(second);
    }
    if (data === READER_PORT_MESSAGE && first) readerTransport.attach(first);
  });
  window.forthwith.connect();
}
