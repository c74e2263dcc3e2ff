import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource, type ByteSource } from '../../../pdf/index.ts';
import { makeRawZip, makeZip } from '../../../testing/files/zip-files.ts';
import { inspectFile } from '../inspect.ts';
import { kindOfSource } from '../kind/kind-of-source.ts';
import { iworkMembers } from './iwork-members.ts';
import { inspectZip, safeName, zipMembers } from './zip-members.ts';

const mib = 1024 * 1024;

/** Members by name: their text, or the code of what stood in the way. */
function membersOf(bytes: Uint8Array, maxBytes = 32 * mib): [string, string][] {
  const members: [string, string][] = [];
  const source = bytesSource(bytes);
  for (let from: number | null = 0; from !== null;) {
    const batch = zipMembers(source, from, maxBytes);
    expect(batch.next === null || batch.next > from, 'the batches go on').toBe(true);
    for (const member of batch.members)
      members.push([
        member.name,
        'bytes' in member ? Buffer.from(member.bytes).toString() : member.problem.code,
      ]);
    from = batch.next;
  }
  return members;
}

test('files come out whole, with their folders in their names; what a Mac adds comes too', async () => {
  const zip = await makeZip({
    'mail/': '',
    'mail/a.txt': 'one',
    'b.txt': 'two',
    '__MACOSX/._b.txt': 'fork',
    'empty.txt': '',
  });
  expect(membersOf(zip)).toEqual([
    ['mail/a.txt', 'one'],
    ['b.txt', 'two'],
    ['__MACOSX/._b.txt', 'fork'],
    ['empty.txt', ''],
  ]);
  expect(inspectZip(bytesSource(zip), 'x.zip')).toMatchObject({
    hasMembers: true,
    problems: [],
    report: { files: 4 },
  });
});

test('stored members, and archives in the form for large ones', async () => {
  const files = { 'a.txt': 'one', 'b.txt': 'two' };
  for (const options of [{ isStored: true }, { isZip64: true }])
    expect(membersOf(await makeZip(files, options))).toEqual(Object.entries(files));
});

test('members come in batches that go on where the last one ended', async () => {
  const zip = await makeZip({ a: 'x'.repeat(600), b: 'y'.repeat(600), c: 'z' });
  const first = zipMembers(bytesSource(zip), 0, 1_000);
  expect(first.members.map(({ name }) => name)).toEqual(['a']);
  expect(membersOf(zip, 1).map(([name]) => name)).toEqual(['a', 'b', 'c']);
});

test('an archive with something before it is read all the same', async () => {
  const zip = await makeZip({ 'a.txt': 'one' });
  expect(membersOf(Buffer.concat([Buffer.from('#!/bin/unpack\n'), zip]))).toEqual([['a.txt', 'one']]);
});

