import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pastTriggers, withMatterFile } from '../../testing/matter-file.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
let file: string;
beforeEach(async () => {
  t = await beginTest();
  const matter = await t.createMatter();
  matterId = matter.id;
  file = join(t.folder, matter.fileName);
});
afterEach(() => t.dispose());

const page = Buffer.from('﻿number,filedOn,text\r\n1,2021-01-11,"COMPLAINT, with a line\r\nbreak"\r\n');

async function importPage(): Promise<void> {
  const path = join(t.folder, 'docket.csv');
  writeFileSync(path, page);
  const { importId } = await t.runJob('docket.import.read', { matterId, sources: [{ path }] });
  const { planHash } = await t.client['docket.import.preview']({ matterId, importId });
  await t.client['docket.import.apply']({ matterId, importId, planHash });
}

test('a source comes out byte for byte as it came in, beside what has its name', async () => {
  await importPage();
  const [source] = await t.client['docket.source.list']({ matterId });
  const target = { path: join(t.folder, 'out') };
  const first = await t.client['docket.source.export']({ matterId, ids: [source!.id], target });
  const second = await t.client['docket.source.export']({ matterId, ids: [source!.id], target });
  expect([first, second].map(({ files }) => files[0]!.fileName)).toEqual(['docket.csv', 'docket (2).csv']);
  for (const { files } of [first, second]) expect(readFileSync(files[0]!.path!).equals(page)).toBe(true);
});

test('a file where their folder is to be is named as a file, and stays', async () => {
  await importPage();
  const [source] = await t.client['docket.source.list']({ matterId });
  const path = join(t.folder, 'docket.csv');
  await expect(
    t.client['docket.source.export']({ matterId, ids: [source!.id], target: { path } }),
  ).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    details: { name: 'docket.csv', reason: 'it is a file, not a folder' },
  });
  expect(readFileSync(path).equals(page)).toBe(true);
});

test('an altered source is found by verification, named, and not handed out', async () => {
  await importPage();
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({
    ok: true,
    checked: { docketSources: 1 },
  });
  const [source] = await t.client['docket.source.list']({ matterId });
  await t.client['matter.close']({ matterId });
  withMatterFile(file, (db) =>
    pastTriggers(db, () => {
      db.exec(`UPDATE docket_source SET bytes = x'00'`);
      db.exec(`UPDATE docket_observation SET body = json_set(body, '$.text', 'ANSWER')`);
    }),
  );
  ({ id: matterId } = await t.client['matter.open']({ source: { path: file } }));
  const { ok, problems } = await t.runJob('matter.verify', { matterId });
  expect(ok).toBe(false);
  expect(problems).toMatchObject([
    { code: 'DOCKET_SOURCE_ALTERED', subject: source!.id },
    { code: 'DOCKET_SOURCE_ALTERED', subject: 'docket row 1' },
  ]);
  await expect(
    t.client['docket.source.export']({
      matterId,
      ids: [source!.id],
      target: { path: join(t.folder, 'out') },
    }),
  ).rejects.toMatchObject({
    code: 'DOCKET_SOURCE_ALTERED',
    message:
      '“docket.csv” no longer has the hash it was imported with. Restore the matter from a backup, or import it again.',
  });
});

test('a notice of a court of two zones is read on the clock of the matter, once its court is settled', async () => {
  const path = join(t.folder, 'notice.txt');
  const notice = `U.S. District Court
Northern District of Florida
Notice of Electronic Filing
The following transaction was entered on 3/4/2024 at 10:05 AM CST and filed on 3/4/2024
Case Name: Fairwater LLC v. Northgate Hosting, Inc.
Case Number: 1:24-cv-00077 <https://ecf.flnd.uscourts.gov/cgi-bin/DktRpt.pl?171717>
Document Number: 12
Docket Text:
TEMPORARY RESTRAINING ORDER.
1:24-cv-00077 Notice has been electronically mailed to:
`;
  writeFileSync(path, notice);
  const entered = async () => {
    const { importId, sources } = await t.runJob('docket.import.read', { matterId, sources: [{ path }] });
    const { planHash } = await t.client['docket.import.preview']({ matterId, importId });
    await t.client['docket.import.apply']({ matterId, importId, planHash });
    const [entry] = await t.client['docket.list']({ matterId });
    return [entry!.enteredAt, ...sources[0]!.warnings.map(({ code }) => code)];
  };
  await t.client['matter.update']({ matterId, fields: { court: '', timezone: 'America/New_York' } });
  expect(await entered()).toEqual(['2024-03-04T10:05', 'DOCKET_TIME_ZONE_UNSETTLED']);
  await t.client['matter.update']({ matterId, fields: { court: 'flnd' } });
  expect(await entered()).toEqual(['2024-03-04T11:05', 'DOCKET_TIME_OTHER_ZONE']);
});
