import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFNumber,
  PDFRef,
  StandardFonts,
  type PDFFont,
} from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExhibitManifest } from '../../../../shared/model/exhibit-manifest.ts';
import type { ExhibitSetFields, Finding } from '../../../../shared/model/exhibits.ts';
import type { EvidenceId, ExhibitId, ExhibitSetId, MatterId } from '../../../../shared/model/common.ts';
import { encryptPdf, hasQpdf, makePdf } from '../../testing/pdf-files.ts';
import { plantEvidence } from '../../testing/matter-file.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';
import { createTestSession } from '../../testing/temp-session.ts';
import { insertSet } from '../set-repository.ts';
import { citeLinks } from './cite-links.ts';

const pdfiumWasmPath = join(
  import.meta.dirname,
  '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
);
const papers: ExhibitSetFields = {
  name: 'Papers',
  purpose: 'motion',
  declarant: '',
  party: 'none',
  scheme: 'A',
  bates: null,
  numberPosition: 'bottomRight',
  hasSlipSheets: true,
  slipSheetTemplate: 'plain',
  hasStickers: false,
  stickerCorner: 'bottomRight',
  stickerColour: 'party',
  designation: '',
  flattensForms: true,
  looksAtEveryPage: false,
  numbersPages: false,
  isArchival: false,
};

let t: TestEngine;
let matterId: MatterId;
beforeEach(async () => {
  t = await beginTest();
  matterId = (await t.createMatter('Fairwater LLC v. Northgate Hosting, Inc.')).id;
});
afterEach(() => t.dispose());

const size = 12;
/** A line of a declaration: where it begins in the page's own space, which way it runs, and which part is cited. */
interface Line {
  readonly at: readonly [x: number, y: number];
  readonly angle: 0 | 90;
  readonly before: string;
  readonly cited: string;
  readonly after?: string;
}
interface DeclarationPage {
  readonly rotation: number;
  readonly crop?: readonly [x: number, y: number, width: number, height: number];
  readonly lines: readonly Line[];
}

async function takeIn(name: string, bytes: Uint8Array): Promise<EvidenceId> {
  const path = join(t.folder, `${name}.pdf`);
  writeFileSync(path, bytes);
  const { items } = await t.runJob('evidence.add', { matterId, sources: [{ path }] });
  return items[0]!.id as EvidenceId;
}

async function makeDeclaration(
  pages: readonly DeclarationPage[],
): Promise<{ bytes: Uint8Array; font: PDFFont }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const { rotation, crop, lines } of pages) {
    const page = document.addPage([612, 792]);
    page.setRotation(degrees(rotation));
    if (crop) page.setCropBox(...crop);
    for (const { at, angle, before, cited, after = '' } of lines)
      page.drawText(`${before}${cited}${after}`, { x: at[0], y: at[1], size, font, rotate: degrees(angle) });
  }
  return { bytes: await document.save(), font };
}

/** Links of a PDF's pages, as another reader than ours has them: area and place of the page each leads to. */
async function linksOf(path: string): Promise<{ page: number; area: number[]; to: number }[]> {
  const document = await PDFDocument.load(readFileSync(path));
  const places = new Map(document.getPages().map(({ ref }, at) => [ref.toString(), at]));
  return document.getPages().flatMap(({ node }, page) =>
    (node.Annots()?.asArray() ?? []).flatMap((each) => {
      const annotation = document.context.lookup(each, PDFDict);
      if (annotation.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) return [];
      const area = annotation.lookup(PDFName.of('Rect'), PDFArray).asArray();
      const [to] = annotation.lookup(PDFName.of('Dest'), PDFArray).asArray();
      return to instanceof PDFRef
        ? [{ page, area: area.map((side) => (side as PDFNumber).asNumber()), to: places.get(to.toString())! }]
        : [];
    }),
  );
}