test('names in code page 437 and in UTF-8 without its flag are read; the same name may come twice', () => {
  const zip = makeRawZip([
    { name: Buffer.from([0x47, 0x81, 0x6e, 0x2e, 0x74, 0x78, 0x74]), content: '1' },
    { name: Buffer.from('Ünal.txt'), content: '2' },
    { name: 'same', content: '3' },
    { name: 'same', content: '4' },
  ]);
  expect(membersOf(zip)).toEqual([
    ['Gün.txt', '1'],
    ['Ünal.txt', '2'],
    ['same', '3'],
    ['same', '4'],
  ]);
});

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/a//b/./c', 'a/b/c'],
  ['C:\\mail\\a.txt', 'C_/mail/a.txt'],
  ['..', 'unnamed'],
  ['a\u202etxt.exe\u0000', 'a_txt.exe_'],
])('the name %j leads nowhere but below the archive', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('each member that cannot be taken out says why, and the others come', () => {
  const zip = makeRawZip([
    { name: 'good', content: 'one' },
    { name: 'locked', content: 'two', flags: 1 },
    { name: 'strange', content: 'three', method: 14 },
    { name: 'wrong', content: 'four', crc32: 1 },
    { name: 'short', content: 'five', sizeBytes: 400 },
    { name: 'last', content: 'six', method: 8 },
  ]);
  expect(membersOf(zip)).toEqual([
    ['good', 'one'],
    ['locked', 'EVIDENCE_MEMBER_LOCKED'],
    ['strange', 'EVIDENCE_MEMBER_UNSUPPORTED'],
    ['wrong', 'EVIDENCE_MEMBER_DAMAGED'],
    ['short', 'EVIDENCE_MEMBER_DAMAGED'],
    ['last', 'six'],
  ]);
  expect(inspectZip(bytesSource(zip), 'x.zip').problems).toMatchObject([
    {
      code: 'EVIDENCE_ARCHIVE_LOCKED',
      message: expect.stringMatching(/^1 of the 6 files in the archive is password-protected/),
    },
  ]);
});

test('of an archive of one locked file it is said as of one', () => {
  const zip = makeRawZip([{ name: 'a.txt', content: 'one', flags: 1 }]);
  expect(inspectZip(bytesSource(zip), 'x.zip').problems).toMatchObject([
    { message: expect.stringMatching(/^The file in the archive is password-protected/) },
  ]);
});

test('bombs are refused, by what they say and by what they do', () => {
  const zeros = Buffer.alloc(65 * mib);
  const zip = makeRawZip([
    { name: 'honest about it', content: zeros, method: 8 },
    { name: 'lies', content: zeros, method: 8, sizeBytes: 100 },
    { name: 'a.txt', content: 'one' },
    { name: 'server.log', content: 'all is well\n'.repeat(2_000_000), method: 8 },
  ]);
  expect(membersOf(zip).map(([name, content]) => [name, content.slice(0, 30)])).toEqual([
    ['honest about it', 'EVIDENCE_MEMBER_TOO_LARGE'],
    ['lies', 'EVIDENCE_MEMBER_TOO_LARGE'],
    ['a.txt', 'one'],
    ['server.log', 'all is well\nall is well\nall is'],
  ]);
});

test('entries that share their bytes are taken out once', () => {
  const zip = makeRawZip([
    { name: 'a', content: 'one' },
    { name: 'b', content: 'two' },
  ]);
  const second = zip.indexOf('PK\x01\x02', zip.indexOf('PK\x01\x02') + 4);
  zip.writeUInt32LE(0, second + 42);
  expect(membersOf(zip)).toEqual([
    ['a', 'one'],
    ['b', 'EVIDENCE_MEMBER_TOO_LARGE'],
  ]);
});

test('an archive without its directory gives what is whole in it', async () => {
  const entries = [
    { name: 'a.txt', content: 'one', method: 8 },
    { name: 'b.txt', content: 'two and more', method: 8 },
  ];
  const whole = makeRawZip(entries, false);
  expect(membersOf(whole)).toEqual([
    ['a.txt', 'one'],
    ['b.txt', 'two and more'],
  ]);
  expect(inspectZip(bytesSource(whole), 'x.zip').problems).toMatchObject([
    { code: 'EVIDENCE_ARCHIVE_DAMAGED' },
  ]);
  expect(membersOf(whole.subarray(0, whole.length - 3))).toEqual([
    ['a.txt', 'one'],
    ['b.txt', 'EVIDENCE_MEMBER_DAMAGED'],
  ]);
  // Programs that write to a stream state no sizes before the bytes.
  const streamed = await makeZip({ 'a.txt': 'one '.repeat(50), 'b.txt': 'two' });
  expect(
    membersOf(streamed.subarray(0, streamed.lastIndexOf('PK\x01\x02') - 60)).map(([name]) => name),
  ).toContain('a.txt');
});

test.each([
  ['with its signature', 4, 4],
  ['without', 0, 4],
  ['of zip64', 4, 8],
])(
  'a stored file ends before what is said behind it, %s, also without the directory',
  (_what, signature, wide) => {
    const described = (content: string, sum = crc32(content)) => {
      const behind = Buffer.alloc(signature + 4 + wide * 2);
      if (signature > 0) behind.writeUInt32LE(0x08074b50, 0);
      behind.writeUInt32LE(sum, signature);
      behind.writeUInt32LE(content.length, signature + 4);
      behind.writeUInt32LE(content.length, signature + 4 + wide);
      return Buffer.concat([Buffer.from(content), behind]);
    };
    const zip = makeRawZip(
      [
        { name: 'a.txt', content: described('one'), flags: 8 },
        { name: 'b.txt', content: described('two', 1), flags: 8 },
        { name: 'c.txt', content: described('three'), flags: 8 },
      ],
      false,
    );
    expect(membersOf(zip)).toEqual([
      ['a.txt', 'one'],
      ['b.txt', 'EVIDENCE_MEMBER_DAMAGED'],
      ['c.txt', 'three'],
    ]);
  },
);

test.each([
  [
    'Shift_JIS, whose second bytes may be a backslash',
    ['契約についての表.txt', 'お知らせ/メールの写し.txt'],
    ['8c5f96f182c982c282a282c482cc955c2e747874', '82a8926d82e782b92f8381815b838b82cc8eca82b52e747874'],
  ],
  [
    'Shift_JIS, of a few ideographs alone',
    ['received in 2021/資料.txt'],
    ['726563656976656420696e20323032312f8e9197bf2e747874'],
  ],
  [
    'GBK',
    ['合同终止通知.txt', '证据/与公司的电话.txt'],
    ['bacfcdacd6d5d6b9cda8d6aa2e747874', 'd6a4bedd2fd3ebb9abcbbeb5c4b5e7bbb02e747874'],
  ],
  ['code page 866', ['Договор аренды.txt'], ['84aea3aea2aee020a0e0a5ada4eb2e747874']],
  ['Windows-1252', ['Résumé – Müller.txt'], ['52e973756de92096204dfc6c6c65722e747874']],
  ['code page 437', ['Straße Résumé.txt'], ['53747261e16520528273756d822e747874']],
])('names of an archive that do not say how they are written are read in %s', (_charset, names, hex) => {
  const zip = makeRawZip(hex.map((name) => ({ name: Buffer.from(name, 'hex'), content: '1' })));
  const listed = names.map((name) => [name, '1']);
  expect(membersOf(zip)).toEqual(listed);
  const cut = zip.subarray(0, zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') - 60);
  expect(membersOf(cut)).toEqual(listed);
});

test('a second name in UTF-8 counts while it is that of the name as it stands', () => {
  const second = (of: string) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(of));
    const value = Buffer.concat([Buffer.of(1), sum, Buffer.from('café.txt')]);
    return Buffer.concat([Buffer.of(0x75, 0x70, value.length, 0), value]);
  };
  const zip = makeRawZip([
    { name: 'caf_.txt', content: 'one', extra: second('caf_.txt') },
    { name: 'renamed.txt', content: 'two', extra: second('caf_.txt') },
  ]);
  expect(membersOf(zip)).toEqual([
    ['café.txt', 'one'],
    ['renamed.txt', 'two'],
  ]);
});

