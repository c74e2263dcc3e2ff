import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceId, MatterId, NoteId } from '../../../../shared/model/common.ts';
import {
  NoteAnchor,
  NoteFields,
  NoteFilter,
  type NoteKind,
  type NoteRect,
} from '../../../../shared/model/notes.ts';
import { extractText } from '../../formats/files/extract.ts';
import { bytesSource } from '../../pdf/index.ts';
import { loadPdfium, openPdf, type Bitmap, type PdfDocument } from '../../pdf/pdfium/index.ts';
import { readAnnotations } from '../../pdf/text/annotation-text.ts';
import { unite } from '../../../../shared/domain/rect.ts';
import { locateAnchors } from '../../pdf/reader/anchors/locate-anchors.ts';
import { readPageText } from '../../pdf/reader/text/page-text.ts';
import { makePng } from '../../testing/images.ts';
import { makeMail } from '../../testing/mail-and-archives.ts';
import { withMatterFile } from '../../testing/matter-file.ts';
import { encryptPdf, hasPoppler, hasQpdf, makeLockedPdf, pdfWithoutPages } from '../../testing/pdf-files.ts';
import { createTestEngine, type TestEngine } from '../../testing/temp-matter.ts';

const wasm = join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
const sentence = 'Either party may end this agreement upon thirty days notice';
let t: TestEngine;
let matterId: MatterId;
let folder: string;
let items: Readonly<Record<string, EvidenceId>>;
let original: Uint8Array;

/** A page upright, one turned and cropped with a link and a label, one turned twice. */
async function makeAgreement(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const write = (turned: number, crop: boolean, text: string) => {
    const page = pdf.addPage([612, 792]);
    page.drawText(text, { x: 100, y: 500, size: 14, font });
    page.setRotation(degrees(turned));
    if (crop) page.setCropBox(60, 90, 500, 640);
    return page;
  };
  write(0, false, sentence);
  const second = write(90, true, sentence);
  const link = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [100, 490, 200, 510],
    Border: [0, 0, 0],
    A: { S: 'URI', URI: PDFString.of('https://example.org/terms') },
  });
  second.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.register(link)]));
  write(180, true, sentence);
  write(270, true, sentence);
  return pdf.save();
}

beforeAll(async () => {
  t = await createTestEngine();
  ({ id: matterId } = await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.'));
  original = await makeAgreement();
  items = await takeIn({
    'Agreement.pdf': original,
    'Locked.pdf': makeLockedPdf('open sesame'),
    'Outage.eml': makeMail('Notice of outage'),
    'Torn.pdf': '%PDF-1.4 torn',
    'Blank.pdf': pdfWithoutPages,
    'Screen.png': makePng(300, 200),
  });
});
afterAll(() => t.dispose());
beforeEach(() => {
  folder = mkdtempSync(join(t.folder, 'out-'));
});

async function takeIn(
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<Record<string, EvidenceId>> {
  const sources = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(t.folder, name), bytes);
    return { path: join(t.folder, name) };
  });
  const { items: added } = await t.runJob('evidence.add', { matterId, sources });
  return Object.fromEntries(Object.keys(files).map((name, i) => [name, added[i]!.id as EvidenceId]));
}

/** Runs a test with notes that are gone after it. */
async function withNotes<T>(
  notes: readonly (readonly [string, NoteKind, Partial<NoteAnchor>, Partial<NoteFields>?])[],
  work: () => Promise<T>,
): Promise<T> {
  const ids: NoteId[] = [];
  for (const [item, kind, anchor, fields = {}] of notes) {
    const { id } = await t.client['notes.add']({
      matterId,
      evidenceId: items[item]!,
      kind,
      anchor: NoteAnchor.parse(anchor),
      fields: NoteFields.parse({ isWorkProduct: false, ...fields }),
    });
    ids.push(id);
  }
  try {
    return await work();
  } finally {
    await t.client['notes.delete']({ matterId, ids });
  }
}

