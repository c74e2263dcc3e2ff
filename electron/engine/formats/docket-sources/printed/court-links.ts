import { courtOfUrl } from './court-code.ts';

/** What a link to a document on a court's server says. */
export interface DocumentLink {
  /**
   * The address without what only the addressee may use: keys that open the document once, session and user marks. Empty where
   * nothing of it may be kept, and where it leads to a server that is no court's: a forged notice may ask for a court's password.
   */
  readonly url: string;
  /** The court's id of the document; the fourth digit, which tells how it was asked for, is zero. */
  readonly documentId: string | null;
  readonly courtCaseId: string;
  readonly sequence: number | null;
  /** Of the court whose server it is; empty where the server is no court's. */
  readonly court: string;
}

/** Parts of an address that name the document, by a number alone, and give nobody a right to it. */
const kept = new Set(['caseid', 'de_seq_num']);

/**
 * Reads a link to a document; null where it leads to something else.
 *
 * @example documentLink('https://ecf.almd.uscourts.gov/doc1/01713718205?caseid=75736&de_seq_num=30&magic_num=7')?.documentId // '01703718205'
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
    url: isKey || isElsewhere ? '' : asked.length === 0 ? address : `${address}?${asked.join('&')}`,
    documentId: documentIdOf(/\/docs?1\/(\d{5,20})$/i.exec(address)?.[1] ?? ''),
    courtCaseId: value('caseid'),
    sequence: /^\d{1,9}$/.test(sequence) ? Number(sequence) : null,
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
