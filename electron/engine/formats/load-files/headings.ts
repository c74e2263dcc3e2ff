/**
 * Headings as programs write them, without blanks and signs; of several columns for the same thing the one named first is taken.
 * No official list exists: these are the usual ones.
 */
const headings = {
  first:
    'begbates batesbeg batesbegin beginbates begbatesnumber beginningbates beginningbatesnumber batesstart startbates firstbates ' +
    'prodbeg prodbegin prodbegbates begprod beginprod productionbegin productionbeginbates begdoc begdocno begdocnumber begno ' +
    'begcontrol begincontrol firstpage docid documentid controlnumber controlno',
  last:
    'endbates batesend endbatesnumber endingbates endingbatesnumber batesstop stopbates lastbates prodend prodendbates endprod ' +
    'productionend productionendbates enddoc enddocno enddocnumber endno endcontrol lastpage',
  attachFirst:
    'begattach attachbegin beginattach begattachment attachbeg beginattachment begfamily familybegin begbatesattach batesbegattach ' +
    'prodbegattach begattachprod productionbeginattachment firstattach attachstart begrange',
  attachLast:
    'endattach attachend endattachment endfamily familyend endbatesattach batesendattach prodendattach endattachprod ' +
    'productionendattachment lastattach attachstop endrange',
  parent: 'parentbates parentid parentdocid parentbegbates parentdoc parent parentcontrolnumber',
  imageKey: 'imagekey imageid imgkey',
  custodian: 'custodian custodianname primarycustodian',
  title: 'title doctitle documenttitle',
  subject: 'subject emailsubject subjectline emailsubjectline',
  fileName:
    'filename originalfilename origfilename docname documentname attachmentname attachname sourcefile',
  author: 'author docauthor',
  from: 'from emailfrom sender',
  to: 'to emailto recipients recipient',
  cc: 'cc emailcc copyee',
  bcc: 'bcc emailbcc blindcopyee',
  messageId: 'messageid internetmessageid msgid',
  sentOn: 'datesent sentdate sentdatetime datetimesent emaildatesent senton docdate documentdate',
  receivedOn: 'datereceived datercvd receiveddate receiveddatetime datetimereceived receivedon',
  createdOn: 'datecreated createddate creationdate createdatetime datecreate createdon filecreated',
  modifiedOn:
    'datelastmod datelastmodified datemodified lastmodified lastmoddate modifieddate lastmodifieddate datemod moddate',
  confidentiality:
    'confidentiality designation confidentialitydesignation confidentialdesignation confidentialitylevel confidentialitystatus ' +
    'confidentialtreatment confdesignation confidential',
  pages: 'pages pagecount pgcount numpages numberofpages imagecount',
  volume: 'volume vol volumename prodvol prodvolume productionvolume cdvolume',
  nativePath:
    'nativepath nativelink nativefile nativefilepath nativefilelink native nativelocation doclink docpath filepath filelink itempath ' +
    'documentlink',
  imagePath: 'imagepath imagefile imagefilepath imagelink pdfpath pdflink pdffile tiffpath',
  textPath:
    'textpath textlink textfile textfilepath ocrpath ocrlink extractedtextpath extractedtextlink extractedtext fulltextpath ' +
    'textprecedence fulltext ocrtext textlocation',
} as const;

/** What a column of a production's table holds, as far as it is read. */
export type Column = keyof typeof headings;

const ranks = new Map(
  Object.entries(headings).flatMap(([column, names]) =>
    names.split(' ').map((name, rank) => [name, { column: column as Column, rank }] as const),
  ),
);

/** Where each column stands that a row of headings names. */
export type Columns = ReadonlyMap<Column, number>;

const columnOf = (heading: string) =>
  ranks.get(plain(heading)) ?? ranks.get(plain(heading.split(/::|\//).at(-1)!));

/**
 * Reads a row of headings.
 *
 * @returns none where no heading is one of a document's first number: then the row is no row of headings
 * @example columnsOf(['Beg Bates', 'Native Link']) // first → 0, nativePath → 1
 */
export function columnsOf(cells: readonly string[]): Columns {
  const best = new Map<Column, { readonly at: number; readonly rank: number }>();
  for (const [at, cell] of cells.entries()) {
    const found = columnOf(cell);
    if (found === undefined) continue;
    const known = best.get(found.column);
    if (!known || found.rank < known.rank) best.set(found.column, { at, rank: found.rank });
  }
  return best.has('first') ? new Map([...best].map(([column, { at }]) => [column, at])) : new Map();
}

/** Headings of a row for columns that are not read. */
export function unreadHeadings(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && columnOf(cell) === undefined);
}

function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