const exportTo = (
  form: 'csv' | 'docx' | 'pdf',
  path: string,
  more: { includesWorkProduct?: boolean; filter?: Partial<NoteFilter> } = {},
) =>
  t.runJob('notes.export', {
    matterId,
    form,
    target: { path },
    includesWorkProduct: more.includesWorkProduct ?? false,
    filter: NoteFilter.parse(more.filter ?? {}),
  });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function withDocument<T>(bytes: Uint8Array, use: (pdf: PdfDocument) => T): Promise<T> {
  const pdf = openPdf(await loadPdfium(wasm), bytesSource(bytes));
  try {
    return use(pdf);
  } finally {
    pdf.close();
  }
}
const pictures = (bytes: Uint8Array) =>
  withDocument(bytes, (pdf) =>
    Array.from({ length: pdf.pageCount }, (_, page) => pdf.withPage(page, (opened) => opened.render(1))),
  );
const placesOf = (bytes: Uint8Array, quote: string) =>
  withDocument(bytes, (pdf) =>
    Array.from({ length: pdf.pageCount }, (_, page) =>
      pdf.withPage(
        page,
        (opened) =>
          locateAnchors(readPageText(pdf.pdfium, opened), [NoteAnchor.parse({ page: 1, quote })])[0]!
            .rects[0]!,
      ),
    ),
  );

/** The rectangle in which two pictures of a page differ. */
function difference(one: Bitmap, other: Bitmap): NoteRect {
  expect([other.width, other.height]).toEqual([one.width, one.height]);
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let at = 0; at < one.rgba.length; at += 4) {
    if ([0, 1, 2].every((channel) => Math.abs(one.rgba[at + channel]! - other.rgba[at + channel]!) < 8))
      continue;
    const [x, y] = [(at / 4) % one.width, Math.floor(at / 4 / one.width)];
    [left, top, right, bottom] = [
      Math.min(left, x),
      Math.min(top, y),
      Math.max(right, x),
      Math.max(bottom, y),
    ];
  }
  return { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top };
}
const rough = ({ x, y, width, height }: NoteRect) => [x, y, x + width, y + height];
function expectNear(one: NoteRect, other: NoteRect, slack: number): void {
  for (const [i, value] of rough(one).entries())
    expect(Math.abs(value - rough(other)[i]!)).toBeLessThanOrEqual(slack);
}

const quote = {
  quote: 'thirty days',
  prefix: 'upon',
  suffix: 'notice',
  rects: [{ x: 1, y: 1, width: 5, height: 5 }],
};

test('highlights lie on their words as shown, on pages turned and cropped, and nothing else of a page changes', async () => {
  const pages = [1, 2, 3, 4];
  await withNotes(
    pages.map(
      (page) => ['Agreement.pdf', 'highlight', { page, ...quote }, { text: `Note ${page}` }] as const,
    ),
    async () => {
      const { files, notes, problems } = await exportTo('pdf', folder);
      expect({ notes, problems, names: readdirSync(folder) }).toEqual({
        notes: 4,
        problems: [],
        names: ['Agreement (notes).pdf'],
      });
      const copy = readFileSync(join(folder, 'Agreement (notes).pdf'));
      expect(files).toEqual([
        {
          fileName: 'Agreement (notes).pdf',
          path: join(folder, 'Agreement (notes).pdf'),
          sha256: sha256(copy),
          notes: 4,
        },
      ]);
      const [before, after, places] = [
        await pictures(original),
        await pictures(copy),
        await placesOf(original, 'thirty days'),
      ];
      for (const page of pages.keys())
        expectNear(difference(before[page]!, after[page]!), places[page]!, 1.5);
      const said = await withDocument(copy, (pdf) => {
        const reader = readAnnotations(pdf);
        const texts = pages.map((page) => pdf.withPage(page - 1, (opened) => reader.read(opened)));
        reader.close();
        return texts;
      });
      expect(said).toEqual(['Note 1', 'Note 2', 'Note 3', 'Note 4']);
      // What was there is still there.
      expect(copy.includes('https://example.org/terms')).toBe(true);
    },
  );
  const item = await t.client['evidence.get']({ matterId, id: items['Agreement.pdf']! });
  expect(item.sha256).toBe(sha256(original));
  expect(await t.runJob('matter.verify', { matterId })).toMatchObject({ ok: true });
});

