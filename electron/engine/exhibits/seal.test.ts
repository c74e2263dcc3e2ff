import { appendFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExhibitId, ExhibitSetId } from '../../../shared/model/common.ts';
import type { BatesSettings } from '../../../shared/model/exhibits.ts';
import { createExhibitDesk, type ExhibitDesk } from '../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([2, 1, 3, 1]);
});
afterAll(() => desk.t.dispose());

const call = <K extends keyof ExhibitDesk['t']['client']>(operation: K) => desk.t.client[operation];
const seal = (setId: ExhibitSetId) => desk.t.runJob('exhibits.seal', { matterId: desk.matterId, setId });
const bates = (prefix: string): BatesSettings => ({ prefix, digits: 4, start: 1, suffix: '' });
const withdraw = (setId: ExhibitSetId, ids: ExhibitId[], reason = 'privileged') =>
  call('exhibits.withdraw')({ matterId: desk.matterId, setId, ids, reason });
/** The numbers that withdrawing would make void, as it says beforehand. */
const planned = async (setId: ExhibitSetId, ids: ExhibitId[]) =>
  (await call('exhibits.planTakeOut')({ matterId: desk.matterId, setId, ids })).voidNumbers.map(
    ({ first, last }) => `${first}-${last}`,
  );
const voidsOf = async (prefix: string) =>
  (await call('exhibits.ledger')({ matterId: desk.matterId }))
    .find((entry) => entry.prefix === prefix)!
    .ranges.filter(({ state }) => state === 'void')
    .map(({ first, last, reason }) => `${first}-${last}: ${reason}`);

/** A set of the first three items and a reserved label, built and sealed: A, B, C, D. */
async function makeSealed(prefix: string, name = prefix) {
  const setId = await desk.makeSet({ name, bates: bates(prefix) });
  const ids = await desk.add(setId, desk.items[0]!, desk.items[1]!, desk.items[2]!);
  const [reserved] = await call('exhibits.reserve')({ matterId: desk.matterId, setId, count: 1 });
  await desk.build(setId);
  await seal(setId);
  return { setId, ids: [...ids, reserved!.id] };
}

test('a sealed set refuses whatever would change its paper, and takes what is said of it', async () => {
  const { setId, ids } = await makeSealed('SHUT');
  const { matterId } = desk;
  const [first, second] = ids as [ExhibitId, ExhibitId];
  const before = await desk.list(setId);
  const refused: [string, () => Promise<unknown>][] = [
    ['set.update', () => call('exhibits.set.update')({ matterId, setId, fields: { name: 'x' } })],
    ['set.delete', () => call('exhibits.set.delete')({ matterId, setId })],
    ['relabel', () => call('exhibits.relabel')({ matterId, setId })],
    ['move', () => call('exhibits.move')({ matterId, setId, ids: [first], position: 2 })],
    ['remove', () => call('exhibits.remove')({ matterId, setId, ids: [second] })],
    ['assign', () => call('exhibits.assign')({ matterId, id: first, evidenceId: desk.items[3]! })],
    [
      'push',
      () =>
        call('exhibits.add')({
          matterId,
          setId,
          evidenceIds: [desk.items[3]!],
          afterLabel: 'A',
          place: 'push',
        }),
    ],
    [
      'planned push',
      () =>
        call('exhibits.planAdd')({
          matterId,
          setId,
          evidenceIds: [desk.items[3]!],
          afterLabel: 'A',
          place: 'push',
        }),
    ],
    [
      'reserved push',
      () => call('exhibits.reserve')({ matterId, setId, count: 1, afterLabel: 'A', place: 'push' }),
    ],
    ...(
      [
        { title: 'x' },
        { label: 'Z' },
        { pageRanges: '1' },
        { treatment: 'withheld' },
        { treatmentNote: 'x' },
        { designation: 'SECRET' },
        { linksCitations: true },
      ] as const
    ).map((fields): [string, () => Promise<unknown>] => [
      Object.keys(fields).join(),
      () => call('exhibits.update')({ matterId, id: first, fields }),
    ]),
    [
      'several at once',
      () => call('exhibits.updateMany')({ matterId, setId, ids, fields: { designation: 'SECRET' } }),
    ],
    ['seal again', () => seal(setId)],
  ];
  for (const [name, act] of refused)
    await expect(act(), name).rejects.toMatchObject({ code: 'EXHIBIT_SET_SEALED' });
  expect(await desk.list(setId)).toEqual(before);
  const said = {
    sponsor: 'J. Smith',
    authentication: 'stipulated',
    authenticationNote: 'Dkt. 21',
    objection: 'hearsay',
    ruling: 'admitted',
    rulingNote: 'from the bench',
  } as const;
  expect(await call('exhibits.update')({ matterId, id: first, fields: said })).toMatchObject(said);
  const together = await call('exhibits.updateMany')({
    matterId,
    setId,
    ids,
    fields: { ruling: 'excluded' },
  });
  expect(together.map(({ ruling }) => ruling)).toEqual(['excluded', 'excluded', 'excluded', 'excluded']);
});

