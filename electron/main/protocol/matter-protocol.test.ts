import { expect, test } from 'vitest';
import type { WantedWords } from '../../../shared/domain/search/find-words.ts';
import {
  createMatterProtocol,
  isMailPage,
  parseMatterUrl,
  recordingType,
  sliceBytes,
  type MatterFiles,
  type ReadBytes,
} from './matter-protocol.ts';

const url = 'matter://0192aa00-0000-7000-8000-000000000001/evidence/0192aa00-0000-7000-8000-000000000002';

const noMail: MatterFiles['readMail'] = () => Promise.reject(new Error('not asked for'));

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
  return { serve: createMatterProtocol({ readBytes, readMail: noMail }), lengths };
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
  const response = await createMatterProtocol({ readBytes, readMail: noMail })(new Request(url));
  await expect(response.arrayBuffer()).rejects.toThrow('ended early');
});

test('a matter or original that is not there is 404, a dead process 503', async () => {
  const notFound = async () => ({ ok: false as const, error: { code: 'NOT_FOUND' as const, message: '' } });
  const missing = createMatterProtocol({ readBytes: notFound, readMail: notFound });
  const died = () => Promise.reject(new Error('died'));
  const dead = createMatterProtocol({ readBytes: died, readMail: died });
  for (const address of [url, `${url}/mail`]) {
    expect((await missing(new Request(address))).status).toBe(404);
    expect((await dead(new Request(address))).status).toBe(503);
  }
});

test.each([
  'matter://abc/evidence/',
  'matter://abc/evidence/../../x',
  'matter://abc/evidence/a%2fb',
  'matter://abc/builds/x',
  'matter://abc/evidence/x?y',
  'matter://abc/evidence/x/mail/y',
  'matter://abc/evidence/x/mails',
  'matter://abc/evidence//mail',
  'matter://abc@b/evidence/x/mail',
  'https://abc/evidence/x/mail',
])('%s names no original', (address) => {
  expect(parseMatterUrl(address)).toBeNull();
});

test('a mail that cannot be shown says why where it would stand, as plain text under the same policy', async () => {
  const message = 'The file <b>cannot</b> be read.';
  const serve = createMatterProtocol({
    readBytes: () => Promise.reject(new Error('not asked for')),
    readMail: async () => ({ ok: false, error: { code: 'NOT_FOUND', message } }),
  });
  const response = await serve(new Request(`${url}/mail`));
  expect(await response.text()).toBe(message);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
});

test('a mail is a page under a policy that runs and loads nothing, with the words asked for', async () => {
  const asked: WantedWords[] = [];
  const serve = createMatterProtocol({
    readBytes: () => Promise.reject(new Error('not asked for')),
    async readMail(_source, words) {
      asked.push(words);
      return { ok: true, value: '<!DOCTYPE html><p>Notice</p>' };
    },
  });
  const response = await serve(new Request(`${url}/mail?mark=a%20b&mark=c%26d#hit-2`));
  expect(asked).toEqual([{ any: ['a b', 'c&d'], isWhole: true }]);
  await serve(new Request(`${url}/mail?find=stay%20put`));
  await serve(new Request(`${url}/mail`));
  expect(asked.slice(1)).toEqual([
    { any: ['stay put'], isWhole: false },
    { any: [], isWhole: false },
  ]);
  expect(await response.text()).toBe('<!DOCTYPE html><p>Notice</p>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')?.split('; ')).toEqual([
    "default-src 'none'",
    'img-src data:',
    "style-src 'unsafe-inline'",
    "form-action 'none'",
    "base-uri 'none'",
    'frame-ancestors app://bundle',
    'sandbox',
  ]);
});

test('an original that is HTML is never served as a page', async () => {
  const readBytes: ReadBytes = async () => ({
    ok: true,
    value: { sizeBytes: 0, kind: 'html', bytes: new Uint8Array() },
  });
  const response = await createMatterProtocol({ readBytes, readMail: noMail })(new Request(url));
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
});

test('only mails are pages', () => {
  expect(isMailPage(`${url}/mail`)).toBe(true);
  expect(isMailPage(`${url}/mail?mark=a#hit-1`)).toBe(true);
  expect(isMailPage(url)).toBe(false);
  expect(isMailPage('app://bundle/index.html')).toBe(false);
});

test.each([
  ['RIFF....WAVEfmt ', 'audio', 'audio/wav'],
  ['OggS', 'audio', 'audio/ogg'],
  ['fLaC', 'audio', 'audio/flac'],
  ['....ftypisom', 'video', 'video/mp4'],
  ['....ftypM4A ', 'audio', 'audio/mp4'],
  ['\x1aE\xdf\xa3', 'video', 'video/webm'],
  ['\xff\xf1..', 'audio', 'audio/aac'],
  ['ID3.', 'audio', 'audio/mpeg'],
] as const)('a recording that begins with %j is %s of type %s', (head, kind, type) => {
  expect(
    recordingType(
      Uint8Array.from(head, (letter) => letter.charCodeAt(0)),
      kind,
    ),
  ).toBe(type);
});
