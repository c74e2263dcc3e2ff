import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../pdf/index.ts';
import { makeDocx } from '../../../testing/files/office-files.ts';
import { makeZip } from '../../../testing/files/zip-files.ts';
import { writeCompoundFile, type NewStorage } from '../../mail/outlook/compound-writer.ts';
import { openCompoundFile } from '../office/compound-file.ts';
import { embeddedMembers, hasEmbedded } from './embedded-files.ts';

const pdf = Buffer.from('%PDF-1.7 invoice');

function storage(
  streams: Readonly<Record<string, Buffer>>,
  storages: Readonly<Record<string, NewStorage>> = {},
): NewStorage {
  return { streams: new Map(Object.entries(streams)), storages: new Map(Object.entries(storages)) };
}

/** A file as Windows' packager puts it into a document. */
function packaged(label: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const texts = Buffer.from(`${label}\0C:\\Users\\a\\${label}\0`);
  const path = Buffer.from('C:\\Temp\\a.tmp\0');
  const between = Buffer.from('0000030000000000', 'hex');
  return Buffer.concat([Buffer.from('000000000200', 'hex'), texts, between, path, size, content]);
}

const take = (bytes: Uint8Array) =>
  embeddedMembers(bytesSource(bytes), 0, 1_000_000).members.map((member) => [
    member.name,
    'bytes' in member ? Buffer.from(member.bytes).toString('latin1') : member.problem.code,
  ]);

test('files, pictures and recordings that were put into a document come out, and what stands for a formula or an icon does not', async () => {
  const docx = await makeZip({
    'word/document.xml':
      '<w:document><w:object><v:shape><v:imagedata r:id="rId2"/></v:shape></w:object><a:blip r:embed="rId3"/></w:document>',
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="rId2" Type="x/image" Target="media/image2.emf"/><Relationship Id="rId3" Type="x/image" Target="media/image3.emf"/></Relationships>',
    'word/embeddings/Invoice.xlsx': 'PK sheet',
    'word/embeddings/oleObject1.bin': writeCompoundFile(
      storage({ '\u0001Ole10Native': packaged('scan, März.pdf', pdf) }),
    ),
    'word/embeddings/oleObject2.bin': writeCompoundFile(storage({ CONTENTS: pdf })),
    'word/embeddings/oleObject3.bin': writeCompoundFile(storage({ 'Equation Native': Buffer.from('x') })),
    'word/media/image1.png': 'a picture of a chat',
    'word/media/image2.emf': 'the icon of the object',
    'word/media/image3.emf': 'a chart that was pasted',
    'word/media/image4.svg': 'a picture once more',
    'docProps/thumbnail.jpeg': 'the first page, small',
  });
  expect(hasEmbedded(bytesSource(docx), 'word')).toBe(true);
  expect(take(docx)).toEqual([
    ['word/embeddings/Invoice.xlsx', 'PK sheet'],
    ['scan, März.pdf', pdf.toString()],
    ['word/embeddings/oleObject2.bin', pdf.toString()],
    ['word/media/image1.png', 'a picture of a chat'],
    ['word/media/image3.emf', 'a chart that was pasted'],
  ]);
});

test('drawings that show an object of a sheet or a slide are no files of their own, however they are named', async () => {
  const image = (id: string, name: string) =>
    `<Relationship Id="${id}" Type="x/image" Target="../media/${name}"/>`;
  const list = (...relations: string[]) => `<Relationships>${relations.join('')}</Relationships>`;
  const pptx = await makeZip({
    'ppt/slides/slide1.xml':
      '<p:sld><p:oleObj r:id="rId9"><p:pic><a:blip r:embed="rId1"/></p:pic></p:oleObj><p:pic><a:blip r:embed="rId2"/></p:pic></p:sld>',
    'ppt/slides/_rels/slide1.xml.rels': list(image('rId1', 'image1.wmf'), image('rId2', 'image2.wmf')),
    'ppt/drawings/vmlDrawing1.vml': '<xml><v:shape><v:imagedata o:relid="rId1"/></v:shape></xml>',
    'ppt/drawings/_rels/vmlDrawing1.vml.rels': list(image('rId1', 'image3.emf')),
    'ppt/media/image1.wmf': 'shows the object',
    'ppt/media/image2.wmf': 'a plan',
    'ppt/media/image3.emf': 'shows it to older programs',
  });
  expect(take(pptx)).toEqual([['ppt/media/image2.wmf', 'a plan']]);
});

test('a document in which nothing was put has no members, whatever it is', async () => {
  const docx = await makeDocx('<w:p/>');
  expect(hasEmbedded(bytesSource(docx), 'word')).toBe(false);
  expect(hasEmbedded(bytesSource(Buffer.from('{\\rtf1 media/}')), 'word')).toBe(false);
  const cut = writeCompoundFile(storage({ WordDocument: Buffer.alloc(8_000) })).subarray(0, 600);
  expect(hasEmbedded(bytesSource(cut), 'word')).toBe(false);
});

