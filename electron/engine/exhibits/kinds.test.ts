import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceId, MatterId } from '../../../shared/model/common.ts';
import { encodedTestPicture } from '../formats/images/testing.ts';
import { makeTiff, testTiffPage } from '../formats/images/tiff/testing.ts';
import { makeDocx } from '../testing/files/office-files.ts';
import { makeWave } from '../testing/files/recordings.ts';
import { makeMail } from '../testing/mail-and-archives.ts';
import { hasQpdf } from '../testing/pdf-files.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';
import { corpora } from '../testing/corpora/corpus-files.ts';

const heic = join(corpora, 'images/tika/testHEIF.heic');
let t: TestEngine;
let matterId: MatterId;

beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

/** Takes files in and makes a set of them, in this order; returns its id and theirs. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));

async function makeSet(files: Readonly<Record<string, Uint8Array | string>>) {
  const sources = Object.entries(files).map(([name, bytes]) => {
    const path = join(t.folder, name);
    writeFileSync(path, bytes);
    return { path };
  });
  const { items } = await t.runJob('evidence.add', { matterId, sources });
  const ids = items.map(({ id }) => id as EvidenceId);
  const bates = { prefix: 'FWR', digits: 6, start: 1 };
  const set = await t.client['exhibits.set.create']({ matterId, fields: { name: 'Proof', bates } });
  await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: ids });
  return { setId: set.id, ids };
}

function build(setId: Awaited<ReturnType<typeof makeSet>>['setId'], folder: string) {
  const path = join(t.folder, folder);
  mkdirSync(path, { recursive: true });
  return t.runJob('exhibits.build', { matterId, setId, target: { path } });
}

const textOf = (file: string) => execFileSync('pdftotext', ['-layout', file, '-']).toString();

describe.skipIf(!hasQpdf())('exhibits that are no PDFs', () => {
  it('stand in the binder as PDFs made from them, or as a page where paper cannot show them', async () => {
    const wide = Buffer.from(makeTiff([testTiffPage(), testTiffPage(6)]));
    const { setId, ids } = await makeSet({
      'outage.eml': makeMail('Notice of outage', { 'log.txt': 'stopped at 9:30' }),
      'pages.tiff': wide,
      'photo.avif': await encodedTestPicture('avif', 6),
      'hosts.csv': 'host,state\nalpha,down\nbeta,up\n',
      'call.wav': makeWave(2_000),
      'letter.docx': await makeDocx('<w:p><w:r><w:t>Dear counsel, thirty days.</w:t></w:r></w:p>'),
    });
    const result = await build(setId, 'one');
    execFileSync('qpdf', ['--check', result.binder]);
    expect(result.exhibits.map(({ pages }) => pages)).toEqual([1, 2, 1, 1, 1, 1]);
    const texts = result.exhibits.map(({ file }) => textOf(file));
    expect(texts[0]).toMatch(
      /Ada Fairwater <ada@fairwater\.example>[^]*Please find enclosed: Notice of outage\./,
    );
    expect(texts[0]).toContain('log.txt');
    expect(texts[0]).toContain('FWR000001');
    expect(texts[1]).toContain('Rendition of pages.tiff');
    expect(texts[3]).toMatch(/alpha.*down/);
    expect(texts[4]).toMatch(/PRODUCED IN NATIVE FORM[^]*call\.wav[^]*FWR000006/);
    expect(texts[5]).toContain('Dear counsel, thirty days.');
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: 'PRODUCED_IN_NATIVE_FORM', label: 'E' }),
    );

    const manifest = JSON.parse(readFileSync(result.manifest, 'utf8')) as {
      exhibits: { source: { sha256: string }; rendition: { sha256: string; pages: number } | null }[];
    };
    const { items } = await t.runJob('evidence.render', { matterId, ids });
    expect(manifest.exhibits.map(({ rendition }) => rendition)).toEqual(
      // The page that stands for what paper cannot show is the build's own.
      items.map(({ pages, sha256 }, at) => (at === 4 ? null : { pages, sha256 })),
    );
    expect(readFileSync(join(dirname(result.binder), 'Natives/Exhibit E - call.wav'))).toEqual(
      readFileSync(join(t.folder, 'call.wav')),
    );
    const listed = await t.client['exhibits.list']({ matterId, setId });
    expect(listed.map(({ pages }) => pages)).toEqual([1, 2, 1, 1, 1, 1]);

    const again = await build(setId, 'two');
    const folder = dirname(result.binder);
    for (const name of filesIn(folder))
      expect(readFileSync(join(dirname(again.binder), name)).equals(readFileSync(join(folder, name)))).toBe(
        true,
      );
    // Made PDFs are no evidence, and the matter is whole.
    const log = (await t.client['evidence.list']({ matterId })).map(({ originalName }) => originalName);
    expect(log.sort()).toEqual([
      'call.wav',
      'hosts.csv',
      'letter.docx',
      'log.txt',
      'outage.eml',
      'pages.tiff',
      'photo.avif',
    ]);
    const verified = await t.runJob('matter.verify', { matterId });
    expect(verified).toMatchObject({ ok: true, problems: [], checked: { evidence: 7 } });
  });

  it('are refused by name when nothing of them can be read', async () => {
    const tiff = Buffer.from(makeTiff([testTiffPage()]));
    tiff.fill(0xff, 8);
    const { setId } = await makeSet({
      'hosts.csv': 'host,state\nalpha,down\n',
      'torn.tiff': tiff,
    });
    await expect(build(setId, 'one')).rejects.toMatchObject({
      code: 'EXHIBIT_SOURCE_UNREADABLE',
      message: expect.stringMatching(/^Exhibit B cannot be put .* \(it is damaged\)/),
    });
    expect(await t.client['exhibits.ledger']({ matterId })).toEqual([]);
  });

  it('that are damaged pictures are drawn as far as they go and told of, also where their end mark is there', async () => {
    const photo = Buffer.from(await encodedTestPicture('jpeg'));
    const { setId } = await makeSet({
      'whole.jpg': photo,
      'torn.jpg': Buffer.concat([photo.subarray(0, -20), photo.subarray(-2)]),
    });
    const { exhibits, findings } = await build(setId, 'one');
    expect(exhibits.map(({ file }) => textOf(file).includes('The original is damaged'))).toEqual([
      false,
      true,
    ]);
    const told = findings.filter(({ code }) => code === 'EVIDENCE_REPAIRED_TO_READ');
    expect(told).toEqual([expect.objectContaining({ label: 'B', severity: 'warning' })]);
  });

  it.skipIf(!existsSync(heic))(
    'of a telephone (HEIC) are built too (skipped without the corpora)',
    async () => {
      const { setId } = await makeSet({ 'photo.heic': readFileSync(heic) });
      const result = await build(setId, 'one');
      execFileSync('qpdf', ['--check', result.binder]);
      expect(textOf(result.exhibits[0]!.file)).toContain('Rendition of photo.heic');
    },
  );
});
