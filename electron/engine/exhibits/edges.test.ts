import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExhibitSetId, MatterId } from '../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../shared/model/evidence.ts';
import type { BatesSettings } from '../../../shared/model/exhibits.ts';
import { makePdf } from '../testing/pdf-files.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

const amz: BatesSettings = { prefix: 'AMZ', digits: 6, start: 1, suffix: '' };

async function takeIn(...names: string[]): Promise<EvidenceItem['id'][]> {
  const sources: { path: string }[] = [];
  for (const name of names) {
    const path = join(t.folder, `${name}.pdf`);
    writeFileSync(path, await makePdf([{ text: `This is ${name}` }]));
    sources.push({ path });
  }
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  return items.map(({ id }) => id as EvidenceItem['id']);
}

async function makeSet(
  evidenceIds: EvidenceItem['id'][],
  { name = 'TRO', bates = amz, hasSlipSheets = true } = {},
): Promise<ExhibitSetId> {
  const { id } = await t.client['exhibits.set.create']({ matterId, fields: { name, bates, hasSlipSheets } });
  await t.client['exhibits.add']({ matterId, setId: id, evidenceIds });
  return id;
}

const out = () => join(t.folder, 'out');
const build = (setId: ExhibitSetId) =>
  t.runJob('exhibits.build', { matterId, setId, target: { path: out() } });
const numbersOf = async (setId: ExhibitSetId) =>
  (await t.client['exhibits.list']({ matterId, setId })).map(({ label, batesFirst }) => [label, batesFirst]);

test.each(['n'.repeat(200), '名'.repeat(100)])(
  'a set with a very long name still has a binder and an index, each what the manifest says',
  async (name) => {
    const built = await build(await makeSet(await takeIn('one'), { name }));
    expect(built.binder).not.toBe(built.index);
    const manifest = JSON.parse(readFileSync(built.manifest, 'utf8'));
    for (const file of [built.binder, built.index]) {
      const part = manifest.outputs.find((output: { file: string }) => output.file === basename(file));
      expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(part.sha256);
    }
    expect(basename(built.binder)).toMatch(/ - Binder\.pdf$/);
  },
);

test('labels that differ only in case are one label: their files would be one on some disks', async () => {
  const [one, two] = await takeIn('one', 'two');
  const setId = await makeSet([one!, two!]);
  const [, second] = await t.client['exhibits.list']({ matterId, setId });
  await expect(
    t.client['exhibits.update']({ matterId, id: second!.id, fields: { label: 'a' } }),
  ).rejects.toMatchObject({ code: 'EXHIBIT_LABEL_TAKEN' });
  await t.client['exhibits.update']({ matterId, id: second!.id, fields: { label: 'b' } });
  const [third] = await t.client['exhibits.add']({ matterId, setId, evidenceIds: [one!] });
  expect(third!.label).toBe('C');
});

test('prefixes that differ only in case clash where their numbers do', async () => {
  const [one, two] = await takeIn('one', 'two');
  await build(await makeSet([one!]));
  await expect(
    build(
      await makeSet([two!], { name: 'Reply', bates: { prefix: 'Amz', digits: 6, start: 1, suffix: '' } }),
    ),
  ).rejects.toMatchObject({ code: 'BATES_NUMBER_TAKEN' });
});

test('a set begins at the number it was told to, and leaves the gap before it', async () => {
  const [one, two] = await takeIn('one', 'two');
  await build(await makeSet([one!]));
  const later = await makeSet([two!], { name: 'Reply', bates: { ...amz, start: 5_000, suffix: '' } });
  expect(await numbersOf(later)).toEqual([['A', 'AMZ005000']]);
});

test('the same original twice in one set bears the same numbers, in files of their own', async () => {
  const [one] = await takeIn('one');
  const built = await build(await makeSet([one!, one!]));
  expect(built.exhibits.map(({ batesFirst }) => batesFirst)).toEqual(['AMZ000001', 'AMZ000001']);
  expect(new Set(built.exhibits.map(({ file }) => file)).size).toBe(2);
  expect(await t.client['exhibits.ledger']({ matterId })).toMatchObject([{ nextFree: 'AMZ000002' }]);
});

