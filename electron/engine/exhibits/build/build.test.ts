import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExhibitId, ExhibitSetId, MatterId } from '../../../../shared/model/common.ts';
import type { EvidenceItem } from '../../../../shared/model/evidence.ts';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { BuildResult, ExhibitFields, ExhibitSetFields } from '../../../../shared/model/exhibits.ts';
import {
  hasPoppler,
  makeCoveredPdf,
  makeOverfullPdf,
  makePdf,
  popplerText,
} from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

type Id = EvidenceItem['id'];

let t: TestEngine;
let matterId: MatterId;
beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
});
afterEach(() => t.dispose());

async function takeInFile(name: string, bytes: Uint8Array | string): Promise<Id> {
  const path = join(t.folder, name);
  writeFileSync(path, bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as Id;
}

async function takeIn(name: string, pages = 1): Promise<Id> {
  const texts = Array.from({ length: pages }, (_, page) => ({ text: `${name} page ${page + 1}` }));
  return takeInFile(`${name}.pdf`, await makePdf(texts));
}

async function makeSet(
  evidenceIds: readonly Id[],
  fields: Partial<ExhibitSetFields> = {},
): Promise<ExhibitSetId> {
  const bates = { prefix: 'FWL', digits: 6, start: 1, suffix: '' };
  const { id } = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'TRO', bates, ...fields },
  });
  await t.client['exhibits.add']({ matterId, setId: id, evidenceIds: [...evidenceIds] });
  return id;
}

const out = () => join(t.folder, 'out');
const build = (setId: ExhibitSetId, more: { volumeMegabytes?: number } = {}): Promise<BuildResult> =>
  t.runJob('exhibits.build', { matterId, setId, target: { path: out() }, ...more });
const folderOf = (built: BuildResult) => dirname(built.manifest);
const manifestOf = (built: BuildResult) =>
  ExhibitManifest.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));

async function edit(setId: ExhibitSetId, label: string, fields: Partial<ExhibitFields>): Promise<ExhibitId> {
  const exhibit = (await t.client['exhibits.list']({ matterId, setId })).find(
    (each) => each.label === label,
  )!;
  await t.client['exhibits.update']({ matterId, id: exhibit.id, fields });
  return exhibit.id;
}

function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [relative(folder, path).replaceAll('\\', '/'), hash];
    }),
  );
}

test('a build is a folder of volume, exhibits, indexes, load files and a manifest that says what each is', async () => {
  const setId = await makeSet([await takeIn('agreement', 3), await takeIn('letter')]);
  const built = await build(setId);
  const files = filesOf(folderOf(built));
  expect([...files.keys()].sort()).toEqual([
    'Exhibit A - FWL000001-FWL000003.pdf',
    'Exhibit B - FWL000004.pdf',
    'TRO - Binder.pdf',
    'TRO - Index.csv',
    'TRO - Index.docx',
    'TRO - Index.pdf',
    'TRO - Load File.dat',
    'TRO - Load File.opt',
    'TRO - Table of Exhibits.docx',
    'manifest.json',
  ]);
  const manifest = manifestOf(built);
  for (const { file, sha256 } of manifest.outputs) expect(files.get(file)).toBe(sha256);
  expect(manifest.exhibits[0]!.pages.at(-1)).toEqual({
    sourcePage: 3,
    bates: 'FWL000003',
    filePage: 4,
    volumePage: manifest.exhibits[0]!.startPage! + 3,
  });
  expect(built.findings.map(({ code }) => code)).toContain('PRIVACY_NOT_CHECKED');
});

test('an exhibit whose words look redacted and can be copied must be fixed, on those of its pages that carry them', async () => {
  const leaking = await takeInFile('leak.pdf', await makeCoveredPdf('Declaration', 'Jane Roe, 123-45-6789'));
  const setId = await makeSet([await takeIn('letter'), leaking, leaking, leaking]);
  await edit(setId, 'C', { pageRanges: '1' });
  await edit(setId, 'D', { pageRanges: '2' });
  const { findings } = await build(setId);
  const told = (label: string, page: number, words: string) => ({
    code: 'PDF_REDACTION_FAILED',
    severity: 'error',
    message: expect.stringContaining(`look redacted on ${words} can still be copied:`),
    label,
    page,
  });
  expect(findings.filter(({ code }) => code === 'PDF_REDACTION_FAILED')).toEqual([
    told('B', 2, 'page 2'),
    told('D', 1, 'page 1 (page 2 of the original)'),
  ]);
});

