import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LedgerPrefix } from '../../shared/model/bates-ledger.ts';
import type { Exhibit } from '../../shared/model/exhibits.ts';
import { writePdf } from '../engine/testing/pdf-files.ts';
import { createTerminal } from './testing/terminal.ts';

const { at, run, json } = createTerminal({ isShared: true });
let matter: string;
const ids: string[] = [];

beforeAll(async () => {
  matter = at('x.matter');
  await json('matter', 'create', matter, '--title', 'Fairwater LLC v. Northgate Hosting, Inc.');
  const papers = ['first', 'second', 'third'].map((name) => at(`${name}.pdf`));
  for (const path of papers) await writePdf(path, `${path} one`, `${path} two`, `${path} three`);
  const { items } = await json('evidence', 'add', matter, ...papers);
  ids.push(...items.map(({ id }: { id: string }) => id));
});

const on =
  (set: string) =>
  (command: string, ...more: string[]) =>
    json('exhibits', command, matter, ...more, '--set', set);
const labels = (list: readonly Exhibit[]) => list.map(({ label }) => label);
const errorOf = async (...argv: string[]) => {
  const { code, stderr } = await run('exhibits', ...argv, '--json');
  return { code, error: JSON.parse(stderr).error.code as string };
};
const makeSet = (name: string, ...options: string[]) =>
  json('exhibits', 'set', 'create', matter, '--name', name, ...options);

test('a set takes all that its options say', async () => {
  const made = await makeSet(
    'Smith Declaration',
    '--scheme',
    'AA',
    '--purpose',
    'declaration',
    '--declarant',
    'Jane Smith',
    '--party',
    'plaintiff',
    '--bates',
    'FAIR0001',
    '--bates-suffix',
    '-R',
    '--sticker-corner',
    'topLeft',
    '--sticker-color',
    'pink',
    '--number-position',
    'bottomCenter',
    '--designation',
    'CONFIDENTIAL',
    '--slip-sheet-template',
    'caption',
    '--keep-forms',
    '--no-stickers',
  );
  expect(made).toMatchObject({
    scheme: 'AA',
    purpose: 'declaration',
    declarant: 'Jane Smith',
    party: 'plaintiff',
    bates: { prefix: 'FAIR', digits: 4, start: 1, suffix: '-R' },
    stickerCorner: 'topLeft',
    stickerColour: 'pink',
    numberPosition: 'bottomCenter',
    designation: 'CONFIDENTIAL',
    slipSheetTemplate: 'caption',
    flattensForms: false,
    hasStickers: false,
    hasSlipSheets: true,
  });
  for (const wrong of [
    ['--scheme', 'a1'],
    ['--party', 'nobody'],
    ['--bates', '0001'],
    ['--sticker-corner', 'middle'],
  ])
    expect((await errorOf('set', 'create', matter, '--name', 'x', ...wrong)).code).toBe(2);
});