test('what is no archive at all is damaged and has no members', () => {
  expect(inspectZip(bytesSource(Buffer.from('PK\x03\x04')), 'x.zip')).toMatchObject({
    hasMembers: false,
    problems: [{ code: 'EVIDENCE_DAMAGED' }],
  });
});

test('an empty archive is no damaged one', async () => {
  expect(inspectZip(bytesSource(await makeZip({})), 'x.zip')).toMatchObject({
    hasMembers: false,
    problems: [],
  });
});

test('more entries than are taken out of one archive are counted', () => {
  const entries = Array.from({ length: 20_003 }, (_, at) => ({ name: `${at}`, content: '' }));
  const { problems, report } = inspectZip(bytesSource(makeRawZip(entries)), 'x.zip');
  expect(problems).toMatchObject([
    { code: 'EVIDENCE_ARCHIVE_TOO_LARGE', message: expect.stringContaining('3') },
  ]);
  expect(report).toMatchObject({ files: 20_000 });
});

test('an archive cut or changed anywhere ends in members with or without problems', async () => {
  const zip = await makeZip({ 'a/b.txt': 'one '.repeat(40), 'c.txt': 'two', 'd.txt': '' });
  for (let length = 0; length < zip.length; length++) membersOf(zip.subarray(0, length));
  fc.assert(
    fc.property(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(zip);
      changed[at]! ^= flip;
      for (const [name] of membersOf(changed)) expect(name).not.toBe('');
    }),
    { numRuns: 500 },
  );
});