/** Whether an area holds the words that are cited, and no words beside them. */
function expectAround(area: readonly number[], { at, angle, before, cited }: Line, font: PDFFont): void {
  const from = font.widthOfTextAtSize(before, size);
  const to = from + font.widthOfTextAtSize(cited, size);
  const [left, bottom, right, top] = area as [number, number, number, number];
  const [x, y] = at;
  const along = angle === 0 ? [left - x, right - x] : [bottom - y, top - y];
  // The letters' own boxes begin and end within their advance.
  expect(along[0]).toBeGreaterThan(from - 2);
  expect(along[0]).toBeLessThan(from + 3);
  expect(along[1]).toBeGreaterThan(to - 3);
  expect(along[1]).toBeLessThan(to + 2);
  const [under, over] = angle === 0 ? [bottom - y, top - y] : [x - right, x - left];
  expect(under).toBeGreaterThan(-size / 2);
  expect(under).toBeLessThan(size / 4);
  expect(over).toBeGreaterThan(size / 3);
  expect(over).toBeLessThan(size * 1.2);
}

test('citations in a declaration lead to the pages they cite, on turned and cropped pages and over two lines', async () => {
  const pages: readonly DeclarationPage[] = [
    {
      rotation: 0,
      lines: [
        { at: [72, 600], angle: 0, before: 'The invoice is ', cited: 'Ex. B at 2', after: ', which I sent.' },
        { at: [72, 500], angle: 0, before: 'The notice came late, as told in ', cited: 'Exhibit' },
        { at: [72, 486], angle: 0, before: '', cited: 'C at 3', after: ', and was signed.' },
      ],
    },
    {
      rotation: 90,
      lines: [
        { at: [300, 90], angle: 90, before: 'I paid it, see ', cited: 'Ex. B at 3', after: ' and after.' },
        { at: [340, 90], angle: 90, before: 'No such paper is ', cited: 'Ex. Z', after: ' of mine.' },
      ],
    },
    {
      rotation: 270,
      crop: [30, 40, 500, 700],
      lines: [{ at: [90, 300], angle: 0, before: 'Again see ', cited: 'Ex. C', after: ' of that day.' }],
    },
  ];
  const { bytes, font } = await makeDeclaration(pages);
  const paper = (name: string, count: number) =>
    makePdf(Array.from({ length: count }, (_, at) => ({ text: `${name}, page ${at + 1}` })));
  const ids = [
    await takeIn('declaration', bytes),
    await takeIn('invoice', await paper('invoice', 4)),
    await takeIn('notice', await paper('notice', 5)),
  ];
  const { id: setId } = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'Papers', hasStickers: false },
  });
  const [declaration, , notice] = await t.client['exhibits.add']({ matterId, setId, evidenceIds: ids });
  await change(declaration!.id, { linksCitations: true });
  // Page 3 of the notice is the second of those carried.
  await change(notice!.id, { pageRanges: '2-4' });

  const { binder, placeOf } = await build(setId);
  const links = (await linksOf(binder)).filter(({ page }) => {
    const own = [0, 1, 2].map((at) => placeOf(0, at));
    return own.includes(page);
  });
  const expected = [
    { page: 0, line: pages[0]!.lines[0]!, to: placeOf(1, 1) },
    { page: 0, line: pages[0]!.lines[1]!, to: placeOf(2, 1) },
    { page: 0, line: pages[0]!.lines[2]!, to: placeOf(2, 1) },
    { page: 1, line: pages[1]!.lines[0]!, to: placeOf(1, 2) },
    { page: 2, line: pages[2]!.lines[0]!, to: placeOf(2, 0) },
  ];
  expect(links.map(({ page, to }) => [page, to])).toEqual(
    expected.map(({ page, to }) => [placeOf(0, page), to]),
  );
  links.forEach(({ area }, at) => expectAround(area, expected[at]!.line, font));
});

