import type { Problem } from '../../../../../shared/model/common.ts';
import type { PageInFile, ProducedDocument } from '../../../formats/load-files/index.ts';
import { problemOf } from '../../../formats/reading.ts';
import type { KnownEvidence } from '../../evidence-repository.ts';
import type { ProductionFolder } from './production-folder.ts';

/** Missing files that are named of one document. */
const maxMissing = 5;
/** What is told of a document of which files were not to be had; it is taken in again once they are. */
const incompleteCodes: readonly string[] = [
  'EVIDENCE_PRODUCTION_FILE_MISSING',
  'EVIDENCE_PRODUCTION_FILE_NOT_TAKEN',
];

/** What names a document in its load file: “row 3”. */
export function whereOf({ isOfImagesOnly, row }: ProducedDocument): string {
  return `${isOfImagesOnly ? 'line' : 'row'} ${row}`;
}

/** Of some problems those that say that a document came without some of its files. @param where of `whereOf` */
export function missingOf(problems: readonly Problem[], where: string): Problem[] {
  return problems.filter(
    ({ code, message }) => incompleteCodes.includes(code) && message.includes(` ${where} `),
  );
}

/** A page of a document: where its file is, or the item that it became when the document was taken in before. */
export type PageFile = {
  readonly key: string;
  /** The document's pages of a file that has pages of others too; empty where it is the document's alone. */
  readonly within: readonly PageInFile[];
} & ({ readonly path: string } | { readonly taken: KnownEvidence });

/**
 * Which pages of a file are the document's, from 1; null where all are, or nobody can tell.
 *
 * @param pages of the file
 */
export function ownPages({ within }: PageFile, pages: number | null): number[] | null {
  if (within.length === 0 || pages === null || pages === 1) return null;
  const isSure = within.every(({ page, of }) => page <= pages && (of === null || of === pages));
  return isSure ? within.map(({ page }) => page) : null;
}

/** A document and where it is listed. */
export interface Listed {
  readonly document: ProducedDocument;
  readonly place: number;
  /** The load file, as evidence. */
  readonly leading: KnownEvidence;
  /** The item it became when some of its files were missing; null for one that was not taken in yet. */
  readonly before: KnownEvidence | null;
}

/** Where the files of one document are. */
export class DocumentFiles {
  readonly native: string | null;
  readonly text: string | null;
  /** Each file once, in the order of the pages. */
  readonly pages: readonly PageFile[];
  readonly problems: readonly Problem[];
  /** What names them: “row 3”. */
  readonly where: string;

  private constructor(found: Pick<DocumentFiles, 'native' | 'text' | 'pages' | 'problems' | 'where'>) {
    this.native = found.native;
    this.text = found.text;
    this.pages = found.pages;
    this.problems = found.problems;
    this.where = found.where;
  }

  get isEmpty(): boolean {
    return this.native === null && this.text === null && this.pages.length === 0;
  }

  /**
   * Whether files are here that were not when the document was taken in before, and none is gone that was.
   *
   * @param told what was told of it then
   */
  hasMoreThan(told: readonly Problem[]): boolean {
    if (this.isEmpty) return false;
    // Of many only some were told.
    if (told.length >= maxMissing) return true;
    const messages = new Set(told.map(({ message }) => message));
    const missing = missingOf(this.problems, this.where);
    return missing.length < told.length && missing.every(({ message }) => messages.has(message));
  }

  /**
   * Looks for the files that a document names; those that are not to be had are problems.
   *
   * @param taken pages that were taken in before, by their keys: they need not be there again
   */
  static async find(
    document: ProducedDocument,
    folder: ProductionFolder,
    taken: ReadonlyMap<string, KnownEvidence>,
  ): Promise<DocumentFiles> {
    const where = whereOf(document);
    const problems: Problem[] = [];
    const find = async (path: string): Promise<string | null> => {
      if (path === '') return null;
      const found = await folder.find(path);
      if ('path' in found) return found.path;
      const code =
        found.reason === 'outside' ? 'EVIDENCE_PRODUCTION_FILE_OUTSIDE' : 'EVIDENCE_PRODUCTION_FILE_MISSING';
      if (problems.length < maxMissing) problems.push(problemOf(code, { path, where }));
      return null;
    };
    const native = await find(document.nativePath);
    const pages = new Map<string, PageFile>();
    const asked = new Set<string>();
    for (const { key, path: named, inFile } of document.pages) {
      if (asked.has(named)) continue;
      asked.add(named);
      const within = inFile
        ? document.pages.flatMap((page) => (page.path === named && page.inFile) || [])
        : [];
      const before = taken.get(key);
      if (before) {
        pages.set(named, { key, within, taken: before });
        continue;
      }
      const path = await find(named);
      if (path !== null && path !== native && !pages.has(path)) pages.set(path, { key, within, path });
    }
    const text = await find(document.textPath);
    return new DocumentFiles({ native, text, pages: [...pages.values()], problems, where });
  }
}
