import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  degrees,
  drawObject,
  PDFDocument,
  PDFName,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  scale,
} from 'pdf-lib';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pdfOf } from '../../pdf/objects/testing.ts';
import { makeCoveredPdf, makeLockedPdf, makePdf, pdfWithoutPages } from '../../testing/pdf-files.ts';
import { beginTest } from '../../testing/shared-engine.ts';
import type { TestEngine } from '../../testing/temp-matter.ts';

let t: TestEngine;
beforeEach(async () => void (t = await beginTest()));
afterEach(() => t.dispose());

const write = (name: string, bytes: Uint8Array | string) => {
  const path = join(t.folder, name);
  writeFileSync(path, bytes);
  return path;
};

/** What is found in files, as `severity CODE page: message`. */
async function findings(...paths: string[]) {
  const sources = paths.map((path) => ({ path }));
  const checked = await t.client['filing.check']({ sources, court: 'wawd' });
  return checked.findings.map(
    ({ severity, code, page, message }) => `${severity} ${code} ${page ?? '-'}: ${message}`,
  );
}

async function changed(change: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([612, 792]).drawText('Declaration', { x: 72, y: 700, size: 12 });
  await change(document);
  return document.save();
}

/** An annotation on the only page. */
const annotated = (entries: Record<string, unknown>) =>
  changed((document) => {
    const annotation = document.context.obj({ Type: 'Annot', Rect: [72, 72, 144, 144], ...entries } as never);
    document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([annotation]));
  });

test('a good file gives no finding, and says how many pages were read', async () => {
  const path = write('Motion.pdf', await makePdf([{ text: 'Motion' }, { text: 'Prayer' }]));
  expect(await t.client['filing.check']({ sources: [{ path }], court: 'wawd' })).toEqual({
    court: 'wawd',
    profileDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    files: [{ file: path, pages: 2, outputId: null }],
    findings: [],
  });
});

test('a brief that says that it has more words than the court allows is told with the rule', async () => {
  const lines = [
    'UNITED STATES DISTRICT COURT',
    'MOTION FOR TEMPORARY RESTRAINING ORDER',
    'Respectfully submitted,',
    'I certify that this memorandum contains 8,401 words.',
  ];
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([612, 792]);
  for (const [at, line] of lines.entries()) page.drawText(line, { x: 72, y: 700 - 20 * at, size: 12 });
  const path = write('Motion.pdf', await document.save());
  expect(await findings(path)).toEqual([
    expect.stringMatching(/^warning FILING_TOO_LONG -: .* 8,401 words; at most 8,400 words/),
  ]);
});

test('identifiers are told by kind, page and rule, and never whole', async () => {
  const path = write(
    'Declaration.pdf',
    await makePdf([
      { text: 'Jane Roe' },
      { text: 'SSN 219-09-9999, DOB 3/14/1981' },
      { text: 'Fairwater, 12-3456789; passport no. A12345678' },
    ]),
  );
  const { findings: found } = await t.client['filing.check']({ sources: [{ path }], court: 'wawd' });
  expect(found).toMatchObject([
    {
      severity: 'error',
      page: 2,
      message: expect.stringMatching(/^Social Security number \(…9999\) on page 2\./),
    },
    { severity: 'error', page: 2, message: expect.stringMatching(/^Date of birth \(1981\)/) },
    { severity: 'warning', page: 3, message: expect.stringMatching(/^Perhaps a taxpayer number \(…6789\)/) },
    { severity: 'error', page: 3, message: expect.stringMatching(/^Passport number \(…5678\)/) },
  ]);
  for (const { code, source } of found) expect(`${code} ${source}`).toMatch(/^FILING_IDENTIFIER LCR 5\.2/);
  expect(JSON.stringify(found)).not.toMatch(/219|3\/14|12-34|A1234/);
});

