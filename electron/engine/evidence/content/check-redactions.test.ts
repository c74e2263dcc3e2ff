import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MatterId } from '../../../../shared/model/common.ts';
import { encryptPdf, hasQpdf, makeCoveredPdf, writePdf } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
let matterId: MatterId;
const at = (name: string) => join(t.folder, name);

beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter()).id;
  writeFileSync(at('covered.pdf'), await makeCoveredPdf('Declaration', 'Jane Roe'));
  await writePdf(at('sound.pdf'), 'Hello judge');
  writeFileSync(at('words.txt'), 'plain words');
});
afterEach(() => t.dispose());

const add = async (...names: string[]) =>
  (await t.runJob('evidence.add', { matterId, sources: names.map((name) => ({ path: at(name) })) })).items;

test('PDFs among the originals are looked through; other kinds are not', async () => {
  await add('covered.pdf', 'sound.pdf', 'words.txt');
  const { items } = await t.runJob('evidence.checkRedactions', { matterId });
  expect(items).toMatchObject([
    { title: 'covered', pages: 2, findings: [{ page: 2, kind: 'covered', text: 'Jane Roe' }], problems: [] },
    { title: 'sound', pages: 1, findings: [], problems: [] },
  ]);
  const sound = items[1]!.id;
  expect((await t.runJob('evidence.checkRedactions', { matterId, ids: [sound] })).items).toEqual([items[1]]);
});

test('how many pages of a file were looked at is told as it goes', async () => {
  const [covered] = await add('covered.pdf');
  const told: unknown[] = [];
  await t.runJob(
    'evidence.checkRedactions',
    { matterId, ids: [covered!.id!] },
    { onProgress: ({ done, total, note }) => told.push([done, total, note]) },
  );
  expect(told).toContainEqual([0.5, 1, 'Page 1 of 2: covered']);
});

// qpdf locks the file: without it there is none to unlock.
test.skipIf(!hasQpdf())(
  'one behind a password is read once it is unlocked; until then it says so',
  async () => {
    encryptPdf(at('covered.pdf'), at('locked.pdf'), 'open');
    const [item] = await add('locked.pdf');
    const check = async () => (await t.runJob('evidence.checkRedactions', { matterId })).items;
    expect(await check()).toMatchObject([
      { pages: null, findings: [], problems: [{ code: 'PDF_ENCRYPTED' }] },
    ]);
    await t.client['evidence.unlock']({ matterId, id: item!.id!, password: 'open', isKept: false });
    expect(await check()).toMatchObject([{ findings: [{ text: 'Jane Roe' }], problems: [] }]);
  },
);