test('each letter of a list or range that is printed is a link, also over the end of a page, but not past pages left out', async () => {
  // The parts at odd places are what each exhibit has of its citation.
  const pages = [
    ['See ', 'Exs. A', ', ', 'B', ' and ', 'C', ' of May.'],
    ['See ', 'Exs. A', '–', 'C', ' and ', 'Exs. B', ','],
    ['', 'C', ' of it. See ', 'Ex. B at', ''],
    ['', '2', '. See ', 'Ex.', ''],
    ['', 'C', ' is said here. It ends.'],
  ];
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [at, parts] of pages.entries()) {
    const page = document.addPage([612, 792]);
    page.drawText(parts.join(''), { x: 72, y: 600, size, font });
    page.drawText(`${at + 1}`, { x: 300, y: 60, size, font });
  }
  const paper = (name: string) => makePdf([{ text: name }, { text: `${name} again` }]);
  const ids = [
    await takeIn('letter', await document.save()),
    await takeIn('invoice', await paper('invoice')),
    await takeIn('notice', await paper('notice')),
  ];
  const { id: setId } = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'Papers', hasStickers: false },
  });
  const [letter] = await t.client['exhibits.add']({ matterId, setId, evidenceIds: ids });
  await change(letter!.id, { linksCitations: true, pageRanges: '1-4' });

  const { binder, placeOf } = await build(setId);
  const [a, b, c, b2] = [placeOf(0, 0), placeOf(1, 0), placeOf(2, 0), placeOf(1, 1)];
  const links = (await linksOf(binder)).filter(({ page }) => page >= a && page < a + 4);
  const cited = pages.slice(0, 4).flatMap((parts, page) =>
    parts.flatMap((part, at) => {
      const line: Line = { at: [72, 600], angle: 0, before: parts.slice(0, at).join(''), cited: part };
      return at % 2 === 1 ? [{ page, line }] : [];
    }),
  );
  // Of the last page carried “Ex.” has its label on a page left out.
  const expected = [a, b, c, a, c, b, c, b2, b2].map((to, at) => ({ to, ...cited[at]! }));
  expect(links.map(({ page, to }) => [page, to])).toEqual(expected.map(({ page, to }) => [a + page, to]));
  links.forEach(({ area }, at) => expectAround(area, expected[at]!.line, font));
});

test('citations in an excerpt are links on the pages on which they stand', async () => {
  const declaration = ['first', 'see Ex. B', 'and Ex. C', 'last'].map((text) => ({ text }));
  const ids = [
    await takeIn('declaration', await makePdf(declaration)),
    await takeIn('invoice', await makePdf([{ text: 'invoice' }])),
    await takeIn('notice', await makePdf([{ text: 'notice' }])),
  ];
  const { id: setId } = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'Papers', hasStickers: false },
  });
  const [cites] = await t.client['exhibits.add']({ matterId, setId, evidenceIds: ids });
  await change(cites!.id, { linksCitations: true, pageRanges: '2-3' });
  const { binder, placeOf } = await build(setId);
  const [a, b, c] = [placeOf(0, 0), placeOf(1, 0), placeOf(2, 0)];
  const links = (await linksOf(binder)).filter(({ page }) => page === a || page === a + 1);
  expect(links.map(({ page, to }) => [page, to])).toEqual([
    [a, b],
    [a + 1, c],
  ]);
});

test('an exhibit whose citations are not to be linked has no links, and one that cannot be cited leads nowhere', async () => {
  const cites = await makePdf([{ text: 'See Ex. B at 2 and Ex. C.' }, { text: 'See Exs. A–C.' }]);
  const ids = [
    await takeIn('letter', cites),
    await takeIn('secret', await makePdf([{ text: 'kept' }, { text: 'away' }])),
    await takeIn('gone', await makePdf([{ text: 'taken out' }])),
  ];
  const { id: setId } = await t.client['exhibits.set.create']({
    matterId,
    fields: { name: 'Papers', hasStickers: false },
  });
  const [letter, secret, gone] = await t.client['exhibits.add']({ matterId, setId, evidenceIds: ids });
  const ofLetter = async () => {
    const { binder, placeOf, findings } = await build(setId);
    const links = (await linksOf(binder)).filter(({ page }) => [placeOf(0, 0), placeOf(0, 1)].includes(page));
    const told = findings.filter(({ code }) => code.startsWith('CITATIONS_'));
    return { links, placeOf, told: told.map(({ code, label, message }) => [code, label, message]) };
  };
  expect(await ofLetter()).toMatchObject({ links: [], told: [] });

  await change(letter!.id, { linksCitations: true });
  await change(secret!.id, { treatment: 'withheld' });
  await t.client['exhibits.withdraw']({ matterId, setId, ids: [gone!.id], reason: 'not needed' });
  const { links, placeOf, told } = await ofLetter();
  // The page that stands for B; of the range only its first end, A itself; C is withdrawn.
  expect(links.map(({ page, to }) => [page, to])).toEqual([
    [placeOf(0, 0), placeOf(1, 0)],
    [placeOf(0, 1), placeOf(0, 0)],
  ]);
  expect(told).toEqual([
    [
      'CITATIONS_LEAD_NOWHERE',
      'A',
      '2 citations in this exhibit are no links, because this set has no such exhibit, or only a withdrawn or reserved one, or it is not clear which one is meant: “Ex. C” on page 1; “Exs. A–C” on page 2.',
    ],
  ]);
});

