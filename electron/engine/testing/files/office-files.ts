import { makeZip } from './zip-files.ts';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces =
  'xmlns:w="w" xmlns:a="a" xmlns:p="p" xmlns:r="r" xmlns:mc="mc" xmlns:text="text" xmlns:table="table" xmlns:office="office" xmlns:draw="draw" xmlns:presentation="presentation" xmlns:dc="dc"';
const xml = (root: string, body: string) => `<?xml version="1.0"?><${root} ${namespaces}>${body}</${root}>`;
const types = xml('Types', '');
const core = xml(
  'cp:coreProperties',
  '<dc:title>Notice of termination</dc:title><dc:creator>Ada Bell</dc:creator><dcterms:created>2021-01-09T10:00:00Z</dcterms:created>',
);

function relations(targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const rows = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${rows.join('')}</Relationships>`;
}

/** A Word document of ours. @param body WordprocessingML within w:body. @param parts other parts by their names */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const wrapped = Object.entries(parts).map(([name, content]) => [name, xml('w:part', content)]);
  return makeZip({
    '[Content_Types].xml': types,
    'docProps/core.xml': core,
    'word/document.xml': xml('w:document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(wrapped),
  });
}

/** A workbook of ours. @param sheets SpreadsheetML within sheetData, by the sheets' names; a name that begins with "." is hidden */
export function makeXlsx(
  sheets: Readonly<Record<string, string>>,
  parts: { readonly strings?: readonly string[]; readonly formats?: readonly string[] } = {},
): Promise<Buffer> {
  const names = Object.keys(sheets);
  const { strings = [], formats = [] } = parts;
  const files = names.map((name, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    xml('worksheet', `<sheetData>${sheets[name]}</sheetData>`),
  ]);
  const rows = names.map(
    (name, at) =>
      `<sheet name="${name.replace(/^\./, '')}" sheetId="${at + 1}"${name.startsWith('.') ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return makeZip({
    '[Content_Types].xml': types,
    'docProps/core.xml': core,
    'xl/workbook.xml': xml('workbook', `<sheets>${rows.join('')}</sheets>`),
    'xl/_rels/workbook.xml.rels': relations(
      names.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ),
    'xl/sharedStrings.xml': xml('sst', strings.map((text) => `<si><t>${text}</t></si>`).join('')),
    'xl/styles.xml': xml(
      'styleSheet',
      `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
        `<cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs>`,
    ),
    ...Object.fromEntries(files),
  });
}

/** A presentation of ours, its slides listed in reverse of their parts' numbers. */
export function makePptx(slides: readonly { text: string; notes?: string }[]): Promise<Buffer> {
  const files: Record<string, string> = {};
  for (const [at, { text, notes }] of slides.entries()) {
    const part = slides.length - at;
    files[`ppt/slides/slide${part}.xml`] = xml('p:sld', `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`);
    if (notes === undefined) continue;
    files[`ppt/notesSlides/notesSlide${part}.xml`] = xml('p:notes', `<a:p><a:t>${notes}</a:t></a:p>`);
    files[`ppt/slides/_rels/slide${part}.xml.rels`] = relations([
      ['rId1', 'notesSlide', `../notesSlides/notesSlide${part}.xml`],
    ]);
  }
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`);
  return makeZip({
    '[Content_Types].xml': types,
    'ppt/presentation.xml': xml('p:presentation', `<p:sldIdLst>${ids.join('')}</p:sldIdLst>`),
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, at) => [`rId${at + 1}`, 'slide', `slides/slide${slides.length - at}.xml`] as const),
    ),
    ...files,
  });
}

/** An OpenDocument file of ours. @param body within office:body */
export function makeOpenDocument(
  type: 'text' | 'spreadsheet' | 'presentation',
  body: string,
  manifest = '',
): Promise<Buffer> {
  return makeZip({
    mimetype: `application/vnd.oasis.opendocument.${type}`,
    'META-INF/manifest.xml': xml('manifest', manifest),
    'meta.xml': xml(
      'office:document-meta',
      '<dc:title>Server log</dc:title><meta:generator>Fairwater Writer</meta:generator>',
    ),
    'content.xml': xml('office:document-content', `<office:body>${body}</office:body>`),
  });
}

