import type { DocketHeader, ParsedDocket, ParsedEntry } from '../../model/docket.ts';

/** A header that says nothing yet. */
export function blankHeader(said: Partial<DocketHeader> = {}): DocketHeader {
  return {
    court: '',
    courtName: '',
    number: '',
    title: '',
    judge: '',
    referredTo: '',
    filedOn: null,
    terminatedOn: null,
    lastFiledOn: null,
    chapter: '',
    convertedOn: null,
    dischargedOn: null,
    cause: '',
    natureOfSuit: '',
    juryDemand: '',
    jurisdiction: '',
    demand: '',
    flags: [],
    relatedCases: [],
    courtCaseId: '',
    ...said,
  };
}

/** A docket of which no parties are known, nor whether it lists every entry. */
export function blankDocket(header: DocketHeader, entries: ParsedEntry[] = []): ParsedDocket {
  return { header, parties: [], entries, isComplete: false };
}

/** An entry that says nothing yet; readers give what the source prints, `completeEntries` reads the rest out of the text. */
export function blankEntry(said: Partial<ParsedEntry>): ParsedEntry {
  return {
    number: null,
    attachment: null,
    filedOn: null,
    isFiledOnAssumed: false,
    enteredOn: null,
    enteredAt: null,
    text: '',
    shortText: '',
    filer: '',
    attorney: '',
    documentUrl: null,
    documentId: null,
    sequence: null,
    pageCount: null,
    sizeBytes: null,
    isTextOnly: false,
    isSealed: null,
    isRestricted: null,
    feeNote: '',
    links: [],
    ...said,
  };
}

/** An attachment that says nothing else: it was filed and entered with its lead document. */
export function blankAttachment(
  { number, filedOn, isFiledOnAssumed, enteredOn, enteredAt, filer, attorney }: ParsedEntry,
  said: Partial<ParsedEntry> & { readonly attachment: number },
): ParsedEntry {
  return blankEntry({ number, filedOn, isFiledOnAssumed, enteredOn, enteredAt, filer, attorney, ...said });
}
