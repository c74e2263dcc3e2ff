import { expect, test } from 'vitest';
import { concordanceDat, opticonOpt, type LoadFileRow } from './load-files.ts';

const row: LoadFileRow = {
  numbers: ['FWL000001', 'FWL000002'],
  batesFirst: 'FWL000001',
  batesLast: 'FWL000002',
  hasSlipSheet: false,
  attachFirst: '',
  attachLast: '',
  exhibit: 'A',
  title: 'Hosting agreement',
  custodian: 'Dana Whitlock',
  sourceFile: 'agreement.pdf',
  sha256: 'ab'.repeat(32),
  confidentiality: 'CONFIDENTIAL',
  pages: 2,
  volume: '1',
  filePath: 'Sealed/Exhibit A (FWL000001-FWL000002).pdf',
};
const cellsOf = (line: string) => line.split('\u0014').map((cell) => /^þ(.*)þ$/s.exec(cell)![1]);

test('each document is a line of as many fields as are named, quoted, with both delimiters', () => {
  const [heads, first, end] = concordanceDat([row]).split('\r\n');
  expect(heads!.startsWith('\ufeffþBEGBATESþ\u0014þENDBATESþ')).toBe(true);
  const cells = cellsOf(first!);
  expect(cells).toHaveLength(cellsOf(heads!.slice(1)).length);
  expect(cells.slice(0, 2)).toEqual(['FWL000001', 'FWL000002']);
  expect(cells.at(-1)).toBe('Sealed\\Exhibit A (FWL000001-FWL000002).pdf');
  expect(end).toBe('');
});

test('what would end a field early does not', () => {
  const [, line] = concordanceDat([{ ...row, title: 'two\r\nlines \u0014 and þ' }]).split('\r\n');
  expect(cellsOf(line!)[5]).toBe('two®lines   and th');
});

test('a name’s own ® is not read as a line break, and no control character is left to be read as one', () => {
  const title = 'Acme® terms\u2028second\vthird\u001a end\ttab';
  const [, line] = concordanceDat([{ ...row, title }]).split('\r\n');
  expect(cellsOf(line!)[5]).toBe('Acme(R) terms®second®third  end tab');
});

test('every page has a line of seven fields; only first pages begin a document and count it', () => {
  const lines = opticonOpt([row, { ...row, exhibit: 'B', numbers: [], pages: 1, filePath: 'a,b.pdf' }]).split(
    '\r\n',
  );
  expect(lines).toEqual([
    'FWL000001,1,Sealed\\Exhibit A (FWL000001-FWL000002).pdf,Y,,,2',
    'FWL000002,1,Sealed\\Exhibit A (FWL000001-FWL000002).pdf,,,,',
    'EX-B-0001,1,a b.pdf,Y,,,1',
    '',
  ]);
});

test('a slip sheet has a line of its own, so that each number is on the line of its page of the file', () => {
  const lines = opticonOpt([{ ...row, hasSlipSheet: true, filePath: 'a.pdf' }]).split('\r\n');
  expect(lines).toEqual(['EX-A-0000,1,a.pdf,Y,,,3', 'FWL000001,1,a.pdf,,,,', 'FWL000002,1,a.pdf,,,,', '']);
});

test('a page whose number a document before bears has a key of its own, which its document names', () => {
  const again = { ...row, exhibit: 'B', numbers: ['FWL000002', 'FWL000003'], filePath: 'b.pdf' };
  expect(opticonOpt([{ ...row, filePath: 'a.pdf' }, again]).split('\r\n')).toEqual([
    'FWL000001,1,a.pdf,Y,,,2',
    'FWL000002,1,a.pdf,,,,',
    'EX-B-0001,1,b.pdf,Y,,,2',
    'FWL000003,1,b.pdf,,,,',
    '',
  ]);
  const [, , line] = concordanceDat([row, again]).split('\r\n');
  expect(cellsOf(line!)).toContain('EX-B-0001');
});

test.each([true, false])('a document names the key of its first page (slip sheet: %s)', (hasSlipSheet) => {
  const document = { ...row, hasSlipSheet };
  const [heads, line] = concordanceDat([document]).split('\r\n');
  const key = cellsOf(line!)[cellsOf(heads!.slice(1)).indexOf('IMAGEKEY')];
  expect(opticonOpt([document]).split(',')[0]).toBe(key);
});
