import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId, TagId } from '../../../shared/model/common.ts';
import { NoteAnchor, NoteFields, NoteFilter, type Note, type NoteKind } from '../../../shared/model/notes.ts';
import { makeWave } from '../testing/files/recordings.ts';
import { withMatterFile } from '../testing/matter-file.ts';
import { makePdf } from '../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let fileName: string;
let [agreement, letter, call]: EvidenceId[] = [];

// Taking files in is what takes long: one matter serves all tests, and notes are taken off between them.
beforeAll(async () => {
  t = await createTestEngine();
  ({ id: matterId, fileName } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.'));
  [agreement, letter, call] = await takeIn({
    'Hosting agreement.pdf': await makePdf([{ text: 'Term' }, { text: 'Notice of thirty days' }]),
    'Letter 2.txt': 'We suspend the service.',
    'Call.wav': makeWave(1_500),
  });
});
afterAll(() => t.dispose());
afterEach(async () => {
  const ids = (await list({ includesArchived: true })).map(({ id }) => id);
  if (ids.length > 0) await t.client['notes.delete']({ matterId, ids });
  for (const { id } of await t.client['evidence.tag.list']({ matterId }))
    await t.client['evidence.tag.delete']({ matterId, id });
  await t.client['evidence.archive']({ matterId, ids: [letter!], isArchived: false });
});

async function takeIn(files: Readonly<Record<string, Uint8Array | string>>): Promise<EvidenceId[]> {
  const sources = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(t.folder, name), bytes);
    return { path: join(t.folder, name) };
  });
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  return items.map(({ id }) => id as EvidenceId);
}

const rect = (y: number, x = 72) => ({ x, y, width: 100, height: 12 });
const add = (
  evidenceId: EvidenceId | undefined,
  kind: NoteKind,
  anchor: Partial<NoteAnchor>,
  fields: Partial<NoteFields> = {},
): Promise<Note> =>
  t.client['notes.add']({
    matterId,
    evidenceId: evidenceId!,
    kind,
    anchor: NoteAnchor.parse(anchor),
    fields: NoteFields.parse(fields),
  });
const list = (filter: Partial<NoteFilter> = {}) =>
  t.client['notes.list']({ matterId, filter: NoteFilter.parse(filter) });
const texts = async (filter: Partial<NoteFilter> = {}) => (await list(filter)).map(({ text }) => text);
const addTag = (name: string) =>
  t.client['evidence.tag.add']({ matterId, fields: { name, kind: 'issue', color: 'red' } });
const undo = () => t.client['history.undo']({ matterId });
const redo = () => t.client['history.redo']({ matterId });

test('a note keeps its words, place, tags and author, and is work product unless it is said not to be', async () => {
  const tag = await addTag('Notice');
  const anchor = { page: 2, quote: 'thirty days', prefix: 'Notice of', suffix: '', rects: [rect(90)] };
  const note = await add(agreement, 'highlight', anchor, { text: 'Late?', tagIds: [tag.id], color: 'green' });
  const [row] = await list();
  expect(row).toEqual({
    ...note,
    title: 'Hosting agreement',
    evidenceKind: 'pdf',
    isArchived: false,
    cite: 'p. 2',
  });
  expect(note).toMatchObject({
    anchor: { ...anchor, atMs: null },
    text: 'Late?',
    color: 'green',
    tagIds: [tag.id],
    isWorkProduct: true,
    author: { name: 'tester' },
  });
  expect(note.updatedAt).toBe(note.createdAt);
});

test('a box is moved and sized on its page, in one step that is undone; what stands on words is not', async () => {
  const box = await add(agreement, 'box', { page: 2, rects: [rect(10)] }, { text: 'Where it says so' });
  const words = await add(agreement, 'highlight', { page: 2, quote: 'thirty days', rects: [rect(90)] });
  const area = { x: 40.5, y: 200, width: 60, height: 33.25 };
  const move = (ids: Note['id'][]) => t.client['notes.update']({ matterId, ids, fields: { area } });
  const rects = async () =>
    Object.fromEntries((await list()).map(({ kind, anchor }) => [kind, anchor.rects]));
  await move([box.id]);
  const moved = { box: [area], highlight: [rect(90)] };
  expect(await rects()).toEqual(moved);
  await undo();
  expect(await rects()).toEqual({ ...moved, box: [rect(10)] });
  await redo();
  expect(await rects()).toEqual(moved);
  expect((await list({ kinds: ['box'] }))[0]).toMatchObject({
    text: 'Where it says so',
    anchor: { page: 2 },
  });
  await expect(move([box.id, words.id])).rejects.toMatchObject({ code: 'NOTE_ANCHOR_INVALID' });
  expect(await rects()).toEqual(moved);
});

