import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { int32, outlookMessage, string8 } from '../testing/outlook-fixture.ts';
import { writeCompoundFile } from './compound-writer.ts';
import { readMsg } from './read-msg.ts';
import { readTnef } from './read-tnef.ts';

/** “Please confirm receipt of the contract.” */
const russian = 'Прошу подтвердить получение договора.';
const inWindows1251 = [...russian]
  .map((letter) => {
    const code = letter.codePointAt(0)!;
    return String.fromCharCode(code >= 0x410 ? code - 0x410 + 0xc0 : code);
  })
  .join('');
/** “This is a test.” in Shift-JIS. */
const japanese = Buffer.from('82b182ea82cd83658358836782c582b78142', 'hex').toString('latin1');

function read(body: string, properties: readonly (readonly [number, number, number])[] = []) {
  const message = outlookMessage(32, [[0x1000, string8, body], ...properties]);
  const mail = readMsg(bytesSource(writeCompoundFile(message)))!;
  return { text: mail.text, codes: mail.problems.map(({ code }) => code) };
}

test('where a message names no code page, that of the charset it was sent in is its own', () => {
  expect(read(inWindows1251, [[0x3fde, int32, 20866]])).toEqual({ text: russian, codes: [] });
  expect(read(japanese, [[0x3fde, int32, 50220]])).toEqual({ text: 'これはテストです。', codes: [] });
  expect(read('\u00e9', [[0x3fde, int32, 28591]])).toEqual({ text: 'é', codes: [] });
});

test('where nothing names one, the letters tell it, and that is said', () => {
  const codes = ['EVIDENCE_CHARSET_GUESSED'];
  expect(read(inWindows1251)).toEqual({ text: russian, codes });
  expect(read(japanese)).toEqual({ text: 'これはテストです。', codes });
  expect(read(Buffer.from('Überweisung', 'utf8').toString('latin1'))).toEqual({ text: 'Überweisung', codes });
  expect(read('Gr\u00fc\u00dfe aus K\u00f6ln')).toEqual({ text: 'Grüße aus Köln', codes: [] });
  expect(read(inWindows1251, [[0x3ffd, int32, 1252]]).codes).toEqual([]);
});

test('a winmail.dat without a code page is read so too', () => {
  const body = Buffer.from(`${inWindows1251}\0`, 'latin1');
  const head = Buffer.from('789f3e22010001', 'hex');
  const attribute = Buffer.alloc(8);
  attribute.writeUInt32LE(0x0002800c);
  attribute.writeUInt32LE(body.length, 4);
  const mail = readTnef(bytesSource(Buffer.concat([head, attribute, body, Buffer.alloc(2)])));
  expect(mail.text).toBe(russian);
  expect(mail.problems.map(({ code }) => code)).toEqual(['EVIDENCE_CHARSET_GUESSED']);
});
