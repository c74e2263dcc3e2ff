import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { EvidenceKind } from '../../../../../shared/model/evidence.ts';
import { bytesSource, type ByteSource } from '../../../pdf/index.ts';
import {
  makeCompoundFile,
  makeDocx,
  makeOpenDocument,
  makePptx,
  makeXlsx,
} from '../../../testing/files/office-files.ts';
import { box, makeFilm, makeWave } from '../../../testing/files/recordings.ts';
import { makeZip } from '../../../testing/files/zip-files.ts';
import { makeJpeg, makePng } from '../../../testing/images.ts';
import { misleadingExtension } from '../../kind.ts';
import { kindOfSource } from './kind-of-source.ts';

const kindOf = (bytes: Uint8Array | string, name = 'file') =>
  kindOfSource(bytesSource(Buffer.from(bytes)), name);
const hasKind = (bytes: Uint8Array) => EvidenceKind.options.includes(kindOf(bytes));
const latin = (text: string, length = text.length) => {
  const bytes = Buffer.alloc(Math.max(length, text.length));
  bytes.write(text, 'latin1');
  return bytes;
};
const mail = 'From: Ada Bell <ada@fairwater.example>\r\nSubject: Outage\r\n\r\nIt stopped.\r\n';
const fromLine = 'From ada@fairwater.example Mon Jan 11 08:00:00 2021\r\n';
/** Two frames of MPEG-1 layer III sound at 128 kbit/s and 44,100 Hz, and the head of a third. */
const mp3 = () => {
  const frame = latin('\xff\xfb\x90\x00', 417);
  return Buffer.concat([frame, frame, frame]);
};
const bitmap = () => {
  const bytes = latin('BM', 60);
  bytes.writeUInt32LE(40, 14);
  return bytes;
};

/** A movie box with one track. @param handler what the track is */
const movieOf = (handler: string) =>
  box('moov', box('trak', box('mdia', box('hdlr', latin(`\0\0\0\0\0\0\0\0${handler}`, 25)))));

const smallPdf = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n';
const tapeArchive = () => {
  const header = latin('a.pdf', 512);
  header.write('ustar', 257, 'latin1');
  return Buffer.concat([header, latin(smallPdf, 512)]);
};

