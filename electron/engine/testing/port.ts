import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Reply } from '../../../shared/contract/define.ts';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { PortMessage, PortRequest } from '../../../shared/contract/port.ts';
import type { Engine } from '../index.ts';

export interface PortClient {
  call(operation: string, input: unknown): Promise<Reply>;
  /** Events heard so far. */
  readonly events: readonly EngineEvent[];
  close(): void;
}

/** Talks to an engine over a real message port, in the shapes of shared/contract/port.ts, as a window does. */
export function connectByPort(engine: Engine): PortClient {
  const { port1, port2 } = new MessageChannel();
  const stop = serve(engine, port1);
  const waiting = new Map<number, (reply: Reply) => void>();
  const events: EngineEvent[] = [];
  let nextId = 1;
  port2.on('message', (message: PortMessage) => {
    if ('event' in message) return void events.push(message.event);
    waiting.get(message.id)?.(message.reply);
    waiting.delete(message.id);
  });
  return {
    events,
    call: (operation, input) =>
      new Promise((resolve) => {
        const request: PortRequest = { id: nextId++, operation, input };
        waiting.set(request.id, resolve);
        port2.postMessage(request);
      }),
    close() {
      stop();
      port2.close();
    },
  };
}

function serve(engine: Engine, port: MessagePort): () => void {
  const { call } = engine.connect({ isTrusted: true });
  const send = (message: PortMessage) => port.postMessage(message);
  port.on('message', async ({ id, operation, input }: PortRequest) => {
    send({ id, reply: await call(operation, input) });
  });
  return engine.subscribe((event) => send({ event }));
}