test('an exhibit that carries pages with marks for redaction must be fixed: they are not applied; under seal that is only to be known', async () => {
  const marked = await takeInFile(
    'marked.pdf',
    await makePdf([{ text: 'One' }, { text: 'Two' }, { text: 'Three' }]),
  );
  const rects = [{ x: 72, y: 72, width: 90, height: 12 }];
  const places = [2, 2, 3].map((page, i) => ({
    anchor: { page, rects: rects.map((rect) => ({ ...rect, y: 72 + 40 * i })) },
  }));
  await t.client['notes.markForRedaction']({ matterId, evidenceId: marked, places });
  const setId = await makeSet([marked, marked, marked, marked, await takeIn('letter')]);
  await edit(setId, 'B', { pageRanges: '3' });
  await edit(setId, 'C', { pageRanges: '1' });
  await edit(setId, 'D', { treatment: 'sealed' });
  const { findings } = await build(setId);
  const told = (label: string, severity: string, page: number, words: string) => ({
    code: 'REDACTION_MARKS_NOT_APPLIED',
    severity,
    message: expect.stringContaining(words),
    label,
    page,
  });
  expect(findings.filter(({ code }) => code === 'REDACTION_MARKS_NOT_APPLIED')).toEqual([
    told('A', 'error', 2, '3 marks for redaction on pages 2–3 are not applied'),
    told('B', 'error', 1, '1 mark for redaction on page 1 (page 3 of the original) is not applied'),
    told('D', 'info', 2, '3 marks for redaction on pages 2–3 are not applied'),
  ]);
});

test('an exhibit that was not looked through for failed redactions is told as such', async () => {
  const { findings } = await build(await makeSet([await takeInFile('full.pdf', makeOverfullPdf())]));
  expect(findings.filter(({ code }) => code.startsWith('PDF_REDACTION'))).toMatchObject([
    { code: 'PDF_REDACTIONS_NOT_CHECKED', severity: 'warning', label: 'A' },
  ]);
});

test('exhibits withheld, under seal, native, reserved and withdrawn each stand as what they are', async () => {
  const sound = await takeInFile('call.bin', 'not shown on paper');
  const ids = [
    await takeIn('letter', 2),
    await takeIn('secret', 3),
    sound,
    await takeIn('gone'),
    await takeIn('last'),
  ];
  const setId = await makeSet(ids);
  await edit(setId, 'A', { treatment: 'withheld', treatmentNote: 'Privileged' });
  await edit(setId, 'B', { treatment: 'sealed', treatmentNote: 'Dkt. 12' });
  await edit(setId, 'C', { treatment: 'native' });
  const gone = (await t.client['exhibits.list']({ matterId, setId })).find(({ label }) => label === 'D')!;
  await t.client['exhibits.withdraw']({ matterId, setId, ids: [gone.id], reason: 'by agreement' });
  await t.client['exhibits.reserve']({ matterId, setId, count: 1, note: 'reply declaration' });
  const built = await build(setId);
  const files = filesOf(folderOf(built));
  const sealed = [...files.keys()].filter((file) => file.startsWith('Sealed/'));
  expect(sealed).toEqual([
    expect.stringMatching(/^Sealed\/Exhibit B - FWL\d{6}-FWL\d{6} FILED UNDER SEAL\.pdf$/),
  ]);
  const [native] = manifestOf(built).outputs.filter(({ role }) => role === 'original');
  expect(native).toMatchObject({ file: 'Natives/Exhibit C - call.bin', label: 'C' });
  expect(readFileSync(join(folderOf(built), native!.file), 'utf8')).toBe('not shown on paper');
  expect(manifestOf(built).exhibits.map(({ label, note }) => [label, note])).toEqual([
    ['A', 'Withheld'],
    ['B', 'Filed under seal'],
    ['C', 'Produced in native form'],
    ['D', 'Withdrawn: by agreement'],
    ['E', ''],
    ['F', 'Reserved'],
    ['B', ''],
  ]);
  expect(built.findings.map(({ code }) => code)).toContain('PRODUCED_IN_NATIVE_FORM');
  if (!hasPoppler()) return;
  const binder = popplerText(built.binder);
  for (const words of [
    'EXHIBIT A WITHHELD',
    'EXHIBIT B FILED UNDER SEAL',
    'WITHDRAWN',
    'RESERVED',
    'last page 1',
  ])
    expect(binder).toContain(words);
  expect(binder).not.toContain('secret page');
  expect(binder).not.toContain('letter page');
  const apart = popplerText(join(folderOf(built), sealed[0]!));
  for (const words of ['secret page 3', 'FILED UNDER SEAL']) expect(apart).toContain(words);
});

