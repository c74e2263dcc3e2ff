/** What a column of a table, or a key of a JSON object, says of an entry or its case. */
export type Field =
  | 'number'
  | 'documentNumber'
  | 'attachment'
  | 'filedOn'
  | 'isFiledOnAssumed'
  | 'enteredOn'
  | 'enteredAt'
  | 'text'
  | 'documentText'
  | 'shortText'
  | 'filer'
  | 'attorney'
  | 'isTextOnly'
  | 'isSealed'
  | 'isRestricted'
  | 'feeNote'
  | 'documentUrl'
  | 'documentId'
  | 'sequence'
  | 'pageCount'
  | 'sizeBytes'
  | 'court'
  | 'caseNumber'
  | 'caseTitle'
  | 'caseId';

/** Names as programs and people write them, without case, spaces and marks. */
const names: Readonly<Record<Field, string>> = {
  number:
    'number no entrynumber entryno entry docketentryentrynumber docketentrynumber docketentryno docketno ecfno ecf ecfnumber dkt dktno # entry# ecf# dkt# no#',
  documentNumber: 'documentnumber documentno recapdocumentdocumentnumber doc docno docnumber doc# document#',
  attachment: 'attachment attachmentnumber attachmentno recapdocumentattachmentnumber att attno attachment#',
  filedOn:
    'filedon filedat datefiled datedocketed docketed docketdate docketeddate enddateformatted filed filingdate fileddate date docketentrydatefiled docketentrydate entrydatefiled',
  isFiledOnAssumed: 'isfiledonassumed',
  enteredOn: 'enteredon datelogged dateentered entered entereddate entrydate docketentrydateentered',
  enteredAt: 'enteredat',
  text: 'text description docketdescription dockettext entrytext docketentrydescription docketentrytext longdescription longdesc proceedings proceedingtext fulltext entrydescription contents',
  documentText:
    'recapdocumentdescription documentdescription attachmentdescription documentname documenttitle',
  shortText: 'shorttext shortdescription shortdesc shortname',
  filer: 'filer filedby party',
  attorney: 'attorney',
  isTextOnly: 'istextonly textonly',
  isSealed: 'issealed sealed recapdocumentissealed',
  isRestricted: 'isrestricted restricted',
  feeNote: 'feenote fee',
  documentUrl: 'documenturl documentlink url link',
  documentId: 'documentid pacerdocid recapdocumentpacerdocid docid',
  sequence: 'sequence pacersequencenumber docketentrypacersequencenumber pacerseqno',
  pageCount: 'pagecount billablepages pages recapdocumentpagecount',
  sizeBytes: 'sizebytes filesize filesizebytes recapdocumentfilesize',
  court: 'court courtid',
  caseNumber: 'casenumber caseno docketnumber',
  caseTitle: 'casename casetitle casecaption',
  caseId: 'pacercaseid courtcaseid',
};
const fields = new Map(
  Object.entries(names).flatMap(([field, words]) => words.split(' ').map((word) => [word, field as Field])),
);

/**
 * What a column's heading or a key means; null where it is none we keep.
 *
 * @example fieldOf('docketentry_date_filed') // 'filedOn'
 * @example fieldOf('Doc. #') // 'documentNumber'
 */
export function fieldOf(heading: string): Field | null {
  return fields.get(heading.toLowerCase().replace(/[^\p{L}\d#]/gu, '')) ?? null;
}