test('a member of an archive of any size is read without the rest', async () => {
  const zip = await makeZip({ 'a.txt': 'one', 'b.bin': Buffer.alloc(3 * mib, 7) }, { isStored: true });
  let read = 0;
  const inner = bytesSource(zip);
  const source: ByteSource = {
    sizeBytes: inner.sizeBytes,
    readAt(position, target) {
      read += target.length;
      return inner.readAt(position, target);
    },
  };
  zipMembers(source, 0, 1);
  expect(read).toBeLessThan(200_000);
});

test('a link in a zip archive is the file it leads to, where that came too; else it says where it leads', () => {
  const bytes = makeRawZip([
    { name: 'd/link', content: '../e/a.txt', unixMode: 0o120777 },
    { name: 'e/a.txt', content: 'one', unixMode: 0o100644 },
    { name: 'out', content: '/etc/hosts', unixMode: 0o120777 },
    { name: 'up', content: '../../e/a.txt', unixMode: 0o120777 },
    { name: 'circle', content: 'circle', unixMode: 0o120777 },
    // Without a system whose attributes these are, it is a file.
    { name: 'path.txt', content: 'e/a.txt' },
  ]);
  const { members } = zipMembers(bytesSource(bytes), 0, 1_000_000);
  expect(
    members.map((member) => [
      member.name,
      'bytes' in member ? Buffer.from(member.bytes).toString() : member.problem.code,
    ]),
  ).toEqual([
    ['d/link', 'one'],
    ['e/a.txt', 'one'],
    ['out', 'EVIDENCE_MEMBER_IS_LINK'],
    ['up', 'EVIDENCE_MEMBER_IS_LINK'],
    ['circle', 'EVIDENCE_MEMBER_IS_LINK'],
    ['path.txt', 'e/a.txt'],
  ]);
});

test('an archive says where its directory names a file otherwise than stands before it, or leaves one out', async () => {
  const problemsOf = (bytes: Buffer) => inspectZip(bytesSource(bytes), 'x.zip').problems;
  const zip = makeRawZip([
    { name: 'deleted.txt', content: 'gone', listedAs: null },
    { name: 'invoice.txt', content: 'one', listedAs: 'contract.txt' },
    { name: 'hidden.txt', content: 'two', listedAs: null },
    { name: 'mail\\Re\u0301union.txt', content: 'three', listedAs: 'mail/R\u00e9union.txt' },
    { name: 'last.txt', content: 'four', listedAs: null },
  ]);
  expect(problemsOf(zip)).toMatchObject([
    {
      code: 'EVIDENCE_ARCHIVE_NAMES_DIFFER',
      message: expect.stringContaining('“contract.txt” for “invoice.txt”,'),
    },
    {
      code: 'EVIDENCE_ARCHIVE_UNLISTED',
      message: expect.stringContaining('(“deleted.txt”, “hidden.txt”, “last.txt”)'),
    },
  ]);
  expect(membersOf(zip).map(([name]) => name)).toEqual(['contract.txt', 'mail/R\u00e9union.txt']);
  const streamed = await makeZip({ 'a.zip': await makeZip({ 'b.txt': 'one' }), 'c/': '', 'd.txt': 'two' });
  expect(problemsOf(Buffer.concat([Buffer.from('a program'), streamed]))).toEqual([]);
});

