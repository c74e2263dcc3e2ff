import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { WrittenFile } from '../../../pdf/assemble/index.ts';

/** Files named in a finding. */
const mostNamed = 6;

/** Which PDFs of a build became PDF/A-2b. */
export class ArchivalFiles {
  readonly met: string[] = [];
  readonly #unmet: string[] = [];

  /** @param written null, as its name, for a file that is not there */
  add(name: string | null, written: WrittenFile | null): void {
    if (name === null || !written) return;
    (written.isArchival === true ? this.met : this.#unmet).push(name);
  }

  /** For a build that was to be PDF/A: which files are not, or that all are. */
  findings(): Finding[] {
    const all = this.met.length + this.#unmet.length;
    if (this.#unmet.length === 0)
      return [
        {
          code: 'PDFA_MET',
          severity: 'info',
          message: all === 1 ? 'The PDF is PDF/A-2b.' : `All ${all} PDFs are PDF/A-2b.`,
          label: null,
        },
      ];
    const named = this.#unmet.slice(0, mostNamed).map((name) => `“${name}”`);
    const more = this.#unmet.length - named.length;
    return [
      {
        code: 'PDFA_FILES_NOT_MET',
        severity: 'warning',
        message: `${this.#unmet.length} of ${all} PDFs are not PDF/A, and do not say that they are: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. What keeps them from it is told by exhibit; a binder is PDF/A only where all in it is.`,
        label: null,
      },
    ];
  }
}