test('numbers past their digits are printed whole, and the build says so', async () => {
  const [one, two] = await takeIn('one', 'two');
  const built = await build(
    await makeSet([one!, two!], { bates: { prefix: 'AMZ', digits: 3, start: 999, suffix: '' } }),
  );
  expect(built.exhibits.map(({ batesFirst }) => batesFirst)).toEqual(['AMZ999', 'AMZ1000']);
  expect(built.findings.map(({ code }) => code)).toContain('BATES_DIGITS_OVERFLOW');
});

test('a late exhibit that was sealed too can no longer be undone', async () => {
  const [one, late] = await takeIn('one', 'late');
  const setId = await makeSet([one!]);
  await build(setId);
  await t.runJob('exhibits.seal', { matterId, setId });
  await t.client['exhibits.add']({ matterId, setId, evidenceIds: [late!] });
  await build(setId);
  await t.runJob('exhibits.seal', { matterId, setId });
  await expect(t.client['history.undo']({ matterId })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  expect(await numbersOf(setId)).toEqual([
    ['A', 'AMZ000001'],
    ['B', 'AMZ000002'],
  ]);
});

test('a build is no longer current when the caption on its index has changed', async () => {
  const setId = await makeSet(await takeIn('one'));
  await build(setId);
  await t.client['matter.update']({ matterId, fields: { number: '2:21-cv-00031' } });
  const [last] = await t.client['exhibits.build.list']({ matterId, setId });
  expect(last!.isCurrent).toBe(false);
  await expect(t.runJob('exhibits.seal', { matterId, setId })).rejects.toMatchObject({
    code: 'EXHIBIT_BUILD_MISSING',
  });
});

test('two builds of one set at once both come out whole, with the same numbers', async () => {
  const setId = await makeSet(await takeIn('one', 'two'));
  const [first, second] = await Promise.all([build(setId), build(setId)]);
  expect(first.exhibits.map(({ batesFirst }) => batesFirst)).toEqual(['AMZ000001', 'AMZ000002']);
  expect(second.exhibits.map(({ sha256 }) => sha256)).toEqual(first.exhibits.map(({ sha256 }) => sha256));
  expect(readdirSync(out()).sort()).toEqual(['TRO', 'TRO (2)']);
});

test('a second folder of a set whose name has a point keeps the name whole', async () => {
  const setId = await makeSet(await takeIn('one'), { name: 'Smith v. Jones' });
  await build(setId);
  expect(basename(dirname((await build(setId)).binder))).toBe('Smith v. Jones (2)');
});

test('titles with line breaks, separators and other directions are printed and harm no file name', async () => {
  const setId = await makeSet(await takeIn('one'));
  const [exhibit] = await t.client['exhibits.list']({ matterId, setId });
  const title = `../../a\u202eb ${'long '.repeat(50)}`;
  await t.client['exhibits.update']({ matterId, id: exhibit!.id, fields: { title } });
  const built = await build(setId);
  expect(basename(built.exhibits[0]!.file)).toBe('Exhibit A - AMZ000001.pdf');
  expect(dirname(dirname(built.binder))).toBe(out());
});

test('a target that is a file is told so, and no half build is left', async () => {
  const setId = await makeSet(await takeIn('one'));
  writeFileSync(out(), 'not a folder');
  await expect(build(setId)).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  expect(readFileSync(out(), 'utf8')).toBe('not a folder');
});

test('closing the matter in the middle of a build cancels it and leaves nothing', async () => {
  const setId = await makeSet(await takeIn('one', 'two', 'three'));
  const { jobId } = await t.client['exhibits.build']({ matterId, setId, target: { path: out() } });
  const ended = t.waitForJob(matterId, jobId).catch((error: { code: string }) => error.code);
  await t.client['matter.close']({ matterId });
  expect(await ended).toMatch(/CANCELLED|MATTER_BUSY|MATTER_NOT_OPEN/);
  expect(existsSync(out()) ? readdirSync(out()) : []).toEqual([]);
});