test('a set is changed in what is named, and in nothing else', async () => {
  const made = await makeSet('Before', '--bates', 'FAIR0001', '--bates-suffix', '-R', '--party', 'plaintiff');
  const update = (set: string, ...options: string[]) =>
    json('exhibits', 'set', 'update', matter, '--set', set, ...options);
  const choices = { volumeMegabytes: null, volumeCourt: '', downsampleDpi: null };
  const named = { name: 'After', scheme: 'PX-1', hasStickers: false, flattensForms: false };
  const after = { ...made, ...named, ...choices };
  expect(
    await update('Before', '--name', 'After', '--scheme', 'PX-1', '--no-stickers', '--keep-forms'),
  ).toEqual(after);
  expect(await update('After', '--bates-prefix', 'NORTH', '--bates-digits', '6')).toEqual({
    ...after,
    bates: { prefix: 'NORTH', digits: 6, start: 1, suffix: '-R' },
  });
  const numbered = await update(
    'After',
    '--bates',
    'SOUTH007',
    '--designation',
    'CONFIDENTIAL',
    '--stickers',
  );
  expect(numbered).toEqual({
    ...after,
    bates: { prefix: 'SOUTH', digits: 3, start: 7, suffix: '' },
    designation: 'CONFIDENTIAL',
    hasStickers: true,
  });
  const bare = await update('After', '--bates', 'none', '--designation', '', '--no-keep-forms');
  expect(bare).toMatchObject({ bates: null, designation: '', flattensForms: true });
  expect(await update('After', '--bates-prefix', 'WEST', '--no-slip-sheets')).toMatchObject({
    bates: { prefix: 'WEST', digits: 6, start: 1, suffix: '' },
    hasSlipSheets: false,
    hasStickers: true,
  });
  await update('After', '--bates', 'none');
  for (const wrong of [
    [],
    ['--bates-digits', '5'],
    ['--scheme', 'a1'],
    ['--name', ''],
    ['--bates-prefix', '9'],
  ])
    expect((await errorOf('set', 'update', matter, '--set', 'After', ...wrong)).code).toBe(2);
  expect((await errorOf('set', 'update', matter, '--set', 'Nowhere', '--name', 'x')).code).toBe(3);
  for (const wrong of [
    ['--downsample', '50'],
    ['--volume-mb', '-1'],
    ['--court', 'atlantis'],
  ])
    expect((await errorOf('set', 'update', matter, '--set', 'After', ...wrong)).code).toBeGreaterThan(1);
  for (const refused of [
    ['--volume-mb', '5', '--scheme', 'a1'],
    ['--court', 'atlantis', '--name', 'Elsewhere'],
  ])
    expect((await errorOf('set', 'update', matter, '--set', 'After', ...refused)).code).toBeGreaterThan(1);
  expect(await update('After', '--designation', '')).toMatchObject(choices);
  expect(await update('After', '--court', 'nysd', '--downsample', '150')).toMatchObject({
    volumeMegabytes: null,
    volumeCourt: 'nysd',
    downsampleDpi: 150,
  });
  await json('exhibits', 'add', matter, ids[0]!, '--set', 'After');
  const limitOf = async (...options: string[]) => {
    const { manifest } = await on('After')('build', '--out', at('out'), ...options);
    const { set } = JSON.parse(readFileSync(manifest, 'utf8'));
    return [set.volumeLimitSource.includes('as chosen'), set.volumeLimitBytes, set.downsampleDpi];
  };
  expect(await limitOf()).toEqual([false, expect.any(Number), 150]);
  expect(await limitOf('--volume-mb', '7', '--downsample', 'off')).toEqual([true, 7_000_000, null]);
  await update('After', '--volume-mb', '0');
  expect(await limitOf()).toEqual([true, null, 150]);
  expect((await run('exhibits', 'set', 'update', matter, '--set', 'After', '--party', 'joint')).stdout).toBe(
    `Changed exhibit set “After” (${made.id}).\n`,
  );
});

test('late exhibits are shown before they are added: between, as parts, and pushing later ones', async () => {
  await makeSet('Late', '--scheme', '1', '--bates', 'none');
  const late = on('Late');
  await late('add', ids[0]!, ids[1]!);
  const plan = await late('add', ids[2]!, '--after', '1', '--dry-run');
  expect(plan).toMatchObject({ changes: [{ was: null, now: '1A' }], affectedCitations: [] });
  for (const pages of ['abc', '2-9'])
    for (const more of [[], ['--dry-run']])
      expect((await errorOf('add', matter, ids[2]!, '--set', 'Late', '--pages', pages, ...more)).code).toBe(
        2,
      );
  expect(labels(await late('list'))).toEqual(['1', '2']);
  expect(labels(await late('add', ids[2]!, '--after', '1', '--pages', '2-3'))).toEqual(['1A']);
  expect(labels(await late('add', ids[2]!, '--after', '2', '--place', 'sub'))).toEqual(['2-1']);
  const shown = await run(
    'exhibits',
    'add',
    matter,
    ids[2]!,
    '--set',
    'Late',
    '--after',
    '1',
    '--place',
    'push',
    '--dry-run',
  );
  expect(shown.code).toBe(0);
  expect(
    shown.stdout
      .split('\n')
      .slice(0, 4)
      .map((line) => line.trim().split(/\s{2,}/)),
  ).toEqual([
    ['Was', 'Now', 'Title'],
    ['–', '2', 'third'],
    ['2', '3', 'second'],
    ['2-1', '3-1', 'third'],
  ]);
  await late('add', ids[2]!, '--after', '1', '--place', 'push');
  const list: Exhibit[] = await late('list');
  expect(list.map(({ label, pages }) => [label, pages])).toEqual([
    ['1', 3],
    ['1A', 2],
    ['2', 3],
    ['3', 3],
    ['3-1', 3],
  ]);
  const history = await late('history');
  expect(history[0].changes.map(({ was, now }: { was: string; now: string }) => [was, now])).toEqual([
    [null, '2'],
    ['2', '3'],
    ['2-1', '3-1'],
  ]);
  const spoken = (await run('exhibits', 'history', matter, '--set', 'Late')).stdout;
  expect(spoken).toContain('2-1');
  expect(spoken).toMatch(/^\w{3}, \w{3} \d+, \d{4}, [\d:]+ [AP]M \w+ \(UTC[^)]*\), by ./);
  expect(await errorOf('add', matter, ids[0]!, '--set', 'Late', '--after', '9')).toEqual({
    code: 3,
    error: 'NOT_FOUND',
  });
  expect((await errorOf('add', matter, ids[0]!, '--set', 'Late', '--place', 'beside')).code).toBe(2);
  expect(await errorOf('add', matter, ids[0]!, '--set', 'Late', '--pages', '2-9')).toEqual({
    code: 2,
    error: 'EXHIBIT_PAGES_INVALID',
  });
});

