import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

type NewEntry = Parameters<TestEngine['client']['docket.add']>[0]['entries'][number];
const add = (...entries: NewEntry[]) => t.client['docket.add']({ matterId, entries });
const list = (
  view: { filter?: string; sort?: 'docket' | 'filedOn' | 'filer'; isDescending?: boolean } = {},
) => t.client['docket.list']({ matterId, ...view });
const numbers = (entries: { number: number | null; attachment: number | null }[]) =>
  entries.map((e) => (e.attachment === null ? `${e.number}` : `${e.number}-${e.attachment}`));

test('entries come back in docket order with what was said about them', async () => {
  await add(
    { number: 2, attachment: 1, text: 'Exhibit A' },
    { number: 2, text: 'MOTION for Temporary Restraining Order', filer: 'Parler LLC', filedOn: '2021-01-11' },
    { number: 1, text: 'COMPLAINT', isSealed: true },
  );
  const entries = await list();
  expect(numbers(entries)).toEqual(['1', '2', '2-1']);
  expect(entries[1]).toMatchObject({ filer: 'Parler LLC', filedOn: '2021-01-11', isTextOnly: false });
  expect(entries[0]).toMatchObject({ isSealed: true, evidenceId: null, evidenceTitle: null });
});

test('an entry without number is text only unless said otherwise', async () => {
  const [minute] = await add({ text: 'MINUTE ENTRY' });
  expect(minute).toMatchObject({ number: null, isTextOnly: true });
});

test('the filter finds words in number, text and filer, whatever their capitals and accents', async () => {
  await add(
    { number: 2, text: 'MOTION for TRO', filer: 'José Núñez' },
    { number: 2, attachment: 3, text: 'Declaration' },
    { number: 12, text: 'Order' },
  );
  expect(numbers(await list({ filter: '2-3' }))).toEqual(['2-3']);
  expect(numbers(await list({ filter: 'nunez motion' }))).toEqual(['2']);
  expect(numbers(await list({ filter: 'motion order' }))).toEqual([]);
  expect(numbers(await list({ filter: '  ' }))).toEqual(['2', '2-3', '12']);
});

test('sorting leaves entries without the value at the end, either way', async () => {
  await add(
    { number: 1, text: 'a', filedOn: '2021-01-12' },
    { number: 2, text: 'b' },
    { number: 3, text: 'c', filedOn: '2021-01-11' },
  );
  expect(numbers(await list({ sort: 'filedOn' }))).toEqual(['3', '1', '2']);
  expect(numbers(await list({ sort: 'filedOn', isDescending: true }))).toEqual(['1', '3', '2']);
  expect(numbers(await list({ isDescending: true }))).toEqual(['3', '2', '1']);
});

test('a taken number is refused, and nothing of that call is kept', async () => {
  await add({ number: 7, text: 'Order' });
  await expect(add({ number: 8, text: 'x' }, { number: 7, text: 'again' })).rejects.toMatchObject({
    code: 'DOCKET_NUMBER_TAKEN',
    message: 'There is already a docket entry 7. Use another number, or edit that entry.',
  });
  expect(await list()).toHaveLength(1);
});

test('an attachment needs its entry, there already or in the same call', async () => {
  await expect(add({ number: 4, attachment: 1, text: 'Exhibit' })).rejects.toMatchObject({
    code: 'DOCKET_ATTACHMENT_WITHOUT_ENTRY',
  });
  await expect(add({ attachment: 1, text: 'Exhibit' })).rejects.toMatchObject({
    code: 'DOCKET_ATTACHMENT_WITHOUT_ENTRY',
  });
  await add({ number: 4, attachment: 1, text: 'Exhibit' }, { number: 4, text: 'Motion' });
  await add({ number: 4, attachment: 2, text: 'Exhibit' });
  expect(numbers(await list())).toEqual(['4', '4-1', '4-2']);
});

