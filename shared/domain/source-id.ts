import type { ReaderSource } from '../contract/reader.ts';

/** What tells a document that the reader can show from all others of its matter. */
export function sourceId(source: ReaderSource): string {
  if ('preview' in source) return `${source.preview.exhibitId} ${source.preview.page}`;
  return 'evidenceId' in source ? source.evidenceId : source.buildOutputId;
}
