import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { box, makeFilm, makeWave } from '../../../testing/files/recordings.ts';
import { inspectRecording } from './inspect-recording.ts';

/** Claims by their fields. */
const claimsOf = (bytes: Uint8Array) =>
  Object.fromEntries(inspectRecording(bytesSource(bytes)).claims.map(({ field, value }) => [field, value]));
const latin = (text: string) => Buffer.from(text, 'latin1');
const words = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, at * 4);
  return bytes;
};

function flac(): Buffer {
  const info = Buffer.alloc(34);
  // 44,100 samples a second in 20 bits, then channels and depth, then 441,000 samples in 36 bits.
  info.writeUIntBE((44_100 * 16) & 0xffffff, 10, 3);
  info.writeUInt32BE(441_000, 14);
  const comment = (text: string) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(text.length);
    return Buffer.concat([size, latin(text)]);
  };
  const comments = Buffer.concat([comment('Fairwater 1'), latin('\x01\0\0\0'), comment('TITLE=Call')]);
  return Buffer.concat([
    latin('fLaC'),
    latin('\0\0\0\x22'),
    info,
    latin('\x84\0\0'),
    Buffer.from([comments.length]),
    comments,
  ]);
}

function mp3(): Buffer {
  const frame = Buffer.alloc(417);
  latin('\xff\xfb\x90\x00').copy(frame);
  const counted = Buffer.from(frame);
  Buffer.concat([latin('Xing'), words(1, 383)]).copy(counted, 36);
  const title = Buffer.concat([latin('TIT2\0\0\0\x05\0\0\x03'), latin('Call')]);
  const tag = Buffer.concat([latin('ID3\x03\0\0\0\0\0'), Buffer.from([title.length]), title]);
  return Buffer.concat([tag, counted, frame]);
}

function matroska(): Buffer {
  const element = (id: string, body: Buffer) =>
    Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x80 | body.length]), body]);
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(2_500);
  const date = Buffer.alloc(8);
  date.writeBigInt64BE(BigInt(86_400) * 1_000_000_000n);
  const info = element(
    '1549a966',
    Buffer.concat([
      element('2ad7b1', Buffer.from('0f4240', 'hex')),
      element('4489', duration),
      element('4461', date),
      element('5741', latin('Fairwater')),
    ]),
  );
  const video = element(
    'e0',
    Buffer.concat([element('b0', Buffer.from([0x02, 0x80])), element('ba', Buffer.from([0x01, 0xe0]))]),
  );
  const tracks = element('1654ae6b', element('ae', video));
  return Buffer.concat([
    element('1a45dfa3', element('4282', latin('webm'))),
    element('18538067', Buffer.concat([info, tracks])),
  ]);
}

test('a WAVE file tells its length', () => {
  expect(claimsOf(makeWave(1_500))).toEqual({ durationMs: '1500' });
});

test('an MP4 file tells its length, its size and when it was made', () => {
  expect(claimsOf(makeFilm(61_000, 1_280, 720, '2021-01-06T19:00:00Z'))).toEqual({
    durationMs: '61000',
    dimensions: '1280 × 720',
    createdAt: '2021-01-06T19:00:00.000Z',
  });
});

test('an MP4 file tells the telephone it was taken with, and where', () => {
  const key = (name: string) => Buffer.concat([words(8 + name.length), latin(`mdta${name}`)]);
  const item = (number: number, text: string) => {
    const value = box('data', words(1, 0), latin(text));
    return Buffer.concat([words(8 + value.length, number), value]);
  };
  const meta = box(
    'meta',
    box('hdlr', words(0, 0)),
    box(
      'keys',
      words(0, 3),
      key('com.apple.quicktime.make'),
      key('com.apple.quicktime.model'),
      key('com.apple.quicktime.location.ISO6709'),
    ),
    box('ilst', item(1, 'Fairwater'), item(2, 'Phone 3'), item(3, '+47.6-122.3/')),
  );
  const film = Buffer.concat([box('ftyp', latin('qt  \0\0\0\0qt  ')), box('moov', meta)]);
  expect(claimsOf(film)).toEqual({ device: 'Fairwater Phone 3', location: '+47.6-122.3/' });
});

