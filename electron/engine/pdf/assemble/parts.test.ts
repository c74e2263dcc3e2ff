import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFPage } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasQpdf, makePdf } from '../../testing/pdf-files.ts';
import { bytesSource } from '../pdf-source.ts';
import { assemble } from './assemble.ts';
import { previewPage } from './preview.ts';
import { assetsDirectory, bindAll, itemOf, pdfiumWasmPath, testOptions, testTools } from './testing.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'forthwith-assemble-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (path: string, page: number) =>
  execFileSync('pdftotext', ['-layout', '-f', String(page), '-l', String(page), path, '-']).toString();
const check = (path: string) => execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
const at = (name: string) => join(folder, name);

/** Adds a link to a page that leads to another. */
function addLink(document: PDFDocument, from: PDFPage, to: PDFPage): void {
  const { context } = document;
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [72, 72, 144, 90],
    Dest: [to.ref, 'Fit'],
  });
  const present = from.node.Annots();
  if (present) present.push(context.register(link));
  else from.node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
}

/** Pages, from 0, where the links of a page lead; −1 for nowhere. */
async function linksOf(path: string, page: number): Promise<number[]> {
  const document = await PDFDocument.load(readFileSync(path), { updateMetadata: false });
  const pages = document.getPages();
  return (pages[page]!.node.Annots()?.asArray() ?? []).map((ref) => {
    const place = document.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('Dest'), PDFArray);
    return place ? pages.findIndex((candidate) => candidate.ref === place.get(0)) : -1;
  });
}

const fivePages = async () => {
  const document = await PDFDocument.load(
    await makePdf(['one', 'two', 'three', 'four', 'five'].map((word) => ({ text: `page ${word}` }))),
  );
  const pages = document.getPages();
  addLink(document, pages[1]!, pages[3]!);
  addLink(document, pages[1]!, pages[4]!);
  return document.save({ useObjectStreams: false });
};

describe.skipIf(!hasQpdf())('parts of an original', () => {
  it('are carried in the order asked for, also twice; links to pages left out lead nowhere and are counted', async () => {
    const source = await fivePages();
    const selected = [3, 1, 1];
    const original = { kind: 'pdf', pageCount: 5, selected } as const;
    const { path, items, pages } = await bindAll([source], at('out.pdf'), { changes: [{ original }] });
    check(path);
    expect(pages).toBe(5);
    // Index, slip sheet, then the pages.
    expect([3, 4, 5].map((page) => /page (\w+)/.exec(text(path, page))?.[1])).toEqual(['four', 'two', 'two']);
    expect(await linksOf(path, 3)).toEqual([2, -1]);
    expect(await linksOf(path, 4)).toEqual([2, -1]);
    expect(items[0]!.findings).toContainEqual(
      expect.objectContaining({
        code: 'LINKS_TO_PAGES_LEFT_OUT',
        message: expect.stringMatching(/^2 links/) as string,
      }),
    );
  });

  it('are previewed one by one, as the whole shows them', async () => {
    const source = await fivePages();
    const item = await itemOf(source, 0, 1);
    const preview = (page: number | 'sheet') =>
      previewPage(item, page, testOptions, {
        assetsDirectory,
        pdfiumWasmPath,
        original: () => ({ ...bytesSource(source), close: () => {} }),
        originalKey: 'five',
      });
    writeFileSync(at('sheet.pdf'), await preview('sheet'));
    writeFileSync(at('second.pdf'), await preview(1));
    for (const name of ['sheet.pdf', 'second.pdf']) check(at(name));
    expect(text(at('sheet.pdf'), 1)).toContain('EXHIBIT 1');
    expect(text(at('second.pdf'), 1)).toContain('page two');
    expect(text(at('second.pdf'), 1)).toContain('AMZ000002');
    await expect(preview(5)).rejects.toThrow(RangeError);
  });
});

