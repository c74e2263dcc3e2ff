import { renameSync, rmSync } from 'node:fs';
import { fileTarget, orAbandon } from '../assemble/output/output-target.ts';
import { PdfObjects, SourceUnreadable } from '../objects/index.ts';
import { fileSource } from '../pdf-source.ts';
import { archivalDraft } from './archival-draft.ts';
import { checkFile } from './check/check-file.ts';
import type { ArchivalProblem } from './problems.ts';
import { writeArchival } from './write/write-archival.ts';

/** What became of a file that was to be PDF/A-2b. */
export interface ArchivedFile {
  /** Size and hash of the file as it stands now; null where it stayed as it was. */
  readonly file: { readonly bytes: number; readonly sha256: string } | null;
  /** What keeps it from being PDF/A-2b; none where it is. */
  readonly problems: readonly ArchivalProblem[];
  /** Pages, from 0, of which hidden notes were left out. */
  readonly pagesWithHiddenNotes: readonly number[];
}

/**
 * Makes a finished PDF that we wrote into PDF/A-2b (ISO 19005-2, level B), in place. A file that cannot become one stays byte for byte as
 * it was, without the claim, and what prevents it is reported. No page looks different. The same file gives the same bytes.
 *
 * @param pause waited for before each page is read and each object written, to let other work in the thread run; what it throws ends the
 *   work and leaves the file as it was
 * @throws the file system's own errors, and what `pause` throws
 * @example const { problems } = await archiveFile(path); // none: it is PDF/A-2b now
 */
export async function archiveFile(filePath: string, pause?: () => Promise<void>): Promise<ArchivedFile> {
  const staged = archivalDraft(filePath);
  try {
    const archived = await writeBeside(filePath, staged, pause);
    // The file is closed by now: some systems cannot replace an open file.
    if (archived.file) renameSync(staged, filePath);
    return archived;
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return { file: null, problems: [{ kind: 'tooMuch', subject: '', page: null }], pagesWithHiddenNotes: [] };
  } finally {
    rmSync(staged, { force: true });
  }
}

async function writeBeside(
  filePath: string,
  staged: string,
  pause: (() => Promise<void>) | undefined,
): Promise<ArchivedFile> {
  const source = fileSource(filePath);
  try {
    const objects = PdfObjects.open(source);
    const checked = await checkFile(objects, pause);
    const problems = checked.problems.all();
    if (problems.length > 0) return { file: null, problems, pagesWithHiddenNotes: [] };
    const target = fileTarget(staged);
    return await orAbandon(target, async () => {
      const file = await writeArchival(objects, checked, target, pause);
      target.finish();
      return { file, problems, pagesWithHiddenNotes: checked.pagesWithHiddenNotes };
    });
  } finally {
    source.close();
  }
}
