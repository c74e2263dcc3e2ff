import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId } from '../../../../../shared/model/common.ts';
import type { IntakeItem } from '../../../../../shared/model/evidence.ts';
import { makeMail, makeZip } from '../../../testing/mail-and-archives.ts';
import { pdfOf } from '../../../pdf/objects/testing.ts';
import { encryptPdf, hasQpdf, makePdf } from '../../../testing/pdf-files.ts';
import { beginTest } from '../../../testing/shared-engine.ts';
import type { TestEngine } from '../../../testing/temp-matter.ts';

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

const at = (name: string) => join(folder, name);
const add = async (...names: string[]) =>
  (
    await t.runJob('evidence.add', {
      matterId,
      sources: names.map((name) => ({ path: at(name) })),
      custodian: 'A. Fairwater',
      source: 'client',
      collected: { at: '2021-01-12', by: 'R. Ostrow', where: 'Seattle', how: 'export' },
    })
  ).items;
const get = (item: IntakeItem) => t.client['evidence.get']({ matterId, id: item.id as EvidenceId });

/** Names, statuses and codes of items and what came in them. */
function outline(items: readonly IntakeItem[]): unknown[] {
  return items.map(({ path, status, problems, error, children }) => [
    path.slice(path.lastIndexOf('/') + 1),
    status,
    ...[...problems, ...(error ? [error] : [])].map(({ code }) => code),
    ...(children ? [outline(children)] : []),
  ]);
}

test('what came in a PDF that is a portfolio without a page of its own is taken out of it', async () => {
  const file = '<</Type/EmbeddedFile/Length 10>>\nstream\nday,amount\nendstream';
  const files = '<</EmbeddedFiles<</Names[(1)<</F(books/ledger.csv)/EF<</F 3 0 R>>>>]>>>>';
  writeFileSync(
    at('binder.pdf'),
    pdfOf([
      `<</Type/Catalog/Pages 2 0 R/Collection<</View/T>>/Names${files}>>`,
      '<</Type/Pages/Count 0/Kids[]>>',
      file,
    ]),
  );
  const items = await add('binder.pdf');
  expect(outline(items)).toEqual([['binder.pdf', 'added', 'EVIDENCE_NO_PAGES', [['ledger.csv', 'added']]]]);
  expect(items[0]!.problems[0]!.message).toContain('portfolio');
  await t.runJob('evidence.readText', { matterId });
  expect((await get(items[0]!)).problems).toEqual(items[0]!.problems);
});

test.skipIf(!hasQpdf())(
  'so is what came in a portfolio that is protected against changes; behind a password nothing is',
  async () => {
    const portfolio = await PDFDocument.load(await makePdf([{ text: 'Books of 2021' }]));
    await portfolio.attach(Buffer.from('day,amount'), 'ledger.csv');
    portfolio.catalog.set(PDFName.of('Collection'), portfolio.context.obj({ View: 'T' }));
    writeFileSync(at('open.pdf'), await portfolio.save());
    encryptPdf(at('open.pdf'), at('protected.pdf'), '');
    encryptPdf(at('open.pdf'), at('locked.pdf'), 'secret');
    expect(outline(await add('protected.pdf', 'locked.pdf'))).toEqual([
      ['protected.pdf', 'added', [['ledger.csv', 'added']]],
      ['locked.pdf', 'added', 'EVIDENCE_ENCRYPTED'],
    ]);
  },
);

test('what was put into a document is taken out of it', async () => {
  const sheet = await makeZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '<workbook/>' });
  const document = { '[Content_Types].xml': '', 'word/document.xml': '<w:t>See the sheet.</w:t>' };
  writeFileSync(at('memo.docx'), await makeZip({ ...document, 'word/embeddings/costs.xlsx': sheet }));
  const items = await add('memo.docx');
  expect(outline(items)).toEqual([['memo.docx', 'added', [['costs.xlsx', 'added']]]]);
  expect(await get(items[0]!.children![0]!)).toMatchObject({ kind: 'spreadsheet', title: 'costs' });
});

