import type { Finding } from '../../../../../shared/model/exhibits.ts';
import type { WrittenFile } from '../../../pdf/assemble/index.ts';

/** A PDF of a build by its name; null where there is no such file. */
export type NamedFile = readonly [name: string | null, written: WrittenFile | null];

/** Files named in a finding. */
const mostNamed = 6;

/** Of a build that was to be PDF/A: the files that are, and which are not, or that all are. */
export function archivalFiles(files: readonly NamedFile[]): {
  readonly met: string[];
  readonly finding: Finding;
} {
  const written = files.flatMap(([name, file]) => (name !== null && file ? [{ name, ...file }] : []));
  const met = written.filter(({ isArchival }) => isArchival === true).map(({ name }) => name);
  const unmet = written.filter(({ isArchival }) => isArchival !== true).map(({ name }) => name);
  if (unmet.length === 0) {
    const message = met.length === 1 ? 'The PDF is PDF/A-2b.' : `All ${met.length} PDFs are PDF/A-2b.`;
    return { met, finding: { code: 'PDFA_MET', severity: 'info', message, label: null } };
  }
  const named = unmet.slice(0, mostNamed).map((name) => `“${name}”`);
  const more = unmet.length - named.length;
  const message = `${unmet.length} of ${written.length} PDFs are not PDF/A, and do not say that they are: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. What keeps them from it is told by exhibit; a binder is PDF/A only where all in it is.`;
  return { met, finding: { code: 'PDFA_FILES_NOT_MET', severity: 'warning', message, label: null } };
}
