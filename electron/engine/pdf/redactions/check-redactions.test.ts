import { PDFDocument, rgb } from 'pdf-lib';
import { expect, test } from 'vitest';
import { withPdf } from '../reader/testing.ts';
import { failedRedactionsOn } from './check-redactions.ts';

/** A page with a filled-in field, a line of its own, and black boxes over some of it. */
async function formWith(covered: 'field' | 'words' | 'both'): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([612, 792]);
  page.drawText('Account of Jane Roe', { x: 72, y: 700, size: 12 });
  const field = document.getForm().createTextField('account');
  field.setText('Savings 8675309');
  field.addToPage(page, { x: 72, y: 600, width: 200, height: 20 });
  const { context } = document;
  const cover = (bottom: number) => {
    const picture = context.stream('0 g 0 0 240 30 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 240, 30],
    });
    page.node.addAnnot(
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Square',
          F: 4,
          Rect: [60, bottom, 300, bottom + 30],
          AP: { N: context.register(picture) },
        }),
      ),
    );
  };
  if (covered !== 'words') cover(595);
  if (covered !== 'field') cover(690);
  page.drawRectangle({ x: 72, y: 100, width: 50, height: 20, color: rgb(0, 0, 0) });
  return document.save();
}

test.each([
  ['field', ['Savings 8675309']],
  ['words', ['Account of Jane Roe']],
  ['both', ['Account of Jane Roe', 'Savings 8675309']],
] as const)('what lies beneath a box is told once, in a form field too: %s', async (covered, told) => {
  const found = await withPdf(await formWith(covered), (document) =>
    document.withPage(0, (page) => [...failedRedactionsOn(document, page)]),
  );
  expect(found.map(({ kind, text }) => [kind, text])).toEqual(told.map((text) => ['covered', text]));
});