test.skipIf(!hasQpdf())('citations behind a password that is kept are linked', async () => {
  const [open, locked] = [join(t.folder, 'open.pdf'), join(t.folder, 'locked.pdf')];
  writeFileSync(open, await makePdf([{ text: 'See Ex. A at 1.' }]));
  encryptPdf(open, locked, 'open sesame');
  const letter = await takeIn('locked', readFileSync(locked));
  await t.client['evidence.unlock']({ matterId, id: letter, password: 'open sesame', isKept: true });
  const { id: setId } = await t.client['exhibits.set.create']({ matterId, fields: { name: 'Papers' } });
  const [exhibit] = await t.client['exhibits.add']({ matterId, setId, evidenceIds: [letter] });
  await change(exhibit!.id, { linksCitations: true });
  const { binder, placeOf, findings } = await build(setId);
  const links = (await linksOf(binder)).filter(({ page, to }) => page === placeOf(0, 0) && to === page);
  expect(links).toHaveLength(1);
  expect(findings.filter(({ code }) => code.startsWith('CITATIONS_'))).toEqual([]);
});

test('an exhibit whose citations cannot be looked for is told, and the others are looked into all the same', async () => {
  const test = createTestSession({ pdfiumWasmPath });
  try {
    const { session } = test;
    insertSet(session, 'set', papers);
    const contentIds = [Buffer.from('no PDF'), await makePdf([{ text: 'See Ex. B and Ex. C.' }])].map(
      (bytes) => {
        const evidenceId = plantEvidence(session.db, { title: 'paper', bytes });
        return session.prepare('SELECT content_id FROM evidence_item WHERE id = ?').pluck().get(evidenceId);
      },
    ) as number[];
    const signal = new AbortController().signal;
    const exhibits = contentIds.map((contentId, at) => ({
      id: `exhibit ${at}`,
      label: at === 0 ? 'A' : 'B',
      linksCitations: true,
      contentId,
      selected: null,
      pages: 1,
    }));
    const { links, findings } = await citeLinks(
      { session, platform: session.platform, signal },
      'set',
      exhibits,
    );
    expect(links).toEqual([[], []]);
    expect(findings.map(({ code, label }) => [code, label])).toEqual([
      ['CITATIONS_NOT_LINKED', 'A'],
      ['CITATIONS_LEAD_NOWHERE', 'B'],
    ]);
  } finally {
    await test.dispose();
  }
});

async function change(id: ExhibitId, fields: object): Promise<void> {
  await t.client['exhibits.update']({ matterId, id, fields });
}

async function build(setId: ExhibitSetId): Promise<{
  binder: string;
  /** Place in the binder of a page that an exhibit carries. */
  placeOf: (exhibit: number, page: number) => number;
  findings: readonly Finding[];
}> {
  const built = await t.runJob('exhibits.build', {
    matterId,
    setId,
    target: { path: join(t.folder, 'out') },
  });
  const { exhibits } = ExhibitManifest.parse(JSON.parse(readFileSync(built.manifest, 'utf8')));
  return {
    binder: built.binder,
    findings: built.findings,
    placeOf: (exhibit, page) => exhibits[exhibit]!.pages[page]!.volumePage! - 1,
  };
}
