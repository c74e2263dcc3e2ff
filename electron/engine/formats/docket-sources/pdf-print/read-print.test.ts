import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { isAppError } from '../../../../../shared/errors/app-error.ts';
import type { ParsedSource } from '../../../../../shared/model/docket.ts';
import { wasmPath } from '../../../pdf/reader/testing.ts';
import { readDocketSource } from '../read-source.ts';
import { sheetPage, type SheetRow } from '../sheet/sheet-fixture.ts';
import { printedSheet, type PrintLayout } from './print-fixture.ts';

const read = (bytes: Uint8Array) => readDocketSource(bytes, 'Docket.pdf', { pdfiumWasmPath: wasmPath });
const readSaved = () => readDocketSource(new TextEncoder().encode(sheetPage()), 'Docket.html');
const refusal = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );

/** What a print cannot tell: the place of an event in the court's database, which stands in scripts alone. */
function asPrinted(source: ParsedSource) {
  return source.dockets.map((docket) => ({
    ...docket,
    entries: docket.entries.map(({ sequence: _sequence, ...entry }) => entry),
  }));
}

/** Rows that fill several pages. */
const manyRows = (count: number): SheetRow[] =>
  Array.from({ length: count }, (_, i) => ({
    date: `0${1 + (i % 9)}/1${i % 10}/2021`,
    number: `${i + 1}`,
    text: `NOTICE ${i + 1} of filing by Fairwater LLC in re 2:21-cv-00931-QRS, ${'with a reason that is long, '.repeat(1 + (i % 7))}(Orne, Tilda) (Entered: 0${1 + (i % 9)}/1${i % 10}/2021)`,
  }));

describe('a printed docket report', () => {
  const layouts: Partial<PrintLayout>[] = [
    {},
    { hasHeads: false },
    { size: 9 },
    { hasBackground: true, size: 8 },
    { server: 'file:///C:' },
    { paper: [792, 612] },
    { paper: [595.28, 841.89], size: 10 },
    { hasBorders: false },
    { hasBorders: false, isCentered: true, hasHeads: false },
  ];
  test.each(layouts)('reads as the page it was printed from, %o', async (layout) => {
    const saved = await readSaved();
    const printed = await read(await printedSheet(layout));
    expect(printed.kind).toBe('docket_print');
    expect(printed.printedAt).toBe(saved.printedAt);
    expect(printed.warnings).toEqual([]);
    const [one, other] = [asPrinted(printed)[0]!, asPrinted(saved)[0]!];
    const { isComplete: _isComplete, ...rest } = one;
    const { isComplete: _other, ...expected } = other;
    const courtCaseId = layout.hasHeads === false ? '' : '298765';
    expect(rest).toEqual({ ...expected, header: { ...expected.header, courtCaseId } });
  });

  test.each([11, 14])(
    'has the other names of a party on lines of their own (type of %i points)',
    async (size) => {
      const { parties } = (await read(await printedSheet({ size, otherNames: ['North'] }))).dockets[0]!;
      expect(parties.at(-1)).toMatchObject({
        details: 'TERMINATED: 02/15/2022\ndoing business as\nNorth\nTERMINATED: 02/15/2022',
        terminatedOn: '2022-02-15',
      });
    },
  );

  test('has its attachments and the entries it names, though no link was printed', async () => {
    const { entries } = (await read(await printedSheet({ hasLinks: false }))).dockets[0]!;
    expect(entries.map(({ number, attachment, text }) => [number, attachment, text.slice(0, 14)])).toEqual([
      [1, null, 'COMPLAINT agai'],
      [2, null, 'MOTION for Tem'],
      [2, 1, 'Exhibit A'],
      [2, 2, 'Proposed Order'],
      [null, null, 'MINUTE ORDER: '],
      [3, null, 'RESPONSE re 2 '],
    ]);
    expect(entries[5]!.links).toEqual([{ number: 2, attachment: null }]);
    expect(entries.every(({ documentId }) => documentId === null)).toBe(true);
  });

  test.each([{}, { isCentered: true }, { hasNamesAgain: true }, { hasNamesAgain: true, hasBorders: false }])(
    'goes on over pages, whatever stands at their edges (%o)',
    async (layout) => {
      const rows = manyRows(120);
      const print = await printedSheet(layout, { rows });
      const source = await read(print);
      const { entries } = source.dockets[0]!;
      expect((await PDFDocument.load(print)).getPageCount()).toBeGreaterThan(5);
      expect(source.warnings).toEqual([]);
      expect(entries.map(({ number, text }) => [number, text])).toEqual(
        rows.map(({ text }, i) => [i + 1, text]),
      );
    },
  );

  test('without borders goes on over pages, and is refused where rows cannot be told apart', async () => {
    const rows = manyRows(40);
    const { dockets, warnings } = await read(await printedSheet({ hasBorders: false }, { rows }));
    expect(warnings).toEqual([]);
    expect(dockets[0]!.entries.map(({ number, filedOn, text }) => [number, filedOn, text])).toEqual(
      rows.map(({ date, text }, i) => [i + 1, `2021-${date.slice(0, 2)}-${date.slice(3, 5)}`, text]),
    );
    const halves = [{ ...rows[0]!, date: '' }, ...rows.slice(1, 4)];
    expect(await refusal(await printedSheet({ hasBorders: false }, { rows: halves }))).toBe(
      'DOCKET_PRINT_TABLE_UNREAD',
    );
  });

  test('finds the date half way down a row that several pages share', async () => {
    const text = `ORDER ${'that goes on and on '.repeat(400)}(Entered: 01/14/2021)`;
    const rows = [...manyRows(3), { date: '01/14/2021', number: '4', text }, { ...manyRows(5)[4]! }];
    const { dockets, warnings } = await read(await printedSheet({ isCentered: true }, { rows }));
    expect(warnings).toEqual([]);
    expect(dockets[0]!.entries.map((entry) => [entry.number, entry.filedOn, entry.text])).toEqual([
      [1, '2021-01-10', rows[0]!.text],
      [2, '2021-02-11', rows[1]!.text],
      [3, '2021-03-12', rows[2]!.text],
      [4, '2021-01-14', text],
      [5, '2021-05-14', rows[4]!.text],
    ]);
  });

  test('keeps lines of an entry that look like what a browser prints around a page', async () => {
    // Wherever the pages break, one of these lines stands at an edge.
    const line = '5/18/2021 09:00 AM at https://meet.example/j/4 1/2 ';
    const rows = [{ date: '05/01/2021', number: '1', text: `SET for ${line.repeat(600).trim()}` }];
    const source = await read(await printedSheet({ hasReceipt: false }, { rows }));
    expect(source.dockets[0]!.entries[0]!.text).toBe(rows[0]!.text);
  });

  test('is the whole docket only where the pages’ numbers show that none is missing', async () => {
    const rows = manyRows(60);
    const whole = await read(await printedSheet({}, { rows }));
    expect(whole.dockets[0]!.isComplete).toBe(true);
    const unnumbered = await read(await printedSheet({ hasHeads: false }, { rows }));
    expect(unnumbered.dockets[0]!.isComplete).toBe(false);
    expect(unnumbered.warnings).toEqual([]);
    const cut = await read(await printedSheet({}, { rows, without: [2, 3] }));
    expect(cut.dockets[0]!.isComplete).toBe(false);
    expect(cut.warnings[0]).toMatchObject({ code: 'DOCKET_PRINT_PAGES_MISSING' });
    expect(cut.warnings[0]!.message).toContain('2-3');
  });
});

