import { expect, test } from 'vitest';
import type { EvidenceId, NoteId, TagId } from '../../model/common.ts';
import type { NoteRow } from '../../model/notes.ts';
import { annotationText, notesCsvParts, notesReport, reportParts } from './report.ts';

const tags = new Map([
  ['t1', { name: 'Notice', kind: 'issue' as const }],
  ['t2', { name: 'Ask Lee', kind: 'tag' as const }],
]);
const note = (more: Partial<NoteRow> = {}): NoteRow => ({
  id: 'n1' as NoteId,
  evidenceId: 'e1' as EvidenceId,
  kind: 'note',
  anchor: { page: null, quote: '', prefix: '', suffix: '', rects: [], atMs: null },
  text: 'Late',
  color: 'yellow',
  tagIds: [],
  isWorkProduct: false,
  author: { name: 'A. Reyes', role: '', barNumber: '' },
  createdAt: '2021-01-11T00:00:00.000Z',
  updatedAt: '2021-01-11T00:00:00.000Z',
  title: 'Hosting agreement',
  evidenceKind: 'pdf',
  isArchived: false,
  cite: '',
  ...more,
});
const at = (atMs: number) => ({ ...note().anchor, atMs });

test.each<[string, Partial<NoteRow>, string]>([
  ['what was written', {}, 'Late'],
  ['issues before tags', { tagIds: ['t2', 't1', 'gone'] as TagId[] }, 'Late\n[Notice; Ask Lee]'],
  ['that it is work product', { isWorkProduct: true }, 'ATTORNEY WORK PRODUCT\nLate'],
  ['the moment of a recording', { anchor: at(62_000), kind: 'bookmark' }, 'Bookmark\nAt 1:02\nLate'],
  ['nothing where nothing was said', { text: '' }, ''],
])('beside a mark a viewer shows %s', (_what, more, text) => {
  expect(annotationText(note(more), tags)).toBe(text);
});

test('a report keeps the notes of an item together, each with its place, words, who and when', () => {
  const notes = [
    note({
      cite: 'Ex. C at 4',
      anchor: { ...note().anchor, page: 4, quote: 'thirty days' },
      kind: 'highlight',
    }),
    note({ anchor: at(3_600_000), isWorkProduct: true }),
    note({ evidenceId: 'e2' as EvidenceId, title: 'Letter' }),
  ];
  expect(notesReport(notes, tags, (instant) => instant.slice(0, 10))).toEqual([
    {
      title: 'Hosting agreement',
      notes: [
        {
          place: 'Ex. C at 4',
          kind: 'Highlight',
          quote: '“thirty days”',
          text: 'Late',
          by: 'A. Reyes\n2021-01-11',
        },
        { place: '1:00:00', kind: 'Note', quote: '', text: 'Late', by: 'A. Reyes\n2021-01-11\nWork product' },
      ],
    },
    {
      title: 'Letter',
      notes: [{ place: '', kind: 'Note', quote: '', text: 'Late', by: 'A. Reyes\n2021-01-11' }],
    },
  ]);
});

test('a table names colors as the app does', () => {
  const notes = [note({ color: 'grey' }), note({ color: 'purple' })];
  const [, ...rows] = [...notesCsvParts(notes, tags)]
    .map(({ text }) => text)
    .join('')
    .split('\r\n');
  expect(rows.slice(0, 2).map((row) => row.split(',')[10])).toEqual(['Gray', 'Purple']);
});

test('a table in parts is one table when they are put together', () => {
  const notes = Array.from({ length: 2_500 }, (_, i) => note({ text: `Note ${i}` }));
  const parts = [...notesCsvParts(notes, tags)];
  expect(parts.map(({ done }) => done)).toEqual([0, 1_000, 2_000, 2_500]);
  const lines = parts
    .map(({ text }) => text)
    .join('')
    .split('\r\n');
  expect(lines).toHaveLength(2_502);
  expect(lines[0]).toMatch(/^\ufeffItem,/);
  expect(lines.slice(1, -1).map((line) => line.split(',')[7])).toEqual(notes.map(({ text }) => text));
});

test('documents hold so many notes and so many letters, and no note is left out', () => {
  const texts = ['a', 'b', 'long text', 'c', 'd', 'e', 'f'];
  const notes = texts.map((text) => note({ text }));
  const parts = reportParts(notes, { notes: 3, letters: 8 });
  expect(parts.map((part) => part.map(({ text }) => text))).toEqual([
    ['a', 'b'],
    ['long text'],
    ['c', 'd', 'e'],
    ['f'],
  ]);
  expect(reportParts([], { notes: 3, letters: 8 })).toEqual([[]]);
});
