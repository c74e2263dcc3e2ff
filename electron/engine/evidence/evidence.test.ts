import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { makeJpeg, makePng } from '../testing/images.ts';
import { withMatterFile } from '../testing/matter-file.ts';
import { encryptPdf, hasQpdf, pdfWithoutPages, writePdf } from '../testing/pdf-files.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let folder: string;
let matterId: MatterId;
let matterPath: string;
beforeAll(async () => {
  t = await beginTest();
});
afterAll(() => t.dispose());
beforeEach(async () => {
  folder = mkdtempSync(join(t.folder, 'test-'));
  const matter = await t.createMatter();
  matterId = matter.id;
  matterPath = join(t.folder, matter.fileName);
});
afterEach(() => t.client['matter.close']({ matterId }));

const at = (name: string) => join(folder, name);
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const add = async (...names: string[]) =>
  (
    await t.runJob('evidence.add', {
      matterId,
      sources: names.map((name) => ({ path: at(name) })),
      custodian: 'J. Matze',
      source: 'client e-mail',
    })
  ).items;

test('a PDF becomes evidence with its hash, pages, text and the first custody event', async () => {
  await writePdf(at('Complaint (signed).pdf'), 'one', 'two');
  const [item] = await add('Complaint (signed).pdf');
  expect(item).toMatchObject({ status: 'added', kind: 'pdf', pages: 2, problems: [] });
  const got = await t.client['evidence.get']({ matterId, id: item!.id as EvidenceId });
  expect(got).toMatchObject({
    sha256: sha256(at('Complaint (signed).pdf')),
    title: 'Complaint (signed)',
    originalName: 'Complaint (signed).pdf',
    custodian: 'J. Matze',
    source: 'client e-mail',
    hasText: true,
    needsOcr: false,
  });
  expect(got.custody).toMatchObject([
    { action: 'received', machine: 'bench', details: { name: 'Complaint (signed).pdf', sha256: got.sha256 } },
  ]);
});

test('one bad file never stops the rest, and each ends with its own answer', async () => {
  await writePdf(at('good.pdf'), 'text');
  writeFileSync(at('empty.pdf'), '');
  mkdirSync(at('folder'));
  symlinkSync(at('good.pdf'), at('link.pdf'));
  execFileSync('mkfifo', [at('pipe')]);
  writeFileSync(at('notes.txt'), 'plain words');
  writeFileSync(at('fake.pdf'), 'not a PDF at all');
  writeFileSync(at('torn.pdf'), readFileSync(at('good.pdf')).subarray(0, 300));
  const items = await add(
    'empty.pdf', 'folder', 'link.pdf', 'pipe', 'missing.pdf', 'notes.txt', 'fake.pdf', 'torn.pdf', 'good.pdf',
  ); // oxfmt-ignore
  expect(
    items.map(({ status, error, problems }) => [status, error?.code ?? problems.map((p) => p.code)]),
  ).toEqual([
    ['added', ['EVIDENCE_EMPTY_FILE']],
    ['failed', 'EVIDENCE_IS_A_FOLDER'],
    ['failed', 'EVIDENCE_NOT_A_FILE'],
    ['failed', 'EVIDENCE_NOT_A_FILE'],
    ['failed', 'FILE_NOT_FOUND'],
    ['added', []],
    ['added', ['EVIDENCE_MISNAMED']],
    ['added', ['EVIDENCE_DAMAGED']],
    ['added', []],
  ]);
  expect(items[4]!.error!.message).toContain('missing.pdf');
  writeFileSync(at('void.bin'), '');
  const [again] = await add('void.bin');
  expect(again).toMatchObject({ status: 'duplicate', id: items[0]!.id });
  expect(again!.problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^“void\.bin” is empty/),
  ]);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is told so', async () => {
  await writePdf(at('secret.pdf'), 'x');
  chmodSync(at('secret.pdf'), 0);
  expect(await add('secret.pdf')).toMatchObject([{ status: 'failed', error: { code: 'FILE_UNREADABLE' } }]);
});

test.runIf(process.platform === 'linux')(
  'a file whose bytes do not come is told so, and the rest goes on',
  async () => {
    await writePdf(at('good.pdf'), 'x');
    const sources = [{ path: '/proc/self/mem' }, { path: at('good.pdf') }];
    const { items } = await t.runJob('evidence.add', { matterId, sources });
    expect(items).toMatchObject([
      { status: 'failed', error: { code: 'FILE_UNREADABLE', message: expect.stringContaining('mem') } },
      { status: 'added' },
    ]);
  },
);

