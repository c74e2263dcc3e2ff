import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { readAnnotations } from './annotation-text.ts';
import { withPdf } from '../reader/testing.ts';

test('values of form fields and texts of comments are read; ticks and links are not', async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage();
  const form = document.getForm();
  const field = form.createTextField('party');
  field.setText('Fairwater LLC, a Delaware company');
  field.addToPage(page, { x: 72, y: 700, width: 300, height: 20 });
  const box = form.createCheckBox('agreed');
  box.addToPage(page, { x: 72, y: 600, width: 12, height: 12 });
  box.check();
  const { context } = document;
  const note = (Subtype: string, text: string) =>
    page.node.addAnnot(
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype,
          Rect: [10, 10, 90, 40],
          Contents: PDFHexString.fromText(text),
        }),
      ),
    );
  note('FreeText', 'Ask Señor Müller\rabout this');
  note('Link', 'not read');
  expect(page.node.get(PDFName.of('Annots'))).toBeDefined();
  const read = await withPdf(await document.save(), (pdf) =>
    pdf.withPage(0, (opened) => {
      const notes = readAnnotations(pdf);
      try {
        return notes.read(opened);
      } finally {
        notes.close();
      }
    }),
  );
  expect(read.split('\n')).toEqual(['Fairwater LLC, a Delaware company', 'Ask Señor Müller', 'about this']);
});

test('a page without forms or comments has no such text', async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage().drawText('Only text');
  const read = await withPdf(await document.save(), (pdf) =>
    pdf.withPage(0, (opened) => {
      const notes = readAnnotations(pdf);
      try {
        return notes.read(opened);
      } finally {
        notes.close();
      }
    }),
  );
  expect(read).toBe('');
});
