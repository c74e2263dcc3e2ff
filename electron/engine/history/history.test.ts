import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAppError } from '../../../shared/errors/app-error.ts';
import { plantEvidence, withMatterFile } from '../testing/matter-file.ts';
import { createTestEngine, type TestEngine } from '../testing/temp-matter.ts';
import { createTestSession } from '../testing/temp-session.ts';
import { findRedo, findUndo, turnRound } from './change-log.ts';

let t: TestEngine;
let matterId: string;
beforeEach(async () => {
  t = await createTestEngine();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

const list = () => t.client['docket.list']({ matterId });
const undo = () => t.client['history.undo']({ matterId });
const redo = () => t.client['history.redo']({ matterId });

test('undo names the step, takes it back, and redo brings it again', async () => {
  await t.client['docket.add']({ matterId, entries: [{ number: 12, text: 'ORDER' }] });
  const before = await list();
  await t.client['docket.delete']({ matterId, ids: [before[0]!.id] });
  expect((await t.client['history.get']({ matterId })).undo).toMatchObject({
    label: 'delete docket entry 12',
    by: 'tester',
  });
  expect(await undo()).toEqual({ label: 'delete docket entry 12' });
  expect(await list()).toEqual(before);
  expect((await t.client['history.get']({ matterId })).redo?.label).toBe('delete docket entry 12');
  await redo();
  expect(await list()).toEqual([]);
});

test('with nothing to undo or redo it says so', async () => {
  await expect(undo()).rejects.toMatchObject({ message: 'There is nothing to undo.' });
  await expect(redo()).rejects.toMatchObject({ message: 'There is nothing to redo.' });
});

test('a new edit makes what was undone unreachable', async () => {
  await t.client['docket.add']({ matterId, entries: [{ number: 1, text: 'a' }] });
  await undo();
  await t.client['docket.add']({ matterId, entries: [{ number: 2, text: 'b' }] });
  await expect(redo()).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
});

test('steps outlive closing and reopening the matter', async () => {
  await t.client['docket.add']({ matterId, entries: [{ number: 1, text: 'a' }] });
  await t.client['matter.update']({ matterId, fields: { title: 'Renamed' } });
  const fileName = (await t.client['matter.listOpen']({}))[0]!.fileName;
  await t.client['matter.close']({ matterId });
  const reopened = await t.client['matter.open']({ source: { path: join(t.folder, fileName) } });
  expect(reopened.title).toBe('Renamed');
  await undo();
  await undo();
  expect(await list()).toEqual([]);
  expect((await t.client['matter.listOpen']({}))[0]).toMatchObject({
    title: 'Parler LLC v. Amazon Web Services, Inc.',
  });
  await redo();
  expect(await list()).toHaveLength(1);
});

type Edit =
  | {
      kind: 'add';
      entries: { number: number | null; attachment: number | null; text: string; filer: string }[];
    }
  | { kind: 'update'; pick: number; fields: { number?: number | null; text?: string; isSealed?: boolean } }
  | { kind: 'delete'; picks: number[] }
  | { kind: 'undo' };

const number = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });
// Control characters, quotes and other scripts: whatever a docket text may be pasted from.
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((s) => s.trim() !== '');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    entries: fc.array(
      fc.record({
        number,
        attachment: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        text,
        filer: fc.string({ maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('update' as const),
    pick: fc.nat(20),
    fields: fc.record({ number, text, isSealed: fc.boolean() }, { requiredKeys: [] }),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
  }),
  fc.constant({ kind: 'undo' as const }),
);

test('any sequence of docket edits undone all the way gives the first rows, and redone the last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      const matter = await t.createMatter();
      const here = { matterId: matter.id };
      const rows = () => t.client['docket.list'](here);
      await t.client['docket.add']({ ...here, entries: [{ number: 1, text: 'first' }, { text: 'remark' }] });
      const stack = [await rows()];
      for (const one of edits) {
        const present = stack.at(-1)!;
        const id = (pick: number) => present[pick % present.length]!.id;
        try {
          if (one.kind === 'add') await t.client['docket.add']({ ...here, entries: one.entries });
          else if (one.kind === 'undo') {
            if (stack.length === 1) continue;
            await t.client['history.undo'](here);
            stack.pop();
            expect(await rows()).toEqual(stack.at(-1));
            continue;
          } else if (present.length === 0) continue;
          else if (one.kind === 'update')
            await t.client['docket.update']({ ...here, id: id(one.pick), fields: one.fields });
          else await t.client['docket.delete']({ ...here, ids: one.picks.map(id) });
        } catch (error) {
          // A refused edit leaves no step.
          if (!isAppError(error) || error.code === 'INTERNAL') throw error;
          expect(await rows()).toEqual(present);
          continue;
        }
        // An edit that changes no row leaves no step; an update always writes its row, so only an empty one is such.
        if (one.kind === 'update' && Object.keys(one.fields).length === 0) continue;
        stack.push(await rows());
      }
      for (let i = stack.length - 2; i >= 0; i--) {
        await t.client['history.undo'](here);
        expect(await rows()).toEqual(stack[i]);
      }
      for (let i = 1; i < stack.length; i++) {
        await t.client['history.redo'](here);
        expect(await rows()).toEqual(stack[i]);
      }
      await t.client['matter.close'](here);
    }),
    { numRuns: 40 },
  );
});

