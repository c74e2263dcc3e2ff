import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { openDatabase } from '../../store/database.ts';
import { makeLockedPdf, makePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let matterPath: string;
beforeAll(async () => {
  t = await beginTest();
});
beforeEach(async () => {
  const matter = await t.createMatter();
  matterId = matter.id;
  matterPath = join(t.folder, matter.fileName);
});
afterAll(() => t.dispose());

async function add(files: Readonly<Record<string, Uint8Array | string>>): Promise<EvidenceId[]> {
  const sources = Object.entries(files).map(([name, bytes]) => {
    const path = join(t.folder, name);
    writeFileSync(path, bytes);
    return { path };
  });
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  return items.map(({ id }) => id as EvidenceId);
}

/** Closes the matter and opens it again, with what another version or a crash would have left. */
async function openAnew(...statements: string[]): Promise<void> {
  await t.client['matter.close']({ matterId });
  const db = openDatabase(matterPath, { passphrase: null, isReadOnly: false, mustExist: true });
  for (const statement of statements) db.exec(statement);
  db.close();
  await t.client['matter.open']({ source: { path: matterPath } });
}

const textOf = (id: EvidenceId) => t.client['evidence.text']({ matterId, id });
const found = async (query: string) => {
  const { hits } = await t.client['search.query']({ matterId, query });
  return hits.filter(({ kind }) => kind === 'page').map(({ evidenceId, page }) => [evidenceId, page]);
};

const mail = `From: Noa Kahale <noa@example.com>
To: Support <help@example.net>
Subject: Outage of Tuesday
Date: Tue, 12 Jan 2021 09:30:00 -0800
Message-ID: <1@example.com>
Content-Type: text/plain; charset=utf-8

Please restore the gazetteer servers before noon.
`;

test('texts of PDFs, mail and plain files are found right after they came in, each on its page', async () => {
  const pdf = await makePdf([{ text: 'the first page' }, { text: 'a thunderous objection' }]);
  const ids = await add({
    'brief.pdf': pdf,
    'note.txt': 'The archipelago agreement lapsed.',
    'mail.eml': mail,
  });
  expect(await found('thunderous')).toEqual([[ids[0], 2]]);
  expect(await found('archipelago')).toEqual([[ids[1], 1]]);
  expect(await found('gazetteer')).toEqual([[ids[2], 1]]);
  expect(await textOf(ids[0]!)).toEqual({
    total: 2,
    pages: [
      { page: 1, origin: 'file', text: 'the first page' },
      { page: 2, origin: 'file', text: 'a thunderous objection' },
    ],
  });
  expect(await t.client['evidence.text']({ matterId, id: ids[0]!, fromPage: 2, limit: 1 })).toMatchObject({
    total: 2,
    pages: [{ page: 2 }],
  });
  expect(await t.runJob('evidence.readText', { matterId })).toEqual({ items: 0, pages: 0 });
});

test('a text too long to be held is stored while it is read: its first and last lines are found', async () => {
  const line = 'ledger of hosting fees as kept by the clerk\n';
  const text = `opening statement of the almanac\n${line.repeat(220_000)}the colophon closes the book\n`;
  const [id] = await add({ 'ledger.txt': text });
  expect(await found('almanac')).toEqual([[id, 1]]);
  const [last] = await found('colophon');
  const { total } = await textOf(id!);
  expect(last).toEqual([id, total]);
  expect(total).toBeGreaterThan(450);
});

test('Bates numbers printed on pages are told of the item', async () => {
  const page = (number: number) => ({ text: `FWLR00010${number}` });
  const [id] = await add({ 'produced.pdf': await makePdf([page(1), page(2), page(3)]) });
  expect(await t.client['evidence.get']({ matterId, id: id! })).toMatchObject({
    batesSeen: 'FWLR000101–FWLR000103',
  });
});

test('two drafts of one text are told to be nearly the same, and an unrelated one is not', async () => {
  const words = Array.from({ length: 120 }, (_, index) => `word${(index * 7_919) % 997}`);
  const other = Array.from({ length: 120 }, (_, index) => `term${(index * 104_729) % 991}`);
  const [one, two] = await add({
    'draft one.txt': words.join(' '),
    'draft two.txt': words.with(60, 'changed').join(' '),
    'other.txt': other.join(' '),
  });
  const related = await t.client['evidence.related']({ matterId, id: one! });
  expect(related.map(({ likeness, item }) => [likeness, item.id])).toEqual([['near_text', two]]);
  expect(related[0]!.share).toBeGreaterThan(0.85);
});

test('two readings asked for at once read each original once', async () => {
  const sources = await Promise.all([
    t.runJob('evidence.readText', { matterId }),
    add({ 'a.txt': 'alpha text of a file' }),
    t.runJob('evidence.readText', { matterId }),
  ]);
  expect(sources).toHaveLength(3);
  expect(await found('alpha')).toHaveLength(1);
});

test('the text of a locked PDF is read when it is unlocked, while its password is there', async () => {
  const [id] = (await add({ 'locked.pdf': makeLockedPdf('opensesame', 'a sesame clause') })) as [EvidenceId];
  expect(await textOf(id)).toEqual({ pages: [], total: 0 });
  const unlock = () => t.client['evidence.unlock']({ matterId, id, password: 'opensesame', isKept: false });
  await unlock();
  expect(await found('sesame')).toEqual([[id, 1]]);

  // What was read stays when it is unlocked again, and the password is gone before texts are next read.
  await openAnew();
  await unlock();
  await openAnew();
  expect(await t.runJob('evidence.readText', { matterId })).toEqual({ items: 0, pages: 0 });
  expect(await found('sesame')).toEqual([[id, 1]]);

  // Nor does a newer reader take away what it cannot read without the password.
  await openAnew('UPDATE text_reading SET reader = 0');
  await t.runJob('evidence.readText', { matterId });
  expect(await found('sesame')).toEqual([[id, 1]]);
  expect(await t.client['evidence.get']({ matterId, id })).toMatchObject({ hasText: true, problems: [] });
  expect(await t.runJob('evidence.readText', { matterId })).toEqual({ items: 0, pages: 0 });

  // A crash came between the unlocking and the reading.
  await openAnew('DELETE FROM text_reading', 'DELETE FROM page_text');
  await t.runJob('evidence.readText', { matterId });
  expect(await t.client['evidence.get']({ matterId, id })).toMatchObject({
    hasText: false,
    problems: [{ code: 'EVIDENCE_ENCRYPTED' }],
  });
  expect(await unlock()).toMatchObject({ hasText: true, problems: [] });
  expect(await found('sesame')).toEqual([[id, 1]]);
});

test('a text that an earlier version read is read anew, and told until then', async () => {
  const [id, other] = await add({ 'note.txt': 'The archipelago agreement', 'other.txt': 'left alone' });
  await openAnew(
    `UPDATE page_text SET text = 'The archi\\u0070elago agreement' WHERE text LIKE '%archipelago%'`,
    `UPDATE text_reading SET reader = 0`,
    // As in a matter from before there were versions.
    `UPDATE search_subject SET folding = 0`,
  );
  const told = async () => (await t.client['search.query']({ matterId, query: 'left' })).outdated;
  // Two pages, which have two titles.
  expect(await told()).toBe(4);
  expect(await found('elago')).toEqual([]);
  expect(await t.runJob('evidence.readText', { matterId })).toEqual({ items: 2, pages: 2 });
  expect(await found('archipelago')).toEqual([[id, 1]]);
  expect(await found('"left alone"')).toEqual([[other, 1]]);
  expect(await textOf(id!)).toMatchObject({ pages: [{ text: 'The archipelago agreement' }] });
  expect(await told()).toBe(0);
  expect(await t.runJob('evidence.readText', { matterId })).toEqual({ items: 0, pages: 0 });
});

test('what only commands write is found as pages are, at once and after it was taken back', async () => {
  const [id] = await add({ 'note.txt': 'plain' });
  const titles = async (query: string) =>
    (await t.client['search.query']({ matterId, query })).hits.map(({ title }) => title);
  await t.client['evidence.update']({ matterId, ids: [id!], fields: { title: '임대차계약서를 👍' } });
  expect(await titles('계약서')).toEqual(['임대차계약서를 👍']);
  expect(await titles('👍')).toEqual(['임대차계약서를 👍']);
  await t.client['history.undo']({ matterId });
  expect(await titles('계약서')).toEqual([]);
  await t.client['history.redo']({ matterId });
  expect(await titles('계약서')).toEqual(['임대차계약서를 👍']);
});

test('the text of an item that is not there is NOT_FOUND', async () => {
  await expect(textOf('0'.repeat(36) as EvidenceId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
