import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, ExhibitSetId } from '../../../../shared/model/common.ts';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { BuildResult, ExhibitFields } from '../../../../shared/model/exhibits.ts';
import { hasPoppler, popplerText } from '../../testing/pdf-files.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([7, 2, 1, 1]);
});
afterAll(() => desk.t.dispose());

const item = (at: number): EvidenceId => desk.items[at]!;
async function edit(setId: ExhibitSetId, at: number, fields: Partial<ExhibitFields>): Promise<void> {
  const { id } = (await desk.list(setId))[at]!;
  await desk.t.client['exhibits.update']({ matterId: desk.matterId, id, fields });
}
const paperOf = (built: BuildResult, ending: string) => {
  const folder = dirname(built.manifest);
  const name = readdirSync(folder).find((each) => each.endsWith(ending))!;
  return readFileSync(join(folder, name), 'utf8');
};
const manifestOf = (built: BuildResult) =>
  ExhibitManifest.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));
const datRows = (built: BuildResult): Record<string, string>[] => {
  const [heads, ...rows] = paperOf(built, '.dat')
    .replace('\ufeff', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\u0014').map((cell) => cell.slice(1, -1)));
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [heads![at]!, cell])));
};
test('pages numbered at two times are told as they are printed, and files and load files claim no range', async () => {
  const { matterId, t } = desk;
  const bates = (digits: number) => ({ prefix: 'WIDE', digits, start: 1, suffix: '' });
  const setId = await desk.makeSet({ bates: bates(6) });
  await desk.add(setId, item(0));
  await edit(setId, 0, { pageRanges: '3-7' });
  await desk.build(setId);
  await edit(setId, 0, { pageRanges: '' });
  await t.client['exhibits.set.update']({ matterId, setId, fields: { bates: bates(8) } });
  const built = await desk.build(setId);
  const ends = { batesFirst: 'WIDE000001', batesLast: 'WIDE00000007' };
  expect(built.exhibits).toMatchObject([ends]);
  expect(await desk.list(setId)).toMatchObject([ends]);
  expect(basename(built.exhibits[0]!.file)).toBe('Exhibit A - WIDE00000006 and others to WIDE000005.pdf');
  expect(manifestOf(built).exhibits[0]!.batesRange).toBe('WIDE00000006–WIDE00000007, WIDE000001–WIDE000005');
  expect(datRows(built)).toMatchObject([{ BEGBATES: 'WIDE000001', ENDBATES: 'WIDE00000007' }]);
  expect(paperOf(built, 'Index.csv')).toContain('WIDE000001,WIDE00000007');
  expect(built.findings).toContainEqual(expect.objectContaining({ code: 'BATES_NOT_ONE_RUN', label: 'A' }));
  if (hasPoppler())
    expect(popplerText(built.index, '-raw').replaceAll(/\s/g, '')).toContain(
      'WIDE00000006–WIDE00000007,WIDE000001–WIDE000005',
    );
});

test('an item that a set has twice, and one that is archived, are told', async () => {
  const { matterId, t } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, item(0), item(1), item(0), item(2));
  await edit(setId, 2, { pageRanges: '7, 1' });
  const archive = (isArchived: boolean) =>
    t.client['evidence.archive']({ matterId, ids: [item(2)], isArchived });
  await archive(true);
  const built = await desk.build(setId);
  await archive(false);
  const told = built.findings.filter(({ severity }) => severity === 'warning');
  expect(told).toEqual([
    expect.objectContaining({ code: 'BATES_NOT_ONE_RUN', label: 'C' }),
    expect.objectContaining({
      code: 'BATES_NUMBERS_SHARED',
      label: 'C',
      message: expect.stringContaining('pages that are in A too'),
    }),
    expect.objectContaining({ code: 'EXHIBIT_ARCHIVED', label: 'D' }),
  ]);
  expect(datRows(built).map(({ BEGBATES }) => BEGBATES!.slice(-4))).toEqual(['0001', '0008', '0001', '0010']);
});

test('parts that stand before what they are parts of are one family, and a build with them is compared', async () => {
  const { matterId, t } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, item(0));
  const addPart = (afterLabel: string, evidenceId: EvidenceId) =>
    t.client['exhibits.add']({ matterId, setId, evidenceIds: [evidenceId], afterLabel, place: 'sub' });
  await addPart('A', item(1));
  await addPart('A-1', item(2));
  await desk.add(setId, item(3));
  const whole = (await desk.list(setId)).find(({ label }) => label === 'A')!;
  await t.client['exhibits.move']({ matterId, setId, ids: [whole.id], position: 3 });
  expect(await desk.labels(setId)).not.toEqual(['A', 'A-1', 'A-1-1', 'B']);
  const built = await desk.build(setId);
  const first = (await desk.list(setId)).find(({ label }) => label === 'A')!.batesFirst;
  const attached = datRows(built).map(({ EXHIBIT, BEGATTACH }) => [EXHIBIT, BEGATTACH]);
  expect(new Map(attached as [string, string][])).toEqual(
    new Map([
      ['A', first],
      ['A-1', first],
      ['A-1-1', first],
      ['B', ''],
    ]),
  );
  const compared = await t.runJob('exhibits.compare', { matterId, manifest: { path: built.manifest } });
  expect(compared.files.filter(({ status }) => status !== 'same')).toEqual([]);
});

