import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';
import { makeLockedPdf, pdfWithoutPages } from '../../testing/pdf-files.ts';
import { assetsDirectory, pdfiumWasmPath } from '../../pdf/assemble/testing.ts';
import { pdfOf } from '../../pdf/objects/testing.ts';
import { openDatabase } from '../../store/database.ts';
import { plantEvidence, withMatterFile } from '../../testing/matter-file.ts';
import { workerUrl } from '../../testing/worker-url.ts';
import { parseManifest, planOfManifest } from './files/manifest.ts';
import { assembleTask } from './tasks.ts';

let desk: ExhibitDesk;
afterEach(() => desk.t.dispose());

async function takeIn(name: string, bytes: Uint8Array): Promise<EvidenceItem['id']> {
  const path = join(desk.t.folder, name);
  writeFileSync(path, bytes);
  const { items } = await desk.t.runJob('evidence.add', {
    matterId: desk.matterId,
    sources: [{ path }],
  });
  return items[0]!.id as EvidenceItem['id'];
}

const staysReserved = (what: string) =>
  `${what} No file was written; the Bates numbers that were reserved stay reserved.`;
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** A letter page scanned at 300 dots an inch: paper with a grain, and lines of ink. */
async function makeScan(): Promise<Uint8Array> {
  const [width, height] = [2550, 3300];
  const samples = Buffer.alloc(width * height);
  let grain = 1;
  for (let at = 0; at < samples.length; at += 1) {
    grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0;
    const isInk = Math.floor(at / width) % 80 < 30 && Math.floor((at % width) / 25) % 3 !== 0;
    samples[at] = (isInk ? 20 : 230) + (grain >>> 28);
  }
  const jpeg = await sharp(samples, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality: 90 })
    .toBuffer();
  const document = await PDFDocument.create({ updateMetadata: false });
  document
    .addPage([612, 792])
    .drawImage(await document.embedJpg(jpeg), { x: 0, y: 0, width: 612, height: 792 });
  return document.save();
}

describe('a build that is asked for fewer dots an inch', () => {
  test('has smaller files, says by how much, changes no original, and is the same when built or compared again', async () => {
    desk = await createExhibitDesk([1]);
    const { t, matterId } = desk;
    const scan = await makeScan();
    const setId = await desk.makeSet();
    await desk.add(setId, await takeIn('scan.pdf', scan), desk.items[0]!);
    const build = (name: string) =>
      t.runJob('exhibits.build', {
        matterId,
        setId,
        target: { path: join(t.folder, name) },
        downsampleDpi: 150,
      });
    const built = await build('one');
    const told = built.findings.filter(({ code }) => code.startsWith('PICTURES'));
    expect(told).toEqual([
      expect.objectContaining({
        code: 'PICTURES_MADE_SMALLER',
        label: 'A',
        message: expect.stringMatching(
          /^1 picture made smaller in this copy: [\d.]+ [KM]B before, [\d.]+ [KM]B after/,
        ),
      }),
    ]);
    expect(readFileSync(built.exhibits[0]!.file).length).toBeLessThan(scan.length * 0.6);
    const again = await build('two');
    expect(hashOf(again.binder)).toBe(hashOf(built.binder));
    expect(hashOf(again.exhibits[0]!.file)).toBe(built.exhibits[0]!.sha256);
    const compared = await t.runJob('exhibits.compare', { matterId, manifest: { path: built.manifest } });
    expect(compared.files.filter(({ status }) => status !== 'same')).toEqual([]);
    expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
  });
});

test('an original without pages is refused as what it is', async () => {
  desk = await createExhibitDesk([1]);
  const setId = await desk.makeSet();
  await desk.add(setId, await takeIn('blank.pdf', Buffer.from(pdfWithoutPages)), desk.items[0]!);
  await expect(desk.build(setId)).rejects.toMatchObject({
    code: 'EXHIBIT_SOURCE_UNREADABLE',
    details: { label: 'A', reason: 'it has no pages', isLocked: false },
  });
});

