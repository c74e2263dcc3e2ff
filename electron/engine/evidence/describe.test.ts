import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId, TagId } from '../../../shared/model/common.ts';
import { plantManyItems } from '../testing/large-matter.ts';
import { withMatterFile } from '../testing/matter-file.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let ids: EvidenceId[];

beforeAll(async () => {
  t = await beginTest();
  const { id, fileName } = await t.createMatter();
  matterId = id;
  await t.client['matter.close']({ matterId });
  const path = join(t.folder, fileName);
  ids = withMatterFile(path, (db) => plantManyItems(db, 30)) as EvidenceId[];
  await t.client['matter.open']({ source: { path } });
});
afterAll(() => t.dispose());

const row = async (id: EvidenceId) => (await t.client['evidence.rows']({ matterId, ids: [id] }))[0]!;
const custodyOf = async (id: EvidenceId) =>
  (await t.client['evidence.get']({ matterId, id })).custody.map(({ action }) => action);
const undoLabel = async () => (await t.client['history.get']({ matterId })).undo?.label;
const undo = () => t.client['history.undo']({ matterId });

test('how items were collected is written into their custody, with what stood before', async () => {
  const collected = {
    at: '2021-01-11',
    by: 'A. Paralegal',
    where: 'Client’s office',
    how: 'Copied from a drive',
  };
  await t.client['evidence.update']({ matterId, ids: ids.slice(1, 3), fields: { collected } });
  expect(await row(ids[1]!)).toMatchObject({ collected });
  const { custody } = await t.client['evidence.get']({ matterId, id: ids[2]! });
  expect(custody.at(-1)).toMatchObject({
    action: 'described',
    details: {
      before: { collectedAt: '', collectedBy: '' },
      after: { collectedAt: '2021-01-11', collectedHow: 'Copied from a drive' },
    },
  });
  expect(await undoLabel()).toBe('describe 2 items of evidence');
  await undo();
  expect((await row(ids[1]!)).collected.by).toBe('');
});

test('coding and notes are work product: undone by name, and no part of custody', async () => {
  const before = await custodyOf(ids[5]!);
  const fields = [
    [{ isReviewed: true }, 'mark “Call with counsel 25” reviewed'],
    [{ isFlagged: true }, 'flag “Call with counsel 25”'],
    [{ relevance: 3 }, 'rate “Call with counsel 25” hot'],
    [{ note: 'Ask about the date.' }, 'change the note of “Call with counsel 25”'],
  ] as const;
  for (const [change, label] of fields) {
    await t.client['evidence.update']({ matterId, ids: [ids[5]!], fields: change });
    expect(await undoLabel()).toBe(label);
  }
  expect(await row(ids[5]!)).toMatchObject({
    isReviewed: true,
    isFlagged: true,
    relevance: 3,
    note: 'Ask about the date.',
  });
  for (const _change of fields) await undo();
  expect(await row(ids[5]!)).toMatchObject({
    isReviewed: false,
    isFlagged: false,
    relevance: null,
    note: '',
  });
  expect(await custodyOf(ids[5]!)).toEqual(before);
  expect(await t.client['evidence.summary']({ matterId, ids: [ids[5]!] })).toMatchObject({ reviewed: 0 });
});

test('each thing said of what an item is and how it came is in its custody, and so is that it was taken back', async () => {
  const nothing = { at: '', by: '', where: '', how: '' };
  const id = ids[8]!;
  for (const fields of [
    { title: 'Lease' },
    { custodian: 'A. Keeper' },
    { source: 'Production 2' },
    { collected: { ...nothing, at: '2021-01-11' } },
    { collected: { ...nothing, by: 'A. Paralegal' } },
    { collected: { ...nothing, where: 'Pier 4' } },
    { collected: { ...nothing, how: 'By hand' } },
  ]) {
    const before = (await t.client['evidence.get']({ matterId, id })).custody.length;
    await t.client['evidence.update']({ matterId, ids: [id], fields });
    await undo();
    const { custody } = await t.client['evidence.get']({ matterId, id });
    expect(custody.slice(before)).toMatchObject([
      { action: 'described' },
      { action: 'described', details: { by: 'history.undo' } },
    ]);
  }
});

test('an item that is not there leaves everything as it was', async () => {
  const change = t.client['evidence.update']({
    matterId,
    ids: [ids[7]!, 'gone'],
    fields: { custodian: 'Nobody' },
  });
  await expect(change).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await row(ids[7]!)).custodian).not.toBe('Nobody');
});

test('tags are put on and taken off many items in one step, and counted', async () => {
  const add = (name: string, kind: 'tag' | 'issue') =>
    t.client['evidence.tag.add']({ matterId, fields: { name, kind, color: 'red' } });
  const hot = await add('Hot', 'tag');
  const notice = await add('Notice', 'issue');
  await expect(add('hot', 'tag')).rejects.toMatchObject({ code: 'EVIDENCE_TAG_EXISTS' });
  const assign = (change: { add?: TagId[]; remove?: TagId[] }, of = ids.slice(0, 10)) =>
    t.client['evidence.tag.assign']({ matterId, ids: of, ...change });
  expect(await assign({ add: [hot.id, notice.id] })).toEqual({ updated: 10 });
  await assign({ add: [hot.id] });
  expect((await row(ids[3]!)).tagIds).toEqual([notice.id, hot.id]);
  const counts = async () =>
    (await t.client['evidence.tag.list']({ matterId })).map(({ name, items }) => [name, items]);
  // The first of the planted items is archived.
  expect(await counts()).toEqual([
    ['Hot', 9],
    ['Notice', 9],
  ]);
  const filtered = await t.client['evidence.find']({ matterId, filter: { tagIds: [hot.id] } });
  expect(filtered.ids).toEqual(ids.slice(1, 10));
  await assign({ remove: [hot.id] }, ids.slice(0, 5));
  expect(await undoLabel()).toBe('take the tag “Hot” off 5 items of evidence');
  await t.client['evidence.tag.update']({
    matterId,
    id: hot.id,
    fields: { name: 'Hot document', color: 'blue' },
  });
  expect(await undoLabel()).toBe('rename the tag “Hot” to “Hot document”');
  await t.client['evidence.tag.delete']({ matterId, id: hot.id });
  expect((await row(ids[7]!)).tagIds).toEqual([notice.id]);
  await undo();
  expect((await row(ids[7]!)).tagIds).toEqual([notice.id, hot.id]);
  await undo();
  await undo();
  expect(await counts()).toEqual([
    ['Hot', 9],
    ['Notice', 9],
  ]);
});
