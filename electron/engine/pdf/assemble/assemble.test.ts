import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString, degrees } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasQpdf, makePdf } from '../../testing/pdf-files.ts';
import type { AssembleItem } from './plan.ts';
import { bindAll } from './testing.ts';

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-assemble-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Assembles PDFs, with everything on. */
const bind = (
  sources: readonly Uint8Array[],
  changes: readonly Partial<AssembleItem>[] = [],
  name = 'binder.pdf',
) => bindAll(sources, join(folder, name), { changes });

const text = (path: string, page: number) =>
  execFileSync('pdftotext', ['-layout', '-f', String(page), '-l', String(page), path, '-']).toString();

/** Where the links of a page lead, as pages from 1, read by another program's library. */
async function linksOf(bytes: Uint8Array, page: number): Promise<number[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const annotations = pages[page - 1]!.node.Annots()?.asArray() ?? [];
  return annotations.flatMap((ref) => {
    const destination = document.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('Dest'), PDFArray);
    return destination ? [pages.findIndex((candidate) => candidate.ref === destination.get(0)) + 1] : [];
  });
}

/** A PDF of two pages: a link on the first by page, by name and by action to the second; scripts; a bookmark. */
async function makeLinked(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await makePdf([{ text: 'first' }, { text: 'second' }]), {
    updateMetadata: false,
  });
  const { context, catalog } = document;
  const [first, second] = document.getPages();
  const link = (entries: object) =>
    context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [72, 72, 144, 90], ...entries }));
  const place = [second!.ref, 'XYZ', 10, 700, null];
  first!.node.set(
    PDFName.of('Annots'),
    context.obj([
      link({ Dest: place }),
      link({ Dest: PDFString.of('chapter') }),
      link({ A: { S: 'GoTo', D: PDFString.of('chapter') } }),
      link({ A: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }),
      link({ A: { S: 'URI', URI: PDFString.of('https://example.com/') } }),
    ]),
  );
  catalog.set(
    PDFName.of('Names'),
    context.obj({ Dests: { Names: [PDFString.of('chapter'), { D: place }] } }),
  );
  catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(2)') }));
  const outline = context.nextRef();
  const mark = context.register(
    context.obj({ Title: PDFString.of('Inner chapter'), Parent: outline, Dest: place }),
  );
  context.assign(outline, context.obj({ Type: 'Outlines', First: mark, Last: mark, Count: 1 }));
  catalog.set(PDFName.of('Outlines'), outline);
  return document.save({ useObjectStreams: false });
}

