import { bindFile, type Binding, type BoundFile } from './binding.ts';
import type { Exhibit } from './exhibit.ts';

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
 * @param write writes the file anew each time, and answers what must be found in it
 * @param ownerOf whose a page of the file is, from 0; null for the index
 */
export async function finishFile(
  binding: Binding,
  exhibits: readonly Exhibit[],
  filePath: string,
  write: Parameters<typeof bindFile>[3],
  ownerOf: (page: number) => PageOwner | null,
): Promise<BoundFile> {
  const bound = await bindFile(binding, exhibits, filePath, write);
  if (binding.options.isArchival !== true) return bound;
  // Loaded where it is asked for: most joining of files goes without.
  const { archiveFile } = await import('../../archival/index.ts');
  const { file, problems, pagesWithHiddenNotes } = await archiveFile(filePath);
  for (const problem of problems) {
    const owner = problem.page === null ? null : ownerOf(problem.page);
    // What is about no page concerns all that is in the file.
    const concerned = owner
      ? [owner]
      : problem.page === null
        ? exhibits.map((_, place) => ({ place, page: null }))
        : [];
    for (const { place, page } of concerned) bound.tallies[place]!.archival.add(problem, page);
  }
  for (const page of pagesWithHiddenNotes) {
    const owner = ownerOf(page);
    if (owner) bound.tallies[owner.place]!.archival.addHiddenNotes();
  }
  return file ? { ...bound, file: { ...file, isArchival: true } } : bound;
}
