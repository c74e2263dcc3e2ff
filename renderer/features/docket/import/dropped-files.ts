import type { GrantedFile } from '../../../../shared/contract/bridge.ts';

/** Endings of files that are documents themselves, and say nothing of a docket. */
const documentEnding = /\.(pdf|png|jpe?g|gif|webp|tiff?|heic|heif|avif)$/i;

/**
 * Sorts files dropped on the docket: PDFs and images are documents, which become evidence and, where the court stamped them,
 * file themselves; everything else is read as a source, whose kind its content tells.
 *
 * @example splitDropped(files).documents // the PDFs and images among them
 */
export function splitDropped(files: readonly GrantedFile[]): {
  readonly sources: readonly GrantedFile[];
  readonly documents: readonly GrantedFile[];
} {
  return {
    sources: files.filter(({ name }) => !documentEnding.test(name)),
    documents: files.filter(({ name }) => documentEnding.test(name)),
  };
}
