import { expect, test } from 'vitest';
import { splitDropped } from './dropped-files.ts';

test('PDFs and images dropped on the docket are documents, all else is read as a source', () => {
  const names = ['Order.PDF', 'scan.jpeg', 'docket.html', 'notice.eml', 'saved page', 'feed.xml', 'pdf.html'];
  const { sources, documents } = splitDropped(names.map((name) => ({ name, token: name })));
  expect(documents.map(({ name }) => name)).toEqual(['Order.PDF', 'scan.jpeg']);
  expect(sources.map(({ name }) => name)).toEqual([
    'docket.html',
    'notice.eml',
    'saved page',
    'feed.xml',
    'pdf.html',
  ]);
});
