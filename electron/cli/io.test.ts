import { afterEach, expect, test, vi } from 'vitest';
import { printable, terminalIo } from './io.ts';

const streams = [process.stdout, process.stderr];
const before = streams.map((stream) => stream.listeners('error'));
const signals = ['SIGINT', 'SIGTERM'] as const;
const handlers = signals.map((signal) => process.listeners(signal));

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  streams.forEach((stream, i) => {
    for (const listener of stream.listeners('error') as (() => void)[])
      if (!before[i]!.includes(listener)) stream.off('error', listener);
  });
  signals.forEach((signal, i) => {
    for (const listener of process.listeners(signal))
      if (!handlers[i]!.includes(listener)) process.off(signal, listener);
  });
});

test('a reader that closes the pipe early harms nothing; any other failure to write is told at the end', async () => {
  const fail = (code: string) => process.stdout.emit('error', Object.assign(new Error(code), { code }));
  const closed = terminalIo();
  fail('EPIPE');
  fail('ERR_STREAM_DESTROYED');
  expect(await closed.settled()).toBeNull();
  const full = terminalIo();
  fail('ENOSPC');
  expect(await full.settled()).toMatchObject({ code: 'ENOSPC' });
  expect(() => process.stderr.emit('error', new Error('EIO'))).not.toThrow();
});

test('signs that command a terminal are shown as marks; lines, tabs and pages stay', () => {
  expect(printable('a\u001b]52;c;eA==\u0007b\u009b2J\u007f\0')).toBe(
    'a\ufffd]52;c;eA==\ufffdb\ufffd2J\ufffd\ufffd',
  );
  expect(printable('exhibit\u202efdp.exe')).toBe('exhibit\ufffdfdp.exe');
  expect(printable('added\rfailed')).toBe('added\ufffdfailed');
  expect(printable('one\ttwo\r\nthree\n\fné \u{1f600}')).toBe('one\ttwo\r\nthree\n\fné \u{1f600}');
});

test.each(signals)(
  '%s cancels; sent twice at once it is one request, and later it ends the process',
  (signal) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const others = process.listeners(signal);
    const io = terminalIo();
    const [cancel] = process.listeners(signal).filter((listener) => !others.includes(listener));
    // However long it takes to tell everybody that works.
    io.signal.addEventListener('abort', () => vi.advanceTimersByTime(400));
    cancel!(signal);
    cancel!(signal);
    expect(io.signal.aborted).toBe(true);
    expect(kill).not.toHaveBeenCalled();
    vi.advanceTimersByTime(400);
    cancel!(signal);
    expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, signal);
    expect(process.listeners(signal)).not.toContain(cancel);
  },
);