test('identifiers in form fields and comments are told once each: beside words of the page, by themselves, and hidden', async () => {
  const form = await changed((document) => {
    const page = document.getPage(0);
    page.drawText('SSN:', { x: 72, y: 606, size: 12 });
    const field = document.getForm().createTextField('ssn');
    // As forms for nine digits hold them: only what stands beside it says what it is.
    field.setText('219099999');
    field.addToPage(page, { x: 110, y: 600, width: 120, height: 20 });
    const other = document.getForm().createTextField('other');
    other.setText('212-09-8888');
    other.addToPage(page, { x: 72, y: 500, width: 200, height: 20 });
  });
  const told = (path: string) =>
    findings(path).then((all) =>
      all.flatMap((each) => /FILING_IDENTIFIER 1: (Social Security number \(…\d{4}\))/.exec(each)?.[1] ?? []),
    );
  expect(await told(write('Form.pdf', form))).toEqual([
    'Social Security number (…9999)',
    'Social Security number (…8888)',
  ]);
  const hidden = annotated({ Subtype: 'Text', F: 2, Contents: PDFString.of('Her SSN is 219-09-7777') });
  expect(await told(write('Comment.pdf', await hidden))).toEqual(['Social Security number (…7777)']);
  const drawn = await changed((document) => {
    const { context } = document;
    const picture = context.stream('BT /F 10 Tf 2 5 Td (SSN 219-09-6666) Tj ET', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 150, 20],
      Resources: { Font: { F: { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' } } },
    });
    const link = { Type: 'Annot', Subtype: 'Link', Rect: [72, 72, 222, 92] };
    const annotations = [link, { ...link, AP: { N: context.register(picture) } }];
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj(annotations));
  });
  expect(await told(write('Link.pdf', drawn))).toEqual(['Social Security number (…6666)']);
});

test('identifiers in bookmarks, properties and names are told, of no page', async () => {
  const bytes = await changed((document) => {
    document.setTitle('Declaration of Jane Roe, SSN 219-09-9999');
    const { context } = document;
    const outline = context.register(context.obj({ Type: 'Outlines' }));
    const bookmark = context.register(
      context.obj({ Title: PDFString.of('Roe, SSN 212-09-8888'), Parent: outline }),
    );
    context.assign(outline, context.obj({ Type: 'Outlines', First: bookmark, Last: bookmark, Count: 1 }));
    document.catalog.set(PDFName.of('Outlines'), outline);
  });
  const told = await findings(write('Roe_SSN_213-09-7777.pdf', bytes));
  expect(told.filter((each) => each.includes('IDENTIFIER')).map((each) => each.split('. ')[0])).toEqual([
    'error FILING_IDENTIFIER -: Social Security number (…7777) in the file’s name',
    'error FILING_IDENTIFIER -: Social Security number (…8888) in a bookmark',
    'error FILING_IDENTIFIER -: Social Security number (…9999) in the document’s properties',
  ]);
});

test('identifiers in words that no page shows are told, by the page that leads to them or of none', async () => {
  const told = async (name: string, bytes: Uint8Array) =>
    (await findings(write(name, bytes))).flatMap(
      (each) => /FILING_IDENTIFIER .*?(?=\. All)/.exec(each)?.[0] ?? [],
    );
  const say = (number: string) => PDFString.of(`SSN ${number}`);
  const link = await annotated({
    Subtype: 'Link',
    A: { S: 'URI', URI: PDFString.of('https://example.org/?ssn=219-09-9999') },
  });
  expect(await told('Link.pdf', link)).toEqual([
    'FILING_IDENTIFIER 1: Social Security number (…9999) on page 1',
  ]);
  const author = await annotated({ Subtype: 'Text', Contents: say('212-09-8888'), T: say('219-09-9999') });
  expect(await told('Comment.pdf', author)).toEqual([
    'FILING_IDENTIFIER 1: Social Security number (…8888) on page 1',
    'FILING_IDENTIFIER 1: Social Security number (…9999) on page 1',
  ]);
  const described = await changed(({ catalog, context }) => {
    const figure = context.register(
      context.obj({ Type: 'StructElem', S: 'Figure', Alt: say('219-09-9999') }),
    );
    catalog.set(PDFName.of('StructTreeRoot'), context.obj({ Type: 'StructTreeRoot', K: figure }));
    const xmp = '<x:xmpmeta><dc:rights>SSN 212-09-8888</dc:rights></x:xmpmeta>';
    const metadata = context.flateStream(xmp, { Type: 'Metadata', Subtype: 'XML' });
    catalog.set(PDFName.of('Metadata'), context.register(metadata));
  });
  expect((await told('Described.pdf', described)).sort()).toEqual([
    'FILING_IDENTIFIER -: Social Security number (…8888) in words of the file that no page shows',
    'FILING_IDENTIFIER -: Social Security number (…9999) in words of the file that no page shows',
  ]);
});

