import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterId, TagId } from '../../../../../shared/model/common.ts';
import { withMatterFile } from '../../../testing/matter-file.ts';
import { copyPassphrase, createReviewCopies, type ReviewCopies } from '../../../testing/review-copies.ts';
import { addNote, changeNote, type ReviewMatter } from '../../../testing/review-matter.ts';
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

const texts = async () =>
  Object.fromEntries(
    (await t.client['notes.list']({ ...here(), filter: {} })).map(({ id, text }) => [id, text]),
  );
const conflicts = () => t.client['review.conflicts'](here());
const offered = async () => (await conflicts()).notes.map(({ noteId, theirs }) => [noteId, theirs?.text]);

test('two files of one copy that two people changed are compared: neither overwrites the other', async () => {
  const both = await addNote(t, m.matterId, m.notice, 'When was it sent?');
  const one = await addNote(t, m.matterId, m.notice, 'To whom?');
  await copies.make('first.matter');
  await copies.review('first.matter', 'B. Lindqvist', (matterId) =>
    changeNote(t, matterId, one, 'To the desk'),
  );
  copyFileSync(at('first.matter'), at('second.matter'));
  await copies.review('first.matter', 'B. Lindqvist', (matterId) =>
    changeNote(t, matterId, both, 'On the ninth'),
  );
  await copies.review('second.matter', 'C. Okafor', async (matterId) => {
    await changeNote(t, matterId, both, 'On the tenth');
    await addNote(t, matterId, m.mail, 'Only in the second');
  });

  expect(await copies.merge('first.matter')).toMatchObject({
    isApart: false,
    notes: { updated: 2, conflicts: 0 },
  });
  const taken = await copies.merge('second.matter');
  expect(taken).toMatchObject({ isApart: true, notes: { added: 1, updated: 0, conflicts: 1 } });
  expect(await texts()).toMatchObject({ [both]: 'On the ninth', [one]: 'To the desk' });
  expect(Object.values(await texts())).toContain('Only in the second');
  expect(await offered()).toEqual([[both, 'On the tenth']]);
  const { copies: listed } = await t.client['review.copy.list'](here());
  expect(listed.map(({ name }) => name)).toContain('Copy first.matter (2)');

  // Each goes on as what it is, and the same file again changes nothing.
  const nothing = { added: 0, updated: 0, deleted: 0, conflicts: 0 };
  for (const name of ['first.matter', 'second.matter'])
    expect(await copies.merge(name), name).toMatchObject({ isApart: false, notes: nothing });
  await copies.review('first.matter', 'B. Lindqvist', (matterId) =>
    changeNote(t, matterId, both, 'On the ninth, late'),
  );
  expect((await copies.merge('first.matter')).notes).toMatchObject({ updated: 1, conflicts: 0 });
  await t.client['review.settleNote']({
    ...here(),
    noteId: both,
    copyId: taken.copyId,
    keep: 'both',
  });
  expect(Object.values(await texts()).toSorted()).toEqual([
    'On the ninth, late',
    'On the tenth',
    'Only in the second',
    'To the desk',
  ]);
  expect((await copies.merge('second.matter')).notes).toMatchObject(nothing);
  expect(await offered()).toEqual([]);
  expect(await t.runJob('matter.verify', here())).toMatchObject({ ok: true });
});

test('a tag that was deleted and made anew under its name makes no difference to what comes back', async () => {
  const fields = { name: 'Late', kind: 'tag', color: 'red' } as const;
  const issueFields = { ...fields, kind: 'issue', name: 'Term' } as const;
  const addTag = async (of: typeof fields | typeof issueFields) =>
    (await t.client['evidence.tag.add']({ ...here(), fields: of })).id;
  const [tag, issue] = [await addTag(fields), await addTag(issueFields)];
  const code = (matterId: MatterId, addIssueIds: TagId[]) =>
    t.client['review.code']({ matterId, ids: [m.mail], decision: { addIssueIds } });
  const kept = await addNote(t, m.matterId, m.notice, 'Untouched there', { tagIds: [tag] });
  await code(m.matterId, [issue]);
  await copies.make('tags.matter');
  await copies.review('tags.matter', 'B. Lindqvist', (matterId) => code(matterId, [issue]));
  for (const id of [tag, issue]) await t.client['evidence.tag.delete']({ ...here(), id });
  const [newTag, newIssue] = [await addTag(fields), await addTag(issueFields)];
  await t.client['notes.update']({
    ...here(),
    ids: [kept],
    fields: { text: 'Changed here' },
    addTagIds: [newTag],
  });
  await code(m.matterId, [newIssue]);

  expect(await copies.merge('tags.matter')).toMatchObject({
    notes: { updated: 0, deleted: 0, conflicts: 0 },
    codings: { added: 1, updated: 0, conflicts: 0 },
    tagsAdded: [],
  });
  expect(await conflicts()).toEqual({ codings: [], notes: [] });
  expect((await texts())[kept]).toBe('Changed here');
});

test('a copy to read is verified and backed up without a word written into it', async () => {
  await copies.make('read.matter', { mode: 'read' });
  const rows = () =>
    withMatterFile(
      at('read.matter'),
      (db) => ['audit_event', 'job', 'mark'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()),
      copyPassphrase,
    );
  const before = rows();
  await copies.review('read.matter', 'B. Lindqvist', async (matterId) => {
    expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
    await t.runJob('matter.backup', { matterId, target: { path: at('read-backup.matter') } });
    expect(await t.client['jobs.list']({ matterId })).toHaveLength(2);
  });
  expect(rows()).toEqual(before);
});
