import { expect, test } from 'vitest';
import { readAskedDocument } from './asked-document.ts';

test.each([
  ['an item of evidence', '?matterId=m&evidenceId=e&page=7', { matterId: 'm', evidenceId: 'e' }, 7],
  ['a built file', '?matterId=m&buildOutputId=b', { matterId: 'm', buildOutputId: 'b' }, 1],
  [
    'its first page where none can be understood',
    '?matterId=m&evidenceId=e&page=-2',
    { matterId: 'm', evidenceId: 'e' },
    1,
  ],
])('a window’s address asks for %s', (_name, search, source, page) => {
  expect(readAskedDocument(search)).toEqual({ source, page });
});

test.each(['', '?page=3', '?matterId=m', '?evidenceId=e'])(
  'the address %j asks for no document',
  (search) => {
    expect(readAskedDocument(search)).toBeNull();
  },
);
