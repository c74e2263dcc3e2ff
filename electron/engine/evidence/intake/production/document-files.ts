import type { Problem } from '../../../../../shared/model/common.ts';
import type { ProducedDocument } from '../../../formats/load-files/index.ts';
import { problemOf } from '../../../formats/reading.ts';
import type { ProductionFolder } from './production-folder.ts';

/** Missing files that are named of one document. */
const maxMissing = 5;

/** Where the files of one document are. */
export class DocumentFiles {
  readonly native: string | null;
  readonly text: string | null;
  /** Each file once, in the order of the pages. */
  readonly pages: readonly { readonly key: string; readonly path: string }[];
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

  /** Looks for the files that a document names; those that are not to be had are problems. */
  static async find(document: ProducedDocument, folder: ProductionFolder): Promise<DocumentFiles> {
    const where = `${document.isOfImagesOnly ? 'line' : 'row'} ${document.row}`;
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
    const pages = new Map<string, { readonly key: string; readonly path: string }>();
    const asked = new Set<string>();
    for (const { key, path: named } of document.pages) {
      if (asked.has(named)) continue;
      asked.add(named);
      const path = await find(named);
      if (path !== null && path !== native && !pages.has(path)) pages.set(path, { key, path });
    }
    const text = await find(document.textPath);
    return new DocumentFiles({ native, text, pages: [...pages.values()], problems, where });
  }
}
