import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api, type OperationName } from '../../../../../shared/contract/api.ts';
import type { Operation } from '../../../../../shared/contract/define.ts';
import { isRefusedInCopy } from '../../../../../shared/contract/review-copies.ts';
import type { EvidenceId, MatterId, NoteId } from '../../../../../shared/model/common.ts';
import { flipBit, withMatterFile } from '../../../testing/matter-file.ts';
import { copyPassphrase, createReviewCopies, type ReviewCopies } from '../../../testing/review-copies.ts';
import { addNote, changeNote, type ReviewMatter } from '../../../testing/review-matter.ts';
import { makePdf } from '../../../testing/pdf-files.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';

let t: TestEngine;
let m: ReviewMatter;
let copies: ReviewCopies;
const at = (name: string) => join(t.folder, name);
const here = () => ({ matterId: m.matterId });

beforeAll(async () => {
  ({ t, m, copies } = await createReviewCopies());
});
afterAll(() => t.dispose());

const remove = (matterId: MatterId, id: NoteId) => t.client['notes.delete']({ matterId, ids: [id] });
const texts = async () =>
  (await t.client['notes.list']({ ...here(), filter: {} })).map(({ text }) => text).toSorted();
const conflicts = () => t.client['review.conflicts'](here());
const clear = async () => {
  const notes = await t.client['notes.list']({ ...here(), filter: {} });
  if (notes.length > 0) await t.client['notes.delete']({ ...here(), ids: notes.map(({ id }) => id) });
};

test('notes and coding come back once, however often the copy does, and go again with one undo', async () => {
  const kept = await addNote(t, m.matterId, m.notice, 'When was it sent?', { tagIds: [m.tagId] });
  await t.client['review.code']({ ...here(), ids: [m.mail], decision: { relevance: 1 } });
  const copyId = await copies.make('one.matter');
  await copies.review('one.matter', 'B. Lindqvist', async (matterId) => {
    await addNote(t, matterId, m.mail, 'Thirty days here', { tagIds: [m.tagId] });
    await changeNote(t, matterId, kept, 'It was sent on the ninth');
    await t.client['review.code']({
      matterId,
      ids: [m.notice, m.mail],
      decision: { isResponsive: true, relevance: 3, addIssueIds: [m.issueId] },
    });
  });
  const taken = await copies.merge('one.matter');
  expect(taken).toEqual({
    copyId,
    isApart: false,
    notes: { added: 1, updated: 1, deleted: 0, unchanged: 0, conflicts: 0 },
    codings: { added: 2, updated: 0, unchanged: 1, conflicts: 1 },
    skipped: 0,
    tagsAdded: [],
  });
  expect(await texts()).toEqual(['It was sent on the ninth', 'Thirty days here']);
  const [notice, mail] = await t.client['evidence.rows']({ ...here(), ids: [m.notice, m.mail] });
  // What nobody had decided is filled; what was decided here stays, beside what differs.
  expect(notice).toMatchObject({ isResponsive: true, relevance: 3, isReviewed: true, tagIds: [m.issueId] });
  expect(mail).toMatchObject({ isResponsive: true, relevance: 1, hasCodingConflict: true });
  expect((await conflicts()).codings).toMatchObject([
    {
      evidenceId: m.mail,
      fields: ['relevance'],
      codings: [{ copyId }, { reviewer: { name: 'A. Reyes' }, copyId: null }],
    },
  ]);
  expect((await t.client['review.copy.list'](here())).copies[0]!.mergedAt).not.toBeNull();

  const again = { added: 0, updated: 0, conflicts: 0 };
  expect(await copies.merge('one.matter')).toMatchObject({
    notes: { ...again, unchanged: 2 },
    codings: { ...again, unchanged: 3 },
  });
  await t.client['notes.delete']({ ...here(), ids: [kept] });
  expect(await copies.merge('one.matter')).toMatchObject({ notes: { ...again, unchanged: 2 } });
  expect(await texts()).toEqual(['Thirty days here']);
  await t.client['history.undo'](here());
  expect(await t.client['history.undo'](here())).toEqual({
    label: 'take back the review copy “Copy one.matter”',
  });
  expect(await texts()).toEqual(['When was it sent?']);
  expect((await conflicts()).codings).toEqual([]);
  expect(await copies.merge('one.matter')).toMatchObject({ notes: taken.notes, codings: taken.codings });
  expect(await t.runJob('matter.verify', here())).toMatchObject({ ok: true });
  await clear();
});

