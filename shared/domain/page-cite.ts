/** A page of an exhibit. */
export interface CitedPage {
  readonly label: string;
  /** As it is cited, from 1; null where the exhibit does not carry it. */
  readonly page: number | null;
  /** The number on it, as printed. */
  readonly bates: string | null;
  /** Whose declaration the exhibit is attached to; empty for other exhibits. */
  readonly declarant: string;
}

/** After a name and not part of it. */
const afterName = /^(?:jr|sr|ii|iii|iv|esq|ph\.?d|m\.?d)\.?$/i;

/**
 * Cites a page of an exhibit as briefs do, so that the check of a brief reads it back (shared/domain/citations).
 *
 * @example pageCite({ label: 'C', page: 4, bates: 'AMZ000123', declarant: '' }) // 'Ex. C at 4, AMZ000123'
 * @example pageCite({ label: 'A', page: 2, bates: null, declarant: 'Jane Smith' }) // 'Smith Decl., Ex. A at 2'
 */
export function pageCite({ label, page, bates, declarant }: CitedPage): string {
  const names = declarant.split(/[\s,]+/).filter((name) => name !== '' && !afterName.test(name));
  const paper = names.length > 0 ? `${names.at(-1)} Decl., ` : '';
  return `${paper}Ex. ${label}${page === null ? '' : ` at ${page}`}${bates === null ? '' : `, ${bates}`}`;
}
