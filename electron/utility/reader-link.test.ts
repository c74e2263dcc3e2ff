import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { ReaderHostMessage } from '../../shared/contract/processes.ts';
import { asPort } from './node-port.ts';
import { createReaderLink } from './reader-link.ts';

const matter = { matterId: 'm', filePath: '/x/case.matter', passphrase: null, passwords: [] };

async function nextMessage(port: MessagePort): Promise<ReaderHostMessage> {
  const [message] = await once(port, 'message');
  return message as ReaderHostMessage;
}

test('a reader that arrives later, or anew, is told of every open matter', async () => {
  const link = createReaderLink();
  link.opened(matter);
  for (let life = 0; life < 2; life += 1) {
    const { port1, port2 } = new MessageChannel();
    link.attach(asPort(port1));
    expect(await nextMessage(port2)).toEqual({ type: 'matter-opened', ...matter });
    port2.close();
  }
});

test('a reader that arrives later is told of a matter together with the passwords given since', async () => {
  const link = createReaderLink();
  link.opened({ ...matter, passwords: [[7, 'open sesame']] });
  link.passwordGiven('m', 8, 'and again');
  const { port1, port2 } = new MessageChannel();
  link.attach(asPort(port1));
  const passwords = [
    [7, 'open sesame'],
    [8, 'and again'],
  ];
  expect(await nextMessage(port2)).toEqual({ type: 'matter-opened', ...matter, passwords });
  port2.close();
});

test('a matter is released only when the reader says so', async () => {
  const link = createReaderLink();
  const { port1, port2 } = new MessageChannel();
  link.attach(asPort(port1));
  link.opened(matter);
  expect(await nextMessage(port2)).toMatchObject({ type: 'matter-opened' });
  let isReleased = false;
  const released = link.release('m').then(() => (isReleased = true));
  const request = await nextMessage(port2);
  expect(request).toMatchObject({ type: 'matter-release', matterId: 'm' });
  expect(isReleased).toBe(false);
  port2.postMessage({ type: 'matter-released', id: 'id' in request ? request.id : -1 });
  await released;
  port2.close();
});

test('a reader that dies has let go of everything', async () => {
  const link = createReaderLink();
  const { port1, port2 } = new MessageChannel();
  link.attach(asPort(port1));
  link.opened(matter);
  const released = link.release('m');
  port2.close();
  await expect(released).resolves.toBeUndefined();
});

test('without a reader there is nothing to wait for', async () => {
  await expect(createReaderLink().release('m')).resolves.toBeUndefined();
});