const files: Record<string, readonly [EvidenceKind, Uint8Array]> = {
  png: ['png', makePng(2, 2)],
  jpeg: ['jpeg', makeJpeg(2, 2)],
  gif: ['gif', latin('GIF89a', 20)],
  tiff: ['tiff', latin('II*\0\x08\0\0\0', 20)],
  'large tiff': ['tiff', latin('MM\0+\0\x08\0\0', 20)],
  webp: ['webp', latin('RIFF\x10\0\0\0WEBPVP8 ', 40)],
  heic: ['heic', box('ftyp', latin('mif1\0\0\0\0mif1heic'))],
  avif: ['avif', box('ftyp', latin('mif1\0\0\0\0mif1avif'))],
  bitmap: ['bmp', bitmap()],
  pdf: ['pdf', latin('%PDF-1.7\n')],
  'pdf below empty lines': ['pdf', latin('\r\n\r\n%PDF-1.7\n')],
  'pdf below what a gateway wrote': ['pdf', latin(`HTTP/1.1 200 OK\r\n\r\n${smallPdf}`)],
  'pdf below the header of an old Mac': ['pdf', Buffer.concat([Buffer.alloc(128), latin(smallPdf)])],
  'tape archive with a PDF': ['native', tapeArchive()],
  'mail about PDFs': ['eml', latin(mail.replace('Outage', 'the %PDF-1.4 header'))],
  'text about PDFs': ['text', latin('Such files start with %PDF-1.7.\n')],
  'page about PDFs': ['html', latin('<!doctype html><title>%PDF-1.7</title><p>What it means.')],
  mail: ['eml', latin(mail)],
  'mail below empty lines': ['eml', latin(`\r\n\r\n${mail}`)],
  'mail with a mark': ['eml', Buffer.from(`\ufeff${mail}`)],
  'mail below a From_ line': ['eml', latin(fromLine + mail)],
  'mail with a broken line': ['eml', latin(`X-A: 1\nX-B: 2\nX-C: 3\nX-D: 4\nbroken\n${mail}`)],
  'mail with a picture in eight bits': [
    'eml',
    Buffer.concat([
      latin(`MIME-Version: 1.0\r\n${mail}\r\n`),
      Buffer.alloc(900, Uint8Array.of(0, 1, 2, 250)),
    ]),
  ],
  'mail with a PDF as it is': [
    'eml',
    latin(
      `MIME-Version: 1.0\r\nContent-Type: application/pdf\r\n${mail}\r\n\r\n%PDF-1.4\n1 0 obj\n\xe2\xe3\0`,
    ),
  ],
  mailbox: ['mbox', latin(`${fromLine}${mail}\r\n${fromLine}${mail}`)],
  'mailbox of MIME mails': ['mbox', latin(`${fromLine}MIME-Version: 1.0\r\n${mail}\r\n${fromLine}${mail}`)],
  'Outlook message': ['msg', makeCompoundFile({ '__properties_version1.0': Buffer.alloc(8) })],
  'old Word': ['word', makeCompoundFile({ WordDocument: Buffer.alloc(8) })],
  'old Excel': ['spreadsheet', makeCompoundFile({ Workbook: Buffer.alloc(8) })],
  'old PowerPoint': ['presentation', makeCompoundFile({ 'PowerPoint Document': Buffer.alloc(8) })],
  'other compound file': ['native', makeCompoundFile({ Contents: Buffer.alloc(8) })],
  'winmail.dat': ['tnef', latin('\x78\x9f\x3e\x22\x01\x00', 30)],
  rtf: ['word', latin('{\\rtf1 x}')],
  wave: ['audio', makeWave(10)],
  flac: ['audio', latin('fLaC', 50)],
  ogg: ['audio', latin('OggS', 50)],
  mp3: ['audio', mp3()],
  'tagged mp3': ['audio', latin('ID3\x03\0\0\0\0\0\0', 50)],
  'pdf without a header': ['pdf', latin('%pdf without its version\n% more\n1 0 obj\n<<>>\nendobj\n')],
  'form data': ['text', latin('%FDF-1.2\n1 0 obj\n<<>>\nendobj\n')],
  'many marks of comments': ['text', latin('% '.repeat(500))],
  amr: ['audio', latin('#!AMR\n', 50)],
  aiff: ['audio', latin('FORM\0\0\0\x20AIFF', 50)],
  'sound in MP4': ['audio', box('ftyp', latin('M4A \0\0\0\0M4A '))],
  film: ['video', makeFilm(1_000, 4, 3, '2021-01-11T00:00:00Z')],
  'sound that a phone wrote under the brand of films': [
    'audio',
    Buffer.concat([
      box('ftyp', latin('mp42\0\0\0\0mp42isom')),
      box('mdat', Buffer.alloc(80_000)),
      movieOf('soun'),
    ]),
  ],
  'film with sound': [
    'video',
    Buffer.concat([box('ftyp', latin('mp42\0\0\0\0mp42')), movieOf('soun'), movieOf('vide')]),
  ],
  'sound in QuickTime without its type': ['audio', Buffer.concat([box('wide'), movieOf('soun')])],
  'raw photo of a Canon camera': [
    'native',
    Buffer.concat([box('ftyp', latin('crx \0\0\0\x01crx isom')), box('moov'), box('mdat')]),
  ],
  'film without its type': ['video', Buffer.concat([box('wide'), box('mdat', Buffer.alloc(20))])],
  avi: ['video', latin('RIFF\x10\0\0\0AVI LIST', 40)],
  webm: ['video', latin('\x1a\x45\xdf\xa3\x9fB\x82\x84webm V_VP8', 60)],
  'sound in Matroska': ['audio', latin('\x1a\x45\xdf\xa3\x9fB\x82\x88matroska A_OPUS', 60)],
  html: ['html', latin('<!-- saved -->\n<!DOCTYPE html><p>x')],
  'piece of a page': ['html', latin('<table><tr><td>x</td></tr></table>')],
  svg: ['text', latin('<svg xmlns="x"><foreignObject><body/></foreignObject></svg>')],
  xml: ['text', latin('<?xml version="1.0"?><feed><html></html></feed>')],
  json: ['text', latin('{"a": [1, 2]}\n{"a": [1, 2]}\n{"a": [1, 2]}\n')],
  'table with commas': ['csv', latin('Day,Hours,Cost\n2021-01-09,4,"1,200"\n2021-01-10,5,90\n')],
  'table with tabs': ['csv', latin('a\tb\tc\n1\t2\t3\n')],
  'table of two columns': ['csv', latin('Name;Place\nAda;Seattle\nBen;Reno\n')],
  'load file': [
    'csv',
    latin('\xfeBEGBATES\xfe\x14\xfeAUTHOR\xfe\r\n\xfeABC001\xfe\x14\xfeDoe, Jane\xfe\r\n'),
  ],
  'load file in UTF-16': [
    'csv',
    Buffer.from('\ufeffþBEGBATESþ\x14þAUTHORþ\r\nþABC001þ\x14þDoeþ\r\n', 'utf16le'),
  ],
  prose: ['text', latin('Dear counsel, see below.\nIt stopped, at noon.\nYours, Ada\n')],
  'log with a comma in each time': [
    'text',
    latin('2021-01-09 10:00:00,123 stop\n2021-01-09 10:00:01,456 go\n2021-01-09 10:00:02,789 x\n'),
  ],
  program: ['text', latin('int a;\nint b;\nint c;\n')],
  memo: ['text', latin('MEMORANDUM\nTo: all\nFrom: Ada\n')],
  'UTF-16': ['text', Buffer.from('\ufeffIt stopped.', 'utf16le')],
  'UTF-32': ['text', Buffer.from(Uint32Array.from('\ufeffIt stopped.', (c) => c.codePointAt(0)!).buffer)],
  'UTF-16 without mark in Cyrillic': ['text', Buffer.from('Уведомление о расторжении, 9.01.\r\n', 'utf16le')],
  'UTF-16 big-endian without mark in Greek': [
    'text',
    Buffer.from('Η σύμβαση έληξε στις 9.\r\n', 'utf16le').swap16(),
  ],
  'UTF-16 without mark in Japanese': [
    'text',
    Buffer.from('原告は被告に対し、本件契約の履行を求める。\r\n', 'utf16le'),
  ],
  'UTF-16 big-endian without mark in Korean': [
    'text',
    Buffer.from('원고는 피고에게 임시 금지 명령을 신청한다.\r\n', 'utf16le').swap16(),
  ],
  'UTF-16 without mark': ['text', Buffer.from('It stopped at noon.', 'utf16le')],
  'Windows-1252': ['text', latin('Caf\xe9 \x93closed\x94')],
  'mail with a zero byte': ['eml', latin(mail.replace('Outage', 'Out\0age'))],
  'table with zero bytes': ['csv', latin('a,b,c\n1,\0,3\n4,"x\0y",6\n7,8,9\n')],
  'long text with zero bytes far on': [
    'text',
    latin(`${'It stopped. '.repeat(10_000)}\0${'It went. '.repeat(10_000)}`),
  ],
  binary: ['native', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 9, 8])],
  'text with binary after it': [
    'native',
    Buffer.concat([Buffer.alloc(70_000, 0x61), Buffer.alloc(40_000, '\0\u0001')]),
  ],
  empty: ['native', Buffer.alloc(0)],
};
beforeAll(async () => {
  Object.assign(files, {
    docx: ['word', await makeDocx('')],
    xlsx: ['spreadsheet', await makeXlsx({ a: '' })],
    pptx: ['presentation', await makePptx([])],
    odt: ['word', await makeOpenDocument('text', '')],
    ods: ['spreadsheet', await makeOpenDocument('spreadsheet', '')],
    odp: ['presentation', await makeOpenDocument('presentation', '')],
    book: ['native', await makeZip({ mimetype: 'application/epub+zip', 'a.html': '' })],
    'drawing of Visio': [
      'native',
      await makeZip({ '[Content_Types].xml': '', '_rels/.rels': '', 'visio/document.xml': '' }),
    ],
    'document in a folder of its own': [
      'word',
      await makeZip({
        '[Content_Types].xml':
          '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
        'x/d.xml': '',
      }),
    ],
    zip: ['zip', await makeZip({ 'word/a.txt': 'x' })],
    'zip with a PDF as it is': ['zip', await makeZip({ 'a.pdf': smallPdf }, { isStored: true })],
    'empty zip': ['zip', await makeZip({})],
    'program that unpacks itself': [
      'zip',
      Buffer.concat([latin('MZ\x90\0', 5_000), await makeZip({ 'a.txt': 'x' })]),
    ],
    'program that ends like an archive': [
      'native',
      Buffer.concat([latin('MZ\x90\0', 5_000), await makeZip({})]),
    ],
  });
});