test('identifiers in what is shown beneath other words, spoken for others, or drawn by patterns are told by page', async () => {
  const resources = '/Resources<</Font<</F 5 0 R>>>>';
  const words = (text: string) => `BT /F 12 Tf 72 700 Td [(${text.slice(0, 5)}) 40 (${text.slice(5)})] TJ ET`;
  const stream = (entries: string, body: string) =>
    `<<${entries}/Length ${body.length}>>stream\n${body}\nendstream`;
  const told = async (name: string, content: string) => {
    const pdf = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>/Pattern<</P 6 0 R>>>>/Contents 4 0 R>>',
      stream('', `${content} ${words('Declaration of the client')}`),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      name === 'Pattern.pdf'
        ? stream(
            `/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 612 792]/XStep 612/YStep 792${resources}`,
            words('219-09-9999'),
          )
        : '<<>>',
    ]);
    return (await findings(write(name, pdf))).flatMap(
      (each) => /FILING_IDENTIFIER .*?\)/.exec(each)?.[0] ?? [],
    );
  };
  const number = ['FILING_IDENTIFIER 1: Social Security number (…9999)'];
  const shown = words('219-09-9999');
  expect(await told('Beneath.pdf', `/Span<</ActualText(a client)>>BDC ${shown} EMC`)).toEqual(number);
  expect(await told('Spoken.pdf', `/Span<</E(SSN 219-09-9999)>>BDC ${words('number')} EMC`)).toEqual(number);
  expect(await told('Pattern.pdf', '/Pattern cs /P scn 0 0 612 792 re f')).toEqual(number);
  expect(await told('Plain.pdf', words('a number'))).toEqual([]);
});

test('pictures that say where they were taken are told by page, packed further or not, and those that do not are not', async () => {
  const pixels = { create: { width: 64, height: 48, channels: 3, background: 'teal' } } as const;
  const plain = await sharp(pixels).jpeg().toBuffer();
  const shot = await sharp(pixels)
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '47/1 36/1 23/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '122/1 19/1 55/1',
      },
    })
    .jpeg()
    .toBuffer();
  const withPictures = (isPacked: boolean) =>
    changed((document) => {
      for (const jpeg of [plain, shot]) {
        const filter = { Filter: isPacked ? ['FlateDecode', 'DCTDecode'] : 'DCTDecode' };
        const picture = document.context.stream(isPacked ? deflateSync(jpeg) : jpeg, {
          Type: 'XObject',
          Subtype: 'Image',
          Width: 64,
          Height: 48,
          BitsPerComponent: 8,
          ColorSpace: 'DeviceRGB',
          ...filter,
        });
        const page = document.addPage([612, 792]);
        const name = page.node.newXObject('Picture', document.context.register(picture));
        page.pushOperators(pushGraphicsState(), scale(200, 150), drawObject(name), popGraphicsState());
      }
    });
  const told = (path: string) =>
    findings(path).then((all) => all.filter((each) => each.includes('FILING_PICTURE_PLACE')));
  const expected = [
    'warning FILING_PICTURE_PLACE 3: Whoever has the file can read where pictures were taken: page 3.',
  ];
  expect(await told(write('Pictures.pdf', await withPictures(false)))).toEqual(expected);
  expect(await told(write('Packed.pdf', await withPictures(true)))).toEqual(expected);
});

test('words that were cropped away are told, and marks and cut words at an edge are not', async () => {
  const cropped = await changed((document) => {
    const page = document.getPage(0);
    page.drawText('Attorney work product', { x: 72, y: 40, size: 10 });
    page.setCropBox(0, 100, 612, 692);
  });
  const turned = await changed((document) => {
    const page = document.addPage([612, 792]);
    page.drawText('Shown. Cropped away', { x: 72, y: 400, size: 12 });
    page.setCropBox(0, 0, 112, 792);
    page.setRotation(degrees(90));
  });
  const edges = await changed((document) => {
    const page = document.getPage(0);
    page.drawText('1 +', { x: 72, y: -20, size: 10 });
    // The last two letters of each are off the page.
    page.drawText('MMMMMM', { x: 575, y: 500, size: 12 });
    page.setCropBox(0, 0, 612, 792);
  });
  const told = (path: string) =>
    findings(path).then((all) => all.filter((each) => each.includes('FILING_WORDS_CROPPED')));
  expect(await told(write('Cropped.pdf', cropped))).toEqual([
    expect.stringMatching(/^warning FILING_WORDS_CROPPED 1: .* page 1\.$/),
  ]);
  expect(await told(write('Turned.pdf', turned))).toEqual([
    expect.stringMatching(/^warning FILING_WORDS_CROPPED 2: .* page 2\.$/),
  ]);
  expect(await told(write('Edges.pdf', edges))).toEqual([]);
});