test('evidence behind the reserved label of a sealed set is late: the label and every number stay', async () => {
  const { setId, ids } = await makeSealed('LATE');
  const before = await desk.numbers(setId);
  expect(before).toEqual([
    'A LATE0001-LATE0002 used',
    'B LATE0003-LATE0003 used',
    'C LATE0004-LATE0006 used',
    'D null-null null',
  ]);
  await call('exhibits.assign')({ matterId: desk.matterId, id: ids[3]!, evidenceId: desk.items[3]! });
  await expect(
    call('exhibits.update')({ matterId: desk.matterId, id: ids[3]!, fields: { label: 'Q' } }),
  ).rejects.toMatchObject({ code: 'EXHIBIT_SET_SEALED' });
  await desk.build(setId);
  await seal(setId);
  expect(await desk.numbers(setId)).toEqual([...before.slice(0, 3), 'D LATE0007-LATE0007 used']);
});

test('a set that undo brings back under the name of one sealed meanwhile is given a name of its own', async () => {
  const { matterId } = desk;
  const nameOf = async (id: string) =>
    (await call('exhibits.set.list')({ matterId })).find((set) => set.id === id)?.name;
  const moved = await desk.makeSet({ name: 'v. Reply (2)' });
  await call('exhibits.set.update')({ matterId, setId: moved, fields: { name: 'Moved' } });
  const first = await desk.makeSet({ name: 'v. Reply' });
  await call('exhibits.set.delete')({ matterId, setId: first });
  const { setId: sealed } = await makeSealed('TWICE', 'V. reply');
  expect(await desk.undo()).toEqual({
    label:
      'delete exhibit set “v. Reply” (another set is named “v. Reply” now, so this one is “v. Reply (2)”)',
  });
  expect([await nameOf(first), await nameOf(sealed)]).toEqual(['v. Reply (2)', 'V. reply']);
  await desk.redo();
  expect(await nameOf(first)).toBeUndefined();
  await desk.undo();
  expect(await nameOf(first)).toBe('v. Reply (2)');
  await desk.undo();
  await desk.undo();
  expect(await nameOf(moved)).toBe('v. Reply (2)');
  await desk.redo();
  await desk.redo();
  expect([await nameOf(first), await nameOf(moved)]).toEqual(['v. Reply (2)', 'Moved']);
});

test('a set whose built files are gone, or are longer than they were written, is not sealed', async () => {
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!, desk.items[1]!);
  const built = await desk.build(setId);
  appendFileSync(built.index, ' ');
  await expect(seal(setId)).rejects.toMatchObject({ code: 'EXHIBIT_BUILD_CHANGED' });
  rmSync(built.binder);
  const gone = { code: 'EXHIBIT_BUILD_MISSING', message: expect.stringContaining('no longer where') };
  await expect(seal(setId)).rejects.toMatchObject(gone);
  rmSync(dirname(built.binder), { recursive: true });
  await expect(seal(setId)).rejects.toMatchObject(gone);
  await desk.build(setId);
  expect(await seal(setId)).toMatchObject({ batesLast: expect.stringMatching(/0003$/) });
});