test('marks for redaction go with a copy unless they are work product, and come back from it', async () => {
  writeFileSync(at('paper.pdf'), await makePdf([{ text: 'Jane Roe' }]));
  const { items } = await t.runJob('evidence.add', { ...here(), sources: [{ path: at('paper.pdf') }] });
  const paper = items[0]!.id as EvidenceId;
  const mark = (matterId: MatterId, x: number, text: string) =>
    t.client['notes.markForRedaction']({
      matterId,
      evidenceId: paper,
      places: [{ anchor: { page: 1, rects: [{ x, y: 72, width: 40, height: 12 }] }, text }],
    });
  await mark(m.matterId, 72, 'Privileged');
  await mark(m.matterId, 200, 'SSN');
  const ours = await t.client['notes.list']({ ...here(), filter: { words: 'SSN' } });
  await t.client['notes.update']({
    ...here(),
    ids: ours.map(({ id }) => id),
    fields: { isWorkProduct: false },
  });
  await copies.make('marks.matter', { ids: [paper] });
  await copies.review('marks.matter', 'B. Lindqvist', async (matterId) => {
    expect(await t.client['notes.list']({ matterId, filter: {} })).toMatchObject([
      { kind: 'redaction', text: 'SSN', anchor: { rects: [{ x: 200 }] } },
    ]);
    await mark(matterId, 300, 'Minor');
  });
  expect(await copies.merge('marks.matter')).toMatchObject({ notes: { added: 1, deleted: 0 }, skipped: 0 });
  const kinds = await t.client['notes.list']({ ...here(), filter: { kinds: ['redaction'] } });
  expect(kinds.map(({ text }) => text)).toEqual(['Privileged', 'SSN', 'Minor']);
  await clear();
});

test('what both changed, or one deleted, is decided by a person, and nothing is lost until then', async () => {
  const ids: Record<string, NoteId> = {};
  for (const name of ['both', 'deletedThere', 'deletedHere', 'alike', 'changedAndDeleted'])
    ids[name] = await addNote(t, m.matterId, m.notice, name);
  const copyId = await copies.make('two.matter');
  await copies.review('two.matter', 'B. Lindqvist', async (matterId) => {
    await changeNote(t, matterId, ids['both']!, 'theirs');
    await remove(matterId, ids['deletedThere']!);
    await changeNote(t, matterId, ids['deletedHere']!, 'still needed');
    await changeNote(t, matterId, ids['alike']!, 'the same');
    await remove(matterId, ids['changedAndDeleted']!);
  });
  await changeNote(t, m.matterId, ids['both']!, 'ours');
  await remove(m.matterId, ids['deletedHere']!);
  await changeNote(t, m.matterId, ids['alike']!, 'the same');
  await changeNote(t, m.matterId, ids['changedAndDeleted']!, 'changed here');
  expect((await copies.merge('two.matter')).notes).toEqual({
    added: 0,
    updated: 0,
    deleted: 1,
    unchanged: 1,
    conflicts: 4,
  });
  expect(await texts()).toEqual(['changed here', 'deletedThere', 'ours', 'the same']);
  const open = new Map((await conflicts()).notes.map((each) => [each.noteId, each]));
  const versions = (name: string) => [open.get(ids[name]!)?.ours?.text, open.get(ids[name]!)?.theirs?.text];
  expect(versions('both')).toEqual(['ours', 'theirs']);
  expect(versions('deletedThere')).toEqual(['deletedThere', undefined]);
  expect(versions('deletedHere')).toEqual([undefined, 'still needed']);
  expect(versions('changedAndDeleted')).toEqual(['changed here', undefined]);

  const settle = (name: string, keep: 'ours' | 'theirs' | 'both') =>
    t.client['review.settleNote']({ ...here(), noteId: ids[name]!, copyId, keep });
  await settle('both', 'both');
  await settle('deletedThere', 'theirs');
  await settle('deletedHere', 'theirs');
  await settle('changedAndDeleted', 'ours');
  const settled = ['changed here', 'ours', 'still needed', 'the same', 'theirs'];
  expect(await texts()).toEqual(settled);
  expect((await conflicts()).notes).toEqual([]);
  await expect(settle('both', 'ours')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await copies.merge('two.matter')).notes).toMatchObject({
    added: 0,
    updated: 0,
    unchanged: 5,
    conflicts: 0,
  });
  expect(await texts()).toEqual(settled);
  await t.client['history.undo'](here());
  await t.client['history.undo'](here());
  expect((await conflicts()).notes).toHaveLength(2);
  await clear();
});

