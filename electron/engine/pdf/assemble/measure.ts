import type { ItemKind } from './plan.ts';
import { openItem, type ItemSource, type KnownPdf } from './source/open-item.ts';

/**
 * Counts the pages of an original as the assembler will carry them.
 *
 * @returns what else that found out, to be given with the same bytes when they are carried in this thread
 * @throws SourceUnreadable
 */
export async function measureOriginal(
  kind: ItemKind,
  source: ItemSource,
  pdfiumWasmPath: string,
): Promise<{ readonly pages: number; readonly known: KnownPdf | null }> {
  const opened = await openItem(kind, source, pdfiumWasmPath);
  try {
    return { pages: opened.pageCount, known: opened.kind === 'pdf' ? opened.known : null };
  } finally {
    opened.close();
  }
}
