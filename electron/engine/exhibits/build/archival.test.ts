import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ExhibitSetId } from '../../../../shared/model/common.ts';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import type { BuildResult } from '../../../../shared/model/exhibits.ts';
import { makePng } from '../../testing/images.ts';
import { createExhibitDesk, type ExhibitDesk } from '../../testing/exhibits/desk.ts';

let desk: ExhibitDesk;
const before = process.env['FORTHWITH_VERAPDF'];
beforeEach(async () => {
  // No other program, whatever is installed here.
  process.env['FORTHWITH_VERAPDF'] = '/nowhere/verapdf';
  desk = await createExhibitDesk([1]);
});
afterEach(async () => {
  if (before === undefined) delete process.env['FORTHWITH_VERAPDF'];
  else process.env['FORTHWITH_VERAPDF'] = before;
  await desk.t.dispose();
});

/** A set whose first exhibit is a picture, which can be PDF/A; its second, where wanted, has a font that is not embedded. */
async function makeSet(hasPlainText: boolean): Promise<ExhibitSetId> {
  const { t, matterId } = desk;
  const path = join(t.folder, 'photo.png');
  writeFileSync(path, makePng(40, 30));
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  const setId = await desk.makeSet({ isArchival: true });
  await desk.add(setId, items[0]!.id as EvidenceItem['id'], ...(hasPlainText ? desk.items : []));
  return setId;
}

const told = ({ findings }: BuildResult) =>
  findings.filter(({ code }) => code.startsWith('PDFA')).map(({ code, label }) => [code, label]);
const claims = (path: string) => readFileSync(path).includes('<pdfaid:conformance>B<');

test('all PDFs of a set that can be PDF/A are, the same each time, and the report says that nothing independent checked them', async () => {
  const setId = await makeSet(false);
  const built = await desk.build(setId);
  expect(told(built)).toEqual([
    ['PDFA_MET', null],
    ['PDFA_NOT_CHECKED', null],
  ]);
  for (const path of [built.binder, built.index, built.exhibits[0]!.file])
    expect(claims(path), basename(path)).toBe(true);
  const { matterId, t } = desk;
  const compared = await t.runJob('exhibits.compare', { matterId, manifest: { path: built.manifest } });
  expect(compared.isSame).toBe(true);
});

test('what keeps an exhibit from it is told by its label, and neither it nor the binder makes the claim', async () => {
  const built = await desk.build(await makeSet(true));
  expect(told(built)).toEqual([
    ['PDFA_NOT_MET', 'B'],
    ['PDFA_FILES_NOT_MET', null],
    ['PDFA_NOT_CHECKED', null],
  ]);
  expect(built.findings.find(({ code }) => code === 'PDFA_NOT_MET')).toMatchObject({
    page: 1,
    message: 'Not PDF/A: its font Helvetica is not embedded (p. 1).',
  });
  expect([built.binder, built.index, ...built.exhibits.map(({ file }) => file)].map(claims)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('one build may be asked for otherwise, and the manifest says which it was', async () => {
  const { t, matterId } = desk;
  const setId = await makeSet(false);
  const target = { path: join(t.folder, 'plain') };
  const plain = await t.runJob('exhibits.build', { matterId, setId, target, isArchival: false });
  expect([told(plain), claims(plain.binder)]).toEqual([[], false]);
  const isArchival = ({ manifest }: BuildResult) =>
    ExhibitManifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))).set.isArchival;
  expect([isArchival(plain), isArchival(await desk.build(setId))]).toEqual([undefined, true]);
});

test('the choice can be undone', async () => {
  const { t, matterId } = desk;
  const setId = await desk.makeSet();
  const isArchival = async () => (await t.client['exhibits.set.list']({ matterId }))[0]!.isArchival;
  await t.client['exhibits.set.update']({ matterId, setId, fields: { isArchival: true } });
  expect(await isArchival()).toBe(true);
  await desk.undo();
  expect(await isArchival()).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'an independent validator is asked of the files that make the claim, and its word stands in the report but not in the manifest (skipped on Windows)',
  async () => {
    const program = join(desk.t.folder, 'validator');
    const answer = (verdict: string) => {
      writeFileSync(
        program,
        `#!/bin/sh\n[ "$LC_ALL" = C.UTF-8 ] || exit 3\nif [ "$1" = --version ]; then echo "veraPDF 9.8.7"; exit 0; fi\nshift 5\nfor file; do printf '${verdict}\\n' "$file"; done\n`,
      );
      chmodSync(program, 0o755);
    };
    process.env['FORTHWITH_VERAPDF'] = program;
    const setId = await makeSet(false);
    answer('PASS %s 2b');
    const good = await desk.build(setId);
    expect(good.findings).toContainEqual(
      expect.objectContaining({
        code: 'PDFA_CHECKED',
        message: 'veraPDF 9.8.7 checked 3 PDFs: all conform to PDF/A-2b.',
      }),
    );
    answer('FAIL %s 2b\\n  FAIL 6.2.11.5-1');
    const bad = await desk.build(setId);
    expect(told(bad).filter(([code]) => code === 'PDFA_CHECK_FAILED')).toHaveLength(3);
    expect(bad.findings.find(({ severity }) => severity === 'error')?.message).toMatch(
      /breaks 6\.2\.11\.5-1 of/,
    );
    expect(readFileSync(bad.manifest).equals(readFileSync(good.manifest))).toBe(true);
  },
);
