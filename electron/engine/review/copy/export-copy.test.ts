import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import { makeZip } from '../../testing/mail-and-archives.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import {
  actAs,
  addNote,
  createReviewMatter,
  secretWords,
  type ReviewMatter,
} from '../../testing/review-matter.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';
import { carriedTables } from './carried-tables.ts';

let t: TestEngine;
let m: ReviewMatter;
const passphrase = 'a long walk to the courthouse';
const at = (name: string) => join(t.folder, name);
const here = () => ({ matterId: m.matterId });

/** One matter for all: its memo is never chosen, and what is work product stays behind unless it is asked for. */
beforeAll(async () => {
  t = await createTestEngine();
  await actAs(t, 'A. Reyes');
  m = await createReviewMatter(t);
  await addNote(t, m.matterId, m.notice, 'Ask when it was sent', { tagIds: [m.tagId] });
  await addNote(t, m.matterId, m.notice, secretWords[3], { isWorkProduct: true });
  await addNote(t, m.matterId, m.memo, secretWords[3]);
  await t.client['evidence.update']({ ...here(), ids: [m.notice], fields: { note: secretWords[3] } });
  await t.client['search.saved.add']({ ...here(), fields: { name: 'Memo', query: secretWords[2] } });
  const [first, second] = await t.client['docket.add']({
    ...here(),
    entries: [
      { number: 1, text: 'COMPLAINT' },
      { number: 2, text: 'NOTICE' },
    ],
  });
  await t.client['docket.link']({ ...here(), id: first!.id, evidenceId: m.memo });
  await t.client['docket.link']({ ...here(), id: second!.id, evidenceId: m.notice });
  await t.client['review.code']({
    ...here(),
    ids: [m.memo, m.notice],
    decision: {
      relevance: 3,
      privilege: 'work_product',
      privilegeNote: secretWords[3],
      addIssueIds: [m.issueId],
    },
  });
});
afterAll(() => t.dispose());

function makeCopy(name: string, ids: readonly EvidenceId[], more: object = {}) {
  return t.runJob('review.copy.export', {
    ...here(),
    ids: [...ids],
    target: { path: at(name) },
    name: 'For B. Lindqvist',
    passphrase,
    mode: 'comment',
    ...more,
  });
}