/** A compound file (OLE) of ours: streams of up to 4,096 bytes are filled up to be kept like larger ones. */
export function makeCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const sectorBytes = 512;
  const names = Object.keys(streams);
  const bodies = names.map((name) => {
    const content = Buffer.from(streams[name]!);
    return Buffer.concat([content, Buffer.alloc(Math.max(0, 4_096 - content.length))]);
  });
  const sectorsOf = (bytes: number) => Math.ceil(bytes / sectorBytes);
  const directorySectors = sectorsOf((names.length + 1) * 128);
  const total = 1 + directorySectors + bodies.reduce((sum, body) => sum + sectorsOf(body.length), 0);
  if (total > 128) throw new Error('too large for one sector of its table');
  const table = Buffer.alloc(sectorBytes, 0xff);
  const link = (from: number, count: number) => {
    for (let at = 0; at < count; at++)
      table.writeUInt32LE(at === count - 1 ? 0xfffffffe : from + at + 1, (from + at) * 4);
  };
  table.writeUInt32LE(0xfffffffd, 0);
  link(1, directorySectors);
  const directory = Buffer.alloc(directorySectors * sectorBytes);
  const entry = (at: number, name: string, type: number, start: number, size: number) => {
    const place = at * 128;
    directory.write(name, place, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, place + 64);
    directory[place + 66] = type;
    directory.writeUInt32LE(start, place + 116);
    directory.writeUInt32LE(size, place + 120);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  let next = 1 + directorySectors;
  const data: Buffer[] = [];
  for (const [at, body] of bodies.entries()) {
    const sectors = sectorsOf(body.length);
    link(next, sectors);
    entry(at + 1, names[at]!, 2, next, body.length);
    data.push(Buffer.concat([body, Buffer.alloc(sectors * sectorBytes - body.length)]));
    next += sectors;
  }
  const header = Buffer.alloc(sectorBytes, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4_096, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.writeUInt32LE(0, 76);
  return Buffer.concat([header, table, directory, ...data]);
}

/** A workbook as Excel wrote it up to 2003, of one sheet. @param rows texts, and days as numbers with the format dd/mm/yyyy; null is empty */
export function makeXls(rows: readonly (readonly (string | number | null)[])[]): Buffer {
  const numbers = (...values: readonly number[]) => {
    const out = Buffer.alloc(values.length * 2);
    values.forEach((value, at) => out.writeUInt16LE(value, at * 2));
    return out;
  };
  const record = (type: number, ...parts: readonly Buffer[]) => {
    const body = Buffer.concat(parts);
    return Buffer.concat([numbers(type, body.length), body]);
  };
  const string = (text: string) =>
    Buffer.concat([numbers(text.length), Buffer.from([0]), Buffer.from(text, 'latin1')]);
  const double = (value: number) => {
    const out = Buffer.alloc(8);
    out.writeDoubleLE(value);
    return out;
  };
  const cells = rows.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      if (cell === null) return [];
      return typeof cell === 'string'
        ? record(0x204, numbers(at, column, 0), string(cell))
        : record(0x203, numbers(at, column, 1), double(cell));
    }),
  );
  const style = (format: number) => record(0xe0, numbers(0, format), Buffer.alloc(16));
  const globals = (place: number) =>
    Buffer.concat([
      record(0x809, numbers(0x600, 5, 0, 0)),
      record(0x41e, numbers(164), string('dd/mm/yyyy')),
      style(0),
      style(164),
      record(0x85, numbers(place, 0, 0), Buffer.from([3, 0]), Buffer.from('Log')),
    ]);
  const sheet = Buffer.concat([record(0x809, numbers(0x600, 16, 0, 0)), ...cells]);
  return makeCompoundFile({ Workbook: Buffer.concat([globals(globals(0).length), sheet]) });
}
