import { afterEach, describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../shared/contract/events.ts';
import type { Contract } from '../../../shared/contract/define.ts';
import type { PortRequest } from '../../../shared/contract/port.ts';
import { createPortClient, PortTransport } from './port-client.ts';

type Answer = (request: PortRequest, port: MessagePort) => void;
const open: MessagePort[] = [];

/** An engine's end that answers as told, on a real channel; gives the window's end. */
function engineEnd(answer: Answer): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<PortRequest>) => answer(data, port1);
  open.push(port1, port2);
  return port2;
}

const echo: Answer = ({ id, input }, port) => port.postMessage({ id, reply: { ok: true, value: input } });
const call = (transport: PortTransport, input: unknown) =>
  (createPortClient<Contract>(transport) as unknown as Record<string, (input: unknown) => Promise<unknown>>)[
    'test.echo'
  ]!(input);

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

describe('calls over a port', () => {
  it('keep until the first port arrives', async () => {
    const transport = new PortTransport('ENGINE_RESTARTED');
    const early = call(transport, 'early');
    transport.attach(engineEnd(echo));
    expect(await early).toBe('early');
  });

  it('ask for a port while there is none, and no longer once there is', async () => {
    let wanted = 0;
    const transport = new PortTransport('READER_RESTARTED', () => (wanted += 1));
    const early = call(transport, 'early');
    expect(wanted).toBe(1);
    transport.attach(engineEnd(echo));
    expect([await early, await call(transport, 'later')]).toEqual(['early', 'later']);
    expect(wanted).toBe(1);
  });

  it('throw the declared error of a refusal, with its details', async () => {
    const transport = new PortTransport('ENGINE_RESTARTED');
    transport.attach(
      engineEnd(({ id }, port) =>
        port.postMessage({
          id,
          reply: {
            ok: false,
            error: { code: 'DOCKET_NUMBER_TAKEN', message: 'Taken.', details: { number: '12' } },
          },
        }),
      ),
    );
    await expect(call(transport, 1)).rejects.toMatchObject({
      code: 'DOCKET_NUMBER_TAKEN',
      message: 'Taken.',
      details: { number: '12' },
    });
  });

  it('reject as retryable when a new port replaces the one they went out on', async () => {
    const transport = new PortTransport('ENGINE_RESTARTED');
    transport.attach(engineEnd(() => {}));
    const lost = call(transport, 'lost');
    transport.attach(engineEnd(echo));
    await expect(lost).rejects.toMatchObject({ code: 'ENGINE_RESTARTED' });
    expect(await call(transport, 'again')).toBe('again');
  });

  it('reject when the other end closes, before any new port comes', async () => {
    const transport = new PortTransport('ENGINE_RESTARTED');
    transport.attach(engineEnd((_request, port) => port.close()));
    await expect(call(transport, 'lost')).rejects.toMatchObject({ code: 'ENGINE_RESTARTED' });
  });
});

describe('events over a port', () => {
  it('reach every listener until it stops listening', async () => {
    const transport = new PortTransport('ENGINE_RESTARTED');
    const event: EngineEvent = { name: 'docket.changed', matterId: 'm' };
    transport.attach(
      engineEnd(({ id }, port) => {
        port.postMessage({ event });
        port.postMessage({ id, reply: { ok: true, value: null } });
      }),
    );
    const heard: EngineEvent[] = [];
    const stop = transport.onEvent((e) => heard.push(e));
    await call(transport, 1);
    stop();
    await call(transport, 2);
    expect(heard).toEqual([event]);
  });

  it('tell a restart from the first connection', () => {
    const transport = new PortTransport('ENGINE_RESTARTED');
    let restarts = 0;
    transport.onRestart(() => (restarts += 1));
    transport.attach(engineEnd(echo));
    expect(restarts).toBe(0);
    transport.attach(engineEnd(echo));
    expect(restarts).toBe(1);
  });
});