describe('an original behind a password', () => {
  test('is built when the matter keeps the password, without protection, and told; else refused by name', async () => {
    desk = await createExhibitDesk([1]);
    const { t, matterId } = desk;
    const id = await takeIn('locked.pdf', makeLockedPdf('open sesame'));
    const setId = await desk.makeSet();
    await desk.add(setId, id, desk.items[0]!);
    await expect(desk.build(setId)).rejects.toMatchObject({
      code: 'EXHIBIT_SOURCE_UNREADABLE',
      details: { label: 'A', reason: 'it is protected by a password', isLocked: true },
    });
    await t.client['evidence.unlock']({ matterId, id, password: 'open sesame', isKept: true });
    const built = await desk.build(setId);
    expect(built.findings).toContainEqual(
      expect.objectContaining({
        code: 'OPENED_BY_PASSWORD',
        label: 'A',
        message: expect.stringContaining('opens with a password only'),
      }),
    );
    expect((await PDFDocument.load(readFileSync(built.exhibits[0]!.file))).getPageCount()).toBe(2);
    const compared = await t.runJob('exhibits.compare', { matterId, manifest: { path: built.manifest } });
    expect(compared.isSame).toBe(true);
  });

  test('is built and shown for as long as the matter stays open when the password was only given; the manifest says that one was needed, and nothing says which', async () => {
    desk = await createExhibitDesk([1]);
    const { t, matterId } = desk;
    const id = await takeIn('locked.pdf', makeLockedPdf('open sesame'));
    const setId = await desk.makeSet();
    const [locked] = await desk.add(setId, id, desk.items[0]!);
    await t.client['exhibits.update']({ matterId, id: locked!, fields: { linksCitations: true } });
    await t.client['evidence.unlock']({ matterId, id, password: 'open sesame', isKept: false });
    const built = await desk.build(setId);
    const written = readFileSync(built.manifest, 'utf8');
    const { exhibits } = ExhibitManifest.parse(JSON.parse(written));
    expect(exhibits.map(({ isOpenedByPassword }) => isOpenedByPassword)).toEqual([true, false]);
    expect(written).not.toContain('open sesame');
    expect(built.findings.filter(({ code }) => code === 'CITATIONS_NOT_LINKED')).toEqual([]);
    const compare = () => t.runJob('exhibits.compare', { matterId, manifest: { path: built.manifest } });
    expect((await compare()).isSame).toBe(true);

    const path = join(
      t.folder,
      readdirSync(t.folder).find((name) => name.endsWith('.matter'))!,
    );
    await t.client['matter.close']({ matterId });
    expect(readFileSync(path).includes('open sesame')).toBe(false);
    await t.client['matter.open']({ source: { path } });
    const refused = {
      code: 'EXHIBIT_SOURCE_UNREADABLE',
      message: expect.stringContaining('type its password'),
    };
    await expect(desk.build(setId)).rejects.toMatchObject(refused);
    await expect(compare()).rejects.toMatchObject(refused);
  });
});

test('a manifest that names a volume outside its folder is refused', async () => {
  desk = await createExhibitDesk([1]);
  const setId = await desk.makeSet();
  await desk.add(setId, desk.items[0]!);
  const { manifest } = await desk.build(setId);
  const told = JSON.parse(readFileSync(manifest, 'utf8')) as ExhibitManifest;
  const crafted = (sealedVolume: string) =>
    JSON.stringify({ ...told, exhibits: told.exhibits.map((exhibit) => ({ ...exhibit, sealedVolume })) });
  for (const name of ['x/../../../escaped', '..', '1.pdf', ''])
    expect(() => parseManifest(crafted(name), 'manifest.json')).toThrow(
      expect.objectContaining({ code: 'MANIFEST_UNREADABLE' }),
    );
  for (const name of ['1', '12', '2-A']) expect(parseManifest(crafted(name), 'manifest.json')).toBeTruthy();
});

test('originals that show only while they are carried over that they cannot be are named all at once', async () => {
  desk = await createExhibitDesk([1, 2, 1]);
  const { t, matterId, items } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, ...items);
  const { manifest } = await desk.build(setId);
  const plan = planOfManifest(parseManifest(readFileSync(manifest, 'utf8'), 'manifest.json'));
  const filePath = join(
    t.folder,
    readdirSync(t.folder).find((name) => name.endsWith('.matter'))!,
  );
  await t.client['matter.close']({ matterId });
  const contents = withMatterFile(filePath, (db) => {
    const broken = plantEvidence(db, { title: 'Broken', bytes: Buffer.from('no longer a PDF') });
    const contentOf = db.prepare('SELECT content_id FROM evidence_item WHERE id = ?').pluck();
    return [broken, items[1], broken].map((item) => {
      const contentId = contentOf.get(item) as number;
      return { contentId, password: undefined, originalId: contentId };
    });
  });
  const db = openDatabase(filePath, {
    passphrase: null,
    isReadOnly: true,
    mustExist: true,
    nativeBinding: undefined,
  });
  const folder = join(t.folder, 'again');
  mkdirSync(folder);
  try {
    const again = assembleTask(
      {
        matter: { filePath, passphrase: null },
        plan,
        contents,
        folder,
      },
      {
        platform: {
          assetsDirectory,
          pdfiumWasmPath,
          nativeBinding: undefined,
          imageLibraries: '',
          appVersion: '1',
          workerUrl,
        },
        progress() {},
        openMatter: () => db,
      },
    );
    await expect(again).rejects.toMatchObject({
      code: 'EXHIBIT_SOURCE_UNREADABLE',
      details: { label: 'A', isLocked: false, others: [{ label: 'C', isLocked: false }] },
      message: expect.stringContaining('cannot be read: A, C (it is not a PDF)'),
    });
  } finally {
    db.close();
  }
});

