import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { plantManyItems } from '../../testing/large-matter.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let path: string;
let ids: EvidenceId[];
/** Planted in the order they came: every tenth holds the nine after it; see testing/large-matter.ts. */
const count = 240;

beforeAll(async () => {
  t = await createTestEngine();
  const { id, fileName } = await t.createMatter();
  matterId = id;
  path = join(t.folder, fileName);
  await t.client['matter.close']({ matterId });
  ids = withMatterFile(path, (db) => plantManyItems(db, count)) as EvidenceId[];
  await t.client['matter.open']({ source: { path } });
});
afterAll(() => t.dispose());

const find = (search: object = {}, filter: object = {}) =>
  t.client['evidence.find']({ matterId, filter, ...search });
const places = (found: { ids: EvidenceId[] }) => found.ids.map((id) => ids.indexOf(id));
const rows = (of: readonly EvidenceId[]) => t.client['evidence.rows']({ matterId, ids: [...of] });

test('an order names every item in sight, in the order they came, with what there is in all', async () => {
  const found = await find();
  expect(places(found)).toEqual(Array.from({ length: count - 1 }, (_, at) => at + 1));
  expect(found).toMatchObject({ groups: [], depths: [], total: count - 1 });
  expect((await find({}, { includesArchived: true })).ids).toHaveLength(count);
});

test('rows come in the order asked for, without those that are not there', async () => {
  const asked = [ids[7]!, 'gone' as EvidenceId, ids[3]!];
  expect((await rows(asked)).map(({ id }) => id)).toEqual([ids[7], ids[3]]);
  const [row] = await rows([ids[10]!]);
  expect(row).toMatchObject({
    claimedFrom: 'sender10@fairwater.example',
    claimedTo: 'desk10@northgate.example',
    members: 9,
    parentIds: [],
    batesSeen: 'FAIR0000010',
  });
  expect((await rows([ids[15]!]))[0]).toMatchObject({ members: 0, parentIds: [ids[10]] });
});

test('every sort puts what has no value last, in either direction', async () => {
  for (const isDescending of [false, true]) {
    const bates = await rows((await find({ sort: 'batesSeen', isDescending })).ids);
    const labels = bates.map(({ batesSeen }) => batesSeen);
    const known = labels.filter((label) => label !== null);
    expect(labels.slice(known.length).every((label) => label === null)).toBe(true);
    expect(known).toEqual(isDescending ? known.toSorted().toReversed() : known.toSorted());
    const pages = (await rows((await find({ sort: 'pages', isDescending })).ids)).map((item) => item.pages);
    expect(pages.at(-1)).toBeNull();
  }
  const titles = (await rows((await find({ sort: 'title' })).ids)).map(({ title }) => title);
  expect(titles.slice(0, 2)).toEqual(['Call with counsel 1', 'Call with counsel 7']);
  expect(titles.indexOf('Ticket 95')).toBeLessThan(titles.indexOf('Ticket 101'));
  expect(places(await find({ sort: 'claimedAt' }))[0]).toBe(count - 1);
});

test('a list is narrowed by everything given at once', async () => {
  expect(places(await find({}, { words: 'INVOICE sender14@' }))).toEqual([14]);
  const narrowed = await rows(
    (await find({}, { kinds: ['pdf', 'png'], custodians: ['R. Okafor', 'Trust and Safety'], has: ['bates'] }))
      .ids,
  );
  expect(narrowed.length).toBeGreaterThan(0);
  for (const { kind, custodian, batesSeen } of narrowed)
    expect([
      ['pdf', 'png'].includes(kind),
      ['R. Okafor', 'Trust and Safety'].includes(custodian),
      batesSeen !== null,
    ]).toEqual([true, true, true]);
  expect(places(await find({}, { has: ['problems'] }))).toEqual([50, 100, 150, 200]);
  expect(places(await find({}, { has: ['duplicates'] })).slice(0, 4)).toEqual([1, 8, 9, 16]);
  expect(places(await find({}, { has: ['members'] })).slice(0, 2)).toEqual([10, 20]);
  // The matter’s court is in New York, where the last of them were sent the day before.
  const days = await rows((await find({}, { from: '2021-01-03', to: '2021-01-03' })).ids);
  expect(days).toHaveLength(count - 1);
  expect((await find({}, { to: '2021-01-02' })).ids).toEqual([]);
});