test.skipIf(!hasQpdf())(
  'an encrypted PDF is kept and told so; one that opens by itself is simply read',
  async () => {
    await writePdf(at('plain.pdf'), 'text');
    encryptPdf(at('plain.pdf'), at('locked.pdf'), 'secret');
    encryptPdf(at('plain.pdf'), at('restricted.pdf'), '');
    expect(await add('locked.pdf', 'restricted.pdf')).toMatchObject([
      { status: 'added', pages: null, problems: [{ code: 'EVIDENCE_ENCRYPTED' }] },
      { status: 'added', pages: 1, problems: [] },
    ]);
  },
);

test('a PDF without pages is kept and told so, apart from one whose pages are lost; its text says the same', async () => {
  writeFileSync(at('blank.pdf'), pdfWithoutPages);
  writeFileSync(at('torn.pdf'), pdfWithoutPages.replace('/Count 0', '/Count_'));
  const items = await add('blank.pdf', 'torn.pdf');
  expect(items).toMatchObject([
    { status: 'added', kind: 'pdf', pages: 0, problems: [{ code: 'EVIDENCE_NO_PAGES' }] },
    { status: 'added', kind: 'pdf', pages: null, problems: [{ code: 'EVIDENCE_DAMAGED' }] },
  ]);
  await t.runJob('evidence.readText', { matterId });
  const { problems } = await t.client['evidence.get']({ matterId, id: items[0]!.id as EvidenceId });
  expect(problems.map(({ code }) => code)).toEqual(['EVIDENCE_NO_PAGES']);
});

test('a name that turns letters around keeps them, and the title does not read like another kind', async () => {
  const name = 'invoice\u202efdp.exe';
  writeFileSync(at(name), 'run');
  await t.runJob('evidence.add', { matterId, sources: [{ path: at(name) }] });
  expect(await t.client['evidence.list']({ matterId })).toMatchObject([
    { originalName: name, title: 'invoicefdp' },
  ]);
});

test('the same bytes are one item, whatever they are called, and custody says that they came again', async () => {
  await writePdf(at('a.pdf'), 'x');
  writeFileSync(at('copy of a.pdf'), readFileSync(at('a.pdf')));
  const [first, twin] = await add('a.pdf', 'copy of a.pdf');
  const [later] = await add('copy of a.pdf');
  expect([first!.status, twin!.status, later!.status]).toEqual(['added', 'duplicate', 'duplicate']);
  expect([twin!.id, later!.id, later!.pages]).toEqual([first!.id, first!.id, 1]);
  const { custody } = await t.client['evidence.get']({ matterId, id: first!.id as EvidenceId });
  expect(custody.map(({ action, details }) => [action, details['name']])).toEqual([
    ['received', 'a.pdf'],
    ['received_again', 'copy of a.pdf'],
    ['received_again', 'copy of a.pdf'],
  ]);
});

test('large files that are the same are one item too, and leave nothing staged', async () => {
  const bytes = Buffer.alloc(9 * 1024 * 1024 + 17, 'evidence ');
  writeFileSync(at('one.bin'), bytes);
  writeFileSync(at('two.bin'), bytes);
  const items = await add('one.bin', 'two.bin');
  expect(items.map(({ status }) => status).toSorted()).toEqual(['added', 'duplicate']);
  expect(items[0]!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true, checked: { evidence: 1 } });
});

test('a folder is taken in whole, by name, when asked', async () => {
  mkdirSync(at('batch/inner'), { recursive: true });
  await writePdf(at('batch/b.pdf'), 'b');
  await writePdf(at('batch/inner/a.pdf'), 'a');
  symlinkSync('/', at('batch/loop'));
  const { items } = await t.runJob('evidence.add', {
    matterId,
    sources: [{ path: at('batch') }],
    isRecursive: true,
  });
  expect(items.map(({ path, status }) => [path.slice(folder.length + 1), status])).toEqual([
    ['batch/b.pdf', 'added'],
    ['batch/inner/a.pdf', 'added'],
    ['batch/loop', 'failed'],
  ]);
});

test('images are told by content, and damaged ones are kept with their problem', async () => {
  writeFileSync(at('photo.dat'), makeJpeg(40, 30, 6));
  writeFileSync(at('chart.png'), makePng(20, 10));
  writeFileSync(at('torn.png'), makePng(20, 10).subarray(0, 60));
  writeFileSync(at('torn.jpg'), makeJpeg(40, 30).subarray(0, 30));
  writeFileSync(at('long.png'), makePng(2_000, 1, 90_000));
  expect(await add('photo.dat', 'chart.png', 'torn.png', 'torn.jpg', 'long.png')).toMatchObject([
    { status: 'added', kind: 'jpeg', pages: 1, problems: [] },
    { status: 'added', kind: 'png', pages: 1, problems: [] },
    { status: 'added', kind: 'png', pages: 1, problems: [{ code: 'EVIDENCE_REPAIRED_TO_READ' }] },
    { status: 'added', kind: 'jpeg', pages: null, problems: [{ code: 'EVIDENCE_DAMAGED' }] },
    // More rows than it says: what it says is shown.
    { status: 'added', kind: 'png', pages: 1, problems: [{ code: 'EVIDENCE_REPAIRED_TO_READ' }] },
  ]);
});

