import type { ReaderSource } from '../../shared/contract/reader.ts';
import type { BuildOutputId, EvidenceId, MatterId } from '../../shared/model/common.ts';

/** The document a window was opened for, and the page to begin on, from 1. */
export interface AskedDocument {
  readonly source: ReaderSource;
  readonly page: number;
}

/**
 * The document that the window's address asks for.
 *
 * @param search the search part of the address
 * @returns null in the main window, which has none
 */
export function readAskedDocument(search: string): AskedDocument | null {
  const asked = new URLSearchParams(search);
  const matterId = asked.get('matterId') as MatterId | null;
  const evidenceId = asked.get('evidenceId') as EvidenceId | null;
  const buildOutputId = asked.get('buildOutputId') as BuildOutputId | null;
  const page = Math.max(1, Math.floor(Number(asked.get('page')) || 1));
  if (matterId === null) return null;
  if (evidenceId !== null) return { source: { matterId, evidenceId }, page };
  return buildOutputId === null ? null : { source: { matterId, buildOutputId }, page };
}