test('pictures and objects of OpenDocument come out, and not the drawings that stand for them', async () => {
  const odt = await makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': '<office:body/>',
    'Pictures/1000.png': 'a picture',
    'Object 1': writeCompoundFile(storage({ '\u0001Ole10Native': packaged('plan.pdf', pdf) })),
    'Object 2/content.xml': '<office:body/>',
    'ObjectReplacements/Object 1': 'a drawing',
  });
  expect(take(odt)).toEqual([
    ['Pictures/1000.png', 'a picture'],
    ['plan.pdf', pdf.toString()],
  ]);
});

test('a document of Office 97 gives the files put into it, and documents within it as files of their own', () => {
  const sheet = storage({ Workbook: Buffer.from('a sheet') }, { Deeper: storage({ a: Buffer.from('b') }) });
  const doc = writeCompoundFile(
    storage(
      { WordDocument: Buffer.alloc(5_000) },
      {
        ObjectPool: storage(
          {},
          {
            _1: storage({ '\u0001Ole10Native': packaged('notice.pdf', pdf) }),
            _2: sheet,
            _3: storage({ 'Equation Native': Buffer.from('x') }),
          },
        ),
      },
    ),
  );
  const [notice, book, ...more] = embeddedMembers(bytesSource(doc), 0, 1_000_000).members;
  expect(notice).toEqual({ name: 'notice.pdf', bytes: pdf });
  expect(more).toEqual([]);
  expect(book!.name).toBe('embedded _2');
  const inner = 'bytes' in book! ? openCompoundFile(bytesSource(book.bytes)) : null;
  const names = inner?.entries.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Workbook', 'Deeper', 'a']));
});

test('objects on slides of PowerPoint 97 come out, deflated or not, and a spoilt one is named', () => {
  const object = writeCompoundFile(storage({ '\u0001Ole10Native': packaged('plan.pdf', pdf) }));
  const record = (instance: number, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(instance << 4, 0);
    head.writeUInt16LE(4_113, 2);
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  };
  const ppt = writeCompoundFile(
    storage({
      'PowerPoint Document': Buffer.concat([
        record(0, object),
        record(1, Buffer.concat([Buffer.alloc(4), deflateSync(object)])),
        record(1, Buffer.from('spoilt object')),
      ]),
    }),
  );
  expect(hasEmbedded(bytesSource(ppt), 'presentation')).toBe(true);
  expect(take(ppt)).toEqual([
    ['plan.pdf', pdf.toString()],
    ['plan.pdf', pdf.toString()],
    ['embedded 3', 'EVIDENCE_MEMBER_DAMAGED'],
  ]);
});

/** A picture's record of Office 97, with one hash. */
function pictureRecord(type: number, instance: number, hash: number, picture: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(instance << 4, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(17 + picture.length, 4);
  return Buffer.concat([head, Buffer.alloc(16, hash), Buffer.of(0xff), picture]);
}

test('pictures in documents of Office 97 come out, each once, wherever the program keeps them', () => {
  const png = pictureRecord(0xf01e, 0x6e0, 1, Buffer.from('a chat \xf0', 'latin1'));
  const jpeg = pictureRecord(0xf01d, 0x46a, 2, Buffer.from('a photograph'));
  const pictures = [
    ['picture 1.png', 'a chat \xf0'],
    ['picture 2.jpg', 'a photograph'],
  ];
  const around = Buffer.from('between \xf0 them \x1e\xf0', 'latin1');
  const doc = storage({
    WordDocument: Buffer.concat([around, png, jpeg]),
    Data: Buffer.concat([around, png]),
  });
  expect(take(writeCompoundFile(doc))).toEqual(pictures);
  expect(take(writeCompoundFile(storage({ Pictures: Buffer.concat([png, jpeg]) })))).toEqual(pictures);

  const record = (type: number, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(body.length, 2);
    return Buffer.concat([head, body]);
  };
  const drawings = Buffer.concat([png, jpeg]);
  const book = Buffer.concat([
    record(0x809, Buffer.alloc(16)),
    record(0xeb, drawings.subarray(0, 20)),
    record(0x3c, drawings.subarray(20)),
    record(0x0a, Buffer.alloc(0)),
  ]);
  expect(take(writeCompoundFile(storage({ Workbook: book })))).toEqual(pictures);
  const cut = writeCompoundFile(storage({ Pictures: png.subarray(0, -1) }));
  expect(hasEmbedded(bytesSource(cut), 'presentation')).toBe(false);
});
