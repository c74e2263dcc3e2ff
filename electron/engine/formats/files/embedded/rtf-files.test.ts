import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { readText } from '../read-text.ts';
import { embeddedMembers, hasEmbedded } from './embedded-files.ts';

const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex');

function take(rtf: string, maxBytes = 1_000_000, from = 0) {
  const { members, next } = embeddedMembers(bytesSource(Buffer.from(rtf, 'latin1')), from, maxBytes);
  const taken = members.map((member) => [
    member.name,
    'bytes' in member ? Buffer.from(member.bytes).toString('latin1') : member.problem.code,
  ]);
  return { taken, next };
}

/** An object as OLE 1.0 keeps it. */
function object(className: string, data: Buffer, format = 2): string {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const text = (value: string) =>
    Buffer.concat([number(value.length + 1), Buffer.from(`${value}\0`, 'latin1')]);
  const head = [number(0x501), number(format), text(className), number(0), number(0)];
  return Buffer.concat([...head, number(data.length), data]).toString('hex');
}

/** A file as Windows' packager puts it into a document. */
function packaged(label: string, content: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const texts = Buffer.from(`\x02\0${label}\0C:\\a\\${label}\0\0\0\x03\0\x02\0\0\0a\0`, 'latin1');
  return Buffer.concat([texts, size, Buffer.from(content, 'latin1')]);
}

test('pictures of RTF come out as they were put in, each once, and not what is there for older readers', () => {
  const png = `{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv beef}}}\\picw10\\pngblip\n${hex('a chat')}}`;
  const { taken, next } = take(
    `{\\rtf1 Look: {\\*\\shppict${png}}{\\nonshppict{\\pict\\wmetafile8 ${hex('a copy')}}} and
    {\\pict\\jpegblip\\bin9 a {photo}} {\\header ${png}}{\\*\\shpinst{\\sp{\\sn pib}{\\sv {\\pict\\emfblip ${hex('a chart')}}}}}{\\pict\\wmetafile8}}`,
  );
  expect(taken).toEqual([
    ['picture 1.png', 'a chat'],
    ['picture 2.jpg', 'a {photo}'],
    ['picture 4.emf', 'a chart'],
  ]);
  expect(next).toBeNull();
});

test('a bitmap of RTF becomes a file with the header it needs', () => {
  const bitmap = Buffer.alloc(48);
  bitmap.writeUInt32LE(40);
  bitmap.writeUInt16LE(1, 14);
  const { taken } = take(`{\\rtf1{\\pict\\dibitmap0 ${bitmap.toString('hex')}}}`);
  const file = Buffer.from(taken[0]![1]!, 'latin1');
  expect(taken[0]![0]).toBe('picture 1.bmp');
  // Two colors of four bytes stand between the headers and the pixels.
  expect([file.toString('latin1', 0, 2), file.readUInt32LE(2), file.readUInt32LE(10)]).toEqual([
    'BM',
    62,
    62,
  ]);
});

test('files in RTF come out under their names; where an object has none, the picture that shows it does', () => {
  const shown = `{\\result{\\pict\\wmetafile8 ${hex('a sign')}}}`;
  const rtf = `{\\rtf1 {\\object\\objemb{\\*\\objclass Package}{\\*\\objdata ${object('Package', packaged('a plan.pdf', '%PDF-1.4 plan'))}}${shown}}
    {\\object\\objlink{\\*\\objdata ${object('Word.Document.8', Buffer.alloc(0), 1)}}{\\result{\\pict\\pngblip ${hex('the document')}}}}
    {\\object\\objemb{\\*\\objdata ${object('PBrush', Buffer.from('BM drawing'))}}${shown}}
    {\\object\\objemb{\\*\\objdata 0105000002000000ffff}${shown}}`;
  expect(take(rtf).taken).toEqual([
    ['a plan.pdf', '%PDF-1.4 plan'],
    ['picture 2.png', 'the document'],
    ['embedded 3', 'BM drawing'],
    ['embedded 4', 'EVIDENCE_MEMBER_DAMAGED'],
    ['picture 4.wmf', 'a sign'],
  ]);
});

test('what came in RTF is handed out in batches; RTF without pictures has none', () => {
  const rtf = `{\\rtf1 {\\pict\\pngblip ${hex('one')}}{\\pict\\pngblip ${hex('two')}}{\\pict\\pngblip ${hex('three')}`;
  expect(take(rtf, 6)).toEqual({
    taken: [
      ['picture 1.png', 'one'],
      ['picture 2.png', 'two'],
    ],
    next: 2,
  });
  expect(take(rtf, 6, 2)).toEqual({ taken: [['picture 3.png', 'three']], next: null });
  expect(hasEmbedded(bytesSource(Buffer.from('{\\rtf1 words}')), 'word')).toBe(false);
});

test('text behind a picture of many megabytes is read', () => {
  const rtf = Buffer.from(`{\\rtf1 before {\\pict\\wmetafile8 ${'00ff12ab'.repeat(9_000_000)}} after}`);
  const { pages } = readText(bytesSource(rtf), 'word', 1, 1_000);
  expect(pages).toEqual([{ page: 1, text: 'before  after' }]);
});
