import { expect, test } from 'vitest';
import type { AsFiledFile } from '../../model/as-filed.ts';
import { asFiledInWords } from './as-filed-words.ts';

const file: AsFiledFile = {
  returned: '12-3.pdf',
  sha256: null,
  returnedPages: 24,
  sent: 'Exhibit A.pdf',
  outputId: null,
  sentPages: 24,
  status: 'same',
  samePages: 24,
  stamp: {
    caseNumber: '2:21-cv-00031-BJR',
    number: 12,
    attachment: 3,
    filedOn: '2021-01-12',
    pageCount: 24,
    pageId: '',
    raw: '',
  },
  findings: [],
  problem: null,
};

test('how a file came back is told in a line', () => {
  expect(asFiledInWords(file)).toBe('Dkt. 12-3, filed Tue, Jan 12, 2021: 24 of 24 pages the same');
  expect(asFiledInWords({ ...file, sentPages: 1, samePages: 0, stamp: null })).toBe(
    'No stamp read: 0 of 1 page the same',
  );
  expect(asFiledInWords({ ...file, stamp: { ...file.stamp!, number: null, filedOn: null } })).toBe(
    '2:21-cv-00031-BJR: 24 of 24 pages the same',
  );
  expect(asFiledInWords({ ...file, status: 'unmatched' })).toBe('It matches no file of this build.');
  const problem = { code: 'PDF_DAMAGED', message: 'It is damaged.' };
  expect(asFiledInWords({ ...file, status: 'unread', problem })).toBe('It is damaged.');
});
