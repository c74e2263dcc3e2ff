import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import type { Reply } from '../../shared/contract/define.ts';
import { asPort } from './node-port.ts';
import { createWindowPorts } from './window-ports.ts';

function serve(isReady = Promise.resolve()) {
  const call = vi.fn<(operation: string) => Promise<Reply>>(async (operation) => ({
    ok: true,
    value: operation,
  }));
  const refuse = vi.fn<() => void>();
  const windows = createWindowPorts({ call, isReady, refuse });
  const { port1, port2 } = new MessageChannel();
  return { windows, call, refuse, served: asPort(port1), window: port2 };
}

async function nextMessage(port: MessagePort): Promise<unknown> {
  const [message] = await once(port, 'message');
  return message;
}

test('a request is carried out and its reply carries its id', async () => {
  const { windows, served, window } = serve();
  windows.add(served);
  window.postMessage({ id: 7, operation: 'matter.listOpen', input: {} });
  expect(await nextMessage(window)).toEqual({ id: 7, reply: { ok: true, value: 'matter.listOpen' } });
  window.close();
});

test.each([
  null,
  1,
  'x',
  [],
  {},
  { id: 'a', operation: 'b' },
  { id: 1 },
  { id: 1, operation: 'x'.repeat(101) },
])('%j is refused and nothing is called', async (message) => {
  const { windows, served, window, call, refuse } = serve();
  windows.add(served);
  window.postMessage(message);
  window.postMessage({ id: 1, operation: 'next' });
  await nextMessage(window);
  expect(refuse).toHaveBeenCalledOnce();
  expect(call).toHaveBeenCalledOnce();
  window.close();
});

test('requests wait until the matters are open again', async () => {
  const ready = Promise.withResolvers<void>();
  const { windows, served, window, call } = serve(ready.promise);
  windows.add(served, [{ name: 'matter.locked', matterId: 'm' }]);
  window.postMessage({ id: 1, operation: 'matter.listOpen', input: {} });
  expect(await nextMessage(window)).toEqual({ event: { name: 'matter.locked', matterId: 'm' } });
  expect(call).not.toHaveBeenCalled();
  ready.resolve();
  expect(await nextMessage(window)).toMatchObject({ id: 1 });
  window.close();
});

test('what the engine tells reaches every window until it closes', async () => {
  const { windows, served, window } = serve();
  const other = new MessageChannel();
  windows.add(served);
  windows.add(asPort(other.port1));
  windows.tell({ name: 'matter.opened', matterId: 'm' });
  const told = { event: { name: 'matter.opened', matterId: 'm' } };
  expect(await Promise.all([nextMessage(window), nextMessage(other.port2)])).toEqual([told, told]);

  const closed = once(other.port1, 'close');
  other.port2.close();
  await closed;
  windows.tell({ name: 'matter.closed', matterId: 'm' });
  expect(await nextMessage(window)).toMatchObject({ event: { name: 'matter.closed' } });
  window.close();
});
