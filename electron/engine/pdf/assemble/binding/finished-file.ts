import type { ArchivalProblem } from '../../archival/problems.ts';
import { bindFile, type Binding, type BoundFile, type WriteFile } from './binding.ts';
import type { Exhibit } from './exhibit.ts';

/** The most files flushed to disk at a time: each stays open until then. */
const maxSyncing = 16;

/** Whose a page of a file is. */
export interface PageOwner {
  /** Its place among the exhibits of the file. */
  readonly place: number;
  /** Which of the exhibit's own pages, from 0; null for its slip sheet. */
  readonly page: number | null;
}

/**
 * Writes a file until everything drawn in it reads back, and makes it PDF/A-2b where that is asked for and can be.
 *
 * @param exhibits those in the file, in order
 * @param ownerOf whose a page of the file is, from 0; null for the index
 */
export async function finishFile(
  binding: Binding,
  exhibits: readonly Exhibit[],
  filePath: string,
  write: WriteFile,
  ownerOf: (page: number) => PageOwner | null,
): Promise<BoundFile> {
  const bound = await bindFile(binding, exhibits, filePath, write);
  if (binding.options.isArchival !== true) {
    await binding.syncs.settle(maxSyncing);
    return bound;
  }
  // Some systems do not replace an open file.
  await binding.syncs.settle();
  // Loaded on demand: most assemblies do not need it.
  const { archiveFile } = await import('../../archival/index.ts');
  const { file, problems, pagesWithHiddenNotes } = await archiveFile(filePath, binding.tools.pause);
  for (const problem of problems)
    for (const { place, page } of concernedBy(problem, exhibits, ownerOf))
      bound.tallies[place]!.archival.add(problem, page);
  for (const page of pagesWithHiddenNotes) {
    const owner = ownerOf(page);
    if (owner) bound.tallies[owner.place]!.archival.addHiddenNotes(owner.page);
  }
  return file ? { ...bound, file: { ...bound.file, ...file, isArchival: true } } : bound;
}

/** Whom a problem concerns. A problem of no page may be anyone's: where exhibits have files of their own, those tell whose it is. */
function concernedBy(
  { kind, page }: ArchivalProblem,
  exhibits: readonly Exhibit[],
  ownerOf: (page: number) => PageOwner | null,
): PageOwner[] {
  if (page !== null) {
    const owner = ownerOf(page);
    return owner ? [owner] : [];
  }
  const isAnyones = kind === 'tooMuch' || exhibits.length === 1;
  return exhibits.flatMap(({ item }, place) =>
    isAnyones || item.filePath === null ? [{ place, page: null }] : [],
  );
}