// Read back by poppler, where it is installed: what the notes look like is for others to say.
test.skipIf(!hasPoppler())(
  'another program shows every kind of note where it stands, with its words, author and date',
  async () => {
    const rect = { x: 50, y: 60, width: 80, height: 40 };
    await withNotes(
      [
        ['Agreement.pdf', 'underline', { page: 2, ...quote }],
        ['Agreement.pdf', 'box', { page: 2, rects: [rect] }],
        ['Agreement.pdf', 'note', { page: 3, rects: [{ ...rect, x: 200 }] }, { text: 'Ask Ö. Reyes (why?)' }],
        ['Agreement.pdf', 'bookmark', { page: 4 }, { text: 'Here' }],
      ],
      async () => {
        await exportTo('pdf', folder);
        const path = join(folder, 'Agreement (notes).pdf');
        const shown = (file: string, page: number): Bitmap => {
          const ppm = execFileSync(
            'pdftoppm',
            ['-r', '72', '-cropbox', '-f', `${page}`, '-l', `${page}`, file],
            { maxBuffer: 1e8 },
          );
          const [, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40))!;
          const rgb = ppm.subarray(ppm.length - Number(width) * Number(height) * 3);
          const rgba = new Uint8Array((rgb.length / 3) * 4);
          for (let at = 0; at < rgb.length / 3; at++) rgba.set(rgb.subarray(at * 3, at * 3 + 3), at * 4);
          return { width: Number(width), height: Number(height), rgba };
        };
        const source = join(t.folder, 'Agreement.pdf');
        const [, underlined] = await placesOf(original, 'thirty days');
        // Its words run down the page: the line is at their left.
        const line = { ...underlined!, width: 1.2 };
        const both = difference(shown(source, 2), shown(path, 2));
        expectNear(both, unite(rect, line), 3);
        const pin = difference(shown(source, 3), shown(path, 3));
        expectNear(pin, { x: 180, y: 60, width: 18, height: 18 }, 3);
        const ribbon = difference(shown(source, 4), shown(path, 4));
        expect(ribbon.y).toBeLessThan(20);
        expect(ribbon.width).toBeLessThanOrEqual(20);
      },
    );
  },
);

