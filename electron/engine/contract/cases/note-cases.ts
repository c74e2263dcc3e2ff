import { mkdirSync, writeFileSync } from 'node:fs';
import { makePdf } from '../../testing/pdf-files.ts';
import { gone, inMatter, inReadOnly, it, plantItem, type Case, type World } from './case.ts';

const onPage = { kind: 'bookmark', anchor: { page: 1 }, fields: { text: 'Term' } } as const;

const line = { x: 72, y: 72, width: 90, height: 14 };
const marked = (anchor: object) => ({ anchor, text: 'Privileged' });

/** An item with a note, and what a call about either begins with. */
async function makeNote(world: World) {
  const evidenceId = await plantItem(world, 'pdf', await makePdf([{ text: 'Term' }]));
  const { matterId } = world;
  const { id } = await world.t.client['notes.add']({ matterId, evidenceId, ...onPage });
  return { matterId, evidenceId, id };
}

const onItem = (more: object) => async (world: World) => {
  const { matterId, evidenceId } = await makeNote(world);
  return { matterId, evidenceId, ...more };
};
const onNote = (more: object) => async (world: World) => {
  const { matterId, id } = await makeNote(world);
  return { matterId, ids: [id], ...more };
};
const exporting =
  (form: 'csv' | 'docx' | 'pdf', name: string, more: object = {}) =>
  async (world: World) => {
    const { matterId } = await makeNote(world);
    return { matterId, filter: {}, form, target: { path: world.at(name) }, ...more };
  };

/** Notes: what is marked and said on items, and which of it leaves the matter. */
export const noteCases: readonly Case[] = [
  it('notes.list', 'ok', async (world) => ({ matterId: (await makeNote(world)).matterId, filter: {} })),
  it('notes.list', 'INVALID_INPUT', inMatter({ filter: { kinds: ['doodle'] } })),
  it('notes.add', 'ok', onItem(onPage)),
  it('notes.add', 'INVALID_INPUT', onItem({ ...onPage, anchor: { page: 0 } })),
  it('notes.add', 'NOT_FOUND', inMatter({ evidenceId: gone, ...onPage })),
  it('notes.add', 'NOTE_ANCHOR_INVALID', onItem({ ...onPage, anchor: { atMs: 10 } })),
  it('notes.add', 'MATTER_READ_ONLY', inReadOnly({ evidenceId: gone, ...onPage })),
  it('notes.markForRedaction', 'ok', onItem({ places: [marked({ page: 1, rects: [line] })] })),
  it('notes.markForRedaction', 'INVALID_INPUT', onItem({ places: [] })),
  it(
    'notes.markForRedaction',
    'NOTE_ANCHOR_INVALID',
    onItem({ places: [marked({ page: 1, quote: 'Term' })] }),
  ),
  it(
    'notes.markForRedaction',
    'NOT_FOUND',
    inMatter({ evidenceId: gone, places: [marked({ page: 1, rects: [line] })] }),
  ),
  it(
    'notes.markForRedaction',
    'MATTER_READ_ONLY',
    inReadOnly({ evidenceId: gone, places: [marked({ page: 1, rects: [line] })] }),
  ),
  it('notes.update', 'ok', onNote({ fields: { text: 'Term and notice' } })),
  it(
    'notes.update',
    'NOTE_ANCHOR_INVALID',
    onNote({ fields: { area: { x: 1, y: 1, width: 9, height: 9 } } }),
  ),
  it('notes.update', 'INVALID_INPUT', onNote({ fields: { text: 'x'.repeat(10_001) } })),
  it('notes.update', 'NOT_FOUND', inMatter({ ids: [gone], fields: {} })),
  it('notes.update', 'NOTE_ANCHOR_INVALID', onNote({ fields: { kind: 'highlight' } })),
  it('notes.update', 'MATTER_READ_ONLY', inReadOnly({ ids: [gone], fields: {} })),
  it('notes.delete', 'ok', onNote({})),
  it('notes.delete', 'INVALID_INPUT', inMatter({ ids: [] })),
  it('notes.delete', 'NOT_FOUND', inMatter({ ids: [gone] })),
  it('notes.delete', 'MATTER_READ_ONLY', inReadOnly({ ids: [gone] })),
  it('notes.export', 'ok', exporting('pdf', 'copies', { includesWorkProduct: true })),
  it('notes.export', 'INVALID_INPUT', exporting('csv', 'notes.csv', { form: 'txt' })),
  it('notes.export', 'NOT_FOUND', exporting('csv', 'notes.csv', { filter: { evidenceIds: [gone] } })),
  it('notes.export', 'FILE_EXISTS', async (world) => {
    writeFileSync(world.at('notes.csv'), 'mine');
    return exporting('csv', 'notes.csv')(world);
  }),
  it('notes.export', 'FILE_UNWRITABLE', async (world) => {
    mkdirSync(world.at('empty'));
    return exporting('docx', 'empty/nowhere/notes.docx')(world);
  }),
];