test('an exhibit is found by its label however it is written', async () => {
  await makeSet('Written', '--scheme', 'PX-1', '--bates', 'none');
  const written = on('Written');
  await written('add', ids[0]!, ids[1]!);
  for (const [label, late] of [
    ['PX 1', 'PX-1A'],
    ['px1a', 'PX-1B'],
    ['px–1', 'PX-1C'],
    ['Exhibit PX-1', 'PX-1D'],
  ] as const)
    expect(labels(await written('add', ids[2]!, '--after', label))).toEqual([late]);
  await written('relabel', '--from', 'PX 2', '--to', 'PX-20');
  expect(labels(await written('list'))).toEqual(['PX-1', 'PX-1A', 'PX-1B', 'PX-1C', 'PX-1D', 'PX-20']);
  expect((await errorOf('add', matter, ids[0]!, '--set', 'Written', '--after', 'PX 2')).error).toBe(
    'NOT_FOUND',
  );
});

test('labels are kept, filled, moved, labeled anew, withdrawn and brought back', async () => {
  await makeSet('Labels', '--bates', 'none');
  const set = on('Labels');
  await set('add', ids[0]!);
  expect(labels(await set('reserve', '--count', '2', '--note', 'the audit'))).toEqual(['B', 'C']);
  expect(await set('assign', 'b', '--evidence', ids[1]!.slice(0, 30))).toMatchObject([
    { label: 'B', status: 'active', evidenceId: ids[1] },
  ]);
  expect(labels(await set('move', 'B', '--to', '1'))).toEqual(['B', 'A', 'C']);
  const plan = await set('relabel', '--dry-run');
  expect(plan.changes.map(({ was, now }: { was: string; now: string }) => `${was}>${now}`)).toEqual([
    'B>A',
    'A>B',
    'C>C',
  ]);
  expect(labels(await set('relabel'))).toEqual(['A', 'B', 'C']);
  expect(labels(await set('relabel', '--from', 'A', '--to', 'Q-7'))).toEqual(['Q-7', 'B', 'C']);
  expect(await set('withdraw', 'B', '--reason', 'stipulated')).toMatchObject({
    exhibits: [{ label: 'B', status: 'withdrawn', statusNote: 'stipulated' }],
    affectedCitations: [],
  });
  expect(await set('reinstate', 'B')).toMatchObject([{ label: 'B', status: 'active' }]);
  expect(labels((await set('remove', 'Q-7')).exhibits)).toEqual(['B', 'C']);
  for (const wrong of [
    ['reserve', matter, '--count', 'two'],
    ['reserve', matter, '--count', '0'],
    ['move', matter, 'B', '--to', '-1'],
    ['move', matter, 'B', '--to', '1.5'],
    ['relabel', matter, '--from', 'B'],
    ['relabel', matter, '--from', 'B', '--to', 'C', '--dry-run'],
    ['withdraw', matter, 'B'],
  ])
    expect(await errorOf(...wrong, '--set', 'Labels')).toEqual({ code: 2, error: 'INVALID_INPUT' });
  expect(await errorOf('move', matter, 'Z', '--to', '1', '--set', 'Labels')).toEqual({
    code: 3,
    error: 'NOT_FOUND',
  });
});