test('attachments follow their entry to its new number', async () => {
  const [lead] = await add({ number: 4, text: 'Motion' }, { number: 4, attachment: 1, text: 'Exhibit' });
  await t.client['docket.update']({ matterId, id: lead!.id, fields: { number: 5 } });
  expect(numbers(await list())).toEqual(['5', '5-1']);
  for (const fields of [{ number: null }, { attachment: 2 }, { number: 6, attachment: 1 }]) {
    await expect(t.client['docket.update']({ matterId, id: lead!.id, fields })).rejects.toMatchObject({
      code: 'DOCKET_ATTACHMENT_WITHOUT_ENTRY',
    });
  }
  expect(numbers(await list())).toEqual(['5', '5-1']);
});

test('an entry cannot become an attachment of itself', async () => {
  const [entry] = await add({ number: 4, text: 'Motion' });
  await expect(
    t.client['docket.update']({ matterId, id: entry!.id, fields: { attachment: 1 } }),
  ).rejects.toMatchObject({ code: 'DOCKET_ATTACHMENT_WITHOUT_ENTRY' });
});

test('an edit to a taken number is refused', async () => {
  const [, second] = await add({ number: 1, text: 'a' }, { number: 2, text: 'b' });
  await expect(
    t.client['docket.update']({ matterId, id: second!.id, fields: { number: 1 } }),
  ).rejects.toMatchObject({ code: 'DOCKET_NUMBER_TAKEN' });
  const same = await t.client['docket.update']({
    matterId,
    id: second!.id,
    fields: { number: 2, text: 'c' },
  });
  expect(same).toMatchObject({ number: 2, text: 'c' });
});

test('deleting an entry takes its attachments with it, and one Undo brings all back', async () => {
  const [lead] = await add(
    { number: 1, text: 'a' },
    { number: 1, attachment: 1, text: 'b' },
    { number: 1, attachment: 2, text: 'c' },
    { number: 2, text: 'd' },
  );
  const before = await list();
  expect(await t.client['docket.delete']({ matterId, ids: [lead!.id] })).toEqual({ deleted: 3 });
  expect(numbers(await list())).toEqual(['2']);
  const { undo } = await t.client['history.get']({ matterId });
  expect(undo?.label).toBe('delete docket entry 1 and its 2 attachments');
  await t.client['history.undo']({ matterId });
  expect(await list()).toEqual(before);
});

test('deleting what is not there deletes nothing', async () => {
  const [entry] = await add({ number: 1, text: 'a' });
  await expect(t.client['docket.delete']({ matterId, ids: [entry!.id, 'gone'] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await list()).toHaveLength(1);
});

test('an entry links only to evidence of this matter', async () => {
  const [entry] = await add({ number: 1, text: 'a' });
  await expect(
    t.client['docket.link']({ matterId, id: entry!.id, evidenceId: 'nothing' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', details: { what: 'evidence item' } });
  await expect(add({ number: 2, text: 'b', evidenceId: 'nothing' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const linked = await t.client['docket.link']({ matterId, id: entry!.id, evidenceId: null });
  expect(linked.evidenceId).toBeNull();
});

test('ten thousand entries are added in one step', async () => {
  const entries = Array.from({ length: 10_000 }, (_, i) => ({
    number: Math.floor(i / 4) + 1,
    attachment: i % 4 === 0 ? null : i % 4,
    text: `Entry ${i}`,
  }));
  const added = await t.client['docket.add']({ matterId, entries });
  expect(added.map(({ text }) => text)).toEqual(entries.map(({ text }) => text));
  expect(await list({ filter: 'entry 99' })).not.toHaveLength(0);
});

test('what a typed text refers to is followed, and threads with it', async () => {
  const [motion, response] = await add(
    { number: 2, text: 'MOTION for TRO by Fairwater LLC' },
    { number: 3, text: 'RESPONSE to 2 Motion by Northgate Hosting, Inc.' },
  );
  const [, before] = await list();
  expect(before).toMatchObject({
    id: response!.id,
    links: [{ number: 2, attachment: null }],
    parentId: motion!.id,
  });
  await t.client['docket.update']({ matterId, id: response!.id, fields: { text: 'NOTICE of Appearance' } });
  expect((await list())[1]).toMatchObject({ links: [], parentId: null });
});
