import { writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json, errorOf } = createTerminal();
let matter: string;
let ids: readonly string[];
beforeEach(async () => {
  matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  const files = ['lease', 'letter', 'ledger'].map((name) => at(`${name}.txt`));
  for (const file of files) writeFileSync(file, file);
  const { items } = await json('evidence', 'add', matter, ...files, '--collected-by', 'R. Ostrow');
  ids = items.map(({ id }: { id: string }) => id);
});
const shown = (id = ids[0]!) => json('evidence', 'show', matter, id);

test('what is recorded about items is changed, and what is not given stays', async () => {
  const update = (...words: string[]) => json('evidence', 'update', matter, ...words);
  const whose = ['--custodian', 'J. Müller', '--source', 'production 2', '--flagged', '--reviewed'];
  expect(await update(...ids, ...whose)).toEqual({ updated: 3 });
  expect(await update(ids[0]!, '--title', 'The lease', '--note', 'signed', '--no-flagged')).toEqual({
    updated: 1,
  });
  expect(await shown()).toMatchObject({
    title: 'The lease',
    note: 'signed',
    custodian: 'J. Müller',
    source: 'production 2',
    isFlagged: false,
    isReviewed: true,
    originalName: 'lease.txt',
  });
  expect(await shown(ids[1])).toMatchObject({ isFlagged: true, title: 'letter' });
  await update(ids[0]!, '--custodian', '');
  expect(await shown()).toMatchObject({ custodian: '', source: 'production 2' });
  expect((await run('evidence', 'show', matter, ids[1]!)).stdout).toContain('Custodian: J. Müller\n');
  expect(await json('matter', 'verify', matter)).toMatchObject({ ok: true });
});

test('of how items were collected, parts that are not given stay, and are never lost where items differ', async () => {
  await json('evidence', 'update', matter, ids[0]!, '--collected-where', 'Seattle');
  expect((await shown()).collected).toEqual({ at: '', by: 'R. Ostrow', where: 'Seattle', how: '' });
  const refused = await errorOf('evidence', 'update', matter, ...ids, '--collected-how', 'by mail');
  expect(refused).toMatchObject({ exit: 2, message: expect.stringContaining('--collected-where') });
  const given = ['--collected-how', 'by mail', '--collected-where', ''];
  await json('evidence', 'update', matter, ...ids, ...given);
  expect((await shown(ids[2])).collected).toEqual({ at: '', by: 'R. Ostrow', where: '', how: 'by mail' });
  expect((await run('evidence', 'update', matter, ids[0]!, '--collected-at', '2021-02-31')).stderr).toContain(
    '--collected-at: write a day that there is, like 2021-01-31',
  );
});

test('an update that says nothing, or gives several items one title, is refused', async () => {
  expect(await errorOf('evidence', 'update', matter, ids[0]!)).toMatchObject({ exit: 2 });
  expect(await errorOf('evidence', 'update', matter, ...ids, '--title', 'x')).toMatchObject({
    exit: 2,
    message: expect.stringContaining('--title is for one item'),
  });
  expect(await errorOf('evidence', 'update', matter, 'no-such-item', '--note', 'x')).toMatchObject({
    exit: 3,
  });
});

test('tags and issue codes are made, put on items, listed by, renamed and deleted', async () => {
  const tag = (...words: string[]) => json('evidence', 'tag', ...words);
  expect(await tag('list', matter)).toEqual([]);
  const made = await tag('add', matter, 'Key “Zürich”', '--color', 'red');
  expect(made).toEqual({ id: expect.any(String), name: 'Key “Zürich”', kind: 'tag', color: 'red', items: 0 });
  expect(await errorOf('evidence', 'tag', 'add', matter, 'key “zürich”')).toMatchObject({
    code: 'EVIDENCE_TAG_EXISTS',
  });
  await tag('add', matter, 'Notice', '--kind', 'issue');
  const both = ['--add', 'key “zürich”', 'Notice'];
  expect(await tag('assign', matter, ids[0]!, ids[1]!, ...both)).toEqual({ updated: 2 });
  await tag('assign', matter, ids[1]!, '--remove', 'notice');
  const listed = await json('evidence', 'list', matter, '--tag', 'Notice');
  expect(listed).toMatchObject([{ id: ids[0], tags: ['Key “Zürich”'], issues: ['Notice'] }]);
  expect((await run('evidence', 'show', matter, ids[0]!)).stdout).toContain('Tags: Notice, Key “Zürich”\n');
  // Tags made by scripts can be used for coding and summaries at once.
  expect(await json('review', 'code', matter, ids[2]!, '--issue', 'Notice')).toEqual({ updated: 1 });
  expect(
    await tag('update', matter, made.id, '--name', 'Key', '--kind', 'issue', '--color', 'blue'),
  ).toMatchObject({ name: 'Key', kind: 'issue', color: 'blue' });
  expect(await tag('list', matter)).toMatchObject([
    { name: 'Key', items: 2 },
    { name: 'Notice', items: 2 },
  ]);
  expect(await tag('delete', matter, 'Key')).toEqual({ deleted: made.id });
  expect(await shown()).toMatchObject({ tags: [], issues: ['Notice'] });
  expect((await run('evidence', 'list', matter, '--tag', 'Key')).code).toBe(3);
});

