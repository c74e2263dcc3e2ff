import { describe, expect, it } from 'vitest';
import { EvidenceId, NoteId } from '../../../../shared/model/common.ts';
import type { NoteRow } from '../../../../shared/model/notes.ts';
import { chosenNotes, noteLines } from './note-lines.ts';

const author = (name: string) => ({ name, role: '', barNumber: '' });
function note(id: string, patch: Partial<NoteRow>): NoteRow {
  return {
    id: NoteId.parse(id),
    evidenceId: EvidenceId.parse('agreement'),
    kind: 'highlight',
    anchor: { page: 4, quote: 'thirty days', prefix: '', suffix: '', rects: [], atMs: null },
    text: '',
    color: 'yellow',
    tagIds: [],
    isWorkProduct: true,
    author: author('A. Reyes'),
    createdAt: '2021-01-11T10:00:00.000Z',
    updatedAt: '2021-01-11T10:00:00.000Z',
    title: 'Hosting agreement',
    evidenceKind: 'pdf',
    isArchived: false,
    cite: 'p. 4',
    ...patch,
  };
}
const first = note('first', { updatedAt: '2021-01-12T10:00:00.000Z' });
const second = note('second', { kind: 'box', author: author('b. Okafor') });
const letter = note('letter', {
  evidenceId: EvidenceId.parse('letter'),
  title: 'Letter',
  author: author(''),
});
const notes = [first, second, letter];
const plain = { sort: 'place', isDescending: false, grouping: 'none', folded: new Set<string>() } as const;
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe('the lines of the list of notes', () => {
  it('keep the order of the documents, or are sorted, either way round', () => {
    expect(ids(noteLines(notes, plain))).toEqual(['first', 'second', 'letter']);
    expect(ids(noteLines(notes, { ...plain, isDescending: true }))).toEqual(['letter', 'second', 'first']);
    expect(ids(noteLines(notes, { ...plain, sort: 'updatedAt' }))).toEqual(['second', 'letter', 'first']);
    expect(ids(noteLines(notes, { ...plain, sort: 'author' }))).toEqual(['letter', 'first', 'second']);
    expect(ids(noteLines(notes, { ...plain, sort: 'kind' }))).toEqual(['second', 'first', 'letter']);
  });

  it('stand under the heading of their document, with their place among its notes', () => {
    const lines = noteLines(notes, { ...plain, grouping: 'item' });
    expect(ids(lines)).toEqual(['heading:agreement', 'first', 'second', 'heading:letter', 'letter']);
    expect(lines[0]!.heading).toMatchObject({ label: 'Hosting agreement', notes: [first, second] });
    expect(lines[2]!.place).toEqual({ level: 2, position: 2, setSize: 2, isUnfolded: null });
  });

  it('are left out under a folded heading', () => {
    const folded = new Set(['heading:agreement']);
    const lines = noteLines(notes, { ...plain, grouping: 'item', folded });
    expect(ids(lines)).toEqual(['heading:agreement', 'heading:letter', 'letter']);
    expect(lines[0]!.place!.isUnfolded).toBe(false);
  });
});

describe('what a selection means', () => {
  it('is the notes chosen, or all under a heading that is chosen alone', () => {
    const folded = new Set(['heading:agreement']);
    const lines = noteLines(notes, { ...plain, grouping: 'item', folded });
    expect(chosenNotes(new Set(['heading:agreement']), lines)).toEqual([first, second]);
    expect(chosenNotes(new Set(['heading:agreement', 'letter']), lines)).toEqual([letter]);
    expect(chosenNotes(new Set(['gone']), lines)).toEqual([]);
  });
});
