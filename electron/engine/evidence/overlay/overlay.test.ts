import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { custodyDetails } from '../../../../shared/domain/evidence/custody-words.ts';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { Overlay, OverlayField } from '../../../../shared/model/overlay.ts';
import { makePng } from '../../testing/images.ts';
import { makeDat } from '../../testing/files/productions.ts';
import { makeMail } from '../../testing/mail-and-archives.ts';
import { makeLockedPdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let folder: string;
let matterId: MatterId;
beforeAll(async () => {
  t = await beginTest();
});
afterAll(() => t.dispose());
beforeEach(async () => {
  folder = mkdtempSync(join(t.folder, 'test-'));
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.client['matter.close']({ matterId }));

const add = async (name: string, bytes: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
  const [item] = (await t.runJob('evidence.add', { matterId, sources: [{ path: join(folder, name) }] }))
    .items;
  return item!;
};
/** A produced scan, a mail, and a scan that was attached to the mail. */
async function produce(): Promise<Record<'scan' | 'mail' | 'attached', EvidenceId>> {
  writeFileSync(join(folder, '1.png'), makePng(30, 40));
  writeFileSync(join(folder, '2.eml'), makeMail('Outage'));
  writeFileSync(join(folder, '3.png'), makePng(30, 41));
  const { children } = await add(
    'first.dat',
    makeDat(
      [
        'BEGBATES',
        'ENDBATES',
        'BEGATTACH',
        'CUSTODIAN',
        'SUBJECT',
        'FROM',
        'DATESENT',
        'DESIGNATION',
        'NATIVELINK',
      ],
      ['NH0001', 'NH0001', '', 'J. Doe', 'Shut down', 'A. Lee', '01/09/2021', 'CONFIDENTIAL', '1.png'],
      ['NH0002', 'NH0002', 'NH0002', 'J. Doe', '', '', '', '', '2.eml'],
      ['NH0003', 'NH0003', 'NH0002', 'J. Doe', '', '', '', '', '3.png'],
    ),
  );
  const [scan, mail] = children!;
  return { scan: scan!.id, mail: mail!.id, attached: mail!.children![0]!.id } as never;
}
const plan = (id: string | undefined) =>
  t.runJob('evidence.overlay.plan', { matterId, id: id as EvidenceId });
const apply = (id: string | undefined, { planHash }: Overlay, fields?: readonly OverlayField[]) =>
  t.runJob('evidence.overlay.apply', {
    matterId,
    id: id as EvidenceId,
    planHash,
    ...(fields && { fields: [...fields] }),
  });
const get = (id: string) => t.client['evidence.get']({ matterId, id: id as EvidenceId });
const said = async (id: string) => (await get(id)).claims.map(({ field, value }) => `${field}: ${value}`);
const differences = ({ documents }: Overlay) =>
  documents.map(({ range, changes, kept }) => [
    range,
    changes.map(({ field, was, now }) => `${field}: ${was} → ${now}`),
    kept.map(({ field, was, now, reason }) => `${field}: ${was} → ${now} (${reason})`),
  ]);

const corrections = makeDat(
  ['BEGBATES', 'ENDBATES', 'BEGATTACH', 'CUSTODIAN', 'SUBJECT', 'FROM', 'DATESENT', 'DESIGNATION', 'PRIVLOG'],
  ['nh0001', 'NH0001', '', 'R. Roe', 'Shut down, corrected', 'A. Lee', '2/9/2021', '', 'x'],
  ['NH0002', 'NH0004', 'NH0002', 'J. Doe', 'Outage', 'B. Moe', '1/11/2021', 'AEO', ''],
  ['NH0003', 'NH0003', '', 'J. Doe', '', '', '', '', ''],
  ['NH0009', 'NH0009', '', 'J. Doe', '', '', '', '', ''],
  ['NH0008', 'NH0008', '', 'one', '', '', '', '', ''],
  ['NH0008', 'NH0008', '', 'two', '', '', '', '', ''],
);

test('a load file that corrects documents shows what it would change, is applied as one step that custody has row by row, and undo takes all of it back', async () => {
  const { scan, mail } = await produce();
  const before = await get(scan);
  const { id, problems } = await add('overlay.dat', corrections);
  expect(problems.map(({ code }) => code)).toEqual(['EVIDENCE_PRODUCTION_OVERLAY']);
  const shown = await plan(id);
  expect(differences(shown)).toEqual([
    [
      'NH0001',
      [
        'custodian: J. Doe → R. Roe',
        'subject: Shut down → Shut down, corrected',
        'sentAt: 2021-01-09 → 2021-02-09',
        'title: NH0001 Shut down → NH0001 Shut down, corrected',
      ],
      ['confidentiality: CONFIDENTIAL →  (empty)'],
    ],
    [
      'NH0002',
      ['confidentiality:  → AEO', 'title: NH0002 → NH0002 Outage'],
      [
        'from: Ada Fairwater <ada@fairwater.example> → B. Moe (own)',
        'numbers: NH0002 → NH0002–NH0004 (numbers)',
      ],
    ],
    ['NH0003', [], ['family: NH0002 →  (family)']],
  ]);
  expect(shown).toMatchObject({
    name: 'overlay.dat',
    unchanged: 0,
    notFound: [{ row: 5, range: 'NH0009' }, { row: 6 }, { row: 7 }],
    twice: [],
    unread: ['PRIVLOG'],
    problems: [],
  });
  expect(await get(scan)).toEqual(before);
  const [job] = await t.client['jobs.list']({ matterId });
  expect(job).toMatchObject({ operation: 'evidence.overlay.plan', done: 5, total: 5, note: 'overlay.dat' });

  const stop = t.engine.subscribe((event) => {
    if (event.name === 'job.progressed' && event.job.state === 'running' && event.job.note === 'overlay.dat')
      void t.client['jobs.cancel']({ matterId, jobId: event.job.id });
  });
  await expect(apply(id, shown)).rejects.toMatchObject({ code: 'CANCELLED' });
  stop();
  expect(await get(scan)).toEqual(before);

  const saidBefore = [await said(scan), await said(mail)];
  await apply(id, shown);
  expect(await get(scan)).toMatchObject({
    sha256: before.sha256,
    title: 'NH0001 Shut down, corrected',
    custodian: 'R. Roe',
    claimedAt: '2021-02-09',
    claimedFrom: 'A. Lee',
  });
  expect(await said(mail)).toContain('confidentiality: AEO');
  const { ids } = await t.client['evidence.find']({ matterId, filter: { words: 'aeo' } });
  expect(ids).toEqual([mail]);
  expect(custodyDetails((await get(scan)).custody.at(-1)!)).toEqual([
    'As the load file overlay.dat, row 2, corrects it',
    'Custodian: “R. Roe” (was “J. Doe”)',
    'Subject: “Shut down, corrected” (was “Shut down”)',
    'Sent: “2021-02-09” (was “2021-01-09”)',
    'Title: “NH0001 Shut down, corrected” (was “NH0001 Shut down”)',
  ]);
  expect(differences(await plan(id)).map(([, changes]) => changes)).toEqual([[], [], []]);

  expect(await t.client['history.undo']({ matterId })).toEqual({ label: 'correct 2 items by “overlay.dat”' });
  expect([await said(scan), await said(mail)]).toEqual(saidBefore);
  const undone = await get(scan);
  expect(undone).toMatchObject({ custodian: 'J. Doe', title: 'NH0001 Shut down' });
  expect(undone.custody.at(-1)).toMatchObject({ action: 'described', details: { by: 'history.undo' } });
  // What comes in meanwhile takes no number that redoing puts back.
  await add('late.eml', makeMail('Late'));
  await t.client['history.redo']({ matterId });
  expect(await said(mail)).toContain('confidentiality: AEO');
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
});

test('only the fields that are chosen are applied, and only what was shown; a comma-separated table corrects too, a number listed twice is applied to neither, a title given by hand stays', async () => {
  const { scan } = await produce();
  const { id } = await add('overlay.dat', corrections);
  const shown = await plan(id);
  await t.client['evidence.update']({ matterId, ids: [scan], fields: { custodian: 'Somebody' } });
  await expect(apply(id, shown)).rejects.toMatchObject({ code: 'EVIDENCE_OVERLAY_CHANGED' });
  const applied = await apply(id, await plan(id), ['sentAt']);
  expect(differences(applied)[0]![1]).toEqual(['sentAt: 2021-01-09 → 2021-02-09']);
  expect(await get(scan)).toMatchObject({
    custodian: 'Somebody',
    title: 'NH0001 Shut down',
    claimedAt: '2021-02-09',
  });

  await t.client['evidence.update']({ matterId, ids: [scan], fields: { title: 'The scan' } });
  const table = await add(
    'fix.csv',
    'BegBates,Subject,Custodian\nNH0001,Cut off,Somebody\nNH0002,,one\nNH0002,,two\n',
  );
  const later = await plan(table.id);
  expect(differences(later)).toEqual([
    ['NH0001', ['subject: Shut down → Cut off'], ['title: The scan → NH0001 Cut off (hand)']],
  ]);
  expect(later.twice).toEqual([
    { row: 3, range: 'NH0002' },
    { row: 4, range: 'NH0002' },
  ]);
});

test('what a load file says of a locked document stays when that is unlocked', async () => {
  writeFileSync(join(folder, 'locked.pdf'), makeLockedPdf('open sesame'));
  const { children } = await add(
    'locked.dat',
    makeDat(['BEGBATES', 'FROM', 'NATIVELINK'], ['NH0001', 'A. Lee', 'locked.pdf']),
  );
  const id = children![0]!.id as EvidenceId;
  await t.client['evidence.unlock']({ matterId, id, password: 'open sesame', isKept: false });
  expect(await get(id)).toMatchObject({ claimedFrom: 'A. Lee' });
});

test('a file that came before without a word of it takes over what its production says', async () => {
  await add('statement.txt', 'A statement.');
  const { children } = await add(
    'late.dat',
    makeDat(['BEGBATES', 'CUSTODIAN', 'FROM', 'NATIVELINK'], ['NH0001', 'J. Doe', 'A. Lee', 'statement.txt']),
  );
  const item = await get(children![0]!.id!);
  expect(item).toMatchObject({ custodian: 'J. Doe', claimedFrom: 'A. Lee', batesSeen: 'NH0001' });
  expect(item.custody.map(({ action }) => action)).toEqual(['received', 'received_again', 'described']);
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
});

test('a file that was produced under two numbers is corrected by neither row', async () => {
  writeFileSync(join(folder, '1.png'), makePng(30, 40));
  const columns = ['BEGBATES', 'ENDBATES', 'CUSTODIAN', 'NATIVELINK'];
  await add(
    'first.dat',
    makeDat(columns, ['NH0001', 'NH0001', 'J. Doe', '1.png'], ['NH0002', 'NH0002', 'J. Doe', '1.png']),
  );
  const { id } = await add(
    'later.dat',
    makeDat(['BEGBATES', 'CUSTODIAN'], ['NH0001', 'A. Lee'], ['NH0002', 'B. Ray']),
  );
  expect(differences(await plan(id))).toEqual([
    ['NH0001', [], ['custodian: J. Doe → A. Lee (shared)']],
    ['NH0002', [], ['custodian: J. Doe → B. Ray (shared)']],
  ]);
});

test('a row whose cells may stand in other columns corrects nothing, and a date that cannot be read stays', async () => {
  const { scan } = await produce();
  const before = await get(scan);
  const { id } = await add(
    'fix.csv',
    'BegBates,Custodian,Designation,DateSent\nNH0001,Roe, R.,AEO,2/9/2021\nNH0003,J. Doe,AEO,2/31/2021\n',
  );
  const shown = await plan(id);
  expect(differences(shown)).toEqual([
    [
      'NH0001',
      [],
      [
        'sentAt: 2021-01-09 →  (empty)',
        'custodian: J. Doe → Roe (damaged)',
        'confidentiality: CONFIDENTIAL → R. (damaged)',
      ],
    ],
    ['NH0003', ['confidentiality:  → AEO'], ['sentAt:  → 2/31/2021 (damaged)']],
  ]);
  await apply(id, shown);
  expect(await get(scan)).toEqual(before);
});