test('notes stand in the order of titles, pages, and places on the page or in the recording', async () => {
  await add(letter, 'note', { page: 1 }, { text: 'letter' });
  await add(agreement, 'box', { page: 2, rects: [rect(10)] }, { text: 'page 2' });
  await add(agreement, 'highlight', { page: 1, quote: 'x', rects: [rect(90)] }, { text: 'below' });
  await add(agreement, 'underline', { page: 1, quote: 'y', rects: [rect(50, 200)] }, { text: 'right' });
  await add(agreement, 'underline', { page: 1, quote: 'z', rects: [rect(50)] }, { text: 'left' });
  await add(agreement, 'note', {}, { text: 'whole' });
  await add(call, 'note', { atMs: 900 }, { text: 'later' });
  await add(call, 'bookmark', { atMs: 100 }, { text: 'first' });
  const all = ['first', 'later', 'whole', 'left', 'right', 'below', 'page 2', 'letter'];
  expect(await texts()).toEqual(all);
  expect((await list()).map(({ cite }) => cite)).toEqual([
    '',
    '',
    '',
    'p. 1',
    'p. 1',
    'p. 1',
    'p. 2',
    'part 1',
  ]);
});

test('a list is narrowed by item, kind, tag, author, words and work product, all of which must hold', async () => {
  const tag = await addTag('Übergabe der Schlüssel, Poststraße');
  await add(agreement, 'highlight', { page: 1, quote: 'material breach' }, { text: 'one', tagIds: [tag.id] });
  await add(agreement, 'bookmark', { page: 2 }, { text: 'two', isWorkProduct: false });
  await add(letter, 'note', {}, { text: 'three' });
  expect(await texts({ evidenceIds: [agreement!] })).toEqual(['one', 'two']);
  expect(await texts({ kinds: ['bookmark', 'note'] })).toEqual(['two', 'three']);
  expect(await texts({ tagIds: [tag.id] })).toEqual(['one']);
  expect(await texts({ authors: ['Tester'] })).toHaveLength(3);
  expect(await texts({ authors: ['somebody else'] })).toEqual([]);
  expect(await texts({ isWorkProduct: false })).toEqual(['two']);
  expect(await texts({ words: 'BREACH hosting' })).toEqual(['one']);
  expect(await texts({ words: 'ubergabe POSTSTRASSE' })).toEqual(['one']);
  expect(await texts({ words: 'letter tester' })).toEqual(['three']);
  expect(await texts({ words: 'breach', kinds: ['note'] })).toEqual([]);
});

test('notes of archived items are out of sight until they are asked for', async () => {
  await add(letter, 'note', {}, { text: 'gone' });
  await t.client['evidence.archive']({ matterId, ids: [letter!], isArchived: true });
  expect(await texts()).toEqual([]);
  expect(await list({ includesArchived: true })).toMatchObject([{ text: 'gone', isArchived: true }]);
});

test('what is left out of a change stays, many are changed and deleted in one step, and each is undone and redone whole', async () => {
  const [one, two] = [await addTag('One'), await addTag('Two')];
  const first = await add(
    agreement,
    'highlight',
    { page: 1, quote: 'x' },
    { text: 'a', color: 'blue', isWorkProduct: false, tagIds: [one.id] },
  );
  const second = await add(letter, 'note', { page: 1 }, { text: 'b', color: 'green' });
  const before = await list();
  const ids = [first.id, second.id];
  expect(
    await t.client['notes.update']({
      matterId,
      ids,
      fields: { color: 'red' },
      addTagIds: [two.id],
      removeTagIds: [one.id],
    }),
  ).toEqual({ updated: 2 });
  const after = await list();
  expect(after).toMatchObject([
    { kind: 'highlight', text: 'a', color: 'red', isWorkProduct: false, tagIds: [two.id] },
    { kind: 'note', text: 'b', color: 'red', isWorkProduct: true, tagIds: [two.id] },
  ]);
  await t.client['notes.delete']({ matterId, ids });
  expect(await list()).toEqual([]);
  await undo();
  expect(await list()).toEqual(after);
  await undo();
  expect(await list()).toEqual(before);
  await redo();
  await redo();
  expect(await list()).toEqual([]);
});

test('only what changes is given a new time', async () => {
  const note = await add(letter, 'note', { page: 1 }, { text: 'same', color: 'green' });
  await t.client['notes.update']({ matterId, ids: [note.id], fields: { text: 'same', color: 'green' } });
  expect((await list())[0]!.updatedAt).toBe(note.updatedAt);
  expect((await t.client['history.get']({ matterId })).undo?.label).toBe('note on “Letter 2”, page 1');
});

test.each<[string, () => EvidenceId | undefined, NoteKind, Partial<NoteAnchor>]>([
  ['a page the item does not have', () => agreement, 'bookmark', { page: 3 }],
  ['a moment of a PDF', () => agreement, 'note', { atMs: 5 }],
  ['a page of a recording', () => call, 'note', { page: 1 }],
  ['a moment after the recording’s end', () => call, 'note', { atMs: 60_000 }],
  ['a page and a moment', () => call, 'note', { page: 1, atMs: 5 }],
  ['words without a page', () => agreement, 'note', { quote: 'Term' }],
  ['a highlight of nothing', () => agreement, 'highlight', { page: 1 }],
  ['a box without an area', () => agreement, 'box', { page: 1, quote: 'Term' }],
  ['a bookmark of nowhere', () => agreement, 'bookmark', {}],
])('a note cannot stand on %s', async (_what, item, kind, anchor) => {
  await expect(add(item(), kind, anchor)).rejects.toMatchObject({ code: 'NOTE_ANCHOR_INVALID' });
  expect(await list()).toEqual([]);
});