test('the nth line of a document in the page list is the nth page of its file', async () => {
  for (const hasSlipSheets of [true, false]) {
    const setId = await desk.makeSet({ hasSlipSheets });
    await desk.add(setId, item(0), item(1));
    const built = await desk.build(setId);
    const lines = paperOf(built, '.opt').trim().split('\r\n');
    const files = manifestOf(built).outputs.filter(({ role }) => role === 'exhibit');
    expect(files).toHaveLength(2);
    for (const { file, pages } of files) {
      const own = lines.map((line) => line.split(',')).filter((cells) => cells[2] === file);
      expect(own).toHaveLength(pages!);
      expect(own.map(([, , , begins, , , count]) => [begins, count])).toEqual([
        ['Y', String(pages)],
        ...own.slice(1).map(() => ['', '']),
      ]);
      if (!hasPoppler()) continue;
      const path = join(dirname(built.manifest), file);
      expect(own[0]![0]!.startsWith('EX-')).toBe(hasSlipSheets);
      for (const [at, [key]] of own.entries())
        if (!key!.startsWith('EX-'))
          expect(popplerText(path, '-f', String(at + 1), '-l', String(at + 1))).toContain(key);
    }
  }
});

test('of exhibits withheld and under seal nothing names file, hash or custodian; the manifest keeps the hash alone', async () => {
  const setId = await desk.makeSet();
  await desk.add(setId, item(0), item(1), item(2));
  await edit(setId, 0, { treatment: 'withheld' });
  await edit(setId, 1, { treatment: 'sealed' });
  const { matterId, t } = desk;
  const custodian = 'Dana Reyes';
  await t.client['evidence.update']({ matterId, ids: [item(0), item(1), item(2)], fields: { custodian } });
  const hashes = (await desk.list(setId)).map(({ sha256 }) => sha256!);
  const built = await desk.build(setId);
  expect(
    datRows(built).map(({ SOURCE_FILE, SHA256, CUSTODIAN }) => [SOURCE_FILE, SHA256, CUSTODIAN]),
  ).toEqual([
    ['', '', ''],
    ['', '', ''],
    ['planted.bin', hashes[2], custodian],
  ]);
  const csv = paperOf(built, 'Index.csv').split('\r\n');
  expect(csv.map((row) => row.includes('planted.bin'))).toEqual([false, false, false, true, false]);
  for (const hash of hashes.slice(0, 2)) expect(csv.join()).not.toContain(hash);
  expect(csv.filter((row) => row.includes(custodian)).every((row) => row.includes('planted.bin'))).toBe(true);
  const { exhibits } = manifestOf(built);
  expect(exhibits.map(({ source }) => [source!.name, source!.custodian, source!.sha256])).toEqual([
    ['', '', hashes[0]],
    ['', '', hashes[1]],
    ['planted.bin', custodian, hashes[2]],
    ['', '', hashes[1]],
  ]);
  expect(JSON.stringify(exhibits.filter((_, at) => at !== 2))).not.toContain('planted.bin');
  const compared = await t.runJob('exhibits.compare', { matterId, manifest: { path: built.manifest } });
  expect(compared.files.filter(({ status }) => status !== 'same')).toEqual([]);
  if (!hasPoppler()) return;
  const files = readdirSync(dirname(built.manifest), { recursive: true }).map(String);
  const naming = files.filter(
    (file) =>
      file.endsWith('.pdf') && popplerText(join(dirname(built.manifest), file)).includes('planted.bin'),
  );
  // Nor of one that is shown: a slip sheet shows its title, the papers beside the binder the file.
  expect(naming).toEqual([]);
});

test('a set whose numbers would have more digits than can be read back is refused, and nothing is reserved', async () => {
  const { matterId, t } = desk;
  const setId = await desk.makeSet({
    bates: { prefix: 'LAST', digits: 10, start: 9_999_999_999, suffix: '' },
  });
  await desk.add(setId, item(1));
  const usedUp = { code: 'BATES_NUMBERS_USED_UP' };
  expect(await desk.list(setId)).toMatchObject([{ problems: [usedUp] }]);
  await expect(desk.build(setId)).rejects.toMatchObject({
    ...usedUp,
    details: { prefix: 'LAST', last: 'LAST9999999999' },
  });
  const ledger = await t.client['exhibits.ledger']({ matterId });
  expect(ledger.filter(({ prefix }) => prefix === 'LAST')).toEqual([]);
  await edit(setId, 0, { pageRanges: '1' });
  await expect(desk.build(setId)).resolves.toMatchObject({ exhibits: [{ batesLast: 'LAST9999999999' }] });
});

test('what counsel noted of an objection stands in the papers beside the binder, which a finding says, and not in the binder', async () => {
  const setId = await desk.makeSet({});
  await desk.add(setId, item(2));
  await desk.add(setId, item(3));
  const plain = await desk.build(setId);
  const told = { code: 'ADMISSION_NOTES_TOLD', severity: 'info' };
  expect(plain.findings).not.toContainEqual(expect.objectContaining(told));
  await edit(setId, 1, { objection: 'Hearsay, weak' });
  const built = await desk.build(setId);
  const finding = built.findings.find(({ code }) => code === told.code);
  expect(finding).toMatchObject(told);
  expect(finding!.message).toContain('not in the binder: B.');
  expect(paperOf(built, 'Index.csv')).toContain('Hearsay, weak');
  if (!hasPoppler()) return;
  for (const path of [...built.volumes, built.index]) expect(popplerText(path)).not.toContain('Hearsay');
});
