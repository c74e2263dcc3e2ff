import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId, TagId } from '../../../shared/model/common.ts';
import { plantManyItems } from '../testing/large-matter.ts';
import { withMatterFile } from '../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let ids: EvidenceId[];
let issueIds: TagId[];

beforeEach(async () => {
  // Whatever is decided later is newer, if only by a millisecond.
  let now = Date.UTC(2027, 0, 11);
  t = await createTestEngine({ now: () => new Date((now += 1)).toISOString() });
  const { id, fileName } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.');
  matterId = id;
  const source = { path: join(t.folder, fileName) };
  await t.client['matter.close']({ matterId });
  ids = withMatterFile(source.path, (db) => plantManyItems(db, 12)) as EvidenceId[];
  await t.client['matter.open']({ source });
  issueIds = [];
  for (const name of ['Notice', 'Bond']) issueIds.push((await addIssue(name)).id);
  await as('A. Reyes');
});
afterEach(() => t.dispose());

const addIssue = (name: string) =>
  t.client['evidence.tag.add']({ matterId, fields: { name, kind: 'issue', color: 'blue' } });
const as = (name: string) =>
  t.client['settings.update']({ patch: { person: { name, role: 'Associate', barNumber: '' } } });
const code = (of: readonly EvidenceId[], decision: object) =>
  t.client['review.code']({ matterId, ids: [...of], decision });
const codings = (of: EvidenceId) => t.client['review.codings']({ matterId, evidenceId: of });
const row = async (of: EvidenceId) => (await t.client['evidence.rows']({ matterId, ids: [of] }))[0]!;
const queue = async (key: string) =>
  (await t.client['review.queues']({ matterId })).find((each) => each.key === key)!;

test('a decision holds of the item and stands in the name of who took it', async () => {
  const [one] = ids as [EvidenceId];
  await code([one], { isResponsive: true, relevance: 3, addIssueIds: [issueIds[0]!] });
  expect(await row(one)).toMatchObject({
    isResponsive: true,
    relevance: 3,
    privilege: null,
    isReviewed: true,
    tagIds: [issueIds[0]],
  });
  await code([one], {
    privilege: 'work_product',
    privilegeNote: 'Draft of counsel',
    addIssueIds: [issueIds[1]!],
  });
  const codes = {
    isResponsive: true,
    relevance: 3,
    privilege: 'work_product',
    privilegeNote: 'Draft of counsel',
    issueIds: issueIds.toSorted(),
  };
  expect(await codings(one)).toMatchObject({
    codes,
    codings: [{ evidenceId: one, reviewer: { name: 'A. Reyes', role: 'Associate' }, codes, copyId: null }],
  });
});

test('each reviewer has a row, the newest first, however the name is written', async () => {
  const [one] = ids as [EvidenceId];
  await code([one], { relevance: 1 });
  await as('B. Lindqvist');
  await code([one], { relevance: 1 });
  await as(' a. REYES');
  await code([one], { relevance: 2 });
  const found = (await codings(one)).codings.map(({ reviewer, codes }) => [reviewer.name, codes.relevance]);
  expect(found).toEqual([
    ['a. REYES', 2],
    ['B. Lindqvist', 1],
  ]);
});

test('reviewers who differ are a conflict until somebody settles it, and again once one codes anew', async () => {
  // The first of the planted items is archived.
  const [, one, other] = ids as [EvidenceId, EvidenceId, EvidenceId];
  await code([one, other], { isResponsive: true, addIssueIds: [issueIds[0]!] });
  await as('B. Lindqvist');
  await code([one], { isResponsive: false });
  await code([other], { relevance: 2 });
  const { codings: found } = await t.client['review.conflicts']({ matterId });
  expect(found.map(({ evidenceId, fields }) => [evidenceId, fields])).toEqual([[one, ['isResponsive']]]);
  expect(found[0]!.codings.map(({ reviewer }) => reviewer.name)).toEqual(['B. Lindqvist', 'A. Reyes']);
  expect((await row(one)).hasCodingConflict).toBe(true);
  expect((await row(other)).hasCodingConflict).toBe(false);
  const inConflict = { filter: { has: ['conflict' as const] }, matterId };
  expect((await t.client['evidence.find'](inConflict)).ids).toEqual([one]);

  await t.client['review.settleCoding']({
    matterId,
    evidenceId: one,
    codes: {
      isResponsive: true,
      relevance: 1,
      privilege: 'none',
      privilegeNote: '',
      issueIds: [issueIds[1]!],
    },
  });
  expect(await row(one)).toMatchObject({
    isResponsive: true,
    relevance: 1,
    privilege: 'none',
    tagIds: [issueIds[1]],
    hasCodingConflict: false,
  });
  expect((await t.client['review.conflicts']({ matterId })).codings).toEqual([]);
  expect((await t.client['evidence.find'](inConflict)).ids).toEqual([]);
  await t.client['history.undo']({ matterId });
  expect((await row(one)).hasCodingConflict).toBe(true);
  await t.client['history.redo']({ matterId });
  expect((await row(one)).hasCodingConflict).toBe(false);
  await code([one], { isResponsive: false });
  expect((await row(one)).hasCodingConflict).toBe(true);
});