/** Every value in the tables of a copy, and every word of its index, as one text. */
function everythingIn(path: string): string {
  return withMatterFile(
    path,
    (db) => {
      const tables = db
        .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL`)
        .pluck()
        .all()
        .filter((name) => name !== 'search_text' && name !== 'search_vocabulary');
      return tables
        .flatMap((name) => db.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][])
        .flat()
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .concat(db.prepare<[], string>('SELECT term FROM search_vocabulary').pluck().all())
        .join('\n');
    },
    passphrase,
  );
}

async function openCopy(name: string): Promise<MatterId> {
  return (await t.client['matter.open']({ source: { path: at(name) }, passphrase })).id;
}

test('a copy is an encrypted matter of its own, in which nothing is of what was not chosen', async () => {
  const made = await makeCopy('copy.matter', [m.notice, m.attachment]);
  expect(made).toMatchObject({ fileName: 'copy.matter', items: 2, notes: 1, leftOut: 1 });
  const text = everythingIn(at('copy.matter'));
  for (const word of ['Notice of suspension', 'schedule.txt', 'COMPLAINT', 'Ask when it was sent'])
    expect(text.includes(word), word).toBe(true);
  const memo = await t.client['evidence.get']({ ...here(), id: m.memo });
  const mail = await t.client['evidence.get']({ ...here(), id: m.mail });
  // Nothing of the attachment's mail either: not its subject, nor its name in custody.
  const words = [...secretWords, ...secretWords.map((word) => word.toLowerCase()), 'evening-mail'];
  for (const word of [...words, m.memo, m.mail, memo.sha256, mail.sha256])
    expect(text.includes(word), word).toBe(false);
  const locked = t.client['matter.open']({ source: { path: at('copy.matter') } });
  await expect(locked).rejects.toMatchObject({ code: 'MATTER_LOCKED' });
});

test('of a mail that goes without its attachment nothing says which item that is', async () => {
  await makeCopy('mail.matter', [m.mail]);
  expect(everythingIn(at('mail.matter')).includes(m.attachment)).toBe(false);
});

test('of a document that was produced in an archive nothing says which archive that is', async () => {
  const table = 'þBEGBATESþ\u0014þNATIVELINKþ\r\nþNH0001þ\u0014þa.txtþ';
  writeFileSync(at('Northgate first.zip'), await makeZip({ 'vol.dat': table, 'a.txt': 'statement' }));
  const sources = [{ path: at('Northgate first.zip') }];
  const { items } = await t.runJob('evidence.add', { ...here(), sources });
  const { id } = items[0]!.children![0]!.children![0]!;
  await makeCopy('produced.matter', [id as EvidenceId]);
  expect(everythingIn(at('produced.matter')).includes('statement')).toBe(true);
  expect(everythingIn(at('produced.matter')).includes('Northgate first')).toBe(false);
});

test('a copy opens beside its matter, verifies, is searched, and knows what it is', async () => {
  const matterId = await openCopy('copy.matter');
  expect(matterId).not.toBe(m.matterId);
  expect(await t.client['matter.get']({ matterId })).toMatchObject({
    title: 'Fairwater LLC v. Northgate Hosting, Inc.',
    isEncrypted: true,
    counts: { evidence: 2 },
    reviewCopy: { name: 'For B. Lindqvist', mode: 'comment', items: 2 },
  });
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true, checked: { evidence: 2 } });
  const find = (query: string) => t.client['search.query']({ matterId, query });
  expect(await find(secretWords[0]!)).toMatchObject({ outdated: 0 });
  const hits = async (query: string) => (await find(query)).hits.map(({ title }) => title);
  expect(await hits('thirty')).toEqual(['schedule']);
  expect(await hits('hosting')).toEqual(['notice']);
  expect(await hits(secretWords[2])).toEqual([]);
  expect((await find('suspensoin')).didYouMean).toBe('suspension');
  const notes = await t.client['notes.list']({ matterId, filter: {} });
  expect(notes.map((note) => [note.text, note.tagIds, note.author.name])).toEqual([
    ['Ask when it was sent', [m.tagId], 'A. Reyes'],
  ]);
});

test('coding, work product and docket go along when they are asked for', async () => {
  const everything = { includesWorkProduct: true, includesCoding: true };
  expect(await makeCopy('full.matter', [m.notice, m.mail, m.attachment], everything)).toMatchObject({
    notes: 2,
    leftOut: 0,
  });
  const bare = { includesNotes: false, includesDocket: false, mode: 'read' };
  expect(await makeCopy('bare.matter', [m.notice], bare)).toMatchObject({ notes: 0, leftOut: 0 });
  const read = async (name: string) => {
    const matterId = await openCopy(name);
    const [item] = await t.client['evidence.rows']({ matterId, ids: [m.notice] });
    const { codings } = await t.client['review.codings']({ matterId, evidenceId: m.notice });
    const docket = await t.client['docket.list']({ matterId });
    return { matterId, item, codings, docket: docket.map(({ number, evidenceId }) => [number, evidenceId]) };
  };
  const full = await read('full.matter');
  expect(full.item).toMatchObject({
    relevance: 3,
    isReviewed: true,
    tagIds: [m.issueId],
    notes: 2,
    note: secretWords[3],
  });
  expect(full.codings).toMatchObject([{ reviewer: { name: 'A. Reyes' } }]);
  expect(full.docket).toEqual([
    [1, null],
    [2, m.notice],
  ]);
  const { parentIds } = await t.client['evidence.get']({ matterId: full.matterId, id: m.attachment });
  expect(parentIds).toEqual([m.mail]);
  const { matterId, item, codings, docket } = await read('bare.matter');
  expect(item).toMatchObject({
    relevance: null,
    privilege: null,
    isReviewed: false,
    tagIds: [],
    notes: 0,
    note: '',
  });
  // Neither of the matter's tags stands on anything in it.
  const tags = await t.client['evidence.tag.list']({ matterId });
  expect([codings, docket, tags]).toEqual([[], [], []]);
  expect(await t.client['evidence.tag.list']({ matterId: full.matterId })).toHaveLength(2);
});

test('what is handed out is kept in the matter and in the custody of each item', async () => {
  const { copyId } = await makeCopy('kept.matter', [m.attachment]);
  const { copies } = await t.client['review.copy.list'](here());
  expect(copies.find(({ id }) => id === copyId)).toMatchObject({
    madeBy: { name: 'A. Reyes' },
    items: 1,
    mergedAt: null,
  });
  const { custody } = await t.client['evidence.get']({ ...here(), id: m.attachment });
  expect(custody.at(-1)).toMatchObject({
    action: 'exported',
    details: { reviewCopy: copyId, reviewCopyName: 'For B. Lindqvist', fileName: 'kept.matter' },
  });
  expect(await t.runJob('matter.verify', here())).toMatchObject({ ok: true });
  const copied = await t.client['evidence.get']({
    matterId: await openCopy('kept.matter'),
    id: m.attachment,
  });
  expect(copied.custody[0]!.details).toMatchObject({ carriedFrom: { hash: custody[0]!.hash } });
});

test('where else an item went is not told: no set of exhibits, no folder, no other copy', async () => {
  const set = await t.client['exhibits.set.create']({ ...here(), fields: { name: secretWords[0] } });
  await t.client['exhibits.add']({ ...here(), setId: set.id, evidenceIds: [m.attachment] });
  const folder = { path: at('binder') };
  await t.runJob('exhibits.build', { ...here(), setId: set.id, target: folder });
  await t.runJob('evidence.export', { ...here(), ids: [m.attachment], target: { path: at(secretWords[1]) } });
  await makeCopy('elsewhere.matter', [m.attachment], { name: secretWords[2] });
  await makeCopy('told.matter', [m.attachment]);
  const text = everythingIn(at('told.matter'));
  for (const word of [...secretWords, 'elsewhere.matter']) expect(text.includes(word), word).toBe(false);
  const { custody } = await t.client['evidence.get']({
    matterId: await openCopy('told.matter'),
    id: m.attachment,
  });
  const acts = custody.map(({ action }) => action);
  expect(acts).toContain('used_in_exhibit');
  expect(acts.filter((action) => action === 'exported').length).toBeGreaterThan(1);
});

test('notes are exported from a copy to read without a word written into it', async () => {
  await makeCopy('to-read.matter', [m.notice], { mode: 'read' });
  const kept = () =>
    withMatterFile(
      at('to-read.matter'),
      (db) =>
        ['content', 'rendition', 'custody_event', 'audit_event'].map((table) =>
          db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
        ),
      passphrase,
    );
  const before = kept();
  const matterId = await openCopy('to-read.matter');
  const exported = (form: 'csv' | 'pdf') =>
    t.runJob('notes.export', { matterId, filter: {}, form, target: { path: at(`notes-${form}`) } });
  expect(await exported('csv')).toMatchObject({ notes: 1, problems: [] });
  // The text has no PDF that stands for it, and none is made.
  expect(await exported('pdf')).toMatchObject({
    files: [],
    problems: [{ problem: { code: 'MATTER_READ_ONLY' } }],
  });
  await t.client['matter.close']({ matterId });
  expect(kept()).toEqual(before);
});

test('what cannot be made leaves no file, and the matter says nothing of it', async () => {
  writeFileSync(at('taken.matter'), 'x');
  const before = [readdirSync(t.folder), await t.client['review.copy.list'](here())];
  const failing = [
    ['x.matter', [m.notice, 'gone' as EvidenceId], 'NOT_FOUND'],
    ['no-folder/x.matter', [m.notice], 'FILE_UNWRITABLE'],
    ['taken.matter', [m.notice], 'FILE_EXISTS'],
  ] as const;
  for (const [name, ids, code] of failing) await expect(makeCopy(name, ids)).rejects.toMatchObject({ code });
  const { jobId } = await t.client['review.copy.export']({
    ...here(),
    ids: [m.notice],
    target: { path: at('x.matter') },
    name: 'x',
    passphrase,
    mode: 'read',
  });
  await t.client['jobs.cancel']({ ...here(), jobId: jobId as never });
  await expect(t.waitForJob(m.matterId, jobId)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect([readdirSync(t.folder), await t.client['review.copy.list'](here())]).toEqual(before);
});

test('every table and column of the format goes into a copy, or stays behind on purpose', () => {
  const stays = `as_filed bates_elsewhere bates_number bates_prefix bearing brief_check build build_exhibit build_output calendar_export
    change_current change_group change_row court_day deadline deadline_override docket_answer docket_applied
    docket_observation docket_read docket_seen docket_source element exhibit exhibit_label_change exhibit_set
    fact intake intake_file job list_view mark note_conflict pin_cite reminder_seen saved_search summary_description tro_event tro_item tro_notice tro_request view_state`;
  const everything = {
    includesNotes: true,
    includesWorkProduct: true,
    includesCoding: true,
    includesDocket: true,
    isForComments: true,
  };
  const carried = carriedTables(everything);
  const otherwise =
    'matter content content_chunk page_text custody_event audit_event review_copy review_copy_note review_copy_coding';
  withMatterFile(m.path, (db) => {
    const all = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_*' AND name NOT GLOB 'sqlite_*'`,
      )
      .pluck()
      .all();
    const named = [...carried.map(([table]) => table), ...otherwise.split(' '), ...stays.split(/\s+/)];
    expect(all.toSorted()).toEqual(named.toSorted());
    db.exec(
      'CREATE TEMP TABLE chosen (id, content_id); CREATE TEMP TABLE chosen_note (id); CREATE TEMP TABLE chosen_rendition (rendition_id)',
    );
    for (const [table, query] of carried) {
      const columns = db
        .prepare(query)
        .columns()
        .map(({ name }) => name);
      const own = (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      // Claims are numbered again.
      expect(columns.toSorted(), table).toEqual(
        own.filter((name) => table !== 'claim' || name !== 'id').toSorted(),
      );
    }
  });
});

test('an original that was altered is not handed out', async () => {
  await t.client['matter.close'](here());
  withMatterFile(m.path, (db) => {
    db.exec('DROP TRIGGER content_chunk_no_update');
    db.prepare(
      'UPDATE content_chunk SET bytes = ? WHERE content_id = (SELECT content_id FROM evidence_item WHERE id = ?)',
    ).run(Buffer.from('Notice of suspension of the hosting accOunt.'), m.notice);
  });
  await t.client['matter.open']({ source: { path: m.path } });
  await expect(makeCopy('x.matter', [m.notice])).rejects.toMatchObject({ code: 'MATTER_DAMAGED' });
  expect(existsSync(at('x.matter'))).toBe(false);
});
