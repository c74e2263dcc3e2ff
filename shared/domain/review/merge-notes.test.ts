import { expect, test } from 'vitest';
import type { EvidenceId, NoteId, TagId } from '../../model/common.ts';
import type { Note } from '../../model/notes.ts';
import { isSameNote, mergeNote } from './merge-notes.ts';

const note: Note = {
  id: 'n' as NoteId,
  evidenceId: 'e' as EvidenceId,
  kind: 'highlight',
  anchor: {
    page: 4,
    quote: 'thirty days',
    prefix: 'within ',
    suffix: ' of the notice',
    rects: [{ x: 72, y: 100.5, width: 60, height: 12 }],
    atMs: null,
  },
  text: 'late?',
  color: 'yellow',
  tagIds: ['a' as TagId, 'b' as TagId],
  isWorkProduct: false,
  author: { name: 'A. Reyes', role: '', barNumber: '' },
  createdAt: '2021-01-11T00:00:00.000Z',
  updatedAt: '2021-01-11T00:00:00.000Z',
};
const said = (text: string): Note => ({ ...note, text, updatedAt: '2021-01-12T00:00:00.000Z' });

test.each([
  ['nothing was done', note, note, note, 'unchanged'],
  ['changed here alone', note, said('ours'), note, 'unchanged'],
  ['deleted here alone', note, null, note, 'unchanged'],
  ['changed there alone', note, note, said('theirs'), 'updated'],
  ['added there', null, null, note, 'added'],
  ['deleted there alone', note, note, null, 'deleted'],
  ['deleted on both sides', note, null, null, 'same'],
  ['changed alike', note, said('late'), said('late'), 'same'],
  ['changed differently', note, said('ours'), said('theirs'), 'conflict'],
  ['changed here, deleted there', note, said('ours'), null, 'conflict'],
  ['deleted here, changed there', note, null, said('theirs'), 'conflict'],
  ['another of the same id here', null, said('ours'), note, 'conflict'],
] as const)('what comes back is told by what was handed out: %s', (_name, base, ours, theirs, outcome) => {
  expect(mergeNote({ base, ours, theirs })).toBe(outcome);
});

test('an earlier state of the copy never takes the place of what came in a later one', () => {
  const versions = { base: said('Tuesday'), ours: said('Tuesday'), theirs: said('Monday') };
  expect(mergeNote({ ...versions, isOlder: true })).toBe('conflict');
  expect(mergeNote(versions)).toBe('updated');
});

test('who wrote it, when, and the order of tags make no difference; everything else does', () => {
  const author = { name: 'B. Lindqvist', role: '', barNumber: '' };
  const alike = { ...note, author, updatedAt: '2021-02-01T00:00:00.000Z', tagIds: note.tagIds.toReversed() };
  expect(isSameNote(note, alike)).toBe(true);
  const others: Note[] = [
    { ...note, kind: 'underline' },
    { ...note, color: 'red' },
    { ...note, tagIds: [] },
    { ...note, isWorkProduct: true },
    { ...note, anchor: { ...note.anchor, page: 5 } },
    { ...note, anchor: { ...note.anchor, quote: 'thirty' } },
    { ...note, anchor: { ...note.anchor, rects: [] } },
  ];
  for (const other of others) expect(isSameNote(note, other)).toBe(false);
});
