import { courtOfUrl } from './court-code.ts';

/** Where the court keeps a document, as an entry says it. */
export interface DocumentPlace {
  /**
   * The address without what only the addressee may use: keys that open the document once, session and user marks. Null where
   * nothing of it may be kept, and where it leads to a server that is no court's: a forged notice may ask for a court's password.
   */
  readonly documentUrl: string | null;
  /** The court's id of the document; the fourth digit, which tells how it was asked for, is zero. */
  readonly documentId: string | null;
  /** Of the docket event; null where the link does not say. */
  readonly sequence: number | null;
}

/** What a link to a document on a court's server says. */
export interface DocumentLink {
  readonly place: DocumentPlace;
  readonly courtCaseId: string;
  /** Of the court whose server it is; empty where the server is no court's. */
  readonly court: string;
}

/** Parts of an address that name the document, by a number alone, and give nobody a right to it. */
const kept = new Set(['caseid', 'de_seq_num']);

/**
 * Reads a link to a document; null where it leads to something else.
 *
 * @example documentLink('https://ecf.almd.uscourts.gov/doc1/01713718205?caseid=75736&de_seq_num=30&magic_num=7')?.place.documentId // '01703718205'
 */
export function documentLink(href: string): DocumentLink | null {
  const [address = '', query = ''] = href.trim().slice(0, 4_000).replace(/#.*/, '').split('?', 2);
  const isDocument =
    /\/docs?1\/\d*$|\/(?:cgi-bin\/)?show_(?:doc|temp|case_doc)(?:\.pl)?$|\/NDA\/[\w-]+$/i.test(address);
  if (!isDocument) return null;
  const parameters = [...new URLSearchParams(query.replaceAll('&amp;', '&'))];
  const value = (name: string) => parameters.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  const asked = parameters
    .filter(([key, text]) => kept.has(key.toLowerCase()) && /^\d{1,12}$/.test(text))
    .map(([key, text]) => `${key}=${text}`);
  const sequence = value('de_seq_num');
  // An address with nothing but a key in it opens the document to anyone who has it, so only its server is kept.
  const isKey = /\/NDA\/[\w-]+$/i.test(address);
  const court = courtOfUrl(address);
  const isElsewhere = court === '' && /^(?:[a-z][\w+.-]*:)?\/\//i.test(address);
  return {
    place: {
      documentUrl: isKey || isElsewhere ? null : [address, asked.join('&')].filter(Boolean).join('?') || null,
      documentId: documentIdOf(/\/docs?1\/(\d{5,20})$/i.exec(address)?.[1] ?? ''),
      sequence: /^\d{1,9}$/.test(sequence) ? Number(sequence) : null,
    },
    courtCaseId: value('caseid'),
    court,
  };
}

/** A document's id as the court's records keep it; null where there is none. */
export function documentIdOf(printed: string): string | null {
  return /^\d{5,20}$/.test(printed) ? `${printed.slice(0, 3)}0${printed.slice(4)}` : null;
}

/** The court's own id of the case a link to a docket names; empty where it names none. */
export function courtCaseIdOf(href: string): string {
  const found =
    /\/(?:DktRpt|HistDocQry|iquery|qrySummary)\.pl\?(\d{1,12})\b/i.exec(href) ??
    /[?&](?:amp;)?case_?id=(\d{1,12})\b/i.exec(href);
  return found?.[1] ?? '';
}
