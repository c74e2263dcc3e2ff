import { expect, it } from 'vitest';
import { TagId } from '../../../../shared/model/common.ts';
import type { NoteFields } from '../../../../shared/model/notes.ts';
import { changeOf, withoutStored } from './use-note-form.ts';

const [notice, cure] = ['notice', 'cure'].map((id) => TagId.parse(id)) as [TagId, TagId];
const kept: NoteFields = { text: 'late?', color: 'yellow', tagIds: [notice], isWorkProduct: true };

it('only what differs is changed', () => {
  expect(changeOf(kept, { ...kept })).toEqual({ fields: {}, addTagIds: [], removeTagIds: [] });
  expect(changeOf(kept, { ...kept, text: ' late \n', color: 'red' })).toEqual({
    fields: { text: 'late', color: 'red' },
    addTagIds: [],
    removeTagIds: [],
  });
});

it('tags are put on and taken off one by one', () => {
  expect(changeOf(kept, { ...kept, tagIds: [cure], isWorkProduct: false })).toEqual({
    fields: { isWorkProduct: false },
    addTagIds: [cure],
    removeTagIds: [notice],
  });
});

it('what was stored is no longer to be stored, so that Undo is not undone; what was not is kept', () => {
  const saved = { ...kept, text: 'late' };
  expect(withoutStored({ text: ' late ', color: 'red' }, kept, saved)).toEqual({ color: 'red' });
  expect(withoutStored({ tagIds: [notice, cure] }, kept, { ...kept, tagIds: [cure, notice] })).toEqual({});
});

it('what is typed stays as typed while another part of the note changes', () => {
  expect(withoutStored({ text: 'late? ' }, kept, { ...kept, color: 'red' })).toEqual({ text: 'late? ' });
  expect(withoutStored({ text: 'later' }, kept, { ...kept, text: 'late' })).toEqual({ text: 'later' });
});