test('the open matter itself and its lock are refused, under any name, and stay whole', async () => {
  linkSync(matterPath, at('innocent.pdf'));
  const sources = [matterPath, at('innocent.pdf'), `${matterPath}.lock`].map((path) => ({ path }));
  const refused = { status: 'failed', error: { code: 'EVIDENCE_IS_THE_MATTER' } };
  expect((await t.runJob('evidence.add', { matterId, sources })).items).toMatchObject([
    refused,
    refused,
    refused,
  ]);
});

test('a cancelled intake keeps what was published before and leaves nothing half done', async () => {
  await writePdf(at('first.pdf'), 'x');
  await add('first.pdf');
  writeFileSync(at('large.bin'), Buffer.alloc(16 * 1024 * 1024, 7));
  const abort = new AbortController();
  const intake = t.runJob(
    'evidence.add',
    { matterId, sources: [{ path: at('large.bin') }] },
    { signal: abort.signal, onProgress: () => abort.abort() },
  );
  await expect(intake).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(await t.client['evidence.list']({ matterId })).toMatchObject([{ title: 'first' }]);
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true, checked: { evidence: 1 } });
});

test('a window sees names and gets a token to try again, never a path', async () => {
  const window = t.engine.connect({ isTrusted: false });
  const token = t.engine.grantFile(at('late.pdf'));
  const { items } = await window.runJob('evidence.add', { matterId, sources: [{ token }] });
  expect(items).toMatchObject([{ path: 'late.pdf', status: 'failed', retryToken: expect.any(String) }]);
  await writePdf(at('late.pdf'), 'now it is there');
  const again = await window.runJob('evidence.add', {
    matterId,
    sources: [{ token: items[0]!.retryToken! }],
  });
  expect(again.items).toMatchObject([{ path: 'late.pdf', status: 'added' }]);
  const spent = await window.runJob('evidence.add', { matterId, sources: [{ token }] });
  expect(spent.items).toMatchObject([{ status: 'failed', error: { code: 'FILE_REFERENCE_EXPIRED' } }]);
});

test('what the command line was told in paths is not kept in the matter for windows to see', async () => {
  const path = join(t.folder, 'mine.pdf');
  writeFileSync(path, 'kept as it is');
  const { jobId } = await t.client['evidence.add']({ matterId, sources: [{ path }] });
  expect(await t.waitForJob(matterId, jobId)).toMatchObject({ items: [{ path }] });
  expect(await t.client['jobs.get']({ matterId, jobId })).toMatchObject({ result: { items: [{ path }] } });
  const { fileName } = (await t.client['matter.listOpen']({})).find(({ id }) => id === matterId)!;
  await t.client['matter.close']({ matterId });
  await t.client['matter.open']({ source: { path: join(t.folder, fileName) } });
  const { client } = t.engine.connect({ isTrusted: false });
  expect(await client['jobs.get']({ matterId, jobId })).toMatchObject({ state: 'done', result: null });
});

test('what is said of items can be changed and undone; custody keeps both states', async () => {
  await writePdf(at('a.pdf'), 'x');
  const [{ id } = { id: '' }] = await add('a.pdf');
  const ids = [id as EvidenceId];
  const updated = await t.client['evidence.update']({
    matterId,
    ids,
    fields: { title: 'Suspension letter' },
  });
  expect(updated).toEqual({ updated: 1 });
  expect(await t.client['evidence.rows']({ matterId, ids })).toMatchObject([{ title: 'Suspension letter' }]);
  await t.client['evidence.archive']({ matterId, ids, isArchived: true });
  expect(await t.client['evidence.list']({ matterId })).toEqual([]);
  await t.client['history.undo']({ matterId });
  await t.client['history.undo']({ matterId });
  const got = await t.client['evidence.get']({ matterId, id: ids[0]! });
  expect(got).toMatchObject({ title: 'a', isArchived: false });
  expect(got.custody.map(({ action }) => action).slice(0, 3)).toEqual(['received', 'described', 'archived']);
  expect(got.custody[1]!.details).toEqual({ before: { title: 'a' }, after: { title: 'Suspension letter' } });
});

