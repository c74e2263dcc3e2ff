import type { Reply } from '../../shared/contract/define.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';
import type { PortMessage, PortRequest } from '../../shared/contract/port.ts';
import type { Port } from './port.ts';

/** Serves windows over their ports: requests in, replies and events out. */
export interface WindowPorts {
  /** Serves a port until its window closes it. `greeting` is sent first. */
  add(port: Port, greeting?: readonly EngineEvent[]): void;
  tell(event: EngineEvent): void;
}

/**
 * @param call carries out one request; never throws
 * @param isReady requests wait for it
 * @param refuse called with messages that are not requests
 */
export function createWindowPorts({
  call,
  isReady,
  refuse,
}: {
  call(operation: string, input: unknown): Promise<Reply>;
  isReady: Promise<void>;
  refuse(): void;
}): WindowPorts {
  const ports = new Set<Port>();
  const send = (port: Port, message: PortMessage) => port.postMessage(message);

  return {
    add(port, greeting = []) {
      ports.add(port);
      port.on('close', () => void ports.delete(port));
      port.on('message', ({ data }) => {
        if (!isPortRequest(data)) return refuse();
        const { id, operation, input } = data;
        void isReady
          .then(() => call(operation, input))
          // The window may have closed while its request was carried out.
          .then((reply) => ports.has(port) && send(port, { id, reply }));
      });
      port.start();
      for (const event of greeting) send(port, { event });
    },
    tell(event) {
      for (const port of ports) send(port, { event });
    },
  };
}

/** A window can send anything, also `null`: an ArrayBuffer in a transfer list arrives as that. */
export function isPortRequest(value: unknown): value is PortRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { id, operation } = value as Readonly<Record<string, unknown>>;
  return Number.isSafeInteger(id) && typeof operation === 'string' && operation.length <= 100;
}
