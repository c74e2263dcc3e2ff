import { expect, test } from 'vitest';
import type { CommandId } from '../../shared/contract/commands.ts';
import { whyNot, whyNotApart } from './why-not.ts';

const open = { isReadOnly: false };
const readOnly = { isReadOnly: true };

test('what stands in the way now is told instead of what such commands need, but not to whom nothing can be changed', () => {
  const now = 'Select one entry only.';
  expect(whyNot('docket.move', open, true, now)).toBe(now);
  expect(whyNot('docket.move', readOnly, false, now)).toBe('This matter is open read-only.');
});

test('in a document’s own window what belongs to the matter is told to be done there', () => {
  expect(whyNotApart('docket.move')).toBe('Go to the window of the matter first.');
  expect(whyNotApart('matter.open')).toBe('Go to the window of the matter first.');
  expect(whyNotApart('notes.highlight')).toBeUndefined();
  expect(whyNotApart('reader.find')).toBeUndefined();
});

test.each<[CommandId, { isReadOnly: boolean } | null, boolean, string]>([
  ['docket.move', null, false, 'Open a matter first.'],
  ['docket.move', open, true, 'Go to Docket and select entries first.'],
  ['docket.move', readOnly, false, 'This matter is open read-only.'],
  ['notes.highlight', open, true, 'Select words in a document first.'],
  // A review copy for comments is read-only, but takes notes.
  ['notes.highlight', readOnly, true, 'Select words in a document first.'],
  ['notes.highlight', readOnly, false, 'This matter is open read-only.'],
  ['history.undo', open, true, 'There is nothing to undo.'],
  ['history.undo', readOnly, false, 'This matter is open read-only.'],
  ['matter.new', null, false, 'This cannot be done here now.'],
])('%s in %o says what to do first', (id, matter, canComment, sentence) => {
  expect(whyNot(id, matter, canComment)).toBe(sentence);
});
