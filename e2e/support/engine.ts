import type { Page } from '@playwright/test';
import { ENGINE_PORT_MESSAGE, READER_PORT_MESSAGE, type Bridge } from '../../shared/contract/bridge.ts';
import type { Reply } from '../../shared/contract/define.ts';
import type { EngineEvent } from '../../shared/contract/events.ts';

/** What `joinPorts` leaves in the page. */
interface Line {
  call(target: 'engine' | 'reader', operation: string, input: unknown): Promise<Reply>;
  readonly events: EngineEvent[];
  readonly notices: unknown[];
}
declare global {
  interface Window {
    readonly forthwith: Bridge;
    forthwithTest?: Line;
  }
}

/**
 * Lets a test call the engine and the reader as the window does: over the window's own ports, as an untrusted
 * caller. After a process was started again it goes on with the new ports by itself.
 */
export async function joinPorts(page: Page): Promise<void> {
  // The page is asked itself: counting loads from outside would wait forever for one that the app has refused. By a timer, because a
  // window behind another draws nothing.
  await page.waitForFunction(() => document.readyState === 'complete', undefined, { polling: 50 });
  await page.evaluate(
    async ([enginePortMessage, readerPortMessage]) => {
      if (window.forthwithTest) return;
      // The page asked for ports when it loaded. A question to main and a message to ourselves later those have arrived,
      // and the next ones are the answer to this.
      await window.forthwith.chooseFolder('none' as never);
      await new Promise((resolve) => {
        window.addEventListener('message', resolve, { once: true });
        window.postMessage('forthwith-test', location.origin);
      });

      const waiting = new Map<number, (reply: Reply) => void>();
      const events: EngineEvent[] = [];
      const notices: unknown[] = [];
      // The page's own requests count from 1.
      let id = 1_000_000_000;
      const lines = [Promise.withResolvers<MessagePort>(), Promise.withResolvers<MessagePort>()];
      window.addEventListener('message', ({ source, data, ports }) => {
        if (source !== window || (data !== enginePortMessage && data !== readerPortMessage)) return;
        const at = data === enginePortMessage ? 0 : 1;
        ports.forEach((port) => {
          port.addEventListener('message', ({ data: message }) => {
            if ('event' in message) events.push(message.event);
            else waiting.get(message.id)?.(message.reply);
          });
          port.start();
          lines[at]!.resolve(port);
          const settled = Promise.withResolvers<MessagePort>();
          settled.resolve(port);
          lines[at] = settled;
          // What is asked after its process died waits for the next port.
          port.addEventListener('close', () => {
            if (lines[at] === settled) lines[at] = Promise.withResolvers();
          });
        });
      });
      for (const name of ['engine.restarted', 'reader.restarted', 'matter.requested'] as const)
        window.forthwith.onNotice(name, (notice) => notices.push(notice));
      window.forthwithTest = {
        events,
        notices,
        async call(target, operation, input) {
          if (target === 'reader') window.forthwith.wakeReader();
          const port = await lines[target === 'engine' ? 0 : 1]!.promise;
          const request = { id: (id += 1), operation, input };
          return new Promise((resolve) => {
            waiting.set(request.id, resolve);
            port.postMessage(request);
          });
        },
      };
      window.forthwith.connect();
    },
    [ENGINE_PORT_MESSAGE, READER_PORT_MESSAGE] as const,
  );
}

/**
 * Asks the engine from inside the window; returns the whole envelope.
 *
 * @example await callEngine(page, 'matter.listOpen', {})
 */
export async function callEngine(page: Page, operation: string, input: unknown): Promise<Reply> {
  await joinPorts(page);
  return page.evaluate(([name, value]) => window.forthwithTest!.call('engine', name, value), [
    operation,
    input,
  ] as const);
}

/** The same for the process that reads pages. */
export async function callReader(page: Page, operation: string, input: unknown): Promise<Reply> {
  await joinPorts(page);
  return page.evaluate(([name, value]) => window.forthwithTest!.call('reader', name, value), [
    operation,
    input,
  ] as const);
}

/** The value of a reply that must be a success. */
export function valueOf<T>(reply: Reply): T {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value as T;
}

/** The matter that is open, or the first of several. */
export async function openMatterId(page: Page): Promise<string> {
  const [open] = valueOf<{ id: string }[]>(await callEngine(page, 'matter.listOpen', {}));
  return open!.id;
}

/**
 * Asks the engine about the matter that is open.
 *
 * @example const { ids } = await askOpen<{ ids: string[] }>(page, 'evidence.find', { filter: {} })
 */
export async function askOpen<T>(page: Page, operation: string, input: object = {}): Promise<T> {
  return valueOf<T>(await callEngine(page, operation, { matterId: await openMatterId(page), ...input }));
}