test('a mark for redaction is on a copy as one that is not applied: an outline that other programs know for what it is', async () => {
  await withNotes(
    [
      [
        'Agreement.pdf',
        'redaction',
        { page: 1, rects: [{ x: 60, y: 400, width: 120, height: 60 }] },
        { text: 'Privileged' },
      ],
    ],
    async () => {
      await exportTo('pdf', folder);
      const path = join(folder, 'Agreement (notes).pdf');
      const bytes = readFileSync(path);
      expect(bytes.toString('latin1')).toMatch(/\/Subtype\/Redact.*\/QuadPoints\[/);
      const pale = await withDocument(bytes, (pdf) =>
        pdf.withPage(0, (page) => {
          const { rgba, width } = page.render(1);
          const shades = Array.from({ length: 40 * 40 }, (_, i) => {
            const at = ((410 + Math.floor(i / 40)) * width + 70 + (i % 40)) * 4;
            return (rgba[at]! + rgba[at + 1]! + rgba[at + 2]!) / 3;
          });
          return shades.reduce((sum, shade) => sum + shade, 0) / shades.length;
        }),
      );
      // Lines across it, no ink.
      expect(pale).toBeGreaterThan(180);
      expect(pale).toBeLessThan(254);
      const csv = join(folder, 'notes.csv');
      await exportTo('csv', csv);
      expect(readFileSync(csv, 'utf8')).toContain('Mark for redaction');
    },
  );
});

test('the same notes give the same bytes, and a second copy does not replace the first', async () => {
  await withNotes(
    [['Agreement.pdf', 'highlight', { page: 1, ...quote }, { text: 'x', color: 'blue' }]],
    async () => {
      const [first, second] = [await exportTo('pdf', folder), await exportTo('pdf', folder)];
      expect(readdirSync(folder).sort()).toEqual(['Agreement (notes) (2).pdf', 'Agreement (notes).pdf']);
      expect(second.files[0]!.sha256).toBe(first.files[0]!.sha256);
    },
  );
});

test('what is work product stands nowhere in what is written, unless it is asked for', async () => {
  const secret = 'Zweifelsfall-Strategie';
  await withNotes(
    [
      ['Agreement.pdf', 'highlight', { page: 1, ...quote }, { text: secret, isWorkProduct: true }],
      ['Agreement.pdf', 'bookmark', { page: 2 }, { text: 'Harmless' }],
      ['Outage.eml', 'note', {}, { text: secret, isWorkProduct: true }],
    ],
    async () => {
      // As it stands, and as a PDF writes what is more than a line of ASCII.
      const holds = (bytes: Buffer, text: string) =>
        bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le').swap16().toString('hex'));
      for (const form of ['csv', 'docx', 'pdf'] as const) {
        const target = form === 'pdf' ? join(folder, 'copies') : join(folder, `notes.${form}`);
        expect(await exportTo(form, target)).toMatchObject({ notes: 1, leftOut: 2, files: [{ notes: 1 }] });
        const bytes =
          form === 'pdf' ? readFileSync(join(target, readdirSync(target)[0]!)) : readFileSync(target);
        const text =
          form === 'docx'
            ? Buffer.from(extractText(bytesSource(bytes), 'word', 100_000).sections.join(''))
            : bytes;
        expect(holds(text, secret), form).toBe(false);
        expect(holds(text, 'Harmless'), form).toBe(true);
        expect(holds(text, 'WORK PRODUCT'), form).toBe(false);
      }
      const all = await exportTo('pdf', join(folder, 'all'), { includesWorkProduct: true });
      expect(all).toMatchObject({ notes: 3, leftOut: 0 });
      const marked = await withDocument(readFileSync(join(folder, 'all', 'Agreement (notes).pdf')), (pdf) => {
        const reader = readAnnotations(pdf);
        const text = pdf.withPage(0, (opened) => reader.read(opened));
        reader.close();
        return text;
      });
      expect(marked).toBe(`ATTORNEY WORK PRODUCT\n${secret}`);
    },
  );
});

test('notes of a mail stand on the words in the PDF that stands for it', async () => {
  await withNotes(
    [
      [
        'Outage.eml',
        'highlight',
        { page: 1, quote: 'find enclosed: Notice', prefix: 'Please', suffix: 'of outage' },
        { text: 'When?' },
      ],
    ],
    async () => {
      const { problems, files } = await exportTo('pdf', folder);
      expect(problems).toEqual([]);
      const copy = readFileSync(files[0]!.path!);
      await exportTo('csv', join(folder, 'x.csv'));
      const [place] = await placesOf(copy, 'find enclosed: Notice');
      const plain = await t.runJob('evidence.export', {
        matterId,
        ids: [items['Outage.eml']!],
        target: { path: folder },
        form: 'rendition',
      });
      const rendition = readFileSync(plain.files[0]!.path!);
      expectNear(difference((await pictures(rendition))[0]!, (await pictures(copy))[0]!), place!, 1.5);
    },
  );
});

test('a box on a picture stands on the same part of it in the PDF that stands for it', async () => {
  // 300 by 200 dots are 225 by 150 points: a screen has 96 dots an inch.
  const area = { x: 56.25, y: 75, width: 112.5, height: 37.5 };
  await withNotes([['Screen.png', 'box', { page: 1, rects: [area] }, { color: 'red' }]], async () => {
    const { problems, files } = await exportTo('pdf', join(folder, 'copies'));
    expect(problems).toEqual([]);
    const plain = await t.runJob('evidence.export', {
      matterId,
      ids: [items['Screen.png']!],
      target: { path: folder },
      form: 'rendition',
    });
    const [before] = await pictures(readFileSync(plain.files[0]!.path!));
    const [after] = await pictures(readFileSync(files[0]!.path!));
    const drawn = difference(before!, after!);
    const blank = { ...before!, rgba: new Uint8Array(before!.rgba.length).fill(255) };
    // All that is drawn on the page, above the line at its foot.
    const picture = difference(
      { ...blank, height: 700, rgba: blank.rgba.slice(0, blank.width * 700 * 4) },
      { ...before!, height: 700, rgba: before!.rgba.slice(0, before!.width * 700 * 4) },
    );
    expectNear(
      drawn,
      {
        x: picture.x + picture.width / 4,
        y: picture.y + picture.height / 2,
        width: picture.width / 2,
        height: picture.height / 4,
      },
      2,
    );
  });
});

test('what cannot be copied is told and keeps nothing else from being written; words that are gone are drawn where they stood', async () => {
  const rect = { x: 100, y: 100, width: 50, height: 12 };
  await withNotes(
    [
      ['Agreement.pdf', 'highlight', { page: 1, quote: 'words of another edition entirely', rects: [rect] }],
      ['Locked.pdf', 'note', {}],
      ['Torn.pdf', 'note', {}],
      ['Blank.pdf', 'note', {}],
    ],
    async () => {
      const { files, problems } = await exportTo('pdf', folder);
      expect(files.map(({ fileName }) => fileName)).toEqual(['Agreement (notes).pdf']);
      expect(problems.map(({ evidenceId, problem }) => [evidenceId, problem.code])).toEqual([
        [items['Agreement.pdf'], 'NOTE_WORDS_LOST'],
        [items['Blank.pdf'], 'PDF_NO_PAGES'],
        [items['Locked.pdf'], 'PDF_ENCRYPTED'],
        [items['Torn.pdf'], 'PDF_DAMAGED'],
      ]);
      const [before] = await pictures(original);
      const [after] = await pictures(readFileSync(files[0]!.path!));
      expectNear(difference(before!, after!), rect, 1);
      expect(readdirSync(folder)).toHaveLength(1);
    },
  );
});

test('a folder for copies is not left behind where none came into it', async () => {
  await withNotes([['Locked.pdf', 'note', {}]], async () => {
    const { files } = await exportTo('pdf', join(folder, 'copies'));
    expect([files, readdirSync(folder)]).toEqual([[], []]);
  });
});

// qpdf makes the protected file; nothing of ours encrypts PDFs.
test.skipIf(!hasQpdf()).each([
  ['kept', true],
  ['given', false],
])('a PDF behind a password that was %s is copied without it', async (how, isKept) => {
  const [plain, locked] = [join(folder, 'plain.pdf'), join(folder, 'Sealed.pdf')];
  writeFileSync(plain, original);
  encryptPdf(plain, locked, how);
  const { 'Sealed.pdf': id } = await takeIn({ 'Sealed.pdf': readFileSync(locked) });
  items = { ...items, 'Sealed.pdf': id! };
  await t.client['evidence.unlock']({ matterId, id: id!, password: how, isKept });
  await withNotes([['Sealed.pdf', 'highlight', { page: 2, ...quote }]], async () => {
    const { files, problems } = await exportTo('pdf', join(folder, 'copies'));
    expect(problems).toEqual([]);
    const copy = readFileSync(files[0]!.path!);
    const [before, after] = [await pictures(original), await pictures(copy)];
    expectNear(difference(before[1]!, after[1]!), (await placesOf(original, 'thirty days'))[1]!, 1.5);
    execFileSync('qpdf', ['--check', files[0]!.path!]);
  });
});

test('a table has a row a note, and no cell that a spreadsheet would run', async () => {
  const { id: tag } = await t.client['evidence.tag.add']({
    matterId,
    fields: { name: 'Notice', kind: 'issue', color: 'red' },
  });
  await withNotes(
    [
      [
        'Agreement.pdf',
        'highlight',
        { page: 1, ...quote, quote: '=cmd()' },
        { text: 'He said "now",\nthen left', tagIds: [tag] },
      ],
    ],
    async () => {
      const path = join(folder, 'notes.csv');
      const { files } = await exportTo('csv', path);
      const text = readFileSync(path, 'utf8');
      expect(files).toEqual([{ fileName: 'notes.csv', path, sha256: sha256(readFileSync(path)), notes: 1 }]);
      expect(text.split('\r\n')[0]).toBe(
        '\ufeffItem,Item type,Kind,Page,Time,Cite,Marked words,Note,Tags,Issues,Color,Author,Created,Changed,Work product',
      );
      expect(text).toContain(
        `Agreement,pdf,Highlight,1,,p. 1,'=cmd(),"He said ""now"",\nthen left",,Notice,Yellow,tester,`,
      );
      await expect(exportTo('csv', path)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
      await expect(exportTo('csv', join(folder, 'nowhere', 'x.csv'))).rejects.toMatchObject({
        code: 'FILE_UNWRITABLE',
      });
    },
  );
  await t.client['evidence.tag.delete']({ matterId, id: tag });
});

test('a report tells notes by item, and says when there is work product in it', async () => {
  await withNotes(
    [
      ['Agreement.pdf', 'highlight', { page: 1, ...quote }, { text: 'Late', isWorkProduct: true }],
      ['Outage.eml', 'note', {}, { text: 'Whose?' }],
    ],
    async () => {
      const path = join(folder, 'notes.docx');
      expect(await exportTo('docx', path, { includesWorkProduct: true })).toMatchObject({
        notes: 2,
        leftOut: 0,
      });
      const text = extractText(bytesSource(readFileSync(path)), 'word', 100_000).sections.join('');
      expect(text).toMatch(/^Notes\nATTORNEY WORK PRODUCT\nFairwater LLC v. Northgate Hosting, Inc./);
      expect(text).toMatch(
        /Agreement\n[^]*p. 1 \tHighlight \t“thirty days” \tLate \ttester[^]*Work product[^]*\n/,
      );
      expect(text).toContain('Whose?');
    },
  );
});

test('only what passes the filter is written, and items that are not there are named', async () => {
  await withNotes(
    [
      ['Agreement.pdf', 'bookmark', { page: 1 }],
      ['Outage.eml', 'note', {}],
    ],
    async () => {
      const only = { filter: { evidenceIds: [items['Outage.eml']!] } };
      expect(await exportTo('csv', join(folder, 'one.csv'), only)).toMatchObject({ notes: 1 });
      const gone = { filter: { evidenceIds: ['gone' as EvidenceId] } };
      await expect(exportTo('csv', join(folder, 'none.csv'), gone)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    },
  );
});

test('an export that is cancelled leaves nothing half written', async () => {
  await withNotes([['Agreement.pdf', 'highlight', { page: 1, ...quote }]], async () => {
    const cancel = new AbortController();
    const asked = { matterId, form: 'pdf', target: { path: folder }, filter: {} } as const;
    const done = t.runJob('notes.export', asked, { signal: cancel.signal });
    cancel.abort();
    await expect(done).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('more notes than were ever chosen by hand go into one table, and into as many documents as it takes', async () => {
  const count = 50_500;
  const at = "'2021-01-11T00:00:00.000Z'";
  withMatterFile(join(t.folder, 'matter-1.matter'), (db) =>
    db.exec(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       INSERT INTO note SELECT 'many ' || i, '${items['Agreement.pdf']}', 'note', 1, '', '', '', '[]', NULL, 'Note ' || i,
         'red', 0, '{"name":"A. Reyes","role":"","barNumber":""}', ${at}, ${at} FROM n`,
    ),
  );
  const filter = { ids: Array.from({ length: count }, (_, i) => `many ${i + 1}` as NoteId) };
  const table = join(folder, 'many.csv');
  const { files } = await exportTo('csv', table, { filter });
  const bytes = readFileSync(table);
  expect(files).toMatchObject([{ sha256: sha256(bytes), notes: count }]);
  const rows = bytes.toString().split('\r\n');
  expect(rows).toHaveLength(count + 2);
  expect(new Set(rows.slice(1, -1).map((row) => row.split(',')[7])).size).toBe(count);

  const cancel = new AbortController();
  const document = join(folder, 'many.docx');
  const asked = { matterId, form: 'docx', target: { path: document }, filter } as const;
  const onProgress = () => existsSync(document) && cancel.abort();
  const cancelled = t.runJob('notes.export', asked, { signal: cancel.signal, onProgress });
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(folder)).toEqual(['many.csv']);

  const written = await exportTo('docx', document, { filter });
  expect(written.files.map(({ fileName, notes }) => [fileName, notes])).toEqual([
    ['many.docx', 20_000],
    ['many (2).docx', 20_000],
    ['many (3).docx', 10_500],
  ]);
  rmSync(join(folder, 'many.docx'));
  await expect(exportTo('docx', join(folder, 'many.docx'), { filter })).rejects.toMatchObject({
    code: 'FILE_EXISTS',
  });
  expect(readdirSync(folder).toSorted()).toEqual(['many (2).docx', 'many (3).docx', 'many.csv']);
});