describe.skipIf(!hasQpdf())('volumes', () => {
  it('hold nothing of one another: a change in one leaves the bytes of the other', async () => {
    const build = async (title: string, name: string) => {
      const sources = [await makePdf([{ text: 'first' }]), await fivePages()];
      const items = [await itemOf(sources[0]!, 0, 1, { title }), await itemOf(sources[1]!, 1, 2)];
      const volumes = [0, 1].map((from) => ({
        title: `Volume ${from + 1}`,
        from,
        to: from + 1,
        path: at(`${name}-${from + 1}.pdf`),
      }));
      const { volumes: written } = await assemble(items, testOptions, testTools(sources, items, volumes));
      for (const { volume } of written) check(volume.path);
      return written.map(({ file }) => file.sha256);
    };
    const [first, second] = await build('Letter', 'a');
    const [changed, same] = await build('Another letter', 'b');
    expect(changed).not.toBe(first);
    expect(same).toBe(second);
  });

  it('are planned from what the exhibits alone weigh without our fonts, and again from their own sizes', async () => {
    const source = await fivePages();
    const items = await Promise.all(
      [0, 1].map((place) => itemOf(source, place, 1 + place * 5, { filePath: at(`alone-${place}.pdf`) })),
    );
    const asked: unknown[] = [];
    const whole = [{ title: 'All', from: 0, to: 2, path: at('all.pdf') }];
    const { volumes, items: assembled } = await assemble(items, testOptions, {
      ...testTools([source, source], items, whole),
      planVolumes(ownBytes, written) {
        asked.push(ownBytes, written?.length ?? null);
        return written ? null : whole;
      },
    });
    const sizes = [0, 1].map((place) => readFileSync(at(`alone-${place}.pdf`)).length);
    const weights = assembled.map(({ file }) => file!.bytes - file!.fontBytes!);
    expect(asked).toEqual([weights, null, weights, 1]);
    expect(volumes[0]!.file.bytes).toBeLessThan(sizes[0]! + sizes[1]!);
    for (const weight of weights) expect(weight).toBeLessThan(sizes[0]! / 2);
    expect(assembled.map(({ file, filePages }) => [file?.bytes, filePages])).toEqual(
      sizes.map((bytes) => [bytes, 6]),
    );
    expect(volumes[0]!.pages).toBe(1 + 6 + 6);
    for (const place of [0, 1]) check(at(`alone-${place}.pdf`));
  });
});

describe.skipIf(!hasQpdf())('exhibits without an original', () => {
  it('are a page that says why, or a slip sheet alone, or a row of the index; parts stand under their exhibit', async () => {
    const source = await makePdf([{ text: 'a letter that cites Ex. 2' }]);
    const sources = [source, null, null, null];
    const bare = { original: null, numbers: null, numberRange: '', hasSticker: false };
    const items = [
      await itemOf(source, 0, 1, {
        citeLinks: [
          { sourcePage: 0, area: [72, 700, 200, 714], exhibit: 1, exhibitPage: 0 },
          { sourcePage: 0, area: [72, 600, 200, 614], exhibit: 2, exhibitPage: 0 },
        ],
      }),
      await itemOf(source, 1, 2, {
        ...bare,
        parent: 0,
        standIn: { heading: 'EXHIBIT 2 WITHHELD', lines: ['Privileged'] },
        numbers: ['AMZ000002'],
        pages: 1,
      }),
      await itemOf(source, 2, 3, { ...bare, pages: 0 }),
      await itemOf(source, 3, 4, { ...bare, sheet: null, pages: 0 }),
    ];
    const volume = { title: 'Binder', from: 0, to: 4, path: at('out.pdf') };
    const { volumes, items: placed } = await assemble(
      items,
      testOptions,
      testTools(sources, items, [volume]),
    );
    check(volume.path);
    // Index; sheet and page; sheet and stand-in; sheet.
    expect(volumes[0]!.pages).toBe(6);
    expect(placed.map(({ startPage, firstPage }) => [startPage, firstPage])).toEqual([
      [2, 3],
      [4, 5],
      [6, null],
      [null, null],
    ]);
    expect(text(volume.path, 5)).toContain('WITHHELD');
    expect(text(volume.path, 5)).toContain('AMZ000002');
    expect(await linksOf(volume.path, 2)).toEqual([4]);
    expect(placed[0]!.findings).toContainEqual(
      expect.objectContaining({ code: 'CITATION_LINKS_ACROSS_VOLUMES' }),
    );
    const { outlines } = JSON.parse(
      execFileSync('qpdf', ['--json=1', '--json-key=outlines', volume.path]).toString(),
    ) as { outlines: { title: string; kids: { title: string }[] }[] };
    expect(outlines.map(({ title }) => title)).toEqual([
      'Index',
      'Exhibit 1 – Title 1',
      'Exhibit 3 – Title 3',
    ]);
    expect(outlines[1]!.kids.map(({ title }) => title)).toEqual(['Exhibit 2 – Title 2']);
  });
});

