import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BatesSettings } from '../../../../shared/model/exhibits.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([3, 2, 10, 1]);
});
afterAll(() => desk.t.dispose());

const call = <K extends keyof ExhibitDesk['t']['client']>(operation: K) => desk.t.client[operation];
const bates = (prefix: string, more: Partial<BatesSettings> = {}): BatesSettings => ({
  prefix,
  digits: 4,
  start: 1,
  suffix: '',
  ...more,
});
const enter = (...ranges: string[]) =>
  call('exhibits.ledger.import')({
    matterId: desk.matterId,
    ranges: ranges.map((range) => ({ range, note: 'first production' })),
  });
const makeVoid = (range: string, reason = 'clawed back') =>
  call('exhibits.ledger.void')({ matterId: desk.matterId, range, reason });
/** A prefix's ledger: its next free number, and "first-last state reason" of each run. */
async function ledgerOf(prefix: string): Promise<(string | null)[]> {
  const entry = (await call('exhibits.ledger')({ matterId: desk.matterId })).find(
    (each) => each.prefix === prefix,
  );
  if (!entry) return [];
  return [
    entry.nextFree,
    ...entry.ranges.map(({ first, last, state, reason }) =>
      [`${first}-${last}`, state, reason].join(' ').trim(),
    ),
  ];
}

describe('numbers used elsewhere', () => {
  test('are entered as ranges, joined where they overlap, and taken by nothing here', async () => {
    await enter('FAIR0001-FAIR0500', 'FAIR0400 - 0600', 'FAIR0900');
    await enter('FAIR0001-FAIR0650');
    expect(await ledgerOf('FAIR')).toEqual([
      'FAIR0901',
      'FAIR0001-FAIR0650 used first production',
      'FAIR0900-FAIR0900 used first production',
    ]);
    const setId = await desk.makeSet({ bates: bates('FAIR') });
    await desk.add(setId, desk.items[1]!);
    expect(await desk.numbers(setId)).toEqual(['A FAIR0901-FAIR0902 planned']);
  });

  test('are entered once where lists write their prefix in other letters', async () => {
    await enter('CASE0001-CASE0010', 'case0005-case0012');
    await enter('Case0001-Case0012', 'CASE0012-CASE0014');
    expect(await ledgerOf('CASE')).toEqual([
      'CASE0015',
      'CASE0001-CASE0010 used first production',
      'CASE0013-CASE0014 used first production',
    ]);
    expect(await ledgerOf('case')).toEqual(['case0013', 'case0011-case0012 used first production']);
    expect(await ledgerOf('Case')).toEqual([]);
    // With other digits they are printed otherwise, and a build of that prefix must know them.
    await enter('Case000005');
    expect(await ledgerOf('Case')).toEqual(['Case000006', 'Case000005-Case000005 used first production']);
  });

  test('that a build here gave already are refused, naming the number, and nothing of the list is entered', async () => {
    const setId = await desk.makeSet({ bates: bates('OWN') });
    await desk.add(setId, desk.items[1]!);
    await desk.build(setId);
    const taken = { code: 'BATES_NUMBER_TAKEN', details: { number: 'OWN0002' } };
    await expect(enter('OTHER0001', 'OWN0002-OWN0005')).rejects.toMatchObject(taken);
    // In other letters a person reads the same number.
    await expect(enter('Own0002')).rejects.toMatchObject(taken);
    expect(await ledgerOf('OTHER')).toEqual([]);
    expect(await ledgerOf('OWN')).toEqual(['OWN0003', 'OWN0001-OWN0002 reserved']);
    await enter('OWN0003-OWN0009');
    await desk.add(setId, desk.items[3]!);
    expect((await desk.numbers(setId))[1]).toBe('B OWN0010-OWN0010 planned');
  });

  test('hold up a build of another prefix that prints like one of them, and nothing beside their ranges does', async () => {
    await enter('LIKE0001-LIKE0009', 'LIKE0020-LIKE0030', 'LIKE0040');
    const setOf = async (start: number) => {
      const setId = await desk.makeSet({ bates: bates('like', { start }) });
      await desk.add(setId, desk.items[3]!);
      return setId;
    };
    for (const start of [9, 25])
      await expect(desk.build(await setOf(start))).rejects.toMatchObject({
        code: 'BATES_NUMBER_TAKEN',
        details: { number: `like${String(start).padStart(4, '0')}` },
      });
    await desk.build(await setOf(35));
    expect(await ledgerOf('like')).toEqual(['like0036', 'like0035-like0035 reserved']);
  });

  test('up to the last number there is leave none free', async () => {
    await enter('FULL9999999998');
    expect((await ledgerOf('FULL'))[0]).toBe('FULL9999999999');
    await enter('FULL9999999999');
    expect((await ledgerOf('FULL'))[0]).toBeNull();
  });

  test('that are no range are refused, naming what was written', async () => {
    for (const range of [
      'FAIR',
      '0001-0005',
      'FAIR0009-FAIR0001',
      'FAIR0001-DEF0002',
      '; DROP TABLE',
      'FAIR0000',
    ])
      await expect(enter(range)).rejects.toMatchObject({
        code: 'BATES_RANGE_INVALID',
        message: expect.stringContaining(range),
      });
  });

  test('that are two in short are refused, and not taken for one number of a longer prefix', async () => {
    for (const range of ['SHRT0001-500', 'SHRT0001..SHRT0500', 'SHRT0001_shrt0500', 'SHRT0001..0500'])
      await expect(enter(range)).rejects.toMatchObject({
        code: 'BATES_RANGE_INVALID',
        message: expect.stringContaining(range),
      });
    // A year is none: what follows would run backwards, or is a number of a prefix in use.
    await enter('YEAR2021-001');
    await enter('YEAR2021-500');
    expect(await ledgerOf('YEAR2021-')).toEqual([
      'YEAR2021-501',
      'YEAR2021-001-YEAR2021-001 used first production',
      'YEAR2021-500-YEAR2021-500 used first production',
    ]);
    const setId = await desk.makeSet({ bates: bates('YEAR2020-', { start: 2500 }) });
    await desk.add(setId, desk.items[3]!);
    await desk.build(setId);
    await makeVoid('YEAR2020-2500');
    expect(await ledgerOf('YEAR2020-')).toEqual([
      'YEAR2020-2501',
      'YEAR2020-2500-YEAR2020-2500 void clawed back',
    ]);
  });

  test('of ten thousand ranges in one list are entered at once', async () => {
    const ranges = Array.from({ length: 10_000 }, (_, at) => `BULK${String(at * 3 + 1).padStart(6, '0')}`);
    await enter(...ranges);
    const [next, ...runs] = await ledgerOf('BULK');
    expect([next, runs.length]).toEqual(['BULK029999', 10_000]);
  });
});

