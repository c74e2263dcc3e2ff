import { expect, test } from 'vitest';
import { createMatterProtocol, parseMatterUrl, sliceBytes, type ReadBytes } from './matter-protocol.ts';

const url = 'matter://0192aa00-0000-7000-8000-000000000001/evidence/0192aa00-0000-7000-8000-000000000002';

function bytesOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index % 251);
}

function serving(original: Uint8Array) {
  const lengths: number[] = [];
  const readBytes: ReadBytes = async (_source, position, length) => {
    lengths.push(length);
    const bytes = original.subarray(position, position + length);
    return { ok: true, value: { sizeBytes: original.byteLength, kind: 'pdf', bytes } };
  };
  return { serve: createMatterProtocol(readBytes), lengths };
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

test('the whole original comes back byte for byte, in slices of at most a mebibyte', async () => {
  const original = bytesOf(2 * sliceBytes + 5);
  const { serve, lengths } = serving(original);
  const response = await serve(new Request(url));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-length')).toBe(String(original.byteLength));
  expect(await bodyOf(response)).toEqual(original);
  expect(lengths).toEqual([0, sliceBytes, sliceBytes, 5]);
});

test('a range comes back alone and says where it lies', async () => {
  const original = bytesOf(1_000);
  const response = await serving(original).serve(new Request(url, { headers: { Range: 'bytes=100-199' } }));
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe('bytes 100-199/1000');
  expect(await bodyOf(response)).toEqual(original.subarray(100, 200));
});

test('a range past the end is answered with the size', async () => {
  const response = await serving(bytesOf(10)).serve(new Request(url, { headers: { Range: 'bytes=10-' } }));
  expect(response.status).toBe(416);
  expect(response.headers.get('content-range')).toBe('bytes */10');
});

test('HEAD tells size and type and reads nothing', async () => {
  const { serve, lengths } = serving(bytesOf(10));
  const response = await serve(new Request(url, { method: 'HEAD' }));
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-length')).toBe('10');
  expect(lengths).toEqual([0]);
});

test('an empty original is an empty body', async () => {
  const response = await serving(bytesOf(0)).serve(new Request(url));
  expect(response.status).toBe(200);
  expect(await bodyOf(response)).toHaveLength(0);
});

test('an original that ends early breaks the body instead of passing for whole', async () => {
  const readBytes: ReadBytes = async (_source, position, length) => ({
    ok: true,
    value: { sizeBytes: 100, kind: 'pdf', bytes: position < 50 ? bytesOf(length && 50) : new Uint8Array() },
  });
  const response = await createMatterProtocol(readBytes)(new Request(url));
  await expect(response.arrayBuffer()).rejects.toThrow('ended early');
});

test('a matter or original that is not there is 404, a dead process 503', async () => {
  const missing = createMatterProtocol(async () => ({
    ok: false,
    error: { code: 'NOT_FOUND', message: '' },
  }));
  expect((await missing(new Request(url))).status).toBe(404);
  const dead = createMatterProtocol(() => Promise.reject(new Error('died')));
  expect((await dead(new Request(url))).status).toBe(503);
});

test.each([
  'matter://abc/evidence/',
  'matter://abc/evidence/../../x',
  'matter://abc/evidence/a%2fb',
  'matter://abc/builds/x',
  'matter://abc/evidence/x?y',
])('%s names no original', (address) => {
  expect(parseMatterUrl(address)).toBeNull();
});