test('where a tag and an issue code have one name, only the id says which is meant', async () => {
  await json('evidence', 'tag', 'add', matter, 'Notice', '--kind', 'issue');
  const { id } = await json('evidence', 'tag', 'add', matter, 'Notice');
  expect(await errorOf('evidence', 'tag', 'assign', matter, ids[0]!, '--add', 'notice')).toMatchObject({
    exit: 2,
    message: expect.stringContaining('give the id'),
  });
  await json('evidence', 'tag', 'assign', matter, ids[0]!, '--add', id);
  expect(await shown()).toMatchObject({ tags: ['Notice'], issues: [] });
  for (const wrong of [[], ['--add', id, '--remove', id], ['--add', 'none']])
    expect((await errorOf('evidence', 'tag', 'assign', matter, ids[0]!, ...wrong)).exit).toBe(
      wrong[1] === 'none' ? 3 : 2,
    );
});

test('archived items are out of the list, and come back as they were', async () => {
  expect(await json('evidence', 'archive', matter, ids[0]!, ids[1]!)).toEqual({ updated: 2 });
  expect(await json('evidence', 'list', matter)).toMatchObject([{ id: ids[2] }]);
  expect(await json('evidence', 'list', matter, '--archived')).toHaveLength(3);
  expect(await json('evidence', 'unarchive', matter, ids[0]!)).toEqual({ updated: 1 });
  expect(await json('evidence', 'list', matter)).toHaveLength(2);
  expect((await run('evidence', 'list', matter, '--filter', 'nothing like it')).stdout).toBe(
    'No such items.\n',
  );
  const { custody } = await shown();
  expect(custody.map(({ action }: { action: string }) => action)).toEqual([
    'received',
    'archived',
    'unarchived',
  ]);
});

test('a load file that corrects documents is shown and applied, in part if asked', async () => {
  writeFileSync(at('first.csv'), 'BegBates,Custodian,Subject,NativeLink\nNH0001,J. Doe,Old,statement.txt\n');
  writeFileSync(at('statement.txt'), 'A statement.');
  writeFileSync(at('fix.csv'), 'BegBates,Custodian,Subject\nNH0001,R. Roe,New\nNH0002,R. Roe,\n');
  const document = (await json('evidence', 'add', matter, at('first.csv'))).items[0].children[0].id;
  const overlay = (await json('evidence', 'add', matter, at('fix.csv'))).items[0].id;
  const dry = await run('evidence', 'overlay', matter, overlay, '--dry-run');
  expect(dry.code).toBe(7);
  expect(dry.stdout).toContain('NH0001    Custodian  J. Doe      R. Roe\n');
  expect(dry.stdout).toContain('! Not in this matter: NH0002 (row 3).\nDry run: nothing was changed.\n');
  expect(await shown(document)).toMatchObject({ custodian: 'J. Doe' });
  await run('evidence', 'overlay', matter, overlay, '--only', 'subject', 'title');
  expect(await shown(document)).toMatchObject({ custodian: 'J. Doe', title: 'NH0001 New' });
  writeFileSync(at('odd.csv'), 'BegBates,Custodian\nNH0001,Roe, R.\n');
  const odd = (await json('evidence', 'add', matter, at('odd.csv'))).items[0].id;
  expect((await run('evidence', 'overlay', matter, odd)).code).toBe(7);
  expect(await shown(document)).toMatchObject({ custodian: 'J. Doe' });
  expect(await errorOf('evidence', 'overlay', matter, overlay, '--only', 'pages')).toMatchObject({ exit: 2 });
  expect(await errorOf('evidence', 'overlay', matter, ids[0]!)).toMatchObject({
    code: 'EVIDENCE_NOT_A_LOAD_FILE',
  });
});
