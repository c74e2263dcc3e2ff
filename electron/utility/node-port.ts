import type { MessagePort } from 'node:worker_threads';
import type { Port } from './port.ts';

/** Node's own port in the shape of Electron's: for tests, and for hosts that are plain Node. */
export function asPort(port: MessagePort): Port {
  return {
    on: (event: 'message' | 'close', listener: (message: { data: unknown }) => void) =>
      event === 'message'
        ? port.on('message', (data: unknown) => listener({ data }))
        : port.on('close', () => listener({ data: null })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}