test('words that only an earlier version in the file has are told, and what was added is not', async () => {
  const content = (words: string) => {
    const body = `BT /F 12 Tf 72 700 Td (${words}) Tj ET`;
    return `<</Length ${body.length}>>\nstream\n${body}\nendstream`;
  };
  const before = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
    content('Declaration'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]).toString('latin1');
  /** The same file with another content added for its page. */
  const revised = (words: string) => {
    const object = `4 0 obj\n${content(words)}\nendobj\n`;
    const [, previous] = /startxref\n(\d+)/.exec(before)!;
    const table = `xref\n4 1\n${String(before.length).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer\n<</Size 6/Root 1 0 R/Prev ${previous}>>\nstartxref\n${before.length + object.length}\n%%EOF\n`;
    return Buffer.from(before + object + table + trailer, 'latin1');
  };
  const told = (path: string) =>
    findings(path).then((all) => all.filter((each) => each.includes('FILING_EARLIER_VERSION')));
  expect(await told(write('Revised.pdf', revised('Nothing')))).toEqual([
    'warning FILING_EARLIER_VERSION 1: An earlier version is in the file still, with words that it no longer shows: page 1.',
  ]);
  expect(await told(write('More.pdf', revised('Declaration, signed')))).toEqual([]);
  expect(await told(write('Once.pdf', Buffer.from(before, 'latin1')))).toEqual([]);
});

test('a kind that a court’s rule does not name is only to be known', async () => {
  const path = write('Declaration.pdf', await makePdf([{ text: 'passport no. A12345678' }]));
  const { findings: found } = await t.client['filing.check']({ sources: [{ path }], court: 'nysd' });
  expect(found).toMatchObject([{ severity: 'info', source: 'Fed. R. Civ. P. 5.2(a)' }]);
});

test('a redaction that only covers is an error on its page', async () => {
  const path = write('Declaration.pdf', await makeCoveredPdf('Declaration', 'Jane Roe'));
  expect(await findings(path)).toEqual([
    'error FILING_REDACTION_FAILED 2: Words that look redacted can be copied all the same on page 2.',
  ]);
});

test('pages of another size and without anything are told together, by the first of them', async () => {
  const path = write(
    'Exhibit.pdf',
    await makePdf([{ text: 'a', size: [595, 842] }, {}, { text: 'wide', size: [792, 612] }, {}]),
  );
  expect(await findings(path)).toEqual([
    'warning FILING_PAGE_SIZE 1: Not letter size (8.5 × 11 in): page 1. The first is 8.26 × 11.69 in.',
    'info FILING_BLANK_PAGES 2: Nothing is on pages 2, 4.',
  ]);
});

