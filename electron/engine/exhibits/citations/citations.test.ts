import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../shared/model/common.ts';
import type { ExhibitSet } from '../../../../shared/model/exhibits.ts';
import { makePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
let set: ExhibitSet;

beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
  set = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'TRO exhibits', bates: { prefix: 'FW', digits: 6, start: 1 } },
  });
  const ids = [await takeIn('agreement', 3), await takeIn('invoice', 2), await takeIn('notice', 1)];
  await t.client['exhibits.add']({ matterId, setId: set.id, evidenceIds: ids });
});
afterEach(() => t.dispose());

async function takeIn(name: string, pages: number | readonly string[]): Promise<EvidenceId> {
  const path = join(t.folder, `${name}.pdf`);
  const texts =
    typeof pages === 'number'
      ? Array.from({ length: pages }, (_, at) => `The ${name}, page ${at + 1}`)
      : pages;
  writeFileSync(path, await makePdf(texts.map((text) => ({ text }))));
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceId;
}

const briefPages = [
  'The agreement was kept. See Ex. A at 2.\nIt ran for years. Id. at 9.',
  'The notice came late (Smith Decl. ¶ 7, Ex. C).\nSee also Compl. Ex. B. See Ex. Z at 4.',
  '',
];

test('a brief outside the matter is checked against the set: absent, out of range, never cited, pages without text', async () => {
  const path = join(t.folder, 'brief.pdf');
  writeFileSync(path, await makePdf(briefPages.map((text) => ({ text }))));
  const report = await t.runJob('exhibits.citations.check', {
    matterId,
    setId: set.id,
    brief: { file: { path } },
  });
  expect(report).toMatchObject({ brief: 'brief.pdf', pages: 3, pagesWithoutText: [3] });
  expect(report.citations.map(({ page, label, pin, status }) => [page, label, pin, status])).toEqual([
    [1, 'A', '2', 'found'],
    [1, 'A', '9', 'outOfRange'],
    [2, 'C', '¶ 7', 'found'],
    [2, 'Z', '4', 'absent'],
  ]);
  expect(report.neverCited.map(({ label }) => label)).toEqual(['B']);
  expect(report.ofOthers.map(({ text }) => text)).toEqual(['Compl. Ex. B']);
  expect(await t.client['exhibits.citations.list']({ matterId, setId: set.id })).toEqual([]);
});

test('a brief of the matter is remembered, and the newest check takes the place of the one before', async () => {
  const evidenceId = await takeIn('brief', briefPages);
  const check = () =>
    t.runJob('exhibits.citations.check', { matterId, setId: set.id, brief: { evidenceId } });
  const report = await check();
  await check();
  const remembered = await t.client['exhibits.citations.list']({ matterId, setId: set.id });
  expect(remembered).toHaveLength(1);
  expect(remembered[0]).toMatchObject({ ...report, evidenceId });
});

test('a file that is not there, is no PDF, or an item that is not there ends in a declared error', async () => {
  const check = (brief: object) =>
    t.runJob('exhibits.citations.check', {
      matterId,
      setId: set.id,
      brief: brief as { evidenceId: EvidenceId },
    });
  await expect(check({ file: { path: join(t.folder, 'gone.pdf') } })).rejects.toMatchObject({
    code: 'FILE_NOT_FOUND',
  });
  const path = join(t.folder, 'note.pdf');
  writeFileSync(path, 'no PDF at all');
  await expect(check({ file: { path } })).rejects.toMatchObject({ code: 'PDF_NOT_A_PDF' });
  await expect(check({ evidenceId: 'no-such-item' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the inner exhibits of a range count as cited, and a citation that runs over to the next page is one', async () => {
  const path = join(t.folder, 'brief.pdf');
  const pages = [
    'It is so. See Exs. A–C.',
    'The rest was told before, see Ex.\n2',
    'B at 2, and nobody asked.\n3',
  ];
  writeFileSync(path, await makePdf(pages.map((text) => ({ text }))));
  const report = await t.runJob('exhibits.citations.check', {
    matterId,
    setId: set.id,
    brief: { file: { path } },
  });
  expect(report.neverCited).toEqual([]);
  const [over] = report.citations.filter(({ next }) => next);
  expect(over).toMatchObject({
    page: 2,
    next: { page: 3 },
    text: 'Ex.\nB at 2',
    label: 'B',
    status: 'found',
  });
  expect(report.citations.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'B']);
});
