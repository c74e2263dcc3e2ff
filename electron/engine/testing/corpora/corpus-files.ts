import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Real files that others made; not part of the product. Where the folder is absent, tests over them are skipped. */
export const corpora = join(import.meta.dirname, '../../../../../shared/corpora');
export const hasCorpora = existsSync(corpora);
export const isFullTier = process.env['FORTHWITH_TIER'] === 'full';

/**
 * Paths of the PDFs of the corpora, in order: all in the full tier, else a sample.
 *
 * @param every in the sample, one of so many
 */
export function corpusPdfs(every: number): string[] {
  if (!hasCorpora) return [];
  return readdirSync(join(corpora, 'pdf'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.pdf$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .filter((_, index) => isFullTier || index % every === 0);
}