test('FLAC, MP3 and Matroska tell their lengths and titles', () => {
  expect(claimsOf(flac())).toEqual({ durationMs: '10000', title: 'Call', software: 'Fairwater 1' });
  expect(claimsOf(mp3())).toEqual({ durationMs: '10005', title: 'Call' });
  expect(claimsOf(matroska())).toEqual({
    durationMs: '2500',
    dimensions: '640 × 480',
    createdAt: '2001-01-02T00:00:00.000Z',
    software: 'Fairwater',
  });
});

test('an Ogg file tells its length by its last page', () => {
  const page = (place: number, body: string) => {
    const head = Buffer.alloc(28);
    head.write('OggS', 'latin1');
    head.writeBigInt64LE(BigInt(place), 6);
    return Buffer.concat([head, latin(body)]);
  };
  const opus = page(0, 'OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0');
  expect(claimsOf(Buffer.concat([opus, page(48_312, 'x')]))).toEqual({ durationMs: '1000' });
});

/** A voice message of so many frames of one type, all of whose bytes are there. */
const amr = (frames: number, type: number, bytes: number, magic = '#!AMR\n') => {
  const frame = Buffer.alloc(bytes);
  frame[0] = (type << 3) | 4;
  return Buffer.concat([latin(magic), ...Array.from({ length: frames }, () => frame)]);
};
/** A Core Audio file. @param bytesPerPacket 0 where packets differ: then their table counts the frames */
const coreAudio = (bytesPerPacket: number) => {
  const rate = Buffer.alloc(8);
  rate.writeDoubleBE(8_000);
  const chunk = (type: string, body: Buffer) => Buffer.concat([latin(type), words(0, body.length), body]);
  const desc = Buffer.concat([rate, latin('ulaw'), words(0, bytesPerPacket, 1, 1, 8)]);
  const packets = bytesPerPacket === 0 ? [chunk('pakt', words(0, 50, 0, 24_000, 0, 0))] : [];
  return Buffer.concat([
    latin('caff\0\x01\0\0'),
    chunk('desc', desc),
    ...packets,
    chunk('data', Buffer.alloc(16_004)),
  ]);
};

test('voice messages tell their lengths: AMR by its frames, Core Audio by its packets', () => {
  expect(claimsOf(amr(150, 7, 32))).toEqual({ durationMs: '3000' });
  expect(claimsOf(amr(100, 8, 61, '#!AMR-WB\n'))).toEqual({ durationMs: '2000' });
  expect(inspectRecording(bytesSource(amr(100, 7, 32).subarray(0, -3)))).toMatchObject({
    claims: [{ field: 'durationMs', value: '1980' }],
    problems: [{ code: 'EVIDENCE_RECORDING_CUT' }],
  });
  expect(claimsOf(coreAudio(1))).toEqual({ durationMs: '2000' });
  expect(claimsOf(coreAudio(0))).toEqual({ durationMs: '3000' });
});

test('a recording that ends before it should says so', () => {
  for (const whole of [makeWave(100), makeFilm(1_000, 4, 3, '2021-01-06T19:00:00Z')])
    expect(inspectRecording(bytesSource(whole.subarray(0, whole.length - 10))).problems).toMatchObject([
      { code: 'EVIDENCE_RECORDING_CUT' },
    ]);
});

test('recordings cut or changed anywhere end in claims', () => {
  const all = [
    makeWave(20),
    makeFilm(1_000, 4, 3, '2021-01-06T19:00:00Z'),
    flac(),
    mp3(),
    matroska(),
    amr(9, 7, 32),
    coreAudio(0),
  ];
  for (const whole of all)
    for (let length = 0; length < whole.length; length++) claimsOf(whole.subarray(0, length));
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.nat(), fc.nat(255), (bytes, at, value) => {
      const changed = Buffer.from(bytes);
      changed[at % changed.length] = value;
      for (const claim of Object.values(claimsOf(changed))) expect(claim).not.toBe('');
    }),
    { numRuns: 1_000 },
  );
});