describe('prints put together in one PDF', () => {
  const together = async (prints: readonly Uint8Array[]): Promise<Uint8Array> => {
    const pdf = await PDFDocument.create();
    for (const print of prints) {
      const one = await PDFDocument.load(print);
      for (const page of await pdf.copyPages(one, one.getPageIndices())) pdf.addPage(page);
    }
    return pdf.save();
  };
  const member: Partial<PrintLayout> = { number: '2:21-cv-00955-QRS', hasLinks: false };

  test('of two cases are read each by itself', async () => {
    const rows = manyRows(30);
    const [one, two] = [await printedSheet({}), await printedSheet(member, { rows })];
    const [alone, other] = [await read(one), await read(two)];
    const both = await read(await together([one, two]));
    expect(both.dockets).toEqual([...alone.dockets, ...other.dockets]);
    expect(both.dockets.map(({ header }) => header.number)).toEqual(['2:21-cv-00931-QRS', member.number]);
    expect(both.warnings).toEqual([]);
  });

  test('of one case twice are one docket, and the second print is told', async () => {
    const one = await printedSheet({});
    const { dockets, warnings } = await read(await together([one, one]));
    expect(dockets).toHaveLength(1);
    expect(warnings).toMatchObject([
      { code: 'DOCKET_PRINT_LEFT_OUT', raw: expect.stringContaining('00931') },
    ]);
  });
});

describe('a PDF that cannot be read as a docket', () => {
  const drawn = async (text: string): Promise<Uint8Array> => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([612, 792]);
    page.drawText(text, { x: 72, y: 700, size: 11, font: await pdf.embedFont(StandardFonts.TimesRoman) });
    return pdf.save();
  };

  test('is named for what it is', async () => {
    const stamped =
      'Case 2:21-cv-00931-QRS Document 34 Filed 03/01/21 Page 1 of 2\nORDER granting the motion for a preliminary injunction';
    expect(await refusal(await drawn(stamped))).toBe('DOCKET_PRINT_NO_DOCKET');
    expect(await refusal(await drawn('1'))).toBe('DOCKET_PRINT_WITHOUT_TEXT');
    expect(await refusal(new TextEncoder().encode('%PDF-1.7\nnothing of a PDF'))).toBe('PDF_DAMAGED');
  });
});
