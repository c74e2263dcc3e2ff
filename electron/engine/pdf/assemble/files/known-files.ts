import { fileSource, type FileSource } from '../../pdf-source.ts';
import type { ItemSource, KnownPdf } from '../source/open-item.ts';

/** Objects and pages of all files together whose places are kept: some 20 bytes each. */
const maxKept = 500_000;
/** What the smallest file counts for. */
const leastKept = 1_024;

/** What reading files to count their pages found out, so that it need not be found out again when they are carried. */
export class KnownFiles {
  readonly #known = new Map<string, { readonly state: string; readonly pdf: KnownPdf }>();
  #left = maxKept;

  /** Keeps what is known of a file, as long as there is room. */
  keep(path: string, { state }: FileSource, pdf: KnownPdf | null): void {
    const size = pdf === null ? 0 : Math.max(leastKept, pdf.objects.size + pdf.pages.length);
    if (pdf === null || size > this.#left) return;
    this.#left -= size;
    this.#known.set(path, { state, pdf });
  }

  /** Opens a file, with what is known of it unless it was changed meanwhile. */
  open(path: string): FileSource & ItemSource {
    const source = fileSource(path);
    const known = this.#known.get(path);
    return known?.state === source.state ? { ...source, known: known.pdf } : source;
  }
}