const script = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
const program = { S: 'Launch', F: PDFString.of('calc.exe') };
test.each([
  [
    'a script',
    'error FILING_SCRIPTS',
    () => changed((document) => document.addJavaScript('hi', 'app.alert(1)')),
  ],
  ['a script of a link', 'error FILING_SCRIPTS', () => annotated({ Subtype: 'Link', A: script })],
  ['a link that starts a program', 'error FILING_LAUNCH', () => annotated({ Subtype: 'Link', A: program })],
  [
    'an action that starts a program as it is opened',
    'error FILING_LAUNCH',
    () =>
      changed((document) => document.catalog.set(PDFName.of('OpenAction'), document.context.obj(program))),
  ],
  [
    'a file inside',
    'error FILING_EMBEDDED_FILES -: It carries 1 file',
    () => changed((document) => document.attach(Buffer.from('secret'), 'notes.txt')),
  ],
  [
    'a file inside that only a page names',
    'error FILING_EMBEDDED_FILES -: It carries files inside that no list of it names.',
    () =>
      changed((document) => {
        const { context } = document;
        const held = context.register(context.stream('secret', { Type: 'EmbeddedFile' }));
        document.getPage(0).node.set(PDFName.of('AF'), context.obj([{ Type: 'Filespec', EF: { F: held } }]));
      }),
  ],
  ['a file on a page', 'error FILING_EMBEDDED_FILES 1:', () => annotated({ Subtype: 'FileAttachment' })],
  ['a film on a page', 'error FILING_MEDIA 1:', () => annotated({ Subtype: 'RichMedia' })],
  [
    'a form field',
    'warning FILING_FORM_FIELDS',
    () => changed((document) => document.getForm().createTextField('name').addToPage(document.getPage(0))),
  ],
  [
    'an author',
    'info FILING_METADATA -: Whoever has the file can read its author: “J. Doe”',
    () => changed((document) => document.setAuthor('J. Doe')),
  ],
])('%s is found', async (_what, expected, make) => {
  expect(await findings(write('Motion.pdf', await make()))).toEqual([expect.stringContaining(expected)]);
});

test('a link to the web is accepted', async () => {
  const uri = { S: 'URI', URI: PDFString.of('https://example.com/') };
  expect(await findings(write('Motion.pdf', await annotated({ Subtype: 'Link', A: uri })))).toEqual([]);
});

test('files that cannot be read are findings, and the others go on', async () => {
  mkdirSync(join(t.folder, 'folder'));
  const paths = [
    write('locked.pdf', makeLockedPdf('secret', 'Words')),
    write('torn.pdf', '%PDF-1.7 torn'),
    write('words.pdf', 'Dear counsel'),
    write('empty.pdf', pdfWithoutPages),
    join(t.folder, 'folder'),
    join(t.folder, 'gone.pdf'),
    write('covered.pdf', await makeCoveredPdf('Declaration', 'Jane Roe')),
  ];
  const sources = paths.map((path) => ({ path }));
  const { files, findings: found } = await t.client['filing.check']({ sources, court: 'wawd' });
  expect(files.map(({ pages }) => pages)).toEqual([null, null, null, null, null, null, 2]);
  expect(found.map(({ file, severity, code }) => `${basename(file!)} ${severity} ${code}`)).toEqual([
    'locked.pdf error PDF_ENCRYPTED',
    'torn.pdf error PDF_DAMAGED',
    'words.pdf error PDF_NOT_A_PDF',
    'empty.pdf error PDF_NO_PAGES',
    'folder error FILE_UNREADABLE',
    'gone.pdf error FILE_NOT_FOUND',
    'covered.pdf error FILING_REDACTION_FAILED',
  ]);
});

test('a page of whose content a part is lost in the file is told', async () => {
  const packed = deflateSync(`BT /F 12 Tf 72 700 Td (Declaration) Tj ET ${'0 0 m 9 9 l S '.repeat(999)}`);
  const cut = packed.subarray(0, -20).toString('latin1');
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Filter/FlateDecode/Length ${cut.length}>>\nstream\n${cut}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
  expect(await findings(write('Exhibit.pdf', bytes))).toEqual([
    'warning FILING_CONTENT_DAMAGED 1: What stands on page 1 is damaged in the file: something may be missing, and programs may show different things.',
  ]);
});

test('a page that only shows its words is told, since nothing could be looked for on it', async () => {
  const scan = await changed(async (document) => {
    const pixel = await document.embedPng(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    );
    document.addPage([612, 792]).drawImage(pixel, { x: 0, y: 0, width: 612, height: 792 });
  });
  expect(await findings(write('Exhibit.pdf', scan))).toEqual([
    'warning FILING_NO_TEXT 2: There is no text that can be searched on page 2; nor could identifiers be looked for there.',
  ]);
});

test('names that everybody is told are looked at', async () => {
  const bytes = await makePdf([{ text: 'Motion' }]);
  expect(await findings(write('DRAFT Motion v1.2 (privileged).pdf', bytes))).toEqual([
    'warning FILING_FILE_NAME -: Its name says “privileged”, “draft” to everybody who is told of the filing.',
    'info FILING_FILE_NAME -: Its name has signs that some courts advise against: . ( )',
  ]);
  expect(await findings(write('Drafting history - O’Neil, Part 2.pdf', bytes))).toEqual([]);
});
