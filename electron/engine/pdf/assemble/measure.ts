import type { ItemKind } from './plan.ts';
import { openItem, type ItemSource } from './source/open-item.ts';

/**
 * Counts the pages of an original as the assembler will carry them.
 *
 * @throws SourceUnreadable
 */
export async function measureOriginal(
  kind: ItemKind,
  source: ItemSource,
  pdfiumWasmPath: string,
): Promise<{ readonly pages: number }> {
  const opened = await openItem(kind, source, pdfiumWasmPath);
  try {
    return { pages: opened.pageCount };
  } finally {
    opened.close();
  }
}