test('lists are filtered by any word and sorted as people count', async () => {
  for (const name of ['Exhibit 10.pdf', 'Exhibit 2.pdf', 'letter.pdf']) await writePdf(at(name), name);
  await add('Exhibit 10.pdf', 'Exhibit 2.pdf', 'letter.pdf');
  const titles = async (query: object) =>
    (await t.client['evidence.list']({ matterId, sort: 'title', ...query })).map(({ title }) => title);
  expect(await titles({})).toEqual(['Exhibit 2', 'Exhibit 10', 'letter']);
  expect(await titles({ isDescending: true })).toEqual(['letter', 'Exhibit 10', 'Exhibit 2']);
  expect(await titles({ filter: 'EXHIBIT matze' })).toEqual(['Exhibit 2', 'Exhibit 10']);
});

test('an item that is not there is told so', async () => {
  await expect(t.client['evidence.get']({ matterId, id: 'gone' as EvidenceId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('exported originals are the same bytes, never overwrite, and are written down', async () => {
  writeFileSync(at('big.bin'), Buffer.from(Array.from({ length: 5_000_000 }, (_, i) => i % 251)));
  const [{ id } = { id: '' }] = await add('big.bin');
  const target = { path: at('out') };
  const ids = [id as EvidenceId];
  await t.runJob('evidence.export', { matterId, ids, target });
  const { files } = await t.runJob('evidence.export', { matterId, ids, target });
  expect(files).toMatchObject([{ fileName: 'big (2).bin', path: at('out/big (2).bin') }]);
  expect(readdirSync(at('out')).toSorted()).toEqual(['big (2).bin', 'big.bin']);
  expect(sha256(at('out/big (2).bin'))).toBe(sha256(at('big.bin')));
  const { custody } = await t.client['evidence.get']({ matterId, id: ids[0]! });
  expect(custody.at(-1)).toMatchObject({
    action: 'exported',
    details: { fileName: 'big (2).bin', folder: 'out' },
  });
});

test('a canceled export says how many files are there, and each is whole', async () => {
  writeFileSync(at('a.bin'), 'small');
  writeFileSync(at('large.bin'), Buffer.alloc(16 * 1024 * 1024, 7));
  const ids = (await add('a.bin', 'large.bin')).map(({ id }) => id as EvidenceId);
  const abort = new AbortController();
  const target = { path: at('out') };
  const run = t
    .runJob('evidence.export', { matterId, ids, target }, { signal: abort.signal })
    .catch((error: unknown) => error);
  while (!existsSync(at('out/a.bin'))) await new Promise(setImmediate);
  abort.abort();
  expect(await run).toMatchObject({ message: 'Canceled. 1 of 2 files were written and stay.' });
  expect(readdirSync(at('out'))).toEqual(['a.bin']);
});

test('bytes that are not those that came in are never handed out; the other originals are', async () => {
  writeFileSync(at('a.bin'), 'what was said');
  writeFileSync(at('b.bin'), 'what was left alone');
  const ids = (await add('a.bin', 'b.bin')).map(({ id }) => id as EvidenceId);
  await t.client['matter.close']({ matterId });
  withMatterFile(matterPath, (db) => {
    db.exec('DROP TRIGGER content_chunk_no_update');
    db.prepare(
      `UPDATE content_chunk SET bytes = CAST('what was sold' AS BLOB)
         WHERE content_id = (SELECT content_id FROM evidence_item WHERE id = ?)`,
    ).run(ids[0]);
  });
  await t.client['matter.open']({ source: { path: matterPath } });
  await expect(
    t.runJob('evidence.export', { matterId, ids, target: { path: at('out') } }),
  ).rejects.toMatchObject({ code: 'EVIDENCE_ALTERED' });
  expect(readdirSync(at('out'))).toEqual(['b.bin']);
});

test('out of a matter that is open read-only nothing is exported, for its custody could not say so', async () => {
  writeFileSync(at('a.bin'), 'x');
  const ids = (await add('a.bin')).map(({ id }) => id as EvidenceId);
  await t.client['matter.close']({ matterId });
  await t.client['matter.open']({ source: { path: matterPath }, isReadOnly: true });
  await expect(
    t.runJob('evidence.export', { matterId, ids, target: { path: at('out') } }),
  ).rejects.toMatchObject({ code: 'MATTER_READ_ONLY' });
  expect(existsSync(at('out'))).toBe(false);
});

test('an export into a place that cannot be written says so', async () => {
  writeFileSync(at('a.bin'), 'x');
  writeFileSync(at('not-a-folder'), 'x');
  const [{ id } = { id: '' }] = await add('a.bin');
  await expect(
    t.runJob('evidence.export', { matterId, ids: [id as EvidenceId], target: { path: at('not-a-folder') } }),
  ).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
});
