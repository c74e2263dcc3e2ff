import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pdfOf } from './objects/testing.ts';
import { bytesSource } from './pdf-source.ts';
import { readEmbeddedFiles } from './embedded-files.ts';

const stored = (content: string, entries = '') =>
  `<</Type/EmbeddedFile${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
const portfolio = (catalog: string) =>
  bytesSource(
    pdfOf([
      `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Kids[3 0 R 4 0 R]>>>>${catalog}>>`,
      '<</Type/Pages/Count 0/Kids[]>>',
      '<</Names[(1)<</F(ledger.csv)/EF<</F 5 0 R>>>>(elsewhere)<</F(other.pdf)>>]>>',
      '<</Names[(2)<</F(x.txt)/UF<FEFF00DC002E007400780074>/EF<</F 6 0 R>>>>(torn.bin)<</EF<</F 7 0 R>>>>]/Kids[4 0 R]>>',
      stored('day,amount'),
      stored(deflateSync('as agreed').toString('latin1'), '/Filter/FlateDecode'),
      stored(deflateSync('cut short').toString('latin1').slice(0, 9), '/Filter/FlateDecode'),
    ]),
  );

test('of a portfolio without a page the files are read, in order, those with bytes of their own', () => {
  const files = readEmbeddedFiles(portfolio('/Collection<</View/T>>'));
  expect(files.map(({ name, read }) => [name, read(100)?.toString() ?? null])).toEqual([
    ['ledger.csv', 'day,amount'],
    ['Ü.txt', 'as agreed'],
    ['torn.bin', null],
  ]);
  expect(files[0]!.read(5)).toBeNull();
});

test('of any other PDF those attached to it and to its pages are read, each once; of what is no PDF, none', () => {
  expect(readEmbeddedFiles(portfolio('')).map(({ name }) => name)).toEqual([
    'ledger.csv',
    'Ü.txt',
    'torn.bin',
  ]);
  const annotation = (file: string) => `<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS ${file}>>`;
  const pages = bytesSource(
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(1) 4 0 R]>>>>>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Annots[${annotation('4 0 R')}${annotation('<</EF<</F 6 0 R>>>>')}]>>`,
      '<</F(terms.txt)/EF<</F 5 0 R>>>>',
      stored('as agreed'),
      stored('on the page'),
    ]),
  );
  expect(readEmbeddedFiles(pages).map(({ name, read }) => [name, read(100)?.toString()])).toEqual([
    ['terms.txt', 'as agreed'],
    ['attachment', 'on the page'],
  ]);
  expect(readEmbeddedFiles(bytesSource(Buffer.from('plain words')))).toEqual([]);
});