test('each kind is told from its content alone', () => {
  for (const [name, [kind, bytes]] of Object.entries(files)) expect(kindOf(bytes), name).toBe(kind);
});

test('the name decides only where the same bytes are two things', () => {
  expect(kindOf('# Log\n', 'log.md')).toBe('markdown');
  expect(kindOf(makePng(1, 1), 'log.md')).toBe('png');
  expect(kindOf('Name,Note\nAda,"a, b"\nBen\n', 'list.csv')).toBe('csv');
  expect(kindOf(fromLine + mail, 'Inbox.mbox')).toBe('mbox');
  const locked = makeCompoundFile({ EncryptedPackage: Buffer.alloc(8) });
  expect(['a.docx', 'a.xlsx', 'a.pptx', 'a'].map((name) => kindOf(locked, name))).toEqual([
    'word',
    'spreadsheet',
    'presentation',
    'word',
  ]);
});

test('what Outlook saves as text, a memo and an export of a chat are texts: as mails they would lose lines', () => {
  const outlook =
    'From:\tAda Bell\r\nSent:\tSaturday, January 9, 2021 11:10 PM\r\nTo:\tBen Ode\r\nSubject:\tOutage\r\n\r\nIt stopped.\r\n';
  const memo = 'TO: File\nFROM: Ada Bell\nDATE: January 9, 2021\nRE: Outage\n\nIt stopped.\n';
  const chat =
    'From: Ada Bell (+12065550100)\nType: incoming\nSent: Sat, 09 Jan 2021 23:10:00 -0800\n\nIt stopped.\n';
  for (const text of [outlook, memo, chat]) expect(kindOf(text, 'a.txt'), text).toBe('text');
  // Nothing is lost of these, or their name says what they are.
  expect(
    kindOf('From: Ada Bell\nTo: Ben Ode\nDate: 1/9/2021\nSubject: Outage\n\nIt stopped.\n', 'a.txt'),
  ).toBe('eml');
  expect(kindOf(outlook, 'a.eml')).toBe('eml');
  expect(kindOf(`Message-ID: <1@fairwater.example>\nRe: x\n${mail}`, 'original_msg.txt')).toBe('eml');
});

