import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceId } from '../../../shared/model/common.ts';
import { beginTest } from '../testing/shared-engine.ts';
import type { TestEngine } from '../testing/temp-matter.ts';

let t: TestEngine;
let matterId: string;
beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
  await t.client['matter.update']({ matterId, fields: { number: '2:26-cv-00031-ABC', court: 'wawd' } });
});
afterEach(() => t.dispose());

const at = (name: string) => join(t.folder, name);

/** A PDF that the court stamped on every page. */
async function stamped(name: string, stamp: (page: number) => string, pages = 2): Promise<EvidenceId> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    const sheet = pdf.addPage([612, 792]);
    sheet.drawText(`Body of ${name}, page ${page}`, { x: 72, y: 500, size: 12, font });
    sheet.drawText(stamp(page), { x: 72, y: 775, size: 9, font });
  }
  writeFileSync(at(name), await pdf.save());
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path: at(name) }] });
  return items[0]!.id! as EvidenceId;
}

const stamp =
  (entry: string, of = 2) =>
  (page: number) =>
    `Case 2:26-cv-00031-ABC   Document ${entry}   Filed 01/21/26   Page ${page} of ${of}`;
const planOf = (...evidenceIds: EvidenceId[]) => t.client['docket.stamp.plan']({ matterId, evidenceIds });

