import { expect, test } from 'vitest';
import { bytesSource } from '../../../../pdf/index.ts';
import { makeCompoundFile } from '../../../../testing/files/office-files.ts';
import { extractText } from '../../extract.ts';

const read = (bytes: Uint8Array) => extractText(bytesSource(bytes), 'spreadsheet', 1_000_000);
const record = (type: number, body: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

test('Excel of 1997: sheets, shared strings that go on in the next record, numbers of each sort', () => {
  const start = record(0x809, bytes('0006 1000 00000000'));
  const listed = (place: number) =>
    record(0x85, Buffer.concat([uint32(place), bytes('01 00 03 00'), Buffer.from('Log')]));
  const strings = [
    record(0xfc, Buffer.concat([uint32(2), uint32(2), bytes('0600 00'), Buffer.from('Ser')])),
    record(0x3c, Buffer.concat([bytes('00'), Buffer.from('ver'), bytes('0100 01 ac20')])),
  ];
  const head = record(0x809, bytes('0006 0500 00000000'));
  const globals = (place: number) => Buffer.concat([head, listed(place), ...strings]);
  const double = Buffer.alloc(8);
  double.writeDoubleLE(2.5);
  const cells = Buffer.concat([
    record(0xfd, bytes('0000 0000 0000 00000000')),
    record(0xfd, bytes('0000 0200 0000 01000000')),
    record(0x203, Buffer.concat([bytes('0100 0000 0000'), double])),
    record(0x27e, Buffer.concat([bytes('0100 0100 0000'), uint32((700 << 2) | 3)])),
    record(0x06, Buffer.concat([bytes('0100 0200 0000'), bytes('00 00 00 00 00 00 ffff'), Buffer.alloc(6)])),
    record(0x207, Buffer.concat([bytes('0200 00'), Buffer.from('ok')])),
    record(0x205, bytes('0100 0300 0000 07 01')),
  ]);
  const place = globals(0).length;
  const xls = makeCompoundFile({ Workbook: Buffer.concat([globals(place), start, cells]) });
  expect(read(xls).sections).toEqual(['Sheet: Log (hidden)\nServer\t\t€\n2.5\t7\tok\t#DIV/0!']);
});

test('Excel 5: text in the code page the workbook names, whatever version a sheet claims, and comments', () => {
  const start = record(0x809, bytes('0006 1000 00000000'));
  const head = [record(0x809, bytes('0005 0500 00000000')), record(0x42, bytes('e304'))];
  const globals = (place: number) =>
    Buffer.concat([
      ...head,
      record(0x85, Buffer.concat([uint32(place), bytes('00 00 03'), Buffer.from('Log')])),
    ]);
  const cells = Buffer.concat([
    record(0x204, Buffer.concat([bytes('0000 0000 0000 0600'), Buffer.from('Server')])),
    record(0xd6, Buffer.concat([bytes('0000 0100 0000 0200 cfee'), bytes('01 0000')])),
    record(0x1c, Buffer.concat([bytes('0000 0000 0400'), Buffer.from('down')])),
  ]);
  const xls = makeCompoundFile({ Book: Buffer.concat([globals(globals(0).length), start, cells]) });
  expect(read(xls).sections).toEqual(['Sheet: Log\nServer\tПо\n[note] down\n']);
});

function uint32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value >>> 0);
  return out;
}
