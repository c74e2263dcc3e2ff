import { crc32, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { makeTar as tar, tarEntry as entry } from '../../../testing/files/tar-files.ts';
import type { MemberBatch } from '../../reading.ts';
import { inspectFile } from '../inspect.ts';
import { kindOfSource } from '../kind/kind-of-source.ts';
import { gzipMember } from './gzip-member.ts';
import { tarMembers } from './tar-members.ts';

const told = ({ members }: MemberBatch) =>
  members.map((member) => [
    member.name,
    'bytes' in member ? Buffer.from(member.bytes).toString() : member.problem.code,
  ]);
const all = (bytes: Uint8Array) => told(tarMembers(bytesSource(bytes), 0, 1e9));
const problems = (bytes: Uint8Array) =>
  inspectFile(bytesSource(bytes), 'tar', 'x').problems.map(({ code }) => code);

test('files come out of a tape archive whole, under the names it has for them, long ones too', () => {
  const long = `${'deep/'.repeat(60)}end.txt`;
  const record = (key: string, value: string) => {
    const rest = ` ${key}=${value}\n`;
    const length = Buffer.byteLength(rest) + 3;
    return `${length}${rest}`;
  };
  const bytes = tar(
    entry('folder/', '', { type: '5' }),
    entry('folder/one.txt', 'one'),
    entry('link', '', { type: '2', sizeBytes: 700, linksTo: 'folder/one.txt' }),
    entry('././@LongLink', `${long}\0`, { type: 'L' }),
    entry(long.slice(0, 100), 'two'),
    entry('pax', record('path', `${'x'.repeat(90)}/é.txt`), { type: 'x' }),
    entry('short', 'three'),
    entry('b.txt', 'four', { prefix: 'a' }),
    entry(Buffer.from('caf\xe9.txt', 'latin1'), 'five'),
    entry('../../up.txt', ''),
  );
  expect(kindOfSource(bytesSource(bytes), 'x.bin')).toBe('tar');
  expect(problems(bytes)).toEqual([]);
  expect(all(bytes)).toEqual([
    ['folder/one.txt', 'one'],
    ['link', 'one'],
    [long, 'two'],
    [`${'x'.repeat(90)}/é.txt`, 'three'],
    ['a/b.txt', 'four'],
    ['café.txt', 'five'],
    ['up.txt', ''],
  ]);
  const first = tarMembers(bytesSource(bytes), 0, 4);
  expect([told(first), first.next]).toEqual([[['folder/one.txt', 'one']], 1]);
});

/** A number as headers have it. */
const octal = (value: number) => `${value.toString(8).padStart(11, '0')}\0`;
/** Lines of an extended header. */
const records = (pairs: readonly (readonly [string, string | number])[]) =>
  pairs
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`;
      const length = rest.length + String(rest.length + 2).length;
      return `${length}${rest}`;
    })
    .join('');

test('files kept without their holes come out with them, and what stands behind them too', () => {
  const file = 'one' + '\0'.repeat(7) + 'two' + '\0'.repeat(7);
  // As the first of the programs writes it: runs in the header, and after it in blocks that the size does not count.
  const first = entry('old.bin', 'onetwo', { type: 'S' });
  const header = first.subarray(0, 512);
  header.fill(0, 257, 512);
  header.write('ustar  \0', 257, 'latin1');
  header.write(octal(0) + octal(3), 386, 'latin1');
  header[482] = 1;
  header.write(octal(20), 483, 'latin1');
  header.write('        ', 148, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const more = Buffer.alloc(512);
  more.write(octal(10) + octal(3), 0, 'latin1');
  const old = Buffer.concat([header, more, first.subarray(512)]);
  const newer = (name: string, content: string, pairs: readonly (readonly [string, string | number])[]) => [
    entry('pax', records([['GNU.sparse.name', name], ...pairs]), { type: 'x' }),
    entry('GNUSparseFile.0/x', content),
  ];
  const bytes = tar(
    old,
    entry('behind.txt', 'behind'),
    ...newer('a.bin', 'onetwo', [
      ['GNU.sparse.size', 20],
      ['GNU.sparse.offset', 0],
      ['GNU.sparse.numbytes', 3],
      ['GNU.sparse.offset', 10],
      ['GNU.sparse.numbytes', 3],
    ]),
    ...newer('b.bin', 'onetwo', [
      ['GNU.sparse.size', 20],
      ['GNU.sparse.map', '0,3,10,3'],
    ]),
    ...newer('c.bin', `${'2\n0\n3\n10\n3\n'.padEnd(512, '\0')}onetwo`, [
      ['GNU.sparse.major', 1],
      ['GNU.sparse.minor', 0],
      ['GNU.sparse.realsize', 20],
    ]),
    ...newer('cut.bin', 'one', [
      ['GNU.sparse.size', 20],
      ['GNU.sparse.map', '0,3,10,3'],
    ]),
    ...newer('bomb.bin', 'one', [
      ['GNU.sparse.size', 1e9],
      ['GNU.sparse.map', '0,3'],
    ]),
  );
  expect(problems(bytes)).toEqual([]);
  expect(all(bytes)).toEqual([
    ['old.bin', file],
    ['behind.txt', 'behind'],
    ['a.bin', file],
    ['b.bin', file],
    ['c.bin', file],
    ['cut.bin', 'EVIDENCE_MEMBER_DAMAGED'],
    ['bomb.bin', 'EVIDENCE_MEMBER_TOO_LARGE'],
  ]);
});

test('a name in an extended header that is not UTF-8 is read as what it seems to be', () => {
  const bytes = tar(
    entry('pax', Buffer.from('17 path=café.txt\n', 'latin1'), { type: 'x' }),
    entry('short', 'one'),
  );
  expect(all(bytes)).toEqual([['café.txt', 'one']]);
});

test('a link in a tape archive is the file it leads to, before or behind it; one that leads elsewhere says so', () => {
  const long = `d/${'x'.repeat(120)}.txt`;
  const bytes = tar(
    entry('d/early.txt', '', { type: '2', linksTo: '../e/a.txt' }),
    entry('e/a.txt', 'one'),
    entry('d/hard.txt', '', { type: '1', linksTo: 'e/a.txt' }),
    entry('d/chain', '', { type: '2', linksTo: './hard.txt' }),
    entry('././@LongLink', `${long}\0`, { type: 'L' }),
    entry(long.slice(0, 100), 'two'),
    entry('././@LongLink', `${long}\0`, { type: 'K' }),
    entry('far', '', { type: '1', linksTo: long.slice(0, 100) }),
    entry('e/out', '', { type: '2', linksTo: '/a.txt' }),
    entry('folder', '', { type: '2', linksTo: 'd' }),
    entry('circle', '', { type: '2', linksTo: 'circle' }),
  );
  expect(all(bytes)).toEqual([
    ['d/early.txt', 'one'],
    ['e/a.txt', 'one'],
    ['d/hard.txt', 'one'],
    ['d/chain', 'one'],
    [long, 'two'],
    ['far', 'two'],
    ['e/out', 'EVIDENCE_MEMBER_IS_LINK'],
    ['folder', 'EVIDENCE_MEMBER_IS_LINK'],
    ['circle', 'EVIDENCE_MEMBER_IS_LINK'],
  ]);
});

test('what a tape archive lacks is told, and what is whole comes out', () => {
  const bytes = tar(entry('a.txt', 'one'), entry('b.txt', 'x'.repeat(2_000)));
  const cut = bytes.subarray(0, 1_024 + 512 + 100);
  expect(problems(cut)).toEqual(['EVIDENCE_ARCHIVE_DAMAGED']);
  expect(all(cut)).toEqual([
    ['a.txt', 'one'],
    ['b.txt', 'EVIDENCE_MEMBER_DAMAGED'],
  ]);
  const broken = Buffer.concat([entry('a.txt', 'one'), Buffer.alloc(512, 7), entry('b.txt', 'two')]);
  expect(problems(broken)).toEqual(['EVIDENCE_ARCHIVE_DAMAGED']);
  expect(all(broken)).toEqual([['a.txt', 'one']]);
  expect(all(tar(entry('huge', '', { sizeBytes: 8 ** 11 - 1 })))).toEqual([
    ['huge', 'EVIDENCE_MEMBER_TOO_LARGE'],
  ]);
  expect(all(tar(entry('holes', 'x', { type: 'S' })))).toEqual([['holes', 'EVIDENCE_MEMBER_DAMAGED']]);
});

test('a gzip file has one file in it, by its own name; a cut or swollen one says so', () => {
  const packed = gzipSync('what is in it');
  expect(kindOfSource(bytesSource(packed), 'x')).toBe('gzip');
  expect(inspectFile(bytesSource(packed), 'gzip', 'x').hasMembers).toBe(true);
  const one = (bytes: Uint8Array, name: string) => told(gzipMember(bytesSource(bytes), name));
  expect(one(packed, 'server.log.gz')).toEqual([['server.log', 'what is in it']]);
  expect(one(packed, 'mail.TGZ')[0]![0]).toBe('mail.tar');
  expect(one(packed, 'x')[0]![0]).toBe('x unpacked');
  const named = Buffer.concat([packed.subarray(0, 3), Buffer.of(8), packed.subarray(4, 10)]);
  expect(one(Buffer.concat([named, Buffer.from('a.txt\0'), packed.subarray(10)]), 'x')).toEqual([
    ['a.txt', 'what is in it'],
  ]);
  // Logs that were packed one after the other are one file.
  expect(one(Buffer.concat([packed, packed]), 'a.gz')).toEqual([['a', 'what is in itwhat is in it']]);
  expect(one(packed.subarray(0, 10), 'a.gz')).toEqual([['a', 'EVIDENCE_MEMBER_DAMAGED']]);
  const changed = Buffer.from(packed);
  changed[packed.length - 8]! ^= 1;
  expect(one(changed, 'a.gz')).toEqual([['a', 'EVIDENCE_MEMBER_DAMAGED']]);
  expect(one(gzipSync(Buffer.alloc(66 * 1024 * 1024)), 'a.gz')).toEqual([['a', 'EVIDENCE_MEMBER_TOO_LARGE']]);
});

test('what was packed comes out though something else stands behind it, which is told', () => {
  const packed = gzipSync('what is in it');
  const named = Buffer.concat([packed.subarray(0, 3), Buffer.of(8 | 4 | 16 | 2), packed.subarray(4, 10)]);
  const fields = Buffer.concat([named, Buffer.from('\u0003\0abca.txt\0a comment\0')]);
  const checksum = Buffer.alloc(2);
  checksum.writeUInt16LE(crc32(fields) & 0xffff);
  const header = Buffer.concat([fields, checksum]);
  for (const file of [packed, Buffer.concat([packed, packed]), Buffer.concat([header, packed.subarray(10)])])
    for (const behind of ['-- signed by the archive --', Buffer.of(0x1f, 0x8b, 9, 0)]) {
      const members = told(gzipMember(bytesSource(Buffer.concat([file, Buffer.from(behind)])), 'a.txt.gz'));
      expect(members.map(([name, what]) => [name, what!.replaceAll('what is in it', 'x')])).toEqual([
        ['a.txt', file.length > packed.length + 25 ? 'xx' : 'x'],
        ['a.txt', 'EVIDENCE_MEMBER_FOLLOWED'],
      ]);
    }
});

test('of a gzip file that is cut short what stands before the cut comes out, and is told to be cut', () => {
  const cut = (bytes: Buffer, name: string) => gzipMember(bytesSource(bytes), name).members;
  const log = Array.from({ length: 5_000 }, (_, line) => `line ${line * 7919}\n`).join('');
  const packed = gzipSync(log);
  const [part, problem] = cut(packed.subarray(0, packed.length / 2), 'server.log.gz');
  expect(part!.name).toBe('server (cut short).log');
  const text = Buffer.from('bytes' in part! ? part.bytes : []).toString();
  expect(text.length).toBeGreaterThan(10_000);
  expect(log.startsWith(text)).toBe(true);
  expect(problem).toMatchObject({ name: 'server.log', problem: { code: 'EVIDENCE_MEMBER_CUT' } });
  // Only the checksum is gone: all of it is there, and yet nobody can tell.
  expect(told({ members: cut(packed.subarray(0, -4), 'a.gz'), next: null })).toEqual([
    ['a (cut short)', log],
    ['a', 'EVIDENCE_MEMBER_CUT'],
  ]);
  const filler = Array.from({ length: 3_000 }, (_, at) => String((at * 7919) % 10_007)).join(' ');
  const archive = gzipSync(tar(entry('whole.txt', 'whole'), entry('half.txt', filler)));
  const [inner] = cut(archive.subarray(0, archive.length / 2), 'mail.tgz');
  expect(inner!.name).toBe('mail (cut short).tar');
  expect(all('bytes' in inner! ? inner.bytes : Buffer.alloc(0))).toEqual([
    ['whole.txt', 'whole'],
    ['half.txt', 'EVIDENCE_MEMBER_DAMAGED'],
  ]);
});
