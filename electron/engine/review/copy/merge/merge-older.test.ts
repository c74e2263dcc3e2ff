import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatterId, NoteId } from '../../../../../shared/model/common.ts';
import { withMatterFile } from '../../../testing/matter-file.ts';
import {
  copyMaker,
  copyPassphrase,
  createReviewCopies,
  type ReviewCopies,
} from '../../../testing/review-copies.ts';
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

const textOf = async (id: NoteId) =>
  (await t.client['notes.list']({ ...here(), filter: {} })).find((note) => note.id === id)?.text;
const offered = async () =>
  (await t.client['review.conflicts'](here())).notes.map(({ theirs }) => theirs?.text);

test('an older file of a copy takes nothing back that came in a newer one', async () => {
  const id = await addNote(t, m.matterId, m.notice, 'When?');
  await copies.make('week.matter');
  for (const day of ['Monday', 'Tuesday']) {
    await copies.review('week.matter', 'B. Lindqvist', (matterId) => changeNote(t, matterId, id, day));
    copyFileSync(at('week.matter'), at(`${day}.matter`));
  }
  expect((await copies.merge('Tuesday.matter')).notes).toMatchObject({ updated: 1, conflicts: 0 });
  expect((await copies.merge('Monday.matter')).notes).toMatchObject({ updated: 0, conflicts: 1 });
  expect([await textOf(id), await offered()]).toEqual(['Tuesday', ['Monday']]);
  expect((await copies.merge('Monday.matter')).notes).toMatchObject({ unchanged: 1, conflicts: 0 });
  // The newer one again: both sides say the same, and there is nothing left to decide.
  expect((await copies.merge('Tuesday.matter')).notes).toMatchObject({ unchanged: 1, conflicts: 0 });
  expect([await textOf(id), await offered()]).toEqual(['Tuesday', []]);

  // What waits to be decided is not put away by an older file either.
  await changeNote(t, m.matterId, id, 'Ours');
  await copies.review('week.matter', 'B. Lindqvist', (matterId) => changeNote(t, matterId, id, 'Wednesday'));
  expect((await copies.merge('week.matter')).notes).toMatchObject({ conflicts: 1 });
  expect((await copies.merge('Monday.matter')).notes).toMatchObject({ unchanged: 1, conflicts: 0 });
  expect([await textOf(id), await offered()]).toEqual(['Ours', ['Wednesday']]);
});

test('a coding that comes back after reviewers were settled is offered, though it was decided before', async () => {
  const code = (matterId: MatterId, relevance: number) =>
    t.client['review.code']({ matterId, ids: [m.mail], decision: { relevance } });
  await code(m.matterId, 1);
  for (const name of ['early.matter', 'late.matter']) await copies.make(name);
  await copies.review('early.matter', 'B. Lindqvist', (matterId) => code(matterId, 3));
  await copies.review('late.matter', 'C. Okafor', (matterId) => code(matterId, 0));
  await copies.merge('early.matter');
  const codes = { isResponsive: null, relevance: 3, privilege: null, privilegeNote: '', issueIds: [] };
  await t.client['review.settleCoding']({ ...here(), evidenceId: m.mail, codes });
  const conflicts = async () => (await t.client['review.conflicts'](here())).codings.length;
  expect(await conflicts()).toBe(0);
  expect((await copies.merge('late.matter')).codings).toMatchObject({ added: 1, conflicts: 1 });
  expect(await conflicts()).toBe(1);
  await t.client['review.settleCoding']({ ...here(), evidenceId: m.mail, codes });
  await copies.merge('late.matter');
  expect(await conflicts()).toBe(0);
});

test('what one reviewer decides here and in a copy is kept of both, though what is here is newer', async () => {
  await copies.make('away.matter', { includesCoding: false });
  await copies.review('away.matter', copyMaker, (matterId) =>
    t.client['review.code']({
      matterId,
      ids: [m.notice],
      decision: { relevance: 3, addIssueIds: [m.issueId] },
    }),
  );
  // Read again here, and coded as something else.
  const decision = { privilege: 'work_product' } as const;
  await t.client['review.code']({ ...here(), ids: [m.notice], decision });
  expect((await copies.merge('away.matter')).codings).toMatchObject({ updated: 1, conflicts: 0 });
  const codes = { relevance: 3, privilege: 'work_product', issueIds: [m.issueId] };
  expect(await t.client['review.codings']({ ...here(), evidenceId: m.notice })).toMatchObject({
    codes,
    codings: [{ codes }],
  });
  expect((await copies.merge('away.matter')).codings).toMatchObject({ updated: 0 });
});

test('tags of one name in an altered copy come as one; a note may bear more tags than are put on at once', async () => {
  const tagIds: string[] = [];
  for (let i = 0; i < 60; i++) {
    const fields = { name: `Topic ${i}`, kind: 'tag', color: 'blue' } as const;
    tagIds.push((await t.client['evidence.tag.add']({ ...here(), fields })).id);
  }
  const id = await addNote(t, m.matterId, m.notice, 'On everything');
  await t.client['notes.update']({ ...here(), ids: [id], fields: {}, addTagIds: tagIds });
  await copies.make('tags.matter');
  expect((await copies.merge('tags.matter')).notes).toMatchObject({ deleted: 0, conflicts: 0 });
  withMatterFile(
    at('tags.matter'),
    (db) => {
      const row = `'blue', '2021-01-11T00:00:00.000Z'`;
      db.exec(`DROP INDEX tag_name;
        INSERT INTO tag VALUES ('one', 'Doubtful', 'tag', ${row}), ('two', 'doubtful', 'tag', ${row});
        INSERT INTO note_tag VALUES ('n1', '${id}', 'one'), ('n2', '${id}', 'two')`);
    },
    copyPassphrase,
  );
  expect(await copies.merge('tags.matter')).toMatchObject({ notes: { updated: 1 }, tagsAdded: ['Doubtful'] });
});
