import type { Problem } from '../../../../shared/model/common.ts';
import type { Claim } from '../../../../shared/model/evidence.ts';
import type { Column } from './headings.ts';

/** Which page of its file a page of a document is, where other documents have pages in the same file. */
export interface PageInFile {
  /** From 1. */
  readonly page: number;
  /** Pages the file must have for that to be so, where it follows from the order of the lines alone; null where the list says it. */
  readonly of: number | null;
}

/** A page image of a produced document. */
export interface ProducedPage {
  /** Its key: as a rule the number printed on it. */
  readonly key: string;
  /** As the load file writes it. */
  readonly path: string;
  /** Undefined where the file is the document's alone. */
  readonly inFile?: PageInFile | undefined;
}

/** A document as a production's load files describe it. Paths are as they are written there: nobody has looked for the files yet. */
export interface ProducedDocument {
  /** Its row in the table of documents, the headings being row 1; of a document that only the list of images names, its first line there. */
  readonly row: number;
  /** Whether only the list of images names it. */
  readonly isOfImagesOnly: boolean;
  /** The numbers of its first and last page. */
  readonly first: string;
  readonly last: string;
  /** Row of the document it was attached to; null for one by itself. */
  readonly parentRow: number | null;
  /** First number of the document it was attached to, in this load file or not; empty for one by itself. */
  readonly attachedTo: string;
  readonly custodian: string;
  /** What it is called there: its subject, title or file name. */
  readonly title: string;
  readonly volume: string;
  readonly claims: readonly Claim[];
  /** Empty where there is none. */
  readonly nativePath: string;
  readonly textPath: string;
  readonly pages: readonly ProducedPage[];
  /** How many pages the load files give it; null where they do not say. */
  readonly pageCount: number | null;
  /** Whether its cells may stand in the columns of others. */
  readonly isDamaged: boolean;
  readonly problems: readonly Problem[];
}

/** What the load files of a production say. */
export interface Production {
  readonly documents: readonly ProducedDocument[];
  /** What the table has a column for; empty where there is no table. */
  readonly columns: readonly Column[];
  /** Headings of the table's other columns, which are not read. */
  readonly unread: readonly string[];
  /** What is wrong with the load files themselves, and not with one document. */
  readonly problems: readonly Problem[];
}
