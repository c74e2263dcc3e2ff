import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';

/** A column of a table in a Word document. */
export interface WordColumn {
  readonly head: string;
  /** Share of the page's width, in any unit the columns have in common. */
  readonly share: number;
  readonly isRight?: boolean;
}

export type WordBlock =
  | { readonly kind: 'title' | 'centered' | 'plain'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly WordColumn[];
      /** Cells as many as columns; `isInset` indents the row's first cell. */
      readonly rows: readonly { readonly cells: readonly string[]; readonly isInset: boolean }[];
    };

export interface WordDocument {
  readonly title: string;
  readonly isLandscape: boolean;
  readonly blocks: readonly WordBlock[];
}

/** Twentieths of a point: letter paper and its margins. */
const paper = { short: 12_240, long: 15_840, margin: 1_080 } as const;
/** A zip names times by the local clock: this is the first it can name, on every clock. */
const mtime = new Date(1980, 0, 1);

/**
 * A Word document (ECMA-376, Office Open XML) of paragraphs and tables. A table's headings are repeated on each page, and told
 * apart from its rows for screen readers; rows are not split over pages.
 *
 * There is no clock in it: the same document gives the same bytes.
 *
 * @example await writeWordDocument({ title: 'Index', isLandscape: false, blocks: [{ kind: 'title', text: 'Index' }] })
 */
export async function writeWordDocument(document: WordDocument): Promise<Buffer> {
  const zip = new ZipFile();
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['docProps/core.xml', coreProperties(document.title)],
    ['word/document.xml', body(document)],
    ['word/styles.xml', styles],
    ['word/_rels/document.xml.rels', documentRelations],
  ];
  for (const [name, xml] of parts)
    zip.addBuffer(Buffer.from(xml), name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const packageRelations = `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeRelation}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const documentRelations = `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeRelation}/styles" Target="styles.xml"/></Relationships>`;

const font = 'Times New Roman';
const styles = `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`;

function coreProperties(title: string): string {
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Forthwith</dc:creator><dc:language>en-US</dc:language></cp:coreProperties>`;
}

function body({ isLandscape, blocks }: WordDocument): string {
  const [width, height] = isLandscape ? [paper.long, paper.short] : [paper.short, paper.long];
  const content = blocks.map((block) =>
    block.kind === 'table' ? table(block, width - 2 * paper.margin) : paragraph(block),
  );
  const orientation = isLandscape ? ' w:orient="landscape"' : '';
  const { margin } = paper;
  // A table may not be the last thing of a document: Word calls that damaged.
  return `${head}<w:document xmlns:w="${main}"><w:body>${content.join('')}<w:p/><w:sectPr><w:pgSz w:w="${width}" w:h="${height}"${orientation}/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

const paragraphProperties = {
  title: '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
  centered: '<w:pPr><w:jc w:val="center"/></w:pPr>',
  plain: '',
} as const;

function paragraph({ kind, text }: Exclude<WordBlock, { kind: 'table' }>): string {
  return `<w:p>${paragraphProperties[kind]}${run(text, false)}</w:p>`;
}

function table({ columns, rows }: Extract<WordBlock, { kind: 'table' }>, width: number): string {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / all));
  const cell = (text: string, at: number, isHead: boolean, isInset: boolean) => {
    const places = [
      isInset ? '<w:ind w:left="240"/>' : '',
      columns[at]!.isRight ? '<w:jc w:val="right"/>' : '',
    ].join('');
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr><w:p>${places === '' ? '' : `<w:pPr>${places}</w:pPr>`}${run(text, isHead)}</w:p></w:tc>`;
  };
  const heads = columns.map((column, at) => cell(column.head, at, true, false)).join('');
  const body = rows.map(
    ({ cells, isInset }) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((text, at) => cell(text, at, false, isInset && at === 0)).join('')}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads}</w:tr>${body.join('')}</w:tbl>`;
}

/** Text as a run; its line breaks stay breaks. */
function run(text: string, isBold: boolean): string {
  if (text === '') return '';
  const lines = text.split(/\r\n|\r|\n/).map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without characters that XML 1.0 cannot name (its §2.2): one of them, and Word opens nothing of the document. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replaceAll(/[&<>"]/g, (character) => entities[character]!);
}
