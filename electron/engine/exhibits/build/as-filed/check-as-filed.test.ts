import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExhibitSetId } from '../../../../../shared/model/common.ts';
import { courtCopy, type CourtCopy } from '../../../testing/court-copy.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../../testing/exhibits/desk.ts';
import { makeLockedPdf } from '../../../testing/pdf-files.ts';

let desk: ExhibitDesk;
beforeAll(async () => {
  desk = await createExhibitDesk([3, 2]);
});
afterAll(() => desk.t.dispose());

const check = (setId: ExhibitSetId, ...paths: readonly string[]) =>
  desk.t.runJob('exhibits.checkAsFiled', {
    matterId: desk.matterId,
    setId,
    returned: paths.map((path) => ({ path })),
  });
const builds = (setId: ExhibitSetId) =>
  desk.t.client['exhibits.build.list']({ matterId: desk.matterId, setId });

/** A built file as it comes back, under the name that a court gives it. */
async function returned(path: string, name: string, copy?: CourtCopy): Promise<string> {
  const back = join(desk.t.folder, name);
  writeFileSync(back, await courtCopy(readFileSync(path), copy));
  return back;
}

async function makeBuilt() {
  const setId = await desk.makeSet();
  await desk.add(setId, ...desk.items);
  return { setId, built: await desk.build(setId) };
}

test('each returned file is compared with the one it is most like, whatever it is called, and kept with the build', async () => {
  const { setId, built } = await makeBuilt();
  const [first, second] = built.exhibits;
  const files = [
    await returned(second!.file, '1.pdf', { document: '12-2' }),
    await returned(built.binder, '2.pdf', { document: '12' }),
    await returned(first!.file, '3.pdf', { document: '12-1', pages: [0, 1, 3] }),
  ];
  const checked = await check(setId, ...files);
  expect(checked.disturbed).toEqual([]);
  expect(
    checked.files.map(({ sent, status, samePages, stamp }) => [sent, status, samePages, stamp?.attachment]),
  ).toEqual([
    [second!.file, 'same', 3, 2],
    [built.binder, 'same', expect.any(Number), null],
    [first!.file, 'different', 3, 1],
  ]);
  expect(checked.files[2]!.findings.map(({ message }) => message)).toContain(
    'Missing: page 3 of what was sent.',
  );

  const [build] = await builds(setId);
  expect(build!.id).toBe(checked.buildId);
  expect(
    build!.asFiled
      .map(({ returned: name, status, checkedBy }) => `${name} ${status} ${checkedBy}`)
      .toSorted(),
  ).toEqual([
    expect.stringMatching(/^1\.pdf same \S/),
    expect.stringMatching(/^2\.pdf same \S/),
    expect.stringMatching(/^3\.pdf different \S/),
  ]);

  await check(setId, await returned(first!.file, '3 again.pdf', { document: '12-1' }));
  const [later] = await builds(setId);
  const ofFirst = later!.asFiled.filter(({ sent }) => sent === basename(first!.file));
  expect(ofFirst).toMatchObject([{ returned: '3 again.pdf', status: 'same' }]);
  expect(later!.asFiled).toHaveLength(3);
});

test('a file that is like none of the build, or cannot be read, is told as such and not kept', async () => {
  const { setId, built } = await makeBuilt();
  const other = await returned(built.binder, 'order.pdf', {
    change: (document) => {
      while (document.getPageCount() > 0) document.removePage(0);
      document.addPage([612, 792]).drawText('ORDER denying the motion', { x: 72, y: 600 });
    },
  });
  const locked = join(desk.t.folder, 'locked.pdf');
  writeFileSync(locked, makeLockedPdf('secret', 'Words'));
  const { files } = await check(setId, other, locked, join(desk.t.folder, 'gone.pdf'));
  expect(files.map(({ status, sent, problem }) => [status, sent, problem?.code ?? null])).toEqual([
    ['unmatched', null, null],
    ['unread', null, 'PDF_ENCRYPTED'],
    ['unread', null, 'FILE_NOT_FOUND'],
  ]);
  expect((await builds(setId))[0]!.asFiled).toEqual([]);
});

test('nothing is compared with a file of the build that was changed since', async () => {
  const { setId, built } = await makeBuilt();
  const back = await returned(built.binder, 'binder.pdf');
  appendFileSync(built.binder, '\n% changed');
  const checked = await check(setId, back);
  expect(checked.disturbed).toEqual([built.binder]);
  expect(checked.files[0]!.sent).not.toBe(built.binder);
});

test('a build whose set changed since is checked all the same, by its id', async () => {
  const { setId, built } = await makeBuilt();
  const [old] = await builds(setId);
  await desk.build(setId);
  const checked = await desk.t.runJob('exhibits.checkAsFiled', {
    matterId: desk.matterId,
    setId,
    buildId: old!.id,
    returned: [{ path: await returned(built.binder, 'binder.pdf') }],
  });
  expect(checked.files).toMatchObject([{ status: 'same', sent: built.binder }]);
  expect((await builds(setId)).map(({ asFiled }) => asFiled.length)).toEqual([0, 1]);
});

test('what was canceled keeps nothing', async () => {
  const { setId, built } = await makeBuilt();
  const { matterId, t } = desk;
  const path = await returned(built.binder, 'binder.pdf');
  const { jobId } = await t.client['exhibits.checkAsFiled']({ matterId, setId, returned: [{ path }] });
  await t.client['jobs.cancel']({ matterId, jobId: jobId as never });
  await expect(t.waitForJob(matterId, jobId)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect((await builds(setId))[0]!.asFiled).toEqual([]);
});