describe('numbers taken back', () => {
  const takeBack = (range: string, reason = 'mistyped') =>
    call('exhibits.ledger.takeBack')({ matterId: desk.matterId, range, reason });

  test('leave the ledger, and the next free number follows what is left', async () => {
    await enter('WRONG0001-WRONG0050', 'WRONG0060-WRONG9000');
    await takeBack('WRONG0060-WRONG9000');
    expect(await ledgerOf('WRONG')).toEqual(['WRONG0051', 'WRONG0001-WRONG0050 used first production']);
    await takeBack('WRONG0011 - 0020');
    expect(await ledgerOf('WRONG')).toEqual([
      'WRONG0051',
      'WRONG0001-WRONG0010 used first production',
      'WRONG0021-WRONG0050 used first production',
    ]);
    await takeBack('WRONG0001-WRONG0050');
    expect(await ledgerOf('WRONG')).toEqual([]);
    const setId = await desk.makeSet({ bates: bates('WRONG') });
    await desk.add(setId, desk.items[1]!);
    expect(await desk.numbers(setId)).toEqual(['A WRONG0001-WRONG0002 planned']);
  });

  test('are none that were given here or are void, and of nothing else is that said', async () => {
    const setId = await desk.makeSet({ bates: bates('MINE') });
    await desk.add(setId, desk.items[1]!);
    await desk.build(setId);
    await enter('MINE0003-MINE0009');
    await makeVoid('MINE0005');
    await takeBack('MINE0001-MINE0009');
    expect(await ledgerOf('MINE')).toEqual([
      'MINE0006',
      'MINE0001-MINE0002 reserved',
      'MINE0005-MINE0005 void clawed back',
    ]);
    for (const range of ['MINE0001-MINE0009', 'MINE0005', 'GONE0001'])
      await expect(takeBack(range)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(takeBack('none')).rejects.toMatchObject({ code: 'BATES_RANGE_INVALID' });
  });

  test('stay with the reason in the audit, and are no step that Undo would take back', async () => {
    const { t } = desk;
    const { id: matterId, fileName } = await t.createMatter('Mistyped');
    const range = 'TOLD0001-TOLD0009';
    await t.client['exhibits.ledger.import']({ matterId, ranges: [{ range, note: '' }] });
    await t.client['exhibits.ledger.takeBack']({ matterId, range, reason: 'TOLD0006 was meant' });
    expect(await t.client['history.get']({ matterId })).toEqual({ undo: null, redo: null });
    await t.client['matter.close']({ matterId });
    expect(
      withMatterFile(join(t.folder, fileName), (db) =>
        db.prepare('SELECT operation, summary FROM audit_event ORDER BY sequence DESC LIMIT 1').get(),
      ),
    ).toEqual({
      operation: 'exhibits.ledger.takeBack',
      summary: `take back ${range} as used elsewhere: TOLD0006 was meant`,
    });
  });
});

describe('void numbers', () => {
  test('stay in the ledger with the reason, and are never given again', async () => {
    const setId = await desk.makeSet({ bates: bates('VOID') });
    await desk.add(setId, desk.items[0]!, desk.items[1]!);
    await desk.build(setId);
    await makeVoid('VOID0002-VOID0003');
    expect(await ledgerOf('VOID')).toEqual([
      'VOID0006',
      'VOID0001-VOID0001 reserved',
      'VOID0002-VOID0003 void clawed back',
      'VOID0004-VOID0005 reserved',
    ]);
    expect(await desk.numbers(setId)).toEqual([
      'A VOID0001-VOID0007 planned',
      'B VOID0004-VOID0005 reserved',
    ]);
    const built = await desk.build(setId);
    expect(built.exhibits.map(({ batesFirst, batesLast }) => `${batesFirst}-${batesLast}`)).toEqual([
      'VOID0001-VOID0007',
      'VOID0004-VOID0005',
    ]);
    await expect(makeVoid('VOID0002')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of those used elsewhere are cut out of their range', async () => {
    await enter('CUT0001-CUT0100');
    await makeVoid('CUT0040-CUT0050', 'blank pages');
    expect(await ledgerOf('CUT')).toEqual([
      'CUT0101',
      'CUT0001-CUT0039 used first production',
      'CUT0040-CUT0050 void blank pages',
      'CUT0051-CUT0100 used first production',
    ]);
    await expect(makeVoid('CUT0200')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(makeVoid('none')).rejects.toMatchObject({ code: 'BATES_RANGE_INVALID' });
  });

  test('of a prefix that ends in a digit are found by the prefixes in use', async () => {
    const setId = await desk.makeSet({ bates: bates('SMITH2') });
    await desk.add(setId, desk.items[1]!);
    await desk.build(setId);
    await makeVoid('SMITH20001');
    expect(await ledgerOf('SMITH2')).toEqual([
      'SMITH20003',
      'SMITH20001-SMITH20001 void clawed back',
      'SMITH20002-SMITH20002 reserved',
    ]);
  });
});

describe('a prefix', () => {
  test('is said to be a party’s, which undo takes back', async () => {
    await enter('PARTY0001');
    const party = async (name: string) =>
      (
        await call('exhibits.ledger.setParty')({ matterId: desk.matterId, prefix: 'PARTY', party: name })
      ).find(({ prefix }) => prefix === 'PARTY')!.party;
    expect(await party('Fairwater')).toBe('Fairwater');
    expect(await party('Northgate')).toBe('Northgate');
    await desk.undo();
    const ledger = await call('exhibits.ledger')({ matterId: desk.matterId });
    expect(ledger.find(({ prefix }) => prefix === 'PARTY')!.party).toBe('Fairwater');
    await expect(
      call('exhibits.ledger.setParty')({ matterId: desk.matterId, prefix: 'NOBODY', party: 'x' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('has one sequence, whatever sets count in it, and its suffix is printed with the number', async () => {
    const fields = { bates: bates('SUF', { suffix: '-R' }) };
    const [one, two] = [await desk.makeSet(fields), await desk.makeSet(fields)];
    await desk.add(one, desk.items[1]!);
    await desk.add(two, desk.items[3]!);
    await desk.build(two);
    expect(await desk.numbers(one)).toEqual(['A SUF0002-R-SUF0003-R planned']);
    expect(await ledgerOf('SUF')).toEqual(['SUF0002-R', 'SUF0001-R-SUF0001-R reserved']);
  });
});

describe('the numbers of excerpts and of pages that stand for an exhibit', () => {
  test('are of the pages taken only, and the same page keeps its number in every set', async () => {
    const fields = { bates: bates('PAGE') };
    const [one, two] = [await desk.makeSet(fields), await desk.makeSet(fields)];
    const excerpt = (setId: typeof one, pageRanges: string) =>
      call('exhibits.add')({ matterId: desk.matterId, setId, evidenceIds: [desk.items[2]!], pageRanges });
    await excerpt(one, '3-5');
    await desk.build(one);
    expect(await ledgerOf('PAGE')).toEqual(['PAGE0004', 'PAGE0001-PAGE0003 reserved']);
    await excerpt(two, '4-6');
    const built = await desk.build(two);
    expect(built.exhibits).toMatchObject([{ pages: 3, batesFirst: 'PAGE0002', batesLast: 'PAGE0004' }]);
    const [, run] = await ledgerOf('PAGE');
    expect(run).toBe('PAGE0001-PAGE0004 reserved');
  });

  test('are one for a page that stands for a withheld one, and of its own in each set', async () => {
    const fields = { bates: bates('HELD') };
    const [one, two] = [await desk.makeSet(fields), await desk.makeSet(fields)];
    for (const setId of [one, two]) {
      const [id] = await desk.add(setId, desk.items[0]!);
      await call('exhibits.update')({
        matterId: desk.matterId,
        id: id!,
        fields: { treatment: 'withheld', treatmentNote: 'privilege' },
      });
      await desk.build(setId);
    }
    expect(await desk.numbers(one)).toEqual(['A HELD0001-HELD0001 reserved']);
    expect(await desk.numbers(two)).toEqual(['A HELD0002-HELD0002 reserved']);
  });

  test('are of the standing page and of the pages filed apart, where an exhibit is filed under seal', async () => {
    const setId = await desk.makeSet({ bates: bates('APART') });
    const [id] = await desk.add(setId, desk.items[0]!, desk.items[3]!);
    await call('exhibits.update')({ matterId: desk.matterId, id: id!, fields: { treatment: 'sealed' } });
    expect(await desk.numbers(setId)).toEqual([
      'A APART0001-APART0004 planned',
      'B APART0005-APART0005 planned',
    ]);
  });
});

test('each range tells of the exhibits that its item is now, in the sets of its prefix', async () => {
  const { matterId } = desk;
  const rangesOf = async (prefix: string) =>
    (await call('exhibits.ledger')({ matterId }))
      .find((each) => each.prefix === prefix)!
      .ranges.map(({ first, exhibits }) =>
        [first, ...exhibits.map(({ label, setName }) => `${label} of ${setName}`)].join(' '),
      );
  const one = await desk.makeSet({ name: 'One', bates: bates('LABEL') });
  const two = await desk.makeSet({ name: 'Two', bates: bates('LABEL') });
  const other = await desk.makeSet({ name: 'Other', bates: bates('ELSE') });
  const [first, held] = await desk.add(one, desk.items[0]!, desk.items[1]!);
  await call('exhibits.update')({ matterId, id: held!, fields: { treatment: 'withheld' } });
  await desk.build(one);
  await desk.add(two, desk.items[3]!, desk.items[0]!, desk.items[1]!);
  await desk.add(other, desk.items[0]!);
  await enter('LABEL0100');
  // The page that stands for what is withheld is of that exhibit alone.
  expect(await rangesOf('LABEL')).toEqual(['LABEL0001 A of One B of Two', 'LABEL0004 B of One', 'LABEL0100']);
  await call('exhibits.update')({ matterId, id: first!, fields: { label: 'Q' } });
  expect((await rangesOf('LABEL'))[0]).toBe('LABEL0001 Q of One B of Two');
});

test('a range tells only of exhibits that bring one of its pages', async () => {
  const { matterId } = desk;
  for (const [name, pageRanges] of [
    ['Motion', '3-7'],
    ['Reply', '6-9'],
  ] as const) {
    const setId = await desk.makeSet({ name, bates: bates('PART') });
    await call('exhibits.add')({ matterId, setId, evidenceIds: [desk.items[2]!], pageRanges });
    await desk.build(setId);
  }
  await makeVoid('PART0006');
  const ledger = await call('exhibits.ledger')({ matterId });
  const { ranges } = ledger.find(({ prefix }) => prefix === 'PART')!;
  expect(
    ranges.map(({ first, last, exhibits }) =>
      [`${first}-${last}`, ...exhibits.map(({ setName }) => setName)].join(' '),
    ),
  ).toEqual(['PART0001-PART0005 Motion Reply', 'PART0006-PART0006 Reply', 'PART0007-PART0007 Reply']);
});