test('update changes every field of an exhibit, and says what it became', async () => {
  await makeSet('Fields', '--bates', 'none');
  const set = on('Fields');
  await set('add', ids[0]!, ids[1]!);
  const [changed] = await set(
    ...(['update', 'A', '--title', 'Letter', '--label', 'X', '--pages', '1,3'] as const),
    '--treatment',
    'withheld',
    '--note',
    'privilege',
    '--sponsor',
    'J. Smith',
    '--authentication',
    'witness901b1',
    '--authentication-note',
    'wrote it',
    '--designation',
    'SECRET',
    '--objection',
    'hearsay',
    '--ruling',
    'reserved',
    '--ruling-note',
    'at trial',
    '--links-citations',
  );
  expect(changed).toMatchObject({
    title: 'Letter',
    label: 'X',
    pageRanges: '1,3',
    treatment: 'withheld',
    treatmentNote: 'privilege',
    sponsor: 'J. Smith',
    authentication: 'witness901b1',
    authenticationNote: 'wrote it',
    designation: 'SECRET',
    objection: 'hearsay',
    ruling: 'reserved',
    rulingNote: 'at trial',
    linksCitations: true,
  });
  const [back] = await set('update', 'X', '--pages', '', '--no-designation', '--no-links-citations');
  expect(back).toMatchObject({ pageRanges: '', designation: null, linksCitations: false, title: 'Letter' });
  expect(await errorOf('update', matter, 'X', '--label', 'B', '--set', 'Fields')).toEqual({
    code: 3,
    error: 'EXHIBIT_LABEL_TAKEN',
  });
  expect((await errorOf('update', matter, 'X', '--treatment', 'burnt', '--set', 'Fields')).code).toBe(2);
  expect((await errorOf('update', matter, 'X', '--set', 'Fields')).code).toBe(2);
  const both: Exhibit[] = await set('update', 'X', 'B', '--ruling', 'admitted');
  expect(both.map(({ ruling }) => ruling)).toEqual(['admitted', 'admitted']);
  // Fields of a single exhibit are refused for several, before any of them changes.
  for (const own of [
    ['--label', 'Q'],
    ['--pages', '1'],
    ['--title', 'Both'],
  ])
    expect((await errorOf('update', matter, 'X', 'B', ...own, '--set', 'Fields')).code).toBe(2);
  const after: Exhibit[] = await set('list');
  expect(after.map(({ label, title }) => [label, title])).toEqual([
    ['X', 'Letter'],
    ['B', both[1]!.title],
  ]);
});

describe('the ledger', () => {
  const ledger = (...argv: string[]): Promise<LedgerPrefix[]> => json('exhibits', 'ledger', ...argv);

  test('takes ranges from the command line and from a table, with what it says of each', async () => {
    const file = at('used.csv');
    writeFileSync(
      file,
      '\ufeffFirst,Last,Where\r\nNORTH0001,NORTH0050,"first production, 2021"\r\nNORTH0100-NORTH0120,\r\n',
    );
    const [entry] = await ledger('import', matter, file, 'NORTH0200', '--note', 'by hand');
    expect(entry).toMatchObject({ prefix: 'NORTH', nextFree: 'NORTH0201' });
    expect(entry!.ranges.map(({ first, last, reason }) => [first, last, reason])).toEqual([
      ['NORTH0001', 'NORTH0050', 'first production, 2021'],
      ['NORTH0100', 'NORTH0120', 'by hand'],
      ['NORTH0200', 'NORTH0200', 'by hand'],
    ]);
    expect(await errorOf('ledger', 'import', matter, at('gone.csv'))).toEqual({
      code: 3,
      error: 'FILE_NOT_FOUND',
    });
    expect(await errorOf('ledger', 'import', matter, 'nothing')).toEqual({
      code: 2,
      error: 'BATES_RANGE_INVALID',
    });
  });

  test('says whose numbers a prefix counts, voids with a reason, and is read by people', async () => {
    await ledger('import', matter, 'SOUTH0001-SOUTH0009');
    await ledger('party', matter, 'SOUTH', 'Northgate');
    await ledger('void', matter, 'SOUTH0002', '--reason', 'blank page');
    const shown = await run('exhibits', 'ledger', matter);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('SOUTH (Northgate): next free SOUTH0010');
    expect(shown.stdout).toMatch(/SOUTH0002\s+SOUTH0002\s+void\s+used elsewhere\s+blank page/);
    expect((await ledger(matter)).map(({ prefix }) => prefix)).toContain('SOUTH');
    const [south] = (
      await ledger('take-back', matter, 'SOUTH0007-SOUTH0009', '--reason', 'mistyped for SOUTH0006')
    ).filter(({ prefix }) => prefix === 'SOUTH');
    expect(south!.nextFree).toBe('SOUTH0007');
    expect(await errorOf('ledger', 'take-back', matter, 'SOUTH0002', '--reason', 'x')).toEqual({
      code: 3,
      error: 'NOT_FOUND',
    });
    expect(await errorOf('ledger', 'party', matter, 'NONE', 'x')).toEqual({ code: 3, error: 'NOT_FOUND' });
    expect(await errorOf('ledger', 'void', matter, 'SOUTH0400', '--reason', 'x')).toEqual({
      code: 3,
      error: 'NOT_FOUND',
    });
  });
});

test('a set is found by its name in any case, and where there is none of that name, those there are get named', async () => {
  const { id } = await makeSet('Hearing binder');
  expect(await on(' hearing BINDER ')('list')).toEqual([]);
  expect(await on(id)('list')).toEqual([]);
  const { code, stderr } = await run('exhibits', 'list', matter, '--set', 'Hearing');
  expect(code).toBe(3);
  expect(stderr).toMatch(/^There is no exhibit set “Hearing” in this matter. It has .*“Hearing binder”/);
});
