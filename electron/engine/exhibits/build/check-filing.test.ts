import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceId, ExhibitSetId } from '../../../../shared/model/common.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';
import { makeDat } from '../../testing/files/productions.ts';
import { makePdf } from '../../testing/pdf-files.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([2, 1]);
});
afterAll(() => desk.t.dispose());

const check = (setId: ExhibitSetId, court?: string) =>
  desk.t.runJob('exhibits.checkFiling', { matterId: desk.matterId, setId, ...(court && { court }) });

test('a set that was never built has no files to check', async () => {
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!);
  await expect(check(setId)).rejects.toMatchObject({
    code: 'EXHIBIT_BUILD_MISSING',
    message: expect.stringContaining('what is checked are the files that will be filed'),
  });
});

test('the files of the newest build are read as they stand, and named where they changed, are gone or are of an older set', async () => {
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!);
  const built = await desk.build(setId);
  const clean = await check(setId, 'wawd');
  expect(clean.files.map(({ file }) => file)).toEqual([built.binder, built.exhibits[0]!.file, built.index]);
  expect(clean.files.every(({ pages, outputId }) => pages !== null && outputId !== null)).toBe(true);
  expect(clean.findings).toEqual([]);

  await desk.add(setId, desk.items[1]!);
  appendFileSync(built.binder, '\n% changed');
  rmSync(built.index);
  const later = await check(setId, 'wawd');
  expect(
    later.findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, code, file }) => `${severity} ${code} ${file && basename(file)}`),
  ).toEqual([
    'warning FILING_SET_CHANGED null',
    `error FILING_FILE_CHANGED ${basename(built.binder)}`,
    `error FILING_FILE_MISSING ${basename(built.index)}`,
  ]);
  expect(later.files.map(({ file }) => file)).toEqual([built.binder, built.exhibits[0]!.file]);
});

test('the names that a build gives its files are not told, neither their numbers nor the seal of what is filed under seal', async () => {
  const bates = { prefix: 'AMZ', digits: 6, start: 1, suffix: '' };
  const setId = await desk.makeSet({ name: 'Exhibits to TRO motion', bates });
  await desk.add(setId, ...desk.items);
  const sealed = (await desk.list(setId)).find(({ label }) => label === 'B')!;
  await desk.t.client['exhibits.update']({
    matterId: desk.matterId,
    id: sealed.id,
    fields: { treatment: 'sealed' },
  });
  await desk.build(setId);
  const { files, findings } = await check(setId, 'wawd');
  expect(files.map(({ file }) => basename(file))).toEqual(
    expect.arrayContaining([
      'Exhibit A - AMZ000001-AMZ000002.pdf',
      'Exhibit B - AMZ000004 FILED UNDER SEAL.pdf',
    ]),
  );
  expect(findings.filter(({ code }) => code === 'FILING_FILE_NAME')).toEqual([]);
});

test('marks for redaction on what the exhibits carry are told, as they are now', async () => {
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[1]!);
  await desk.build(setId);
  await desk.t.client['notes.markForRedaction']({
    matterId: desk.matterId,
    evidenceId: desk.items[1]!,
    places: [{ anchor: { page: 1, rects: [{ x: 72, y: 72, width: 90, height: 12 }] } }],
  });
  const { findings } = await check(setId, 'wawd');
  expect(findings.filter(({ code }) => code === 'FILING_REDACTION_MARKS')).toMatchObject([
    {
      severity: 'error',
      file: null,
      message: expect.stringMatching(/^Exhibit A: 1 mark for redaction on page 1 is not applied/),
    },
  ]);
});

test('a court without a profile is told; one that is named has to have one', async () => {
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!);
  await desk.build(setId);
  await expect(check(setId, 'zzzz')).rejects.toMatchObject({ code: 'COURT_PROFILE_NOT_FOUND' });
  await desk.t.client['matter.update']({ matterId: desk.matterId, fields: { court: 'akd' } });
  const { court, findings } = await check(setId);
  expect(court).toBeNull();
  expect(findings[0]).toMatchObject({ code: 'FILING_NO_PROFILE', severity: 'info', file: null });
  const ofNoSize = (await check(setId, 'casd')).findings[0];
  expect(ofNoSize).toMatchObject({ code: 'FILING_SIZE_LIMIT_UNKNOWN', severity: 'info', file: null });
});

test('what was produced as confidential is told where everyone can see it, in a build and before it is filed', async () => {
  const { t, matterId } = desk;
  for (const name of ['secret.pdf', 'public.pdf'])
    writeFileSync(join(t.folder, name), await makePdf([{ text: name }]));
  const source = join(t.folder, 'produced.dat');
  const columns = ['BEGBATES', 'ENDBATES', 'DESIGNATION', 'NATIVELINK'];
  const secret = ['NH0001', 'NH0001', 'HIGHLY CONFIDENTIAL', 'secret.pdf'];
  writeFileSync(source, makeDat(columns, secret, ['NH0002', 'NH0002', 'Not Confidential', 'public.pdf']));
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: source }] });
  const setId = await desk.makeSet();
  const [id] = await desk.add(setId, ...items[0]!.children!.map((child) => child.id as EvidenceId));
  const told = (findings: readonly { code: string; message: string }[]) =>
    findings.filter(({ code }) => code.endsWith('PRODUCED_AS_CONFIDENTIAL')).map(({ message }) => message);
  expect(told((await desk.build(setId)).findings)).toEqual([
    expect.stringContaining('produced as “HIGHLY CONFIDENTIAL”'),
  ]);
  expect(told((await check(setId)).findings)).toEqual([
    expect.stringContaining('Exhibit A: It was produced'),
  ]);
  await t.client['exhibits.update']({ matterId, id: id!, fields: { treatment: 'sealed' } });
  expect(told((await desk.build(setId)).findings)).toEqual([]);
});