test('a set of which a built file has other bytes at its length and time is not sealed until they are back', async () => {
  const { matterId, t } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!, desk.items[1]!);
  const built = await desk.build(setId);
  const [volume, exhibit] = [built.volumes[0]!, built.exhibits[0]!.file];
  const asBuilt = new Map([volume, exhibit].map((file) => [file, readFileSync(file)]));
  for (const [file, bytes] of asBuilt) {
    const { atime, mtime } = statSync(file);
    writeFileSync(file, Buffer.from(bytes).fill('x', bytes.length >> 1, (bytes.length >> 1) + 1));
    utimesSync(file, atime, mtime);
  }
  const [build] = await call('exhibits.build.list')({ matterId, setId });
  expect(build).toMatchObject({ isCurrent: true, disturbedFiles: [] });
  await expect(seal(setId)).rejects.toMatchObject({
    code: 'EXHIBIT_BUILD_CHANGED',
    message: `“${basename(volume)}” and “${basename(exhibit)}” were changed after they were built. Build the set again, or put the files back as they were built.`,
  });
  expect((await call('exhibits.set.list')({ matterId })).find(({ id }) => id === setId)!.sealedAt).toBeNull();
  expect((await desk.numbers(setId))[0]).toMatch(/ reserved$/);
  for (const [file, bytes] of asBuilt) writeFileSync(file, bytes);
  const { jobId } = await call('exhibits.seal')({ matterId, setId });
  await call('jobs.cancel')({ matterId, jobId });
  await expect(t.waitForJob(matterId, jobId)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect((await desk.numbers(setId))[0]).toMatch(/ reserved$/);
  const events: string[] = [];
  const stop = t.engine.subscribe(({ name }) => void events.push(name));
  await seal(setId);
  stop();
  // Its earlier steps can no longer be undone.
  expect(events).toEqual(expect.arrayContaining(['exhibits.changed', 'history.changed']));
  expect((await desk.numbers(setId))[0]).toMatch(/ used$/);
});

test('a set that is changed while its built files are read is not sealed', async () => {
  const { matterId, t } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!);
  await desk.build(setId);
  const { jobId } = await call('exhibits.seal')({ matterId, setId });
  await desk.add(setId, desk.items[1]!);
  await expect(t.waitForJob(matterId, jobId)).rejects.toMatchObject({
    code: 'EXHIBIT_BUILD_MISSING',
    details: { isChanged: true },
  });
});