test('an excerpt carries its pages with their own numbers, and its slip sheet says which', async () => {
  const id = await takeIn('report', 9);
  const setId = await makeSet([id]);
  await edit(setId, 'A', { pageRanges: '3-4, 8' });
  const built = await build(setId);
  expect(built.exhibits).toMatchObject([{ pages: 3, batesFirst: 'FWL000001', batesLast: 'FWL000003' }]);
  expect(manifestOf(built).exhibits[0]!.pages.map(({ sourcePage }) => sourcePage)).toEqual([3, 4, 8]);
  if (hasPoppler()) expect(popplerText(built.exhibits[0]!.file)).toContain('pp. 3–4, 8 of 9');
});

test('slip sheets and the list of tabs are written to be printed, also of a set without sheets in its files', async () => {
  const setId = await makeSet([await takeIn('agreement'), await takeIn('letter')], { hasSlipSheets: false });
  const path = join(t.folder, 'sheets.pdf');
  const sheets = await t.runJob('exhibits.printSheets', {
    matterId,
    setId,
    sheets: 'slipSheets',
    target: { path },
  });
  expect(sheets).toMatchObject({ fileName: 'sheets.pdf', pages: 2 });
  const tabs = join(t.folder, 'tabs.pdf');
  await t.runJob('exhibits.printSheets', { matterId, setId, sheets: 'tabs', target: { path: tabs } });
  const again = t.runJob('exhibits.printSheets', { matterId, setId, sheets: 'tabs', target: { path: tabs } });
  await expect(again).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  if (!hasPoppler()) return;
  expect(popplerText(path)).toContain('EXHIBIT B');
  // A file's name was given in the office; what is filed shows the title.
  expect(popplerText(path)).not.toContain('letter.pdf');
  const list = popplerText(tabs, '-layout');
  expect(list).toMatch(/A +agreement\s+B +letter/);
  // In the title and at the foot.
  expect(list.match(/\bTRO\b/g)).toHaveLength(2);
});

