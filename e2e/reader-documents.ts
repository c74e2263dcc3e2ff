import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts, type PDFPage } from 'pdf-lib';

/** Pages of the document that `makeBundle` makes. */
export const bundlePages = 14;

/**
 * A bundle as courts get it: two front pages i and ii, then pages stamped AMZ000012 and on, bookmarks, a link from the first
 * page to the ninth, an address, and a sideways page.
 */
export async function makeBundle(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const [serif, bold] = [
    await document.embedFont(StandardFonts.TimesRoman),
    await document.embedFont(StandardFonts.TimesRomanBold),
  ];
  const pages = Array.from({ length: bundlePages }, () => document.addPage([612, 792]));
  for (const [index, page] of pages.entries()) {
    const stamp = index < 2 ? ['i', 'ii'][index]! : `AMZ${String(index + 10).padStart(6, '0')}`;
    page.drawText(index === 0 ? 'Declaration in support of the motion' : `Section ${index}`, {
      x: 72,
      y: 700,
      size: 18,
      font: bold,
    });
    const lines = [
      'On January 10 the host suspended every account without the notice',
      'that the agreement promised. The suspension took effect at midnight,',
      'before counsel could be heard on the temporary restraining order.',
    ];
    for (const [line, text] of lines.entries())
      page.drawText(text, { x: 72, y: 660 - line * 18, size: 12, font: serif });
    if (index === 8)
      page.drawText('The keystone paragraph stands here alone.', { x: 72, y: 560, size: 12, font: serif });
    page.drawText(stamp, { x: 500, y: 30, size: 10, font: serif });
  }
  pages[4]!.setRotation(degrees(90));
  const [first, , , , , , , , ninth] = pages as [PDFPage, ...PDFPage[]];
  first.drawText('See section 8', { x: 72, y: 580, size: 12, font: serif, color: rgb(0.1, 0.2, 0.6) });
  link(first, [70, 576, 150, 594], { Dest: [ninth!.ref, PDFName.of('XYZ'), 0, 600, null] });
  link(first, [70, 546, 150, 564], {
    A: { S: 'URI', URI: PDFString.of('https://example.com/terms') },
  });
  const { context, catalog } = document;
  catalog.set(
    PDFName.of('PageLabels'),
    context.obj({ Nums: [0, { S: 'r' }, 2, { P: PDFString.of('AMZ0000'), S: 'D', St: 12 }] }),
  );
  addOutline(document, [
    ['Declaration', first],
    ['Section 4, sideways', pages[4]!],
    ['Section 8', ninth!],
  ]);
  return document.save();
}

/** A document of many plain pages, each with its number. */
export async function makeLong(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([612, 792]);
    sheet.drawText(`Sheet number ${page}`, { x: 72, y: 700, size: 20, font });
    for (let line = 0; line < 30; line += 1)
      sheet.drawText(`Line ${line} of the transcript of the hearing, page ${page}.`, {
        x: 72,
        y: 660 - line * 18,
        size: 11,
        font,
      });
  }
  return document.save();
}

/** Three pages, of which the second takes for ever: each of its points is painted in a color that thousands of sines make. */
export async function makeEndless(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const pages = [1, 2, 3].map((number) => {
    const page = document.addPage([612, 792]);
    page.drawText(`Sheet number ${number}`, { x: 72, y: 700, size: 20, font });
    return page;
  });
  const [, endless] = pages as [PDFPage, PDFPage, PDFPage];
  const { context } = document;
  const color = context.stream(`{ ${'dup sin pop '.repeat(60_000)} dup }`, {
    FunctionType: 4,
    Domain: [0, 1, 0, 1],
    Range: [0, 1, 0, 1, 0, 1],
  });
  const shading = context.obj({
    ShadingType: 1,
    ColorSpace: 'DeviceRGB',
    Domain: [0, 1, 0, 1],
    Matrix: [612, 0, 0, 792, 0, 0],
    Function: context.register(color),
  });
  endless.node.Resources()?.set(PDFName.of('Shading'), context.obj({ S: context.register(shading) }));
  endless.node.addContentStream(context.register(context.stream('/S sh')));
  return document.save();
}

function link(page: PDFPage, rect: readonly number[], entries: Record<string, unknown>): void {
  const { context } = page.doc;
  const annotation = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [...rect], ...entries });
  page.node.addAnnot(context.register(annotation));
}

function addOutline(
  document: PDFDocument,
  entries: readonly (readonly [title: string, page: PDFPage])[],
): void {
  const { context, catalog } = document;
  const root = context.nextRef();
  const refs = entries.map(() => context.nextRef());
  for (const [index, [title, page]] of entries.entries()) {
    const [previous, next] = [refs[index - 1], refs[index + 1]];
    context.assign(
      refs[index]!,
      context.obj({
        Title: PDFString.of(title),
        Parent: root,
        Dest: [page.ref, PDFName.of('Fit')],
        ...(previous && { Prev: previous }),
        ...(next && { Next: next }),
      }),
    );
  }
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: refs[0], Last: refs.at(-1), Count: refs.length }),
  );
  catalog.set(PDFName.of('Outlines'), root);
}