test('what came in an archive, a mail in it and an archive in that is taken out, in order, with its history', async () => {
  const letter = await makePdf([{ text: 'Notice of termination' }]);
  const inner = await makeZip({ 'ledger.csv': 'day,amount\n2021-01-11,12\n', 'letter again.pdf': letter });
  const mail = makeMail('Termination', { 'letter.pdf': letter, 'books.zip': inner });
  writeFileSync(
    at('production.zip'),
    await makeZip({ 'mails/1.eml': mail, 'readme.txt': 'Volume 1', 'empty.txt': '' }),
  );
  writeFileSync(at('readme.txt'), 'Volume 1');

  const items = await add('production.zip', 'readme.txt');
  expect(outline(items)).toEqual([
    [
      'production.zip',
      'added',
      [
        [
          '1.eml',
          'added',
          [
            ['letter.pdf', 'added'],
            [
              'books.zip',
              'added',
              [
                ['ledger.csv', 'added'],
                ['letter again.pdf', 'duplicate'],
              ],
            ],
          ],
        ],
        ['readme.txt', 'added'],
        ['empty.txt', 'added', 'EVIDENCE_EMPTY_FILE'],
      ],
    ],
    ['readme.txt', 'duplicate'],
  ]);
  const [zip] = items;
  const [mailItem] = zip!.children!;
  const [letterItem, books] = mailItem!.children!;
  const found = await get(letterItem!);
  expect(found).toMatchObject({
    title: 'letter',
    custodian: 'A. Fairwater',
    source: 'client',
    collected: { by: 'R. Ostrow', where: 'Seattle' },
    md5: expect.stringMatching(/^[\da-f]{32}$/),
    sha1: expect.stringMatching(/^[\da-f]{40}$/),
  });
  expect(found.parentIds.toSorted()).toEqual([mailItem!.id, books!.id].toSorted());
  expect(found.custody.map(({ action, details }) => [action, details['parentId'], details['path']])).toEqual([
    ['received', mailItem!.id, 'mails/1.eml › letter.pdf'],
    ['received_again', books!.id, 'mails/1.eml › books.zip › letter again.pdf'],
  ]);
  expect((await get(zip!)).members).toBe(3);
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
});

test('what is known already is not taken out again', async () => {
  writeFileSync(at('a.zip'), await makeZip({ 'one.txt': 'one', 'two.txt': 'two' }));
  await add('a.zip');
  expect(outline(await add('a.zip'))).toEqual([['a.zip', 'duplicate']]);
  expect(await t.client['evidence.list']({ matterId })).toHaveLength(3);
});

test('archives nested too deep are kept, and say that more came in them', async () => {
  let bytes = await makeZip({ 'last.txt': 'the last word' });
  for (let level = 9; level > 0; level--) bytes = await makeZip({ [`level-${level}.zip`]: bytes });
  writeFileSync(at('deep.zip'), bytes);
  let [item] = await add('deep.zip');
  const problems: string[][] = [];
  for (; item; [item] = item.children ?? []) problems.push(item.problems.map(({ code }) => code));
  expect(problems).toEqual([...Array.from({ length: 8 }, () => []), ['EVIDENCE_MEMBERS_LIMITED']]);
});

test('a member that cannot be taken out is listed as failed, is a problem of its archive, and stops nothing', async () => {
  const zip = await makeZip({
    'good.txt': 'good',
    'torn.txt': 'torn words '.repeat(500),
    'last.txt': 'last',
  });
  // The deflated bytes of the second member, spoiled.
  const start = zip.indexOf('torn.txt') + 'torn.txt'.length + 4;
  zip.fill(0xff, start, start + 12);
  writeFileSync(at('torn.zip'), zip);
  const [item] = await add('torn.zip');
  expect(item!.children!.map(({ status }) => status)).toEqual(['added', 'failed', 'added']);
  expect(item!.children![1]!.error!.code).toMatch(/^EVIDENCE_MEMBER_/);
  expect(item!.problems.map(({ code }) => code)).toContain(item!.children![1]!.error!.code);
  expect((await get(item!)).problems).toEqual(item!.problems);
});

test('what macOS keeps beside a file in an archive is called that, and not a file under a false name', async () => {
  const beside = Buffer.concat([Buffer.from('00051607', 'hex'), Buffer.alloc(60)]);
  writeFileSync(at('mac.zip'), await makeZip({ 'a.txt': Buffer.from('words'), '__MACOSX/._a.txt': beside }));
  expect(outline(await add('mac.zip'))).toEqual([
    [
      'mac.zip',
      'added',
      [
        ['a.txt', 'added'],
        ['._a.txt', 'added', 'EVIDENCE_NO_DOCUMENT'],
      ],
    ],
  ]);
});