describe('withdrawing', () => {
  test('from a sealed set voids the numbers with the reason, and gives them to nothing else', async () => {
    const { setId, ids } = await makeSealed('GONE');
    const [withdrawn] = await withdraw(setId, [ids[1]!]);
    expect(withdrawn).toMatchObject({
      label: 'B',
      status: 'withdrawn',
      statusNote: 'privileged',
      pages: 0,
      batesFirst: null,
    });
    expect(await voidsOf('GONE')).toEqual(['GONE0003-GONE0003: Exhibit B of “GONE” withdrawn: privileged']);
    await desk.add(setId, desk.items[3]!);
    expect(await desk.numbers(setId)).toEqual([
      'A GONE0001-GONE0002 used',
      'B null-null null',
      'C GONE0004-GONE0006 used',
      'D null-null null',
      'E GONE0007-GONE0007 planned',
    ]);
  });

  test('void numbers are none of those that a seal says it used', async () => {
    const setId = await desk.makeSet({ name: 'Runs', bates: bates('RUNS') });
    const ids = await desk.add(setId, desk.items[0]!, desk.items[1]!, desk.items[2]!);
    await desk.build(setId);
    await withdraw(setId, [ids[1]!]);
    await desk.build(setId);
    expect(await seal(setId)).toMatchObject({
      batesFirst: 'RUNS0001',
      batesLast: 'RUNS0006',
      batesRanges: [
        { first: 'RUNS0001', last: 'RUNS0002' },
        { first: 'RUNS0004', last: 'RUNS0006' },
      ],
    });
  });

  test('what is brought back, or whose withdrawal is undone, gets new numbers with the next build', async () => {
    const { setId, ids } = await makeSealed('BACK');
    await withdraw(setId, [ids[1]!]);
    await desk.undo();
    expect((await desk.numbers(setId))[1]).toBe('B BACK0007-BACK0007 planned');
    await desk.redo();
    const [back] = await call('exhibits.reinstate')({ matterId: desk.matterId, setId, ids: [ids[1]!] });
    expect(back).toMatchObject({ status: 'active', batesFirst: 'BACK0007', batesState: 'planned' });
    await expect(seal(setId)).rejects.toMatchObject({ code: 'EXHIBIT_BUILD_MISSING' });
    await desk.build(setId);
    await seal(setId);
    expect((await desk.numbers(setId))[1]).toBe('B BACK0007-BACK0007 used');
    expect(await voidsOf('BACK')).toHaveLength(1);
  });

  test('that an undo or redo brings again voids what a build gave meanwhile', async () => {
    const { matterId } = desk;
    const setId = await desk.makeSet({ name: 'AGAIN', bates: bates('AGAIN') });
    const [, b] = await desk.add(setId, desk.items[0]!, desk.items[1]!);
    await desk.build(setId);
    await withdraw(setId, [b!]);
    const turns: (() => Promise<unknown>)[] = [
      desk.undo,
      desk.redo,
      () => call('exhibits.reinstate')({ matterId, setId, ids: [b!] }),
      desk.undo,
    ];
    for (const turn of turns) {
      await turn();
      await desk.build(setId);
    }
    expect(await voidsOf('AGAIN')).toEqual(
      [3, 4, 5].map((at) => `AGAIN000${at}-AGAIN000${at}: Exhibit B of “AGAIN” withdrawn: privileged`),
    );
    expect(await desk.numbers(setId)).toEqual(['A AGAIN0001-AGAIN0002 reserved', 'B null-null null']);
  });

  test('leaves alone the numbers of pages that another exhibit of the prefix brings too', async () => {
    const fields = { bates: bates('BOTH') };
    const [one, two] = [await desk.makeSet(fields), await desk.makeSet(fields)];
    const [id] = await desk.add(one, desk.items[2]!);
    await call('exhibits.add')({
      matterId: desk.matterId,
      setId: two,
      evidenceIds: [desk.items[2]!],
      pageRanges: '2',
    });
    await desk.build(one);
    expect(await planned(one, [id!])).toEqual(['BOTH0001-BOTH0001', 'BOTH0003-BOTH0003']);
    await withdraw(one, [id!], 'stipulated');
    expect((await voidsOf('BOTH')).map((range) => range.split(':')[0])).toEqual([
      'BOTH0001-BOTH0001',
      'BOTH0003-BOTH0003',
    ]);
    expect(await desk.numbers(two)).toEqual(['A BOTH0002-BOTH0002 reserved']);
  });

  test('leaves to another exhibit what it brings too, and the build after that one is gone voids it', async () => {
    const { matterId } = desk;
    const fields = { bates: bates('LEFT') };
    const [one, two, unbuilt] = [
      await desk.makeSet({ ...fields, name: 'LEFT' }),
      await desk.makeSet(fields),
      await desk.makeSet(fields),
    ];
    const [id] = await desk.add(one, desk.items[0]!);
    const [other, brief] = await desk.add(two, desk.items[0]!, desk.items[1]!, desk.items[3]!);
    const [never] = await desk.add(unbuilt, desk.items[1]!);
    for (const setId of [one, two]) await desk.build(setId);
    await withdraw(one, [id!]);
    await withdraw(unbuilt, [never!]);
    const removed = { matterId, setId: two, ids: [other!, brief!] };
    await call('exhibits.remove')(removed);
    expect(await voidsOf('LEFT')).toEqual([]);
    await desk.undo();
    expect((await desk.numbers(two))[0]).toBe('A LEFT0001-LEFT0002 reserved');
    await call('exhibits.remove')(removed);
    await desk.build(two);
    expect(await voidsOf('LEFT')).toEqual(['LEFT0001-LEFT0002: Exhibit A of “LEFT” withdrawn: privileged']);
    expect(await desk.numbers(two)).toEqual(['C LEFT0004-LEFT0004 reserved']);
    await call('exhibits.reinstate')({ matterId, setId: one, ids: [id!] });
    expect(await desk.numbers(one)).toEqual(['A LEFT0005-LEFT0006 planned']);
  });

  test.each([
    ['numbering was switched off', 'OFFS', { bates: null }, {}],
    ['the prefix was changed', 'OLDS', { bates: bates('NEWS') }, {}],
    ['fewer pages are carried', 'FEWS', {}, { pageRanges: '2' }],
    ['a page stands for them', 'HELD', {}, { treatment: 'withheld' }],
  ] as const)('voids what a build gave although %s since', async (_, prefix, setFields, fields) => {
    const { matterId } = desk;
    const setId = await desk.makeSet({ name: prefix, bates: bates(prefix) });
    const [a, b] = await desk.add(setId, desk.items[2]!, desk.items[0]!);
    await desk.build(setId);
    if ('bates' in setFields) await call('exhibits.set.update')({ matterId, setId, fields: setFields });
    await call('exhibits.update')({ matterId, id: a!, fields });
    const ofA = `${prefix}0001-${prefix}0003: Exhibit A of “${prefix}” withdrawn: privileged`;
    expect(await planned(setId, [a!])).toEqual([`${prefix}0001-${prefix}0003`]);
    expect(await planned(setId, [a!, b!])).toEqual([`${prefix}0001-${prefix}0005`]);
    await withdraw(setId, [a!]);
    expect(await planned(setId, [a!])).toEqual([]);
    expect(await voidsOf(prefix)).toEqual([ofA]);
    await withdraw(setId, [b!]);
    expect(await voidsOf(prefix)).toEqual([
      ofA,
      ofA.replace('0001-', '0004-').replace('0003:', '0005:').replace(' A ', ' B '),
    ]);
  });

  test('tells beforehand of the numbers of every prefix, and of none that no build gave', async () => {
    const { matterId } = desk;
    const setId = await desk.makeSet({ name: 'TWICE', bates: bates('FIRSTLY') });
    const [id] = await desk.add(setId, desk.items[0]!);
    expect(await planned(setId, [id!])).toEqual([]);
    await desk.build(setId);
    await call('exhibits.set.update')({ matterId, setId, fields: { bates: bates('THEN') } });
    expect(await planned(setId, [id!])).toEqual(['FIRSTLY0001-FIRSTLY0002']);
    await desk.build(setId);
    const both = ['FIRSTLY0001-FIRSTLY0002', 'THEN0001-THEN0002'];
    expect((await planned(setId, [id!])).toSorted()).toEqual(both);
    await withdraw(setId, [id!]);
    expect(
      [...(await voidsOf('FIRSTLY')), ...(await voidsOf('THEN'))].map((told) => told.split(':')[0]),
    ).toEqual(both);
  });

  test('of two excerpts each voids its own pages, with its own reason', async () => {
    const { matterId } = desk;
    const setId = await desk.makeSet({ name: 'CUT', bates: bates('CUT') });
    const excerpt = async (pageRanges: string) =>
      (await call('exhibits.add')({ matterId, setId, evidenceIds: [desk.items[2]!], pageRanges }))[0]!.id;
    const [a, b] = [await excerpt('1-2'), await excerpt('3')];
    await desk.build(setId);
    await withdraw(setId, [a]);
    expect(await voidsOf('CUT')).toEqual(['CUT0001-CUT0002: Exhibit A of “CUT” withdrawn: privileged']);
    await desk.undo();
    await desk.build(setId);
    await withdraw(setId, [a, b]);
    expect((await voidsOf('CUT')).slice(1)).toEqual([
      'CUT0003-CUT0003: Exhibit B of “CUT” withdrawn: privileged',
      'CUT0004-CUT0005: Exhibit A of “CUT” withdrawn: privileged',
    ]);
  });

  test('leaves alone the numbers that only another set gave to the same pages', async () => {
    const { matterId } = desk;
    const [one, two] = [
      await desk.makeSet({ name: 'FIRST', bates: bates('FIRST') }),
      await desk.makeSet({ name: 'SECOND', bates: bates('SECOND') }),
    ];
    const [, [id]] = [await desk.add(one, desk.items[2]!), await desk.add(two, desk.items[2]!)];
    for (const setId of [one, two]) await desk.build(setId);
    await call('exhibits.set.update')({ matterId, setId: one, fields: { bates: null } });
    await withdraw(two, [id!]);
    expect(await voidsOf('FIRST')).toEqual([]);
    expect(await voidsOf('SECOND')).toHaveLength(1);
  });

  test('a reserved label comes back reserved', async () => {
    const { setId, ids } = await makeSealed('KEEP');
    await withdraw(setId, [ids[3]!], 'not needed');
    const [back] = await call('exhibits.reinstate')({ matterId: desk.matterId, setId, ids: [ids[3]!] });
    expect(back).toMatchObject({ label: 'D', status: 'reserved', statusNote: '' });
  });

  test('a reserved label comes back with its note, and a title that was written stays beside it', async () => {
    const { matterId } = desk;
    const setId = await desk.makeSet();
    const labels = await call('exhibits.reserve')({ matterId, setId, count: 2, note: 'Smith invoice' });
    const [one, two] = labels.map(({ id }) => id) as [ExhibitId, ExhibitId];
    await call('exhibits.update')({ matterId, id: two, fields: { title: 'Invoice of May' } });
    await withdraw(setId, [one, two], 'mistake');
    const back = await call('exhibits.reinstate')({ matterId, setId, ids: [one, two] });
    expect(back.map(({ title, statusNote }) => [title, statusNote])).toEqual([
      ['Smith invoice', 'Smith invoice'],
      ['Invoice of May', 'Smith invoice'],
    ]);
    const assign = async (id: ExhibitId) =>
      (await call('exhibits.assign')({ matterId, id, evidenceId: desk.items[1]! })).title;
    expect([await assign(one), await assign(two)]).toEqual(['Paper 1', 'Invoice of May']);
  });
});