test('many items are coded in one step, undone whole and done again whole', async () => {
  await code(ids.slice(0, 4), { isResponsive: true, addIssueIds: [issueIds[0]!] });
  const read = async () => ({
    rows: await t.client['evidence.rows']({ matterId, ids }),
    codings: await Promise.all(ids.map(codings)),
    queues: await t.client['review.queues']({ matterId }),
  });
  const before = await read();
  const decision = {
    isResponsive: false,
    privilege: 'none',
    addIssueIds: [issueIds[1]!],
    removeIssueIds: [issueIds[0]!],
  };
  expect(await code([...ids, ids[0]!], decision)).toEqual({ updated: 12 });
  const after = await read();
  expect((await t.client['history.get']({ matterId })).undo).toMatchObject({
    label: 'code 12 items of evidence not responsive, not privileged, issue “Bond”, without issue “Notice”',
    by: 'A. Reyes',
  });
  expect(new Set(after.rows.map(({ isResponsive, tagIds }) => `${isResponsive} ${tagIds.join()}`))).toEqual(
    new Set([`false ${issueIds[1]}`]),
  );
  await t.client['history.undo']({ matterId });
  expect(await read()).toEqual(before);
  await t.client['history.redo']({ matterId });
  expect(await read()).toEqual(after);
});

test('what is not there is not coded, and nothing else either', async () => {
  const failing: [EvidenceId[], object][] = [
    [[ids[0]!, 'gone' as EvidenceId], { relevance: 1 }],
    [[ids[0]!], { relevance: 1, addIssueIds: ['gone'] }],
    [
      [ids[0]!],
      {
        addIssueIds: [
          (
            await t.client['evidence.tag.add']({
              matterId,
              fields: { name: 'Draft', kind: 'tag', color: 'red' },
            })
          ).id,
        ],
      },
    ],
  ];
  for (const [of, decision] of failing)
    await expect(code(of, decision)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await codings(ids[0]!)).codings).toEqual([]);
});

test('a preview tells what a decision would fill and what it would replace, and changes nothing', async () => {
  await code(ids.slice(0, 3), { isResponsive: true, relevance: 0, addIssueIds: [issueIds[0]!] });
  await code(ids.slice(3, 4), { isResponsive: false });
  const decision = {
    isResponsive: false,
    relevance: null,
    privilegeNote: 'Advice',
    addIssueIds: [issueIds[1]!],
    removeIssueIds: [issueIds[0]!],
  };
  const before = await t.client['evidence.rows']({ matterId, ids });
  expect(await t.client['review.preview']({ matterId, ids: [...ids.slice(0, 6), 'gone'], decision })).toEqual(
    {
      items: 6,
      changed: 6,
      fields: [
        { field: 'isResponsive', filled: 2, replaced: 3 },
        { field: 'relevance', filled: 0, replaced: 3 },
        { field: 'privilegeNote', filled: 6, replaced: 0 },
        { field: 'issueIds', filled: 6, replaced: 3 },
        { field: 'isReviewed', filled: 2, replaced: 0 },
      ],
    },
  );
  expect(
    await t.client['review.preview']({ matterId, ids: ids.slice(3, 5), decision: { isResponsive: false } }),
  ).toMatchObject({ items: 2, changed: 1 });
  expect(await t.client['evidence.rows']({ matterId, ids })).toEqual(before);
});

test('queues count what is left and what is done, and their filters find their items', async () => {
  // The first of the planted items is archived.
  const [, one, other, third] = ids as [EvidenceId, EvidenceId, EvidenceId, EvidenceId];
  await t.client['evidence.update']({ matterId, ids: [one, third], fields: { isFlagged: true } });
  await code([one], { relevance: 3, privilege: 'attorney_client', addIssueIds: [issueIds[0]!] });
  await code([other], { addIssueIds: [issueIds[0]!], isReviewed: false });
  const counts = (await t.client['review.queues']({ matterId })).map(({ kind, name, total, done }) => [
    kind,
    name,
    total,
    done,
  ]);
  expect(counts).toEqual([
    ['unread', '', 10, 0],
    ['flagged', '', 2, 1],
    ['uncoded', '', 10, 0],
    ['hot', '', 1, 1],
    ['privileged', '', 1, 1],
    ['conflicts', '', 0, 0],
    ['issue', 'Bond', 0, 0],
    ['issue', 'Notice', 2, 1],
  ]);
  const find = async (key: string) =>
    (await t.client['evidence.find']({ matterId, filter: (await queue(key)).filter })).ids;
  expect(await find(`issue:${issueIds[0]}`)).toEqual([one, other]);
  expect(await find('flagged')).toEqual([one, third]);
  expect(await find('hot')).toEqual([one]);
  expect(await find('unread')).toHaveLength(10);
  expect(await find('uncoded')).not.toContain(one);
});

test('lists are narrowed by what was decided, and by whether there are notes', async () => {
  const [, one, other, third] = ids as [EvidenceId, EvidenceId, EvidenceId, EvidenceId];
  await code([one], { isResponsive: true });
  await code([other], { isResponsive: false, privilege: 'none' });
  const find = async (filter: object) => (await t.client['evidence.find']({ matterId, filter })).ids;
  expect(await find({ isResponsive: true })).toEqual([one]);
  expect(await find({ isResponsive: false })).toEqual([other]);
  expect(await find({ privilege: ['none', 'other'] })).toEqual([other]);
  expect(await find({ isCoded: true })).toEqual([one, other]);
  expect(await find({ isCoded: false })).toHaveLength(9);
  expect(await find({ has: ['notes'] })).toEqual([]);
  const path = join(t.folder, (await t.client['matter.listOpen']({}))[0]!.fileName);
  withMatterFile(path, (db) =>
    db
      .prepare(
        `INSERT INTO note VALUES ('n', ?, 'note', NULL, '', '', '', '[]', NULL, 'Ask R. Okafor', 'red', 1,
           '{"name":"A. Reyes","role":"","barNumber":""}', '2021-01-11T00:00:00.000Z', '2021-01-11T00:00:00.000Z')`,
      )
      .run(third),
  );
  expect(await find({ has: ['notes'] })).toEqual([third]);
  expect((await row(third)).notes).toBe(1);
});
