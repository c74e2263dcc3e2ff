import { expect, test } from 'vitest';
import { splitDropped } from './dropped-files.ts';

test('PDFs and images dropped on the docket are documents, all else is read as a source', async () => {
  const names = ['Order.PDF', 'scan.jpeg', 'docket.html', 'notice.eml', 'saved page', 'feed.xml', 'pdf.html'];
  const none = (pdfs: readonly unknown[]) => Promise.resolve(pdfs.map(() => false));
  const { sources, documents } = await splitDropped(
    names.map((name) => ({ name, token: name })),
    none,
  );
  expect(documents.map(({ name }) => name)).toEqual(['Order.PDF', 'scan.jpeg']);
  expect(sources.map(({ name }) => name)).toEqual([
    'docket.html',
    'notice.eml',
    'saved page',
    'feed.xml',
    'pdf.html',
  ]);
});

test('a PDF that is the print of a docket sheet is read as a source, and only PDFs are looked at', async () => {
  const asked: string[] = [];
  const { sources, documents } = await splitDropped(
    ['Order.pdf', 'Docket.PDF', 'scan.png', 'notice.eml'].map((name) => ({ name, token: name })),
    (pdfs) => {
      asked.push(...pdfs.map(({ name }) => name));
      return Promise.resolve(pdfs.map(({ name }) => name === 'Docket.PDF'));
    },
  );
  expect(asked).toEqual(['Order.pdf', 'Docket.PDF']);
  expect(sources.map(({ name }) => name)).toEqual(['Docket.PDF', 'notice.eml']);
  expect(documents.map(({ name }) => name)).toEqual(['Order.pdf', 'scan.png']);
});