describe('a signed original', () => {
  /** Two pages, the second with a signature. */
  const signed = () =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[5 0 R]>>>>',
      '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 612 792]>>',
      '<</Type/Page/Parent 2 0 R>>',
      '<</Type/Page/Parent 2 0 R/Annots[5 0 R]>>',
      '<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/V 6 0 R/F 4/Rect[100 100 300 150]/P 4 0 R>>',
      '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 9 9]/Contents<00>>>',
    ]);

  test('is put beside the exhibit, whose signature no longer holds; beside an excerpt without it no page left out is', async () => {
    desk = await createExhibitDesk([1]);
    const { t, matterId } = desk;
    const id = await takeIn('signed.pdf', signed());
    const setId = await desk.makeSet();
    await desk.add(setId, id);
    await t.client['exhibits.add']({ matterId, setId, evidenceIds: [id], pageRanges: '1' });
    const built = await desk.build(setId);
    const told = built.findings
      .filter(({ code }) => /SIGN/.test(code))
      .map(({ code, label }) => [label, code]);
    expect(told).toEqual([
      ['A', 'SIGNATURE_FLATTENED'],
      ['B', 'SIGNED_ELSEWHERE'],
      ['A', 'SIGNED_ORIGINAL_BESIDE'],
    ]);
    const folder = join(dirname(built.manifest), 'Originals');
    expect(readdirSync(folder)).toEqual(['Exhibit A - signed.pdf']);
    expect(readFileSync(join(folder, 'Exhibit A - signed.pdf')).equals(signed())).toBe(true);
    expect(readFileSync(built.exhibits[0]!.file).includes('/Sig')).toBe(false);
  });
});

test('a build of 300 exhibits that is cancelled leaves nothing, not even the folder made for it', async () => {
  desk = await createExhibitDesk(Array.from({ length: 300 }, () => 1));
  const { t, matterId } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, ...desk.items);
  const folder = join(t.folder, 'out');
  mkdirSync(folder);
  const { jobId } = await t.client['exhibits.build']({
    matterId,
    setId,
    target: { path: join(folder, 'made') },
  });
  const note = async () => (await t.client['jobs.get']({ matterId, jobId })).note;
  // Half way: some exhibits are written, and most are not.
  await expect.poll(note, { timeout: 120_000 }).toMatch(/^Exhibit /);
  expect(readdirSync(join(folder, 'made'))).toEqual([expect.stringMatching(/^\.forthwith-.*\.part$/)]);
  await t.client['jobs.cancel']({ matterId, jobId });
  await expect(t.waitForJob(matterId, jobId)).rejects.toMatchObject({
    code: 'CANCELLED',
    message: staysReserved('Canceled.'),
  });
  expect(readdirSync(folder)).toEqual([]);
  expect(await t.client['exhibits.build.list']({ matterId, setId })).toEqual([]);
});

test('a folder of a cloud service gets the same bytes as any other, and only the finished folder', async () => {
  desk = await createExhibitDesk([2, 1]);
  const { t, matterId } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, ...desk.items);
  const cloud = join(t.folder, 'Dropbox', 'Filings');
  const built = await t.runJob('exhibits.build', { matterId, setId, target: { path: cloud } });
  expect(readdirSync(cloud)).toEqual([basename(dirname(built.manifest))]);
  const elsewhere = await desk.build(setId);
  expect(hashOf(elsewhere.manifest)).toBe(hashOf(built.manifest));
});

test('a full disk is told of and gets nothing half (skipped where no small disk can be mounted)', async (context) => {
  desk = await createExhibitDesk([1]);
  const { t, matterId } = desk;
  const disk = join(t.folder, 'disk');
  mkdirSync(disk);
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' });
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk);
  } catch {
    context.skip('needs the right to mount a small disk');
  }
  try {
    const setId = await desk.makeSet();
    await desk.add(setId, await takeIn('scan.pdf', await makeScan()), desk.items[0]!);
    const build = () => t.runJob('exhibits.build', { matterId, setId, target: { path: disk } });
    await expect(build()).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: staysReserved(
        'The disk is full. Nothing already stored was lost. Free some space and try again.',
      ),
    });
    expect((await desk.numbers(setId))[0]).toMatch(/ reserved$/);
    expect(readdirSync(disk)).toEqual([]);
    expect(await t.client['exhibits.build.list']({ matterId, setId })).toEqual([]);
    run('mount', '-o', 'remount,size=64m', disk);
    const built = await build();
    expect(readdirSync(disk)).toEqual([basename(dirname(built.manifest))]);
  } finally {
    run('umount', '-l', disk);
  }
});

test('labels that are not in the order of the exhibits are told of, until they are given anew', async () => {
  desk = await createExhibitDesk([1, 1, 1]);
  const { t, matterId } = desk;
  const setId = await desk.makeSet();
  await desk.add(setId, ...desk.items);
  const outOfOrder = async () =>
    (await desk.build(setId)).findings.filter(({ code }) => code === 'LABELS_OUT_OF_ORDER');
  expect(await outOfOrder()).toEqual([]);
  const exhibits = await t.client['exhibits.list']({ matterId, setId });
  await t.client['exhibits.move']({ matterId, setId, ids: [exhibits[2]!.id], position: 0 });
  expect(await outOfOrder()).toMatchObject([
    {
      severity: 'warning',
      message: expect.stringMatching(/Behind a later label: A\. .*“Relabel in order…”/),
    },
  ]);
  await t.client['exhibits.relabel']({ matterId, setId });
  expect(await outOfOrder()).toEqual([]);
});