test('a text is marked in the parts it was read in', async () => {
  await expect(add(letter, 'note', { page: 2 })).rejects.toMatchObject({ code: 'NOTE_ANCHOR_INVALID' });
  await add(letter, 'highlight', { page: 1, quote: 'suspend' });
  expect(await list()).toMatchObject([{ cite: 'part 1' }]);
});

test('a note of words becomes an underline, and one of a page alone cannot', async () => {
  const words = await add(agreement, 'highlight', { page: 1, quote: 'Term' });
  const page = await add(agreement, 'bookmark', { page: 1 });
  const underline = (ids: Note['id'][]) =>
    t.client['notes.update']({ matterId, ids, fields: { kind: 'underline' } });
  await underline([words.id]);
  await expect(underline([words.id, page.id])).rejects.toMatchObject({ code: 'NOTE_ANCHOR_INVALID' });
  expect((await list()).map(({ kind }) => kind).sort()).toEqual(['bookmark', 'underline']);
});

test('what is not there is named', async () => {
  const gone = 'gone' as never;
  const note = await add(letter, 'note', {});
  await expect(add(gone, 'note', {})).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message:
      'There is no such evidence in this matter. Check its name or id; it may also have been deleted or undone.',
  });
  await expect(add(letter, 'note', {}, { tagIds: [gone] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const ids = [note.id];
  await expect(t.client['notes.update']({ matterId, ids: [...ids, gone], fields: {} })).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  );
  await expect(
    t.client['notes.update']({ matterId, ids, fields: {}, addTagIds: [gone] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(t.client['notes.delete']({ matterId, ids: [...ids, gone] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await list()).toHaveLength(1);
});

test('steps and the audit name the place, and never what was marked or written', async () => {
  const note = await add(
    agreement,
    'highlight',
    { page: 2, quote: 'privileged words' },
    { text: 'our theory' },
  );
  const label = async () => (await t.client['history.get']({ matterId })).undo?.label;
  expect(await label()).toBe('highlight on “Hosting agreement”, page 2');
  await t.client['notes.update']({ matterId, ids: [note.id], fields: { text: 'another theory' } });
  expect(await label()).toBe('change the highlight on “Hosting agreement”, page 2');
  const moment = await add(call, 'note', { atMs: 1_200 });
  expect(await label()).toBe('note on “Call”, at 0:01');
  await t.client['notes.delete']({ matterId, ids: [note.id, moment.id] });
  expect(await label()).toBe('delete 2 notes');
  const audit = withMatterFile(join(t.folder, fileName), (db) =>
    JSON.stringify(db.prepare('SELECT * FROM audit_event').all()),
  );
  expect(audit).toContain('highlight on “Hosting agreement”, page 2');
  expect(audit).not.toMatch(/privileged words|theory/);
});

test('a tag that is deleted is taken off notes as well, and comes back with undo', async () => {
  const tag = await addTag('Notice');
  await add(letter, 'note', {}, { text: 'x', tagIds: [tag.id] });
  await t.client['evidence.tag.delete']({ matterId, id: tag.id as TagId });
  expect((await list())[0]!.tagIds).toEqual([]);
  await undo();
  expect((await list())[0]!.tagIds).toEqual([tag.id]);
});

test('a page of an exhibit is cited by its label and its place there', async () => {
  const set = await t.client['exhibits.set.create']({ matterId, fields: { name: 'Motion' } });
  await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: [agreement!] });
  await add(agreement, 'bookmark', { page: 2 });
  expect((await list())[0]!.cite).toBe('Ex. A at 2');
});

test('notes are found by their words and lead to their page; items with notes are told apart', async () => {
  await add(agreement, 'highlight', { page: 2, quote: 'thirty' }, { text: 'Zweifelhaft' });
  await add(letter, 'note', {}, { text: 'Archivnotiz' });
  const search = (query: string) => t.client['search.query']({ matterId, query });
  expect((await search('zweifelhaft')).hits).toMatchObject([
    { kind: 'note', evidenceId: agreement, page: 2, atMs: null },
  ]);
  expect(new Set((await search('has:note')).hits.map(({ evidenceId }) => evidenceId))).toEqual(
    new Set([agreement, letter]),
  );
  await t.client['evidence.archive']({ matterId, ids: [letter!], isArchived: true });
  expect((await search('archivnotiz')).hits).toEqual([]);
});

test('notes stay with the matter: originals are the bytes they were', async () => {
  const { sha256 } = await t.client['evidence.get']({ matterId, id: agreement! });
  await add(agreement, 'highlight', { page: 1, quote: 'Term', rects: [rect(90)] }, { text: 'x' });
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
  expect((await t.client['evidence.get']({ matterId, id: agreement! })).sha256).toBe(sha256);
});
