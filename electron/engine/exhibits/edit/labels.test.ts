import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceId, ExhibitId, ExhibitSetId } from '../../../../shared/model/common.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
let a: EvidenceId, b: EvidenceId, c: EvidenceId, d: EvidenceId;
beforeAll(async () => {
  desk = await createExhibitDesk([3, 2, 1, 10]);
  [a, b, c, d] = [desk.items[0]!, desk.items[1]!, desk.items[2]!, desk.items[3]!];
});
afterAll(() => desk.t.dispose());

const call = <K extends keyof ExhibitDesk['t']['client']>(operation: K) => desk.t.client[operation];
const put = (
  setId: ExhibitSetId,
  evidenceId: EvidenceId,
  afterLabel: string,
  place: 'between' | 'sub' | 'push',
) =>
  call('exhibits.add')({
    matterId: desk.matterId,
    setId,
    evidenceIds: [evidenceId],
    afterLabel,
    place,
  });
/** Was/now tables, newest first: "was>now" of every row. */
async function history(setId: ExhibitSetId): Promise<string[][]> {
  const tables = await call('exhibits.labelHistory')({ matterId: desk.matterId, setId });
  return tables.map(({ changes }) => changes.map(({ was, now }) => `${was ?? ''}>${now}`));
}

describe('a late exhibit', () => {
  test('takes a label between two others, is shown before it is added, and every other label stays', async () => {
    const setId = await desk.makeSet({ scheme: '1' });
    await desk.add(setId, a, b, c);
    const plan = await call('exhibits.planAdd')({
      matterId: desk.matterId,
      setId,
      evidenceIds: [d, a],
      afterLabel: '2',
    });
    expect(plan.changes).toEqual([
      { id: null, title: 'Paper 3', was: null, now: '2A' },
      { id: null, title: 'Paper 0', was: null, now: '2B' },
    ]);
    expect(await desk.labels(setId)).toEqual(['1', '2', '3']);
    await put(setId, d, '2', 'between');
    await put(setId, a, '2', 'between');
    expect(await desk.labels(setId)).toEqual(['1', '2', '2A', '2B', '3']);
  });

  test('as a part takes the exhibit’s label with a number, follows its label, and moves with it', async () => {
    const setId = await desk.makeSet();
    const [first] = await desk.add(setId, a, b);
    const [part] = await put(setId, c, 'a', 'sub');
    await put(setId, d, 'A', 'sub');
    expect(part).toMatchObject({ label: 'A-1', parentId: first });
    expect(await desk.labels(setId)).toEqual(['A', 'A-1', 'A-2', 'B']);
    await call('exhibits.update')({ matterId: desk.matterId, id: first!, fields: { label: 'Q' } });
    expect(await desk.labels(setId)).toEqual(['Q', 'Q-1', 'Q-2', 'B']);
    expect((await history(setId))[0]).toEqual(['A>Q', 'A-1>Q-1', 'A-2>Q-2']);
    await call('exhibits.move')({ matterId: desk.matterId, setId, ids: [first!], position: 9 });
    expect(await desk.labels(setId)).toEqual(['B', 'Q', 'Q-1', 'Q-2']);
  });

  test('that pushes moves later labels up with their parts, but not past what is reserved', async () => {
    const setId = await desk.makeSet();
    await desk.add(setId, a, b);
    await put(setId, c, 'B', 'sub');
    await call('exhibits.reserve')({ matterId: desk.matterId, setId, count: 1, note: 'the audit' });
    await desk.add(setId, d);
    expect(await desk.labels(setId)).toEqual(['A', 'B', 'B-1', 'C', 'D']);
    const push = {
      matterId: desk.matterId,
      setId,
      evidenceIds: [d],
      afterLabel: 'A',
      place: 'push' as const,
    };
    const plan = await call('exhibits.planAdd')(push);
    expect(plan.changes.map(({ was, now }) => [was, now])).toEqual([
      [null, 'B'],
      ['B', 'D'],
      ['B-1', 'D-1'],
      ['D', 'E'],
    ]);
    const { evidenceIds: _none, ...place } = push;
    const reserving = await call('exhibits.planReserve')({ ...place, count: 1, note: 'an affidavit' });
    expect(reserving.changes).toEqual([
      { id: null, title: 'an affidavit', was: null, now: 'B' },
      ...plan.changes.slice(1),
    ]);
    await call('exhibits.add')(push);
    expect(await desk.labels(setId)).toEqual(['A', 'B', 'D', 'D-1', 'C', 'E']);
    expect((await history(setId))[0]).toEqual(['>B', 'B>D', 'B-1>D-1', 'D>E']);
    await desk.undo();
    expect(await desk.labels(setId)).toEqual(['A', 'B', 'B-1', 'C', 'D']);
  });

  test('after a label that is not there, or as a part of nothing, is refused', async () => {
    const setId = await desk.makeSet();
    await desk.add(setId, a);
    await expect(put(setId, b, 'Z', 'between')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      call('exhibits.add')({ matterId: desk.matterId, setId, evidenceIds: [b], place: 'sub' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await desk.labels(setId)).toEqual(['A']);
  });
});

describe('reserved labels', () => {
  test('stand without pages or numbers until evidence is put behind them', async () => {
    const setId = await desk.makeSet();
    await desk.add(setId, a);
    const [reserved] = await call('exhibits.reserve')({
      matterId: desk.matterId,
      setId,
      count: 2,
      note: 'Smith’s log',
    });
    expect(reserved).toMatchObject({
      label: 'B',
      title: 'Smith’s log',
      status: 'reserved',
      evidenceId: null,
      pages: 0,
      batesFirst: null,
    });
    const assigned = await call('exhibits.assign')({
      matterId: desk.matterId,
      id: reserved!.id,
      evidenceId: b,
    });
    expect(assigned).toMatchObject({
      label: 'B',
      title: 'Paper 1',
      status: 'active',
      statusNote: '',
      pages: 2,
    });
    await desk.add(setId, c);
    expect(await desk.labels(setId)).toEqual(['A', 'B', 'C', 'D']);
    const again = await call('exhibits.assign')({ matterId: desk.matterId, id: reserved!.id, evidenceId: c });
    expect(again).toMatchObject({ label: 'B', title: 'Paper 2', evidenceId: c });
  });

  test('stay where they are when the others are labelled anew', async () => {
    const setId = await desk.makeSet();
    const [first] = await desk.add(setId, a, b);
    await call('exhibits.reserve')({ matterId: desk.matterId, setId, count: 1 });
    await desk.add(setId, c);
    await call('exhibits.move')({ matterId: desk.matterId, setId, ids: [first!], position: 3 });
    await call('exhibits.relabel')({ matterId: desk.matterId, setId });
    expect((await desk.list(setId)).map(({ label, title }) => [label, title])).toEqual([
      ['A', 'Paper 1'],
      ['C', 'Reserved'],
      ['B', 'Paper 2'],
      ['D', 'Paper 0'],
    ]);
  });

  test('behind a withdrawn label no evidence is put', async () => {
    const setId = await desk.makeSet();
    const [id] = await desk.add(setId, a);
    await call('exhibits.withdraw')({ matterId: desk.matterId, setId, ids: [id!], reason: 'privileged' });
    await expect(
      call('exhibits.assign')({ matterId: desk.matterId, id: id!, evidenceId: b }),
    ).rejects.toMatchObject({ code: 'EXHIBIT_WITHDRAWN' });
  });
});

describe('excerpts', () => {
  test('bring only the pages asked for, in that order, and refuse pages that are not there', async () => {
    const setId = await desk.makeSet();
    const [excerpt] = await call('exhibits.add')({
      matterId: desk.matterId,
      setId,
      evidenceIds: [d],
      pageRanges: '3-7, 10',
    });
    expect(excerpt).toMatchObject({ pages: 6, itemPages: 10, pageRanges: '3-7, 10' });
    expect((await desk.numbers(setId))[0]).toMatch(/^A NG.0001-NG.0006 planned$/);
    const wrong = { code: 'EXHIBIT_PAGES_INVALID', message: expect.stringContaining('ends at page 10') };
    await expect(
      call('exhibits.update')({ matterId: desk.matterId, id: excerpt!.id, fields: { pageRanges: '3-11' } }),
    ).rejects.toMatchObject(wrong);
    await expect(
      call('exhibits.add')({ matterId: desk.matterId, setId, evidenceIds: [d], pageRanges: '0' }),
    ).rejects.toMatchObject({ code: 'EXHIBIT_PAGES_INVALID' });
    const backwards = { message: expect.stringMatching(/^Pages 7-3 of Exhibit . run backwards/) };
    await expect(
      call('exhibits.update')({ matterId: desk.matterId, id: excerpt!.id, fields: { pageRanges: '7-3' } }),
    ).rejects.toMatchObject(backwards);
    await expect(
      call('exhibits.add')({ matterId: desk.matterId, setId, evidenceIds: [d], pageRanges: '1, 7-3' }),
    ).rejects.toMatchObject(backwards);
    const whole = await call('exhibits.update')({
      matterId: desk.matterId,
      id: excerpt!.id,
      fields: { pageRanges: '' },
    });
    expect(whole.pages).toBe(10);
  });

  test('of an item whose pages nobody has counted can be given up again', async () => {
    const setId = await desk.makeSet();
    const [reserved] = await call('exhibits.reserve')({ matterId: desk.matterId, setId, count: 1 });
    const update = (pageRanges: string) =>
      call('exhibits.update')({ matterId: desk.matterId, id: reserved!.id, fields: { pageRanges } });
    expect((await update('2-3')).pageRanges).toBe('2-3');
    expect((await update('')).pageRanges).toBe('');
  });

  test('that no longer fit the evidence behind the label say so', async () => {
    const setId = await desk.makeSet();
    const [excerpt] = await call('exhibits.add')({
      matterId: desk.matterId,
      setId,
      evidenceIds: [d],
      pageRanges: '9-10',
    });
    const changed = await call('exhibits.assign')({
      matterId: desk.matterId,
      id: excerpt!.id,
      evidenceId: a,
    });
    expect(changed.problems.map(({ code }) => code)).toEqual(['EXHIBIT_PAGES_INVALID']);
    expect(changed.pages).toBeNull();
  });
});

describe('the history of labels', () => {
  test('keeps every change with its person and time, and undo and redo as changes of their own', async () => {
    const setId = await desk.makeSet();
    const [first] = await desk.add(setId, a, b);
    await call('exhibits.move')({ matterId: desk.matterId, setId, ids: [first!], position: 1 });
    await call('exhibits.relabel')({ matterId: desk.matterId, setId });
    await desk.undo();
    await desk.redo();
    expect(await desk.labels(setId)).toEqual(['A', 'B']);
    expect((await history(setId)).map((rows) => rows.toSorted())).toEqual([
      ['A>B', 'B>A'],
      ['A>B', 'B>A'],
      ['A>B', 'B>A'],
      ['>A', '>B'],
    ]);
    await call('exhibits.remove')({ matterId: desk.matterId, setId, ids: [first!] });
    expect((await history(setId))[0]).toEqual(['B>']);
    const tables = await call('exhibits.labelHistory')({ matterId: desk.matterId, setId });
    expect(tables[0]).toMatchObject({ by: 'tester', at: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(tables[0]!.changes[0]).toMatchObject({ id: first, title: 'Paper 0' });
  });

  test('outlives what it tells of: a set that was deleted and brought back', async () => {
    const setId = await desk.makeSet();
    await desk.add(setId, a);
    await call('exhibits.set.delete')({ matterId: desk.matterId, setId });
    await expect(call('exhibits.labelHistory')({ matterId: desk.matterId, setId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await desk.undo();
    expect(await history(setId)).toEqual([['>A'], ['A>'], ['>A']]);
  });
});

type Act = (setId: ExhibitSetId, ids: readonly [ExhibitId, ExhibitId, ExhibitId]) => Promise<unknown>;

describe('undo and redo of', () => {
  const acts: Readonly<Record<string, Act>> = {
    'adding between': (setId) => put(setId, d, 'A', 'between'),
    'adding a part': (setId) => put(setId, d, 'A', 'sub'),
    'adding with a push': (setId) => put(setId, d, 'A', 'push'),
    reserving: (setId) =>
      call('exhibits.reserve')({ matterId: desk.matterId, setId, count: 3, afterLabel: 'A' }),
    'putting other evidence behind a label': (_setId, [id]) =>
      call('exhibits.assign')({ matterId: desk.matterId, id, evidenceId: d }),
    withdrawing: (setId, [first, second]) =>
      call('exhibits.withdraw')({
        matterId: desk.matterId,
        setId,
        ids: [first, second],
        reason: 'stipulated',
      }),
    'editing several': (setId, [first, second]) =>
      call('exhibits.updateMany')({
        matterId: desk.matterId,
        setId,
        ids: [first, second],
        fields: { treatment: 'withheld', designation: 'CONFIDENTIAL', sponsor: 'J. Smith' },
      }),
    editing: (_setId, [id]) =>
      call('exhibits.update')({
        matterId: desk.matterId,
        id,
        fields: {
          title: 'Letter of suspension',
          label: 'X',
          pageRanges: '2-3',
          treatment: 'withheld',
          treatmentNote: 'privilege',
          sponsor: 'J. Smith',
          authentication: 'witness901b1',
          authenticationNote: 'wrote it',
          designation: 'CONFIDENTIAL',
          objection: 'hearsay',
          ruling: 'reserved',
          rulingNote: 'at trial',
          linksCitations: true,
        },
      }),
    moving: (setId, [, , third]) =>
      call('exhibits.move')({ matterId: desk.matterId, setId, ids: [third], position: 0 }),
    removing: (setId, ids) => call('exhibits.remove')({ matterId: desk.matterId, setId, ids: [...ids] }),
    'editing the set': (setId) =>
      call('exhibits.set.update')({
        matterId: desk.matterId,
        setId,
        fields: {
          name: 'Hearing',
          purpose: 'hearing',
          party: 'defendant',
          scheme: 'DX-1',
          bates: null,
          numberPosition: 'bottomCenter',
          hasSlipSheets: false,
          slipSheetTemplate: 'caption',
          hasStickers: false,
          stickerCorner: 'topLeft',
          stickerColour: 'pink',
          designation: 'CONFIDENTIAL',
          flattensForms: false,
        },
      }),
    'deleting the set': (setId) => call('exhibits.set.delete')({ matterId: desk.matterId, setId }),
  };

  test.each(Object.entries(acts))('%s gives back all that stood before and after', async (_name, act) => {
    const setId = await desk.makeSet();
    const ids = await desk.add(setId, a, b, c);
    await put(setId, d, 'B', 'sub');
    const sets = () => call('exhibits.set.list')({ matterId: desk.matterId });
    const all = async () => [
      await sets(),
      (await sets()).some(({ id }) => id === setId) && (await desk.list(setId)),
    ];
    const before = await all();
    await act(setId, [ids[0]!, ids[1]!, ids[2]!]);
    const after = await all();
    expect(after).not.toEqual(before);
    await desk.undo();
    expect(await all()).toEqual(before);
    await desk.redo();
    expect(await all()).toEqual(after);
  });

  test('reinstating gives back the withdrawn exhibit with its reason', async () => {
    const setId = await desk.makeSet();
    const ids = await desk.add(setId, a);
    await call('exhibits.withdraw')({ matterId: desk.matterId, setId, ids, reason: 'stipulated' });
    const withdrawn = await desk.list(setId);
    const [back] = await call('exhibits.reinstate')({ matterId: desk.matterId, setId, ids });
    expect(back).toMatchObject({ status: 'active', statusNote: '', pages: 3 });
    await desk.undo();
    expect(await desk.list(setId)).toEqual(withdrawn);
    expect(withdrawn[0]).toMatchObject({ status: 'withdrawn', statusNote: 'stipulated', pages: 0 });
  });
});