test('a copy takes only what it is for, and one to read takes nothing', async () => {
  const note = { evidenceId: m.notice, kind: 'note', anchor: {}, fields: { text: 'x' } };
  await copies.make('three.matter');
  await copies.make('read.matter', { mode: 'read' });
  const outcome = async (matterId: MatterId, operation: OperationName, input: object) => {
    const reply = await t.call(operation, { matterId, ...input });
    return reply.ok ? 'ok' : reply.error.code;
  };
  const refused = [
    ['evidence.update', { ids: [m.notice], fields: { title: 'x' } }],
    ['evidence.archive', { ids: [m.notice], isArchived: true }],
    ['evidence.tag.add', { fields: { name: 'x', kind: 'tag', color: 'red' } }],
    ['evidence.export', { ids: [m.notice], target: { path: t.folder } }],
    ['evidence.add', { sources: [{ path: at('notice.txt') }] }],
    ['matter.update', { fields: { title: 'x' } }],
    ['matter.setPassphrase', { current: copyPassphrase, next: null }],
    ['docket.add', { entries: [{ text: 'x' }] }],
    [
      'review.copy.export',
      { ids: [m.notice], target: { path: at('x.matter') }, name: 'x', passphrase: 'x', mode: 'read' },
    ],
    ['review.copy.merge', { source: { path: at('one.matter') }, passphrase: copyPassphrase }],
    [
      'review.settleCoding',
      {
        evidenceId: m.notice,
        codes: { isResponsive: null, relevance: null, privilege: null, privilegeNote: '', issueIds: [] },
      },
    ],
  ] as const;
  const forReviewers = [
    ['notes.add', note],
    ['review.code', { ids: [m.notice], decision: { relevance: 1 } }],
    ['search.saved.add', { fields: { name: 'x', query: 'x' } }],
    ['history.undo', {}],
    ['history.redo', {}],
  ] as const;
  for (const [name, ofReviewer] of [
    ['three.matter', 'ok'],
    ['read.matter', 'REVIEW_COPY_ONLY'],
  ] as const)
    await copies.review(name, 'B. Lindqvist', async (matterId) => {
      for (const [operation, input] of refused)
        expect([operation, await outcome(matterId, operation, input)]).toEqual([
          operation,
          'REVIEW_COPY_ONLY',
        ]);
      for (const [operation, input] of forReviewers)
        expect([operation, await outcome(matterId, operation, input)]).toEqual([operation, ofReviewer]);
      expect(await outcome(matterId, 'settings.view.set', { view: 'evidence', state: {} })).toBe('ok');
      expect(await outcome(matterId, 'evidence.list', {})).toBe('ok');
    });
  expect(await copies.merge('read.matter')).toMatchObject({
    notes: { added: 0, conflicts: 0 },
    codings: { added: 0 },
  });
});

test('what a copy for comments takes is what is declared to be for reviewers', () => {
  const operations = Object.entries(api) as [string, Operation][];
  const taken = operations
    .filter(([, operation]) => operation.form !== 'query' && isRefusedInCopy('read', operation))
    .filter(([, operation]) => !isRefusedInCopy('comment', operation))
    .map(([name]) => name);
  expect(taken.toSorted()).toEqual([
    'history.redo',
    'history.undo',
    'notes.add',
    'notes.delete',
    'notes.markForRedaction',
    'notes.update',
    'review.code',
    'search.saved.add',
    'search.saved.delete',
    'search.saved.update',
  ]);
  // Whatever has a list read again, or is refused in a matter open to read only, is refused in a copy to read.
  for (const [name, operation] of operations)
    if (operation.changes.length > 0 && operation.scope === 'matter')
      expect(isRefusedInCopy('read', operation), name).toBe(true);
});

test('a file that is no copy of this matter, or no longer whole, is refused, and nothing is changed', async () => {
  await copies.make('four.matter');
  copyFileSync(at('four.matter'), at('flipped.matter'));
  flipBit(at('flipped.matter'), 20_000);
  writeFileSync(at('letter.matter'), 'no matter at all');
  copyFileSync(at('four.matter'), at('newer.matter'));
  withMatterFile(at('newer.matter'), (db) => db.pragma('user_version = 990'), copyPassphrase);
  copyFileSync(at('four.matter'), at('view.matter'));
  withMatterFile(
    at('view.matter'),
    (db) =>
      db.exec(
        'PRAGMA foreign_keys = OFF; DROP TABLE note_tag; CREATE VIEW note_tag AS SELECT 1 AS note_id, 2 AS tag_id',
      ),
    copyPassphrase,
  );
  const other = await t.createMatter('Another matter');
  await t.client['matter.close']({ matterId: other.id });
  const before = [await texts(), await t.client['history.get'](here())];
  for (const [name, code] of [
    ['flipped.matter', 'REVIEW_COPY_DAMAGED'],
    ['view.matter', 'REVIEW_COPY_DAMAGED'],
    ['letter.matter', 'REVIEW_COPY_FOREIGN'],
    [other.fileName, 'REVIEW_COPY_FOREIGN'],
    ['newer.matter', 'MATTER_NEWER_THAN_APP'],
    ['gone.matter', 'FILE_NOT_FOUND'],
  ] as const)
    await expect(copies.merge(name), name).rejects.toMatchObject({ code });
  await expect(copies.merge('four.matter', { passphrase: 'x' })).rejects.toMatchObject({
    code: 'MATTER_WRONG_PASSPHRASE',
  });
  expect([await texts(), await t.client['history.get'](here())]).toEqual(before);
});