test('a compound file that is cut before its directory is what its name says', () => {
  const head = Buffer.alloc(4_096);
  head.write('d0cf11e0a1b11ae1', 'hex');
  const names = ['a.msg', 'a.DOC', 'a.dot', 'a.xls', 'a.ppt', 'a.bin'];
  expect(names.map((name) => kindOf(head, name))).toEqual([
    'msg',
    'word',
    'word',
    'spreadsheet',
    'presentation',
    'native',
  ]);
});

test.each([
  ['a.PDF', 'native', 'pdf'],
  ['a.docx', 'zip', 'docx'],
  ['a.mp4', 'text', 'mp4'],
  ['a.txt', 'eml', null],
  ['a.txt', 'png', 'txt'],
  ['a.txt', 'html', null],
  ['a.doc', 'html', null],
  ['a.mbox', 'eml', null],
  ['a.mov', 'audio', null],
  ['a.constructor', 'native', null],
  ['a.xyz', 'native', null],
  ['a', 'png', null],
] as const)('%s with %s in it promises %j wrongly', (name, kind, extension) => {
  expect(misleadingExtension(name, kind)).toBe(extension);
});

test('a mailbox is told by its second message, however far on, from bounded reads', () => {
  const first = `${fromLine}${mail}${'It stopped.\r\n'.repeat(200_000)}`;
  expect(kindOf(`${first}\r\n${fromLine}${mail}`)).toBe('mbox');
  expect(kindOf(`${first}From here on it went.\r\n\r\nFrom there too\r\n`)).toBe('eml');
  let read = 0;
  const endless: ByteSource = {
    sizeBytes: 2_000_000_000,
    readAt(position, target) {
      read += target.length;
      target.fill(0x61);
      if (position === 0)
        Buffer.from(target.buffer, target.byteOffset, target.length).write(fromLine + mail, 'latin1');
      return target.length;
    },
  };
  expect(kindOfSource(endless, 'x')).toBe('eml');
  expect(read).toBeLessThan(80_000_000);
});

