import { findIdentifiers } from './find-identifiers.ts';
import { termFinder } from './find-terms.ts';

/**
 * Whether a name of a file says what is to be removed from it.
 *
 * @example isSaying('Letter of Jane Doe.pdf', { terms: ['Jane Doe'], hasIdentifiers: false }) // true
 */
export const isSaying = (
  name: string,
  { terms, hasIdentifiers }: { readonly terms: readonly string[]; readonly hasIdentifiers: boolean },
): boolean => termFinder(terms)(name).length > 0 || (hasIdentifiers && findIdentifiers(name).length > 0);