describe('volumes', () => {
  const scan = (name: string) => takeInFile(`${name}.pdf`, incompressible(name));

  test('keep under the limit, each with its own index, and one index names the volume of all', async () => {
    const setId = await makeSet([await scan('one'), await scan('two'), await scan('three')]);
    const built = await build(setId, { volumeMegabytes: 0.2 });
    expect(built.volumes.map((path) => basename(path))).toEqual(['TRO - Volume 1.pdf', 'TRO - Volume 2.pdf']);
    const volumes = manifestOf(built).outputs.filter(({ role }) => role === 'volume');
    expect(volumes).toHaveLength(2);
    for (const { sizeBytes } of volumes) expect(sizeBytes).toBeLessThanOrEqual(200_000);
    expect(manifestOf(built).exhibits.map(({ volume }) => volume)).toEqual(['1', '1', '2']);
    const csv = readFileSync(join(folderOf(built), 'TRO - Index.csv'), 'utf8').split('\r\n');
    expect(csv[3]).toContain(',2,');
    if (hasPoppler()) expect(popplerText(built.index, '-layout')).toMatch(/C +three +FWL000003 +2 +\d/);
  });

  test('an exhibit larger than the limit stands alone and is told', async () => {
    const setId = await makeSet([await takeIn('small'), await scan('large')]);
    const built = await build(setId, { volumeMegabytes: 0.05 });
    expect(built.findings).toContainEqual(expect.objectContaining({ code: 'VOLUME_OVER_LIMIT', label: 'B' }));
  });

  test('an exhibit under seal that is larger than the limit by itself is told', async () => {
    const setId = await makeSet([await takeIn('small'), await scan('large')]);
    await edit(setId, 'B', { treatment: 'sealed' });
    const { findings } = await build(setId, { volumeMegabytes: 0.05 });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'UNDER_SEAL_OVER_LIMIT',
        label: 'B',
        message: expect.stringMatching(/^“Sealed\/Exhibit B .+ FILED UNDER SEAL\.pdf” is 0\.\d+ MB, over/),
      }),
    );
  });

  test('a limit far below a megabyte is told as it is', async () => {
    const built = await build(await makeSet([await takeIn('small')]), { volumeMegabytes: 0.001 });
    expect(built.findings.find(({ code }) => code === 'VOLUME_OVER_LIMIT')?.message).toMatch(
      /^“TRO - Binder\.pdf” is 0\.\d+ MB, over the limit of 0\.001 MB/,
    );
  });

  test('a late exhibit leaves the other volumes of a sealed set byte for byte', async () => {
    const setId = await makeSet([
      await scan('one'),
      await scan('two'),
      await scan('three'),
      await scan('four'),
    ]);
    const before = await build(setId, { volumeMegabytes: 0.2 });
    await t.runJob('exhibits.seal', { matterId, setId });
    await t.client['exhibits.add']({ matterId, setId, evidenceIds: [await takeIn('late')], afterLabel: 'A' });
    await t.client['exhibits.add']({ matterId, setId, evidenceIds: [await scan('later')], afterLabel: 'A' });
    const after = await build(setId, { volumeMegabytes: 0.2 });
    const names = after.volumes.map((path) => basename(path));
    expect(names).toEqual(['TRO - Volume 1.pdf', 'TRO - Volume 1-A.pdf', 'TRO - Volume 2.pdf']);
    const [old, now] = [filesOf(folderOf(before)), filesOf(folderOf(after))];
    for (const file of [...old.keys()].filter((name) => /Exhibit|Volume 2/.test(name) && !/Table/.test(name)))
      expect(now.get(file), file).toBe(old.get(file));
  });

  test('a court’s limit is named with its source, and a court without a profile is refused', async () => {
    const setId = await makeSet([await takeIn('one')]);
    const plan = await t.client['exhibits.planVolumes']({ matterId, setId, court: 'wawd' });
    expect(plan).toMatchObject({
      limitBytes: 75_000_000,
      limitSource: expect.stringContaining('not confirmed'),
    });
    expect(plan.volumes).toMatchObject([{ name: '1', firstLabel: 'A', exhibits: 1, pages: 1 }]);
    await expect(
      t.client['exhibits.planVolumes']({ matterId, setId, court: 'nowhere' }),
    ).rejects.toMatchObject({ code: 'COURT_PROFILE_NOT_FOUND' });
    const { ofMatter, profiles } = await t.client['exhibits.courts']({ matterId });
    expect(profiles.find(({ id }) => id === 'wawd')?.fileSize).toMatchObject({ megabytes: 75 });
    expect([null, ...profiles.map(({ id }) => id)]).toContain(ofMatter);
  });
});