test('notes of an altered copy that can stand nowhere, or were moved from their words, are left out and counted', async () => {
  const area = JSON.stringify([{ x: 10, y: 10, width: 5, height: 5 }]);
  const anchor = { page: 1, quote: 'Notice of suspension', rects: [] };
  const fields = { text: 'The heading' };
  const add = (kind: string, of: object) =>
    t.client['notes.add']({ ...here(), evidenceId: m.notice, kind, anchor: of, fields } as never);
  const words = await add('highlight', anchor);
  const box = await add('box', { page: 1, rects: JSON.parse(area) });
  await copies.make('moved.matter', { includesNotes: true, includesWorkProduct: true });
  const person = JSON.stringify({ name: 'X', role: '', barNumber: '' });
  withMatterFile(
    at('moved.matter'),
    (db) => {
      const plant = db.prepare(
        `INSERT INTO note VALUES (?, ?, ?, ?, ?, '', '', ?, ?, ?, 'red', 0, ?, '2021-01-11T00:00:00Z', '2021-01-11T00:00:00Z')`,
      );
      const rows: [string, string, number | null, string, string, number | null][] = [
        ['far', 'highlight', 4_000, 'words', '[]', null],
        ['when', 'note', null, '', '[]', 5_000],
        ['nowhere', 'note', null, 'words', '[]', null],
        ['bare', 'box', 1, '', '[]', null],
        ['huge', 'box', 1, '', '[{"x":1e300,"y":0,"width":1,"height":1}]', null],
        ['two words', 'note', 1, '', '[]', null],
        ['fine', 'box', 1, '', area, null],
      ];
      for (const [id, kind, page, quote, rects, moment] of rows)
        plant.run(id, m.notice, kind, page, quote, rects, moment, id, person);
      db.prepare('UPDATE note SET quote = ?, text = ? WHERE id = ?').run('hosting', 'elsewhere', words.id);
      db.prepare('UPDATE note SET rects = ? WHERE id = ?').run(area.replace('10', '70'), box.id);
    },
    copyPassphrase,
  );
  expect(await copies.merge('moved.matter')).toMatchObject({
    notes: { added: 1, updated: 1, conflicts: 0 },
    skipped: 7,
  });
  const all = await t.client['notes.list']({ ...here(), filter: { evidenceIds: [m.notice] } });
  expect(all.map(({ text, anchor: { quote, rects } }) => [text, quote, rects[0]?.x])).toEqual([
    ['The heading', 'Notice of suspension', undefined],
    ['fine', '', 10],
    ['The heading', '', 70],
  ]);
  await clear();
});

test('rows that no reviewer can have written are left out and counted', async () => {
  const ours = await addNote(t, m.matterId, m.memo, 'Ours alone');
  await copies.make('five.matter');
  copyFileSync(at('five.matter'), at('six.matter'));
  const person = JSON.stringify({ name: 'X', role: '', barNumber: '' });
  const row = {
    item: m.notice,
    rects: '[]',
    text: 'x',
    color: 'red',
    author: person,
    now: '2021-01-11T00:00:00Z',
  };
  const plant = (name: string, rows: readonly object[], more = '') =>
    withMatterFile(
      at(name),
      (db) => {
        db.pragma('foreign_keys = OFF');
        const addRow = db.prepare(
          `INSERT INTO note VALUES (@id, @item, 'note', NULL, '', '', '', @rects, NULL, @text, @color, 0, @author, @now, @now)`,
        );
        for (const one of rows) addRow.run({ ...row, ...one });
        db.exec(more);
      },
      copyPassphrase,
    );
  plant(
    'five.matter',
    [
      { id: 'fine', text: 'From there' },
      { id: 'color', color: 'mauve' },
      { id: 'rects', rects: '{"x":1}' },
      { id: 'author', author: '[]' },
      { id: 'moment', now: 'yesterday' },
      { id: 'long', text: 'x'.repeat(1_000_000) },
    ],
    `INSERT INTO coding VALUES ('x', '${m.notice}', '${person}', 1, 3, 'none', '', '[1,2]', '2021-01-11T00:00:00Z', NULL)`,
  );
  expect(await copies.merge('five.matter')).toMatchObject({
    notes: { added: 1 },
    codings: { added: 0 },
    skipped: 6,
  });
  expect(await texts()).toEqual(['From there', 'Ours alone']);
  // A note on an item that was not handed out stands on nothing in the copy; with the item planted too, custody misses it.
  plant('six.matter', [{ id: ours, item: m.memo, text: 'Not theirs to say' }]);
  await expect(copies.merge('six.matter')).rejects.toMatchObject({ code: 'REVIEW_COPY_DAMAGED' });
});