test('families stand as trees, each item once', async () => {
  const found = await find({ grouping: 'family' });
  expect(places(found).slice(0, 3)).toEqual([1, 2, 3]);
  const at = places(found).indexOf(10);
  expect(places(found).slice(at, at + 11)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  expect(found.depths.slice(at, at + 11)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  expect(new Set(found.ids).size).toBe(count - 1);
});

test('groups cover the list one after the other, and turn with the sort they agree with', async () => {
  for (const grouping of ['custodian', 'date', 'kind', 'duplicates']) {
    const { groups, ids: listed } = await find({ grouping });
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(listed.length);
    expect(groups.map(({ start }) => start)).toEqual(
      groups.map((_group, at) => groups.slice(0, at).reduce((sum, group) => sum + group.count, 0)),
    );
  }
  const labels = async (isDescending: boolean) =>
    (await find({ grouping: 'custodian', sort: 'custodian', isDescending })).groups.map(({ label }) => label);
  expect(await labels(false)).toEqual([
    'Archive room',
    'Billing desk',
    'M. Lindqvist',
    'R. Okafor',
    'Trust and Safety',
    '',
  ]);
  expect((await labels(true))[0]).toBe('Trust and Safety');
  const { groups } = await find({ grouping: 'duplicates' });
  expect(groups[0]).toMatchObject({ count: 1 });
  expect(groups.at(-1)).toMatchObject({ key: '', label: '' });
});

test('letters lead to the next title that begins so, round and round', async () => {
  const next = (letters: string, after: EvidenceId | null) =>
    t.client['evidence.byLetters']({ matterId, filter: {}, letters, after });
  expect(await next('tick', null)).toEqual({ id: ids[1] });
  expect(await next('TICK', ids[1]!)).toEqual({ id: ids[7] });
  expect(await next('tick', ids[235]!)).toEqual({ id: ids[1] });
  expect(await next('none', null)).toEqual({ id: null });
});

test('facets count items in sight, and a summary tells what many have in common', async () => {
  const { kinds, custodians } = await t.client['evidence.facets']({ matterId });
  expect(kinds.reduce((sum, { items }) => sum + items, 0)).toBe(count - 1);
  expect(custodians.find(({ custodian }) => custodian === '')).toEqual({ custodian: '', items: 40 });
  expect(await t.client['evidence.summary']({ matterId, ids: ids.slice(0, 6) })).toMatchObject({
    items: 6,
    custodian: null,
    source: 'client e-mail',
    archived: 1,
    reviewed: 0,
    relevance: { same: true, value: null },
    tags: [],
  });
});

test('what belongs with an item: its family both ways, and the same mail', async () => {
  const related = await t.client['evidence.related']({ matterId, id: ids[8]! });
  expect(related.map(({ likeness, depth, item }) => [likeness, depth, ids.indexOf(item.id)])).toEqual([
    ['family', -1, 0],
    ['same_mail', 0, 9],
  ]);
  const members = await t.client['evidence.related']({ matterId, id: ids[10]! });
  expect(members.map(({ depth }) => depth)).toEqual(Array.from({ length: 9 }, () => 1));
});

test('a hash is found by how it begins, in eight characters or more, and by nothing within it', async () => {
  const [item] = await rows([ids[20]!]);
  const { sha256 } = item!;
  expect(places(await find({}, { words: sha256.slice(0, 8).toUpperCase() }))).toEqual([20]);
  expect(places(await find({}, { words: sha256 }))).toEqual([20]);
  for (const within of [sha256.slice(0, 7), sha256.slice(1, 9)])
    expect(places(await find({}, { words: within }))).toEqual([]);
});

test('words of a filter and letters of a title are folded as in the index', async () => {
  await t.client['evidence.update']({
    matterId,
    ids: [ids[8]!],
    fields: { title: 'Œuvre, Ποστ Ελένης, 임대차계약서' },
  });
  expect(places(await find({}, { words: '계약서 ελενησ OEUVRE' }))).toEqual([8]);
  expect(
    await t.client['evidence.byLetters']({ matterId, filter: {}, letters: 'oeu', after: null }),
  ).toMatchObject({
    id: ids[8],
  });
  await t.client['history.undo']({ matterId });
});

test('a change is seen at once, by this connection or another', async () => {
  const words = { words: 'renamed' };
  expect((await find({}, words)).ids).toEqual([]);
  await t.client['evidence.update']({ matterId, ids: [ids[5]!], fields: { title: 'Renamed here' } });
  expect(places(await find({}, words))).toEqual([5]);
  await t.client['history.undo']({ matterId });
  expect((await find({}, words)).ids).toEqual([]);
  withMatterFile(path, (db) =>
    db.prepare(`UPDATE evidence_description SET title = 'Renamed elsewhere' WHERE id = ?`).run(ids[6]),
  );
  expect(places(await find({}, words))).toEqual([6]);
});