test('a comment that looks like the end of a directory hides no files', () => {
  const end = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
  const comment = Buffer.concat([Buffer.from('signed '), end, Buffer.from(' here')]);
  const zip = Buffer.from(makeRawZip([{ name: 'a.txt', content: 'one' }]));
  zip.writeUInt16LE(comment.length, zip.length - 2);
  expect(membersOf(Buffer.concat([zip, comment]))).toEqual([['a.txt', 'one']]);
});

test('what has bytes is a file, though it is called as folders are', () => {
  const zip = makeRawZip([
    { name: 'd/', content: '' },
    { name: 'e/', content: 'one' },
  ]);
  expect(membersOf(zip)).toEqual([['e', 'one']]);
});

test('pieces of a split archive say what they are, whichever program split it', async () => {
  const whole = await makeZip({ 'a.txt': 'what is in it', 'b.txt': 'and more' });
  const first = Buffer.concat([Buffer.from('PK\x07\x08'), whole.subarray(0, 100)]);
  const last = Buffer.from(whole.subarray(100));
  last.writeUInt16LE(1, last.length - 18);
  const codes = (bytes: Buffer, name: string) => {
    const source = bytesSource(bytes);
    return inspectFile(source, kindOfSource(source, name), name).problems.map(({ code }) => code);
  };
  const sevenZip = Buffer.concat([Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), Buffer.alloc(99, 0x5a)]);
  for (const [bytes, name] of [
    [first, 'mail.z01'],
    [last, 'mail.zip'],
    [whole.subarray(0, 100), 'mail.zip.001'],
    [sevenZip, 'mail.7z.001'],
    [Buffer.alloc(200, 1), 'mail.7z.002'],
    [Buffer.alloc(200, 1), 'mail.part2.rar'],
  ] as const)
    expect(codes(bytes, name), name).toEqual(['EVIDENCE_ARCHIVE_PIECE']);
  expect(codes(whole, 'mail.zip.001')).toEqual([]);
  expect(codes(whole.subarray(0, 100), 'mail.zip')).toEqual(['EVIDENCE_ARCHIVE_DAMAGED']);
  expect(codes(sevenZip, 'mail.7z')).toEqual(['EVIDENCE_UNSUPPORTED_KIND']);
});

test('a document of Pages, Numbers or Keynote is one file, with its preview and the pictures put into it', async () => {
  const pages = await makeZip({
    'Index/Document.iwa': 'x',
    'Index/Tables/DataList.iwa': 'x',
    'Data/wall-12.jpg': 'the wall',
    'Data/wall-small-13.jpg': 'smaller',
    'preview.jpg': 'first page',
    'preview-micro.jpg': 'tiny',
    'Metadata/Properties.plist': 'x',
  });
  const source = bytesSource(pages);
  expect(kindOfSource(source, 'notice.pages')).toBe('native');
  expect(inspectFile(source, 'native', 'notice.pages')).toMatchObject({
    hasMembers: true,
    problems: [{ code: 'EVIDENCE_UNSUPPORTED_KIND' }],
  });
  expect(iworkMembers(source, 0, 1_000).members.map(({ name }) => name)).toEqual([
    'Data/wall-12.jpg',
    'preview.jpg',
  ]);
  const older = await makeZip({
    'index.xml': '<x/>',
    'buildVersionHistory.plist': 'x',
    'QuickLook/Preview.pdf': '%PDF-1.4',
  });
  expect(kindOfSource(bytesSource(older), 'notice.pages')).toBe('native');
  expect(iworkMembers(bytesSource(older), 0, 1_000).members.map(({ name }) => name)).toEqual([
    'QuickLook/Preview.pdf',
  ]);
  expect(iworkMembers(bytesSource(await makeZip({ 'preview.jpg': 'x' })), 0, 1_000).members).toEqual([]);
});