describe('the same inputs', () => {
  test('give the same bytes in another folder at another time; one byte changed differs exactly where it stands', async () => {
    const texts = ['one', 'two', 'three'];
    const buildOf = async (engine: TestEngine, words: readonly string[]) => {
      [t, matterId] = [engine, (await engine.createMatter()).id];
      const ids: Id[] = [];
      for (const [at, word] of words.entries())
        ids.push(await takeInFile(`${texts[at]}.pdf`, await makePdf([{ text: word }])));
      const built = await build(await makeSet(ids));
      return { files: filesOf(folderOf(built)), built };
    };
    const first = t;
    const others = [
      await createTestEngine({ now: () => '2031-05-04T03:02:01.000Z' }),
      await createTestEngine(),
    ] as const;
    try {
      const one = await buildOf(first, texts);
      const two = await buildOf(others[0], texts);
      expect([...two.files]).toEqual([...one.files]);
      const three = await buildOf(others[1], ['one', 'twx', 'three']);
      const differing = [...one.files.keys()].filter((file) => one.files.get(file) !== three.files.get(file));
      expect(differing.sort()).toEqual([
        'Exhibit B - FWL000002.pdf',
        'TRO - Binder.pdf',
        'TRO - Index.csv',
        'TRO - Load File.dat',
        'manifest.json',
      ]);
    } finally {
      t = first;
      for (const other of others) await other.dispose();
    }
  });

  test('are compared from a manifest: the same, changed beside, gone, and an original that is no longer there', async () => {
    const setId = await makeSet([await takeIn('one', 2), await takeIn('two')]);
    const built = await build(setId);
    const compare = () => t.runJob('exhibits.compare', { matterId, manifest: { path: built.manifest } });
    const same = await compare();
    expect(same.files.filter(({ status }) => status !== 'same')).toEqual([]);
    expect(same.isSame).toBe(true);
    writeFileSync(built.exhibits[0]!.file, 'other');
    const changed = await compare();
    expect(changed.files.filter(({ status }) => status !== 'same')).toEqual([
      expect.objectContaining({ file: basename(built.exhibits[0]!.file), status: 'changed' }),
    ]);
    const manifest = JSON.parse(readFileSync(built.manifest, 'utf8'));
    manifest.exhibits[1].source.sha256 = '0'.repeat(64);
    writeFileSync(built.manifest, JSON.stringify(manifest));
    const lost = await compare();
    expect(lost.files.find(({ file }) => file === basename(built.binder))).toMatchObject({
      status: 'changed',
      reasons: [expect.stringContaining('Exhibit B: its original')],
    });
  });

  test.each([
    ['no JSON', 'MANIFEST_UNREADABLE'],
    ['{"format":"forthwith-exhibit-manifest"}', 'MANIFEST_UNREADABLE'],
  ])('a manifest that is none is told so: %s', async (text, code) => {
    const path = join(t.folder, 'manifest.json');
    writeFileSync(path, text);
    await expect(t.runJob('exhibits.compare', { matterId, manifest: { path } })).rejects.toMatchObject({
      code,
    });
    expect(existsSync(path)).toBe(true);
  });
});

/** A PDF of one page with 80 kB that cannot be made smaller. */
function incompressible(seed: string): Buffer {
  const parts = Array.from({ length: 2_500 }, (_, at) =>
    createHash('sha256').update(`${seed} ${at}`).digest(),
  );
  const noise = Buffer.concat(parts);
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (bytes: Buffer | string) => {
    const chunk = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    chunks.push(chunk);
    length += chunk.length;
  };
  const object = (id: number, body: () => void) => {
    offsets[id] = length;
    write(`${id} 0 obj\n`);
    body();
    write('\nendobj\n');
  };
  write('%PDF-1.4\n');
  object(1, () => write('<</Type/Catalog/Pages 2 0 R>>'));
  object(2, () => write('<</Type/Pages/Count 1/Kids[3 0 R]>>'));
  object(3, () =>
    write(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</XObject<</Im 4 0 R>>>>>>',
    ),
  );
  object(4, () => {
    write(
      `<</Type/XObject/Subtype/Image/Width 200/Height 400/BitsPerComponent 8/ColorSpace/DeviceGray/Length ${noise.length}>>\nstream\n`,
    );
    write(noise);
    write('\nendstream');
  });
  const content = 'q 300 0 0 400 150 250 cm /Im Do Q';
  object(5, () => write(`<</Length ${content.length}>>\nstream\n${content}\nendstream`));
  const start = length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  write(
    `xref\n0 6\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(chunks);
}