describe('stamped documents', () => {
  test('one finds its entry, and files itself in one step that can be undone', async () => {
    await t.client['docket.add']({
      matterId,
      entries: [{ number: 34, text: 'ORDER', filedOn: '2026-01-21' }],
    });
    const id = await stamped('order.pdf', stamp('34'));
    const [plan] = await planOf(id);
    expect(plan).toMatchObject({ action: 'link', conflicts: [], stamp: { number: 34, attachment: null } });
    const { evidenceId, entryId } = plan!;
    const [entry] = await t.client['docket.stamp.file']({
      matterId,
      filings: [{ evidenceId, entryId, stamp: plan!.stamp, action: 'link' }],
    });
    expect(entry).toMatchObject({ number: 34, evidenceId: id, text: 'ORDER' });
    expect(await planOf(id)).toMatchObject([{ action: 'none', entryId, conflicts: [] }]);
    await t.client['history.undo']({ matterId });
    expect(await t.client['docket.list']({ matterId })).toMatchObject([{ number: 34, evidenceId: null }]);
  });

  test('an attachment the docket lacks is added with its lead document', async () => {
    const id = await stamped('exhibit.pdf', stamp('12-3'));
    const [plan] = await planOf(id);
    expect(plan).toMatchObject({ action: 'add', entryId: null });
    await t.client['docket.stamp.file']({
      matterId,
      filings: [{ evidenceId: id, entryId: null, stamp: plan!.stamp, action: 'add' }],
    });
    expect(await t.client['docket.list']({ matterId })).toMatchObject([
      { number: 12, attachment: null, evidenceId: null, filedOn: '2026-01-21', isFromCourt: false },
      { number: 12, attachment: 3, evidenceId: id, filedOn: '2026-01-21', pageCount: 2 },
    ]);
  });

  test('what does not fit is said, each by its code', async () => {
    await t.client['docket.add']({
      matterId,
      entries: [{ number: 34, text: 'ORDER', filedOn: '2026-01-20' }],
    });
    const other = await stamped('other.pdf', (p) => stamp('34')(p).replace('00031', '00099'));
    const short = await stamped('short.pdf', (p) => stamp('34', 9)(p + 3));
    const second = await stamped('second.pdf', stamp('34', 3), 3);
    const bare = await stamped('bare.pdf', () => 'a letter');
    const plans = await planOf(other, short, second, bare);
    expect(plans.map(({ action, conflicts }) => [action, ...conflicts.map(({ code }) => code)])).toEqual([
      ['none', 'STAMP_OTHER_MATTER'],
      ['link', 'STAMP_NOT_THE_FIRST_PAGE', 'STAMP_PAGE_COUNT', 'STAMP_DATE'],
      ['link', 'STAMP_DATE', 'STAMP_ENTRY_HAS_DOCUMENT'],
      ['none'],
    ]);
  });

  test('a stamp without a docket number cannot be added', async () => {
    const id = await stamped('letter.pdf', () => 'a letter');
    await expect(
      t.client['docket.stamp.file']({
        matterId,
        filings: [{ evidenceId: id, entryId: null, stamp: null, action: 'add' }],
      }),
    ).rejects.toMatchObject({ code: 'DOCKET_STAMP_UNUSABLE' });
  });

  test.each([
    { number: 0, attachment: null },
    { number: 1_000_000, attachment: null },
    { number: 1, attachment: 0 },
  ])('a stamp whose number no entry can have is refused: $number, $attachment', async (entry) => {
    const id = await stamped('letter.pdf', stamp('34'));
    const [plan] = await planOf(id);
    await expect(
      t.client['docket.stamp.file']({
        matterId,
        filings: [{ evidenceId: id, entryId: null, stamp: { ...plan!.stamp!, ...entry }, action: 'add' }],
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('the docket out of the matter', () => {
  const entries = [
    {
      number: 2,
      text: 'MOTION for TRO, "emergency"\nsecond line',
      filer: 'Fairwater LLC',
      filedOn: '2026-01-12',
    },
    { number: 2, attachment: 1, text: '=1+1' },
    { number: 3, text: "'=not a formula", filer: '@north' },
  ];

  test('a table that is exported is read back as it was', async () => {
    await t.client['docket.add']({ matterId, entries });
    const target = { path: at('docket.csv') };
    expect(await t.client['docket.export']({ matterId, format: 'csv', target })).toEqual({
      entries: 3,
      content: null,
    });
    expect(readFileSync(target.path, 'utf8')).toContain(",'=1+1,");
    const [parsed] = await t.client['docket.parse']({ sources: [target] });
    expect(parsed!.source!.dockets[0]!.entries).toMatchObject([
      { number: 2, filer: 'Fairwater LLC', filedOn: '2026-01-12' },
      { number: 2, attachment: 1, text: '=1+1' },
      { number: 3, text: "'=not a formula", filer: '@north' },
    ]);
    await expect(t.client['docket.export']({ matterId, format: 'csv', target })).rejects.toMatchObject({
      code: 'FILE_EXISTS',
    });
  });

  test('as text, only the chosen entries come, in docket order', async () => {
    const [lead, , last] = await t.client['docket.add']({ matterId, entries });
    const { content } = await t.client['docket.export']({
      matterId,
      format: 'json',
      ids: [last!.id, lead!.id],
    });
    expect(JSON.parse(content!)).toMatchObject([
      { number: 2, attachment: null, evidenceId: null, caseNumber: '2:26-cv-00031-ABC' },
      { number: 3, court: 'wawd' },
    ]);
  });

  test('documents come under the docket’s names, and their custody says so', async () => {
    const id = await stamped('scan 17.PDF', stamp('34'));
    const [order, motion] = await t.client['docket.add']({
      matterId,
      entries: [
        { number: 34, text: 'ORDER denying 2 Motion for TRO by Judge B. Rees.', evidenceId: id },
        { number: 2, text: 'MOTION' },
      ],
    });
    const folder = at('out');
    const result = await t.runJob('docket.exportDocuments', {
      matterId,
      ids: [order!.id, motion!.id],
      target: { path: folder },
    });
    expect(result).toMatchObject({
      withoutDocument: 1,
      files: [{ entryId: order!.id, fileName: '034 ORDER denying Motion for TRO.pdf' }],
    });
    expect(readdirSync(folder)).toEqual(['034 ORDER denying Motion for TRO.pdf']);
    const { custody } = await t.client['evidence.get']({ matterId, id });
    expect(custody.at(-1)!.action).toBe('exported');
  });

  test('the docket sheet prints whole, with a title and a language, the same each time', async () => {
    await t.client['docket.add']({
      matterId,
      entries: Array.from({ length: 60 }, (_, i) => ({
        number: i + 1,
        text: `MOTION for Relief by José Núñez and Łucja Żak, ${'with many words '.repeat(i === 5 ? 900 : 12)}end ${i + 1}.`,
        filedOn: '2026-01-12',
        isSealed: i === 3,
      })),
    });
    const print = (name: string) => t.runJob('docket.print', { matterId, target: { path: at(name) } });
    const one = await print('one.pdf');
    expect(one.pages).toBeGreaterThan(5);
    expect((await print('two.pdf')).sha256).toBe(one.sha256);
    const pdf = await PDFDocument.load(readFileSync(at('one.pdf')), { updateMetadata: false });
    expect(pdf.getPageCount()).toBe(one.pages);
    expect(pdf.getTitle()).toContain('2:26-cv-00031-ABC');
    expect(pdf.catalog.get(PDFName.of('Lang'))?.toString()).toBe('(en-US)');
    const texts = await t.client['pdf.text']({ source: { path: at('one.pdf') } });
    const all = texts.map(({ text }) => text).join('\n');
    expect(all).toContain('W.D. Wash.');
    expect(all).toContain('Łucja Żak');
    expect(all).toContain('Sealed');
    for (let number = 1; number <= 60; number += 1) expect(all).toContain(`end ${number}.`);
    expect(texts.at(-1)!.text).toContain(`Page ${one.pages} of ${one.pages}`);
  });
});
