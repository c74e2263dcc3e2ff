import { expect, test } from 'vitest';
import type { CustodyEvent } from '../../model/evidence.ts';
import { recordedCopies } from './recorded-copies.ts';

const exhibit = { file: 'Ex. B.pdf', label: 'B', set: 'TRO', folder: 'filing' };

test.each<[CustodyEvent['action'], CustodyEvent['details'], string | null]>([
  ['received', { fileName: 'a.pdf', sha256: 'ab' }, null],
  ['described', { folder: 'filing' }, null],
  ['used_in_exhibit', { label: 'B', set: 'TRO' }, null],
  [
    'used_in_exhibit',
    exhibit,
    'Made into the file “Ex. B.pdf” of Exhibit B of “TRO” in the folder “filing”, with the labels, numbers and other marks of that set',
  ],
  ['exported', {}, 'Copied byte for byte and exported'],
  ['exported', { fileName: 'a.pdf' }, 'Copied byte for byte and exported as “a.pdf”'],
  [
    'exported',
    { fileName: 'a.pdf', folder: 'out' },
    'Copied byte for byte and exported as “a.pdf” in the folder “out”',
  ],
  ['exported', { form: 'rendition', fileName: 'a.pdf' }, 'Converted to a PDF and exported as “a.pdf”'],
  [
    'exported',
    { form: 'notes', fileName: 'a.pdf' },
    'Copied as a PDF with notes written on its pages and exported as “a.pdf”',
  ],
  [
    'exported',
    { form: 'redacted', fileName: 'a.pdf' },
    'Copied as a PDF without what was redacted and exported as “a.pdf”',
  ],
  [
    'exported',
    { reviewCopy: 'c1', reviewCopyName: 'For Lee' },
    'Copied byte for byte into the review copy “For Lee”',
  ],
])('of %s with %j is told %s', (action, details, what) => {
  const at = '2021-01-11T17:00:00.000Z';
  const event = (more: CustodyEvent['details']) =>
    ({ action, at, details: { ...details, ...more } }) as CustodyEvent;
  expect(recordedCopies([event({})])).toMatchObject(what === null ? [] : [{ at, what }]);
  expect(recordedCopies([event({ sha256: 'cd' })])).toEqual(
    what === null ? [] : [{ at, what, sha256: 'cd' }],
  );
});