describe.skipIf(!hasQpdf())('forms', () => {
  const form = async (value = 'Not drawn by the file') => {
    const document = await PDFDocument.load(await makePdf([{ text: 'a form' }]));
    const page = document.getPage(0);
    const drawn = document.getForm().createTextField('name');
    drawn.setText('Drawn by the file');
    drawn.addToPage(page, { x: 72, y: 500, width: 200, height: 20 });
    const bare = document.getForm().createTextField('court');
    bare.addToPage(page, { x: 72, y: 400, width: 200, height: 20 });
    const bytes = await document.save({ useObjectStreams: false });
    const again = await PDFDocument.load(bytes, { updateMetadata: false });
    const widget = again.context.lookup(again.getPage(0).node.Annots()!.get(1), PDFDict);
    const field = widget.lookupMaybe(PDFName.of('Parent'), PDFDict) ?? widget;
    field.set(PDFName.of('V'), PDFHexString.fromText(value));
    widget.delete(PDFName.of('AP'));
    return again.save({ useObjectStreams: false, updateFieldAppearances: false });
  };

  it('become print, with the values that the file itself does not draw', async () => {
    const { path, items } = await bindAll([await form(), await form('Rune \u{1b170}')], at('out.pdf'));
    check(path);
    expect(text(path, 3)).toContain('Drawn by the file');
    expect(text(path, 3)).toContain('Not drawn by the file');
    const bound = await PDFDocument.load(readFileSync(path), { updateMetadata: false });
    expect(bound.catalog.has(PDFName.of('AcroForm'))).toBe(false);
    expect(items[0]!.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['FORM_FLATTENED', 'FORM_VALUE_DRAWN']),
    );
    const ofBoxes = items.map(({ findings }) => findings.filter(({ code }) => code.endsWith('_PRINTABLE')));
    expect(ofBoxes).toMatchObject([
      [],
      [{ code: 'FORM_VALUE_NOT_PRINTABLE', message: /^1 form field has / }],
    ]);
  });

  it('stay fields when asked, with a name of their own in each exhibit', async () => {
    const source = await form();
    const { path } = await bindAll([source, source], at('out.pdf'), { options: { flattensForms: false } });
    check(path);
    const bound = await PDFDocument.load(readFileSync(path), { updateMetadata: false });
    const fields = bound.getForm().getFields();
    expect(fields.map((field) => field.getName())).toEqual([
      'Exhibit 1.name',
      'Exhibit 1.court',
      'Exhibit 2.name',
      'Exhibit 2.court',
    ]);
    expect(bound.getForm().getTextField('Exhibit 2.name').getText()).toBe('Drawn by the file');
  });

  it('stay apart where two exhibits without labels have one title, with a point in it', async () => {
    const source = await form();
    const changes = [1, 2].map(() => ({ label: '', title: 'W. form' }));
    const options = { flattensForms: false };
    const { bytes } = await bindAll([source, source], at('out.pdf'), { changes, options });
    const fields = (await PDFDocument.load(bytes, { updateMetadata: false })).getForm().getFields();
    expect(fields.map((field) => field.getName())).toEqual([
      'W_ form.name',
      'W_ form.court',
      'W_ form (2).name',
      'W_ form (2).court',
    ]);
  });
});

describe.skipIf(!hasQpdf())('an original that turns out to be broken while it is carried', () => {
  it('is taken back and goes through the page reader instead', async () => {
    const whole = Buffer.from(await makePdf([{ text: 'first words' }, { text: 'second words' }]));
    const document = await PDFDocument.load(whole, { updateMetadata: false });
    const broken = Buffer.from(await document.save({ useObjectStreams: false }));
    // A font's object loses its head: nothing but carrying it would notice.
    const font = broken.indexOf('/Type /Font');
    const head = broken.lastIndexOf(' obj', font);
    broken.write(' jbo', head, 'latin1');
    const { path, items } = await bindAll([whole, broken], at('out.pdf'));
    check(path);
    expect(text(path, 6)).toContain('AMZ000003');
    expect(items[1]!.findings).toContainEqual(expect.objectContaining({ code: 'SOURCE_REPAIRED' }));
    expect(
      readFileSync(path)
        .toString('latin1')
        .match(/\/Type\/Page\//g),
    ).toHaveLength(1 + 2 + 4);
  });
});