test('sealing an exhibit set takes its earlier steps, and no others, out of the history', async () => {
  await t.client['docket.add']({ matterId, entries: [{ number: 1, text: 'a' }] });
  const { id: setId } = await t.client['exhibits.set.create']({ matterId, fields: { name: 'TRO exhibits' } });
  await t.client['exhibits.set.update']({ matterId, setId, fields: { name: 'PI exhibits' } });
  const { id: otherId } = await t.client['exhibits.set.create']({ matterId, fields: { name: 'Other' } });
  // What exhibits.seal does to the row, on a connection of its own.
  const fileName = (await t.client['matter.listOpen']({}))[0]!.fileName;
  withMatterFile(join(t.folder, fileName), (db) =>
    db.prepare('UPDATE exhibit_set SET sealed_at = ? WHERE id = ?').run('2021-01-11T00:00:00.000Z', setId),
  );
  await undo();
  await undo();
  await expect(undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  const sets = await t.client['exhibits.set.list']({ matterId });
  expect(sets.map(({ id, name }) => [id, name])).toEqual([[setId, 'PI exhibits']]);
  expect(sets.some(({ id }) => id === otherId)).toBe(false);
  expect(await list()).toEqual([]);
});

test('undoing what was said about an item is itself recorded in its custody', async () => {
  const fileName = (await t.client['matter.listOpen']({}))[0]!.fileName;
  const source = { path: join(t.folder, fileName) };
  await t.client['matter.close']({ matterId });
  const id = withMatterFile(source.path, (db) =>
    plantEvidence(db, { title: 'Letter', bytes: new Uint8Array([1, 2, 3]) }),
  );
  await t.client['matter.open']({ source });
  await t.client['evidence.archive']({ matterId, ids: [id], isArchived: true });
  await undo();
  const { isArchived, custody } = await t.client['evidence.get']({ matterId, id });
  expect(isArchived).toBe(false);
  expect(custody.map(({ action }) => action).slice(-2)).toEqual(['archived', 'unarchived']);
  expect(custody.at(-1)?.details).toMatchObject({ by: 'history.undo' });
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
});

test('many rows of one step are put back as they were, whatever stands in them', async () => {
  const { fileName } = (await t.client['matter.listOpen']({}))[0]!;
  await t.client['matter.close']({ matterId });
  const path = join(t.folder, fileName);
  const evidenceId = withMatterFile(path, (db) =>
    plantEvidence(db, { title: 'Letter', bytes: Buffer.from('A letter'), kind: 'text' }),
  );
  await t.client['matter.open']({ source: { path } });
  const odd = ['', 'plain', '"quoted" \\ ', 'two\nlines\t', '🖋 é ㎡', 'a\u0000b', '{"json":[1]}', 'null'];
  const ids: string[] = [];
  for (const text of [...odd, ...odd, ...odd]) {
    const fields = { text, tagIds: [], color: 'yellow', isWorkProduct: ids.length % 2 === 0 };
    const note = { matterId, evidenceId, kind: 'note', anchor: {}, fields };
    ids.push((await t.client['notes.add'](note as never)).id);
  }
  const tagFields = { name: 'Late', kind: 'tag', color: 'red' } as const;
  const tag = (await t.client['evidence.tag.add']({ matterId, fields: tagFields })).id;
  const rows = () => t.client['notes.list']({ matterId, filter: {} });
  const states = [await rows()];
  const all = { matterId, ids };
  await t.client['notes.update']({ ...all, fields: { color: 'red', text: 'a\u0000c' }, addTagIds: [tag] });
  states.push(await rows());
  await t.client['notes.delete'](all);
  states.push(await rows());
  for (const state of [1, 0]) {
    await undo();
    expect(await rows()).toEqual(states[state]);
  }
  for (const state of [1, 2]) {
    await redo();
    expect(await rows()).toEqual(states[state]);
  }
});

test('a row changed several times in one step goes back to what it first was, and forward to what it last was', async () => {
  const s = createTestSession();
  try {
    const { session } = s;
    const name = () => session.db.prepare('SELECT name FROM tag').pluck().all();
    const step = (label: string, ...statements: string[]) =>
      session.transact(
        {
          operation: 'evidence.tag.update',
          person: { name: 'tester', role: '', barNumber: '' },
          isUndoable: true,
          summary: () => label,
        },
        () => statements.forEach((statement) => session.db.exec(statement)),
      );
    step(
      'add a tag',
      `INSERT INTO tag (id, name, kind, color, created_at) VALUES ('a', 'Late', 'tag', 'red', '2021-01-11T00:00:00.000Z')`,
    );
    step('name it', ...['Later', 'Latest', 'Last'].map((to) => `UPDATE tag SET name = '${to}'`));
    const turn = (id: number, state: 'done' | 'undone') =>
      session.db.transaction(() => turnRound(session, id, state))();
    turn(findUndo(session)!.id, 'undone');
    expect(name()).toEqual(['Late']);
    turn(findRedo(session)!.id, 'done');
    expect(name()).toEqual(['Last']);
  } finally {
    await s.dispose();
  }
});