test.each([
  ['7-Zip', '7z\xbc\xaf\x27\x1c\0\x04'],
  ['RAR', 'Rar!\x1a\x07\0'],
])('an archive of %s that packs nothing together is no text', (_what, magic) => {
  const text = 'It stopped at nine, and nobody knew why.\n'.repeat(100);
  expect(kindOf(latin(magic + text), 'a.7z')).toBe('native');
});

test('any bytes, and every file cut or changed anywhere, have a kind', () => {
  expect(hasKind(latin('PK\x05\x06', 11))).toBe(true);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => hasKind(bytes)));
  for (const [, bytes] of Object.values(files)) {
    const step = Math.max(1, Math.floor(bytes.length / 200));
    for (let length = 0; length < bytes.length; length += step)
      expect(hasKind(bytes.subarray(0, length))).toBe(true);
  }
  const all = Object.values(files).map(([, bytes]) => bytes);
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.nat(), fc.nat(255), (bytes, at, value) => {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[at % changed.length] = value;
      return hasKind(changed);
    }),
    { numRuns: 1_000 },
  );
});

test('a text is one though zeros fill it up, as logs have them behind their last line; a name before zeros is none', () => {
  const log = '2021-01-10 23:59:59 instance stopped\n'.repeat(100);
  const filled = (text: string | Buffer, zeros: number) =>
    kindOfSource(bytesSource(Buffer.concat([Buffer.from(text), Buffer.alloc(zeros)])), 'server.log');
  expect(filled(log, 5_000)).toBe('text');
  expect(filled(log, 500_000)).toBe('text');
  expect(filled(log.repeat(100), 500_000)).toBe('text');
  expect(filled(Buffer.from(`\ufeff${log}`, 'utf16le'), 5_000)).toBe('text');
  expect(filled('BOOT', 5_000)).toBe('native');
  expect(filled(`${log}\0\u0001\u0002\u0003${'\u0004'.repeat(200)}`, 5_000)).toBe('native');
});

test('a PDF far below something else is one where its name says so', () => {
  const bytes = latin(`${'<p>The page cannot be shown.</p>\n'.repeat(50)}${smallPdf}`);
  expect(kindOfSource(bytesSource(bytes), 'letter.PDF')).toBe('pdf');
  expect(kindOfSource(bytesSource(bytes), 'letter.html')).toBe('html');
});
