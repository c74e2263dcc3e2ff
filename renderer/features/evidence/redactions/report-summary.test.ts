import { expect, test } from 'vitest';
import { summaryOf, type RedactionReport } from './report-summary.ts';

type Item = RedactionReport['items'][number];
const made = { id: 'x', title: 'x', pages: 1, findings: [], problems: [] } as unknown as Item;
const failed = { ...made, findings: [{ page: 1 }] } as unknown as Item;
const torn = { ...made, problems: [{ code: 'PDF_DAMAGED', message: 'torn' }] } as unknown as Item;

test.each<[Item[], number, RegExp]>([
  [[], 2, /^Nothing was checked: only PDFs can be checked\.$/],
  [[made, made], 0, /^No failed redaction was found in 2 PDFs\. .* check scans yourself\.$/],
  [[made, torn], 0, /^No failed redaction was found in 1 PDF\. .* 1 PDF could not be checked/],
  [[torn], 0, /^1 PDF could not be checked/],
  [
    [made],
    1,
    /^No failed redaction was found in 1 PDF\. .* 1 other item is not a PDF and was not checked\.$/,
  ],
  [
    [failed, made],
    6,
    /^1 failed redaction in 1 of 2 PDFs\. .* 6 other items are not PDFs and were not checked\.$/,
  ],
])('%j and %i others: what was not looked at is never said to be clean', (items, others, sentence) => {
  expect(summaryOf({ items }, others)).toMatch(sentence);
});