describe.skipIf(!hasQpdf())('an assembled binder', () => {
  it('keeps links inside an exhibit working, its bookmarks too, and leaves no script in', async () => {
    const linked = await makeLinked();
    const { path, bytes, items } = await bind([await makePdf([{ text: 'x' }]), linked]);
    execFileSync('qpdf', ['--check', path]);
    // Index 1, slip 2, page 3; slip 4, pages 5 and 6.
    expect(await linksOf(bytes, 1)).toEqual([2, 4]);
    expect(await linksOf(bytes, 4)).toEqual([1, 1]);
    expect(await linksOf(bytes, 5)).toEqual([6, 6, 6]);
    const whole = execFileSync('qpdf', ['--qdf', path, '-']).toString('latin1');
    expect(whole).not.toContain('JavaScript');
    expect(whole).toContain('https://example.com/');
    expect(items[1]!.findings).toContainEqual(expect.objectContaining({ code: 'SCRIPTS_REMOVED' }));
    const { outlines, pagelabels } = JSON.parse(
      execFileSync('qpdf', ['--json=1', '--json-key=outlines', '--json-key=pagelabels', path]).toString(),
    ) as {
      outlines: {
        title: string;
        destpageposfrom1: number;
        kids: { title: string; destpageposfrom1: number }[];
      }[];
      pagelabels: { index: number; label: Record<string, unknown> }[];
    };
    expect(outlines.map(({ title, destpageposfrom1 }) => [title, destpageposfrom1])).toEqual([
      ['Index', 1],
      ['Exhibit 1 – Title 1', 2],
      ['Exhibit 2 – Title 2', 4],
    ]);
    expect(outlines[2]!.kids).toMatchObject([{ title: 'Inner chapter', destpageposfrom1: 6 }]);
    expect(pagelabels[0]).toMatchObject({ index: 0, label: { '/S': '/r' } });
    const document = pagelabels.find(({ index }) => index === 4);
    expect(document?.label).toMatchObject({ '/P': 'AMZ00000', '/S': '/D', '/St': 2 });
  });

  it('stamps rotated, cropped, tiny, large and scaled pages upright, inside what is shown, and changes nothing else', async () => {
    const document = await PDFDocument.load(
      await makePdf([
        { text: 'upright' },
        { text: 'right', rotation: 90 },
        { text: 'over', rotation: 180 },
        { text: 'left', rotation: 270 },
        { text: 'cropped' },
        { text: 'large', size: [2000, 3000], rotation: 90 },
        { size: [90, 40] },
        { text: 'unit' },
      ]),
    );
    document.getPage(4).setCropBox(100, 200, 400, 500);
    document.getPage(4).setRotation(degrees(90));
    document.getPage(7).node.set(PDFName.of('UserUnit'), document.context.obj(2));
    const source = await document.save({ updateFieldAppearances: false });
    const sourcePath = join(folder, 'source.pdf');
    writeFileSync(sourcePath, source);
    const { path, items } = await bind([source]);
    execFileSync('qpdf', ['--check', path]);
    expect(items[0]!.findings).toEqual([]);
    for (let page = 1; page <= 8; page += 1) {
      const before = render(sourcePath, page);
      const after = render(path, page + 2);
      expect([after.width, after.height]).toEqual([before.width, before.height]);
      const changed = differences(before, after);
      expect(changed.count).toBeGreaterThan(0);
      // At 72 dpi a pixel is a point: all that changed stands in the lower right corner as looked at, of a large page in proportion.
      const scale = Math.max(1, Math.min(before.width, before.height) / 792);
      expect(before.width - changed.left).toBeLessThanOrEqual(111 * scale);
      expect(before.height - changed.top).toBeLessThanOrEqual(90 * scale);
      expect(text(path, page + 2)).toContain(`AMZ00000${page}`);
    }
  });

  it('reads its stamps back on pages whose own instructions leave a state open', async () => {
    const document = await PDFDocument.create();
    for (const content of [
      'q 0.1 0 0 0.1 0 0 cm q 0 0 1 1 re W n',
      'Q Q 0.5 0 0 0.5 0 0 cm 0 0 10 10 re f Q',
      'BT /F 12 Tf (never ended',
      '1 0 0 rg 0 0 100 100 re f',
    ]) {
      const page = document.addPage([612, 792]);
      page.node.set(PDFName.of('Contents'), document.context.register(document.context.stream(content)));
    }
    const { path, items } = await bind([await document.save()]);
    for (let page = 1; page <= 4; page += 1) expect(text(path, page + 2)).toContain(`AMZ00000${page}`);
    expect(items[0]!.findings).toMatchObject([{ code: 'PAGE_CONTENT_WRAPPED', message: /^3 pages/ }]);
  });

  it('says in a long index of many scripts where each slip sheet really is', async () => {
    const source = await makePdf([{ text: 'a page' }]);
    const titles = Array.from(
      { length: 300 },
      (_, i) =>
        `${i} ${['Ünïcødé Größe', 'Письмо о приостановке', '通知書 漢字', 'خطاب التعليق', 'נספח למכתב', 'निलंबन पत्र', '정지 통지서'][i % 7]} ${'with a rather long description '.repeat(i % 5)}`,
    );
    const { path, indexPages, items, missingCharacters } = await bind(
      Array.from({ length: 300 }, () => source),
      titles.map((title) => ({ title, hasSticker: false })),
    );
    expect(missingCharacters).toEqual([]);
    expect(indexPages).toBeGreaterThan(8);
    const index = execFileSync('pdftotext', ['-layout', '-l', String(indexPages), path, '-']).toString();
    const printed = [...index.matchAll(/AMZ\d{6}\s+(\d+)$/gm)].map((match) => Number(match[1]));
    expect(printed).toEqual(items.map(({ startPage }) => startPage));
    for (const at of [0, 150, 299]) expect(text(path, printed[at]!)).toContain(`EXHIBIT ${at + 1}`);
    expect(index).toContain('Письмо о приостановке');
    expect(index).toContain('漢字');
    expect(index).toContain('정지');
  });

  it('puts a visible box for a character no font has, and says which, of which exhibit', async () => {
    const source = await makePdf([{ text: 'x' }]);
    const { missingCharacters, items } = await bind(
      [source, source],
      [{ title: 'Plain' }, { title: 'Rune \u{1b170} here' }],
    );
    expect(missingCharacters).toEqual(['\u{1b170}']);
    expect(items.map(({ findings }) => findings)).toMatchObject([
      [],
      [{ code: 'CHARACTERS_NOT_PRINTABLE', message: /^No font for \u{1b170}: a box stands in its place/u }],
    ]);
  });

  it('is the same to the byte wherever it is written', async () => {
    const sources = [await makeLinked(), await makePdf([{ text: 'y', rotation: 90 }])];
    const one = await bind(sources, [], 'one.pdf');
    const two = await bind(sources, [], 'two.pdf');
    expect(two.bytes.equals(one.bytes)).toBe(true);
    expect(createHash('sha256').update(one.bytes).digest('hex')).toBe(one.sha256);
  });
});

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

function render(path: string, page: number): Picture {
  const ppm = execFileSync(
    'pdftoppm',
    ['-cropbox', '-r', '72', '-f', String(page), '-l', String(page), path],
    {
      maxBuffer: 1e9,
    },
  );
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))!;
  return { width: Number(header[1]), height: Number(header[2]), pixels: ppm.subarray(header[0].length) };
}

function differences(a: Picture, b: Picture): { count: number; left: number; top: number } {
  let count = 0;
  let [left, top] = [a.width, a.height];
  for (let i = 0; i < a.pixels.length; i += 3) {
    if (
      a.pixels[i] === b.pixels[i] &&
      a.pixels[i + 1] === b.pixels[i + 1] &&
      a.pixels[i + 2] === b.pixels[i + 2]
    )
      continue;
    count += 1;
    left = Math.min(left, (i / 3) % a.width);
    top = Math.min(top, Math.floor(i / 3 / a.width));
  }
  return { count, left, top };
}
